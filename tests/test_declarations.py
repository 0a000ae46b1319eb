"""Interests that were declared."""

from __future__ import annotations

import pytest

from minutes_parser import parse

HEAD = "Present: Cllr Ada Reed, Cllr Tom Oak\n\n1. Apologies\nNone.\n\n2. Declarations of interest\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # councils of every kind
        ("Cllr Reed declared a pecuniary interest in item 4.", [("ada-reed", "pecuniary")]),
        ("Cllr Oak declared a personal interest in item 4 as a school governor.", [("tom-oak", "personal")]),
        ("None.", []),  # most parish minutes
        ("There were no declarations of interest.", []),  # the same in a sentence
        ("Members were reminded to declare any interest as it arose.", []),  # a reminder is none
    ],
)
def test_declaration(line: str, expected: list[tuple[str, str]]) -> None:
    found = parse(f"{HEAD}{line}\n\n3. Hedges\nNone.").items[1].declarations
    assert [(d.person.attendee, d.kind) for d in found] == expected
