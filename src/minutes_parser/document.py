"""A document as decoded text with lines and pages, and the passages that fields are read from.

One idea carries the whole package: the text that patterns see has the *same length* as the text that was printed.
Folding turns curly quotes, dashes, bullets and no-break spaces into their plain forms one for one, and blanks out
furniture, so that an offset found by a pattern is an offset in the source and no table of positions is ever needed.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from minutes_parser.schema import ParseWarning, Span

# printed → folded, always one character for one
FOLDED = {
    "\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u200b": " ", "\ufeff": " ", "\f": " ", "\v": " ",
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u0060": "'", "\u00b4": "'",
    "\u201c": '"', "\u201d": '"', "\u201f": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
    "\u25cf": "•", "\u25cb": "•", "\u25aa": "•", "\u25a0": "•", "\u25e6": "•", "\u2023": "•", "\uf0b7": "•",
}  # fmt: skip


class Passage(NamedTuple):
    """A stretch of the folded text and where it starts in the document.

    Line ends inside a passage are blanks, so `start + i` is the place of `text[i]` in the source.
    """

    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)

    def cut(self, first: int, last: int | None = None) -> Passage:
        """The part from `first` to `last` (offsets in `text`), without blanks around it."""
        text = self.text[first:last]
        bare = text.lstrip()
        return Passage(bare.rstrip(), self.start + first + len(text) - len(bare))

    def cells(self) -> list[Passage]:
        """The cells of a row, which tabs part, empty ones included."""
        cells, at = [], 0
        for text in self.text.split("\t"):
            cells.append(self.cut(at, at + len(text)))
            at += len(text) + 1
        return cells


class Line(NamedTuple):
    """A printed line that is not blank, without the blanks around it."""

    text: str
    start: int
    gap: bool
    """True where a blank line, or the top of the document, stands before it."""

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.start + len(self.text)

    @property
    def passage(self) -> Passage:
        """The line as a passage."""
        return Passage(self.text, self.start)


@dataclass(frozen=True)
class Document:
    """Decoded text with what its reader knows about it.

    `pages` holds the offset at which each page starts, and is empty where there are no pages. `furniture` holds the
    spans of page headers, menus and the like: they are printed, but no field sees them. `headings` holds where the
    lines start that the source marks as headings, each with its level (1 is the highest). `bars` holds the offsets of
    characters that part the cells of a row, as Markdown's `|` does: patterns see tabs there. `day_first` says how dates
    in figures are read; None leaves it to what the document itself shows.
    """

    text: str
    name: str = "-"
    sha256: str = ""
    media_type: str = "text/plain"
    encoding: str | None = "utf-8"
    pages: tuple[int, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()
    headings: tuple[tuple[int, int], ...] = ()
    bars: tuple[int, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()
    day_first: bool | None = None

    @cached_property
    def shown(self) -> str:
        """The text with its furniture blanked out, at the same length."""
        return blanked(self.text, self.furniture)

    @cached_property
    def folded(self) -> str:
        """The shown text with plain quotes, dashes, bullets and blanks and with `\\n` as the only line end, at the same
        length.
        """
        text = _with_tabs(self.shown, self.bars)
        for printed, plain in FOLDED.items():
            text = text.replace(printed, plain)
        return text.replace("\r\n", " \n").replace("\r", "\n")

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The lines that are not blank."""
        lines: list[Line] = []
        start, gap = 0, True
        for raw in self.folded.split("\n"):
            bare = raw.strip()
            if bare:
                lines.append(Line(bare, start + raw.index(bare[0]), gap))
            gap = not bare
            start += len(raw) + 1
        return tuple(lines)

    @cached_property
    def _line_starts(self) -> array[int]:
        starts, at = array("q", [0]), self.folded.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.folded.find("\n", at + 1)
        return starts

    def span(self, start: int, end: int) -> Span:
        """The span of `start` to `end` with its line and page."""
        page = bisect_right(self.pages, start) or 1
        line = bisect_right(self._line_starts, start)
        return Span(start=start, end=end, line=line, page=page if self.pages else None)

    def printed(self, start: int, end: int) -> str:
        """The words between two offsets as printed, white space folded, without furniture."""
        return " ".join(self.shown[start:end].split())

    def passage(self, start: int, end: int) -> Passage:
        """The folded text between two offsets, line ends as blanks."""
        return Passage(self.folded[start:end].replace("\n", " "), start)

    def without(self, spans: Iterable[tuple[int, int]]) -> Document:
        """The same document with more furniture."""
        spans = tuple(spans)
        return replace(self, furniture=tuple(sorted({*self.furniture, *spans}))) if spans else self


def _with_tabs(text: str, bars: Sequence[int]) -> str:
    """`text` with a tab for each character at the offsets in `bars`."""
    if not bars:
        return text
    starts = (0, *(bar + 1 for bar in bars))
    return "\t".join([text[start:end] for start, end in zip(starts, (*bars, len(text)), strict=True)])


def blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """`text` with every character of `spans` but line ends turned into a blank."""
    if not spans:
        return text
    parts, at = [], 0
    for start, end in sorted(spans):
        start = max(start, at)
        if end <= start:
            continue
        parts.append(text[at:start])
        parts.append("".join(c if c in "\r\n" else " " for c in text[start:end]))
        at = end
    return "".join([*parts, text[at:]])
