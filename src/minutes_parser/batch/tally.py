"""What a run has done so far, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_parser.batch.manifest import Row


@dataclass
class Tally:
    """Counts of files, of what their records hold, and of what this run had to do for them."""

    statuses: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    layouts: Counter[str] = field(default_factory=Counter)
    holds: Counter[str] = field(default_factory=Counter)

    @property
    def read(self) -> int:
        """Files that have a record."""
        return self.statuses["ok"]

    @property
    def failed(self) -> int:
        """Files, and folders, that could not be read."""
        return self.statuses["failed"]

    @property
    def done(self) -> int:
        """Files that were to be read and are dealt with."""
        return self.read + self.failed

    def count(self, row: Row, reason: str) -> None:
        """Adds a file. `reason` says why it was converted or was not, such as 'new'; '' where it was no document."""
        self.statuses[row["status"]] += 1
        if reason:
            self.reasons[reason] += 1
        if row["status"] == "skipped":
            self.skipped[row["error"] or ""] += 1
        if row["status"] == "ok":
            self.layouts[row["layout"] or ""] += 1
            self.warnings.update(row["warnings"])
            self.holds.update(items=row["items"], decisions=row["decisions"], actions=row["actions"])

    def lines(self) -> Iterator[tuple[str, str, str]]:
        """The summary: what, how many, and of which kinds."""
        yield "files read", f"{self.read:,}", _kinds(self.reasons)
        yield "failed", f"{self.failed:,}", ""
        yield "skipped", f"{self.skipped.total():,}", _kinds(self.skipped)
        yield "warnings", f"{self.warnings.total():,}", _kinds(self.warnings)
        yield "layouts", f"{len(self.layouts):,}", _kinds(self.layouts)
        for what in ("items", "decisions", "actions"):
            yield what, f"{self.holds[what]:,}", ""


def _kinds(counts: Counter[str]) -> str:
    """The most frequent first, and in one order whatever the order in which they came."""
    return ", ".join(
        f"{kind} {count:,}" for kind, count in sorted(counts.items(), key=lambda kind: (-kind[1], kind[0]))
    )
