"""What stands before the first item, cut into heading and attendance lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from minutes_parser.document import Line, Passage
from minutes_parser.fields.names import is_name, take_title
from minutes_parser.fields.presence import parse_presence, undecorated

FIELDS = (
    "venue", "location", "place", "contact", "date", "time", "agenda", "item", "items", "no.", "title of meeting",
    "additional documents", "minutes of", "body", "unrestricted", "part one", "part 1", "part i", "action",
    "next meeting",
)  # fmt: skip
_FIELD = "|".join(re.escape(field) for field in sorted(FIELDS, key=len, reverse=True))
# 'Venue: …', 'Date - …', 'Agenda item' end an attendance list; not 'Dates Committee'
_HEADING_FIELD = re.compile(
    rf"(?: {_FIELD} ) \b (?: [ ]* [:;-] | [ ]* $ | [ ] (?: items | of | item | action ) \b )",
    re.VERBOSE | re.IGNORECASE,
)
# 'Disclosure of interest: None.' ends a list too; not 'Vale Trust: Jo Ash'
_OTHER_FIELD = regex.compile(r"(?P<head> \p{Lu} [^:,()\t]{3,60} ) : (?: [ ]+ (?P<rest> .* ) | $ )", regex.VERBOSE)
SENTENCE_VERBS = frozenset(
    """
    was were is are had has opened noted reported welcomed declared agreed stated read held took
    """.split()
)
# '… at the Village Hall Present: Cllr Ash'; not 'those present: the chair said'
_RUN_IN = regex.compile(
    r"""
    (?<= [\w.)][ ] )
    (?: (?: Members | Councillors ) [ ] )?
    (?: Attendance | Present | In[ ][Aa]ttendance | PRESENT | Attendees )
    (?= [ ]? : [ ]? \p{Lu}\p{Ll}+ \.? [ ] \p{Lu} )
    """,
    regex.VERBOSE,
)
# '3. ', '12/04 '; not '2019'
_NUMBER = re.compile(r"[0-9]{1,4} (?: [.)] | [./][0-9]+ )+ [ \t]*", re.VERBOSE)
LONGEST_LABEL = 60
SHORTEST_RUN = 3
"""So many lines of names in a row are a list of people even without a label."""


def split_front(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[tuple[Line, ...], ...]]:
    """The lines before the first item, cut into front matter and attendance lists, each list with its label first.

    A list whose label is lost is known by a run of names that stands on lines of its own.
    """
    front: list[Line] = []
    lists: list[list[Line]] = []
    inside = False
    lines = [piece for line in lines for piece in _split_run_in(line)]
    for at, line in enumerate(lines):
        label = _label(line, inside, bool(lists))
        if label or (not inside and not lists and _is_unlabelled(lines, at)):
            lists.append([line])
            inside = True
        elif inside and _belongs(line):
            lists[-1].append(line)
        else:
            inside = False
            front.append(line)
    return tuple(front), tuple(tuple(people) for people in lists)


def _split_run_in(line: Line) -> tuple[Line, ...]:
    """A line that holds the heading and the attendance, cut where the label of the list stands."""
    found = _RUN_IN.search(line.text) if len(line.text) > LONGEST_LABEL else None
    if not found or parse_presence(plain(line)):  # 'Also present: …' is one label
        return (line,)
    cut = found.start()
    heading = line.text[:cut].rstrip()
    return line._replace(text=heading), line._replace(text=line.text[cut:], start=line.start + cut, gap=False)


def _label(line: Line, inside: bool, after: bool) -> bool:
    """Whether a line begins a list; a mere kind of people ('Officers') counts in others, or with its people."""
    label = parse_presence(plain(line))
    if label is None:
        return False
    if label.status is not None:
        return not (_is_sentence(line.text) and not label.marked)
    if inside:
        return True
    if label.rest.text:
        return after and _is_person(label.rest.text)
    return line.text.lower().rstrip(": ") in ("members", "attendees")


def plain(line: Line) -> Passage:
    """A line without Markdown's marks, in place."""
    text = undecorated(line.text)
    bare = text.lstrip()
    return Passage(bare.rstrip(), line.start + len(text) - len(bare))


def _belongs(line: Line) -> bool:
    """Whether a line carries an attendance list on."""
    if line.text[0] == "#" or _HEADING_FIELD.match(line.text) or _is_sentence(line.text):
        return False
    numbered = _NUMBER.match(line.text)
    if numbered and not is_name(line.text[numbered.end() :].split(",")[0].split("(")[0].strip()):
        return False
    field = _OTHER_FIELD.match(line.text)
    return not field or is_name(field["head"]) or _is_person(field["rest"] or "")


def _is_sentence(text: str) -> bool:
    """Whether a line is running text: a finite verb and more small words than names."""
    words = text.split()
    if SENTENCE_VERBS.isdisjoint(word.strip(".,;:()") for word in words):
        return False
    small = sum(word[0].islower() for word in words)
    return len(words) >= 5 and 2 * small > len(words)


def _is_unlabelled(lines: Sequence[Line], at: int) -> bool:
    """Whether a run of names begins here; the first names of headings are few, and have no title."""
    run = lines[at : at + SHORTEST_RUN]
    return (
        len(run) == SHORTEST_RUN
        and all(_is_person(line.text) for line in run)
        and any(take_title(line.text) for line in run)
    )


def _is_person(text: str) -> bool:
    """Whether a line begins with a name and holds little else."""
    head = text.split(",")[0].split("(")[0].split("\t")[0].split(" - ")[0].strip()
    return len(text) < 100 and is_name(head) and (" " in head)
