"""Sentences that put a motion, and what became of it."""

from __future__ import annotations

import pytest

from minutes_parser.fields.motions import is_motion, outcome_of


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("The motion was carried.", "carried"),  # councils
        ("Motion lost", "lost"),  # alone on its line
        ("The motion was withdrawn.", "withdrawn"),  # by its mover
    ],
)
def test_fate_of_a_motion(sentence: str, outcome: str) -> None:
    assert is_motion(sentence)
    assert outcome_of(sentence) == outcome


def test_a_carried_box_is_no_motion() -> None:
    assert not is_motion("She carried the box.")
