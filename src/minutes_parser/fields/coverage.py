"""How much of the text each part of the record holds."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_parser.document import Line
from minutes_parser.outline import ItemBlock, Outline
from minutes_parser.schema import Coverage


def parse_coverage(outline: Outline) -> Coverage:
    """The count of non-blank characters in each part; what no part claims is unparsed."""
    document = outline.document
    total = printed_characters(document.text)
    shown = printed_characters(document.shown)
    front, after = of_lines(outline.front), of_lines(outline.after)
    attendance = sum(of_lines(block) for block in outline.attendance)
    items = sum(printed_characters(document.shown[start:end]) for start, end in spans_of(outline.items))
    appendices = sum(of_lines(appendix.lines) for appendix in outline.appendices)
    return Coverage(
        characters=total,
        front_matter=front + after,
        attendance=attendance,
        items=items,
        appendices=appendices,
        furniture=total - shown,
        unparsed=shown - front - after - attendance - items - appendices,
    )


def printed_characters(text: str) -> int:
    """The number of characters of `text` that are not blank."""
    return sum(map(len, text.split()))


def of_lines(lines: Iterable[Line]) -> int:
    """The number of characters of some lines that are not blank."""
    return sum(printed_characters(line.text) for line in lines)


def spans_of(items: Iterable[ItemBlock]) -> list[tuple[int, int]]:
    """The spans of the items at the top level; those of sub-items lie inside them."""
    return [(item.start, item.end) for item in items]
