"""Words of a page put together: lines from left to right, their cells, and the cells of ruled tables."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from minutes_parser.readers.pdf_page import Box, Page, Word

GAP = 1.4
"""Blank between two words, in heights of the type, from which they stand in different columns."""
STOPS = (".", ",", ";", ":")
REACH = 3.0
"""How far from a rule a word or another rule may be and still touch it."""


class Cell(NamedTuple):
    """Words in one line with no gap between them."""

    text: str
    left: float
    right: float


class PdfLine(NamedTuple):
    """A printed line: its cells from left to right."""

    cells: tuple[Cell, ...]
    top: float
    bottom: float
    first: float
    """Width of its first word, which says whether the line above had room for it."""

    @property
    def left(self) -> float:
        """Where it starts."""
        return self.cells[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.cells[-1].right

    @property
    def size(self) -> float:
        """Height of its type."""
        return self.bottom - self.top

    @property
    def text(self) -> str:
        """Its words, with a tab between cells."""
        return "\t".join(cell.text for cell in self.cells)


def lines_of(words: Iterable[Word]) -> list[PdfLine]:
    """The lines that words make, from the top of the page."""
    return [line_of(row) for row in rows_of(words)]


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words at the same height. Superscripts and other small type go with the line that they overlap."""
    rows: list[list[Word]] = []
    ends: list[float] = []
    for word in sorted(words, key=lambda word: word.middle):
        for at in range(len(rows) - 1, max(-1, len(rows) - 3), -1):
            if _is_level(rows[at][-1], word) and (word.left >= ends[at] - 3 or _has_room(rows[at], word)):
                rows[at].append(word)
                ends[at] = max(ends[at], word.right)
                break
        else:
            rows.append([word])
            ends.append(word.right)
    return rows


def _is_level(other: Word, word: Word) -> bool:
    shared = min(other.bottom, word.bottom) - max(other.top, word.top)
    return shared > 0.5 * min(other.bottom - other.top, word.bottom - word.top)


def _has_room(row: Sequence[Word], word: Word) -> bool:
    """Whether a word is not printed over a row, as a table is that runs into the footer."""
    return all(word.right - other.left < 3 or other.right - word.left < 3 for other in row[-100:])


def line_of(row: list[Word]) -> PdfLine:
    """The line that words at one height make."""
    row = sorted(row, key=lambda word: word.left)
    tall = max(row, key=lambda word: (word.bottom - word.top) * min(len(word.text), 4))
    size = min(tall.bottom - tall.top, 30.0)
    cells, start = [], 0
    for at in range(1, len(row) + 1):
        if at == len(row) or (row[at].left - row[at - 1].right > GAP * size and row[at].text not in STOPS):
            part = row[start:at]
            cells.append(Cell(_spaced(part), part[0].left, max(word.right for word in part)))
            start = at
    return PdfLine(tuple(cells), tall.top, tall.bottom, row[0].right - row[0].left)


def _spaced(words: Sequence[Word]) -> str:
    """Words with a blank between them; a raised ordinal ('26', 'th') goes to its number again."""
    parts = [words[0].text]
    for before, word in pairwise(words):
        raised = word.text[:2] in ("st", "nd", "rd", "th") and before.text[-1:].isdigit()
        parts.append(word.text if raised and word.left - before.right < 1 else " " + word.text)
    return "".join(parts)


class Grid:
    """The ruled tables of a page: says in which cell a place is."""

    def __init__(self, page: Page) -> None:
        self._down = _merged_down(page.down)
        self._across = _merged(page.across)
        self._used: set[float] = set()
        self._columns: dict[int, list[float]] = {}
        self._levels: dict[tuple[float, float], list[float]] = {}

    def split(self, words: list[Word]) -> tuple[list[Word], dict[Box, list[Word]]]:
        """The words outside every table, and those in each cell."""
        if len(self._down) < 2 or len(self._across) < 2:
            return words, {}
        free: list[Word] = []
        cells: dict[Box, list[Word]] = {}
        for word in words:
            box = self._cell(word)
            if box is None:
                free.append(word)
            else:
                cells.setdefault(box, []).append(word)
                self._used.add(box.left)
        return free, cells

    def empty(self, left: Box, right: Box) -> list[float]:
        """Where the cells without words between two cells of a row start."""
        edges = self._edges(round((left.top + min(left.bottom, right.bottom)) / 2))
        return [edge for edge in edges if left.right - 1 < edge < right.left - REACH and edge in self._used]

    def _edges(self, height: int) -> list[float]:
        """Places of the vertical rules at a height."""
        if height not in self._columns:
            found = (rule.left for rule in self._down if rule.top - REACH <= height <= rule.bottom + REACH)
            self._columns[height] = _apart(found)
        return self._columns[height]

    def _cell(self, word: Word) -> Box | None:
        edges = self._edges(round(word.middle))
        at = bisect_right(edges, (word.left + min(word.right, word.left + 8)) / 2)
        if not 0 < at < len(edges):
            return None
        left, right = edges[at - 1], edges[at]
        levels = self._between(left, right)
        row = bisect_right(levels, word.middle)
        return Box(left, levels[row - 1], right, levels[row]) if 0 < row < len(levels) else None

    def _between(self, left: float, right: float) -> list[float]:
        """Heights of the rules that run from one edge of a column to the other."""
        key = (left, right)
        if key not in self._levels:
            found = [rule.top for rule in self._across if rule.left <= left + REACH and rule.right >= right - REACH]
            ends = [
                [end for rule in self._down if abs(rule.left - edge) <= REACH for end in (rule.top, rule.bottom)]
                for edge in key
            ]
            # a table that goes on over the page may not be closed there: it ends where its columns do
            found += [end for end in ends[0] if any(abs(end - other) <= REACH for other in ends[1])]
            self._levels[key] = _apart(found)
        return self._levels[key]


def _apart(places: Iterable[float]) -> list[float]:
    """Places in order; of those that touch, the first."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > REACH:
            kept.append(place)
    return kept


def _merged_down(rules: Iterable[Box]) -> list[Box]:
    """Vertical rules, made one in the same way."""
    flipped = (Box(rule.top, rule.left, rule.bottom, rule.right) for rule in rules)
    return [Box(rule.top, rule.left, rule.bottom, rule.right) for rule in _merged(flipped)]


def _merged(rules: Iterable[Box]) -> list[Box]:
    """Horizontal rules, with those that go on from one another made one."""
    merged: list[Box] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.top), rule.left)):
        last = merged[-1] if merged else None
        if last and abs(last.top - rule.top) < 1.5 and rule.left <= last.right + REACH:
            merged[-1] = last._replace(right=max(last.right, rule.right))
        else:
            merged.append(rule)
    return merged
