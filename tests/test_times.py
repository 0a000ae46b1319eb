"""Every spelling of a clock time that minutes are known to print, and what only looks like one."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_parser.document import Passage
from minutes_parser.fields.times import find_clock, find_times


def times(text: str) -> list[str]:
    return [found.value for found in find_times(Passage(text, 0))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("6.00 pm", ["18:00"]),
        ("at 7.30pm in", ["19:30"]),
        ("10.30 a.m.", ["10:30"]),
        ("7:00 P.M.", ["19:00"]),  # North America
        ("7: 30 p.m.", ["19:30"]),
        ("6pm", ["18:00"]),
        ("11 am", ["11:00"]),
        ("from 10 a.m..", ["10:00"]),
        ("12.30am", ["00:30"]),
        ("12.15 pm", ["12:15"]),
        ("18.30 pm", ["18:30"]),
        ("4.00pm1 July 2021", ["16:00"]),  # glued to the date
        ("18:30", ["18:30"]),
        ("closed at 20.15", ["20:15"]),
        ("commenced at 1835", ["18:35"]),
        ("ended at 2020 hours", ["20:20"]),
        ("22:30hrs", ["22:30"]),
        ("10:00 hours", ["10:00"]),
        ("at 8 o'clock", ["08:00"]),
        ("12 noon on Tuesday", ["12:00"]),
        ("at midday", ["12:00"]),
        ("10.00 am. - 12.20 pm.", ["10:00", "12:20"]),
        ("1.45pm to 4.45pm", ["13:45", "16:45"]),
        ("1pm 3pm", ["13:00", "15:00"]),
        ("11:00 - 13:00.", ["11:00", "13:00"]),
        ("10:00-11:30", ["10:00", "11:30"]),
        ("1pm-4pm", ["13:00", "16:00"]),
        ("1-4pm", ["13:00", "16:00"]),  # one 'pm' for both
        ("10-1pm", ["10:00", "13:00"]),
        ("5:30-8:00pm", ["17:30", "20:00"]),
    ],
)
def test_spellings(text: str, values: list[str]) -> None:
    assert times(text) == values


@pytest.mark.parametrize(
    "text",
    [
        "£7.30", "7.30", "section 7.30 applies", "at 7.30", "27.08.2019", "25.00 pm", "30 am", "13.75 "
        "am", "8 amendments",
        "2016-17", "1,200 pm", "as at 2019", "at 10.25%", "scale 1:100", "3 p", "afternoon", "10.61pm",
    ],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert times(text) == []


def test_span() -> None:
    text = "held at 7.00 p.m. sharp"
    (found,) = find_times(Passage(text, 50))
    assert text[found.start - 50 : found.end - 50] == "7.00 p.m."


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("09.30 - 12.30", ["09:30", "12:30"]),
        ("1500-1800", ["15:00", "18:00"]),
        ("14.00", ["14:00"]),
        ("7.30", []),  # morning or evening?
        ("7.30pm", ["19:30"]),
        ("2016", ["20:16"]),
        ("20160", []),
    ],
)
def test_a_field_that_holds_nothing_but_times(text: str, values: list[str]) -> None:
    assert [found.value for found in find_clock(Passage(text, 0))] == values


@given(st.text(alphabet="0123456789 :.-apmhrsto'clock£", max_size=60))
def test_odd_text_never_raises(text: str) -> None:
    found = find_times(Passage(text, 0))
    assert all(0 <= time.start < time.end <= len(text) for time in found)
    assert all(first.end <= second.start for first, second in pairwise(found))
