"""Every record is one row, in CSV and in JSON Lines, and a spreadsheet runs none of them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ACTION, DECISION, DECLARATION, MOTION, ROOT, Run, record
from contract import LISTS, records
from minutes_parser.cli import options
from minutes_parser.schema import Minutes
from minutes_parser.tables.columns import Type
from minutes_parser.tables.csv_ import dump_csv, head_csv
from minutes_parser.tables.jsonl import dump_jsonl
from minutes_parser.tables.kinds import KINDS, all_columns

TABLES = Path(__file__).parent / "tables"
ARCHIVE = TABLES / "archive.jsonl"
DOCS = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
each_kind = pytest.mark.parametrize("what", KINDS)


def csv_rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def json_rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def as_text(cell: object) -> str:
    """What a cell of CSV holds for a value of JSON."""
    if isinstance(cell, list):
        return "; ".join(entry or "" for entry in cell)
    return "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)


@each_kind
def test_the_table_is_the_one_expected(minutes: Callable[..., Run], what: str) -> None:
    run = minutes("table", ARCHIVE, "--what", what)
    assert (run.status, run.err) == (0, "")
    assert run.out.encode() == (TABLES / f"{what}.csv").read_bytes()


@each_kind
def test_json_lines_hold_the_cells_of_csv(minutes: Callable[..., Run], what: str) -> None:
    found = json_rows(minutes("table", ARCHIVE, "--what", what, "-f", "jsonl").out)
    assert found
    plain = csv_rows(minutes("table", ARCHIVE, "--what", what, "--raw").out)
    assert [{name: as_text(cell) for name, cell in row.items()} for row in found] == plain


PYTHON = {
    Type.TEXT: str,
    Type.ATTENDEE: str,
    Type.INTEGER: int,
    Type.BOOLEAN: bool,
    Type.LIST: list,
}


@each_kind
def test_cells_are_of_the_type_of_their_column(minutes: Callable[..., Run], what: str) -> None:
    types = {column.name: PYTHON[column.type] for column in all_columns(KINDS[what])}
    for row in json_rows(minutes("table", ARCHIVE, "--what", what, "-f", "jsonl").out):
        assert list(row) == list(types)
        assert {name for name, cell in row.items() if cell is not None and type(cell) is not types[name]} == set()


def test_records_outside_every_item_are_rows_without_an_item() -> None:
    found = json_rows(dump_jsonl(KINDS["actions"], record()))
    assert [(row["item_path"], row["item_number"], row["item_title"]) for row in found] == [
        ("12:30", "12:30", "Hedges"),
        ("12:30/12:30", "12:30", "Hedges"),
        (None, None, None),
    ]


# any record of any shape

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
TEMPLATES = {"decisions": DECISION, "actions": ACTION, "motions": MOTION, "declarations": DECLARATION}
FACTS = st.fixed_dictionaries(
    {
        name: st.lists(TEXTS.map(lambda text, template=template: {**template, "text": text}), max_size=2)  # type: ignore[misc]
        for name, template in TEMPLATES.items()
    }
)
ITEM = json.loads(record().model_dump_json(by_alias=True))["items"][0]
ITEMS = st.recursive(
    st.just([]),
    lambda inner: st.lists(
        st.builds(
            lambda facts, title, number, items: {**ITEM, **facts, "title": title, "number": number, "items": items},
            FACTS,
            TEXTS,
            st.none() | TEXTS,
            inner,
        ),
        max_size=3,
    ),
    max_leaves=5,
)


@st.composite
def any_minutes(draw: st.DrawFn) -> Minutes:
    data = json.loads(record().model_dump_json(by_alias=True))
    return Minutes.model_validate({**data, **draw(FACTS), "items": draw(ITEMS)})


def of_kind(found: dict[str, Any], what: str) -> Counter[tuple[str, int]]:
    return Counter((entry.get("text"), entry["span"]["start"]) for kind, entry in records(found) if kind == what)


@given(any_minutes())
def test_every_record_is_one_row(minutes: Minutes) -> None:
    data = json.loads(minutes.model_dump_json(by_alias=True))
    for what in (*LISTS, "items"):
        found = json_rows(dump_jsonl(KINDS[what], minutes))
        assert Counter((row["text"], row["start"]) for row in found) == of_kind(data, what)


@given(any_minutes())
def test_csv_loads_back(minutes: Minutes) -> None:
    for kind in KINDS.values():
        text = head_csv(kind) + dump_csv(kind, minutes, raw=True)
        expected = [{n: as_text(cell) for n, cell in row.items()} for row in json_rows(dump_jsonl(kind, minutes))]
        assert csv_rows(text) == expected


@given(any_minutes(), TEXTS)
def test_no_cell_of_text_begins_like_a_formula(minutes: Minutes, name: str) -> None:
    minutes = minutes.model_copy(update={"source": minutes.source.model_copy(update={"name": name})})
    for kind in KINDS.values():
        for row in csv_rows(head_csv(kind) + dump_csv(kind, minutes)):
            assert [cell for cell in row.values() if cell[:1] in tuple("=+-@\t\r\n")] == []


# what spreadsheets run

FORMULAS = [
    ("=1+1", "'=1+1"),
    ("+44 1234", "'+44 1234"),
    ("-3 degrees", "'-3 degrees"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("\r=1", "'\r=1"),
    ("\n=1", "'\n=1"),
    ("＝1", "'＝1"),
    ("'=1", "'=1"),
    ("a=1", "a=1"),
    ("£3", "£3"),
    ("3", "3"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "safe"), FORMULAS)
def test_text_that_a_spreadsheet_would_run(text: str, safe: str) -> None:
    kind = KINDS["items"]
    assert csv_rows(head_csv(kind) + dump_csv(kind, record(text)))[0]["text"] == safe
    assert csv_rows(head_csv(kind) + dump_csv(kind, record(text), raw=True))[0]["text"] == text
    assert json_rows(dump_jsonl(kind, record(text)))[0]["text"] == text


def test_lines_end_as_the_standard_says_and_cells_may_hold_lines() -> None:
    lines = dump_csv(KINDS["items"], record('The "hedge".\nThe ditch.')).split("\r\n")
    assert [line.count('"The ""hedge"".\nThe ditch."') for line in lines] == [1, 1, 0]


def test_json_lines_cannot_be_broken_by_what_they_hold() -> None:
    text = dump_jsonl(KINDS["items"], record("a\u2028b\x85c\x1b[2Jd"))
    assert len(text.splitlines()) == 2
    assert "\x1b" not in text


def test_a_number_without_end_stays_whole() -> None:
    data = json.loads(record().model_dump_json(by_alias=True))
    data["motions"][0]["votes"]["for"] = 2**70
    assert csv_rows(head_csv(KINDS["motions"]) + dump_csv(KINDS["motions"], Minutes.model_validate(data)))[-1][
        "votes_for"
    ] == str(2**70)


# what is written about them


def test_the_command_line_names_the_kinds_that_there_are() -> None:
    assert list(KINDS) == list(options.TABLE_KINDS)
    assert set(options.TABLE_SUFFIXES.values()) == set(options.TABLE_FORMATS)


def documented(heading: str) -> list[tuple[str, str]]:
    """The names and types in the table under a heading of docs/tables.md."""
    section = re.split(r"^#+ ", DOCS.split(f"## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    return re.findall(r"^\| `(\w+)` \| (\w+) \|", section, re.MULTILINE)


@each_kind
def test_every_column_is_documented_and_no_other(what: str) -> None:
    shared = documented("Columns of every table") + (documented("Columns of the item") if KINDS[what].of_item else [])
    columns = [(column.name, str(column.type)) for column in all_columns(KINDS[what])]
    assert shared + documented(f"`{what}`") + documented("Columns of the place") == columns
