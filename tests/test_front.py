"""The lines before the first item, cut into heading and attendance lists."""

from __future__ import annotations

import pytest

from minutes_parser.document import Document
from minutes_parser.extractors.front import split_front


def cut(text: str) -> tuple[list[str], list[list[str]]]:
    document = Document(text)
    front, lists = split_front(document.lines)
    return [line.text for line in front], [[line.text for line in people] for people in lists]


def test_labels_begin_lists_and_fields_end_them() -> None:
    text = "Mill Trust\nPresent: Jo Ash, Bo Elm\nIn attendance\nCy Fir\nApologies: Di Oak\nVenue: The Barn\n"
    front, lists = cut(text)
    assert front == ["Mill Trust", "Venue: The Barn"]
    assert lists == [["Present: Jo Ash, Bo Elm"], ["In attendance", "Cy Fir"], ["Apologies: Di Oak"]]


@pytest.mark.parametrize(
    "label",
    [
        "Present", "PRESENT", "Present:", "Present -", "Present;", "Present:-", "Members Present",
         "Board Members Present:", "Attendees",
        "In Attendance ;", "Also present:", "Apologies for absence:", "Regrets:", "Absent", "Not Attending:",
         "**MEMBERS PRESENT:**",
        "### Attendance", "Board members in attendance were:", "Sent Regrets", "1) Present:",
         "Co-opted Members Present",
    ],
)  # fmt: skip
def test_label(label: str) -> None:
    assert cut(f"Mill Trust\n{label}\nMr J Ash\n")[1] == [[label, "Mr J Ash"]]


@pytest.mark.parametrize(
    "line",
    [
        "Present your case to the board.",
        "Attendance at the fair was low this year.",
        "Presentation",
        "Apologise to nobody",
        "Staffing",
    ],
)
def test_no_label(line: str) -> None:
    assert cut(f"Mill Trust\n{line}\n")[1] == []


def test_kinds_of_people_head_lists_inside_attendance_only() -> None:
    assert cut("Present:\nJo Ash\nOther Attendees\nBo Elm\n")[1] == [
        ["Present:", "Jo Ash"],
        ["Other Attendees", "Bo Elm"],
    ]
    assert cut("Mill Trust\nClerk: Jo Ash, The Barn\nOfficers\n")[1] == []


def test_labels_without_people_need_them_below() -> None:
    assert cut("Present:\nJo Ash\nDrivers:\nBo Elm\n")[1] == [["Present:", "Jo Ash", "Drivers:", "Bo Elm"]]
    assert cut("Present:\nJo Ash\nDeclaration of interest:\nnone\n")[1] == [["Present:", "Jo Ash"]]


@pytest.mark.parametrize(
    "line", ["Minutes", "Matters arising", "Declarations of interest: Bo Elm", "Hedges of the vale: none"]
)
def test_topics_end_a_list(line: str) -> None:
    assert cut(f"Present:\nJo Ash\n{line}\nCy Fir\n")[1] == [["Present:", "Jo Ash"]]


def test_an_affiliation_that_begins_like_a_topic_does_not() -> None:
    assert cut("Present:\nJo Ash\nAction for Vale\nCy Fir\n")[1] == [
        ["Present:", "Jo Ash", "Action for Vale", "Cy Fir"]
    ]


def test_an_office_above_the_list_belongs_to_it() -> None:
    assert cut("Mill Trust\nChair: Jo Ash\nClerk: Bo Elm\nPresent:\nCy Fir\n")[1] == [
        ["Chair: Jo Ash"],
        ["Clerk: Bo Elm"],
        ["Present:", "Cy Fir"],
    ]
    assert cut("Mill Trust\nClerk: Jo Ash\nThe Barn\nPresent:\nCy Fir\n")[1] == [["Present:", "Cy Fir"]]


def test_kinds_of_people_alone_are_a_list_where_there_are_two_or_a_list_follows() -> None:
    text = "Mill Trust\nMembers: Jo Ash\nBo Elm\nOfficers: Cy Fir, Head of Roads\n"
    assert cut(text)[1] == [["Members: Jo Ash", "Bo Elm"], ["Officers: Cy Fir, Head of Roads"]]
    assert cut("Mill Trust\nBoard: Jo Ash\nRegrets: Bo Elm\n")[1] == [["Board: Jo Ash"], ["Regrets: Bo Elm"]]
    assert cut("Mill Trust\nCommittee Members\nJo Ash\nBo Elm\nApologies\nCy Fir\n")[1] == [
        ["Committee Members", "Jo Ash", "Bo Elm"],
        ["Apologies", "Cy Fir"],
    ]
    assert cut("Mill Trust\nOfficers\nThe Barn\nCy Fir\n")[1] == []


def test_sentences_go_back_to_the_front() -> None:
    text = "Present\nJo Ash\nThree members of the public were also in the room at the time.\n"
    assert cut(text) == (["Three members of the public were also in the room at the time."], [["Present", "Jo Ash"]])


def test_names_without_a_label() -> None:
    text = "Mill Trust\nThe Barn\nMr J Ash\nMrs B Elm\nMs C Fir\n"
    assert cut(text) == (["Mill Trust", "The Barn"], [["Mr J Ash", "Mrs B Elm", "Ms C Fir"]])


def test_a_label_inside_a_long_line_cuts_it() -> None:
    text = "Minutes of the Ordinary Meeting held in the Old Barn on 4th May at 7pm Present: Cllr Jo Ash, Cllr Bo Elm\n"
    front, lists = cut(text)
    assert front[0].endswith("at 7pm")
    assert lists == [["Present: Cllr Jo Ash, Cllr Bo Elm"]]


def test_every_line_is_in_one_part() -> None:
    text = "Mill Trust\nPresent: Jo Ash\nx\nVenue: Barn\nApologies\n\nnone\n1\n"
    document = Document(text)
    front, lists = split_front(document.lines)
    assert sorted([*front, *(line for people in lists for line in people)], key=lambda line: line.start) == list(
        document.lines
    )
