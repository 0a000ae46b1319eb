"""The SQLite file holds the same records as the tables, joined by keys that lead somewhere, and can be searched."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from conftest import Run, record
from minutes_parser.tables.archive import LISTS, SEARCHED, TABLES
from minutes_parser.tables.columns import Type
from minutes_parser.tables.kinds import KINDS, OF_MEETING
from test_tables import ARCHIVE, DOCS, json_rows

Minutes = Callable[..., Run]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def archive(minutes: Minutes, folder: Path) -> Iterator[sqlite3.Connection]:
    """The file that the command makes of tests/tables/archive.jsonl."""
    assert minutes("table", ARCHIVE, "--to", "archive.db") == Run(0, "", "")
    assert [path.name for path in folder.iterdir()] == ["archive.db"]
    with closing(sqlite3.connect("archive.db")) as file:
        file.row_factory = sqlite3.Row
        yield file


def test_the_file_is_whole_and_every_key_leads_somewhere(archive: sqlite3.Connection) -> None:
    assert archive.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert archive.execute("PRAGMA foreign_key_check").fetchall() == []


def joined(what: str) -> str:
    """The rows of the flat table, put together by the keys."""
    kind = KINDS[what]
    of_meeting = [f'meetings."{column.name}" AS "{column.name}"' for column in OF_MEETING]
    of_item = [f'items."{column.name[5:]}" AS "{column.name}"' for column in kind.of_item]
    own = [f'"{what}"."{column.name}" AS "{column.name}"' for column in kind.columns]
    tables = f'"{what}"'
    if what != "meetings":
        tables += f' JOIN meetings ON meetings.id = "{what}".meeting_id'
    if kind.of_item:
        tables += " LEFT JOIN items ON items.id = item_id"
    return f'SELECT {", ".join(of_meeting + of_item + own)} FROM {tables} ORDER BY "{what}".id'


def as_sql(row: dict[str, Any]) -> dict[str, Any]:
    """A row of JSON Lines as the cells that stand for it."""
    return {
        name: json.dumps(cell, ensure_ascii=False) if isinstance(cell, list) else cell for name, cell in row.items()
    }


@pytest.mark.parametrize("what", KINDS)
def test_it_holds_what_the_tables_hold(minutes: Minutes, archive: sqlite3.Connection, what: str) -> None:
    flat = json_rows(minutes("table", ARCHIVE, "--what", what, "-f", "jsonl").out)
    assert [dict(row) for row in archive.execute(joined(what))] == [as_sql(row) for row in flat]
    assert flat


def test_sub_items_know_the_item_that_they_belong_to(archive: sqlite3.Connection) -> None:
    query = "SELECT p.path || ' > ' || i.path FROM items i JOIN items p ON p.id = i.parent_id ORDER BY i.id"
    assert [row[0] for row in archive.execute(query)] == [
        "04/19 > 04/19/a",
        "04/19 > 04/19/b",
        "12:30 > 12:30/#1",
    ]


PEOPLE = [
    ("motions", "mover_attendee"),
    ("motions", "seconder_attendee"),
    ("declarations", "person_attendee"),
]


@pytest.mark.parametrize(("table", "column"), PEOPLE)
def test_people_lead_to_the_attendee_of_the_same_meeting(archive: sqlite3.Connection, table: str, column: str) -> None:
    joined = f"{table} r JOIN attendees a ON a.id = r.{column}_id"
    query = f"SELECT r.meeting_id, r.{column}, a.meeting_id, a.attendee FROM {joined}"
    rows = [tuple(row) for row in archive.execute(query)]
    assert len(rows) == archive.execute(f"SELECT count({column}) FROM {table}").fetchone()[0] > 0
    assert [row for row in rows if row[:2] != row[2:]] == []


LISTED = [
    ("action_owners", "action_id", "actions", "owners", "name"),
    ("action_owners", "action_id", "actions", "owner_attendees", "attendee"),
    ("item_presenters", "item_id", "items", "presenters", "name"),
    ("item_presenters", "item_id", "items", "presenter_attendees", "attendee"),
    ("item_documents", "item_id", "items", "documents", "title"),
]


@pytest.mark.parametrize(("table", "key", "of", "column", "entry"), LISTED)
def test_lists_have_rows_in_their_order(
    archive: sqlite3.Connection, table: str, key: str, of: str, column: str, entry: str
) -> None:
    listed = [(row["id"], name) for row in archive.execute(f"SELECT * FROM {of}") for name in json.loads(row[column])]
    assert [tuple(row) for row in archive.execute(f"SELECT {key}, {entry} FROM {table} ORDER BY id")] == listed
    assert listed


def test_names_of_a_recorded_vote(archive: sqlite3.Connection) -> None:
    query = "SELECT vote, name, text FROM motion_votes JOIN motions ON motions.id = motion_id"
    assert [tuple(row) for row in archive.execute(query)] == [("for", "Reed", "That it be so")] * 2


def test_an_owner_who_is_nobody_in_particular_has_no_key(archive: sqlite3.Connection) -> None:
    rows = archive.execute("SELECT name, attendee_id FROM action_owners ORDER BY id DESC LIMIT 2").fetchall()
    assert tuple(rows[0]) == ("the Clerk", None)
    assert rows[1]["name"] == "Cllr Reed"
    assert rows[1]["attendee_id"] == archive.execute("SELECT id FROM attendees WHERE attendee='ada-reed'").fetchone()[0]


# looking things up

FOUND = [
    ("items", "precepts", ["Precept"]),
    ("items", "swing AND action", ["Playground"]),
    ("items", "title: playground", ["Playground"]),
    ("decisions", "schedule", ["That the payments in the schedule be made. Proposed Cllr Ogden, seconded Cllr Trott."]),
    ("actions", "owners: ogden", ["Cllr Ogden agreed to tape off the swing."]),
    (
        "declarations",
        "trott",
        ["Cllr Trott declared a pecuniary interest in item 05/19 as owner of the adjoining field."],
    ),
    ("motions", "precept", ["Cllr Finch proposed that the precept be set at £14,200."]),
]


@pytest.mark.parametrize(("table", "words", "found"), FOUND)
def test_full_text_search(archive: sqlite3.Connection, table: str, words: str, found: list[str]) -> None:
    shown = "title" if table == "items" else "text"
    query = f"SELECT {shown} FROM {table} WHERE id IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ?)"
    assert [row[0] for row in archive.execute(query, (words,))] == found


def test_keys_and_what_rows_are_looked_up_by_are_indexed(archive: sqlite3.Connection) -> None:
    for name, table in TABLES.items():
        for key in (*table.keys, *table.people()):
            plan = archive.execute(f'EXPLAIN QUERY PLAN SELECT * FROM "{name}" WHERE "{key}" = 1').fetchone()["detail"]
            assert f"USING INDEX idx_{name}_{key}" in plan
    plan = archive.execute("EXPLAIN QUERY PLAN SELECT * FROM actions WHERE due_date < '2020'").fetchone()["detail"]
    assert "USING INDEX idx_actions_due_date" in plan


def test_programs_that_browse_databases_find_the_search(archive: sqlite3.Connection) -> None:
    """Datasette and sqlite-utils look for a virtual table that names the table as its content."""
    sql = {row["name"]: row["sql"] for row in archive.execute("SELECT name, sql FROM sqlite_master WHERE rootpage = 0")}
    assert set(sql) == {f"{name}_fts" for name in SEARCHED}
    assert all(f'USING fts5 ("{names[0]}"' in sql[f"{name}_fts"] for name, names in SEARCHED.items())
    assert all(f'content="{name}"' in sql[f"{name}_fts"] for name in SEARCHED)


def test_sqlite_utils_reads_it(archive: sqlite3.Connection) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils", reason="sqlite-utils is not installed")
    database = sqlite_utils.Database(archive)
    assert {name: database[name].detect_fts() for name in SEARCHED} == {name: f"{name}_fts" for name in SEARCHED}
    assert [row["title"] for row in database["items"].search("precepts")] == ["Precept"]
    keys = {(key.column, key.other_table, key.other_column) for key in database["motions"].foreign_keys}
    assert keys == {
        ("meeting_id", "meetings", "id"),
        ("item_id", "items", "id"),
        ("mover_attendee_id", "attendees", "id"),
        ("seconder_attendee_id", "attendees", "id"),
    }
    assert all(database[name].pks == ["id"] for name in TABLES)


def test_a_meeting_has_a_name_to_be_shown_by(minutes: Minutes, archive: sqlite3.Connection) -> None:
    assert archive.execute("SELECT name FROM meetings WHERE id = 2").fetchone()[0] == "Foster Carers Panel 2018-06-14"
    minutes("table", "-", "--to", "b.db", stdin=nameless().encode())
    with closing(sqlite3.connect("b.db")) as file:
        assert file.execute("SELECT name FROM meetings").fetchone() == ("-",)


def nameless() -> str:
    data = json.loads(record().model_dump_json(by_alias=True))
    data["meeting"].update(organisation=None, body=None, date=None)
    return json.dumps(data)


def test_the_queries_that_are_documented_run(archive: sqlite3.Connection) -> None:
    search, other = re.findall(r"^```sql\n(.*?)^```$|`(select [^`]+)`", DOCS, re.MULTILINE | re.DOTALL)
    assert archive.execute(search[0].replace("hedges", "swings")).fetchone()["path"] == "06/19"
    assert [row[0] for row in archive.execute(f"{other[1]} WHERE id = 1")] == [None]


# the file itself


def test_the_same_sources_give_the_same_bytes(minutes: Minutes, folder: Path) -> None:
    for name in ("a.db", "b.db"):
        minutes("table", ARCHIVE, "--to", name)
    assert (folder / "a.db").read_bytes() == (folder / "b.db").read_bytes()


def test_a_file_that_was_there_is_replaced_whole(minutes: Minutes, folder: Path) -> None:
    (folder / "a.db").write_text("no database")
    for _ in range(2):
        assert minutes("table", ARCHIVE, "--to", "a.db") == Run(0, "", "")
    with closing(sqlite3.connect("a.db")) as file:
        assert file.execute("SELECT count(*) FROM meetings").fetchone() == (4,)


def test_a_database_that_is_in_use_is_not_replaced(minutes: Minutes, folder: Path) -> None:
    with closing(sqlite3.connect("a.db")) as file:
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("CREATE TABLE mine (a)")
        before = (folder / "a.db").read_bytes()
        (folder / "link.db").symlink_to("a.db")
        for name in ("a.db", "link.db"):
            beside = folder.resolve() / "a.db-wal"
            reason = f"in use, for {beside} is there (close the program that has it open)"
            assert minutes("table", ARCHIVE, "--to", name) == Run(74, "", f"minutes: {name}: {reason}\n")
        assert (folder / "a.db").read_bytes() == before


def test_a_bad_source_does_not_stop_the_others(minutes: Minutes, folder: Path) -> None:
    data = ARCHIVE.read_bytes() + b"{}\n"
    run = minutes("table", "-", "--to", "a.db", stdin=data)
    hint = "(give what minutes parse has written)"
    assert run == Run(1, "", f"minutes: -:5: no record of minutes: source: Field required {hint}\n")
    with closing(sqlite3.connect("a.db")) as file:
        assert file.execute("SELECT count(*) FROM meetings").fetchone() == (4,)


def test_numbers_and_names_that_no_document_has(minutes: Minutes, folder: Path) -> None:
    """A record that somebody has edited may name an attendee who is not there, or name one twice."""
    data = json.loads(record().model_dump_json(by_alias=True))
    data["attendees"] *= 2
    data["motions"][0]["votes"]["for"] = 2**70
    data["motions"][0]["mover"]["attendee"] = "nobody"
    assert minutes("table", "-", "--to", "a.db", stdin=json.dumps(data).encode()) == Run(0, "", "")
    with closing(sqlite3.connect("a.db")) as file:
        assert file.execute("SELECT mover_attendee_id, votes_for FROM motions ORDER BY id").fetchall() == [
            (1, 7),
            (1, 7),
            (None, float(2**70)),
        ]


def test_the_tables_of_lists_are_documented() -> None:
    for lists in LISTS.values():
        for name, table in lists.items():
            names = [column.name for column in table.columns]
            people = [f"{column.name}_id" for column in table.columns if column.type is Type.ATTENDEE]
            row = next(line for line in DOCS.splitlines() if line.startswith(f"| `{name}` |"))
            assert [part for part in row.split("`")[1::2] if part not in {"for", "against", "abstain"}] == [
                name,
                "id",
                table.key,
                *names,
                *people,
            ]
