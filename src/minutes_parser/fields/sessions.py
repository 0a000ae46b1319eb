"""When a meeting opened and closed, as its sentences say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from minutes_parser.document import Line, Passage
from minutes_parser.fields.times import find_times
from minutes_parser.outline import ItemBlock, Outline

NEAR_START = 100
NEAR_END = 80
"""Lines from the start and the end of the minutes in which the meeting opens and closes."""

# 'The meeting closed at 8.25pm', 'Closed at 9.50 pm', 'There being no further business the meeting ended at'
_CLOSED = regex.compile(
    r"""
    \b (?: meeting | business | session | council | committee | board | panel | chairm?[a-z]*+ ) \b [^.]{0,60}?
      \b (?: closed | ended | concluded | finished | adjourned | terminated | rose ) \b
    | \b (?: meeting | session ) [ ] (?: closes | ends | close ) \b
    | ^ [*_ ]*+ (?: closed | ended | end[ ]of[ ]meeting | meeting[ ]end(?:s|ed)? | close | finish(?:ed)?
        | adjourn(?:ed|ment)? ) \b
    | \b be [ ] adjourned \b | \b motion [ ] to [ ] adjourn \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_CLOSING_GATE = ("clos", "end", "conclu", "finish", "adjourn", "terminat", "rose")
# 'Meeting opened at 7pm', 'was called to order at 10:05 a.m.'
_OPENED = regex.compile(
    r"\b(?:meeting|session|chair\w*|mayor)\b[^.]{0,60}?\b(?:opened|commenced|started|began|convened|called|start)\b"
    r"|^(?:call(?:ed)? to order|meeting opened|commenced|opened)\b|\bto order\b",
    regex.IGNORECASE,
)
_RESUMED = regex.compile(r"\b(?:resum|reconven|re-conven|re-open|reopen)", regex.IGNORECASE)
# 'closed at 8.57', which the start of the meeting puts into the evening
_BARE = regex.compile(r"\bat[ ]{1,2}(?P<hour>[0-9]{1,2})(?:[.:](?P<minute>[0-5][0-9]))(?![0-9%])")


def opening_time(outline: Outline) -> str | None:
    """The time at which a sentence near the start says that the meeting opened."""
    for line in islice(_opening_lines(outline), NEAR_START):
        match = _OPENED.search(line.text)
        if match and (times := find_times(Passage(line.text[match.start() :][:160], line.start))):
            return times[0].value
    return None


def closing_time(outline: Outline, start: str | None) -> str | None:
    """The time at which a sentence near the end says that the meeting closed."""
    for line, following in _closing_lines(outline):
        match = _CLOSED.search(line.text) if any(word in line.text.lower() for word in _CLOSING_GATE) else None
        if not match or _RESUMED.search(line.text, match.end()):
            continue
        joined = (
            f"{line.text[match.start() :][:120]} {following[:60]}"
            if len(line.text) - match.end() < 25
            else line.text[match.start() :][:120]
        )
        times = find_times(Passage(joined, line.start))
        value = times[0].value if times else _evening(joined, start)
        if value:
            return value
    return None


def _evening(text: str, start: str | None) -> str | None:
    """A time without am or pm, read so that it follows the start of the meeting."""
    match = _BARE.search(text)
    if not match or not start:
        return None
    hour = int(match["hour"])
    values = [f"{at:02}:{match['minute']}" for at in (hour, hour + 12) if at < 24]
    return next((value for value in values if value > start), None)


def _opening_lines(outline: Outline) -> Iterator[Line]:
    yield from outline.front
    for people in outline.attendance:
        yield from people
    for item in outline.items[:15]:
        yield from _item_lines(item)


def _closing_lines(outline: Outline) -> Iterator[tuple[Line, str]]:
    """The last lines, the last first, each with the text of the line after it."""
    lines = [line for item in outline.items[-4:] for line in _item_lines(item)] + list(outline.after)
    following = ""
    for line in reversed(lines[-NEAR_END:]):
        yield line, following
        following = line.text


def _item_lines(item: ItemBlock) -> Sequence[Line]:
    lines = [line for part in item.parts for line in part.lines]
    if item.title.text:
        lines.insert(0, Line(item.title.text, item.title.start, True))
    for sub in item.items:
        lines += _item_lines(sub)
    return lines
