"""The paragraphs and table rows of a page, put together from its lines.

A printed line goes on in the next one where the next one's first word had no room in it, the lines stand close enough,
their left edges fit, and the next one does not begin with the label of a list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

import regex

from minutes_parser.late import late_pattern
from minutes_parser.readers.pdf_lines import Cell, Grid, PdfLine, lines_of
from minutes_parser.readers.pdf_page import Box, Page, Word

# '1.', '12)', '4.2', '(a)', 'b)', 'iv.', '•', '-', '17/23', 'FGB 98/2122', '01.18.06'; not '2018', 'the', '20/01/18'
LABEL = late_pattern(
    r"""
    (?! [0-9]{1,2}/[0-9]{1,2}/[0-9]{2} )
    (?: [•●○▪◦·§–*-]
      | \(? (?: [0-9]{1,4}+ | [a-zA-Z] | [ivx]{1,5}+ ) [.)]
      | \(? [0-9]{1,4}+ (?: [./] [0-9a-z]{1,5}+ ){1,4}+ [.)]?
      | [A-Z]{1,5}[ /-]?+ [0-9]{1,4}+ (?: [./-] [0-9]{1,4}+ )++
    ) (?=\s|$) """,
    regex.VERBOSE,
)
# the label of an item or a paragraph that may stand alone in a column; not a name, a date or an amount
ALONE = late_pattern(LABEL.pattern.replace(r"(?=\s|$)", r"") + r"\ *+$|[0-9]{1,4}+$", regex.VERBOSE)
# what begins a paragraph after a full stop: 'ACTION : Clerk', 'Action by:', 'RESOLVED –'; not 'Resolved that'
MARKED = late_pattern(r"\p{Lu}\p{L}++(?:\ \p{L}++){0,2}+\ ?[:–]|\p{Lu}{6,}+\b")
CLOSED = (".", ":", ";", "!", "?")
MIDDLE = late_pattern(r"\p{Lu}\.\ |[–-]\ ")
# what a line that is not the last of its paragraph may end with
UNFINISHED = late_pattern(r"(?:,|[ ](?:and|or|the|of|to|by|for|in|a|Mr|Mrs|Ms|Dr|Cllr|Cllrs|Councillor))$")
OWNER_WORDS = 4
OWNER_LENGTH = 28


@dataclass(slots=True)
class Measure:
    """What is usual in a document: the right edge of its text, and from one line to the next."""

    edge: float | None
    leading: float


@dataclass(slots=True)
class Piece:
    """A paragraph (one cell) or the row of a table (several), as far as it stands on one page."""

    cells: list[Cell]
    top: float
    bottom: float
    last: PdfLine
    edge: float | None
    first: float
    lines: int = 1
    owner: str = ""
    """What stands beside it in the right margin."""
    gap: bool = False
    """Whether a blank line stands before it."""

    @property
    def text(self) -> str:
        """Its line of the extracted text."""
        cells = [cell.text for cell in self.cells]
        return "\t".join([*cells, self.owner] if self.owner else cells)

    @property
    def is_label(self) -> bool:
        """Whether it begins with the label of a list."""
        return LABEL.match(self.cells[0].text) is not None

    def has_no_room(self, first: float, text: str) -> bool:
        """Whether the first word of `text`, of this width, had no place at its end.

        A line that ends in the middle of a sentence may be a little short: right edges are ragged.
        """
        if self.edge is None:
            return False
        slack = 1.0
        if not self.last.text.endswith(CLOSED):
            runs_on = text[:1].islower() or UNFINISHED.search(self.last.text[-12:])
            slack = (0.25 if runs_on else 0.1) * (self.edge - self.last.left)
        return self.last.right + 0.2 * self.last.size + first > self.edge - slack


def measure(pages: Iterable[Sequence[PdfLine]], width: float) -> Measure:
    """Takes the right edge that many lines reach, and the distance that lines have where one goes on in the next."""
    pages = [lines for lines in pages if lines]
    rights = sorted(line.cells[0].right for lines in pages for line in lines if line.left < 0.5 * width)
    least = 1 + len(rights) // 25
    reached = (rights[at] for at in range(len(rights) - 1, least - 2, -1) if rights[at - least + 1] > rights[at] - 12)
    edge = next(reached, None)
    if edge is None or edge < 0.5 * width:
        return Measure(None, 1.2)
    distances = [
        (after.bottom - line.bottom) / line.size
        for lines in pages
        for line, after in pairwise(lines)
        if line.right + after.first > edge and abs(line.left - after.left) < 3 and line.size > 0
    ]
    return Measure(edge, min(2.6, max(0.9, median(distances))) if distances else 1.2)


def pieces_of(page: Page, words: list[Word], usual: Measure) -> list[Piece]:
    """The paragraphs and rows that the words of a page make, from the top."""
    grid = Grid(page)
    free, cells = grid.split(words)
    pieces = paragraphs(lines_of(free), usual)
    for row in _bands(cells):
        pieces += _row(row, grid, usual)
    pieces.sort(key=lambda piece: piece.top)
    for before, piece in pairwise(pieces):
        piece.gap = not _is_below(before, piece) and piece.top - before.bottom > 0.6 * piece.last.size * usual.leading
    return pieces


def _is_below(before: Piece, piece: Piece) -> bool:
    """Whether two pieces are rows of one table."""
    return len(before.cells) > 1 < len(piece.cells) and abs(before.cells[0].left - piece.cells[0].left) < 2


def paragraphs(lines: Sequence[PdfLine], usual: Measure) -> list[Piece]:
    """Lines of one column put together to paragraphs and rows."""
    pieces: list[Piece] = []
    for printed in lines:
        line, owner = _without_owner(printed, usual.edge)
        if pieces and len(line.cells) > 1:
            line = _closed_up(pieces[-1], line)
        if not line.cells:
            _give(pieces, printed, owner)
        elif pieces and goes_on(pieces[-1], line, usual):
            _append(pieces[-1], line, owner)
        else:
            pieces.append(_begun(line, owner, usual.edge))
    return pieces


def goes_on(piece: Piece, line: PdfLine, usual: Measure) -> bool:
    """Whether `line` is more of the paragraph, or of the last cell of the row, that stands above it."""
    text = line.text
    if len(line.cells) > 1 or not piece.has_no_room(line.first, text) or _begins(text, piece.cells[-1].text):
        return False
    last = piece.last
    return line.bottom - last.bottom <= 1.3 * usual.leading * max(last.size, line.size) and is_aligned(piece, line.left)


def _begins(text: str, before: str) -> bool:
    """Whether a line begins a paragraph of its own: a label with text after it, or 'ACTION: ' after a full stop."""
    label = LABEL.match(text)
    if before.endswith(CLOSED):
        return label is not None or (before[-1] == "." and MARKED.match(text) is not None)
    # in the middle of a sentence, 'K.' is an initial, '–' a dash, and '2020.' the end of a date
    return label is not None and label.end() < len(text) and not MIDDLE.match(text)


def _closed_up(piece: Piece, line: PdfLine) -> PdfLine:
    """A line of justified text whose wide blanks are no gaps between columns."""
    if len(piece.cells) > 1 or not piece.has_no_room(line.first, line.text):
        return line
    gaps = [after.left - cell.right for cell, after in zip(line.cells, line.cells[1:], strict=False)]
    if max(gaps) > 2.5 * line.size:
        return line
    text = " ".join(cell.text for cell in line.cells)
    return line._replace(cells=(Cell(text, line.left, line.right),))


def is_aligned(piece: Piece, left: float) -> bool:
    """Whether a line that starts at `left` can be the next one of the piece."""
    start = piece.cells[-1].left
    if len(piece.cells) > 1:
        hanging = 60 if LABEL.match(piece.cells[-1].text) else 4
        return start - 4 < left < start + hanging
    if piece.lines > 1:
        return abs(left - piece.last.left) < 4
    hanging = 60 if piece.is_label else 2
    return start - 60 < left < start + hanging or abs(left - start) < 4


def _without_owner(line: PdfLine, edge: float | None) -> tuple[PdfLine, str]:
    """The line, and a few words that stand in the margin on its right or close to the right edge."""
    last = line.cells[-1]
    if edge is None or len(last.text) > OWNER_LENGTH or len(last.text.split()) > OWNER_WORDS:
        return line, ""
    is_close = len(line.cells) == 2 and last.left > edge - 0.3 * (edge - line.left)
    if last.left < edge and not is_close:
        return line, ""
    return line._replace(cells=line.cells[:-1]), last.text


def _give(pieces: list[Piece], line: PdfLine, owner: str) -> None:
    """A margin word that stands beside no line belongs to the paragraph above."""
    if pieces:
        pieces[-1].owner = f"{pieces[-1].owner} {owner}".strip()
    else:
        cell = Cell(owner, 0, 0)
        pieces.append(Piece([cell], line.top, line.bottom, line._replace(cells=(cell,)), None, line.first))


def _begun(line: PdfLine, owner: str, edge: float | None) -> Piece:
    cells = list(line.cells)
    if len(cells) == 2 and ALONE.match(cells[0].text):
        cells = [Cell(f"{cells[0].text} {cells[1].text}", cells[1].left, cells[1].right)]
    return Piece(cells, line.top, line.bottom, line, edge, line.first, owner=owner)


def _append(piece: Piece, line: PdfLine, owner: str) -> None:
    cell = piece.cells[-1]
    piece.cells[-1] = cell._replace(text=f"{cell.text}\n{line.text}", right=line.right)
    piece.last, piece.bottom, piece.lines = line, line.bottom, piece.lines + 1
    piece.owner = f"{piece.owner} {owner}".strip()


def _bands(cells: dict[Box, list[Word]]) -> list[list[tuple[Box, list[Word]]]]:
    """The cells of ruled tables by rows: those whose tops are level."""
    bands: list[list[tuple[Box, list[Word]]]] = []
    for box, words in sorted(cells.items(), key=lambda item: (item[0].top, item[0].left)):
        if bands and abs(bands[-1][0][0].top - box.top) < 3:
            bands[-1].append((box, words))
        else:
            bands.append([(box, words)])
    return [sorted(band, key=lambda item: item[0].left) for band in bands]


def _row(band: list[tuple[Box, list[Word]]], grid: Grid, usual: Measure) -> list[Piece]:
    """A row of a ruled table: one piece where every cell holds one paragraph, else those of its main cell."""
    boxes = [box for box, _ in band]
    columns = [_column(box, words, usual) for box, words in band]
    top = min(piece.top for column in columns for piece in column)
    if all(len(column) == 1 for column in columns):
        return [_level([column[0] for column in columns], boxes, grid, top)]
    main = max(range(len(columns)), key=lambda at: sum(len(piece.text) for piece in columns[at]))
    pieces = _headed(columns[:main], columns[main])
    for column in columns[main + 1 :]:
        _stand_beside(pieces, column)
    pieces[0].top = min(top, pieces[0].top)
    return pieces


def _column(box: Box, words: list[Word], usual: Measure) -> list[Piece]:
    """The paragraphs of a cell, whose right edge is what its lines reach where it has a few."""
    lines = lines_of(words)
    edge = box.right - 5
    if len(lines) > 3:
        edge = min(edge, max(line.right for line in lines))
    return paragraphs(lines, replace(usual, edge=edge))


def _level(row: list[Piece], boxes: Sequence[Box], grid: Grid, top: float) -> Piece:
    """One piece of single paragraphs side by side, with the empty cells between them."""
    cells = [Cell(row[0].text, boxes[0].left, boxes[0].right)]
    for piece, before, box in zip(row[1:], boxes, boxes[1:], strict=False):
        cells += [Cell("", left, left) for left in grid.empty(before, box)]
        cells.append(Cell(piece.text, box.left, box.right))
    longest = max(row, key=lambda piece: piece.bottom)
    if len(cells) == 2 and ALONE.match(cells[0].text):
        cells = [Cell(f"{cells[0].text} {cells[1].text}", cells[1].left, cells[1].right)]
    return Piece(cells, top, longest.bottom, row[-1].last, row[-1].edge, row[0].first, longest.lines)


def _headed(before: Sequence[Sequence[Piece]], pieces: list[Piece]) -> list[Piece]:
    """The paragraphs of the main cell under what stands in the cells on its left.

    One cell goes before the first paragraph; a label with a title is a line of its own.
    """
    texts = [" ".join(piece.text for piece in column) for column in before]
    if not texts:
        return pieces
    if len(texts) == 1:
        cell = pieces[0].cells[0]
        between = " " if ALONE.match(texts[0]) else "\t"
        pieces[0].cells[0] = cell._replace(text=f"{texts[0]}{between}{cell.text}")
        return pieces
    first = before[0][0]
    between = " " if ALONE.match(texts[0]) else "\t"
    first.cells = [Cell(between.join(texts[:2]), first.last.left, first.last.right)]
    first.cells += [Cell(text, first.last.left, first.last.right) for text in texts[2:]]
    first.edge, first.owner, first.top = None, "", min(first.top, pieces[0].top) - 0.1
    return [first, *pieces]


def _stand_beside(pieces: Sequence[Piece], column: Sequence[Piece]) -> None:
    """What stands right of paragraphs goes to the one that it is level with."""
    given: set[int] = set()
    for other in column:
        above = [piece for piece in pieces if piece.top <= other.top + 0.5 * other.last.size]
        beside = above[-1] if above else pieces[0]
        between = " " if id(beside) in given or not beside.owner else "\t"
        beside.owner = f"{beside.owner}{between}{other.text}".strip()
        given.add(id(beside))
