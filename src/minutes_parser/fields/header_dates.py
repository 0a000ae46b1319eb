"""The dates and times of a heading, and what is doubtful about them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_parser.cautions import caution
from minutes_parser.document import Document
from minutes_parser.fields.dates import FoundDate, find_dates
from minutes_parser.fields.header_lines import Header
from minutes_parser.fields.sentence import HELD, PUBLISHED, Sentence, without_brackets
from minutes_parser.fields.times import FoundTime, find_clock, find_times
from minutes_parser.schema import ParseWarning

# a day with a time to the minute in front matter, 'date: 2021-03-04 19:30'; a page's own time has seconds
_SCHEDULED = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}")
# what stands between the start and the end of a meeting: ' - ', ' to ', 'pm '; not ' for ' ('7.30pm for 7.45pm')
RANGE = re.compile(r"[ .\n]* (?: - | to | until | till | and )? [ ]*", re.VERBOSE)


def has_figures(header: Header) -> bool:
    """Whether the heading holds a date in figures that can be read in two ways."""
    passages = [*header.statements, *(field.value for field in header.fields)]
    return any(found.ambiguous for passage in passages for found in find_dates(passage))


def header_dates(header: Header, sentence: Sentence | None, day_first: bool) -> list[FoundDate]:
    """The dates of the heading, the meeting's own first."""
    labelled = [
        found
        for field in header.fields
        if field.field in ("date", "start")
        for found in find_dates(field.value, day_first=day_first)[:1]
    ]
    spoken = sentence.dates if sentence and (HELD.search(sentence.passage.text) or not labelled) else []
    others = [
        found
        for statement in header.statements
        if len(statement.text) < 120
        and not PUBLISHED.search(statement.text)
        and (not sentence or not sentence.dates or statement.start <= sentence.passage.start)
        for found in find_dates(statement, day_first=day_first)[:1]
    ]
    others.sort(key=lambda found: _is_stamp(header, found))
    published = [
        found for field in header.fields if field.field == "page-date" for found in find_dates(field.value)[:1]
    ]
    return list(dict.fromkeys([*spoken[:1], *labelled, *others, *spoken[1:]])) or published


def _is_stamp(header: Header, found: FoundDate) -> bool:
    """Whether a date in figures stands alone on its line, as stamps do; one in words is the meeting's sooner."""
    return any(
        line.start == found.start
        and line.end == found.end
        and line.text[0].isdigit()
        and not any(map(str.isalpha, line.text))
        for line in header.statements
    )


def field_times(header: Header) -> list[FoundTime]:
    """The times of labelled fields."""
    return [
        time
        for field in header.fields
        if field.field in ("time", "date", "start")
        or (field.field == "page-date" and _SCHEDULED.fullmatch(field.value.text))
        for time in (find_clock if field.field == "time" else find_times)(without_brackets(field.value))
    ]


def other_times(header: Header) -> list[FoundTime]:
    """Times on a short line of their own, or in a sentence about the meeting that has no date."""
    lines = (line for line in header.statements if len(line.text) < 60 or HELD.search(line.text))
    return next((times for line in lines if (times := find_times(line))), [])


def end_time(header: Header, times: Sequence[FoundTime]) -> str | None:
    """The end of a range such as '10:00-11:30', or a field of its own."""
    labelled = [time.value for field in header.fields if field.field == "end" for time in find_clock(field.value)]
    if labelled:
        return labelled[0]
    if len(times) < 2 or times[1].value <= times[0].value:
        return None
    between = header.document.folded[times[0].end : times[1].start]
    return times[1].value if RANGE.fullmatch(between) else None


def date_warnings(
    document: Document, dates: Sequence[FoundDate], chosen: FoundDate | None, order: bool | None
) -> Iterator[ParseWarning]:
    """What is doubtful about the dates of the heading."""
    for found in dates:
        if found.impossible:
            text = document.printed(found.start, found.end)
            yield caution(document, "impossible-date", f"there is no such day: {text}", found.start, found.end)
    if chosen is None:
        return
    text = document.printed(chosen.start, chosen.end)
    if chosen.ambiguous and order is None:
        yield caution(document, "ambiguous-date", f"day or month first: {text}", chosen.start, chosen.end)
    if chosen.mismatched and chosen.value:
        message = f"{text} was a {chosen.value:%A}"
        yield caution(document, "weekday-mismatch", message, chosen.start, chosen.end)
    other = next((found for found in dates if found.value and found.value != chosen.value), None)
    if other:
        message = f"the heading also holds {document.printed(other.start, other.end)}; {text} was taken"
        yield caution(document, "two-dates", message, other.start, other.end)
