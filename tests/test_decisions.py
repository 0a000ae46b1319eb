"""Decisions that are read out of a sentence, in whole records for those that are marked."""

from __future__ import annotations

import pytest

from minutes_parser import parse
from minutes_parser.fields.decisions import agreement_of


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
        ("Should this be agreed by the board?", None),  # a question
        ("The list should be approved by the editor.", None),  # what ought to be
        ("The issue was resolved by email.", None),  # a problem
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
        # the verb of a sentence governs no other
        ("It was RESOLVED that the hedge be cut. The hedge is tall.", "that the hedge be cut."),
        ("The council had resolved to cut the hedge.", None),  # reported from earlier
    ],
)
def test_marked_decision(lines: str, text: str | None) -> None:
    item = parse(f"1. Apologies\nNone.\n\n2. Hedges\n\n{lines}\n\n3. Ditches\nNone.").items[1]
    assert [d.text for d in item.decisions if d.formal] == ([text] if text else [])
