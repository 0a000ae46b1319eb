"""Labels of items: numbers and minute references at the start of a line."""

from __future__ import annotations

import pytest

from minutes_parser.document import Passage
from minutes_parser.extractors.labels import parse_label


@pytest.mark.parametrize(
    ("line", "printed", "rest"),
    [
        ("3. Hedges", "3", "Hedges"),  # agendas everywhere
        ("3) Hedges", "3", "Hedges"),  # typed agendas
        ("1772. Hedges", "1772", "Hedges"),  # minutes numbered since the body began
        ("CPP/17/22 Hedges", "CPP/17/22", "Hedges"),  # a body's own reference
        ("163/18 Hedges", "163/18", "Hedges"),  # number and year, parish councils
        ("7(a) Hedges", "7(a)", "Hedges"),  # a part of an item
        ("Item 5 - Hedges", "5", "Hedges"),  # the word before the number
    ],
)
def test_label(line: str, printed: str, rest: str) -> None:
    label = parse_label(Passage(line, 40))
    assert label is not None
    assert (label.printed.text, label.rest.text) == (printed, rest)
    assert line[label.printed.start - 40 :].startswith(printed)


@pytest.mark.parametrize(
    "line",
    [
        "14 July 2019",  # a date alone on its line
        "£1.50 each",  # a price in a list of payments
        "12.30 pm start",  # a time
        "18/02231/FUL Barn at the farm",  # a planning reference
        "Hedges",  # no number
        "",
    ],
)
def test_no_label(line: str) -> None:
    assert parse_label(Passage(line, 0)) is None
