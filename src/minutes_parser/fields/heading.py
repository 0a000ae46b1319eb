"""Which body met, when and where: the heading of minutes and the sentences that open and close the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from minutes_parser.document import Document, Passage
from minutes_parser.fields.bodies import MEETING_KINDS, STATUSES, Names, own_names
from minutes_parser.fields.dates import find_dates, shown_order
from minutes_parser.fields.header_dates import (
    date_warnings,
    end_time,
    field_times,
    has_figures,
    header_dates,
    other_times,
)
from minutes_parser.fields.header_lines import Header, parse_contact, read_header
from minutes_parser.fields.header_names import find_names
from minutes_parser.fields.sentence import ABOUT, HELD, HISTORY, MINUTES, Sentence, find_sentence, without_brackets
from minutes_parser.fields.sessions import closing_time, opening_place, opening_time
from minutes_parser.fields.times import find_times
from minutes_parser.fields.venue import parse_venue, place_line, tidy_venue
from minutes_parser.outline import Outline
from minutes_parser.schema import Contact, Meeting, ParseWarning, Span

# 'Annual General' in 'Annual General Meeting', 'special' in 'a special meeting of'; not 'Special Needs Panel'
_KIND = re.compile(
    rf"""
    \b (?P<kind>
      (?: {"|".join(sorted(MEETING_KINDS, key=len, reverse=True))} )
      (?: [ ]+ (?: general | ordinary | special | statutory ) )?
    ) \b
    (?= (?: [ ][\w'&]+ ){{0,6}}? [ ] (?: meeting | agm | session )
      | [ ] of\b
      | [ ]* $
      | [ ] minutes )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ACRONYM_KIND = re.compile(r"\b(?:AGM|EGM)\b")
# 'DRAFT', 'approved'; not 'approved by the Board', 'were approved', 'drafted'
_STATUS = re.compile(
    rf"(?<! were[ ] ) (?<! was[ ] ) \b (?P<status> {'|'.join(STATUSES)} ) \b (?! [ ] (?: at | by | as ) \b )",
    re.VERBOSE | re.IGNORECASE,
)

# 'This was a virtual meeting using Zoom.'; not 'The virtual meeting room was full'
_AT_A_DISTANCE = re.compile(
    r"""
    \b (?: this | it ) [ ] (?: was | is ) [ ] (?: an? [ ] )?
    (?P<venue> (?: virtual | remote | online | video | hybrid ) [ ] (?: meeting | conference )
      [ ] (?: using | via | on | by | over | held[ ] (?: using | via | on ) ) [ ] [A-Z] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# another meeting in the same file: 'Includes the draft minutes of the AGM'
_INCLUDES = re.compile(r"(?: also[ ] )? (?: includ | incorporat | followed[ ]by )", re.VERBOSE | re.IGNORECASE)


def parse_meeting(outline: Outline) -> tuple[Meeting, tuple[ParseWarning, ...]]:
    """The meeting that the minutes are of, and what is doubtful about it."""
    document, header = outline.document, read_header(outline)
    order = shown_order(document) if has_figures(header) else None
    sentence = find_sentence(header, order is not False)
    names = find_names(header, sentence)
    if not names.body:
        own = own_names(document)
        names = Names(names.organisation or own.organisation, own.body)
    dates = header_dates(header, sentence, order is not False)
    date = next((found for found in dates if found.value), None)
    times = field_times(header) or (sentence.times if sentence else []) or other_times(header)
    start = times[0].value if times else opening_time(outline)
    meeting = Meeting(
        organisation=_printed(document, names.organisation),
        body=_printed(document, names.body),
        kind=_kind(header, sentence),
        status=_status(header),
        date=date.value.isoformat() if date and date.value else None,
        start_time=start,
        end_time=closing_time(outline, start) or end_time(header, times),
        venue=_printed(document, _venue(header, sentence) or opening_place(outline)),
        contact=_contact(header),
        span=_span(header, sentence),
    )
    return meeting, tuple(date_warnings(document, dates, date, order))


def _printed(document: Document, passage: Passage | None) -> str | None:
    if not passage or not passage.text:
        return None
    text = document.printed(passage.start, passage.end)
    return text.replace("**", "").strip() or None


def _venue(header: Header, sentence: Sentence | None) -> Passage | None:
    """The labelled venue, or the place that the sentence names."""
    for field in header.fields:
        if field.field == "venue" and (venue := tidy_venue(field.value)):
            return venue
    if sentence and HISTORY.match(sentence.passage.text):
        return None
    if not sentence:
        return _venue_line(header) or _venue_said(header)
    tail = sentence.tail
    spans = [(date.start, date.end) for date in sentence.dates] + [(time.start, time.end) for time in sentence.times]
    spoken = parse_venue(tail, [span for span in spans if span[0] >= tail.start])
    return spoken or _venue_after(header, sentence) or _venue_line(header) or _venue_said(header)


def _venue_after(header: Header, sentence: Sentence) -> Passage | None:
    """The place in a sentence of its own: 'The meeting was held in the Town Hall.'"""
    for statement in header.statements:
        held = HELD.search(statement.text)
        if statement.start > sentence.passage.start and held and ABOUT.search(statement.text, 0, held.start()):
            return parse_venue(statement.cut(held.start()), [(time.start, time.end) for time in find_times(statement)])
    return None


def _venue_said(header: Header) -> Passage | None:
    """A meeting at a distance that a sentence further down tells of: 'This was a virtual meeting using Zoom.'"""
    for line in header.below:
        found = _AT_A_DISTANCE.search(line.text)
        if found:
            return tidy_venue(line.passage.cut(found.start("venue")))
    return None


def _venue_line(header: Header) -> Passage | None:
    """The place on a line of its own beside the line of the date, with the lines of its address."""
    lines = list(header.statements)
    dated = next((at for at, line in enumerate(lines) if find_dates(line)), None)
    if dated is None:
        return None
    bare = not MINUTES.search(lines[dated].text)  # a letterhead's address stands above the sentence
    for at in (dated + 1, dated + 2, *((dated - 1, dated - 2, dated - 3) if bare else ())):
        if 0 <= at < len(lines):
            times = [(time.start, time.end) for time in find_times(lines[at])]
            place = place_line(lines[at], times)
            if place:
                return _with_address(header, place, lines[at + 1 : max(at, dated)])
    return None


def _with_address(header: Header, place: Passage, below: Sequence[Passage]) -> Passage:
    """A place with the lines of its address, which hold figures, down to the line of the date."""
    end = place.end
    for line in takewhile(lambda line: any(c.isdigit() for c in line.text), below):
        end = line.end
    return header.document.passage(place.start, end)


def _kind(header: Header, sentence: Sentence | None) -> str | None:
    """The kind of meeting as the sentence, or a line above it, prints it."""
    for passage in ([without_brackets(sentence.head)] if sentence else []) + list(header.statements[:6]):
        if _INCLUDES.match(passage.text):
            continue
        found = _ACRONYM_KIND.search(passage.text) or _KIND.search(passage.text[:200])
        if found and len(passage.text) < 400:
            return header.document.printed(passage.start + found.start(), passage.start + found.end())
    return None


def _status(header: Header) -> str | None:
    for passage in (*header.page, *header.statements):
        if _INCLUDES.match(passage.text):
            continue
        found = _STATUS.search(passage.text[:200])
        if found and (len(passage.text) < 40 or MINUTES.search(passage.text)):
            return header.document.printed(passage.start + found.start(), passage.start + found.end())
    return None


def _contact(header: Header) -> Contact | None:
    contacts = (parse_contact(header.document, field.value) for field in header.fields if field.field == "contact")
    return next((contact for contact in contacts if contact), None)


def _span(header: Header, sentence: Sentence | None) -> Span | None:
    """From the first line of the heading to the last one that was read."""
    used: list[Passage] = [field.value for field in header.fields if field.value.text]
    used += [statement for statement in header.statements if not sentence or statement.start <= sentence.passage.start]
    if not used:
        return None
    return header.document.span(min(part.start for part in used), max(part.end for part in used))
