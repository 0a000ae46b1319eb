"""Who is meant: links from printed people to attendees."""

from __future__ import annotations

import pytest

from minutes_parser import parse
from minutes_parser.document import Document
from minutes_parser.extractors.front import split_front
from minutes_parser.fields.attendance import parse_attendees
from minutes_parser.fields.roster import Roster
from minutes_parser.outline import Outline

TEXT = """Present: Cllr Sue Brand (Chair), Cllr Ian Marsh (Vice-Chairman), Victoria Elm (VE), Samuel Fir, Dan O'Dare,
Cllr Ann Oak, Bea Oak, Alan Holt (AHol), Alice Hope (AHop), Kit Yew (Clerk), Jo Bay, Jo Dell
Apologies: Sam Lane
"""


@pytest.fixture
def roster() -> Roster:
    document = Document(TEXT)
    front, lists = split_front(document.lines)
    attendees, _ = parse_attendees(Outline(document, "numbered", front, lists, ()))
    return Roster(document, attendees)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CC Brand", "sue-brand"), ("Councillor S Brand", "sue-brand"), ("Sue", "sue-brand"), ("the Chair",
         "sue-brand"),
        ("Chairman", "sue-brand"), ("The Vice Chair", "ian-marsh"), ("Vicky Elm", "victoria-elm"), ("VE",
         "victoria-elm"),
        ("Sam", "samuel-fir"), ("Dan O’Dare", "dan-odare"), ("DO", "dan-odare"), ("AHol", "alan-holt"), ("AHop",
         "alice-hope"),
        ("the Clerk", "kit-yew"), ("Clerk", "kit-yew"), ("Cllr A. Oak", "ann-oak"), ("Bea Oak", "bea-oak"), ("Marsh",
         "ian-marsh"),
        ("Jo B", "jo-bay"), ("Sam Lane", "sam-lane"),
        ("AH", None), ("Jo", None), ("Bob Elm", None), ("Officers", None), ("the Treasurer", None), ("", None),
         ("All", None), ("XY", None),
    ],
)  # fmt: skip
def test_find(roster: Roster, text: str, expected: str | None) -> None:
    assert roster.find(text) == expected


def test_two_who_fit_give_one_warning(roster: Roster) -> None:
    document = Document("Jo to write.")
    place = document.passage(0, 2)
    assert roster.person("Jo", place).attendee is None
    roster.person("Jo", place)
    assert [(warning.code, warning.message) for warning in roster.warnings] == [
        ("ambiguous-person", "'Jo' can be Jo Bay or Jo Dell")
    ]


@pytest.mark.parametrize("role", ["Convener", "Convenor"])
def test_the_convener_is_in_the_chair(role: str) -> None:
    meeting = parse(
        f"Minutes of the meeting\n\nPresent: Jo Ash ({role}), Bo Elm\n\n"
        "1. Gate\nAction: Convener to paint it.\n\n2. Wall\nThe wall was built.\n"
    )
    assert [o.attendee for item in meeting.items for a in item.actions for o in a.owners] == ["jo-ash"]


def test_nobody_gives_no_warning(roster: Roster) -> None:
    person = roster.person("Officers", Document("Officers").passage(0, 8))
    assert (person.text, person.attendee, roster.warnings) == ("Officers", None, [])
