"""What the reader of a paragraph may ask of the document around it: how far a line is indented, who is known."""

from __future__ import annotations

from typing import NamedTuple

from minutes_parser.document import Document, Passage
from minutes_parser.fields.owners import IsKnown, nobody

TAB = 4
"""How many blanks a tab stands for."""


class Page(NamedTuple):
    """A document and whom its meeting knows."""

    document: Document
    is_known: IsKnown = nobody

    def indent(self, passage: Passage) -> int:
        """How many blanks stand before a passage in its line."""
        text = self.document.text  # as printed, so that the bar at the edge of a table is no blank
        before = text[text.rfind("\n", 0, passage.start) + 1 : passage.start]
        return len(before) + (TAB - 1) * before.count("\t") if not before.strip() else 0

    def is_struck(self, passage: Passage) -> bool:
        """Whether a passage is struck out in Markdown."""
        return self.document.text[max(passage.start - 2, 0) : passage.start] == "~~"

    def joined(self, first: Passage, last: Passage) -> Passage:
        """Two passages with all that stands between them."""
        return self.document.passage(first.start, last.end)
