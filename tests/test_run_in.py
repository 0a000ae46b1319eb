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
        (
            "Minutes of 3 May -The minutes were signed.",
            "Minutes of 3 May",
            "The minutes were signed.",
        ),  # typed in haste
        # flattened web pages of parish councils: the title has no mark behind it
        (
            "To Receive an Update on the Mill Campaign The Chair of the Mill Campaign thanked all who had signed.",
            "To Receive an Update on the Mill Campaign",
            "The Chair of the Mill Campaign thanked all who had signed.",
        ),
        (
            "Lighting - Chairman Cllr Ash agreed to ask for a price for new lamps.",
            "Lighting - Chairman",
            "Cllr Ash agreed to ask for a price for new lamps.",
        ),
        (
            "EXCLUSION OF THE PUBLIC The Council agreed to exclude them.",
            "EXCLUSION OF THE PUBLIC",
            "The Council agreed to exclude them.",
        ),
        ("NHS England reported on waiting times.", "NHS England reported on waiting times", ""),  # one name in capitals
        ("Report of The Hub", "Report of The Hub", ""),  # a name with its article
        ("Mr. Smith spoke", "Mr. Smith spoke", ""),  # the stop of an abbreviation ends no title
    ],
)
def test_split_title(text: str, title: str, rest: str) -> None:
    head, body = split_title(Passage(text, 7))
    assert (head.text, body.text) == (title, rest)
    assert not rest or body.start == 7 + text.index(rest)
