"""Sentences that put a motion, and what became of it."""

from __future__ import annotations

import pytest

from minutes_parser.fields.motions import is_motion, outcome_of
from minutes_parser.fields.votes import counts_of


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The motion was carried.", "carried"),  # councils
        ("Motion lost", "lost"),  # alone on its line
        ("The motion was withdrawn.", "withdrawn"),  # by its mover
        ("The amendment was lost.", "lost"),
        ("The resolution was passed.", "carried"),
        ("Prop JB and sec GK. All agreed.", "carried"),  # notes in short forms
    ],
)
def test_fate_of_a_motion(sentence: str, outcome: str) -> None:
    assert is_motion(sentence)
    assert outcome_of(sentence) == outcome


def test_a_carried_box_is_no_motion() -> None:
    assert not is_motion("She carried the box.")


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Carried: for 21, against 3.", 21),
        ("The vote was 5 for and 2 against.", 5),
        ("For 4 and against 2. Carried.", 4),
        ("The road will be closed for 30 days.", None),
        ("A lease for one week was approved.", None),
        ("A discount for 5% of users", None),
    ],
)
def test_count_of_those_for(sentence: str, count: int | None) -> None:
    assert counts_of(sentence, None).get("for") == count
