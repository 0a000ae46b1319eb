"""Titles that run into the text of their item."""

from __future__ import annotations

import pytest

from minutes_parser.document import Passage
from minutes_parser.extractors.run_in import split_title


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("Finance. The clerk reported.", "Finance", "The clerk reported."),  # flattened parish minutes
        ("Finance - The clerk reported.", "Finance", "The clerk reported."),  # typed minutes
        ("Village hall: The roof leaks.", "Village hall", "The roof leaks."),  # minutes of clubs
        ("Hedges", "Hedges", ""),  # a title alone
        ("Mr. Smith spoke", "Mr. Smith spoke", ""),  # the stop of an abbreviation ends no title
    ],
)
def test_split_title(text: str, title: str, rest: str) -> None:
    head, body = split_title(Passage(text, 7))
    assert (head.text, body.text) == (title, rest)
    assert not rest or body.start == 7 + text.index(rest)
