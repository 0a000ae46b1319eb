"""Announcements of the next meeting in the forms in which they are met, all of invented bodies."""

from __future__ import annotations

import pytest

from minutes_parser.document import Document, Line
from minutes_parser.fields.next_meeting import parse_next_meeting
from minutes_parser.outline import ItemBlock, Outline, Part
from minutes_parser.schema import NextMeeting, ParseWarning

HELD = "2016-06-07"


def read(text: str, held: str | None = HELD) -> tuple[NextMeeting | None, tuple[ParseWarning, ...]]:
    """The next meeting in a text in which each line that begins with a number and a stop is an item's title."""
    document = Document(text)
    groups: list[list[Line]] = []
    for line in document.lines:
        if "." in line.text.split()[0] and line.text[0].isdigit():
            groups.append([line])
        elif groups:
            groups[-1].append(line)
    items = tuple(_item(group) for group in groups)
    front = tuple(line for line in document.lines if not items or line.start < items[0].start)
    return parse_next_meeting(Outline(document, "numbered", front, (), items), held)


def _item(lines: list[Line]) -> ItemBlock:
    title = lines[0].passage.cut(lines[0].text.index(" "))
    parts = (Part("minutes", tuple(lines[1:])),) if lines[1:] else ()
    return ItemBlock(None, title, parts, lines[0].start, lines[-1].end)


def facts(text: str) -> tuple[str | None, str | None, str | None] | None:
    found, _ = read(text)
    return (found.date, found.start_time, found.venue) if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an item of its own; a time in brackets is not the start
        (
            "8. Date and Time of Next Meeting\nThursday, 1 December 2016 at 6.00pm (tea from 5.30pm) in the "
            "Long Room, County Hall, Weston.",
            ("2016-12-01", "18:00", "Long Room, County Hall, Weston"),
        ),
        (
            "10. Date of Next Meeting\nIt was noted that the date of the next meeting is Tuesday, 12 July "
            "2016 at 2.30pm in the Long Room - Room 'B', Weston.",
            ("2016-07-12", "14:30", "Long Room - Room 'B', Weston"),
        ),
        # front matter, a call, and the kind of meeting between the words and the day
        ("next-meeting: 2016-07-12 18:00", ("2016-07-12", "18:00", None)),
        ("The next conference call is scheduled for July 12.", ("2016-07-12", None, None)),
        ("The next meeting is the annual general meeting July 12 at 7 p.m.", ("2016-07-12", "19:00", None)),
        # a place still to be found is no venue
        (
            "8. Date and Time of Next Meeting\nAs agreed, the date of the next meeting will be Tuesday, 12 "
            "July 2016 at a venue to be confirmed from 1pm.",
            ("2016-07-12", "13:00", None),
        ),
        # run into the title
        ("9. Date of next meeting: 24th July 2016.", ("2016-07-24", None, None)),
        ("9. Date of next meeting Monday 25 July 2016 at 1830 Online", ("2016-07-25", "18:30", "Online")),
        (
            "16.0 Date of next meeting - Tuesday September 6th, 7pm, Oakham Village Hall. The meeting "
            "closed at 9.40pm.",
            ("2016-09-06", "19:00", "Oakham Village Hall"),
        ),
        (
            "9. To Confirm the Date of the Next Ordinary Meeting - Wednesday 6 July 2016 at 7 pm, with a "
            "planning meeting at 6.30 pm",
            ("2016-07-06", "19:00", None),
        ),
        # time before the date
        (
            "14. Date of Next Meeting\nThe next meeting would be held at 7.00pm on Tuesday 5 July 2016 in "
            "Oakham Village\nHall.",
            ("2016-07-05", "19:00", "Oakham Village Hall"),
        ),
        # without a year
        ("9. Date of next meeting: 24th July.", ("2016-07-24", None, None)),
        ("9. Next meeting: 3rd January", ("2017-01-03", None, None)),
        # a list of dates: the first after the meeting
        ("9. Dates of Next Meetings\n5 April 2016\n4 July 2016\n3 October 2016", ("2016-07-04", None, None)),
        # a range gives its start
        ("9. Next meeting\n5 July 2016, 1pm-4pm", ("2016-07-05", "13:00", None)),
        # in a sentence of another item
        ("9. Reports\nThe Panel asked for it at the next meeting on the 5 July 2016.", ("2016-07-05", None, None)),
        ("9. Close\nThat the meeting be adjourned. Next regular meeting to be held July 5, 2016. "
        "", ("2016-07-05", None, None)),
        # the item counts, not an earlier sentence
        (
            "3. Reports\nThe next meeting will be on 9 July 2016.\n9. Date of next meeting\n12 July 2016",
            ("2016-07-12", None, None),
        ),
        # a list of days under a head of its own (library boards, parish councils)
        ("9. Close\nFuture Board meetings:\n• 26th June\n• 19th July", ("2016-06-26", None, None)),
        ("9. Close\nDates for 2016 – last Thursday of the month\n26th May\n30th June\n28th July",
         ("2016-06-30", None, None)),
        # an abbreviation; a zone behind the time; what the next meeting is, or follows it, is no place
        ("9. Close\nDNM: 18/07/16", ("2016-07-18", None, None)),
        ("9. Next meeting\n12 July 2016, 17:00 UTC, Jitsi", ("2016-07-12", "17:00", "Jitsi")),
        ("9. Next meeting\n12 July 2016, 10.00 - 12.00pm\nMeeting close", ("2016-07-12", "10:00", None)),
        ("9. Dates of Next Meetings\nTuesday 12 July 2016 at 6.30 pm – Annual Parish Meeting",
         ("2016-07-12", "18:30", None)),
        # a place in brackets; what follows a semicolon is another meeting, and so is a body
        ("9. Next Meeting: Tuesday 5th July 7pm (Mill Hall)", ("2016-07-05", "19:00", "Mill Hall")),
        ("9. Next Meeting: Tuesday 5th July 7pm (bring a pen)", ("2016-07-05", "19:00", None)),
        ("9. Next meeting\nTuesday 5 July 2016, 7.30 pm, Mill Hall; next committee 9 August 2016",
         ("2016-07-05", "19:30", "Mill Hall")),
        ("9. Next meetings\nRoads Committee – 5 July 2016 at 7pm\nFull Council – 12 July 2016",
         ("2016-07-05", "19:00", None)),
        # at the top
        ("Works Panel\nNext meeting: 5 July 2016 at 7pm in the Long Room\n1. "
        "Apologies\nNone.", ("2016-07-05", "19:00", "Long Room")),
    ],
)  # fmt: skip
def test_announcements(text: str, expected: tuple[str | None, ...]) -> None:
    assert facts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "9. Date of next meeting: TBC",
        "9. Date of next meeting\nThe date of the next meeting should await the outcome of the vote.",
        "9. Reports\nTo be brought to the next meeting. The fair was on 5 July 2016.",
        "9. Reports\nThe hedge will be cut before the next meeting by Mr Reed, who began on 5 May 2016.",
        "9. Dates of next meetings\n03.19.04(2) To arrange the signs.",
        "9. Date of next meeting\n12 July 2004",
        "9. Releases\nDate of next release:\n12 July 2016",
        # columns, of which the first need not be this body's
        "9. Close\nDates of next meetings:\nBoard meetings\tPlanning meetings\n15th July\n22nd July\t19th August",
        "",
    ],
)
def test_nothing_announced(text: str) -> None:
    assert facts(text) is None


