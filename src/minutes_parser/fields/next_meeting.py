"""When and where the body meets again."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

import regex

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Line, Passage
from minutes_parser.fields.dates import (
    MONTHS,
    ORDINALS,
    WEEKDAYS,
    FoundDate,
    date_order,
    find_dates,
    resolve_year,
    shown_order,
)
from minutes_parser.fields.sentence import without_brackets
from minutes_parser.fields.times import NAMED, FoundTime, find_times
from minutes_parser.fields.venue import is_place, parse_venue
from minutes_parser.late import late_pattern
from minutes_parser.outline import ItemBlock, Outline
from minutes_parser.schema import NextMeeting, ParseWarning

# 'Date of Next Meeting', 'Next Ordinary Meeting', 'Dates of future meetings'; not 'Actions before the next meeting'
_TITLE = late_pattern(
    r"""
    ^ \W*+ (?: to[ ](?:confirm|note|agree|set|fix|consider)[ ] )?+ (?: the[ ] )?+
    (?: (?: dates? | times? | day | venue | place | location | and | & | , | / | of | for | the | confirm\w* | schedule
        | details ) [ ,/]*+ )*+
    (?: next | future | forthcoming | following | upcoming ) [ ] (?: [\w'-]++[ ] ){0,4}?
      (?: me{2,3}ting s?+ | (?: conference[ ] )? calls? | sessions? | agm ) \b
    | ^ \W*+ (?: meeting[ ]dates? | dates?[ ]of[ ]meetings? ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'The next meeting will be held on', 'at the next meeting on the', 'Next meeting:', 'the date of the next meeting is',
# 'DNM:' (date of next meeting);
# not 'next, the meeting'
_SENTENCE = late_pattern(
    r"""
    (?: next [\s_-]++ (?: [\w'-]++ \s++ ){0,4}? (?: meetings?+ | calls? | sessions? | agm | teleconference )
      | do?nm (?= [ ]*+ [:-] ) ) \b
    (?: \s++ of \s++ (?:the\s++)? (?: [\w'&-]++ \s++ ){1,8}?
      (?= (?: will | would | is | was | to[ ]be | on | has ) \b ) )?
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
NEXT = ("next", "Next", "NEXT", "DNM", "DONM")
LINKS = (
    "of", "the", "will", "would", "is", "was", "to", "be", "held", "take", "place", "on", "at", "it", "that",
    "scheduled", "for", "has", "been", "arranged", "agreed", "confirmed", "rescheduled", "date", "time",
    "and", "in", "as", "due", "set", "being", "follows", "should", "changed", "from", "council", "board",
    "committee", "panel", "via", "annual", "general", "ordinary", "regular", "special", "monthly", "quarterly", "full",
    "business", "members", "trustees", "governors", "directors", "group", "working", "team", "parish", "town",
    "meetings", "our", "a", "an", "this", "planned", "provisionally", "tentatively", "currently", "expected", "now",
    "agm", "day", "starting", "start", "commencing", "virtual", "face-to-face", "in-person", "call", "again", "usual",
    "teams", "zoom", "online", "both", "next", "meeting", "s",
)  # fmt: skip
"""What may stand between 'next meeting' and its date."""
# ' will be held on', ': ', ' of the Board is scheduled for'; not ' by the clerk, who began on'
_LINK = late_pattern(r"(?: [ :;,.()-]++ | \b \L<links> \b )*+ $", regex.VERBOSE | regex.IGNORECASE, links=LINKS)
# 'will' in ': will be held'; empty where figures follow
_FIRST_WORD = re.compile(r"[ :;,.()-]*(?P<word>[A-Za-z]*)")
_FIRST_WORDS = frozenset(
    (*LINKS, *NAMED, *(name.lower() for row in (*MONTHS, *WEEKDAYS) for name in row), *ORDINALS, "")
)
"""What may follow 'next meeting' at once where its date is close by; figures give the empty word."""
# heads a list of days: 'Future Board meetings:', 'Dates of next meetings', 'Dates for 2023'; not
# 'Date of next release:', 'Future of the meetings'
_LIST_HEAD = late_pattern(
    r"""
    [*\#_ ]*+
    (?: dates? [ ] (?: of | for ) [ ] (?: the [ ] )?+
          (?: (?:19|20)[0-9]{2} [^.:]{0,60}+
            | (?: (?: next | future | forthcoming ) [ ] (?: [\w']++ [ ] ){0,3}? )? meetings? )
      | (?: future | forthcoming | upcoming | further | next ) [ ] (?: [\w']++ [ ] ){0,3}? meetings?
          (?: [ ] dates? )?+ )
    [*_ ]*+ :?+ [*_ ]*+ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_LIST_LETTERS = frozenset("dDfFuUnN*#_")
# what may stand before a day in a list
_LIST_MARK = re.compile(r"[·•* -]* [A-Za-z]{0,9} [ ,]*", re.VERBOSE)
# what follows a date without being a place: 'Meeting close', 'the AGM', 'Full Council'; 'Remote meeting'
# may be one
_OCCASION = re.compile(
    r"\b (?: meetings? | agm | clos (?: e | ed | ing ) | committee | full[ ]council | cabinet | board $ ) \b",
    re.VERBOSE | re.IGNORECASE,
)
# a changed date: 'changed from 21 July to 26 July'
_CHANGED = re.compile(
    r"\b (?: changed | moved | rescheduled | postponed | brought[ ]forward ) \b .{0,20} \b from \b",
    re.VERBOSE | re.IGNORECASE,
)
# the end of a sentence; not the stop of 'St. Ann', '7 p.m. The', 'J. Ash'
_STOP = late_pattern(
    r"(?<! \b (?: St | [ap]\.m | [ap]m | Mr | Dr | Rd | No | \p{Lu} ) ) \. [ ]+ (?= \p{Lu} )", regex.VERBOSE
)
# 'The meeting closed at', 'There being no further business': what follows belongs to the end, not to the next meeting
_CLOSED = re.compile(
    r"""
    \b (?: the[ ] )? meeting[ ] (?: was[ ] )? (?: closed | ended | concluded | finished ) \b
    | \b there[ ]being[ ]no \b
    | \b signed \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PARAGRAPH_END = re.compile(r"\n\s*\n")
YEAR = datetime.timedelta(days=366)
REACH = 400
"""Characters after 'next meeting' in which its date, time and place stand."""


def parse_next_meeting(
    outline: Outline, meeting_date: str | None
) -> tuple[NextMeeting | None, tuple[ParseWarning, ...]]:
    """The next meeting that the minutes announce, and what is doubtful about it; None where no date of it is printed.

    An item of its own counts before a sentence, and what stands later before what stands earlier.
    """
    document = outline.document
    held = datetime.date.fromisoformat(meeting_date) if meeting_date else None
    for passage in chain(_items(outline), _sentences(outline), _lists(outline)):
        dates = find_dates(passage)
        if any(found.ambiguous for found in dates):
            dates = find_dates(passage, day_first=date_order(document))
        chosen = _chosen(passage, dates, held)
        if chosen:
            found, warnings = _record(document, passage, dates, held, *chosen)
            if found.date or found.start_time or found.venue:
                return found, warnings
    return None, ()


def _record(
    document: Document,
    passage: Passage,
    dates: Sequence[FoundDate],
    held: datetime.date | None,
    found: FoundDate,
    day: datetime.date | None,
) -> tuple[NextMeeting, tuple[ParseWarning, ...]]:
    """The record of the date that was chosen, with the time and the place around it."""
    around = _around(passage, dates, found)
    times = find_times(around)
    time = _nearest(find_times(without_brackets(around)) if "(" in around.text else times, found)
    taken = [(found.start, found.end), *((time.start, time.end) for time in times)]
    venue = parse_venue(around, [(start, end) for start, end in taken if start >= around.start and end <= around.end])
    if venue and _OCCASION.search(venue.text) and not is_place(venue.text):
        venue = None
    end = max([found.end, *([time.end] if time else []), *([venue.end] if venue else [])])
    start = min([found.start, *([time.start] if time else []), *([venue.start] if venue else [])])
    record = NextMeeting(
        date=day.isoformat() if day else None,
        start_time=time.value if time else None,
        venue=document.printed(venue.start, venue.end) if venue else None,
        span=document.span(start, end),
    )
    return record, tuple(_warnings(document, held, found, day))


def _warnings(
    document: Document, held: datetime.date | None, found: FoundDate, day: datetime.date | None
) -> Iterator[ParseWarning]:
    if found.ambiguous and shown_order(document) is None:
        text = document.printed(found.start, found.end)
        yield caution(document, "ambiguous-date", f"day or month first: {text}", found.start, found.end)
    if day and held and day <= held:
        message = f"the next meeting is said to be on {day}, not after {held}"
        yield caution(document, "early-next-meeting", message, found.start, found.end)
    if day and found.weekday is not None and found.weekday != day.weekday():
        text = document.printed(found.start, found.end)
        yield caution(document, "weekday-mismatch", f"{text}: {day} is a {day:%A}", found.start, found.end)


def _chosen(
    passage: Passage, dates: Sequence[FoundDate], held: datetime.date | None
) -> tuple[FoundDate, datetime.date | None] | None:
    """The first date after the meeting and its day, which is unknown where neither it nor the meeting has a year.

    Where none is after it, the first one within a year before it counts, since a wrong year is a common misprint.
    """
    days = [(found, day) for found in dates if (day := found.value or (resolve_year(found, held) if held else None))]
    if len(days) > 1 and _CHANGED.search(passage.text[: dates[0].start - passage.start]):
        days = days[1:]
    coming = [(found, day) for found, day in days if held is None or day > held]
    if held is None and not days:
        return (dates[0], None) if dates else None
    if not any(found.year_printed for found, _ in coming):  # in a list, the first of them may be next year's
        coming.sort(key=lambda one: one[1])
    return next(iter(coming or [(found, day) for found, day in days if held and held - day < YEAR]), None)


def _nearest(times: Sequence[FoundTime], found: FoundDate) -> FoundTime | None:
    """The first time after the date, or the last one before it."""
    after = [time for time in times if time.start >= found.end]
    before = [time for time in times if time.end <= found.start]
    return next(iter(after), before[-1] if before else None)


def _around(passage: Passage, dates: Sequence[FoundDate], found: FoundDate) -> Passage:
    """The sentence that holds the date: up to the next date, a stop, or the close of the meeting."""
    text = passage.text
    later = [other.start - passage.start for other in dates if other.start > found.start]
    end = min([*later[:1], found.end - passage.start + 200, len(text)])
    closed = _CLOSED.search(text, found.end - passage.start)
    stop = _STOP.search(text, found.end - passage.start)
    end = min([end, *([closed.start()] if closed else []), *([stop.start() + 1] if stop else [])])
    earlier = [other.end - passage.start for other in dates if other.end <= found.start]
    return passage.cut(earlier[-1] if earlier else 0, end)


def _items(outline: Outline) -> Iterator[Passage]:
    """What items about the next meeting say, the last first, minutes before purpose."""
    for item in reversed(list(_flat(outline.items))):
        title = _TITLE.match(item.title.text)
        if not title:
            continue
        lines = [line for part in item.parts for line in part.lines]
        for part in reversed(item.parts):
            if part.lines:
                yield _joined(outline.document, part.lines)
        rest = item.title.cut(title.end())
        last = lines[-1].end if lines else rest.end
        if rest.text:
            yield rest if not lines else outline.document.passage(rest.start, max(rest.end, last))


def _joined(document: Document, lines: Sequence[Line]) -> Passage:
    return document.passage(lines[0].start, lines[-1].end)


def _flat(items: Sequence[ItemBlock]) -> Iterator[ItemBlock]:
    for item in items:
        yield item
        yield from _flat(item.items)


def _sentences(outline: Outline) -> Iterator[Passage]:
    """What follows 'next meeting' where its date is close by, the last first."""
    document = outline.document
    text = document.folded
    starts = [item.start for item in _flat(outline.items)]
    starts += [appendix.lines[0].start for appendix in outline.appendices[:1] if appendix.lines]
    starts = [*sorted(starts), len(text)]
    for at in sorted((at for word in NEXT for at in _places(text, word)), reverse=True):
        match = _SENTENCE.match(text, at)
        if not match:
            continue
        end = min(match.end() + REACH, starts[min(bisect_right(starts, match.end()), len(starts) - 1)])
        passage = document.passage(match.end(), end)
        first = _FIRST_WORD.match(passage.text)
        dates = find_dates(passage) if first and first["word"].lower() in _FIRST_WORDS else []
        if dates and _is_link(passage.text[: dates[0].start - passage.start]):
            gap = _PARAGRAPH_END.search(text, dates[0].end, end)
            yield passage.cut(0, gap.start() - passage.start if gap else None)


def _lists(outline: Outline) -> Iterator[Passage]:
    """The days that are listed, a line each, under a head such as 'Future meetings:', the last list first."""
    document = outline.document
    lines = document.lines
    end = outline.appendices[0].lines[0].start if outline.appendices else len(document.text)
    heads = [
        at
        for at, line in enumerate(lines)
        if line.start < end and line.text[0] in _LIST_LETTERS and _LIST_HEAD.match(line.text)
    ]
    for head in reversed(heads):
        last = head
        while last + 1 < len(lines) and _begins_with_day(lines[last + 1]):
            last += 1
        if last > head:
            yield document.passage(lines[head + 1].start, lines[last].end)


def _begins_with_day(line: Line) -> bool:
    """Whether a line of a list begins with a day, and has no columns, of which the first need not be this body's."""
    mark = _LIST_MARK.match(line.text)
    dates = find_dates(line.passage)
    return bool(dates and mark) and "\t" not in line.text and dates[0].start - line.start <= (mark.end() if mark else 0)


def _places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _is_link(text: str) -> bool:
    """Whether nothing but the words of an announcement, a time or a place stands before the date."""
    times = find_times(Passage(text, 0))
    for time in reversed(times):
        text = text[: time.start] + text[time.end :]
    return len(text) < 120 and bool(_LINK.match(text))
