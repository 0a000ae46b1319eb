"""Signals that end a run: an honest exit status, and files left whole."""

from __future__ import annotations

import signal

SIGNALLED = 128
"""What shells add to the number of the signal that ended a program."""

_heard: list[int] = []


class Interrupted(KeyboardInterrupt):
    """Ctrl-C; where a bare KeyboardInterrupt passes text that an import executes, Python ends by the signal instead."""


def listen() -> None:
    """Ends the run in good order at Ctrl-C, SIGTERM and SIGHUP, but for those that are ignored, as under nohup."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, _: object) -> None:
    _heard.append(number)
    raise Interrupted if number == signal.SIGINT else SystemExit(SIGNALLED + number)


def stop_if_told() -> None:
    """Ends the run where a signal has come, but what it raised was made another error on the way, as imports do."""
    if _heard:
        raise SystemExit(SIGNALLED + _heard[0])
