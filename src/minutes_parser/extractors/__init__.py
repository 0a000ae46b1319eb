"""From a document to its outline, one module a layout.

A layout is known by `matches(document)` and cut up by `outline(document)`. EXTRACTORS holds them in order of priority;
the last one takes everything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from minutes_parser.document import Document
from minutes_parser.errors import UsageError
from minutes_parser.extractors import free, numbered, tagged, web
from minutes_parser.extractors.furniture import without_furniture
from minutes_parser.extractors.meetings import with_other_meetings, without_other_meetings
from minutes_parser.outline import Outline


class Extractor(NamedTuple):
    """How one layout is known and cut up."""

    matches: Callable[[Document], bool]
    outline: Callable[[Document], Outline]


EXTRACTORS: dict[str, Extractor] = {
    "ai-tagged": Extractor(tagged.matches, tagged.outline),
    "web": Extractor(web.matches, web.outline),
    "numbered": Extractor(numbered.matches, numbered.outline),
    "free-text": Extractor(free.matches, free.outline),
}


def outline_document(document: Document, layout: str | None = None) -> Outline:
    """The outline of `document`, by `layout` or by the first extractor that knows it.

    Raises UsageError for a layout that does not exist.
    """
    if layout is not None and layout not in EXTRACTORS:
        raise UsageError(f"no layout {layout!r}: use one of {', '.join(EXTRACTORS)}")
    document = without_furniture(document)
    one, others = without_other_meetings(document)
    chosen = layout or next(name for name, extractor in EXTRACTORS.items() if extractor.matches(one))
    outline = EXTRACTORS[chosen].outline(one)
    numbered.item_run.cache_clear()  # the lines of a large document must not outlive it
    return with_other_meetings(outline, document, others)
