"""Minutes without numbers: Markdown headings, headings in capitals or on lines of their own, run-in labels."""

from __future__ import annotations

from minutes_parser.document import Document
from minutes_parser.extractors.assemble import outline_of
from minutes_parser.extractors.headings import marked_starts, plain_starts
from minutes_parser.outline import Outline


def matches(document: Document) -> bool:
    """Everything can be read as free text."""
    return True


def outline(document: Document) -> Outline:
    """The document cut at its headings, of the first kind that it has."""
    for find in (marked_starts, plain_starts):
        starts = find(document)
        if starts:
            return outline_of(document, "free-text", starts)
    return outline_of(document, "free-text", ())
