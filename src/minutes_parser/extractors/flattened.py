"""Minutes that were flattened into one line: labels in mid-line begin lines again, so that the other extractors can read them."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.document import Line
from minutes_parser.extractors.labels import Candidate, best_run, parse_label
from minutes_parser.extractors.titles import is_standing

LONG = 1200
"""A line with fewer characters is a paragraph, and its numbers are quantities."""
FEWEST = 4
"""How many rising labels a flattened line holds at least."""
# where a label may stand: after the end of a sentence or a word, before a capital; not '£1.50 Each', '14 July' (see parse_label)
_PLACE = regex.compile(r"(?<=[\w.:;)?!][ ])(?=\(?[A-Z]{0,4}[ ]?[0-9]{1,4}(?:[./][0-9]{1,4}){0,3}[.):]?[ ]+[A-Z])")
MARKED = regex.compile(r"[./]")


def unflattened(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, the flattened ones cut before each label of the run that they hold."""
    if not any(len(line.text) >= LONG for line in lines):
        return lines
    cut: list[Line] = []
    for line in lines:
        cut += _cut(line) if len(line.text) >= LONG else [line]
    return [line._replace(index=at) for at, line in enumerate(cut)]


def _cut(line: Line) -> list[Line]:
    """One flattened line cut at the labels of its run."""
    candidates = []
    for place in _PLACE.finditer(line.text):
        part = line.passage.cut(place.start())
        label = parse_label(part)
        if label and MARKED.search(line.text[place.start() : label.rest.start - line.start]):
            weight = 2.0 if is_standing(label.rest.text) else 1.0
            candidates.append(Candidate(label, Line(part.text, part.start, 0, True), weight))
    run = best_run(candidates)
    if len(run) < FEWEST:
        return [line]
    starts = [line.start, *(candidate.line.start for candidate in run), line.end]
    parts = [line.passage.cut(a - line.start, b - line.start) for a, b in zip(starts, starts[1:], strict=False)]
    return [Line(part.text, part.start, 0, True) for part in parts if part.text]
