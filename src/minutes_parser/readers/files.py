"""The bytes of a file, or a clear word about why there are none."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from minutes_parser.errors import UnreadableError
from minutes_parser.limits import DEFAULT

# what may stand at a path instead of a file, and what to do
NOT_FILES = (
    (stat.S_ISDIR, "is a folder (give its files, such as {path}/*.txt)"),
    (stat.S_ISFIFO, "is a pipe (send it to standard input: minutes parse - < {path})"),
    (stat.S_ISSOCK, "is a socket (give a file)"),
    (stat.S_ISCHR, "is a device (give a file, or - for standard input)"),
    (stat.S_ISBLK, "is a device (give a file)"),
)


# opening must not wait for the other end of a pipe
FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_bytes(path: str | os.PathLike[str], most: int = DEFAULT.bytes) -> bytes:
    """What the file holds.

    Raises UnreadableError where there is no file at `path`, it may not be read, holds more than `most` bytes, or
    changes while it is read, twice.
    """
    for _ in range(2):
        data = _read_unchanged(path, most)
        if data is not None:
            return data
    raise UnreadableError(f"{path}: changed while it was read (try again when nothing writes to it)")


@contextmanager
def open_bytes(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """The file at `path`, to be read. Looks before it opens, because to open a device may set it going.

    Raises UnreadableError where there is no file at `path`, or it may not or cannot be read to its end.
    """
    with explaining(path):
        _refuse_others(path, os.stat(path).st_mode)
        with open(os.open(path, FLAGS), "rb") as file:
            _refuse_others(path, os.fstat(file.fileno()).st_mode)
            yield file


def _refuse_others(path: str | os.PathLike[str], mode: int) -> None:
    for is_kind, complaint in NOT_FILES:
        if is_kind(mode):
            raise UnreadableError(f"{path}: {complaint.format(path=os.fspath(path).rstrip('/'))}")


def _read_unchanged(path: str | os.PathLike[str], most: int) -> bytes | None:
    """What the file holds, or None where somebody wrote to it meanwhile."""
    with open_bytes(path) as file:
        before = os.fstat(file.fileno())
        refuse_large(os.fspath(path), before.st_size, most)
        data = file.read(most + 1)
        refuse_large(os.fspath(path), len(data), most)
        after = os.fstat(file.fileno())
    is_still = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    is_whole = len(data) == after.st_size or not after.st_size  # some file systems tell no size
    return data if is_still and is_whole else None


def refuse_large(name: str, size: int, most: int) -> None:
    """Raises UnreadableError where a source of this many bytes is too large."""
    if size > most:
        raise UnreadableError(f"{name}: more than {most} bytes (if it is the file you mean, raise --max-bytes)")


@contextmanager
def explaining(path: str | os.PathLike[str]) -> Iterator[None]:
    """Turns what the system says of a file or folder that cannot be read into an UnreadableError."""
    try:
        yield
    except FileNotFoundError:
        raise UnreadableError(f"{path}: no such file (check the spelling)") from None
    except PermissionError:
        raise UnreadableError(f"{path}: permission denied (ask its owner for the right to read it)") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(f"{path}: {reason} (check the path)") from None


def open_stdin() -> IO[bytes]:
    """Standard input, to be read. Raises UnreadableError where it is closed."""
    if sys.stdin is None:
        raise UnreadableError("-: standard input is closed (give a file)")
    return sys.stdin.buffer
