"""Sentences of a paragraph."""

from __future__ import annotations

import pytest

from minutes_parser.document import Passage
from minutes_parser.fields.prose import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Reed spoke. He left.", ["Mr. Reed spoke.", "He left."]),  # the stop of a title
        ("The fee is £1.50. It rises.", ["The fee is £1.50.", "It rises."]),  # the point of a price
        ("At 7.30 p.m. he left.", ["At 7.30 p.m. he left."]),  # a time
        ("Cllr. A. Oak spoke.", ["Cllr. A. Oak spoke."]),  # an initial
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    found = sentences(Passage(text, 5))
    assert [sentence.text for sentence in found] == expected
    assert all(text[s.start - 5 : s.end - 5] == s.text for s in found)
