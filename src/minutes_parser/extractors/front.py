"""What stands before the first item, cut into heading and attendance lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from minutes_parser.document import Line, Passage
from minutes_parser.fields.list_rows import BULLET
from minutes_parser.fields.names import is_name, take_title
from minutes_parser.fields.presence import (
    PresenceLabel,
    is_post,
    is_topic,
    may_begin_label,
    named_group,
    parse_presence,
    undecorated,
)
from minutes_parser.late import late_pattern

FIELDS = (
    "venue", "location", "place", "contact", "date", "time", "agenda", "item", "items", "no.", "title of meeting",
    "additional documents", "minutes of", "body", "unrestricted", "part one", "part 1", "part i", "action",
    "next meeting", "contents",
)  # fmt: skip
_FIELD = "|".join(re.escape(field) for field in sorted(FIELDS, key=len, reverse=True))
# 'Venue: …', 'Date - …', 'Agenda item' end an attendance list; not 'Dates Committee'
_HEADING_FIELD = re.compile(
    rf"(?: {_FIELD} ) \b (?: [ ]* [:;-] | [ ]* $ | [ ] (?: items | of | item | action ) \b )",
    re.VERBOSE | re.IGNORECASE,
)
# 'Disclosure of interest: None.' ends a list too; not 'Vale Trust: Jo Ash'
_OTHER_FIELD = late_pattern(r"(?P<head> \p{Lu} [^:,()\t]{3,60} ) : (?: [ ]+ (?P<rest> .* ) | $ )", regex.VERBOSE)
SENTENCE_VERBS = frozenset(
    """
    was were is are had has opened noted reported welcomed declared agreed stated read held took started called
    convened commenced began adjourned moved seconded introduced presented gave led made recited reviewed
    """.split()
)
# '… at the Village Hall Present: Cllr Ash'; not 'those present: the chair said'
_RUN_IN = late_pattern(
    r"""
    (?<= [\w.)][ ] )
    (?: (?: Members | Councillors ) [ ] )?
    (?: Attendance | Present | In[ ][Aa]ttendance | PRESENT | Attendees )
    (?= [ ]? : [ ]? \p{Lu}\p{Ll}+ \.? [ ] \p{Lu} )
    """,
    regex.VERBOSE,
)
# 'attendees:', 'chair: Jo Ash'; not 'Present at the meeting: Jo Ash'
_KEY = re.compile(r"[A-Za-z_-]{2,30}:(?: |$)")
# '3. ', '12/04 '; not '2019'
_NUMBER = re.compile(r"[0-9]{1,4} (?: [.)] | [./][0-9]+ )+ [ \t]*", re.VERBOSE)
# 'Apologies were received from Cllr Ash'; not 'Apologies: Cllr Ash, who was ill'
_APOLOGIES = re.compile(
    r"(?: no[ ] )? apologies [^:;,]{0,60}? \b (?: was | were | had | have )[ ]", re.VERBOSE | re.IGNORECASE
)
# what stands in the entry of a list and in few headings
_MARKED = re.compile(r"[,\t:;] | [ ]- | ^ [*·•]", re.VERBOSE)
LONGEST_ROSTER = 40
"""Lines of people under kinds of people ('Members') above the label of a list."""
LONGEST_LABEL = 60
_BRACKETS = re.compile(r"\([^()]*\)")
# 'Regrets: Jo Ash'; not 'Apologies were received'
_ABSENT = re.compile(r"[*_]* (?: apologies | regrets | absent ) [^:.]{0,20} :", re.VERBOSE | re.IGNORECASE)
SHORTEST_RUN = 3
"""So many lines of names in a row are a list of people even without a label."""


def split_front(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[tuple[Line, ...], ...]]:
    """The lines before the first item, cut into front matter and attendance lists, each list with its label first.

    A list whose label is lost is known by a run of names that stands on lines of its own.
    """
    front, lists = _front_matter(lines)
    lines = lines[len(front) + sum(map(len, lists)) :]
    inside = False
    lines = [piece for line in lines for piece in _split_run_in(line)]
    for at, line in enumerate(lines):
        label = _label(line, inside, bool(lists)) or (not inside and _leads_to_list(lines, at))
        if label or (not inside and not lists and _is_unlabelled(lines, at)):
            lists.append([line])
            inside = True
        elif (
            inside
            and _belongs(line, lines[at + 1 : at + 2])
            and not _stands_out(line, lists[-1], lines[at + 1 : at + 2])
        ):
            lists[-1].append(line)
        else:
            inside = False
            front.append(line)
    return tuple(front), tuple(tuple(people) for people in lists)


def _front_matter(lines: Sequence[Line]) -> tuple[list[Line], list[list[Line]]]:
    """The block between '---' lines at the top of a Markdown file: its lists of people, and its other lines.

    A key is the label of the people behind it, or of the rows under it: 'attendees:', 'chair: Jo Ash'.
    """
    end = next((at for at, line in enumerate(lines[1:], 1) if line.text == "---"), 0)
    if not end or lines[0].text != "---":
        return [], []
    front: list[Line] = []
    lists: list[list[Line]] = []
    held = front
    for line in lines[: end + 1]:
        if line.text[0] != "-" or line.text == "---":
            held = front
            if _KEY.match(line.text) and parse_presence(line.passage):
                lists.append([])
                held = lists[-1]
        held.append(line)
    empty = [people[0] for people in lists if len(people) == 1 and people[0].text[-1] == ":"]
    front = sorted([*front, *empty], key=lambda line: line.start)
    return front, [people for people in lists if people[0] not in empty]


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


def is_field(text: str) -> bool:
    """Whether a line or a label is a field of the heading ('Venue', 'Date: …')."""
    return _HEADING_FIELD.match(text) is not None


def plain(line: Line) -> Passage:
    """A line without Markdown's marks, in place."""
    text = undecorated(line.text)
    bare = text.lstrip()
    return Passage(bare.rstrip(), line.start + len(text) - len(bare))


