"""Records as one stream of JSON Lines in the order of the input.

Workers write parts into a hidden folder beside the stream, `.all.jsonl.run`, together with the journal. The run copies
the records out of them in order. When the stream and its manifest are in place the folder goes; where it is there, a
run was stopped, and the next one takes up what is in it. A run over a complete stream puts a link to that into the
folder, and copies the records of unchanged documents out of it.
"""

from __future__ import annotations

import gzip
import os
import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, cast

from minutes_parser.batch.lock import locked
from minutes_parser.batch.manifest import NAME, Index, Journal, Row, Rows, dump_row, read_rows
from minutes_parser.batch.places import ADVICE
from minutes_parser.batch.target import Take, Target
from minutes_parser.batch.walk import Found
from minutes_parser.errors import UsageError
from minutes_parser.output import WriteBytes, failures, is_special, open_bytes, remove_half_written

PREVIOUS = "previous"
OPEN_AT_ONCE = 16


class Stream:
    """The stream at `path`; what is not yet in it is in `folder`."""

    def __init__(self, path: str, folder: str, manifest: str) -> None:
        self.folder = folder
        self.shared_journal: str | None = os.path.join(folder, NAME)
        self.journal: Rows = Journal(self.shared_journal)
        with open(self.shared_journal, "rb") as lines:
            self.index = Index(read_rows(lines))
        self._path, self._manifest = path, manifest
        self._run, self._parts = os.urandom(4).hex(), 0
        self._position = 0
        self.is_complete = False
        self._files: dict[str, IO[bytes]] = {}

    def output_of(self, found: Found) -> str:
        """Nothing: documents have no files of their own."""
        return ""

    def new_part(self) -> str:
        """A name that no part of this run or another has."""
        self._parts += 1
        return f"{self._run}-{self._parts}.part"

    def holds(self, row: Row, output: str) -> bool:
        """Whether the file that a row's record is in is still there; it is copied from there, whatever its name."""
        return os.path.exists(self._holder(row))

    @contextmanager
    def completing(self) -> Iterator[Take]:
        """Gives a function that takes all rows in the order of the input; then stream and manifest are complete."""
        try:
            with (
                open_bytes(self._manifest, ADVICE) as add_row,
                open_bytes(self._path, ADVICE) as write,
                _packed(self._path, write) as add,
            ):
                yield lambda row: self._take(row, add, add_row)
            self.is_complete = True
        finally:
            self._close_files()

    def _take(self, row: Row, add: WriteBytes, add_row: WriteBytes) -> None:
        if row["status"] == "ok":
            record = self._record(row)
            add(record)
            row = {**row, "output": os.path.basename(self._path), "output_offset": self._position}
            self._position += len(record)
        add_row(dump_row(row))

    def _holder(self, row: Row) -> str:
        """The file that a row's record is in."""
        name = str(row["output"])
        return os.path.join(self.folder, PREVIOUS if name == os.path.basename(self._path) else name)

    def _record(self, row: Row) -> bytes:
        path = self._holder(row)
        if path not in self._files:
            if len(self._files) >= OPEN_AT_ONCE:
                self._close_files()
            is_packed = path.endswith(PREVIOUS) and self._path.endswith(".gz")
            opened = gzip.open(path) if is_packed else open(path, "rb")  # noqa: SIM115  kept for the next row
            self._files[path] = cast(IO[bytes], opened)
        self._files[path].seek(row["output_offset"] or 0)
        record = self._files[path].read(row["output_size"] or 0)
        if len(record) != row["output_size"] or str(row["sha256"]).encode() not in record or record[-1:] != b"\n":
            raise UsageError(f"{self._path}: has been changed since it was written (convert all again with --force)")
        return record

    def _close_files(self) -> None:
        for path, file in self._files.items():
            file.close()
            if self._manifest == os.devnull:
                os.unlink(path)  # nobody takes up a run to standard output
        self._files.clear()


@contextmanager
def open_stream(path: str) -> Iterator[Target]:
    """The stream at `path`, or on standard output where that is `-`. Raises OutputError and BusyError."""
    if path == "-" or is_special(path):
        with tempfile.TemporaryDirectory(prefix="minutes-") as folder:
            yield Stream(path, folder, os.devnull)
        return
    path = os.path.realpath(path)
    beside, name = os.path.split(path)
    folder = os.path.join(beside, f".{name}.run")
    with locked(os.path.join(beside, f".{name}.lock"), path) as was_left:
        manifest = manifest_of(path)
        if was_left:
            remove_half_written(path)
            remove_half_written(manifest)
        _begin(path, folder, manifest)
        stream = Stream(path, folder, manifest)
        yield stream
        if stream.is_complete:
            _end(folder)


def manifest_of(path: str) -> str:
    """The manifest that lies beside a stream: that of `all.jsonl.gz` is `all.manifest.jsonl`."""
    return f"{path.removesuffix('.gz').removesuffix('.jsonl')}.{NAME}"


@contextmanager
def _packed(path: str, write: WriteBytes) -> Iterator[WriteBytes]:
    """Packs what is written where the name asks for it; the same records give the same bytes at any time of day."""
    if not path.endswith(".gz"):
        yield write
        return
    packer = zlib.compressobj(wbits=31)
    yield lambda data: write(packer.compress(data))
    write(packer.flush())


def _begin(path: str, folder: str, manifest: str) -> None:
    """Makes the folder of a run, with what the run before it left, unless it is there from one that was stopped."""
    if os.path.isdir(folder):
        return
    new = f"{folder}.new"
    shutil.rmtree(new, ignore_errors=True)
    with failures(folder, ADVICE):
        os.mkdir(new)
        if os.path.exists(path) and os.path.exists(manifest):
            shutil.copyfile(manifest, os.path.join(new, NAME))
            try:
                os.link(path, os.path.join(new, PREVIOUS))
            except OSError:  # a file system without links
                shutil.copyfile(path, os.path.join(new, PREVIOUS))
        os.rename(new, folder)


def _end(folder: str) -> None:
    """Removes the folder of a run that is complete, all at once for whoever looks."""
    old = f"{folder}.old"
    shutil.rmtree(old, ignore_errors=True)
    os.rename(folder, old)
    shutil.rmtree(old)
