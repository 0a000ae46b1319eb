"""Every spelling of a day that minutes are known to print, and what only looks like one."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_parser.document import Document, Passage
from minutes_parser.fields.dates import date_order, find_dates, resolve_year, shown_order


def days(text: str, *, day_first: bool = True) -> list[str]:
    return [str(found.value) for found in find_dates(Passage(text, 0), day_first=day_first)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # in words, day first
        ("4 March 2010", "2010-03-04"),
        ("7 January, 2019", "2019-01-07"),  # comma before the year
        ("4th July, 2017", "2017-07-04"),
        ("held on the 11th of February 2019 at", "2019-02-11"),
        ("Wednesday 18 January, 2012", "2012-01-18"),
        ("Thursday, 18th April, 2019", "2019-04-18"),
        ("4 March 2010 (Thursday)", "2010-03-04"),  # weekday after
        ("TUESDAY 8TH DECEMBER 2015", "2015-12-08"),  # headers in capitals
        ("12th Sept 2016", "2016-09-12"),
        ("20th NOV 22", "2022-11-20"),
        ("8 August '23", "2023-08-08"),
        ("8 August \u201923".replace("\u2019", "'"), "2023-08-08"),
        ("20. May 2006", "2006-05-20"),  # a stop after the day
        ("2nd March. 2019", "2019-03-02"),  # a stop after the month
        ("Monday, the NINETEENTH day of APRIL, 1971", "1971-04-19"),  # legal form
        ("the 5th day of APRIL 2022", "2022-04-05"),
        # ordinals that a PDF has set apart or glued on
        ("21 st April 2016", "2016-04-21"),
        ("6 th , October 2010", "2010-10-06"),
        ("18thday of JULY 2023", "2023-07-18"),
        ("8thMarch2011", "2011-03-08"),
        ("21sthMarch 2016", "2016-03-21"),
        # month first, in North America and elsewhere
        ("July 9, 2002", "2002-07-09"),
        ("WEDNESDAY, MARCH 5, 2008", "2008-03-05"),
        ("Monday April 11th 2016", "2016-04-11"),
        ("Aug. 8, 2023", "2023-08-08"),
        ("Sun Oct 3 1999", "1999-10-03"),
        # several days: the first counts
        ("25/26 March 2021", "2021-03-25"),
        ("May 15-16, 2019", "2019-05-15"),
        ("1st and 16th November 2010", "2010-11-01"),
        # in figures
        ("19/04/2017", "2017-04-19"),
        ("23/6/08 3.20pm", "2008-06-23"),
        ("27.08.2019", "2019-08-27"),
        ("10.2.17", "2017-02-10"),
        ("1/18/99", "1999-01-18"),  # a month above 12 can only be a day
        ("06 27 2012", "2012-06-27"),  # names of files
        ("2004 08 12", "2004-08-12"),
        ("2013-04-17", "2013-04-17"),
        ("2021-03-04T09:30:15.250Z", "2021-03-04"),
    ],
)
def test_spellings(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Minute 12/13", "£7.30", "16/10/4", "they may 5", "5 may wish", "sat 4", "2016-17", "May 2019", "20/00668/FUL",
        "item 3 Decorations", "2.1.3", "April 180, 2023", "the first day of the fair", "12 marched",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("on Thursday, the 4th March 2010 at noon", "Thursday, the 4th March 2010"),
        ("on 4 March 2010.", "4 March 2010"),
        ("Tuesday October 6th, 7pm", "Tuesday October 6th"),  # the hour is no year
        ("19 May 20 members came", "19 May"),  # nor is a count
        ("Item 4, 3 March", "3 March"),  # nor an item's number a first day
    ],
)
def test_span(text: str, printed: str) -> None:
    (found,) = find_dates(Passage(text, 100))
    assert text[found.start - 100 : found.end - 100] == printed


def test_several_in_order() -> None:
    assert days("from 1 May 2020, 3/6/2020 and June 9, 2020") == ["2020-05-01", "2020-06-03", "2020-06-09"]


def test_impossible_day_is_found_without_a_value() -> None:
    (found,) = find_dates(Passage("30 February 2019", 0))
    assert (found.value, found.impossible) == (None, True)


def test_missing_year_is_not_guessed() -> None:
    (found,) = find_dates(Passage("Wednesday 16 November at 7pm", 0))
    assert (found.value, found.day, found.month, found.weekday, found.year_printed) == (None, 16, 11, 2, False)
    assert not found.impossible


@pytest.mark.parametrize(
    ("text", "day_first", "day", "ambiguous"),
    [
        ("4/5/2020", True, "2020-05-04", True),
        ("4/5/2020", False, "2020-04-05", True),
        ("5/5/2020", True, "2020-05-05", False),
        ("Monday 4/5/2020", False, "2020-05-04", False),  # the weekday decides
        ("18/5/2020", False, "2020-05-18", False),
    ],
)
def test_order_of_figures(text: str, day_first: bool, day: str, ambiguous: bool) -> None:
    (found,) = find_dates(Passage(text, 0), day_first=day_first)
    assert (str(found.value), found.ambiguous) == (day, ambiguous)


def test_weekday_of_another_day() -> None:
    wrong, right = find_dates(Passage("Monday 4 March 2010, Thursday 4 March 2010", 0))
    assert (wrong.mismatched, right.mismatched) == (True, False)


@pytest.mark.parametrize(
    ("text", "near", "day"),
    [
        ("8 September", "2015-07-14", "2015-09-08"),
        ("3 January", "2017-12-06", "2018-01-03"),  # next year's
        ("Tuesday October 6th", "2015-07-14", "2015-10-06"),
        ("Friday 8 September", "2016-10-01", "2017-09-08"),
        ("29 February", "2021-03-01", "2024-02-29"),
        ("31 June", "2021-03-01", None),
        ("8 September 2019", "2015-07-14", "2019-09-08"),  # a printed year stays
    ],
)
def test_resolve_year(text: str, near: str, day: str | None) -> None:
    (found,) = find_dates(Passage(text, 0))
    resolved = resolve_year(found, datetime.date.fromisoformat(near))
    assert resolved == (datetime.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Held 4/5/2020. Minutes of 27/4/2020.", True),
        ("Held 4/5/2020. Minutes of 4/27/2020.", False),
        ("Meeting of March 4, 2020\nReceived 4/5/2020", False),
        ("Meeting of 4 March 2020\nReceived 4/5/2020", None),
        ("Held on Monday 4/5/2020", True),  # a Monday is 4 May, not April 5
        ("Held on Sunday 4/5/2020", False),
        ("Held on Friday 4/5/2020", None),  # neither was a Friday
        ("Held at 7 p.m. on 4/5/2020", None),  # the spelling of times shows nothing
    ],
)
def test_order_shown_by_the_document(text: str, order: bool | None) -> None:
    document = Document(text)
    assert shown_order(document) is order
    assert date_order(document) is (order is not False)


@pytest.mark.parametrize("day_first", [True, False])
def test_order_given_for_the_document(day_first: bool) -> None:
    assert shown_order(Document("Held 4/5/2020. Minutes of 4/27/2020.", day_first=day_first)) is day_first


@given(st.text(alphabet="0123456789 /-.,'thMayJune", max_size=60))
def test_odd_text_never_raises(text: str) -> None:
    for found in find_dates(Passage(text, 0)):
        assert 0 <= found.start < found.end <= len(text)
