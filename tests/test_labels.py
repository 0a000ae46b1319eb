"""Labels of items: numbers and minute references at the start of a line."""

from __future__ import annotations

import pytest

from minutes_parser.document import Line, Passage
from minutes_parser.extractors.blocks import sub_label
from minutes_parser.extractors.labels import LABEL, label_of, label_or_roman, parse_label, parse_roman


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
        ("Topic 5: Hedges", "5", "Hedges"),  # another word
        ("5 . Hedges", "5", "Hedges"),  # Markdown's '5\\.', whose backslash is blanked out
        ("5.3/22E Hedges", "5.3/22E", "Hedges"),  # extra meetings of parish councils
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


@pytest.mark.parametrize("word", ["Item", "Minute", "Agenda item", "Item no.", "Minute number", "item", "AGENDA ITEM"])
def test_a_glance_at_the_first_letters_passes_over_no_label(word: str) -> None:
    line = f"{word} 5 - Hedges"
    assert LABEL.match(line) is not None
    label = label_of(Line(line, 0, True))
    assert label is not None
    assert (label.printed.text, label.rest.text) == ("5", "Hedges")


def test_a_numeral_of_capitals_is_the_label_of_a_line() -> None:
    label = label_or_roman(Line("IV. Hedges", 0, True))
    assert label is not None
    assert (label.printed.text, label.value) == ("IV", (4, 0))
    assert label_or_roman(Line("Iv. Hedges", 0, True)) is None


@pytest.mark.parametrize(
    ("line", "number", "value"),
    [
        ("4.1 Roads", "4", (1,)),
        ("4.2 Roads", "4.0", (2,)),  # 'X.0' numbers the item itself
        ("10.1 Roads", "10.", (1,)),
        ("20.3 Roads", "20", (3,)),
        ("1.1 Roads", "10", None),  # another item's
    ],
)
def test_sub_label(line: str, number: str, value: tuple[int, ...] | None) -> None:
    label = sub_label(Line(line, 0, True), Passage(number, 0))
    assert (label.value if label else None) == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("IV. Hedges", 4),
        ("## Agenda IV: Hedges", 4),
        ("Item IV - Hedges", 4),
        ("IV: Hedges", None),  # a colon needs the word
        ("Agenda items: hedges", None),
    ],
)
def test_roman_label(line: str, value: int | None) -> None:
    label = parse_roman(Passage(line, 0))
    assert (label.value[0] if label else None) == value


def test_letter_of_an_extra_meeting_belongs_to_the_reference() -> None:
    labels = [parse_label(Passage(f"{n}.3/22E Hedges", 0)) for n in (1, 2)]
    assert [(label.style, label.value) for label in labels if label] == [("./3e", (n, 3, 22, 0)) for n in (1, 2)]
