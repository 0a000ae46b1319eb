"""The text of a PDF: its pages' paragraphs one a line, joined across pages, furniture on lines of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from minutes_parser.readers.pdf_layout import CLOSED, Piece, is_aligned

# a word broken at the end of a line; a form feed is the end of a page
BROKEN = re.compile(r"([^\W\d_]+)-([\n\f])([^\W\d_]+)")
PUNCTUATION = ".,;:!?()[]\"'‘’“”"


class Flow:
    """Text that grows page by page. Give `page`, `furniture` and `paragraph` in reading order, then `finish`."""

    def __init__(self, words: Iterable[str]) -> None:
        self.furniture_spans: list[tuple[int, int]] = []
        self.page_starts: list[int] = []
        self._parts: list[str] = []
        self._length = 0
        self._known = {word.strip(PUNCTUATION).lower() for word in words}
        self._held: Piece | None = None
        self._held_pages: list[int] = []
        self._waiting: list[tuple[int, str]] = []
        self._page = 0
        self._is_top = True

    def page(self) -> None:
        """A new page begins."""
        self._page += 1
        self._is_top = True

    def furniture(self, text: str) -> None:
        """A running header or footer, which may stand in the middle of a paragraph."""
        self._waiting.append((self._page, text))

    def paragraph(self, piece: Piece) -> None:
        """A paragraph or row; the first of a page may be the rest of the last one on the page before."""
        is_top, self._is_top = self._is_top, False
        if is_top and self._held and crosses(self._held, piece):
            _join(self._held, piece)
            self._held_pages.append(self._page)
            return
        self._flush()
        piece.gap = piece.gap or is_top
        self._held, self._held_pages = piece, [self._page]

    def finish(self) -> str:
        """The whole text."""
        self._flush()
        self._reach(self._page)
        return "".join(self._parts)

    def _flush(self) -> None:
        """Writes the paragraph that is held, and the furniture that came after its beginning."""
        if self._held is not None:
            self._write_piece(self._held)
            self._held = None
        waiting, self._waiting = self._waiting, []
        for page, text in waiting:
            self._reach(page)
            self.furniture_spans.append((self._length, self._length + len(text)))
            self._write(text + "\n")

    def _write_piece(self, piece: Piece) -> None:
        if piece.gap and self._parts:
            self._write("\n")
        parts = self._unbroken(piece.text).split("\f")
        for page, part in zip(self._held_pages, parts, strict=True):
            self._reach(page)
            self._write(part)
        self._write("\n")

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _reach(self, page: int) -> None:
        """Notes that the pages up to this one begin here."""
        while len(self.page_starts) < page:
            self.page_starts.append(self._length)

    def _unbroken(self, text: str) -> str:
        """A paragraph's lines joined with a blank, or with nothing where a hyphen has broken a word."""
        text = BROKEN.sub(self._mended, text)
        text = text.replace("-\n", "-").replace("\n", " ")
        return text.replace("\f", " \f").replace("- \f", "-\f").replace("\v", "\f")

    def _mended(self, found: re.Match[str]) -> str:
        """'reso-lution' is one word; 'follow-up' keeps its hyphen where it, or both its halves, stand elsewhere."""
        first, second = found[1], found[3]
        page = "\v" if found[2] == "\f" else ""
        if second[0].isupper() or f"{first}-{second}".lower() in self._known:
            return f"{first}-{page}{second}"
        whole = (first + second).lower() in self._known
        halves = first.lower() in self._known and second.lower() in self._known
        return f"{first}-{page}{second}" if halves and not whole else f"{first}{page}{second}"


def crosses(held: Piece, piece: Piece) -> bool:
    """Whether the first piece of a page is the rest of the last one on the page before."""
    if len(held.cells) > 1:
        return _is_rest_of_row(held, piece)
    text = piece.cells[0].text
    if len(piece.cells) > 1 or piece.is_label or not held.has_no_room(piece.first, text):
        return False
    return (not held.cells[0].text.endswith(CLOSED) or text[0].islower()) and is_aligned(held, piece.cells[0].left)


def _is_rest_of_row(held: Piece, piece: Piece) -> bool:
    """The same for a row. What begins in the first column is a new row, unless a sentence goes on there alone."""
    lefts = [cell.left for cell in held.cells]
    if _is_near(piece.cells[0].left, lefts[0]):
        is_open = not held.cells[0].text.endswith(CLOSED) and piece.cells[0].text[:1].islower()
        return is_open and len(piece.cells) == 1 and not piece.is_label
    return all(any(_is_near(cell.left, left) for left in lefts) for cell in piece.cells)


def _join(held: Piece, piece: Piece) -> None:
    between = "\f"
    for more in piece.cells:
        at = next((at for at, cell in enumerate(held.cells) if _is_near(cell.left, more.left)), len(held.cells) - 1)
        held.cells[at] = held.cells[at]._replace(text=f"{held.cells[at].text}{between}{more.text}")
        between = "\n"
    held.last, held.edge, held.bottom = piece.last, piece.edge, piece.bottom
    held.owner = f"{held.owner} {piece.owner}".strip()


def _is_near(left: float, other: float) -> bool:
    return abs(left - other) < 4
