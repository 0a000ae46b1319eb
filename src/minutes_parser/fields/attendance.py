"""Who was there and who was not: the lists of people, and what the first items say of them in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from minutes_parser.document import Line
from minutes_parser.fields.apologies import read_sentences
from minutes_parser.fields.attendance_lists import AttendanceLists
from minutes_parser.fields.grid import parse_grid
from minutes_parser.fields.list_rows import (
    goes_on,
    open_brackets,
    without_bullet,
    without_marks,
)
from minutes_parser.fields.merging import merged
from minutes_parser.fields.names import is_name
from minutes_parser.fields.presence import may_begin_label, parse_presence
from minutes_parser.outline import ItemBlock, Outline
from minutes_parser.schema import Attendee, ParseWarning

LONGEST_KIND = 60
FIRST_ITEMS = 6
"""Lists of attendance stand under the first items at the latest, where the heading is taken for one."""
# 'were' in 'Those present were given the plan.'; not 'wash'
_VERB = re.compile(r"\b(?:was|were|had|have|is|are|has)\b")
# what ends the first name of a line
_FIRST_CELL = re.compile(r"[,(\t:@<] | [ ]{3} | [ ]-", re.VERBOSE)


def parse_attendees(outline: Outline, date: str | None = None) -> tuple[tuple[Attendee, ...], tuple[ParseWarning, ...]]:
    """The attendees of a meeting in the order of the text, and warnings about doubtful ones.

    A row that has lost its name gives a warning and no attendee. Names and affiliations in separate columns are paired
    by order where there are as many of the one as of the other, and left alone where there are not. `date` is the
    meeting's day (ISO), which tells the column of a grid.
    """
    document = outline.document
    lists = AttendanceLists(document)
    above = [line for block in (outline.front, *outline.attendance) for line in block]
    grid = parse_grid(document, sorted(above, key=lambda line: line.start), date)
    lists.found += grid.found
    for block in outline.attendance:
        lists.read([line for line in block if line.start not in grid.lines])
    for item in outline.items[:FIRST_ITEMS]:
        for people in _lists_inside(item):
            lists.read(people)
    if not lists.found:  # some put the attendance at the end
        for item in outline.items[FIRST_ITEMS:]:
            for people in _lists_inside(item):
                lists.read(people)
        for rest in (outline.after, *(appendix.lines for appendix in outline.appendices)):
            for people in _lists_among(list(rest)):
                lists.read(people)
    lists.settle()
    found, changes = read_sentences(outline, lists.found)
    return merged(document, [*lists.found, *found], changes), tuple(lists.warnings)


def _lists_inside(item: ItemBlock) -> Iterator[list[Line]]:
    """The attendance lists among an item's lines: from a label on, as long as the lines look like people."""
    lines = list(_lines_of(item))
    run: list[Line] = []
    title = parse_presence(item.title)
    if title and title.status and not title.rest.text and title.status != "apologies":
        lines.insert(0, Line(item.title.text, item.title.start, True))
    if "roll call" in item.title.text.lower() or "attendance" in item.title.text.lower():
        run = list(_roll(lines))
        run, lines = (run, lines[len(run) :]) if len(run) > 1 else ([], lines)
    yield from _lists_among(lines, run)


def _lists_among(lines: Sequence[Line], block: list[Line] | None = None) -> Iterator[list[Line]]:
    """The lists among some lines, each from its label on; `block` is one that has begun above them."""
    block = block or []
    for line in lines:
        text = without_bullet(without_marks(line))
        label = parse_presence(text) if may_begin_label(text.text) else None
        if label and label.status and label.marked and not _is_end_of_sentence(line.text):
            yield block
            block = [line]
        elif block and (label or _is_list_line(block[-1], line)):
            block.append(line)
        elif block:
            yield block
            block = []
    yield block


def _lines_of(item: ItemBlock) -> Iterator[Line]:
    """The lines of an item in which a list may stand; the kinds of people in a list may be taken for sub-items."""
    for part in item.parts:
        if part.kind != "intro":
            yield from part.lines
    for sub in item.items:
        if sub.title.text:
            yield Line(sub.title.text, sub.title.start, True)
        yield from _lines_of(sub)


def _roll(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a roll call: entries, and short lines above them that say who the people are."""
    for line, following in zip_longest(lines, lines[1:]):
        heads = (
            following and _is_entry(following) and not _is_end_of_sentence(line.text) and len(line.text) < LONGEST_KIND
        )
        if not (_is_entry(line) or heads):
            return
        yield line


def _is_entry(line: Line) -> bool:
    """Whether a line is an entry of a list of people without a label: a name, or the label of a kind of them."""
    text = without_bullet(without_marks(line))
    head = _FIRST_CELL.split(text.text)[0].strip(" :")
    named = is_name(head) and (" " in head or head != text.text)
    return (named and not _is_end_of_sentence(line.text)) or (may_begin_label(text.text) and bool(parse_presence(text)))


def _is_end_of_sentence(text: str) -> bool:
    """Whether a line tells something to its end: 'Those present were given the plan.', not 'Present: Jo Ash, late'."""
    return text.endswith(".") and _VERB.search(text) is not None


def _is_list_line(before: Line, line: Line) -> bool:
    """Whether a line under a label goes on with the people: it begins with one, or the line before is not complete."""
    plain = without_bullet(without_marks(line)).text
    return goes_on(open_brackets(before), False, before, line) or (
        (len(plain) < 80 or plain.count(",") > 1) and is_name(_FIRST_CELL.split(plain)[0].strip())
    )
