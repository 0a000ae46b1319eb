"""Attendance and headings in the hands of many kinds of bodies, read from whole documents; all of them invented."""

from __future__ import annotations

import pytest

from minutes_parser import parse
from test_attendance import shown

MARKDOWN = "text/markdown"


def people(text: str) -> list[str]:
    kind = MARKDOWN if text.startswith(("#", "---", "**")) else None
    return shown(parse(text, media_type=kind).attendees)


ITEMS = "\n1. Minutes\n\nThey were read.\n\n2. Hedges\n\nThe hedge is tall.\n"
HEADINGS = "\n## Minutes\n\nThey were read.\n\n## Hedges\n\nThe hedge is tall.\n"


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        # one person to a row, with something behind the comma
        ("## Participants\n- Jo Ash, Oaktech (Voting Member)\n- Bo Elm, Red Leaf (Member)\n- Cy Fir, Birch, Inc.\n",
         ["Jo Ash (Oaktech)", "Bo Elm (Red Leaf)", "Cy Fir (Birch, Inc)"]),
        ("## Present\n- Jo Ash, Bo Elm, Cy Fir\n- Di Oak\n", ["Jo Ash", "Bo Elm", "Cy Fir", "Di Oak"]),
        # initials before the name, boxes, and names on the net
        ("## Attendees\n- [JA] Jo Ash (Chair)\n- [BE] Bo Elm\n", ["Jo Ash [Chair]", "Bo Elm"]),
        ("## Attendance\n- [x] Jo Ash (Oaktech)\n- [ ] Bo Elm\n", ["Jo Ash (Oaktech)", "!Bo Elm"]),
        ("## Attendance\n- [ ] Jo Ash\n- [ ] Bo Elm\n", ["Jo Ash", "Bo Elm"]),
        ("## Present\n* Jo Ash @joash (TSC)\n* Bo Elm (@boelm)\n", ["Jo Ash (TSC)", "Bo Elm"]),
        ("## Attendance\n- Jo\n- Bo R.\n- Cy (late)\n", ["Jo", "Bo R.", "Cy"]),
        # headings that say more than the label
        ("### Present (in person)\n- Jo Ash\n\n### Present (online)\n- Bo Elm\n\n### Regrets\n- Cy Fir\n",
         ["Jo Ash", "Bo Elm", "~Cy Fir"]),
        # who led and who wrote
        ("**Chair:** Jo Ash\n**Minutes taken by:** Bo Elm\n\n## Present\n- Cy Fir\n- Di Oak\n",
         ["Jo Ash [Chair]", "Bo Elm [Minutes]", "Cy Fir", "Di Oak"]),
    ],
)  # fmt: skip
def test_markdown(attendance: str, expected: list[str]) -> None:
    assert people(f"# Hedge Group, 4 March 2021\n\n{attendance}{HEADINGS}") == expected


@pytest.mark.parametrize(
    ("attendance", "expected"),
    [
        ("Vestry members present: Jo Ash, Bo Elm\nVestry members not present: Cy Fir\n",
         ["Jo Ash", "Bo Elm", "!Cy Fir"]),
        ("Members Excused: Jo Ash\nPresent: Bo Elm\n", ["~Jo Ash", "Bo Elm"]),
        ("Present: Trustee - Jo Ash, Clerk - Bo Elm, and Works Manager - Cy Fir\n",
         ["Jo Ash [Trustee]", "Bo Elm [Clerk]", "Cy Fir (Works Manager)"]),
        ("Present: Position vacant (Chair) Cllr Ash (Vice-Chair) Cllr Elm\n",
         ["Cllr Ash [Vice-Chair]", "Cllr Elm"]),
        ("Present: President Ash, Cy Fir\nAlso present: Members Elm and Oak\n",
         ["Ash [President]", "Cy Fir", "Elm", "Oak"]),
        ("Present:\nJo Ash, president\nBo Elm, Ed.D., vice president\nCy Fir, member\n",
         ["Jo Ash [president]", "Bo Elm [vice president]", "Cy Fir [member]"]),
        ("Present: Jo Ash, President; Bo Elm, Clerk; Cy Fir\n", ["Jo Ash [President]", "Bo Elm [Clerk]", "Cy Fir"]),
        # those present above those who are not, without a label
        ("Jo Ash (JA), Bo Elm (BE), Cy Fir (CF, Librarian)\n\nRegrets: Di Oak\n",
         ["Jo Ash", "Bo Elm", "Cy Fir (Librarian)", "~Di Oak"]),
        # what ends a list
        ("Present:\nJo Ash\nBo Elm\n\nPLEDGE OF ALLEGIANCE\n", ["Jo Ash", "Bo Elm"]),
        ("Present: Jo Ash, Bo Elm\n\nMeeting started at 7:05 pm\n", ["Jo Ash", "Bo Elm"]),
        ("Present:\nJo Ash\nBo Elm\n\nPlanning Ahead\nMr. Elm moved that the hedge be cut and it was agreed by all.\n",
         ["Jo Ash", "Bo Elm"]),
    ],
)  # fmt: skip
def test_labels_and_ends(attendance: str, expected: list[str]) -> None:
    assert people(f"Hedge Council\n4 March 2021\n\n{attendance}{ITEMS}") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Board members present were supervisors Jo Ash and Bo Elm, and clerk Cy Fir. Also present were guests Di Oak "
         "and Ed Yew.", ["Jo Ash", "Bo Elm", "Cy Fir [clerk]", "Di Oak", "Ed Yew"]),
        ("The following trustees were present: Jo Ash and Bo Elm.", ["Jo Ash", "Bo Elm"]),
        ("Roll call: Ash - present; Elm - absent; Fir - excused.", ["Ash", "!Elm", "~Fir"]),
        ("Roll call: Ash - aye; Elm - aye; Fir - nay.", []),
        ("Mayor Jo Ash presided; Trustees present: Bo Elm, Cy Fir; Absent: Di Oak.",
         ["Mayor Jo Ash [Chair]", "Bo Elm", "Cy Fir", "!Di Oak"]),
    ],
)  # fmt: skip
def test_sentences(sentence: str, expected: list[str]) -> None:
    text = f"# Hedge Town\n4 March 2021\n\n## Call to order\n\n{sentence}\n\n## Hedges\n\nThe hedge is tall.\n"
    assert people(text) == expected


