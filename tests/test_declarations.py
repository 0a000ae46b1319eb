"""Interests that were declared: by sentence, list and table, with what they say of the person."""

from __future__ import annotations

import pytest

from minutes_parser import parse
from minutes_parser.schema import Declaration

PEOPLE = "Present: Cllr Ada Reed (AR), Cllr Tom Oak (TO), Mr Ben Elm"
HEAD = f"{PEOPLE}\n\n1. Apologies\nNone.\n\n2. Declarations of interest\n"
Expected = list[tuple[str, str | None, bool | None]]
"""Person, kind, and whether he or she left."""


def declared(text: str) -> tuple[Declaration, ...]:
    """The declarations under the item that is for them."""
    return parse(f"{HEAD}{text}\n\n3. Hedges\nNone.").items[1].declarations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # councils of every kind
        ("Cllr Reed declared a pecuniary interest in item 4.", [("Cllr Reed", "pecuniary", None)]),
        ("Cllr Oak declared an interest in item 4 as a governor.", [("Cllr Oak", None, None)]),
        ("Cllr Reed declared a pecuniary interest in item 4 and left the room.", [("Cllr Reed", "pecuniary", True)]),
        ("Cllr Reed declared an interest in item 5. She left the meeting for it.", [("Cllr Reed", None, True)]),
        ("Cllr Oak declared an interest. He remained in the meeting but did not vote.", [("Cllr Oak", None, False)]),
        ("Cllr Oak declared an interest and did not leave the room.", [("Cllr Oak", None, False)]),
        (
            "Cllrs Reed and Oak declared a non-registerable interest.",
            [("Cllr Reed", "non-registerable", None), ("Cllr Oak", "non-registerable", None)],
        ),
        (
            "Cllr Reed, Cllr Oak and Mr Elm declared an interest.",
            [("Cllr Reed", None, None), ("Cllr Oak", None, None), ("Mr Elm", None, None)],
        ),
        (
            "(1) Cllr Reed declared a personal interest.\n(2) Cllr Oak declared an interest.",
            [("Cllr Reed", "personal", None), ("Cllr Oak", None, None)],
        ),
        (
            "Cllr Reed declared an interest in item 4 and Cllr Oak in item 5.",
            [("Cllr Reed", None, None), ("Cllr Oak", None, None)],
        ),
        ("Cllr Oak declared a personal and prejudicial interest.", [("Cllr Oak", "personal and prejudicial", None)]),
        (
            "In respect of item 8, Councillor Tom Oak declared an Other Registrable Interest.",
            [("Councillor Tom Oak", "Other Registrable", None)],
        ),
        (
            "Councillor Reed, as a member of the Trust, declared a personal interest.",
            [("Councillor Reed", "personal", None)],
        ),
        ("Cllr Reed gave notice of a personal interest in item 4.", [("Cllr Reed", "personal", None)]),
        ("The Chair declared an interest in item 4.", [("The Chair", None, None)]),
        # parish councils
        ("Cllr Reed wished to declare an interest in item 4.", [("Cllr Reed", None, None)]),
        ("AR declared an interest in item 5.", [("AR", None, None)]),
        ("AR - item 5, as a neighbour.", [("AR", None, None)]),
        ("AR and TO in relation to the Acre field.", [("AR", None, None), ("TO", None, None)]),
        ("Cllr Reed re 2839 – Trust. Cllr Oak re the hall.", [("Cllr Reed", None, None), ("Cllr Oak", None, None)]),
        ("Cllr Reed – Item 5 – Personal – Member of the Trust.", [("Cllr Reed", "Personal", None)]),
        ("Cllr Reed (item 5, personal).", [("Cllr Reed", "personal", None)]),
        ("A declaration of interest was received from Cllr Reed in respect of item 8.", [("Cllr Reed", None, None)]),
        (
            "Declarations were made by Cllr Reed (item 4) and Cllr Oak (item 6).",
            [("Cllr Reed", None, None), ("Cllr Oak", None, None)],
        ),
        (
            "Pecuniary Interests\nCllr Reed – item 5\nPersonal Interests\nCllr Oak – item 6",
            [("Cllr Reed", "Pecuniary", None), ("Cllr Oak", "Personal", None)],
        ),
        ("Personal interest: Cllr Reed, item 5.", [("Cllr Reed", "Personal", None)]),
        # tables of councils and governors
        (
            "Name\tItem\tInterest\tNature\nCllr Reed\t5\tPecuniary\tOwns the field\nCllr Oak\t7\tPersonal\tTrustee",
            [("Cllr Reed", "Pecuniary", None), ("Cllr Oak", "Personal", None)],
        ),
        ("Councillor\tMinute No\tNature of interest\nCllr Reed\t12/21\tFriend", [("Cllr Reed", None, None)]),
        # school governors, charities and health boards
        ("Item 4bi – Mr Ben Elm (Financial)", [("Mr Ben Elm", "Financial", None)]),
        ("Minute 96 of this meeting, as follows:\nReed  -  Employee of the trust", [("Reed", None, None)]),
        ("Ada Reed: trustee of the Foundation.", [("Ada Reed", None, None)]),
        ("Ada Reed declared she is a trustee of the foundation.", [("Ada Reed", None, None)]),
        ("Mr Elm disclosed that his wife is employed by the contractor.", [("Mr Elm", None, None)]),
        ("Cllr Reed is a member of the hall committee.", [("Cllr Reed", None, None)]),
        ("AR advised she had a conflict of interest.", [("AR", None, None)]),
        # Scottish and Irish bodies
        ("Councillor Reed made a transparency statement in relation to item 4.", [("Councillor Reed", None, None)]),
        ("Councillor Reed declared a connection to item 4.", [("Councillor Reed", None, None)]),
        # Australian councils
        ("Cr Reed declared an impartiality interest in item 11.", [("Cr Reed", "impartiality", None)]),
        # US councils and boards
        ("Director Elm recused himself from item 7 due to a conflict of interest.", [("Director Elm", None, None)]),
        ("Councilmember Reed abstained from item 5 due to a conflict.", [("Councilmember Reed", None, None)]),
        ("* Ada Reed has a conflict regarding the grant.", [("Ada Reed", None, None)]),
    ],
)  # fmt: skip
def test_declaration(text: str, expected: Expected) -> None:
    assert [(d.person.text, d.kind, d.left_meeting) for d in declared(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        # most parish minutes
        "None.",
        "There were none.",
        "Nil",
        "No declarations of interest were received from Cllr Reed or Cllr Oak.",
        "There were no declarations from Cllr Reed.",
        "Cllr Reed declared no interest.",
        "Members declared no interests.",
        "All councillors declared that they had no interests.",
        "Cllr Reed – none",
        # reminders and what else is said there
        "Members were reminded to declare any interest as it arose.",
        "The Chair asked if anyone had interests to declare.",
        "Cllr Reed asked whether she should declare an interest.",
        "The Clerk advised members on the new code.",
        "The Clerk confirmed that no dispensation requests had been received.",
        "The register of interests was signed by all.",
        "Cllr Reed left the meeting at 7.30pm.",
        "Cllr Oak thanked the Clerk.",
    ],
)
def test_no_declaration(text: str) -> None:
    assert declared(text) == ()


