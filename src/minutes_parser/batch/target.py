"""What a run asks of the place that records go to, be it a tree of files or one stream."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from minutes_parser.batch.manifest import Index, Row, Rows
from minutes_parser.batch.walk import Found

Take = Callable[[Row], None]


class Target(Protocol):
    """Where the records of a run go, and what is known of the runs before."""

    folder: str
    index: Index
    journal: Rows
    shared_journal: str | None

    def output_of(self, found: Found) -> str:
        """The name in the folder under which a document's record is put."""

    def new_part(self) -> str | None:
        """A name for the part that a chunk's records are added to; None where each has a file of its own."""

    def holds(self, row: Row, output: str) -> bool:
        """Whether the record of a row is still where it was put, and would be put under the name `output` today."""

    def completing(self) -> AbstractContextManager[Take]:
        """Gives a function that takes all rows in the order of the input; then the manifest is complete."""
