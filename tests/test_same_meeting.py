"""The same meeting published as text, HTML, DOCX and PDF gives the same record."""

from __future__ import annotations

from typing import Any

import pytest

from invented_meetings import COLUMNS, PLAIN, Meeting
from minutes_parser import parse
from minutes_parser.schema import Minutes
from same_meeting import WAYS, as_one_line, as_pdf

# what depends on how the text is set: where it stands, and how many characters menus and page numbers have
SET = {"source", "span", "characters", "furniture"}
MEETINGS = {"plain": PLAIN, "columns": COLUMNS}


def read(meeting: Meeting, way: str) -> Minutes:
    return parse(WAYS[way](meeting), name=f"minutes.{way}")


def facts(value: Any) -> Any:
    """A record without what depends on how its text is set."""
    if isinstance(value, dict):
        return {key: facts(each) for key, each in value.items() if key not in SET}
    return [facts(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", MEETINGS)
@pytest.mark.parametrize("way", ["html", "docx", "pdf"])
def test_records_are_equal(name: str, way: str) -> None:
    meeting = MEETINGS[name]
    assert facts(read(meeting, way).model_dump(mode="json")) == facts(read(meeting, "txt").model_dump(mode="json"))


@pytest.mark.parametrize("name", MEETINGS)
@pytest.mark.parametrize("bottom", range(240, 700, 51))
def test_a_page_may_end_anywhere(name: str, bottom: int) -> None:
    meeting = MEETINGS[name]
    broken = parse(as_pdf(meeting, bottom), name="minutes.pdf")
    assert facts(broken.model_dump(mode="json")) == facts(read(meeting, "txt").model_dump(mode="json"))


def test_a_page_may_have_lost_its_head_and_its_lines() -> None:
    record = parse(as_one_line(PLAIN), name="minutes.txt")
    assert record.source.media_type == "text/html"
    assert facts(record.model_dump(mode="json")) == facts(read(PLAIN, "txt").model_dump(mode="json"))


@pytest.mark.parametrize("way", WAYS)
def test_the_plain_record_says_what_the_source_says(way: str) -> None:
    record = read(PLAIN, way)
    assert [(item.number, item.title) for item in record.items] == [
        (str(number), item.title) for number, item in enumerate(PLAIN.items, 1)
    ]
    assert [each.name for each in record.attendees] == [
        "Ada Reed", "Ben Stone", "Carla Weir", "Dan Moss", "Eve Lark", "Fay Holt",
    ]  # fmt: skip
    pavilion = record.items[3]
    clauses = PLAIN.items[3].paragraphs[1].clauses
    assert pavilion.decisions[0].clauses == tuple(clause.removesuffix(" and").rstrip(";") for clause in clauses)
    assert [(each.text, each.due and each.due.date) for each in pavilion.actions if each.explicit] == [
        ("Eve Lark to write to the builders by 22 March 2024.", "2024-03-22")
    ]
    assert (record.items[4].motions[0].outcome, record.meeting.end_time) == ("carried", "21:05")
    assert record.warnings == ()


@pytest.mark.parametrize("way", WAYS)
def test_the_record_of_columns_says_what_the_source_says(way: str) -> None:
    record = read(COLUMNS, way)
    assert [item.title for item in record.items] == [item.title for item in COLUMNS.items]
    assert [(each.name, each.affiliation, each.status) for each in record.attendees][:4] == [
        ("Ada Reed", "Alder Vale District Council", "present"),
        ("Ben Stone", "Northdale Housing Association", "present"),
        ("Carla Weir", "Vale Carers Trust", "present"),
        ("Dan Moss", "Northdale Youth Club", "apologies"),
    ]
    bus, fund = record.items[1:3]
    actions = [(action.text, action.owners[0].text) for item in (bus, fund) for action in item.actions]
    tasks = [(task.text, task.owner) for item in COLUMNS.items for task in item.paragraphs if task.owner]
    assert actions == tasks
    assert [decision.text for decision in fund.decisions] == [
        COLUMNS.items[2].paragraphs[1].text.removeprefix("RESOLVED: ")
    ]


@pytest.mark.parametrize("way", WAYS)
def test_the_heads_of_columns_are_nobody(way: str) -> None:
    assert len(read(COLUMNS, way).attendees) == 4


def test_the_resolution_of_the_pdf_runs_over_the_page() -> None:
    record = read(COLUMNS, "pdf")
    decision, action = record.items[2].decisions[0], record.items[2].actions[0]
    assert (record.source.pages, decision.span.page, action.span.page) == (2, 1, 2)
    assert "Page" not in decision.text
