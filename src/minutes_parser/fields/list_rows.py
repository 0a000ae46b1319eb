"""The lines of an attendance list as rows: entries joined that were wrapped, lists cut where another begins in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from minutes_parser.document import Line, Passage
from minutes_parser.fields.names import take_title
from minutes_parser.fields.presence import (
    INNER_GROUP,
    INNER_LABEL,
    may_begin_label,
    named_group,
    parse_presence,
    undecorated,
)

LONG_LINE = 45
"""A line of a comma list that is as long as this goes on in the next line even where it ends without a comma."""
# '· Jo Ash', '* Jo Ash', '- Jo Ash', 'o Jo Ash', 'ii. Jo Ash', '3) Jo Ash'; not '-Jo', 'o ash', 'a letter'
BULLET = re.compile(
    r"""
    (?: [·•§] | [*+-] (?= [ \t] ) | o[ ] (?= [ ]* [A-Z] )
      | (?: [a-z] | [ivx]{1,5} | [0-9]{1,2} ) [.)] (?= [ \t]+ [*_]{0,2} [A-Z\[] ) )
    [ \t]*
    """,
    re.VERBOSE,
)
# 'Jo Ash,', 'Jo Ash and', 'Jo Ash (', 'Jo Ash -': a line that cannot be the end of a list
_GOES_ON = re.compile(r"(?: [,;&(/] | \b and | [ ]- ) $", re.VERBOSE)
# what parts two people: ', ', '; ', ' & Mr '; not ' and Works'
_LIST_MARK = re.compile(r"[,;] | (?: & | \b and ) [ ] (?: M[rsi] | Dr | Cllr | Councillor )", re.VERBOSE)
# blanks that stand for a tab: 'Jo Ash     Clerk'; not 'Jo  Ash'
_GAP = re.compile(r"(?<=\S)[ ]{3,}(?=\S)")


class Row(NamedTuple):
    """A line, or lines joined where a list was wrapped, and whether a bullet stands before it."""

    text: Passage
    bulleted: bool


def rows_of(block: Sequence[Line]) -> Iterator[Row]:
    """The lines of a list, those joined that one entry or one comma list was wrapped into."""
    at = 0
    while at < len(block):
        last, depth = at, open_brackets(block[at])
        bulleted = bool(BULLET.match(block[at].text))
        while last + 1 < len(block) and goes_on(depth, bulleted, block[last], block[last + 1]):
            last += 1
            depth += open_brackets(block[last])
        lines = [
            _with_tabs(line.text).ljust(following.start - line.start - 1)
            for line, following in pairwise(block[at : last + 1])
        ]
        text = " ".join([*lines, _with_tabs(block[last].text)]).replace("|", "\t")
        plain = text[:1] + undecorated(text[1:]) if bulleted else undecorated(text)
        yield Row(Passage(plain, block[at].start).cut(0), bulleted)
        at = last + 1


def open_brackets(line: Line) -> int:
    """How many brackets a line leaves open."""
    return line.text.count("(") - line.text.count(")")


def _with_tabs(text: str) -> str:
    """A line with its wide gaps as tabs, at the same length; blanks where lines are joined later stay blanks."""
    return _GAP.sub(lambda gap: "\t".ljust(len(gap[0])), text) if "   " in text else text


def goes_on(depth: int, bulleted: bool, line: Line, following: Line) -> bool:
    """Whether an entry or comma list, with `depth` brackets open, goes on in the next line."""
    text = following.text
    if BULLET.match(text) or "\t" in text or _begins_list(following):
        return False
    if depth > 0 or text[0] in "()&" or text[0].islower():
        return True
    if bulleted and following.gap:
        return False
    if _GOES_ON.search(line.text):
        return True
    listed = len(_LIST_MARK.findall(line.text)) > 1 and len(line.text) >= LONG_LINE and line.text[-1] not in ".:"
    return listed and not take_title(without_marks(following).text)


def _begins_list(line: Line) -> bool:
    """Whether a line begins with a label of people, so that it is no part of the entry before it."""
    plain = without_marks(line)
    return bool((may_begin_label(line.text) and parse_presence(plain)) or (":" in plain.text and named_group(plain)))


def without_marks(line: Line) -> Passage:
    """A line without Markdown's marks and table bars, in place."""
    return Passage(undecorated(line.text), line.start).cut(0)


def pieces_of(text: Passage) -> Iterator[Passage]:
    """A row cut where further lists begin inside it."""
    at = 0
    marked = ":" in text.text or "-" in text.text or ";" in text.text
    labels = chain(INNER_LABEL.finditer(text.text), INNER_GROUP.finditer(text.text)) if marked else ()
    for start in sorted({found.start() for found in labels}):
        yield text.cut(at, start)
        at = start
    yield text.cut(at)


def without_bullet(text: Passage) -> Passage:
    """A row's text behind its bullet."""
    mark = BULLET.match(text.text)
    return text.cut(mark.end()) if mark else text
