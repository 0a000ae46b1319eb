"""The bytes of a file, or a clear word about why there are none."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from minutes_parser.errors import UnreadableError

# what may stand at a path instead of a file, and what to do
NOT_FILES = (
    (stat.S_ISDIR, "is a folder (give its files, such as {path}/*.txt)"),
    (stat.S_ISFIFO, "is a pipe (send it to standard input: minutes parse - < {path})"),
    (stat.S_ISSOCK, "is a socket (give a file)"),
    (stat.S_ISCHR, "is a device (give a file, or - for standard input)"),
    (stat.S_ISBLK, "is a device (give a file)"),
)


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """What the file holds. Raises UnreadableError where there is no file at `path` or it may not be read."""
    with open_bytes(path) as file:
        return file.read()


@contextmanager
def open_bytes(path: str | os.PathLike[str]) -> Iterator[IO[bytes]]:
    """The file at `path`, to be read. Looks before it opens, because opening a pipe would wait for ever.

    Raises UnreadableError where there is no file at `path`, or it may not or cannot be read to its end.
    """
    with explaining(path):
        mode = os.stat(path).st_mode
        for is_kind, complaint in NOT_FILES:
            if is_kind(mode):
                raise UnreadableError(f"{path}: {complaint.format(path=os.fspath(path).rstrip('/'))}")
        with open(path, "rb") as file:
            yield file


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
