"""Work for a library in C that may hang, break down or fill the memory, done in a process of its own.

While such a library works, Python can obey no alarm and no Ctrl-C. The process that waits for it can, and ends it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

T = TypeVar("T")

IS_POSSIBLE = hasattr(os, "fork")
MOST_MEMORY = 4_000_000_000
"""Bytes that the process may take beyond what it begins with: a file of --max-bytes takes less than half of it."""


class BrokeDownError(Exception):
    """The process has ended without an answer; the text says by which signal or status."""


def apart(work: Callable[[], T]) -> T:
    """What `work` gives, or raises, in a process of its own, which ends with whatever stops the wait for it.

    What it gives must be fit for `pickle`. Raises BrokeDownError where the process dies. To be called where no other
    thread runs, as a fork takes none of them along.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _answer(work, writing)
    os.close(writing)
    ended = False
    try:
        with os.fdopen(reading, "rb") as answers:
            answer = answers.read()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        ended = True
    finally:
        if not ended:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
    if status:
        raise BrokeDownError(signal.Signals(-status).name if status < 0 else f"exit status {status}")
    done, result = pickle.loads(answer)  # our own process has written it
    if done:
        return result  # type: ignore[no-any-return]
    raise result


def _answer(work: Callable[[], Any], writing: int) -> NoReturn:
    """Does the work in the new process, and sends what came of it."""
    status = 1
    try:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        _limit_memory()
        try:
            answer = pickle.dumps((True, work()))
        except Exception as error:
            answer = pickle.dumps((False, error))
        with os.fdopen(writing, "wb") as answers:
            answers.write(answer)
        status = 0
    finally:
        os._exit(status)


def _limit_memory() -> None:
    """Lets a document that unfolds without end meet an end before it has all of the machine's memory."""
    if not sys.platform.startswith("linux"):
        return
    import resource  # not there on Windows

    with open("/proc/self/statm", encoding="ascii") as file:
        held = int(file.read().split()[0]) * resource.getpagesize()
    most = held + MOST_MEMORY
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if soft == resource.RLIM_INFINITY or soft > most:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
