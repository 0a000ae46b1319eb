"""How large a source may be: what is larger is a mistake or a trap, and is refused before it fills the memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest source that is read, and with how much care.

    The minutes of a meeting are a thousand times smaller than these defaults.
    """

    bytes: int = 256_000_000
    """Bytes of the file, and of what it unpacks to."""
    pages: int = 5_000
    """Pages of a PDF."""
    own_process: bool = False
    """Whether a PDF is read in a process of its own, which Ctrl-C and alarms can end while the library for PDF works,
    and which may break down without harm. Only where the system can fork, and no other thread runs."""


DEFAULT = Limits()
