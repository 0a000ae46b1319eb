"""Headings without numbers: those of a page, Markdown's, and short lines that stand alone above text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from minutes_parser.document import Document, Line, Passage
from minutes_parser.extractors.blocks import Start, start_of
from minutes_parser.extractors.front import is_field, plain
from minutes_parser.extractors.run_in import split_title
from minutes_parser.extractors.titles import MARK, is_standing, names_movers
from minutes_parser.fields.dates import find_dates
from minutes_parser.fields.presence import heads_list, is_post, parse_presence

# '## Finances', '### 20/27 Year 1 plan'; not '#hashtag'
MARKDOWN = re.compile(r"(?P<level> \#{1,6}+ ) [ ]++ (?=[^#])", re.VERBOSE)
# '**Finances**', '__Finances__:'; not '**Note** that …'
BOLD = re.compile(r"(?: \*\* | __ ) (?P<title> [^*_]{2,120}+ ) (?: \*\* | __ ) :? $", re.VERBOSE)
# the rule below a heading that is underlined: '=====', '------'; not '- - a'
UNDERLINE = re.compile(r"[ ]*+ (?: (?P<first> = ) =++ | --++ ) [ ]*+ \r?+ $", re.VERBOSE)
# the parts of minutes that hold the matters, or nothing of them: 'Agenda', 'Meeting notes'
CONTAINERS = frozenset(
    (
        "agenda", "minutes", "notes", "meeting notes", "meeting minutes", "discussion", "discussions", "topics",
        "agenda items", "items", "proceedings", "business", "agenda and minutes", "agenda and notes",
        "agenda & notes", "agenda & minutes", "discussion items", "discussion topics", "order of business",
        "minutes of the meeting", "minutes of meeting", "items discussed", "topics discussed",
    )
)  # fmt: skip
# headings of parts that are not matters of the agenda
PARTS = frozenset(
    (
        "attendance", "attendees", "present", "in attendance", "also present", "apologies", "regrets", "absent",
        "members", "officials", "actions", "action items", "action points", "action list", "action log", "action",
        "actions list", "summary of actions", "actions summary", "action summary", "decisions", "decision", "agenda",
        "minutes", "key discussion points", "notes", "guests", "observers", "participants", "links", "resources",
        "table of contents", "contents", "roles", "meeting details", "meeting information", "meeting info", "details",
        "logistics", "agenda items", "order of business", "meeting agenda", "meeting minutes", "summary of outcomes",
        "summary of decisions", "summary of resolutions", "who was there", "who was present", "todo", "to do",
        "to-do", "todos", "distribution", "transcript", "recording", "meeting recording", "zoom chat",
        "time and location", "time and place", "date and time", "date and location", "date, time and place", "location",
        "time", "date", "venue", "when", "where", "place", "quorum",
    )
)  # fmt: skip
# who was there, in other words than those of a list's label: 'Members present and observing', 'Present (by video)'
_WHO = re.compile(
    r"""
    (?: [a-z]{1,20}+ [ ] ){0,3}? (?: present | attending | in[ ]attendance )
    (?: [ ] (?: \( | (?: and | via | by | on | & ) [ ] ) .* )? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# when the meeting began or ended: 'Meeting called to order', 'Meeting closed at'; not 'Meeting dates'
_WHEN = re.compile(
    r"""
    (?: the [ ] )? meeting [ ] (?: was [ ] )?
    (?: called | opened | started | began | closed | ended | adjourned ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# the heading of a list that repeats what was decided: 'Actions & motions', 'Summary of key decisions'; not 'Motions'
_LIST = re.compile(
    r"""
    (?: summary [ ] of [ ] )?+ (?: key [ ] )?+ (?: actions? | decisions? )
    (?: [ ] (?: and | & ) [ ] [a-z]++ )?+ [ :]*+ $
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST_HEADING = 70
MOST_WORDS = 10
"""A heading has at most so many characters, and so many words."""
SHORTEST_SENTENCE = 4
BOLD_LEVEL = 7
"""A line in bold is a heading below Markdown's six."""
RUN_IN_LEVEL = 8
"""Below it are words in bold with the text behind them: '**Finance:** The balance was given.'"""
FEWEST_RUN_IN = 3
"""So many of these at least are the items; fewer are words that were stressed."""
LONGEST_FRONT = 80
"""The attendance stands within the first lines; 'Present' further down is another matter."""


class _Heading(NamedTuple):
    """A line that is marked as a heading: where it stands, its level, its title and the text that runs on behind it."""

    at: int
    level: int
    title: Passage
    run_in: Passage


def marked_starts(document: Document) -> list[Start]:
    """The headings of the shallowest level that has two of them, of a page's or of Markdown's."""
    lines = document.lines
    first_bold = after_attendance(lines)
    levels: dict[int, list[_Heading]] = {}
    for heading in _promoted(_with_run_in(list(_headings(document)))):
        if is_part(heading.title.text) or (heading.level >= BOLD_LEVEL and heading.at < first_bold):
            continue  # not a matter, or the document's own heading, or a label of its attendance
        levels.setdefault(heading.level, []).append(heading)
    found = next((headings for _, headings in sorted(levels.items()) if len(headings) >= 2), [])
    return [_start(lines, heading) for heading in found]


def _start(lines: Sequence[Line], heading: _Heading) -> Start:
    run_in = heading.run_in
    follow = (Line(run_in.text, run_in.start, False),) if run_in.text else ()
    return Start(lines[heading.at], None, heading.title, follow, None, heading.at + 1)


def _headings(document: Document) -> Iterator[_Heading]:
    """The marked headings of a document, those of a page by their level, others by the author's marks."""
    marked = dict(document.headings)
    for at, line in enumerate(document.lines):
        nothing = Passage("", line.end)
        if line.start in marked:
            yield _Heading(at, marked[line.start], line.passage, nothing)
            continue
        level, title = _heading(line) if line.text[0] in "#*_" else (0, nothing)
        if not title.text:
            run_in = _bold_run_in(document.text, line)
            level, title, nothing = (
                (RUN_IN_LEVEL, *run_in) if run_in else (_underlined(document.text, line), line.passage, nothing)
            )
        if level and title.text:
            yield _Heading(at, level, title, nothing)


def _heading(line: Line) -> tuple[int, Passage]:
    """The level of a heading of Markdown's and its title; no title where the line is none."""
    found = MARKDOWN.match(line.text)
    if found:
        title = line.passage.cut(found.end(), len(line.text.rstrip("#")))
        bold = BOLD.match(title.text)
        return len(found["level"]), title.cut(bold.start("title"), bold.end("title")) if bold else title
    found = BOLD.match(line.text)
    title = line.passage.cut(found.start("title"), found.end("title")) if found else Passage("", line.start)
    return BOLD_LEVEL, title.cut(0, len(title.text.rstrip(" :")))


def _underlined(text: str, line: Line) -> int:
    """The level of a heading with a rule below it, 0 where there is none."""
    end = text.find("\n", line.end)
    if end < 0 or text[end + 1 : end + 3] not in ("==", "--") or not _looks_like_heading(line.text):
        return 0
    below = text[end + 1 : text.find("\n", end + 1)]
    found = UNDERLINE.match(below)
    return 0 if not found or 2 * len(below) < len(line.text) else 1 if found["first"] else 2


def _bold_run_in(text: str, line: Line) -> tuple[Passage, Passage] | None:
    """The words in bold that head a line, with a colon, and the text behind them; None where it has no such head."""
    mark = text[line.start - 2 : line.start] if line.start > 1 else ""
    end = text.find(mark, line.start, line.start + LONGEST_HEADING) if mark in ("**", "__") else -1
    if end < 0:
        return None
    title = line.passage.cut(0, end - line.start)
    rest = line.passage.cut(end - line.start)
    if title.text[-1:] != ":" and rest.text[:1] != ":":
        return None
    title, rest = title.cut(0, len(title.text.rstrip(" :"))), rest.cut(1 if rest.text[:1] == ":" else 0)
    return (title, rest) if _is_matter(title) else None


def _is_matter(title: Passage) -> bool:
    """Whether a label can be a matter's, and is no field of the heading and no mark of what was done."""
    text = title.text
    return text[:1].isupper() and not (MARK.match(text) or is_field(text) or parse_presence(title))


def _with_run_in(headings: list[_Heading]) -> list[_Heading]:
    """The headings without words in bold where these are no matters of their own, or among the lines in bold.

    Heads of a line are matters where they are several, hardly any two alike, some of them those that every agenda has,
    and more than there are lines in bold.
    """
    run_in = [heading for heading in headings if heading.level == RUN_IN_LEVEL]
    others = [heading for heading in headings if heading.level != RUN_IN_LEVEL]
    bold = sum(heading.level == BOLD_LEVEL for heading in others)
    alike = Counter(heading.title.text.lower() for heading in run_in)
    once = [heading for heading in run_in if alike[heading.title.text.lower()] == 1]
    standing = sum(is_standing(heading.title.text) for heading in once)
    if len(once) < max(FEWEST_RUN_IN, bold + 1, len(run_in) - 1) or 4 * standing < len(once):
        return others
    return sorted([*others, *(heading._replace(level=BOLD_LEVEL) for heading in once)])


def _promoted(headings: Sequence[_Heading]) -> Iterator[_Heading]:
    """The headings, those under the heading of a mere part ('Agenda', 'Discussion') raised to its level."""
    outer = inner = 0
    for heading, following in zip_longest(headings, headings[1:]):
        if heading.level <= outer:
            outer = inner = 0
        if following and heading.level < following.level <= BOLD_LEVEL and is_container(heading.title.text):
            outer, inner = heading.level, following.level
            continue
        yield heading._replace(level=heading.level - inner + outer) if outer else heading


# "Trustees' meeting, 17 October 2021": the whole's heading; not 'Minutes of the meeting of 3 May 2021' (a matter)
_OF_THE_MEETING = re.compile(
    r"""
    (?! (?: minutes | notes | matters | date | next | approv | adoption | confirm | review ) )
    .{0,60} \b meeting \b .{0,40} \b (?: 19 | 20 ) [0-9]{2} \b .{0,20} $
    """,
    re.VERBOSE | re.IGNORECASE,
)


_PARTS = (_OF_THE_MEETING, _WHO, _WHEN, _LIST)


def is_part(title: str) -> bool:
    """Whether a heading is that of a part of the minutes and not of a matter."""
    if title.rstrip(" :").lower() in PARTS or any(part.match(title) for part in _PARTS):
        return True
    if _is_date(title) or heads_list(title):
        return True
    label = parse_presence(Passage(title, 0))
    return label is not None and label.status is not None and not label.rest.text


def _is_date(title: str) -> bool:
    """Whether a heading is nothing but the date of the meeting."""
    return title[-4:].isdigit() and any(
        date.end - date.start > len(title) - 12 for date in find_dates(Passage(title, 0))
    )


def is_container(title: str) -> bool:
    """Whether a heading is that of the part that holds the matters."""
    return title.rstrip(" :").lower() in CONTAINERS


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
