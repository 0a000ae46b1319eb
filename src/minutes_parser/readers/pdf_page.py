"""What stands on the page of a PDF: words with their places, and the ruled lines of tables.

Coordinates are in points, grow to the right and downwards, and are those of the page as it is shown.
"""

from __future__ import annotations

import ctypes
import re
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

# pdfium puts U+FFFE or U+0002 where a hyphen ends a line; what follows stands on the next line
WORD = re.compile(r"[^\s\ufffe\x02]+[\ufffe\x02]?|[\ufffe\x02]")
HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\u00ad": "-", "\uf0b7": "•", "\uf0a7": "•", "\x00": " "})
THIN = 3.0
SHORTEST_RULE = 6.0
MOST_CHARACTERS = 1_000_000
"""A page with more characters than this is a trap: in the smallest print an A4 page holds a third of them."""
MOST_PATHS = 4000
"""A page with more strokes than this is a drawing, not a table."""


class CrowdedPageError(Exception):
    """A page on which more characters stand than fit on paper: it was made to fill the memory."""


class Box(NamedTuple):
    """A rectangle; `top` is smaller than `bottom`."""

    left: float
    top: float
    right: float
    bottom: float


class Word(NamedTuple):
    """A word and its place."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2


class Page(NamedTuple):
    """The words of a page in the order of the file, and its horizontal and vertical rules."""

    words: list[Word]
    across: list[Box]
    down: list[Box]
    width: float


def read_page(page: pdfium.PdfPage) -> Page:
    """The words and rules of a page."""
    turns = raw.FPDFPage_GetRotation(page)
    width, _ = page.get_size()
    words = _words(page, turns)
    across, down = _rules(page, turns) if words else ([], [])
    return Page(words, across, down, width)


def _words(page: pdfium.PdfPage, turns: int) -> list[Word]:
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > MOST_CHARACTERS:
            raise CrowdedPageError(count)
        text = _text(textpage, count)
        return [_word(textpage, found, turns, count == len(text)) for found in WORD.finditer(text)]
    finally:
        textpage.close()


def _text(textpage: pdfium.PdfTextPage, count: int) -> str:
    """All characters of the page, one for each that pdfium counts."""
    buffer = (ctypes.c_ushort * (count + 1))()
    length = raw.FPDFText_GetText(textpage, 0, count, buffer)
    return bytes(buffer)[: max(0, length - 1) * 2].decode("utf-16-le", "replace")


def _word(textpage: pdfium.PdfTextPage, found: re.Match[str], turns: int, plain: bool) -> Word:
    first, last = found.start(), found.end() - 1
    if not plain:
        first = raw.FPDFText_GetCharIndexFromTextIndex(textpage, first)
        last = raw.FPDFText_GetCharIndexFromTextIndex(textpage, last)
    one, other = _place(textpage, first, turns), _place(textpage, last, turns)
    if other.top > one.bottom:
        other = one
    box = (
        min(one.left, other.left),
        min(one.top, other.top),
        max(one.right, other.right),
        max(one.bottom, other.bottom),
    )
    return Word(found[0].translate(HYPHENS), *box)


def _place(textpage: pdfium.PdfTextPage, index: int, turns: int) -> Box:
    """Where a character stands, with the height of its font rather than of its ink."""
    found = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, index, found)
    return _turned(found.left, found.bottom, found.right, found.top, turns)


def _turned(left: float, bottom: float, right: float, top: float, turns: int) -> Box:
    """A rectangle of the file as it is shown on a page that is turned clockwise by so many quarters."""
    if turns == 1:
        return Box(bottom, left, top, right)
    if turns == 2:
        return Box(-right, bottom, -left, top)
    if turns == 3:
        return Box(-top, -right, -bottom, -left)
    return Box(left, -top, right, -bottom)


def _rules(page: pdfium.PdfPage, turns: int) -> tuple[list[Box], list[Box]]:
    """The horizontal and the vertical lines that are drawn on a page, also those around boxes."""
    across: list[Box] = []
    down: list[Box] = []
    count = raw.FPDFPage_CountObjects(page)
    if count > MOST_PATHS * 4:
        return across, down
    width, height = page.get_size()
    for index in range(count):
        item = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_PATH:
            continue
        has_sides = _is_stroked(item)
        for box in _strokes(item, turns):
            if box.right - box.left < width * 0.95 or box.bottom - box.top < height * 0.95:
                _add_edges(box, has_sides, across, down)
    return across, down


def _is_stroked(item: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether the outline of a path is drawn, and not only its area: shading has no sides."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(raw.FPDFPath_GetDrawMode(item, fill, stroke)) and bool(stroke.value)


def _strokes(item: raw.FPDF_PAGEOBJECT, turns: int) -> list[Box]:
    """The rectangle around a path, or around each stroke of a path that has many, such as a whole grid."""
    segments = raw.FPDFPath_CountSegments(item)
    if 5 < segments < MOST_PATHS:
        return _segments(item, segments, turns)
    edges = [ctypes.c_float() for _ in range(4)]
    if not raw.FPDFPageObj_GetBounds(item, *edges):
        return []
    left, bottom, right, top = (edge.value for edge in edges)
    return [_turned(left, bottom, right, top, turns)]


def _segments(item: raw.FPDF_PAGEOBJECT, count: int, turns: int) -> list[Box]:
    """A rectangle around each straight stroke of a path."""
    matrix = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    boxes, before = [], (0.0, 0.0)
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        here = (
            matrix.a * x.value + matrix.c * y.value + matrix.e,
            matrix.b * x.value + matrix.d * y.value + matrix.f,
        )
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            (left, right), (bottom, top) = sorted((here[0], before[0])), sorted((here[1], before[1]))
            boxes.append(_turned(left, bottom, right, top, turns))
        before = here
    return boxes


def _add_edges(box: Box, has_sides: bool, across: list[Box], down: list[Box]) -> None:
    """Adds a stroke, or the four sides of a box, to the rules of its direction."""
    wide, high = box.right - box.left, box.bottom - box.top
    if high <= THIN and wide >= SHORTEST_RULE:
        across.append(box)
    elif wide <= THIN and high >= SHORTEST_RULE:
        down.append(box)
    elif has_sides and wide > THIN and high > SHORTEST_RULE:
        across += [Box(box.left, box.top, box.right, box.top), Box(box.left, box.bottom, box.right, box.bottom)]
        down += [Box(box.left, box.top, box.left, box.bottom), Box(box.right, box.top, box.right, box.bottom)]
