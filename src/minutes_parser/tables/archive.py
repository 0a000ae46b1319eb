"""What the SQLite file is made of: its tables, keys, indexes and full-text search, as data and as SQL.

The columns are those of `kinds`. What a row of CSV repeats of its meeting and its item is a key here, and what a cell
lists has a table of its own beside it, so that it can be joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from minutes_parser.schema import Minutes, Motion
from minutes_parser.tables.columns import Column, Type, columns
from minutes_parser.tables.kinds import KINDS, OF_MEETING

SQL_TYPES = {
    Type.TEXT: "TEXT",
    Type.INTEGER: "INTEGER",
    Type.BOOLEAN: "INTEGER",  # 0 or 1
    Type.LIST: "TEXT",  # a JSON array
    Type.ATTENDEE: "TEXT",
}
LINE_END = ",\n  "


class Table(NamedTuple):
    """A table: after its `id`, the keys of rows of other tables, then what the record says, then who its people are."""

    keys: dict[str, str]
    """Column → the table whose `id` it holds."""
    columns: tuple[Column, ...]

    def people(self) -> dict[str, Column]:
        """Column that holds the `id` of a row of `attendees` → the column that names this attendee."""
        return {f"{column.name}_id": column for column in self.columns if column.type is Type.ATTENDEE}


class ListTable(NamedTuple):
    """A table of what the records of a kind list."""

    key: str
    """The column that holds the `id` of the record that the list is in."""
    entries: Callable[[Any], Iterable[Any]]
    columns: tuple[Column, ...]


def _meeting_name(minutes: Minutes) -> str:
    """What a person would call the meeting; programs that browse databases show it in place of a key."""
    meeting = minutes.meeting
    return " ".join(filter(None, (meeting.body or meeting.organisation, meeting.date))) or minutes.source.name


def _voters(motion: Motion) -> Iterator[tuple[str, str]]:
    if motion.votes:
        names = motion.votes.names
        for vote, voters in (("for", names.for_), ("against", names.against), ("abstain", names.abstain)):
            yield from ((vote, voter) for voter in voters)


_PERSON = (Column("name", Type.TEXT, attrgetter("text")), Column("attendee", Type.ATTENDEE, attrgetter("attendee")))

# kind → the tables of what its records list, in the order of the list
LISTS = {
    "items": {
        "item_presenters": ListTable("item_id", attrgetter("item.presenters"), _PERSON),
        "item_documents": ListTable(
            "item_id", attrgetter("item.documents"), columns(Type.TEXT, "title media_type size")
        ),
    },
    "motions": {
        "motion_votes": ListTable(
            "motion_id",
            _voters,
            (Column("vote", Type.TEXT, itemgetter(0)), Column("name", Type.TEXT, itemgetter(1))),
        ),
    },
    "actions": {"action_owners": ListTable("action_id", attrgetter("owners"), _PERSON)},
}


def _tables() -> Iterator[tuple[str, Table]]:
    label = Column("name", Type.TEXT, _meeting_name)
    yield "meetings", Table({}, (label, *OF_MEETING, *KINDS["meetings"].columns))
    for name, kind in KINDS.items():
        item = {"parent_id": "items"} if name == "items" else {"item_id": "items"} if kind.of_item else {}
        if name != "meetings":
            yield name, Table({"meeting_id": "meetings", **item}, kind.columns)
        for list_name, table in LISTS.get(name, {}).items():
            yield list_name, Table({table.key: name}, table.columns)


TABLES = dict(_tables())

# columns, beside the keys, that rows are looked up by
INDEXED = {
    "meetings": ("body", "date"),
    "attendees": ("name", "status"),
    "decisions": ("kind",),
    "motions": ("outcome",),
    "actions": ("due_date",),
    "warnings": ("code",),
}
SEARCHED = {
    "items": ("title", "text"),
    "decisions": ("text",),
    "motions": ("text",),
    "actions": ("text", "owners"),
    "declarations": ("text", "person"),
}
# word endings and accents do not matter: 'hedges' is found by 'hedge'
TOKENIZER = "porter unicode61 remove_diacritics 2"


def create(name: str) -> str:
    """The statement that makes a table."""
    table = TABLES[name]
    keys = table.keys | dict.fromkeys(table.people(), "attendees")
    lines = [
        '"id" INTEGER PRIMARY KEY',
        *(f'"{key}" INTEGER' for key in table.keys),
        *(f'"{column.name}" {SQL_TYPES[column.type]}' for column in table.columns),
        *(f'"{key}" INTEGER' for key in table.people()),
        *(f'FOREIGN KEY ("{key}") REFERENCES "{other}" ("id")' for key, other in keys.items()),
    ]
    return f'CREATE TABLE "{name}" (\n  {LINE_END.join(lines)}\n)'


def insert(name: str) -> str:
    """The statement that adds a row to a table: its id, its keys, its columns, its people."""
    table = TABLES[name]
    width = 1 + len(table.keys) + len(table.columns) + len(table.people())
    return f'INSERT INTO "{name}" VALUES ({", ".join("?" * width)})'


def finish() -> Iterator[str]:
    """The statements that make the indexes and the full-text search, once all rows are there."""
    for name, table in TABLES.items():
        for column in (*table.keys, *table.people(), *INDEXED.get(name, ())):
            yield f'CREATE INDEX "idx_{name}_{column}" ON "{name}" ("{column}")'
    for name, searched in SEARCHED.items():
        names = ", ".join(f'"{column}"' for column in searched)
        yield f"""CREATE VIRTUAL TABLE "{name}_fts" USING fts5 ({names}, content="{name}", tokenize='{TOKENIZER}')"""
        yield f"""INSERT INTO "{name}_fts" ("{name}_fts") VALUES ('rebuild')"""
