"""Days as minutes print them, in words or figures, with or without weekday and year."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.late import late_pattern

MONTHS = (
    ("January", "Jan"), ("February", "Feb", "Febuary"), ("March", "Mar"), ("April", "Apr"), ("May",), ("June", "Jun"),
    ("July", "Jul"), ("August", "Aug"), ("September", "Sept", "Sep"), ("October", "Oct"), ("November", "Nov"),
    ("December", "Dec"),
)  # fmt: skip
WEEKDAYS = (
    ("Monday", "Mon"), ("Tuesday", "Tues", "Tue"), ("Wednesday", "Weds", "Wed"), ("Thursday", "Thurs", "Thur", "Thu"),
    ("Friday", "Fri"), ("Saturday", "Sat"), ("Sunday", "Sun"),
)  # fmt: skip
UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ORDINALS = (
    *UNITS, "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth", *(f"twenty-{unit}" for unit in UNITS), "thirtieth", "thirty-first",
)  # fmt: skip
VERBS = ("march", "may")
"""Months that are ordinary words in lower case."""
CENTURY_TURN = 70
"""Years of two figures from here on belong to 19xx."""
BESIDE = 20
"""Characters beside a date in which its weekday stands."""
HEADER = 1500
"""Characters at the top of a document in which the spelling of dates shows its habit."""


def _spellings(table: tuple[tuple[str, ...], ...], first: int) -> dict[str, int]:
    """Every way in which a name is printed as a name → its place in the table, counted from `first`."""
    spelled: dict[str, int] = {}
    for at, names in enumerate(table, first):
        for name in names:
            spelled |= {name: at, name.upper(): at}
        if names[0].lower() not in VERBS:
            spelled[names[0].lower()] = at
    return spelled


_MONTH, _WEEKDAY = _spellings(MONTHS, 1), _spellings(WEEKDAYS, 0)
_ORDINAL = {name: at for at, name in enumerate(ORDINALS, 1)}

_MONTH_NAME = "|".join(sorted(_MONTH, key=len, reverse=True))
_DAY_NAME = "|".join(sorted(_WEEKDAY, key=len, reverse=True))
_SUFFIX = r"(?: [ ]{0,3} (?i: st | nd | rd | th ) )?"
# ', 2019', ' 2019', " '23", ' 22'; not ' 10.30 am', ' 20 members'
_YEAR = r"""
    (?: [ ]{0,3} [,.]{0,2} [ ]{0,3}
      (?P<year>
          (?:19|20)[0-9]{2} (?![0-9])
        | '[0-9]{2} (?![0-9])
        | [0-9]{2} (?! [0-9:/] | [.][0-9] | [ ]?[ap]\.?m | [ ]{1,3}[a-z] ) (?=[ ,.;:)]|$) )
    )?
"""
# '/26', '-16', ' and 16th', ', 16th'; not ', 7pm'
_SEVERAL = r"""
    (?: [ ]?
      (?: (?: - | / | & | and\b | to\b ) [ ]? [0-9]{1,2} (?: st | nd | rd | th | (?! st | nd | rd | th ) )
        | , [ ]? [0-9]{1,2} (?: st | nd | rd | th ) )
      (?! [0-9:.] | [ ]?[ap]\.?m ) ){0,3}