def _leads_to_list(lines: Sequence[Line], at: int) -> bool:
    """Whether kinds of people with the people stand from here on, down to the label of a list or to a second kind.

    'Chair: Jo Ash' above 'Present:', 'Members' and names above 'Apologies'; not 'Clerk: Jo Ash' above an address.
    """
    kinds, people = 0, 0
    for line in lines[at : at + LONGEST_ROSTER]:
        label = parse_presence(plain(line)) if may_begin_label(line.text) else None
        label = label or (_post_label(line) if ":" in line.text else None)
        if label and label.status:
            return people > 0
        named = label.rest.text if label else line.text
        if named and not (take_title(named) or _is_person(named)):
            return False
        kinds, people = kinds + bool(label), people + bool(named)
        if kinds == 0:
            return False
        if kinds > 1 and people > 1 and named:
            return True
    return False


def _post_label(line: Line) -> PresenceLabel | None:
    """The label of one person's post that no table holds: 'Works Manager: Jo Ash'."""
    label = named_group(plain(line))
    return label if label and label.group and is_post(label.group.text) else None


def _belongs(line: Line, following: Sequence[Line]) -> bool:
    """Whether a line carries an attendance list on; a label without people needs them in the line that follows."""
    if line.text[0] == "#" or _HEADING_FIELD.match(line.text) or _is_sentence(line.text):
        return False
    words = line.text.strip("*: ").split(" ")
    if is_topic(words[0]) and all(word.islower() for word in words[1:]):  # 'Minutes', 'Matters arising'
        return False
    numbered = _NUMBER.match(line.text)
    if numbered and not is_name(line.text[numbered.end() :].split(",")[0].split("(")[0].strip()):
        return False
    field = _OTHER_FIELD.match(line.text)
    if field and is_topic(field["head"]):
        return False
    if not field or is_name(field["head"]) or _is_person(field["rest"] or ""):
        return True
    return not field["rest"] and bool(following) and _is_person(following[0].text)


def _stands_out(line: Line, people: Sequence[Line], following: Sequence[Line]) -> bool:
    """Whether a line is a heading: in capitals under people in small letters, or alone above a sentence."""
    text = line.text
    if parse_presence(plain(people[-1])):
        return False
    if line.gap and following and len(following[0].text) > len(text) and _is_sentence(following[0].text):
        return len(text.split()) > 1 and not _MARKED.search(text)
    return (
        text.isupper()
        and " " in text
        and "\t" not in text
        and ":" not in text
        and not all(one.text.isupper() for one in people[1:])
    )


def _is_sentence(text: str) -> bool:
    """Whether a line is running text: a finite verb and more small words than names."""
    if _APOLOGIES.match(text) and text[-1] != ":":
        return True
    words = text.split()
    if SENTENCE_VERBS.isdisjoint(word.strip(".,;:()") for word in words):
        return False
    small = sum(word[0].islower() for word in words)
    return len(words) >= 5 and 2 * small > len(words)


def _is_unlabelled(lines: Sequence[Line], at: int) -> bool:
    """Whether a run of names begins here; the first names of headings are few, and have no title."""
    if _ABSENT.match(lines[at + 1].text if at + 1 < len(lines) else "") and lines[at].text.count(",") > 1:
        people = [part.split("(")[0].strip() for part in _BRACKETS.sub("", lines[at].text).split(",")]
        return all(" " in name and is_name(name) for name in people)  # those present above those who are not
    run = lines[at : at + SHORTEST_RUN]
    return (
        len(run) == SHORTEST_RUN
        and all(_is_person(line.text) for line in run)
        and any(take_title(line.text) for line in run)
    )


def _is_person(text: str) -> bool:
    """Whether a line begins with a name, behind its bullet, and holds little else."""
    mark = BULLET.match(text)
    text = text[mark.end() :] if mark else text
    head = text.split(",")[0].split("(")[0].split("\t")[0].split(" - ")[0].strip()
    return len(text) < 100 and is_name(head) and (" " in head)