def test_the_person_is_linked_and_the_words_are_kept() -> None:
    (declaration,) = declared("AR declared a personal interest in item 4 as a trustee.")
    assert declaration.person.attendee == "ada-reed"
    assert declaration.text == "AR declared a personal interest in item 4 as a trustee."


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # outside the item for declarations the words must leave no doubt
        ("Cllr Reed declared an interest and left the room.", ["Cllr Reed"]),
        ("Cllr Reed stated that she had a pecuniary interest.", ["Cllr Reed"]),
        ("Cllr Reed had expressed an interest in joining the group.", []),
        ("Cllr Reed: item 5 to be deferred.", []),
        ("Cllr Reed is a member of the hall committee.", []),
    ],
)
def test_outside_the_item_for_declarations(text: str, people: list[str]) -> None:
    found = parse(f"{PEOPLE}\n\n1. Apologies\nNone.\n\n2. The hall\n{text}\n\n3. End\nNone.").items[1].declarations
    assert [declaration.person.text for declaration in found] == people


def test_a_declaration_printed_again_under_its_item_counts_once() -> None:
    # community councils: once at the start, once more where the application is taken
    first = "Cllr Reed declared an interest in application PL/00489."
    again = "Cllr Reed declared an interest in application PL/00489 (owner)."
    other = "Cllr Reed declared an interest in application PL/00512."
    record = parse(f"{HEAD}{first}\n\n3. Planning\n{again}\n{other}\n\n4. End\nNone.")
    assert [len(item.declarations) for item in record.items] == [0, 1, 1, 0]


@pytest.mark.xfail(strict=True, reason="a table of which each cell is a line of its own is not read yet")
def test_cells_on_lines() -> None:
    text = "Councillor\nMinute Number\nNature of Interest\nReed\n96\nEmployee"
    assert [declaration.person.text for declaration in declared(text)] == ["Reed"]
