"""Where sources are read and records are written: plain files, or whatever fsspec has an address for."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from functools import cache
from typing import IO, Any, NamedTuple, Protocol

from minutes_parser.errors import UnreadableError, UsageError
from minutes_parser.limits import DEFAULT
from minutes_parser.output import OutputError, failures, replacing
from minutes_parser.readers.files import read_bytes, refuse_large

# matches 's3://archive/2019'; must not match 'C:\\minutes', 'a/b://c'
ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
ADVICE = "make room or get the right to write there, then run the same command again"


class Entry(NamedTuple):
    """What a folder holds under one name."""

    name: str
    is_folder: bool
    is_link: bool


class Stamp(NamedTuple):
    """What shows without reading a file whether it has changed: its size, and its time or tag."""

    size: int
    modified: int | str | None


class Place(Protocol):
    """What a batch asks of a file system. Paths are those that the user gave, and what is joined to them by `/`."""

    def entries(self, folder: str) -> list[Entry]:
        """What a folder holds, in order of name. Raises OSError."""

    def is_folder(self, path: str) -> bool:
        """Whether a folder is there, through links."""

    def stamp(self, path: str) -> Stamp | None:
        """Size and time of the file at `path`; None where there is none."""

    def read(self, path: str, most: int = DEFAULT.bytes) -> bytes:
        """The bytes of a file. Raises UnreadableError, also where there are more than `most`."""

    def write(self, path: str, data: bytes) -> None:
        """Puts a file in place whole, with the folders that lead to it. Raises OutputError."""


class Local:
    """Plain file operations."""

    def entries(self, folder: str) -> list[Entry]:
        """What a folder holds, in order of name. Raises OSError."""
        with os.scandir(folder) as found:
            return sorted(Entry(entry.name, _is_folder(entry), entry.is_symlink()) for entry in found)

    def is_folder(self, path: str) -> bool:
        """Whether a folder is there, through links."""
        return os.path.isdir(path)

    def stamp(self, path: str) -> Stamp | None:
        """Size and time of the file at `path`; None where there is none."""
        try:
            status = os.stat(path)
        except OSError:
            return None
        return Stamp(status.st_size, status.st_mtime_ns)

    def read(self, path: str, most: int = DEFAULT.bytes) -> bytes:
        """The bytes of a file. Raises UnreadableError, also where there are more than `most`."""
        return read_bytes(path, most)

    def write(self, path: str, data: bytes) -> None:
        """Puts a file in place by renaming it, with the folders that lead to it. Raises OutputError."""
        try:
            self._write(path, data)
        except OutputError as error:
            if error.no_room:
                raise
            make_folder(os.path.dirname(path))  # another worker may have made it meanwhile
            self._write(path, data)

    def _write(self, path: str, data: bytes) -> None:
        with replacing(path, ADVICE) as write:
            write(data)


class Remote:
    """A file system of fsspec. It puts files in place whole where it is an object store, as most are."""

    def __init__(self, address: str) -> None:
        try:
            import fsspec
        except ModuleNotFoundError:
            raise UsageError(f"{address}: needs fsspec (pip install 'minutes-parser[remote]')") from None
        try:
            self._files: Any = fsspec.url_to_fs(address)[0]
        except (ImportError, ValueError) as error:
            raise UsageError(f"{address}: {error}") from None

    def entries(self, folder: str) -> list[Entry]:
        """What a folder holds, in order of name. Raises OSError."""
        found = self._files.ls(self._bare(folder), detail=True)
        here = self._bare(folder).rstrip("/")
        named = [(entry["name"].rstrip("/"), entry["type"] == "directory") for entry in found]
        # an object store may list the folder itself as an empty file
        return sorted(Entry(name.rpartition("/")[2], is_folder, False) for name, is_folder in named if name != here)

    def is_folder(self, path: str) -> bool:
        """Whether a folder is there."""
        return bool(self._files.isdir(self._bare(path)))

    def stamp(self, path: str) -> Stamp | None:
        """Size and tag or time of the file at `path`; None where there is none."""
        try:
            told = self._files.info(self._bare(path))
        except OSError:
            return None
        marks = (told.get(key) for key in ("ETag", "etag", "LastModified", "last_modified", "mtime", "created"))
        mark = next((mark for mark in marks if mark is not None), None)
        return Stamp(int(told.get("size") or 0), None if mark is None else str(mark))

    def read(self, path: str, most: int = DEFAULT.bytes) -> bytes:
        """The bytes of a file. Raises UnreadableError, also where there are more than `most`."""
        try:
            data = bytes(self._files.cat_file(self._bare(path), end=most + 1))
        except FileNotFoundError:
            raise UnreadableError(f"{path}: no such file (check the spelling)") from None
        except Exception as error:  # each file system of fsspec has errors of its own
            raise UnreadableError(f"{path}: {error} (check the address and your rights)") from None
        refuse_large(path, len(data), most)
        return data

    def write(self, path: str, data: bytes) -> None:
        """Puts a file in place, with the folders that lead to it. Raises OutputError."""
        bare = self._bare(path)
        try:
            self._files.makedirs(bare.rpartition("/")[0], exist_ok=True)
            self._files.pipe_file(bare, data)
        except Exception as error:  # each file system of fsspec has errors of its own
            raise OutputError(f"{path}: {error} ({ADVICE})") from None

    def lines(self, path: str) -> Iterator[bytes]:
        """The lines of a file, without holding all of it; none where there is no file."""
        if self.stamp(path):
            with self._files.open(self._bare(path), "rb") as file:
                yield from file

    def put(self, path: str, file: IO[bytes]) -> None:
        """Puts what `file` holds in place. Raises OutputError."""
        try:
            with self._files.open(self._bare(path), "wb") as there:
                shutil.copyfileobj(file, there)
        except Exception as error:  # each file system of fsspec has errors of its own
            raise OutputError(f"{path}: {error} ({ADVICE})") from None

    def remove(self, path: str) -> None:
        """Takes a file away."""
        self._files.rm_file(self._bare(path))

    def _bare(self, path: str) -> str:
        return str(self._files._strip_protocol(path))


LOCAL = Local()


def is_remote(path: str) -> bool:
    """Whether `path` is the address of something that is not a plain file."""
    return ADDRESS.match(path) is not None


def place_of(path: str) -> Place:
    """The file system that `path` is on. Raises UsageError where there is none for its address."""
    return remote_place(path) if is_remote(path) else LOCAL


def remote_place(path: str) -> Remote:
    """The file system of an address; the same object for the same kind of address and host."""
    return _remote("/".join(path.split("/", 3)[:3]))


@cache
def _remote(root: str) -> Remote:
    return Remote(root)


def join(folder: str, name: str) -> str:
    """The path of `name` in `folder`."""
    return f"{folder}{name}" if folder.endswith("/") else f"{folder}/{name}"


def make_folder(path: str) -> None:
    """Makes a folder and those that lead to it, where they are not there. Raises OutputError."""
    with failures(path, ADVICE):
        os.makedirs(path, exist_ok=True)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Through links; the entry's own method fails on a link that leads to itself."""
    return os.path.isdir(entry.path) if entry.is_symlink() else entry.is_dir()
