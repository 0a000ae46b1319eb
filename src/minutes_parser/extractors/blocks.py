"""From the lines that begin items to item blocks: titles cut from run-in text, bodies and sub-items."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple

from minutes_parser.document import Line, Passage
from minutes_parser.extractors.labels import (
    Candidate,
    Label,
    as_letter,
    best_run,
    is_reference,
    parse_label,
    parse_letter,
)
from minutes_parser.extractors.run_in import split_title
from minutes_parser.extractors.titles import is_standing
from minutes_parser.fields.item_head import REFERENCE
from minutes_parser.fields.prose import has_any
from minutes_parser.outline import ItemBlock, Part

# '£1,210.55', '156.00': a row of a table of payments, not a matter; not '12 houses'
AMOUNT = re.compile(r"[£$€]? [ ]? [0-9] [0-9,.]*+ (?: \t | $ )", re.VERBOSE)
# 'Clerk's salary, cheque 1380 £450.00': a line of a list of payments
PAYMENT = re.compile(r"(?<![0-9,]) [0-9]++ (?: , [0-9]{3} )*+ \. [0-9]{2} $", re.VERBOSE)
SHORTEST_TEXT = 25
"""Fewer characters behind a title are an owner in the margin, and no text."""
SHORTEST_ROW = 60
"""A row of a table has fewer characters behind its first cell; a sub-item with an owner in the margin has more."""
NO_TITLE = -0.4
"""What a label without a title weighs: less than nothing, but a run may hold one."""
LONGEST_SUB = 150
"""The title of a sub-item has at most this many characters."""
CLOSING = ("next meeting", "date of", "dates of", "clos", "adjourn")
"""What the title of the item that ends the minutes holds."""


Head = tuple[Label, Passage, Passage]
"""A labelled line of a body: its label, its title, and the text that runs on behind the title."""


class Start(NamedTuple):
    """Where an item begins: its number, its title, and the lines of its body so far (the rest of a run-in line)."""

    line: Line
    number: Passage | None
    title: Passage
    run_in: tuple[Line, ...]
    agenda_number: Passage | None
    """The number on the agenda, where a line of its own under the title gives it: '(Item 4)'."""
    body: int
    """Index (among the lines given) of the first line after the title."""


def start_of(
    lines: Sequence[Line], at: int, label: Label | None, continues: Callable[[Line, Line], bool] | None = None
) -> Start:
    """The item that begins with `lines[at]`; where nothing follows the label, the next line is the title."""
    line, label = lines[at], _nearest(label)
    printed = label.printed if label else None
    rest = label.rest if label else line.passage
    body = at + 1
    if not rest.text and body < len(lines):
        rest, line, body = lines[body].passage, lines[body], body + 1
    title, run_in = split_title(rest) if lines[at].text[0] != "#" else (rest, rest.cut(len(rest.text)))
    if run_in.text:
        follow: tuple[Line, ...] = (Line(run_in.text, run_in.start, False),)
    else:
        follow = ()
        while continues and body < len(lines) and continues(line, lines[body]):
            line = lines[body]
            title = Passage(title.text + " " * (line.start - title.end) + line.text, title.start)
            body += 1
    agenda = REFERENCE.fullmatch(lines[body].text) if body < len(lines) else None
    if not agenda:
        return Start(lines[at], printed, title, follow, None, body)
    number = lines[body].passage.cut(agenda.start("number"), agenda.end("number"))
    return Start(lines[at], printed, title, follow, number, body + 1)


def _nearest(label: Label | None) -> Label | None:
    """Of two numbers the one nearest the title is the item's: '22-0074  2. Approving the agenda'."""
    nearer = parse_label(label.rest) if label and is_reference(label) else None
    return nearer if nearer and nearer.rest.text else label


def build(
    lines: Sequence[Line],
    starts: Sequence[Start],
    end: int,
    block: Callable[[Start, tuple[Line, ...], int], ItemBlock] | None = None,
) -> tuple[ItemBlock, ...]:
    """The item blocks of `starts`; each ends where the next begins, the last at `end` (an index in `lines`).

    `block` makes one of them from its start, its body and the offset of its end; the default looks for sub-items.
    """
    make = block or with_sub_items
    firsts = [line_index(lines, start.line) for start in starts] + [end]
    blocks = []
    for start, stop in zip(starts, firsts[1:], strict=True):
        if start.body > stop:
            start = _cut_short(start, lines, stop)
        body = (*start.run_in, *lines[start.body : stop])
        last = body[-1].end if body else max(start.title.end, start.line.end)
        blocks.append(make(start, body, last))
    return tuple(blocks)


def _cut_short(start: Start, lines: Sequence[Line], stop: int) -> Start:
    """An item whose title was taken from the line that begins the next one: the title ends before it."""
    room = lines[stop].start - start.title.start
    title = start.title.cut(0, room) if room > 0 else Passage("", (start.number or start.line).end)
    return start._replace(title=title, run_in=(), agenda_number=None, body=stop)


