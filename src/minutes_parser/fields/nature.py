"""Whether a document is minutes at all, or an agenda, a report or an empty page."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.outline import Outline
from minutes_parser.schema import Attendee, Item

HEAD = 40
"""An announcement stands within the first lines."""
RECORDED = 120
"""The minutes of an item have more characters than this on the average; an agenda has a line or none."""
# 'NOTICE IS HEREBY GIVEN', 'You are summoned to attend', 'will be held on': what announces a meeting;
# not 'the next meeting will be held on' (minutes say so too)
ANNOUNCES = regex.compile(
    r"""
      notice [ ] is [ ] hereby [ ] given
    | you [ ] are [ ] (?:hereby [ ])? (?:summoned|invited|requested) [ ] to [ ] attend
    | (?<!next[ ]) meeting .{0,60}? [ ] (?:will|is [ ] to) [ ] be [ ] held
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_AGENDA = regex.compile(r"agenda\b", regex.IGNORECASE)


def why_not_minutes(outline: Outline, attendees: Sequence[Attendee], items: Sequence[Item]) -> str | None:
    """What speaks against a document being minutes; None where nothing does."""
    head = outline.document.lines[:HEAD]
    if not head:
        return None
    decided = any(item.decisions or item.motions for item in items)
    if not items and not attendees:
        return "no agenda item and nobody's attendance was found"
    if attendees or decided:
        return None
    announced = any(ANNOUNCES.search(line.text) for line in head)
    titled = any(_AGENDA.match(line.text) for line in head)
    if (announced or titled) and _is_bare(items):
        return "it announces a meeting and records none"
    return None


def _is_bare(items: Sequence[Item]) -> bool:
    """Whether the items have next to no text of their own."""
    return sum(len(item.text) for item in items) < RECORDED * max(len(items), 1)
