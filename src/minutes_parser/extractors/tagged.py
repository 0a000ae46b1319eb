"""The text of a committee-management system, whose items stand between `<AI3>` and `</AI3>`.

The tags are used as far as they help and never trusted: they may be missing, doubled, unclosed or nested. An item
begins at a label of the document's run of labels, or at an opening tag that has no label under it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Line
from minutes_parser.extractors.assemble import outline_of
from minutes_parser.extractors.blocks import Start, line_index, start_of
from minutes_parser.extractors.labels import Candidate, best_run, label_of
from minutes_parser.extractors.numbered import continues_title, weigh
from minutes_parser.outline import Outline
from minutes_parser.schema import ParseWarning

# '<AI3>', '</AI12>', '<TRAILER_SECTION>'; not '<b>' or '<u>here</u>' (markup of the text itself)
TAG = re.compile(r"< (?P<close> /? ) (?P<name> [A-Z]++ (?: _ [A-Z]++ )*+ ) (?P<number> [0-9]{0,6}+ ) >", re.VERBOSE)
NEAR_TAG = 2.0
"""What an opening tag just before a label adds to its weight: more than any title, less than a whole run."""


class Tag(NamedTuple):
    """A tag in the text; `name` is AI for items, anything else is furniture."""

    name: str
    number: str
    closes: bool
    start: int
    end: int


def matches(document: Document) -> bool:
    """Whether the document has item tags."""
    return "AI" in document.text and any(tag.name == "AI" for tag in find_tags(document))


def outline(document: Document) -> Outline:
    """The document cut at its labels and tags."""
    tags = find_tags(document)
    bare = document.without((tag.start, tag.end) for tag in tags)
    openings = [tag for tag in tags if tag.name == "AI" and not tag.closes]
    starts = item_starts(bare.lines, openings)
    warnings = tag_warnings(document, [tag for tag in tags if tag.name == "AI"])
    return outline_of(bare, "ai-tagged", starts, warnings=(*warnings, *_untagged(document, starts, openings)))


def find_tags(document: Document) -> list[Tag]:
    """Every tag of the text, in order."""
    if "<" not in document.text:
        return []
    return [
        Tag(m["name"], m["number"], bool(m["close"]), m.start(), m.end())
        for m in TAG.finditer(document.shown)
        if m["number"] or "_" in m["name"]
    ]


def item_starts(lines: Sequence[Line], openings: Sequence[Tag]) -> list[Start]:
    """Where the items begin: labels first, then opening tags that no label answers."""
    tagged = {at for at in (_first_after(lines, tag.end) for tag in openings) if at < len(lines)}
    labels = [label_of(line) for line in lines]
    found = [
        Candidate(label, line, weigh(label, lines, labels, at) + (NEAR_TAG if at in tagged else 0))
        for at, (label, line) in enumerate(zip(labels, lines, strict=True))
        if label
    ]
    labelled = {line_index(lines, candidate.line): candidate.label for candidate in best_run(found)}
    return [start_of(lines, at, labelled.get(at), continues_title) for at in sorted(tagged | labelled.keys())]


def _first_after(lines: Sequence[Line], offset: int) -> int:
    return bisect_left(lines, offset, key=lambda line: line.start)


def tag_warnings(document: Document, tags: Sequence[Tag]) -> tuple[ParseWarning, ...]:
    """A warning for every item tag without its partner."""
    warnings: list[ParseWarning] = []
    open_tags: dict[str, list[Tag]] = {}
    for tag in tags:
        stack = open_tags.setdefault(tag.number, [])
        if not tag.closes:
            stack.append(tag)
        elif stack:
            stack.pop()
        else:
            warnings.append(_tag_warning(document, "unopened-tag", tag, "is never opened"))
    left = [tag for stack in open_tags.values() for tag in stack]
    warnings += [_tag_warning(document, "unclosed-tag", tag, "is never closed") for tag in left]
    return tuple(sorted(warnings, key=lambda warning: warning.span.start if warning.span else 0))


def _tag_warning(document: Document, code: str, tag: Tag, what: str) -> ParseWarning:
    return caution(document, code, f"<{'/' * tag.closes}AI{tag.number}> {what}", tag.start, tag.end)


def _untagged(document: Document, starts: Sequence[Start], openings: Sequence[Tag]) -> tuple[ParseWarning, ...]:
    """A warning for every item that has no opening tag of its own."""
    places = [tag.end for tag in openings]
    warnings = []
    before = 0
    for start in starts:
        here = bisect_left(places, start.line.start + 1)
        if here == before:
            message = f"item {start.number.text if start.number else start.title.text!r} has no opening tag of its own"
            warnings.append(caution(document, "untagged-item", message, start.line.start, start.line.end))
        before = here
    return tuple(warnings)
