"""The manifest: one line of JSON for each file of a run, which says what became of it.

While a run lasts, the manifest is a journal: a line is added when a document is done, and of two lines for one file the
last one holds. A line that a kill has torn is no JSON and is passed over. When a run is complete the manifest is
written anew, a line a file, in the order of the input.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Protocol, TypedDict

from minutes_parser.batch.places import ADVICE, join, remote_place
from minutes_parser.output import failures
from minutes_parser.readers import printable

NAME = "manifest.jsonl"


class Row(TypedDict):
    """What became of a file. All keys are always there."""

    source: str  # path, with bytes that are not UTF-8 written as escapes
    source_bytes: str | None  # the path's bytes in hexadecimal, where they are not UTF-8
    status: str  # 'ok', 'failed' or 'skipped'
    error: str | None  # why it failed or was skipped
    size: int | None
    modified: int | str | None  # nanoseconds since 1970 of a plain file, tag or time of a remote one
    sha256: str | None
    layout: str | None
    items: int
    decisions: int
    actions: int
    warnings: dict[str, int]  # by code
    seconds: float
    output: str | None  # the file that holds the record, from the manifest's folder
    output_offset: int | None  # where the record begins in a stream; null where it has a file of its own
    output_size: int | None
    made_by: str  # program version and options


def new_row(path: str, status: str, error: str | None, made_by: str) -> Row:
    """A row of which no more is known yet."""
    shown = printable(path)
    return {
        "source": shown,
        "source_bytes": None if shown == path else os.fsencode(path).hex(),
        "status": status,
        "error": None if error is None else printable(error),
        "size": None,
        "modified": None,
        "sha256": None,
        "layout": None,
        "items": 0,
        "decisions": 0,
        "actions": 0,
        "warnings": {},
        "seconds": 0.0,
        "output": None,
        "output_offset": None,
        "output_size": None,
        "made_by": made_by,
    }


def key_of(row: Row) -> bytes:
    """The bytes of the path of a row's file."""
    return bytes.fromhex(row["source_bytes"]) if row["source_bytes"] else row["source"].encode()


def dump_row(row: Row) -> bytes:
    """A row as a line."""
    return json.dumps(row).encode() + b"\n"


def read_rows(lines: Iterable[bytes]) -> Iterator[Row]:
    """The rows of a manifest, without what is no whole row."""
    for line in lines:
        try:
            row = json.loads(line)
        except ValueError:
            continue
        if isinstance(row, dict) and row.keys() == Row.__annotations__.keys():
            yield row  # type: ignore[misc]


class Index:
    """The last row of each file, kept on disk once there are many, so that memory does not grow with the archive.

    Of rows whose records have one file of their own, the last holds too: it has replaced the record of the others.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = sqlite3.connect("")  # a temporary file without a name
        self._rows.execute("CREATE TABLE rows (path BLOB PRIMARY KEY, file BLOB UNIQUE, row BLOB)")
        self.add(rows)

    def add(self, rows: Iterable[Row]) -> None:
        """Adds rows that are younger than those that are there."""
        lines = ((key_of(row), _file_of(row), dump_row(row)) for row in rows)
        self._rows.executemany("REPLACE INTO rows VALUES (?, ?, ?)", lines)

    def take(self, path: str) -> Row | None:
        """The row of a file, which is then no longer in the index."""
        key = (os.fsencode(path),)
        for (line,) in self._rows.execute("SELECT row FROM rows WHERE path = ?", key).fetchall():
            self._rows.execute("DELETE FROM rows WHERE path = ?", key)
            return next(read_rows([line]))
        return None

    def drop_replaced(self, row: Row) -> None:
        """Takes out the row of another file whose record that of `row` has replaced."""
        self._rows.execute("DELETE FROM rows WHERE file = ?", (_file_of(row),))

    def rest(self) -> Iterator[bytes]:
        """The lines of files that were not asked for, in their old order."""
        for (line,) in self._rows.execute("SELECT row FROM rows ORDER BY rowid"):
            yield line


def _file_of(row: Row) -> bytes | None:
    """The file that a row's record has to itself."""
    is_alone = row["status"] == "ok" and row["output_offset"] is None
    return os.fsencode(str(row["output"])) if is_alone else None


class Rows(Protocol):
    """What takes the rows of a run one by one."""

    def add(self, row: Row) -> None:
        """Keeps a row."""

    def close(self) -> None:
        """Puts what still waits in place, and lets go of the file."""


class Journal:
    """A manifest on a plain file system, to which several processes add lines."""

    def __init__(self, path: str) -> None:
        with failures(path, ADVICE):
            self._file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
        self._path = path
        self._mend()

    def add(self, row: Row) -> None:
        """Adds a line with one system call, which no kill of this process can divide."""
        line = dump_row(row)
        with failures(self._path, ADVICE):
            while line:
                line = line[os.write(self._file, line) :]

    def _mend(self) -> None:
        """Ends a line that was torn, so that the next one stands alone."""
        size = os.fstat(self._file).st_size
        if size and os.pread(self._file, 1, size - 1) != b"\n":
            with failures(self._path, ADVICE):
                os.write(self._file, b"\n")

    def close(self) -> None:
        """Lets go of the file."""
        os.close(self._file)


class RemoteJournal:
    """A manifest where nothing can be added to a file: rows are put there many at a time, in numbered pieces."""

    ROWS = 200

    def __init__(self, folder: str) -> None:
        self._folder = join(folder, ".manifest")
        self._place = remote_place(folder)
        self._waiting: list[Row] = []
        self._number = len(self.pieces())

    def pieces(self) -> list[str]:
        """The pieces that are there, in order."""
        if not self._place.is_folder(self._folder):
            return []
        return [join(self._folder, entry.name) for entry in self._place.entries(self._folder)]

    def rows(self) -> Iterator[Row]:
        """The rows of all pieces."""
        for piece in self.pieces():
            yield from read_rows(self._place.read(piece).splitlines())

    def add(self, row: Row) -> None:
        """Keeps a row until there are enough for a piece."""
        self._waiting.append(row)
        if len(self._waiting) >= self.ROWS:
            self.close()

    def close(self) -> None:
        """Puts what waits in place."""
        if self._waiting:
            data = b"".join(map(dump_row, self._waiting))
            self._place.write(join(self._folder, f"{self._number:09}.jsonl"), data)
            self._number += 1
            self._waiting = []

    def clear(self) -> None:
        """Takes the pieces away, and forgets what waits, when all rows are in the manifest."""
        self._waiting = []
        for piece in self.pieces():
            self._place.remove(piece)