def test_weekday_of_another_day() -> None:
    found, warnings = read("9. Date of next meeting\nMonday 5 July 2016")
    assert found
    assert (found.date, [warning.code for warning in warnings]) == ("2016-07-05", ["weekday-mismatch"])


def test_a_day_within_a_year_before_the_meeting_is_a_misprint() -> None:
    found, warnings = read("9. Date of next meeting\n12 January 2016")
    assert found
    assert (found.date, [warning.message for warning in warnings]) == (
        "2016-01-12",
        ["the next meeting is said to be on 2016-01-12, not after 2016-06-07"],
    )


def test_a_day_without_any_year_leaves_time_and_place() -> None:
    found, _ = read("9. Next meeting: Monday 4 July at 7pm in the Long Room", None)
    assert found
    assert (found.date, found.start_time, found.venue) == (None, "19:00", "Long Room")


def test_figures_that_can_be_read_in_two_ways() -> None:
    assert [warning.message for warning in read("9. Next meeting: 8/9/2016")[1]] == ["day or month first: 8/9/2016"]


def test_date_without_a_year_needs_the_date_of_the_meeting() -> None:
    assert read("9. Next meeting: 5 July", None) == (None, ())


def test_span_holds_date_time_and_venue() -> None:
    text = "9. Date of next meeting\nIt will be on 5 July 2016 at 7pm in the Long Room, Weston."
    found, _ = read(text)
    assert found
    assert text[found.span.start : found.span.end] == "5 July 2016 at 7pm in the Long Room, Weston"


@pytest.mark.xfail(strict=True, reason="which of the columns is this body's is not asked")
def test_columns_of_dates() -> None:
    text = "9. Close\nDates of next meetings:\nBoard meetings\tPlanning meetings\n15th July\t19th August"
    assert facts(text) == ("2016-07-15", None, None)
