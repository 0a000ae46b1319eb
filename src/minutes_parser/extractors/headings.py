"""Headings without numbers: those of a page, Markdown's, and short lines that stand alone above text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser.document import Document, Line, Passage
from minutes_parser.extractors.blocks import Start, start_of
from minutes_parser.extractors.front import plain
from minutes_parser.extractors.run_in import split_title
from minutes_parser.extractors.titles import MARK, is_standing, names_movers
from minutes_parser.fields.presence import heads_list, is_post, parse_presence

# '## Finances', '### 20/27 Year 1 plan'; not '#hashtag'
MARKDOWN = re.compile(r"(?P<level> \#{1,6}+ ) [ ]++ (?=[^#])", re.VERBOSE)
# '**Finances**', '__Finances__:'; not '**Note** that …'
BOLD = re.compile(r"(?: \*\* | __ ) (?P<title> [^*_]{2,120}+ ) (?: \*\* | __ ) :? $", re.VERBOSE)
# headings of parts that are not matters of the agenda
PARTS = (
    "attendance", "attendees", "present", "in attendance", "also present", "apologies", "regrets", "absent", "members",
    "officials", "actions", "action items", "action points", "action list", "action log", "action", "actions list",
    "summary of actions", "actions summary", "action summary", "decisions", "decision", "agenda", "minutes",
    "key discussion points", "notes",
)  # fmt: skip
LONGEST_HEADING = 70
MOST_WORDS = 10
"""A heading has at most so many characters, and so many words."""
SHORTEST_SENTENCE = 4
BOLD_LEVEL = 7
"""A line in bold is a heading below Markdown's six."""
LONGEST_FRONT = 80
"""The attendance stands within the first lines; 'Present' further down is another matter."""


def marked_starts(document: Document) -> list[Start]:
    """The headings of the shallowest level that has two of them, of a page's or of Markdown's."""
    lines, marked = document.lines, dict(document.headings)
    levels: dict[int, list[Start]] = {}
    first_bold = after_attendance(lines)
    for at, line in enumerate(lines):
        if line.text[0] not in "#*_" and line.start not in marked:
            continue
        level, title = (marked[line.start], line.passage) if line.start in marked else _heading(line)
        if not title.text or is_part(title.text) or (level == BOLD_LEVEL and at < first_bold):
            continue  # not a matter, or the document's own heading, or a label of its attendance
        levels.setdefault(level, []).append(Start(line, None, title, (), None, at + 1))
    return next((starts for _, starts in sorted(levels.items()) if len(starts) >= 2), [])


def _heading(line: Line) -> tuple[int, Passage]:
    """The level of a heading of Markdown's and its title; no title where the line is none."""
    found = MARKDOWN.match(line.text)
    if found:
        return len(found["level"]), line.passage.cut(found.end(), len(line.text.rstrip("#")))
    found = BOLD.match(line.text)
    title = line.passage.cut(found.start("title"), found.end("title")) if found else Passage("", line.start)
    return BOLD_LEVEL, title


# "Trustees' meeting, 17 October 2021": the whole's heading; not 'Minutes of the meeting of 3 May 2021' (a matter)
_OF_THE_MEETING = re.compile(
    r"""
    (?! (?: minutes | notes | matters | date | next ) \b )
    .{0,60} \b meeting \b .{0,40} \b (?: 19 | 20 ) [0-9]{2} \b .{0,20} $
    """,
    re.VERBOSE | re.IGNORECASE,
)


def is_part(title: str) -> bool:
    """Whether a heading is that of a part of the minutes and not of a matter."""
    return title.rstrip(" :").lower() in PARTS or heads_list(title) or _OF_THE_MEETING.match(title) is not None


def after_attendance(lines: Sequence[Line]) -> int:
    """Index after the last label of the attendance above the items; 0 where there is none."""
    return max((at + 1 for at, line in enumerate(lines[:LONGEST_FRONT]) if _is_label(line)), default=0)


def _is_label(line: Line) -> bool:
    """Whether a line is the label of a list; 'Minutes taken by: Jo Ash' may stand at the end as well."""
    label = parse_presence(plain(line))
    return label is not None and not (label.group and label.status is None and is_post(label.group.text))


def plain_starts(document: Document) -> list[Start]:
    """Short lines that stand alone above text."""
    lines = document.lines
    found = [at for at in range(after_attendance(lines), len(lines)) if is_heading(lines, at)]
    standing = next((i for i, at in enumerate(found) if is_standing(lines[at].text)), None)
    if standing is None:
        return []
    before = [at for at in found[:standing] if _is_told(lines[at + 1].text)]
    return [start_of(lines, at, None) for at in (*before, *found[standing:])]


def _is_told(text: str) -> bool:
    """Whether a line is a sentence of the minutes, and no address, name or date below a heading of the whole."""
    return text[-1] == "." and text[0].isupper() and len(text.split()) >= SHORTEST_SENTENCE


def is_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a heading: short, no sentence, capital first, and text below it."""
    text = lines[at].text
    standing = is_standing(text)
    if standing and ":" in text[:LONGEST_HEADING]:
        title, run_in = split_title(lines[at].passage)
        return not is_part(title.text) and (bool(run_in.text) or at + 1 < len(lines))
    if not _looks_like_heading(text) or at + 1 >= len(lines):
        return False
    stands_out = lines[at].gap or standing or text.isupper()
    below = lines[at + 1]
    return stands_out and (len(below.text) > len(text) / 2 or (standing and below.text[-1] == "." and not below.gap))


def _looks_like_heading(text: str) -> bool:
    """Whether a line has the form of a heading: few words, a capital first, no end of a sentence."""
    if len(text) > LONGEST_HEADING or not text[0].isupper() or text[-1] in ".,;" or "\t" in text:
        return False
    return len(text.split()) <= MOST_WORDS and not (is_part(text) or MARK.match(text) or names_movers(text))
