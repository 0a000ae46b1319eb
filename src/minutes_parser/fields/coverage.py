"""How much of the text each part of the record holds."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_parser.document import Line
from minutes_parser.outline import Outline
from minutes_parser.schema import Coverage

BLANKS = tuple(c for c in map(chr, range(0x3001)) if c.isspace())
"""Every character that `str.isspace` calls blank; none stands above U+3000."""


def parse_coverage(outline: Outline) -> Coverage:
    """The count of non-blank characters in each part; what no part claims is unparsed."""
    document = outline.document
    blanks = [c for c in BLANKS if c == " " or c in document.text]  # furniture is blanked out with it

    def printed(start: int, end: int) -> int:
        return end - start - sum(document.shown.count(c, start, end) for c in blanks)

    def of_lines(lines: Iterable[Line]) -> int:
        return sum(printed(line.start, line.end) for line in lines)

    total = len(document.text) - sum(map(document.text.count, blanks))
    shown = printed(0, len(document.shown))
    front = of_lines(outline.front) + of_lines(outline.after)
    attendance = sum(map(of_lines, outline.attendance))
    items = sum(printed(item.start, item.end) for item in outline.items)
    appendices = sum(of_lines(appendix.lines) for appendix in outline.appendices)
    return Coverage(
        characters=total,
        front_matter=front,
        attendance=attendance,
        items=items,
        appendices=appendices,
        furniture=total - shown,
        unparsed=shown - front - attendance - items - appendices,
    )
