"""One run at a time writes into one place."""

from __future__ import annotations

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from minutes_parser.batch.places import ADVICE
from minutes_parser.errors import MinutesError
from minutes_parser.output import failures


class BusyError(MinutesError):
    """Another run is writing to the same place: which process, on which machine."""


@contextmanager
def locked(path: str, place: str) -> Iterator[bool]:
    """Holds the lock file at `path`; True where a run before this one was killed, and so left the file behind.

    The lock itself is the system's and goes with the process; the file only says who holds it. Raises BusyError with
    the name of `place`.
    """
    file, was_left = _take(path, place)
    try:
        os.ftruncate(file, 0)
        os.pwrite(file, f"process {os.getpid()} on {socket.gethostname()}".encode(), 0)
        yield was_left
    finally:
        with suppress(FileNotFoundError):  # somebody has removed the whole folder
            os.unlink(path)
        os.close(file)


def _take(path: str, place: str) -> tuple[int, bool]:
    while True:
        was_left = os.path.lexists(path)
        with failures(path, ADVICE):
            file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(file, 200).decode("utf-8", "replace") or "a process that is just starting"
            os.close(file)
            raise BusyError(f"{place}: another run writes here ({holder}): wait for it or stop it") from None
        if _is_there(path, file):
            return file, was_left
        os.close(file)  # its holder has just ended and removed it


def _is_there(path: str, file: int) -> bool:
    try:
        return os.path.samestat(os.stat(path), os.fstat(file))
    except FileNotFoundError:
        return False
