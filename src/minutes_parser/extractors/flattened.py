"""Minutes that were flattened into one line: labels in mid-line begin lines again, for the other extractors to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from minutes_parser.document import Line
from minutes_parser.extractors.labels import Candidate, best_run, parse_label
from minutes_parser.extractors.titles import is_standing

FLATTENED = 400
"""A line this long that holds a run of labels was several lines once."""
LONG = 200
"""Where one line was flattened, others from this length on are looked into too."""
FEWEST = 4
"""How many rising labels a flattened text holds at least."""
# the blank before a label in mid-line: 'was closed. 7. Roads', 'Roads 12/23 Paths'; not '£1.50 each' (what is looked at
# first says in one step that most blanks stand before none)
_PLACE = re.compile(
    r"""
    [ ] (?= [(A-Z0-9 ] )
    (?<= [\w\u0300-\u036f.:;)?!][ ] )
    (?= \(? [A-Z]{0,4} [ ]? [0-9]{1,4} (?: [./][0-9]{1,4} ){0,3} [.):]? [ ]++ [A-Z] )
    """,
    re.VERBOSE,
)
LONGEST_LABEL = 12
WINDOW = 80
"""What follows a label is looked at so far."""


def unflattened(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, the flattened ones cut before each label of the run that they hold."""
    if not any(len(line.text) >= FLATTENED for line in lines):
        return lines
    run = best_run([candidate for line in lines for candidate in _candidates(line)])
    if len(run) < FEWEST:
        return lines
    places = {candidate.line.start for candidate in run}
    return tuple(part for line in lines for part in _cut(line, places))


def _candidates(line: Line) -> Iterator[Candidate]:
    """The labels at the start of a line and inside it."""
    inside = _PLACE.finditer(line.text) if len(line.text) >= LONG else ()
    for at in (0, *(blank.end() for blank in inside)):
        part = line.passage.cut(at, at + WINDOW)
        label = parse_label(part)
        if label and (at == 0 or _is_marked(part.text[:LONGEST_LABEL])):
            yield Candidate(label, Line(part.text, part.start, True), 2.0 if is_standing(label.rest.text) else 1.0)


def _is_marked(text: str) -> bool:
    """Whether a number in mid-line has the stop, slash or bracket of a label."""
    word = text.split()[0]
    return "." in word or "/" in word or ")" in word


def _cut(line: Line, places: set[int]) -> list[Line]:
    """A line cut at those of `places` that lie inside it."""
    inside = sorted(place for place in places if line.start < place < line.end)
    if not inside:
        return [line]
    bounds = [line.start, *inside, line.end]
    parts = (line.passage.cut(a - line.start, b - line.start) for a, b in pairwise(bounds))
    return [Line(part.text, part.start, True) for part in parts if part.text]
