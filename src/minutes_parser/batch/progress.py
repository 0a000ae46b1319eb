"""What a person sees of a run: a bar on a terminal, a line now and then elsewhere, and a table at the end."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from minutes_parser.batch.manifest import Row
from minutes_parser.batch.tally import Tally
from minutes_parser.batch.walk import Found
from minutes_parser.output import tell

if TYPE_CHECKING:
    from rich.progress import Progress

EVERY = 30.0  # seconds between plain lines


class Watch:
    """Tells of a run on standard error. `found` gives the files once more, to be counted for the time that is left."""

    def __init__(self, found: Callable[[], Iterable[Found]]) -> None:
        self._begin = self._told = time.monotonic()
        self._bar = _bar() if sys.stderr is not None and sys.stderr.isatty() else None
        self._task = self._bar.add_task("", total=None, failed=0, rate="") if self._bar else None
        self._found = found

    def shown(self) -> AbstractContextManager[object]:
        """While this lasts, the bar is on the terminal."""
        if not self._bar:
            return nullcontext()
        threading.Thread(target=self._count_files, daemon=True).start()
        return self._bar

    def tell(self, tally: Tally, row: Row | None) -> None:
        """Says why a file failed, and how far the run is."""
        if row and row["status"] == "failed":
            tell(f"minutes: {row['error']}")
        if self._bar and self._task is not None:
            self._bar.update(self._task, completed=tally.done, failed=tally.failed, rate=self._rate(tally))
        elif time.monotonic() - self._told > EVERY:
            self._told = time.monotonic()
            tell(f"{tally.done:,} done, {tally.failed:,} failed, {self._rate(tally)}")

    def _rate(self, tally: Tally) -> str:
        return f"{tally.done / max(time.monotonic() - self._begin, 0.001):,.1f} files a second"

    def _count_files(self) -> None:
        number = sum(1 for found in self._found() if not found.skipped)
        if self._bar and self._task is not None:
            self._bar.update(self._task, total=number)


def tell_summary(tally: Tally) -> None:
    """The table at the end."""
    for what, number, kinds in tally.lines():
        tell(f"{what:12}{number:>12}   {kinds}".rstrip())


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]} failed"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(file=sys.stderr),
    )
