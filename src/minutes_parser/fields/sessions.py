"""When a meeting opened and closed, as its sentences say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser.document import Line, Passage
from minutes_parser.fields.dates import find_dates
from minutes_parser.fields.times import find_times
from minutes_parser.fields.venue import is_place, parse_venue
from minutes_parser.outline import ItemBlock, Outline

NEAR_START = 100
NEAR_END = 80
"""Lines from the start and the end of the minutes in which the meeting opens and closes."""

# 'The meeting closed at 8.25pm', 'Closed at 9.50 pm', 'There being no further business the meeting ended at'
_CLOSED = re.compile(
    r"""
    \b (?: meeting | business | session | council | committee | board | panel | chairm?[a-z]* ) \b [^.]{0,60}?
      \b (?: closed | ended | concluded | finished | adjourned | terminated | rose | brought[ ]to[ ]a[ ]close ) \b
    | \b (?: closed | ended | concluded | adjourned ) [ ]the[ ] (?: meeting | business | session ) \b
    | \b (?: meeting | session ) [ ] (?: closes | ends | close ) \b
    | ^ [*_ ]* (?: closed | ended | end[ ]of[ ]meeting | meeting[ ]end(?:s|ed)? | close | finish(?:ed)?
        | adjourn(?:ed|ment)? ) \b
    | \b be [ ] adjourned \b | \b motion [ ] to [ ] adjourn \b
    | \b to [ ] adjourn (?: [ ] (?: the | this ) [ ] \w+ )? [ ] (?: at | @ ) [ ]
    """,
    re.VERBOSE | re.IGNORECASE,
)
CLOSING_WORDS = (
    "close", "ended", "ends", "end of", "meeting end", "conclu", "finish", "adjourn", "terminat",
    "rose",
)  # fmt: skip
OPENING_WORDS = ("open", "commenc", "start", "began", "conven", "call", " order")
"""One of these stands in every sentence that closes, or opens, a meeting; asked before the long patterns are."""
# 'Meeting opened at 7pm', 'was called to order at 10:05 a.m.'; not 'the hall opened in 1980'
_OPENED = re.compile(
    r"""
    \b (?: meeting | session | chair\w* | mayor ) \b [^.]{0,60}?
      \b (?: opened | commenced | started | began | convened | called | start
        | declared[ ]the[ ]meeting[ ]open | declared[ ]open ) \b
    | \b (?: opened | declared ) [ ]the[ ] (?: meeting | session ) (?: [ ]open )? [ ]at\b
    | ^ (?: call(?:ed)?[ ]to[ ]order | meeting[ ]opened | commenced | opened ) \b
    | \b to[ ]order \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# 'called | to order | at the Elm Library'
_TO_ORDER = re.compile(r"[ ]+ (?: to[ ]order | and[ ]chaired )", re.VERBOSE)
# '… in the Elm Room. | The', '… by Chair Ash | on'
_SENTENCE_END = re.compile(r"(?<! [ap] \.m ) (?<! \b (?: Mr | St | Dr ) ) \. (?= [ ]+ [A-Z] | $ ) | $", re.VERBOSE)
# a place that is no room: 'Elm Elementary School library', 'Elm Church'
_PLACE = re.compile(
    r"\b (?: library | school | church | college | academy | annex | auditorium | station | club | caf[eé] | pub )",
    re.VERBOSE | re.IGNORECASE,
)
# 'adjourned and resumed at 8pm'; not 'closed at 8pm'
_RESUMED = re.compile(r"\b(?: resum | reconven | re-conven | re-open | reopen )", re.VERBOSE | re.IGNORECASE)
# 'closed at 8.57', which the start of the meeting puts into the evening; not 'at 8.5%'
_BARE = re.compile(r"\b at [ ]{1,2} (?P<hour> [0-9]{1,2} ) [.:] (?P<minute> [0-5][0-9] ) (?![0-9%])", re.VERBOSE)


def opening_time(outline: Outline) -> str | None:
    """The time at which a sentence near the start says that the meeting opened."""
    for line, _ in _with_word(OPENING_WORDS, _opening_lines(outline)):
        match = _OPENED.search(line.text)
        if match and (times := find_times(Passage(line.text[match.start() :][:160], line.start))):
            return times[0].value
    return None


def opening_place(outline: Outline) -> Passage | None:
    """Where a sentence near the start says that the meeting opened: 'was called to order at 7pm in the Elm Room'."""
    for line, _ in _with_word(OPENING_WORDS, _opening_lines(outline)):
        match = _OPENED.search(line.text)
        if not match:
            continue
        order = _TO_ORDER.match(line.text, match.end())
        said = line.passage.cut(
            order.end() if order else match.end(), _SENTENCE_END.search(line.text, match.end()).start()
        )
        place = parse_venue(said, [(found.start, found.end) for found in (*find_times(said), *find_dates(said))])
        if place and (_PLACE.search(place.text) or is_place(place.text)):
            by = place.text.find(" by ")
            return place.cut(0, by if by > 0 else None)
    return None


def closing_time(outline: Outline, start: str | None) -> str | None:
    """The time at which a sentence near the end says that the meeting closed; the last such sentence counts."""
    for line, following in reversed(_with_word(CLOSING_WORDS, _closing_lines(outline))):
        match = _CLOSED.search(line.text)
        if not match or _RESUMED.search(line.text, match.end()):
            continue
        joined = line.text[match.start() :][:120]
        if len(line.text) - match.end() < 25:
            joined = f"{joined} {following[:60]}"
        times = find_times(Passage(joined, line.start))
        value = times[0].value if times else _evening(joined, start)
        if value:
            return value
    return None


def _with_word(words: Sequence[str], lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """The lines that hold one of some words, each with the text of the line after it."""
    together = "\n".join(line.text for line in lines).lower()
    words = [word for word in words if word in together]
    if not words:
        return []
    return [
        (line, following.text if following else "")
        for line, following in zip(lines, [*lines[1:], None], strict=True)
        if any(word in line.text.lower() for word in words)
    ]


def _evening(text: str, start: str | None) -> str | None:
    """A time without am or pm, read so that it follows the start of the meeting."""
    match = _BARE.search(text)
    if not match or not start:
        return None
    hour = int(match["hour"])
    values = [f"{at:02}:{match['minute']}" for at in (hour, hour + 12) if at < 24]
    return next((value for value in values if value > start), None)


def _opening_lines(outline: Outline) -> Sequence[Line]:
    lines = list(outline.front)
    for people in outline.attendance:
        lines += people
    for item in outline.items[:15]:
        if len(lines) < NEAR_START:
            lines += _item_lines(item)
    return lines[:NEAR_START]


def _closing_lines(outline: Outline) -> Sequence[Line]:
    lines = [line for item in outline.items[-4:] for line in _item_lines(item)] or list(outline.front)
    return (*lines, *outline.after)[-NEAR_END:]


def _item_lines(item: ItemBlock) -> Sequence[Line]:
    lines = [line for part in item.parts for line in part.lines]
    if item.title.text:
        lines.insert(0, Line(item.title.text, item.title.start, True))
    for sub in item.items:
        lines += _item_lines(sub)
    return lines
