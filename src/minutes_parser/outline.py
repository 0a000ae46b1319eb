"""Where things are in a document: the result of an extractor. Lines, not meaning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from minutes_parser.document import Document, Line, Passage
from minutes_parser.schema import Layout, ParseWarning

PartKind = Literal["intro", "minutes", "decision", "documents"]


class Part(NamedTuple):
    """A stretch of an item: what stands before its minutes, the minutes, or what a label such as `Decision:` heads."""

    kind: PartKind
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class ItemBlock:
    """An agenda item: its number and title as printed, and its lines."""

    number: Passage | None
    title: Passage
    """The title's printed line or lines, with its duration and document marks; empty where there is none."""
    parts: tuple[Part, ...]
    start: int
    end: int
    agenda_number: Passage | None = None
    items: tuple[ItemBlock, ...] = ()
    truncated: bool = False


class Appendix(NamedTuple):
    """Lines that follow the minutes."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A document cut into its parts; every line that is not furniture is in exactly one of them."""

    document: Document
    """The document that was read, with the furniture that the extractor knows of added."""
    layout: Layout
    front: tuple[Line, ...]
    """Heading, venue, contact: everything before the attendance and the items that is not a list of people."""
    attendance: tuple[tuple[Line, ...], ...]
    """Lists of people, each with its heading line first."""
    items: tuple[ItemBlock, ...]
    after: tuple[Line, ...] = ()
    """What closes the minutes after the last item: end time, signature, action list."""
    appendices: tuple[Appendix, ...] = ()
    warnings: tuple[ParseWarning, ...] = ()
