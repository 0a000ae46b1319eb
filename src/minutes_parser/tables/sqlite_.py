"""All tables as one SQLite file, whole or not at all."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager

from minutes_parser.output import OutputError, drafting, is_special
from minutes_parser.schema import Minutes
from minutes_parser.tables.archive import LISTS, TABLES, create, finish, insert
from minutes_parser.tables.columns import Cell
from minutes_parser.tables.kinds import KINDS, branches, cells

Values = tuple[str | int | None, ...]

# what lies beside a database that another program has open, or had when it was killed; SQLite would apply it to ours
LEFT_OPEN = ("-wal", "-journal")
LARGEST = 2**63
ADVICE = "nothing was written; give another place with --to"


def write_sqlite(path: str, documents: Iterable[Minutes]) -> None:
    """Writes the tables of the documents to the file at `path`, which appears, or is replaced, when all is written.

    Where there are no documents, nothing is written. Raises OutputError.
    """
    _refuse(path)
    with (
        drafting(path, ADVICE) as draft,
        _failures(path),
        closing(sqlite3.connect(draft.path, isolation_level=None)) as file,
    ):
        file.execute("PRAGMA journal_mode = MEMORY")  # nothing has to be undone: what fails is thrown away whole
        file.execute("PRAGMA synchronous = OFF")
        file.execute("BEGIN")
        archive = _Archive(file)
        for minutes in documents:
            archive.add(minutes)
        for statement in finish():
            file.execute(statement)
        file.execute("COMMIT")
        draft.done = archive.last_id["meetings"] > 0


def _refuse(path: str) -> None:
    """Raises OutputError where no database can be put: at a device, or in the place of one that is in use."""
    if is_special(path):
        raise OutputError(f"{path}: not a file (give the name of one)")
    for left in (f"{os.path.realpath(path)}{suffix}" for suffix in LEFT_OPEN):
        if os.path.exists(left):
            raise OutputError(f"{path}: in use, for {left} is there (close the program that has it open)")


@contextmanager
def _failures(path: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise OutputError(f"{path}: {error} ({ADVICE})") from None


class _Archive:
    """The tables of a file, as far as they are filled."""

    def __init__(self, file: sqlite3.Connection) -> None:
        self.file = file
        self.last_id = dict.fromkeys(TABLES, 0)
        self.inserts = {name: insert(name) for name in TABLES}
        self.people = {name: tuple(table.people().values()) for name, table in TABLES.items()}
        # of the document that is being added
        self.rows: dict[str, list[Values]] = {name: [] for name in TABLES}
        self.attendees: dict[Cell, int] = {}
        for name in TABLES:
            file.execute(create(name))

    def add(self, minutes: Minutes) -> None:
        """Adds a row for each record of a document, and for each entry of the lists that have a table."""
        tree = branches(minutes)
        self.attendees.clear()
        meeting, first_item = self.last_id["meetings"] + 1, self.last_id["items"] + 1
        for name, kind in KINDS.items():
            for at, record in kind.records(minutes, tree):
                item = record.parent if name == "items" else at
                row = self._add_row(name, (meeting, None if item is None else first_item + item), record)
                if name == "attendees":
                    self.attendees.setdefault(record.id, row)
                for list_name, table in LISTS.get(name, {}).items():
                    for entry in table.entries(record):
                        self._add_row(list_name, (row,), entry)
        self._insert()

    def _add_row(self, name: str, keys: Values, record: object) -> int:
        """Adds a row with as many of the keys as its table has; gives back its id."""
        table = TABLES[name]
        self.last_id[name] += 1
        values = [_value(cell) for cell in cells(table.columns, record)]
        people = [self.attendees.get(column.value(record)) for column in self.people[name]]
        self.rows[name].append((self.last_id[name], *keys[: len(table.keys)], *values, *people))
        return self.last_id[name]

    def _insert(self) -> None:
        for name, rows in self.rows.items():
            self.file.executemany(self.inserts[name], rows)
            rows.clear()


def _value(cell: Cell) -> str | int | None:
    """A cell as SQLite can hold it: a list is a JSON array, a number that is too large is text."""
    if isinstance(cell, tuple):
        return json.dumps(cell, ensure_ascii=False)
    return str(cell) if isinstance(cell, int) and cell >= LARGEST else cell
