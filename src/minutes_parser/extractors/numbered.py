"""Minutes whose items have a number or a reference: '3.', '1772.', 'CPP/17/22', '163/18', 'Item 5 -'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from minutes_parser.document import Document, Line, Passage
from minutes_parser.extractors.assemble import outline_of
from minutes_parser.extractors.blocks import Start, line_index, start_of
from minutes_parser.extractors.closing import is_list_heading
from minutes_parser.extractors.flattened import unflattened
from minutes_parser.extractors.headings import marked_starts
from minutes_parser.extractors.labels import (
    Candidate,
    Label,
    best_run,
    is_reference,
    label_or_roman,
    parse_label,
    parse_roman,
    without_nested,
)
from minutes_parser.extractors.run_in import split_title
from minutes_parser.extractors.titles import is_standing, names_movers, title_weight
from minutes_parser.fields.action_table import columns_of
from minutes_parser.outline import Outline

FIRM = 1.0
"""What the numbers of a run weigh at least on the average, so that they are not a list under a heading."""
SURE = 2.5
"""What a number weighs at least that stands alone: one of no run, with the title of a matter that every agenda has."""
REFERENCE = 0.5
"""The least that a minute reference weighs, however long the text after it."""
SENTENCE = 1.2
"""What a whole sentence loses: it is a numbered paragraph."""
LONGEST_STOPPED = 7
"""A title of so few words may end with a stop."""
BODY = 1.0
"""What text below or behind the title adds: an agenda printed before the minutes has none."""
HEADING = 1.5
"""What Markdown's marks of a heading add."""
FEWEST_HEADINGS = 2
"""So many headings without numbers are items, and numbers below each of them count parts of these."""
FEWEST_ROUND = 3
"""More headings than these, none of them within a run, have that run below one of them."""
GAP = 0.3
"""What a blank line above adds."""
AFTER_COLON = 0.8
"""What a line loses that follows one with a colon at its end: it is the first of a list."""
PARAGRAPH = 0.7
"""What '4.2' loses: more often than an item it is a numbered paragraph of item 4."""


# a line that cannot be the end of a title: 'Closure and removal of'; not 'Matters carried over'
_OPEN_END = re.compile(
    r"[ ] (?: of | and | the | for | to | in | on | with | by | from | a | an | & | or | at ) $", re.VERBOSE
)


def matches(document: Document) -> bool:
    """Whether the document has a run of labels with titles."""
    _, run = item_run(document.lines)
    if not run:
        return False
    in_heading = run[0].line.text[0] in "#*"
    if _is_under_headings(document, run):
        return False
    if len(run) == 1:
        return run[0].weight >= SURE and (not in_heading or run[0].label.style.startswith("item"))
    return sum(candidate.weight for candidate in run) >= len(run) * FIRM


def _is_under_headings(document: Document, run: Sequence[Candidate]) -> bool:
    """Whether headings are the items, and the numbers of `run` a list under one of them or above them all."""
    starts = marked_starts(document)
    if len(starts) > FEWEST_ROUND and _is_inside_one(starts, run):
        return True
    headed = [start.line.start for start in starts if _has_no_label(start)]
    if len(headed) < FEWEST_HEADINGS or run[0].line.start in headed:
        return False
    first = next(line.start for line in document.lines if line.text[0] == "#")
    return first < run[0].line.start or sum(start > run[-1].line.start for start in headed) >= FEWEST_HEADINGS


def _is_inside_one(starts: Sequence[Start], run: Sequence[Candidate]) -> bool:
    """Whether a run stands below one heading among several, and before the next one or the end."""
    first, last = run[0].line.start, run[-1].line.start
    before = [start for start in starts if start.line.start < first]
    return sum(is_standing(start.title.text) for start in before) >= FEWEST_HEADINGS and not any(
        first <= start.line.start <= last for start in starts
    )


def _has_no_label(start: Start) -> bool:
    """Whether a heading of Markdown's has no number of its own."""
    return start.line.text[0] == "#" and not (parse_label(start.title) or parse_roman(start.title))


def outline(document: Document) -> Outline:
    """The document cut at its run of labels."""
    lines, run = item_run(document.lines)
    starts = [start_of(lines, line_index(lines, c.line), c.label, continues_title) for c in run]
    return outline_of(document, "numbered", starts, lines=lines)


@lru_cache(maxsize=1)
def item_run(printed: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Candidate, ...]]:
    """The lines, unflattened, and the labelled ones that begin the items.

    Both are kept, because `matches` asks for them and `outline` again.
    """
    lines = unflattened(printed)
    labels = without_lists(lines, [label_or_roman(line) for line in lines])
    found = [
        Candidate(label, line, weigh(label, lines, labels, at))
        for at, (label, line) in enumerate(zip(labels, lines, strict=True))
        if label
    ]
    return lines, tuple(best_run(without_nested(found)))


def without_lists(lines: Sequence[Line], labels: Sequence[Label | None]) -> list[Label | None]:
    """The labels without those of a list of actions or decisions, whose entries follow its heading without a break.

    Neither are the rows of an action table below an item labelled; above the first item its heads may be those of the
    minutes themselves.
    """
    kept: list[Label | None] = []
    in_list = in_table = False
    for line, label in zip(lines, labels, strict=True):
        in_table = "\t" in line.text and (in_table or (columns_of(line.text) is not None and any(kept)))
        if is_list_heading(line.text):
            in_list = True
        elif not label and not line.text[0].islower():
            in_list = False
        kept.append(None if in_list or in_table else label)
    return kept


def weigh(label: Label, lines: Sequence[Line], labels: Sequence[Label | None], at: int) -> float:
    """How much a labelled line looks like the beginning of an item."""
    if names_movers(label.rest.text):
        return -1.0
    below = lines[at + 1].passage if at + 1 < len(lines) and not labels[at + 1] else None
    weight, has_text = _weight_of_title(label.rest, below)
    if is_reference(label):
        weight = max(weight, REFERENCE)
    elif label.style == ".2":
        weight -= PARAGRAPH
    if has_text or below:
        weight += BODY
    if lines[at].text[0] in "#*":
        weight += HEADING
    if lines[at].gap:
        weight += GAP
    if at and lines[at - 1].text.endswith(":"):
        weight -= AFTER_COLON
    return weight


def _weight_of_title(rest: Passage, below: Passage | None) -> tuple[float, bool]:
    """How much a title looks like one, and whether text runs on behind it; without `rest` it stands `below`."""
    if not rest.text:
        return (title_weight(below.text) if below else -1.0), False
    title, run_in = split_title(rest)
    weight = title_weight(title.text)
    if not run_in.text and rest.text[-1] in ".;" and len(title.text.split()) > LONGEST_STOPPED:
        weight -= SENTENCE
    return weight, bool(run_in.text)


def continues_title(line: Line, following: Line) -> bool:
    """Whether a title printed on `line` goes on in `following`."""
    if following.gap or label_or_roman(following):
        return False
    if _OPEN_END.search(line.text) and len(following.text) < 80:
        return True
    return (
        len(line.text) > 50
        and line.text[-1] not in ".:;?!"
        and following.text[0].islower()
        and len(following.text) < 80
    )
