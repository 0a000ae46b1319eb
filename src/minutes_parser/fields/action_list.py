"""Lists of tasks under a label or a heading: 'Actions:', '## Next steps', and the owners that head parts of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.due import LABEL as DUE_LABEL
from minutes_parser.fields.marks import CHECKBOX, HEADING, OWNER_CELL, action_mark, decision_mark
from minutes_parser.fields.owners import FIRST, OWNERS, Task, are_people, named, names_of, owner_alone, parse_task
from minutes_parser.fields.page import Page
from minutes_parser.fields.prose import list_mark
from minutes_parser.fields.task_words import LISTED_VERBS, TASK_VERBS
from minutes_parser.late import late_pattern

_VERBS = "|".join(sorted({verb.split()[0] for verb in (*TASK_VERBS, *LISTED_VERBS)}, key=len, reverse=True))
# a task without an owner in front: 'Send the map', 'To send the map', 'to be sent'; not 'Maps were sent'
_VERB_FIRST = late_pattern(rf"(?: [Tt]o [ ] (?:be[ ])? [a-z]+ | (?i: {_VERBS} ) ) \b (?! [ ]*+ : )", regex.VERBOSE)
# a line of its own below a task: 'Owner: Ann Oak', 'Assigned to: AB'; not 'Owner of the shed'
_OWNER_LINE = late_pattern(
    rf"""
    (?i: (?:action[ ])? owners? | who | lead | responsible (?: [ ] (?:person|party|officer) )? | assigned[ ]to
       | assignees? | by[ ]whom | person[ ]responsible | responsibility )
    [ ]*+ : [ ]*+ (?P<owner> {OWNERS} ) [ ]*+ \.?+ $
    """,
    regex.VERBOSE,
)
# the same with the time: 'Due: 12 June', 'Deadline: Friday', 'When: asap'
_DUE_LINE = late_pattern(
    rf"(?: {DUE_LABEL} | (?i: when | date ) [ ]*+ : [ ]*+ ) (?P<due> [^:]{{2,40}}+ ) $", regex.VERBOSE
)
MOST = 200
"""A list under one label has at most so many lines."""


class _List:
    """A list of tasks as far as it was read."""

    def __init__(self, page: Page, level: int, *, is_sure: bool) -> None:
        self.page = page
        self.level = level
        """How many hashes stand before the label; 0 where it is no heading."""
        self.is_sure = is_sure
        self.body: list[Passage] = []
        self.heads: list[Passage | None] = []
        self.head: Passage | None = None
        self.head_indent = -1
        """How far the entry is indented that heads the tasks below it; -1 where it has no bullet."""
        self.indent: int | None = None
        """How far the entries at the left are indented; None before the first of them."""
        self.last: Passage | None = None
        """The last entry at the left that was added; None where none was."""
        self.is_parted = False
        """Whether the last entry at the left only names what the tasks nested in it are about."""

    def add(self, passage: Passage, head: Passage | None) -> None:
        """Adds an entry, if it can be a task."""
        if self.is_sure or head or is_task(passage, self.page):
            self.body.append(passage)
            self.heads.append(head)

    def nest(self, entry: Passage) -> None:
        """Reads what is nested in an entry: its owner's tasks, a part of a task that ends with a colon, or a note."""
        if self.head is not None and self.head_indent >= 0:
            self.add(entry, self.head)
        elif self.is_parted:
            self.add(entry, None)
        elif not self._has_owner(self.last) and self._has_owner(entry):
            if self.last and self.body and self.body[-1] == self.last:
                del self.body[-1], self.heads[-1]
            self.is_parted = True
            self.add(entry, None)
        elif self.last and self.last.text.endswith(":") and self.body:
            self.body[-1] = self.page.joined(self.body[-1], entry)

    def _has_owner(self, passage: Passage | None) -> bool:
        return passage is not None and bool(parse_task(passage, self.page.is_known).owners)


class Listed(NamedTuple):
    """A list's entries with their heads, and the index after it."""

    body: tuple[Passage, ...]
    heads: tuple[Passage | None, ...]
    end: int