"""

# '4 March 2010', '21 st April 2016', '18thday of JULY 2023', '21sthMarch 2016', '25/26 March 2021', "8 August '23";
# not '5 may wish'
_DAY_FIRST = re.compile(
    rf"""
    (?<! [0-9/:£$#] ) (?<! [0-9][.-] )
    (?P<day> [0-9]{{1,2}} ) (?![0-9]) {_SUFFIX}
    {_SEVERAL}
    [.,]? [ ]{{0,3}} (?: (?i:day)? [ ]? (?i:of) [ ]{{0,2}} )? ,? [ ]{{0,2}} h?
    (?P<month> {_MONTH_NAME} ) (?![A-Za-z]) \.?
    {_YEAR}
    """,
    re.VERBOSE,
)
# 'July 9, 2002', 'March 9th 2017', 'May 15-16, 2019', 'Aug. 8, 2023'; not 'May 2019', 'Group May 2 pm'
_MONTH_FIRST = re.compile(
    rf"""
    (?<! [A-Za-z] ) (?P<month> {_MONTH_NAME} ) (?![A-Za-z]) \.? [ ]{{1,3}} (?:the[ ])?
    (?P<day> [0-9]{{1,2}} ) (?! [0-9:/] | [.][0-9] | [ ]?[ap]\.?m ) {_SUFFIX}
    {_SEVERAL}
    {_YEAR}
    """,
    re.VERBOSE,
)
# 'the NINETEENTH day of APRIL, 1971'; not 'the first day of the conference'
_DAY_IN_WORDS = re.compile(
    rf"""
    \b (?P<words> [A-Za-z]+ (?: -[A-Za-z]+ )? ) [ ]{{1,3}}
    (?i: day[ ]of ) [ ]{{1,3}}
    (?P<month> {_MONTH_NAME} ) (?![A-Za-z])
    {_YEAR}
    """,
    re.VERBOSE,
)
# '19/04/2017', '23/6/08', '27.08.2019', '11-05-2013', '06 27 2012'; not '16/10/4', '20/00668', '2.1.3', '£7.30',
# '03.19.04(2)'
_FIGURES = late_pattern(
    r"""
    (?<! [0-9A-Za-z£$#] | [0-9][/.-] )
    (?P<first> [0-9]{1,2} )
    (?: (?P<mark>[/.-]) [ ]? (?P<second> [0-9]{1,2} ) (?P=mark) [ ]? (?P<year> (?:19|20)[0-9]{2} | [0-9]{2} )
      | [ ] (?P<second> [0-9]{2} ) [ ] (?P<year> (?:19|20)[0-9]{2} ) )
    (?! [0-9A-Z£%] | [/.-][0-9] | \([0-9] )
    """,
    regex.VERBOSE,
)
# '2013-04-17', '2022-04-27T13:00', '2004 08 12'; not '2016-17', '2016-17-1'
_ISO = re.compile(
    r"""
    (?<![0-9/.-])
    (?P<year> (?:19|20)[0-9]{2} ) (?P<mark>[-/.\ ]) (?P<month> [0-9]{2} ) (?P=mark) (?P<day> [0-9]{2} )
    (?! [0-9/.-][0-9] | [0-9] )
    """,
    re.VERBOSE,
)
_DIGIT = late_pattern(r"[0-9]")
# asked of a text in lower case before the patterns with months are tried
_MONTH_STEM = re.compile(r"jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec")
# 'Thursday, the ', 'Wed ', 'Monday - '; 'Sat' needs its capital
_WEEKDAY_BEFORE = re.compile(
    rf"(?<![A-Za-z]) (?P<weekday> {_DAY_NAME} ) \.? [ ]? [,:-]? [ ]{{0,2}} (?: (?i:the) [ ]{{1,2}} )? $", re.VERBOSE
)
# ' (Thursday', ', Wed'; not ' Sunny'
_WEEKDAY_AFTER = re.compile(rf"[ ]? [,(-]? [ ]? (?P<weekday> {_DAY_NAME} ) (?![A-Za-z])", re.VERBOSE)


class FoundDate(NamedTuple):
    """A printed day: its place in the source, weekday included, and what it says."""

    start: int
    end: int
    value: datetime.date | None
    """The day; None where no year is printed, or where there is no such day."""
    day: int
    month: int
    year_printed: bool
    weekday: int | None
    """Monday is 0; None where none is printed."""
    ambiguous: bool
    """True where figures can be read day first or month first, and no weekday decides."""

    @property
    def impossible(self) -> bool:
        """Whether a day is printed in full that does not exist."""
        return self.value is None and (self.year_printed or _day(2000, self.month, self.day) is None)

    @property
    def mismatched(self) -> bool:
        """Whether the printed weekday is another than that of the day."""
        return self.value is not None and self.weekday not in (None, self.value.weekday())


def find_dates(passage: Passage, *, day_first: bool = True) -> list[FoundDate]:
    """The days that a passage prints, in order; `day_first` says how figures such as 4/5/2019 are read.

    Of several days ('25/26 March 2021') the first counts.
    """
    return list(_dates(passage, day_first))


@lru_cache(maxsize=128)
def _dates(passage: Passage, day_first: bool) -> tuple[FoundDate, ...]:
    """The days of `find_dates`, kept for a while, because a heading's lines are asked again and again."""
    found: list[FoundDate] = []
    for match in _matches(passage.text):
        if not found or passage.start + match.start() >= found[-1].end:
            date = _read(passage, match, day_first)
            if date:
                found.append(date)
    return tuple(found)


def resolve_year(found: FoundDate, near: datetime.date) -> datetime.date | None:
    """The day that `found` means, seen from `near`.

    Without a printed year it is the next such day on or after `near`, or the one after it where that one falls on the
    printed weekday; None where there is no such day.
    """
    if found.year_printed:
        return found.value
    days = [day for year in range(near.year, near.year + 5) if (day := _day(year, found.month, found.day))]
    coming = [day for day in days if day >= near]
    fitting = [day for day in coming[:2] if found.weekday in (None, day.weekday())]
    return next(iter(fitting or coming), None)


def date_order(document: Document) -> bool:
    """Whether figures are read day first: so unless the document itself shows otherwise."""
    return shown_order(document) is not False


def shown_order(document: Document) -> bool | None:
    """Whether figures are read day first: as the document was given, or as its own dates show; None where none does.

    A number above 12 shows it, or a weekday that fits one reading alone, or 'March 4, 2010' at the top.
    """
    if document.day_first is not None:
        return document.day_first
    text = document.folded
    for match in _FIGURES.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        if first > 12 >= second > 0 or second > 12 >= first > 0:
            return first > 12
        around = Passage(text[max(0, match.start() - BESIDE) : match.end() + BESIDE].replace("\n", " "), 0)
        found = next((date for date in find_dates(around) if date.weekday is not None), None)
        if found and not found.ambiguous and found.value and found.day != found.month:
            return found.day == first
    header = text[:HEADER].replace("\n", " ")
    months = [match for match in _MONTH_FIRST.finditer(header) if match["year"] and "," in match[0]]
    return False if months and not _DAY_FIRST.search(header) else None


def _matches(text: str) -> list[re.Match[str]]:
    """Everything that may be a day, in order; where two overlap, the earlier one counts."""
    lowered = text.lower()
    found: list[re.Match[str]] = []
    if _DIGIT.search(text):
        if _MONTH_STEM.search(lowered):
            found += [*_DAY_FIRST.finditer(text), *_MONTH_FIRST.finditer(text)]
        found += [*_ISO.finditer(text), *_FIGURES.finditer(text)]
    if "day of" in lowered:
        found += _DAY_IN_WORDS.finditer(text)
    return sorted(found, key=lambda match: match.start()) if len(found) > 1 else found


def _read(passage: Passage, match: re.Match[str], day_first: bool) -> FoundDate | None:
    """The day of one match with the weekday beside it; None for figures that are no day in either order."""
    before = _WEEKDAY_BEFORE.search(passage.text, max(0, match.start() - 20), match.start())
    after = None if before else _WEEKDAY_AFTER.match(passage.text, match.end())
    named = before or after
    weekday = _WEEKDAY[named["weekday"]] if named else None
    start = passage.start + (before or match).start()
    end = passage.start + (after or match).end()
    groups = match.groupdict()
    if "first" in groups:
        return _figures(start, end, groups, weekday, day_first)
    day = _ORDINAL.get(groups["words"].lower(), 0) if "words" in groups else int(groups["day"])
    month = _MONTH.get(groups["month"]) or int(groups["month"])
    if not 0 < day < 32 or not 0 < month < 13:
        return None
    year = _year(groups["year"])
    value = _day(year, month, day) if year else None
    return FoundDate(start, end, value, day, month, year is not None, weekday, False)


def _figures(start: int, end: int, groups: dict[str, str], weekday: int | None, day_first: bool) -> FoundDate | None:
    """A day in figures, in the order that makes it a day and, where a weekday is printed, that day of the week."""
    first, second, year = int(groups["first"]), int(groups["second"]), _year(groups["year"])
    orders = [(first, second), (second, first)] if day_first else [(second, first), (first, second)]
    readings = [(day, month) for day, month in dict.fromkeys(orders) if 0 < day < 32 and 0 < month < 13]
    if not readings or year is None:
        return None
    days = [value for day, month in readings if (value := _day(year, month, day))]
    fitting = [value for value in days if value.weekday() == weekday]
    value = next(iter(fitting or days), None)
    day, month = (value.day, value.month) if value else readings[0]
    return FoundDate(start, end, value, day, month, True, weekday, len(days) == 2 and len(fitting) != 1)


def _year(printed: str | None) -> int | None:
    if not printed:
        return None
    year = int(printed.lstrip("'"))
    return year if year > 99 else year + (1900 if year >= CENTURY_TURN else 2000)


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
