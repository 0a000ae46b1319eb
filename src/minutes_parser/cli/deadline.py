"""A file that takes too long is given up, so that one of a thousand cannot hold up the others."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from minutes_parser.errors import UnreadableError

AGAIN = 1.0
"""Seconds after which the alarm is repeated, should somebody have swallowed it."""


@contextmanager
def deadline(path: str, seconds: int) -> Iterator[None]:
    """Raises UnreadableError in what runs under it as soon as so many seconds have passed.

    What a library in C does is stopped when it comes back from there, which takes seconds at most for HTML and DOCX; a
    PDF, which may keep its library for hours, is read in a process of its own (`readers.apart`). Without alarms, as on
    Windows and outside the main thread, there is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def give_up(*_: object) -> None:
        raise UnreadableError(f"{path}: not read in {seconds} s (if it is the file you mean, raise --max-seconds)")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
