"""From the starts of the items to the whole outline: front matter, attendance, items, close and appendices."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Line
from minutes_parser.extractors.blocks import Start, build, is_closing_item, line_index
from minutes_parser.extractors.closing import end_of_last_item
from minutes_parser.extractors.front import split_front
from minutes_parser.outline import Appendix, ItemBlock, Outline
from minutes_parser.schema import Layout, ParseWarning

BlockMaker = Callable[[Start, tuple[Line, ...], int], ItemBlock]


def outline_of(
    document: Document,
    layout: Layout,
    starts: Sequence[Start],
    block: BlockMaker | None = None,
    warnings: tuple[ParseWarning, ...] = (),
    lines: Sequence[Line] | None = None,
) -> Outline:
    """The outline of a document whose items begin at `starts`; `lines` where they are not the document's own."""
    lines = document.lines if lines is None else lines
    if not starts:
        return _without_items(document, layout, lines, warnings)
    first = line_index(lines, starts[0].line)
    last = starts[-1]
    own, appendix = end_of_last_item(lines[last.body :], is_closing_item(last.title.text))
    end, appendix = last.body + own, last.body + appendix
    front, attendance = split_front(lines[:first])
    return Outline(
        document=document,
        layout=layout,
        front=front,
        attendance=attendance,
        items=build(lines, starts, end, block),
        after=tuple(lines[end:appendix]),
        appendices=(Appendix(tuple(lines[appendix:])),) if appendix < len(lines) else (),
        warnings=(*warnings, *_repeated_numbers(document, starts)),
    )


def _without_items(
    document: Document, layout: Layout, lines: Sequence[Line], warnings: tuple[ParseWarning, ...]
) -> Outline:
    """An outline whose text is all front matter, with a warning that says so."""
    front, attendance = split_front(lines)
    missing = (caution(document, "no-items", "no agenda item was found"),) if lines else ()
    return Outline(document, layout, front, attendance, (), warnings=(*warnings, *missing))


def _repeated_numbers(document: Document, starts: Sequence[Start]) -> tuple[ParseWarning, ...]:
    """A warning for every number that an earlier item has too."""
    seen: set[str] = set()
    warnings = []
    for number in (start.number for start in starts if start.number):
        if number.text in seen:
            message = f"number {number.text} stands before two items"
            warnings.append(caution(document, "repeated-number", message, number.start, number.end))
        seen.add(number.text)
    return tuple(warnings)
