"""The statement of a heading that says when the meeting was held."""

from __future__ import annotations

import re
from typing import NamedTuple

from minutes_parser.document import Passage
from minutes_parser.fields.dates import FoundDate, find_dates
from minutes_parser.fields.header_lines import Header
from minutes_parser.fields.times import FoundTime, find_times

# 'Meeting: 20/09/2017 - Works Panel (Item 52)'; not 'Meeting: Works Panel'
HISTORY = re.compile(
    r"""
    Meeting: [ ]* (?P<date> [0-9/]{8,10} ) [ ]* - [ ]*
    (?P<body> .+? )
    (?: [ ]* \( Item [^)]* \) )? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# 'was held', 'which met', 'took place'; not 'withheld', 'household'
HELD = re.compile(
    r"""
    \b (?: (?: was | were | is | to[ ]be | that ) [ ] )?
    (?: held | convened | commenc(?:ed|ing) | took[ ]place | which[ ]met | met | assembled ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# 'was called to order', which sentences further down say as well
_CALLED = re.compile(r"\b (?: was[ ] )? called[ ]to[ ]order \b", re.VERBOSE | re.IGNORECASE)
# a statement about a meeting
ABOUT = re.compile(
    r"\b (?: minutes? | notes? | meeting | agm | committee | council | board | panel ) \b", re.VERBOSE | re.IGNORECASE
)
MINUTES = re.compile(r"\b (?: minutes? | notes ) \b", re.VERBOSE | re.IGNORECASE)
# a date of something else: 'Published 4 May', 'Deadline for comments'; not 'Publisher'
PUBLISHED = re.compile(
    r"""
    \b (?: posted | published | uploaded | updated | printed | approved | issued | signed
        | next[ ]meeting | deadline ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
BRACKETS = re.compile(r"\([^()]*\)")
SURE = 5
"""Weight from which no later statement can be a better one."""


class Sentence(NamedTuple):
    """The statement that says when the meeting was held, with what was found in it."""

    passage: Passage
    dates: list[FoundDate]
    times: list[FoundTime]

    @property
    def head(self) -> Passage:
        """What stands before 'held', the date and the time; a date at the very start stands before all of it."""
        start = self.passage.start
        first = next((date.end - start for date in self.dates[:1] if date.start == start), 0)
        ends = [date.start - start for date in self.dates] + [time.start - start for time in self.times[:1]]
        held = HELD.search(self.passage.text) or _CALLED.search(self.passage.text)
        ends = [end for end in (*ends, *([held.start()] if held else [])) if end >= first]
        return self.passage.cut(first, min(ends, default=None))

    @property
    def tail(self) -> Passage:
        """What follows the head."""
        return self.passage.cut(self.head.end - self.passage.start)


def find_sentence(header: Header, day_first: bool) -> Sentence | None:
    """The statement that best says when the meeting was held: with 'held', else about a meeting, else with a date."""
    best: tuple[int, Sentence] | None = None
    for passage in header.statements:
        dates = find_dates(passage, day_first=day_first)
        weight = _weight(passage, bool(dates))
        if best and best[0] >= SURE:
            break
        if weight and (best is None or weight > best[0]):
            best = weight, Sentence(passage, dates, find_times(without_brackets(passage)))
    return best[1] if best else None


def _weight(passage: Passage, dated: bool) -> int:
    """How surely a statement is the one that says when the meeting was held; 0 where it is not."""
    text = passage.text
    if PUBLISHED.match(text) or len(text) > 600:
        return 0
    if not any(map(str.isalpha, text)):  # figures alone may be a stamp
        return 1 if dated else 0
    held, about = bool(HELD.search(text)), bool(ABOUT.search(text))
    if not dated:
        opens = MINUTES.match(text) or (about and find_times(passage))
        return 3 if held and opens else 0
    return 2 + about + (held and about) * 2 + (2 if MINUTES.match(text) else 0)


def without_brackets(passage: Passage) -> Passage:
    """The same passage with what stands in brackets blanked out."""
    if "(" not in passage.text:
        return passage
    return passage._replace(text=BRACKETS.sub(lambda match: " " * len(match[0]), passage.text))
