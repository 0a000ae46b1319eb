"""Records as a tree of files that mirrors the sources, with the manifest at its top."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from minutes_parser.batch.lock import locked
from minutes_parser.batch.manifest import NAME, Index, Journal, RemoteJournal, Row, Rows, dump_row, read_rows
from minutes_parser.batch.places import ADVICE, is_remote, join, make_folder, place_of, remote_place
from minutes_parser.batch.target import Take, Target
from minutes_parser.batch.walk import Found
from minutes_parser.output import TEMPORARY, replacing


class Tree:
    """One file a document: `a/b.pdf` becomes `a/b.pdf.json`. Raises OutputError where the folder cannot be had."""

    def __init__(self, folder: str, format_: str) -> None:
        self.folder = folder
        self.shared_journal: str | None = join(folder, NAME)
        self._suffix = f".{format_}"
        self.journal: Rows = Journal(self.shared_journal)
        with open(self.shared_journal, "rb") as lines:
            self.index = Index(read_rows(lines))

    def output_of(self, found: Found) -> str:
        """The name of the file, and the suffix of the format after it."""
        return found.inner + self._suffix

    def new_part(self) -> None:
        """None: each document has a file of its own."""
        return

    def holds(self, row: Row, output: str) -> bool:
        """Whether the record is there under that name, whole: after a power cut it may be empty."""
        stamp = place_of(self.folder).stamp(join(self.folder, output))
        return row["output"] == output and stamp is not None and stamp.size == row["output_size"]

    @contextmanager
    def completing(self) -> Iterator[Take]:
        """Gives a function that takes all rows in the order of the input; then the manifest is complete."""
        with replacing(str(self.shared_journal), ADVICE) as write:
            yield _taker(self.index, write)
            for line in _still_there(self.index):
                write(line)


class RemoteTree(Tree):
    """The same where files cannot be added to: the rows of a run lie beside the manifest until it is complete."""

    def __init__(self, folder: str, format_: str) -> None:
        self.folder = folder
        self.shared_journal = None
        self._suffix = f".{format_}"
        self._place = remote_place(folder)
        self._pieces = RemoteJournal(folder)
        self.journal = self._pieces
        self.index = Index(read_rows(self._place.lines(join(folder, NAME))))
        self.index.add(self._pieces.rows())

    @contextmanager
    def completing(self) -> Iterator[Take]:
        """Gives a function that takes all rows in the order of the input; then the manifest is complete."""
        with tempfile.TemporaryFile() as file:
            yield _taker(self.index, file.write)
            file.writelines(_still_there(self.index))
            file.seek(0)
            self._place.put(join(self.folder, NAME), file)
        self._pieces.clear()


@contextmanager
def open_tree(folder: str, format_: str) -> Iterator[Target]:
    """The tree in `folder`, locked where that is a plain one. Raises OutputError and BusyError."""
    if is_remote(folder):
        yield RemoteTree(folder, format_)
        return
    make_folder(folder)
    with locked(join(folder, ".minutes.lock"), folder) as was_left:
        if was_left:
            _sweep(folder)
        yield Tree(folder, format_)


def _taker(index: Index, write: Callable[[bytes], object]) -> Take:
    """Writes rows to a manifest in which no two have one record."""

    def take(row: Row) -> None:
        index.drop_replaced(row)
        write(dump_row(row))

    return take


def _still_there(index: Index) -> Iterator[bytes]:
    """The lines of files that this run did not come by and that have a record in the tree."""
    return (line for line in index.rest() if b'"status": "ok"' in line)


def _sweep(folder: str) -> None:
    """Removes the half-written files of a run that was killed."""
    for here, _, names in os.walk(folder):
        for name in filter(TEMPORARY.fullmatch, names):
            with suppress(FileNotFoundError):
                os.unlink(os.path.join(here, name))
