"""Tasks, their owners and due phrases."""

from __future__ import annotations

import pytest

from minutes_parser.document import Passage
from minutes_parser.fields.owners import parse_task
from minutes_parser.fields.tasks import parse_implicit


@pytest.mark.parametrize(
    ("text", "task", "owners", "due"),
    [
        (
            "Clerk to buy paint by 3 May 2020",
            "Clerk to buy paint by 3 May 2020",
            ["Clerk"],
            "by 3 May 2020",
        ),  # an office
        ("Cllr Reed and Ann Oak to buy paint", "Cllr Reed and Ann Oak to buy paint", ["Cllr Reed", "Ann Oak"], None),
        ("Buy paint - Ann Oak", "Buy paint", ["Ann Oak"], None),  # the owner after a dash
        ("buy paint", "buy paint", [], None),  # no owner
        ("The gate to the field is shut.", "The gate to the field is shut.", [], None),  # 'to' that gives no task
    ],
)
def test_task(text: str, task: str, owners: list[str], due: str | None) -> None:
    found = parse_task(Passage(text, 3))
    assert (found.text.text, [o.text for o in found.owners], found.due and found.due.text) == (task, owners, due)


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Ann Oak agreed to buy paint.", ["Ann Oak"]),  # notes of boards
        ("The Clerk was asked to write.", ["The Clerk"]),  # parish councils
        ("Ann had agreed to buy paint.", None),  # reported from earlier
        ("The gate will be painted.", None),  # nobody is named
    ],
)
def test_implicit_task(sentence: str, owners: list[str] | None) -> None:
    found = parse_implicit(Passage(sentence, 0))
    assert (found and [o.text for o in found.owners]) == owners
