"""Several meetings in one file: where each begins, and which is the one to be read.

Clerks put the annual meeting and the ordinary one of the same evening, or a quarter's meetings, into one file. A record
is that of one meeting, so the longest is read, and the others are kept as appendices and named in warnings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Line
from minutes_parser.extractors.front import plain
from minutes_parser.fields.dates import find_dates
from minutes_parser.fields.presence import parse_presence
from minutes_parser.fields.prose import has_any
from minutes_parser.outline import Appendix, Outline

# what a heading names: 'Minutes of the meeting held on 3 May 2023', 'ANNUAL PARISH MEETING'; not 'Meetings calendar'
NAMED = re.compile(r"\b (?: minutes | notes | meeting | agm ) \b", re.VERBOSE | re.IGNORECASE)
# what a sentence tells and no heading does: 'The minutes of 3 May were signed', 'The next meeting'; not 'held on'
TOLD = re.compile(
    r"""
    \b (?: was | were | approved | agreed | signed | accepted | received | next | will | closed | ended | concluded
        | adjourned | finished ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
PRESENT = ("present", "attend", "sederunt")
LONGEST_LABEL = 40
LONGEST_HEADING = 200
MOST_BETWEEN = 12
"""So many lines at most stand between the heading of a meeting and the label of its attendance."""
MOST_ABOVE = 3
"""So many lines of a heading may stand above the one that says what it is the heading of."""
LONGEST_ABOVE = 60


class _Beginning(NamedTuple):
    """Where a meeting begins: the index of its first line, and the line that names it."""

    first: int
    named: Line


def without_other_meetings(document: Document) -> tuple[Document, tuple[Line, ...]]:
    """The document with all but its longest meeting blanked out, and the lines that name the others, in order."""
    lines = document.lines
    beginnings = _beginnings(lines)
    if len(beginnings) < 2:
        return document, ()
    starts = [0, *(lines[beginning.first].start for beginning in beginnings[1:])]
    spans = list(zip(starts, [*starts[1:], len(document.text)], strict=True))
    longest = max(spans, key=lambda span: span[1] - span[0])
    others = tuple(b.named for b, span in zip(beginnings, spans, strict=True) if span != longest)
    return document.without(span for span in spans if span != longest), others


def with_other_meetings(outline: Outline, document: Document, others: Sequence[Line]) -> Outline:
    """The outline of the longest meeting with the others of `document` as appendices, and a warning for each."""
    if not others:
        return outline
    own = outline.document.furniture
    hidden = [span for span in own if any(span[0] <= other.start < span[1] for other in others)]
    lines = [tuple(line for line in document.lines if start <= line.start < end) for start, end in hidden]
    named = tuple(
        caution(
            document, "several-meetings", f"another meeting, kept as an appendix: {other.text}", other.start, other.end
        )
        for other in others
    )
    return replace(
        outline,
        document=replace(outline.document, furniture=tuple(span for span in own if span not in hidden)),
        appendices=(*outline.appendices, *(Appendix(other) for other in lines)),
        warnings=(*outline.warnings, *named),
    )


def _beginnings(lines: Sequence[Line]) -> list[_Beginning]:
    """The meetings that a file holds, each with a dated heading of its own and the label of an attendance list."""
    found: list[_Beginning] = []
    known: set[tuple[str, object]] = set()
    last = 0
    for at in _labels(lines):
        named = _heading(lines, max(last, at - MOST_BETWEEN), at)
        last = at
        if named is None:
            continue
        heading = lines[named].text.lower(), _date(lines[named : at + 1])
        if heading[1] and heading not in known:
            known.add(heading)
            found.append(_Beginning(_top(lines, named), lines[named]))
    return found


def _labels(lines: Sequence[Line]) -> Iterator[int]:
    """Where the lines are that begin a list of those present."""
    for at, line in enumerate(lines):
        if has_any(line.text[:LONGEST_LABEL].lower(), PRESENT):
            label = parse_presence(plain(line))
            if label and label.status == "present":
                yield at


def _heading(lines: Sequence[Line], first: int, end: int) -> int | None:
    """The first line of some that names a meeting."""
    return next((at for at in range(first, end) if _names_meeting(lines[at].text)), None)


def _names_meeting(text: str) -> bool:
    """Whether a line is the heading of a meeting, and no item ('2. Minutes of 3 May 2023') and no sentence."""
    if len(text) > LONGEST_HEADING or text.lstrip("([")[:1].isdigit():
        return False
    return NAMED.search(text) is not None and not TOLD.search(text)


def _date(lines: Sequence[Line]) -> object:
    """The first whole date of some lines."""
    return next((date.value for line in lines for date in find_dates(line.passage) if date.value), None)


def _top(lines: Sequence[Line], named: int) -> int:
    """Where a heading begins whose `named` line says what it is the heading of: short lines above belong to it."""
    at = named
    while at > max(named - MOST_ABOVE, 0) and _is_of_heading(lines[at - 1].text):
        at -= 1
    return at


def _is_of_heading(text: str) -> bool:
    """Whether a line can be the body's name above a heading: short, and capitals on its words."""
    return len(text) <= LONGEST_ABOVE and text[-1] not in ".,;:" and (text.isupper() or text.istitle())