def test_a_roll_in_groups() -> None:
    text = (
        "**Hedge Board**\n\n**4 March 2021**\n\n1.  **Call to Order / Roll Call**\n\n    a.  **Premier Members**\n\n"
        "        i.  Jo Ash (Oaktech)\\* Acting Chair\n\n        ii. Bo Elm (Leaf)\\*\n\n"
        "    b.  **Not in attendance**\n\n"
        "        i.  Cy Fir -- (Alder)\n\n        ii. Di Oak (Larch)\n\n2.  **Hedges**\n\n    The hedge is tall.\n"
    )
    assert people(text) == ["Jo Ash [Acting Chair] (Oaktech)", "Bo Elm (Leaf)", "!Cy Fir (Alder)", "!Di Oak (Larch)"]


def test_attendance_at_the_end() -> None:
    text = f"# Hedge Group\n4 March 2021\n{HEADINGS}\n**Attendees**\n\nJo Ash, Chair\nBo Elm, Clerk\n"
    assert people(text) == ["Jo Ash [Chair]", "Bo Elm [Clerk]"]


def test_front_matter() -> None:
    text = (
        "---\nbody: Directors\ndate: 2021-03-04 19:30\nlocation: Elm Barn\ndirectors:\n- Jo Ash\n- Bo Elm\n"
        "chair: Jo Ash\napologies: [Cy Fir, Di Oak]\nmembers:\nclose-meeting: 2021-03-04 20:15\n---\n"
    )
    minutes = parse(text + HEADINGS, media_type=MARKDOWN)
    assert shown(minutes.attendees) == ["Jo Ash [chair]", "Bo Elm", "~Cy Fir", "~Di Oak"]
    meeting = minutes.meeting
    assert (meeting.body, meeting.date, meeting.venue) == ("Directors", "2021-03-04", "Elm Barn")
    assert (meeting.start_time, meeting.end_time) == ("19:30", "20:15")


@pytest.mark.parametrize(
    ("heading", "key", "value"),
    [
        ("# Steering Committee Meeting No.2\n4 March 2021\n", "body", "Steering Committee"),
        ("# Annual General Meeting of the Hedge Association 2021\n4 March 2021\n", "body", "Hedge Association"),
        ("# Elm Library Board Minutes\n4 March 2021\n", "body", "Elm Library Board"),
        ("# Hedge Agency\n## March 4, 2021\n", "date", "2021-03-04"),
        ("08/11/2021\n\nHedge Board\nMinutes\n\nMarch 4, 2021\n", "date", "2021-03-04"),
        ("# Hedge Council\n4 March 2021\n\nMeeting opened: 12:30\n", "start_time", "12:30"),
    ],
)
def test_headings(heading: str, key: str, value: str) -> None:
    text = heading + HEADINGS
    kind = MARKDOWN if text.startswith("#") else None
    assert getattr(parse(text, media_type=kind).meeting, key) == value


def test_the_place_and_the_end_that_sentences_give() -> None:
    text = (
        "# Hedge Council\n4 March 2021\n\n## Call to order\n\nThe meeting was called to order at the Elm School "
        "library at 7:00 p.m.\n\n## Close\n\nMotion by Ash, second by Elm to adjourn the meeting at 8:25 pm.\n"
    )
    meeting = parse(text, media_type=MARKDOWN).meeting
    assert (meeting.venue, meeting.start_time, meeting.end_time) == ("Elm School library", "19:00", "20:25")
