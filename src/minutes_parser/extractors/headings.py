"""Headings without numbers: Markdown's, and short lines that stand alone above text."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.document import Line
from minutes_parser.extractors.blocks import Start, start_of
from minutes_parser.extractors.front import plain
from minutes_parser.extractors.run_in import split_title
from minutes_parser.extractors.titles import MARK, is_standing, names_movers
from minutes_parser.fields.presence import parse_presence

# '## Finances', '### 20/27 Year 1 plan'; not '#hashtag'
MARKDOWN = regex.compile(r"(?P<level>\#{1,6}+)[ ]++(?P<title>[^#].*?)[ ]*+\#*+$")
BOLD = regex.compile(r"(?:\*\*|__)(?P<title>[^*_]{2,120}+)(?:\*\*|__):?$")
# headings of parts that are not matters of the agenda
NOT_ITEMS = regex.compile(
    r"(?:attendance|attendees|present|in attendance|also present|apologies|regrets|absent|members|officials|actions?(?:[ ](?:items|points|list|log))?|decisions?|agenda|minutes|key discussion points|notes)\b[ :]*+$",
    regex.IGNORECASE,
)


LONGEST_HEADING = 70
BOLD_LEVEL = 7
"""A line in bold is a heading below Markdown's six."""
LONGEST_FRONT = 80
"""The attendance stands within the first lines; 'Present' further down is another matter."""


def markdown_starts(lines: Sequence[Line]) -> list[Start]:
    """The headings of the shallowest level that has two of them."""
    levels: dict[int, list[Start]] = {}
    first_bold = after_attendance(lines)
    for at, line in enumerate(lines):
        if line.text[0] not in "#*_":
            continue
        found = MARKDOWN.match(line.text) or BOLD.match(line.text)
        if found and not NOT_ITEMS.match(found["title"]):
            level = len(found["level"]) if line.text[0] == "#" else BOLD_LEVEL
            if level == BOLD_LEVEL and at < first_bold:
                continue  # the document's own heading, or a label of its attendance
            title = line.passage.cut(found.start("title"), found.end("title"))
            levels.setdefault(level, []).append(Start(line, None, title, (), None, at + 1))
    return next((starts for _, starts in sorted(levels.items()) if len(starts) >= 2), [])


def after_attendance(lines: Sequence[Line]) -> int:
    """Index after the last label of the attendance above the items; 0 where there is none."""
    labels = (at + 1 for at, line in enumerate(lines[:LONGEST_FRONT]) if parse_presence(plain(line)))
    return max(labels, default=0)


def plain_starts(lines: Sequence[Line]) -> list[Start]:
    """Short lines that stand alone above text."""
    found = [at for at in range(after_attendance(lines), len(lines)) if is_heading(lines, at)]
    standing = next((i for i, at in enumerate(found) if is_standing(lines[at].text)), None)
    if standing is None:
        return []
    return [start_of(lines, at, None) for at in found[standing:]]


def is_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is a heading: short, no sentence, capital first, and text below it."""
    text = lines[at].text
    if is_standing(text) and ":" in text[:LONGEST_HEADING]:
        title, run_in = split_title(lines[at].passage)
        return not NOT_ITEMS.match(title.text) and (bool(run_in.text) or at + 1 < len(lines))
    if len(text) > LONGEST_HEADING or not text[0].isupper() or text[-1] in ".,;" or NOT_ITEMS.match(text) or "\t" in text:
        return False
    if at + 1 >= len(lines) or MARK.match(text) or names_movers(text):
        return False
    below = lines[at + 1].text
    return (
        (lines[at].gap or text.isupper() or is_standing(text))
        and len(below) > len(text) / 2
        and len(text.split()) <= 10
    )
