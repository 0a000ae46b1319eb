"""Paragraphs and sentences: lines joined where a minute-taker's program broke them, and cut where a sentence ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import regex

from minutes_parser.document import Document, Line, Passage

WIDEST_WRAP = 130
"""Lines that are mostly longer than this were not wrapped by anybody: each is a paragraph."""
NEARLY_FULL = 0.72
"""A wrapped line is at least this part of the widest; a shorter one ended its paragraph."""
FULL = 40
"""A line with fewer characters that is followed by a blank line is complete, whatever comes next."""

# '· bullet', '(a) clause', '12. point', 'iv) clause', '- dash'; not '2017 was a good year'
LIST_MARK = regex.compile(
    r"(?:[·•▪◦*§-]|\(?(?:[0-9]{1,3}|[a-z]|[ivx]{1,5}+)[).]|[0-9]{1,3}(?:\.[0-9]{1,2}){1,3}\.?(?=[ ])|\([a-z0-9]{1,3}\))(?=[ \t]|[A-Z])[ \t]*+|[·•▪◦][ \t]*+",
    regex.IGNORECASE,
)
# 'Action: …', 'RESOLVED', 'Decision:' begin a paragraph even inside a block of wrapped lines
_MARKED = regex.compile(
    r"(?:ACTIONS?|Actions?|RESOLVED|Resolved|DECISIONS?|Decisions?|AGREED|NOTED|RECOMMENDED|MOTION|Motion|MOVED|Proposed|Seconded)\b"
)
# where a sentence may end: '. The', '? "No', '.) It'; not 'Mr. Smith', 'no. 7', 'e.g. This'
_END = regex.compile(r"(?<=[.!?][\"')]{0,2})[ ]++(?=[\"'(\[]?(?:[A-Z£$]|[0-9]))")
_ABBREVIATION = regex.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Cllrs?|Clr|Cr|Prof|Rev|St|No|Nos|Ref|Co|Ltd|Ald|Hon|Sgt|vs|cf|approx|Prop|Proposed|Seconded|Sec|i\.e|e\.g|eg|ie|[A-Z])|^[0-9]{1,3}|^\(?[a-z])\.$"
)


def paragraphs(document: Document, lines: Sequence[Line]) -> list[Passage]:
    """The paragraphs of some lines: a line, or the lines that one was wrapped into."""
    found: list[Passage] = []
    first = 0
    width = wrap_width(lines)
    for at in range(1, len(lines) + 1):
        if at < len(lines) and goes_on(lines[at - 1], lines[at], width):
            continue
        if at - first == 1:
            found.append(lines[first].passage)
        elif at > first:
            found.append(document.passage(lines[first].start, lines[at - 1].end))
        first = at
    return found


def wrap_width(lines: Sequence[Line]) -> int:
    """The width that the lines were wrapped at; 0 where they were not."""
    widest = max((len(line.text) for line in lines), default=0)
    return widest if 50 <= widest <= WIDEST_WRAP else 0


def goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether a paragraph that holds `line` goes on in `following`."""
    end, text = line.text[-1], following.text
    if LIST_MARK.match(text) or _MARKED.match(text) or "\t" in text:
        return False
    if following.gap:
        return len(line.text) >= FULL and text[0].islower() and end not in ".:;!?" and not LIST_MARK.match(line.text)
    if text[0].islower():
        return end not in ".:!?" and len(line.text) >= (FULL if not width else width / 2)
    return bool(width) and len(line.text) >= width * NEARLY_FULL and end not in ":"


@lru_cache(maxsize=512)
def sentences(passage: Passage) -> tuple[Passage, ...]:
    """The sentences of a paragraph; kept for a while, because each kind of fact reads the same paragraphs."""
    text = passage.text
    if "." not in text and "!" not in text and "?" not in text:
        return (passage,)
    found = []
    first = 0
    for gap in _END.finditer(text):
        if _ABBREVIATION.search(text, max(first, gap.start() - 10), gap.start()):
            continue
        found.append(passage.cut(first, gap.start()))
        first = gap.end()
    found.append(passage.cut(first))
    return tuple(sentence for sentence in found if sentence.text)


def without_list_mark(passage: Passage) -> Passage:
    """A paragraph without the bullet or label before it."""
    mark = LIST_MARK.match(passage.text)
    return passage.cut(mark.end()) if mark else passage


# 'At Full Council on 25 February …', 'At its meeting on 3 May, the Cabinet …': what another meeting did is only
# reported
_OTHER_MEETING = regex.compile(r"At[ ](?:the[ ]|its[ ]|a[ ])?(?:[\w']+[ ]){1,5}on[ ](?:\w+day[, ]+)?[0-9]{1,2}")


def is_other_meeting(paragraph: Passage) -> bool:
    """Whether a paragraph tells what another meeting did."""
    return paragraph.text.startswith("At ") and _OTHER_MEETING.match(paragraph.text) is not None
