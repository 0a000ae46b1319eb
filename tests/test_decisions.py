"""Decisions that are read out of a sentence, in whole records for those that are marked."""

from __future__ import annotations

import pytest

from minutes_parser import parse
from minutes_parser.fields.agreements import agreement_of


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The minutes were agreed as a correct record.", "agreed"),  # nearly every document
        ("It was agreed that the pond be cleared.", "agreed"),  # clubs and trusts
        ("The plan was not agreed.", None),  # a refusal
        ("The county had agreed the plan.", None),  # another body, earlier
        ("The report was noted.", None),  # a report as the subject
        ("Minutes of the last meeting approved.", "approved"),  # headlines of clubs
        ("Reports approved as submitted by general consent.", "approved"),  # boards of foundations
        ("The report on the minutes to be approved", None),
        ("Approved and signed as correct.", "approved"),  # community councils
        ("All trustees were in agreement.", "agreed"),  # library boards
        ("It agreed to review this.", "agreed"),
        ("He was therefore elected.", "agreed"),
        ("It was proposed by Bob Day, seconded by Cy Poe and agreed to adopt it.", "agreed"),
        ("Should this be agreed by the board?", None),  # a question
        ("The list should be approved by the editor.", None),  # what ought to be
        ("The issue was resolved by email.", None),  # a problem
        ("Consensus is that the release waits.", "agreed"),  # open source
        ("Reached consensus to close the issue.", "agreed"),
        ("Nobody objected to the move.", "agreed"),
        ("No objections raised.", "agreed"),  # planning
        ("No objections were received from neighbours.", None),
        ("The board approves the minutes of 3 May.", "approved"),  # the present tense of boards
        ("If the board agrees it will be painted.", None),
        ("The councilors present heard the claim and agreed to settle it.", "agreed"),  # towns
        ("The accounts were presented and accepted.", "approved"),
        ("Jo Ash is elected as Treasurer.", "agreed"),
        ("The Mayor noted that the Council adopted the plan.", None),  # only told of
        ("Grants must first be approved by the board.", None),
    ],
)
def test_agreement(sentence: str, kind: str | None) -> None:
    assert agreement_of(sentence) == kind


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("RESOLVED: That the hedge be cut.", "That the hedge be cut."),  # councils
        ("RESOLVED - That the hedge be cut.", "That the hedge be cut."),  # councils, with a dash
        ("Resolved:\nThat the hedge be cut.", "That the hedge be cut."),  # the marker alone on its line
        ("It was RESOLVED that the hedge be cut.", "that the hedge be cut."),  # parish councils
        ("The plan was shown to all.\nAPPROVED", "The plan was shown to all."),  # a word alone closes what is above
        ("Resolution #1: That the hedge be cut.", "That the hedge be cut."),
        ("**Decision:** The hedge will be cut.", "The hedge will be cut."),  # school governors, in bold print
        ('Proposed by Cllr Ash and resolved "That the hedge be cut."', '"That the hedge be cut."'),  # Irish councils
        (
            "The Board resolved to donate:\nScouts £50\nGuides £60",
            "to donate: Scouts £50 Guides £60",
        ),  # parish councils
        # the verb of a sentence governs no other
        ("It was RESOLVED that the hedge be cut. The hedge is tall.", "that the hedge be cut."),
        ("The council had resolved to cut the hedge.", None),  # reported from earlier
        ("The board resolves to cut the hedge.", "to cut the hedge."),  # the present tense of boards
        ("It was resolved unanimously 'That the hedge be cut.'", "'That the hedge be cut.'"),
    ],
)
def test_marked_decision(lines: str, text: str | None) -> None:
    item = parse(f"1. Apologies\nNone.\n\n2. Hedges\n\n{lines}\n\n3. Ditches\nNone.").items[1]
    assert [d.text for d in item.decisions if d.formal] == ([text] if text else [])


def test_each_resolution_of_a_paragraph_is_one() -> None:
    text = "Resolved to cut the hedge. Resolved to paint the gate. It was further resolved to sell the mower."
    item = parse(f"1. Apologies\nNone.\n\n2. Hedges\n\n{text}\n\n3. Ditches\nNone.").items[1]
    assert [(d.text, d.formal) for d in item.decisions] == [
        ("to cut the hedge.", True),
        ("to paint the gate.", True),
        ("to sell the mower.", True),
    ]


def test_what_became_of_the_matter_in_the_title() -> None:
    item = parse(
        "1. Apologies\nNone.\n\n2. Minutes of the last meeting\nApproved and signed.\n\n3. Ditches\nNone."
    ).items[1]
    assert [(d.text, d.formal) for d in item.decisions] == [("Approved and signed.", False)]


@pytest.mark.parametrize("fate", ["DEFEATED", "Motion lost."])
def test_a_lost_motion_decides_nothing(fate: str) -> None:
    motion = f"Moved by: Bob Day\nSeconded by: Cy Poe\nBE IT RESOLVED THAT the loan be taken.\n{fate}"
    item = parse(f"1. Apologies\nNone.\n\n2. Loan\n\n{motion}\n\n3. Ditches\nNone.").items[1]
    assert [motion.outcome for motion in item.motions] == ["lost"]
    assert not item.decisions
