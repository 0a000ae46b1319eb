"""Clock times as minutes print them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.late import late_pattern

NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}

_DIGIT = late_pattern(r"[0-9]")
# '6.00 pm', '7:00 P.M.', '6pm', '7: 30 p.m.', '4.00pm1 July'; not '£7.30 pm', '8 amendments', '30 p'
_HALVES = late_pattern(
    r"""
    (?<! [0-9£$€] | [0-9][.:] )
    (?P<hour> [0-9]{1,2} ) (?: [ ]?[.:;,][ ]? (?P<minute> [0-9]{2} ) )?+ [ ]{0,3}+
    (?P<half> [AaPp] ) \.?[ ]? [Mm] (?![A-Za-z]) \.?
    """,
    regex.VERBOSE,
)
# '18:30', '22:30hrs', '2021-03-04T09:30:15.250Z'; not 'ratio 3:5', '1:100', '10:30:15:2'
_COLON = late_pattern(
    r"""
    (?<! [0-9£$€] | [0-9][.:] )
    (?P<hour> [0-2]?[0-9] ) : (?P<minute> [0-5][0-9] )
    (?: : [0-9]{2} (?: \.[0-9]+ )? )?+
    (?! [0-9:/%] )
    """,
    regex.VERBOSE,
)
# '1930 hours', '10.00 hrs', '1400h'; not '100 hours'
_HOURS = late_pattern(
    r"""
    (?<! [0-9£$€.:] )
    (?P<hour> [0-2][0-9] ) [.:]? (?P<minute> [0-5][0-9] )
    [ ]? (?: [Hh]ours | [Hh]rs? | HOURS | HRS | h ) (?![A-Za-z])
    """,
    regex.VERBOSE,
)
# 'closed at 20.15', 'at 1830', 'Time: 19.00'; not 'at 7.30' (morning or evening?), 'as at 2019', 'at 10.25%'
_CONTEXT = late_pattern(
    r"""
    (?= [0-2][0-9] )
    (?<= (?<! \bas [ ] ) \b (?: at | from | until | till ) [ ]{1,2}
       | \btime [ ]? [:;-]? [ ]{1,3}
       | \b (?: closed | ended | finished ) [ ]? )
    (?: (?P<hour> 1[0-9] | 2[0-3] ) [.:] (?P<minute> [0-5][0-9] )
      | (?P<hour> [01][0-9] | 2[0-3] ) (?P<minute> [0-5][0-9] ) )
    (?! [0-9%] | [./][0-9] | [ ] (?: per | percent | years? | houses | homes ) )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# "8 o'clock"; not 'round the clock'
_CLOCK = late_pattern(r"(?<![0-9.:£$]) (?P<hour> [0-9]{1,2} ) [ ]? (?i: o'? [ ]? clock )", regex.VERBOSE)
# '14.00', '0930', in a place that holds nothing but times; not '7.30' (morning or evening?)
_CLOCK_FIGURES = late_pattern(
    r"(?<! [0-9.:] ) (?P<hour> [01][0-9] | 2[0-3] ) [.:]? (?P<minute> [0-5][0-9] ) (?! [0-9] )", regex.VERBOSE
)
# 'noon', '12 midday'; not 'afternoon'
_NAMED = late_pattern(rf"(?: \b12[ ] )? \b (?P<name> {'|'.join(NAMED)} ) \b", regex.VERBOSE | regex.IGNORECASE)
# the first half of a range that shares its 'pm': '1-4pm', '10 to 11.30am'; not '2016-17'
_RANGE_START = late_pattern(
    r"""
    (?<! [0-9£$€/.:] )
    (?P<hour> [0-9]{1,2} ) (?: [.:] (?P<minute> [0-5][0-9] ) )?
    [ ]{0,2} (?: - | to | until ) [ ]{0,2} $
    """,
    regex.VERBOSE,
)


class FoundTime(NamedTuple):
    """A printed time: its place in the source and its value as HH:MM."""

    start: int
    end: int
    value: str


def find_times(passage: Passage) -> list[FoundTime]:
    """The times that a passage prints, in order; both ends of a range count, and hours that do not exist do not."""
    times = _times(passage.text)
    if len(times) > 1:
        times.sort(key=lambda time: (time[0], -time[1]))
    found: list[FoundTime] = []
    for start, end, value in times:
        if not found or passage.start + start >= found[-1].end:
            found.append(FoundTime(passage.start + start, passage.start + end, value))
    return found


def find_clock(passage: Passage) -> list[FoundTime]:
    """The times of a place that holds nothing but times, such as the field 'Time', where '14.00 - 16.00' is a range."""
    return find_times(passage) or [
        FoundTime(passage.start + match.start(), passage.start + match.end(), f"{match['hour']}:{match['minute']}")
        for match in _CLOCK_FIGURES.finditer(passage.text)
    ]


def _times(text: str) -> list[tuple[int, int, str]]:
    """Everything that may be a time; where two overlap, the earlier and longer one counts."""
    times: list[tuple[int, int, str]] = []
    lower = text.lower()
    if _DIGIT.search(text):
        for match in _HALVES.finditer(text):
            times += _with_range(text, match)
        for pattern in _patterns(text, lower):
            for match in pattern.finditer(text):
                if value := _value(match):
                    times.append((match.start("hour"), match.end(), value))
    if "noon" in lower or "mid" in lower:
        times += ((match.start(), match.end(), NAMED[match["name"].lower()]) for match in _NAMED.finditer(text))
    return times


def _patterns(text: str, lower: str) -> Iterator[regex.Pattern[str]]:
    """The patterns for times without am or pm that can match a text."""
    if ":" in text:
        yield _COLON
    if "h" in lower:
        yield _HOURS
    yield _CONTEXT
    if "clock" in lower:
        yield _CLOCK


def _with_range(text: str, match: regex.Match[str]) -> Iterator[tuple[int, int, str]]:
    """A time with am or pm, and the start of its range where that shares the am or pm."""
    value = _value(match)
    if not value:
        return
    before = _RANGE_START.search(text, max(0, match.start() - 12), match.start())
    if before:
        first = _shared(before, match["half"], value)
        if first:
            yield before.start(), before.start() + len(before[0].rstrip(" -tounil")), first
    yield match.start(), match.end(), value


def _shared(before: regex.Match[str], half: str, end: str) -> str | None:
    """The start of a range such as '1-4pm'; '10-1pm' began in the other half of the day."""
    hour, minute = int(before["hour"]), int(before["minute"] or 0)
    values = [_clock(hour, minute, side) for side in (half, "a")]
    return next((value for value in values if value and value < end), None)


def _value(match: regex.Match[str]) -> str | None:
    groups = match.groupdict()
    return _clock(int(groups["hour"]), int(groups.get("minute") or 0), groups.get("half"))


def _clock(hour: int, minute: int, half: str | None) -> str | None:
    """HH:MM, or None for a time that does not exist; '18.30 pm' is what it says."""
    if half and half in "Aa":
        hour = hour if hour < 12 else 0 if hour == 12 else 24
    elif half and hour < 12:
        hour += 12
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None