def listed_tasks(
    paragraphs: Sequence[Passage], first: int, page: Page, level: int = 0, *, is_sure: bool = True
) -> Listed:
    """The tasks under a label that stands alone: a list, lines that each give a task, or one paragraph.

    `is_sure`: whatever stands there is a task, since the label says so; otherwise each must have the form of one.
    """
    found = _List(page, level, is_sure=is_sure)
    at = first
    while at < min(len(paragraphs), first + MOST):
        text = paragraphs[at].text
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        heading = HEADING.match(text)
        if heading and level < text.count("#", 0, heading.end()) and level:
            found.head = _head(without_mark(paragraphs[at]), following, page)
            found.head_indent = -1
        elif heading or decision_mark(text) or action_mark(without_mark(paragraphs[at]).text):
            break
        elif list_mark(text):
            _entry(found, paragraphs[at], following)
        elif not _line(found, paragraphs[at], following):
            break
        at += 1
    return Listed(tuple(found.body), tuple(found.heads), at)


def _line(found: _List, paragraph: Passage, following: Passage | None) -> bool:
    """Reads a line without a bullet; False where the list has ended before it."""
    head = _head(paragraph, following, found.page)
    if head or (following and paragraph.text.endswith(":") and list_mark(following.text) and found.level):
        found.head, found.head_indent, found.indent = head, -1, None
    elif is_task(paragraph, found.page, in_line=True) or (
        found.is_sure and not found.body and not found.level and not paragraph.text.isupper()
    ):
        found.add(paragraph, None)
    elif found.body and found.page.indent(paragraph) > (found.indent or 0) and found.indent is not None:
        pass  # a paragraph of the entry above
    else:
        return False
    return True


def _entry(found: _List, paragraph: Passage, following: Passage | None) -> None:
    """Reads an entry with a bullet or a number."""
    page, entry, indent = found.page, without_mark(paragraph), found.page.indent(paragraph)
    box = CHECKBOX.match(paragraph.text)
    if (box and box["ticked"]) or page.is_struck(entry):
        return
    if found.indent is not None and indent > found.indent:
        found.nest(entry)
        return
    if found.head_indent >= indent:
        found.head = None
    found.indent, found.is_parted, found.last = indent, False, entry
    head = _head(entry, following, page)
    if head and following and (page.indent(following) > indent or entry.text.endswith(":")):
        found.head, found.head_indent = head, indent
    else:
        found.add(entry, found.head)


def _head(line: Passage, following: Passage | None, page: Page) -> Passage | None:
    """The owner that a line is, where tasks stand below it: 'Ann', 'Ann and Bob:'."""
    alone = owner_alone(line) if following and list_mark(following.text) else None
    if alone is None or alone.due:
        return None
    owners = line.cut(0, alone.owners[-1].end - line.start)
    return owners if are_people(owners, page.is_known) else None


def is_task(passage: Passage, page: Page, *, in_line: bool = False) -> bool:
    """Whether a passage has the form of a task: an owner and a verb, an owner in front or behind, a verb in front.

    `in_line`: it is no entry of a list, so that only an owner counts who is known or stands before a verb.
    """
    text = passage.text
    if FIRST.match(text):
        return True
    task = parse_task(passage, page.is_known)
    if task.owners and task.text.text != text:
        return not in_line or all(are_people(owner, page.is_known) for owner in task.owners)
    return not in_line and _VERB_FIRST.match(text) is not None


def with_owner_and_due(paragraphs: Sequence[Passage], at: int, task: Task) -> tuple[Task, int]:
    """A task with what 'Owner: …' and 'Due: …' on the lines from `at` say of it, and the index after them."""
    while at < len(paragraphs) and ":" in paragraphs[at].text[:24]:
        line = without_mark(paragraphs[at])
        owner, due = _OWNER_LINE.match(line.text), _DUE_LINE.match(line.text)
        if owner:
            task = task._replace(owners=names_of(named(line, owner)))
        elif due:
            task = task._replace(due=named(line, due, "due"))
        else:
            break
        at += 1
    return task, at


def is_margin(cell: Passage, page: Page) -> bool:
    """Whether a cell in the margin holds owners, and perhaps the time, and nothing else."""
    if OWNER_CELL.match(cell.text):
        return True
    alone = owner_alone(cell)
    return alone is not None and all(page.is_known(owner.text) for owner in alone.owners)


def without_mark(passage: Passage) -> Passage:
    """A paragraph without its list mark or Markdown's marks of a heading."""
    heading = HEADING.match(passage.text) if passage.text.startswith("#") else None
    mark = heading.end() if heading else list_mark(passage.text)
    return passage.cut(mark) if 0 < mark < len(passage.text) else passage