def line_index(lines: Sequence[Line], line: Line) -> int:
    """Where `line` stands among `lines`, which may leave some of the document's lines out."""
    return bisect_left(lines, line.start, key=_start)


_start = attrgetter("start")


def with_sub_items(start: Start, body: tuple[Line, ...], end: int) -> ItemBlock:
    """The block of one item, its body cut at its sub-items."""
    subs = sub_starts(body, start.number)
    cut = line_index(body, subs[0].line) if subs else len(body)
    return ItemBlock(
        number=start.number,
        title=start.title,
        parts=(Part("minutes", body[:cut]),) if cut else (),
        start=start.line.start,
        end=end,
        agenda_number=start.agenda_number,
        items=build(body, subs, len(body)) if subs else (),
    )


def sub_starts(body: Sequence[Line], number: Passage | None) -> list[Start]:
    """The sub-items of a body: a run of labels 'a) Title' or '4.1 Title' whose titles stand on their own.

    Clauses of a resolution and numbered paragraphs are labelled too, but they are sentences, or follow a line that ends
    with a colon; they weigh against a run, so that a list inside a sub-item does not break the run of its neighbours.
    """
    places: dict[int, int] = {}
    found: list[Candidate] = []
    last: Label | None = None
    for at, line in enumerate(body):
        label = sub_label(line, number)
        if label:
            last = label = as_letter(label, last)
            places[line.start] = at
            weight = 1.0 if _is_sub_title(label, *split_title(label.rest)) else NO_TITLE
            found.append(Candidate(label._replace(value=(label.value[-1], 0)), line, weight))
    run = best_run(found)
    subs = [(places[candidate.line.start], candidate.label) for candidate in run]
    if len(subs) < 2 or subs[0][1].value[0] != 1 or not _are_titles(body, subs):
        return []
    return [start_of(body, at, label) for at, label in subs]


def sub_label(line: Line, number: Passage | None) -> Label | None:
    """A letter, a number that carries the item's own number on ('4.1' in item 4), or one that begins again ('1.')."""
    letter = parse_letter(line.passage)
    if letter or line.text[0] not in "0123456789#*":
        return letter
    label = parse_label(line.passage)
    if number is None:
        return label._replace(value=label.value[:1]) if label and len(label.value) == 2 else None
    own = number.text.removesuffix(".").removesuffix(".0") + "."
    if label and label.printed.text.startswith(own) and len(label.value) == 3:
        return label._replace(value=(label.value[1],))
    return label._replace(value=label.value[:1]) if label and len(label.value) == 2 else None


def _are_titles(body: Sequence[Line], run: Sequence[tuple[int, Label]]) -> bool:
    """Whether the lines of a run are titles with text under or behind most of them."""
    first = run[0][0]
    heads = [(label, *split_title(label.rest)) for _, label in run]
    titles = sum(_is_sub_title(*head) for head in heads)
    # numbers that a run leaves out had no title
    labels = run[-1][1].value[0] if run[0][1].style[0].isdigit() else len(run)
    if 4 * titles < 3 * labels:
        return False
    if first and body[first - 1].text.endswith((":", ":-", ",")):
        # a list, unless it is the whole item, and says behind each title what was done about it
        return first == 1 and 4 * sum(bool(run_in.text) for *_, run_in in heads) >= 3 * len(run)
    return 2 * _followed(body, run, heads) >= len(run) and 4 * _rows(heads) <= len(run)


def _followed(body: Sequence[Line], run: Sequence[tuple[int, Label]], heads: Sequence[Head]) -> int:
    """How many labelled lines have text behind their title or on the next line."""
    labelled = {at for at, _ in run}
    return sum(
        len(run_in.text) > SHORTEST_TEXT or (at + 1 < len(body) and at + 1 not in labelled)
        for (at, _), (*_, run_in) in zip(run, heads, strict=True)
    )


def _rows(heads: Sequence[Head]) -> int:
    """How many are rows of a table, with an owner or an amount in the margin, and few with more than one sentence."""
    return sum("\t" in label.rest.text and len(run_in.text) <= SHORTEST_ROW for label, _, run_in in heads)


def _is_sub_title(label: Label, title: Passage, run_in: Passage) -> bool:
    """Whether a labelled line begins with a title, not with a clause, a sentence or a payment."""
    if not title.text or title.text[0].islower() or len(title.text) > LONGEST_SUB or AMOUNT.match(run_in.text):
        return False
    line = label.rest
    if title.text.startswith("That ") or PAYMENT.search(line.text):
        return False
    if label.style[0].isdigit():  # numbers that begin again count paragraphs more often than titles
        return not run_in.text and line.text[-1] not in ".:;,?"
    if not run_in.text:
        return line.text[-1] not in ".;,"
    return not line.text[len(title.text) : run_in.start - line.start].isspace()  # only a mark parts a sub-item's title


def is_closing_item(title: str) -> bool:
    """Whether an item is the one that ends most minutes: the date of the next meeting, or the close."""
    return is_standing(title) and has_any(title.lower(), CLOSING)
