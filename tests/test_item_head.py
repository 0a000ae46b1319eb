"""What is printed with the title of an item."""

from __future__ import annotations

import pytest

from minutes_parser.document import Document, Passage
from minutes_parser.fields.item_head import parse_title


@pytest.mark.parametrize(
    ("line", "title", "minutes", "sizes", "reference"),
    [
        ("Hedges (15 mins)", "Hedges", 15, [], None),  # boards that keep to the clock
        ("Hedges pdf icon PDF 99 KB", "Hedges", None, ["99 KB"], None),  # pages of committee systems
        ("Hedges (Agenda item 2)", "Hedges", None, [], "2"),  # minutes with numbers of their own
        ("Hedges (north side)", "Hedges (north side)", None, [], None),  # brackets that belong to the title
    ],
)
def test_title(line: str, title: str, minutes: int | None, sizes: list[str], reference: str | None) -> None:
    found = parse_title(Document(line), Passage(line, 0))
    assert (found.text, found.duration_minutes, found.reference) == (title, minutes, reference)
    assert [document.size for document in found.documents] == sizes
