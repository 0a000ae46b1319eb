"""Paragraphs and sentences: lines joined where a minute-taker's program broke them, and cut where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from minutes_parser.document import Document, Line, Passage

WIDEST_WRAP = 130
"""Lines that are mostly longer than this were not wrapped by anybody: each is a paragraph."""
NEARLY_FULL = 0.72
"""A wrapped line is at least this part of the widest; a shorter one ended its paragraph."""
FULL = 40
"""A line with fewer characters that is followed by a blank line is complete, whatever comes next."""
LONGEST_PARAGRAPH = 20_000
"""A paragraph with more characters is a document that lost its lines, and is read in pieces."""

# '· bullet', '(a) clause', '12. point', 'iv) clause', '4.2.1 point', '- dash'; not '2017 was a good year'
LIST_MARK = re.compile(
    r"""
    (?: (?: [·•*§-]
          | \(? (?: [0-9]{1,3} | [a-z] | [ivx]{1,5}+ ) [).]
          | [0-9]{1,3} (?:\.[0-9]{1,2}){1,3} \.? (?=[ ])
          | \( [a-z0-9]{1,3} \)
        )
        (?=[ \ta-z])
      | [·•]
    )
    [ \t]*+
    (?: \[ [ xX]? \] [ ]++ )?+
    """,
    re.VERBOSE | re.IGNORECASE,
)
# these begin a paragraph even inside a block of wrapped lines
OPENINGS = (
    "ACTION", "ACTIONS", "Action", "Actions", "RESOLVED", "Resolved", "DECISION", "DECISIONS", "Decision", "Decisions",
    "AGREED", "NOTED", "RECOMMENDED", "MOTION", "Motion", "MOVED", "Proposed", "Seconded",
)  # fmt: skip
# 'Action: Ann Lee', 'RESOLVED that'; not 'Actionable points', 'the motion'
_OPENING = re.compile(rf"(?:{'|'.join(OPENINGS)})\b")
_OPENING_LETTERS = frozenset(word[0] for word in OPENINGS)

# where a sentence may end: 'shut. The', 'is it? "No', 'it.) It'; not 'a half. and', '12.30'
# and where it does although nothing marks it: before a bullet that has lost its line
_END = re.compile(
    r"""
      [.!?] ["')]{0,2}
      (?P<gap> [ ]++ )
      (?= ["'(\[]? [A-Z0-9£$] )
    | (?<= \S ) (?P<bullet> [ ]++ • [ ]++ ) (?= [A-Z0-9£$] )
    """,
    re.VERBOSE,
)
ABBREVIATIONS = (
    "Mr", "Mrs", "Ms", "Dr", "Cllr", "Cllrs", "Clr", "Cr", "Prof", "Rev", "St", "No", "Nos", "Ref", "Co", "Ltd", "Ald",
    "Hon", "Sgt", "Comm", "Supt", "vs", "cf", "approx", "Prop", "Proposed", "Seconded", "Sec", "prop", "sec",
    r"i\.e", r"e\.g", "eg",
    "ie", "[A-Z]",
)  # fmt: skip
# a stop that ends no sentence: 'Mr.', 'J.', or the label of a list at the start of the text, '12.', '(a.'; not 'hall.'
_ABBREVIATION = re.compile(
    rf"""
    (?: \b (?:{"|".join(ABBREVIATIONS)})
      | ^ [0-9]{{1,3}}
      | ^ \(? [a-z]
    ) \. $
    """,
    re.VERBOSE,
)
LONGEST_ABBREVIATION = 10
# a month's stop before a day or a year: 'Dec.' of 'Dec. 31'; not 'Decision.'
_MONTH = re.compile(r"\b (?: Jan | Feb | Mar | Apr | Aug | Sept? | Oct | Nov | Dec ) \. $", re.VERBOSE)

# what another meeting did is only reported: 'At its meeting on 3 May, the Cabinet …', 'At the meeting on the 3rd
# May'; not 'At the end, Jo Ash spoke'
_OTHER_MEETING = re.compile(
    r"""
    At [ ]
    (?: [\w']++ [ ] ){1,6}?
    on [ ] (?: the [ ] )?+
    (?: (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day [, ]++ )?+
    [0-9]
    """,
    re.VERBOSE,
)


def paragraphs(document: Document, lines: Sequence[Line]) -> list[Passage]:
    """The paragraphs of some lines: a line, or the lines that one was wrapped into."""
    found: list[Passage] = []
    first = 0
    width = wrap_width(lines)
    for at in range(1, len(lines) + 1):
        last = lines[at - 1]
        if at < len(lines) and goes_on(last, lines[at], width) and not _is_complete(lines[first], last):
            continue
        is_line = at - first == 1
        paragraph = lines[first].passage if is_line else document.passage(lines[first].start, lines[at - 1].end)
        if "**" in paragraph.text:
            paragraph = _without_bold(paragraph)
        found += (paragraph,) if len(paragraph.text) <= LONGEST_PARAGRAPH else _pieces(paragraph)
        first = at
    return found


def _without_bold(paragraph: Passage) -> Passage:
    """A paragraph without the marks of bold print, in place; one that has nothing else stays."""
    bare = paragraph._replace(text=paragraph.text.replace("**", "  ")).cut(0)
    return bare if bare.text else paragraph


def _is_complete(first: Line, last: Line) -> bool:
    """Whether a paragraph under a mark ended with its sentence: 'ACTION: Clerk to write.' takes no more lines."""
    return last.text[-1] == "." and is_opening(first.text)


def _pieces(paragraph: Passage) -> Iterator[Passage]:
    """An endless paragraph cut at blanks into pieces that are short enough to be read."""
    at = 0
    while at < len(paragraph.text):
        end = at + LONGEST_PARAGRAPH
        blank = paragraph.text.rfind(" ", at + 1, end) if end < len(paragraph.text) else -1
        end = blank if blank > 0 else end
        piece = paragraph.cut(at, end)
        if piece.text:
            yield piece
        at = end


def wrap_width(lines: Sequence[Line]) -> int:
    """The width that the lines were wrapped at; 0 where they were not."""
    widest = max([len(line.text) for line in lines], default=0)
    return widest if 50 <= widest <= WIDEST_WRAP else 0


def goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether a paragraph that holds `line` goes on in `following`."""
    end, text = line.text[-1], following.text
    small = text[0].islower()
    if following.gap:
        likely = small and end not in ".:;!?" and len(line.text) >= FULL and not list_mark(line.text)
    elif small:
        likely = end not in ".:!?" and len(line.text) >= (width / 2 or FULL)
    else:
        likely = width > 0 and end != ":" and len(line.text) >= width * NEARLY_FULL
    return likely and "\t" not in text and not list_mark(text) and not is_opening(text)


def list_mark(text: str) -> int:
    """The length of the bullet or label before a paragraph with the blanks after it; 0 where there is none."""
    if text[:1].isalpha():
        head = text[1:6]
        if "." not in head and ")" not in head:
            return 0
    mark = LIST_MARK.match(text)
    return mark.end() if mark else 0


def is_opening(text: str) -> bool:
    """Whether a line begins with a word that always begins a paragraph."""
    return text[0] in _OPENING_LETTERS and _OPENING.match(text) is not None


@lru_cache(maxsize=512)
def sentences(passage: Passage) -> tuple[Passage, ...]:
    """The sentences of a paragraph; kept for a while, because each kind of fact reads the same paragraphs."""
    return tuple(_sentences(passage))


def first_sentence(passage: Passage) -> Passage:
    """The sentence that a paragraph begins with."""
    return next(_sentences(passage), passage)


def _sentences(passage: Passage) -> Iterator[Passage]:
    text = passage.text
    first = 0
    for end in _END.finditer(text):
        stop, following = end.span("bullet" if end["bullet"] else "gap")
        if (
            not end["bullet"]
            and text[stop - 1] == "."
            and _ABBREVIATION.search(text, max(first, stop - LONGEST_ABBREVIATION), stop)
        ):
            continue
        if text[following].isdigit() and text[stop - 1] == "." and _MONTH.search(text, max(first, stop - 6), stop):
            continue
        yield passage.cut(first, stop)
        first = following
    yield passage.cut(first) if first else passage


def without_list_mark(passage: Passage) -> Passage:
    """A paragraph without the bullet or label before it."""
    mark = list_mark(passage.text)
    return passage.cut(mark) if mark else passage


def is_other_meeting(paragraph: Passage) -> bool:
    """Whether a paragraph tells what another meeting did."""
    return paragraph.text.startswith("At ") and _OTHER_MEETING.match(paragraph.text) is not None


def has_any(text: str, words: Iterable[str]) -> bool:
    """Whether a text holds one of some words: the cheap test before a pattern."""
    for word in words:  # noqa: SIM110 - `any` with a generator takes three times as long
        if word in text:
            return True
    return False
