"""Action tables: a row of heads such as 'Action | Owner | By when', and a task in each row below."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutes_parser.document import Passage
from minutes_parser.fields.owners import Task, names_of, parse_task
from minutes_parser.fields.prose import has_any

# what the heads of the columns say, in small letters
TASK_HEADS = (
    "action", "actions", "action required", "actions required", "action item", "action items", "action point",
    "action points", "action agreed", "agreed action", "agreed actions", "action to be taken", "action needed",
    "action description", "task", "tasks", "to do", "next step", "next steps", "follow up",
)  # fmt: skip
WEAK_TASK_HEADS = ("what", "description", "details", "detail")
"""Heads of a column of tasks beside one of their owners."""
OWNER_HEADS = (
    "owner", "owners", "action owner", "by whom", "who", "whom", "responsible", "responsibility", "person responsible",
    "responsible person", "responsible party", "lead", "assigned to", "allocated to", "assignee", "action by",
    "action for", "person", "name", "initials", "officer", "responsible officer", "lead officer", "owned by",
    "assigned", "to be done by",
)  # fmt: skip
DUE_HEADS = (
    "by when", "when", "due", "due date", "due by", "date due", "deadline", "target date", "timescale", "timeline",
    "completion date", "target", "complete by", "completed by", "date for completion", "target completion date", "eta",
    "timeframe", "by",
)  # fmt: skip
STATE_HEADS = (
    "status", "update", "progress", "outcome", "rag", "comment", "comments", "position", "complete", "completed",
    "notes", "complete?", "done", "done?",
)  # fmt: skip
NUMBER_HEADS = (
    "no", "no.", "number", "ref", "ref.", "reference", "item", "item no", "item no.", "minute", "#", "id", "action no",
    "action no.", "action number", "action ref", "ap",
)  # fmt: skip
OTHER_HEADS = (
    "date", "date raised", "raised", "meeting", "meeting date", "minute", "minute ref", "agenda item", "priority",
    "date set", "date agreed", "topic", "subject", "date opened", "source",
)  # fmt: skip
_HEADS = frozenset(
    (*TASK_HEADS, *WEAK_TASK_HEADS, *OWNER_HEADS, *DUE_HEADS, *STATE_HEADS, *NUMBER_HEADS, *OTHER_HEADS, "")
)
"""A row with any other head ('Discussion') is that of minutes printed as a table, whose rows are items."""
_ALIGNED = re.compile("   +")
LONGEST_HEADS = 160
LONGEST_CELL = 6
"""A cell that was broken over several lines has fewer than so many."""
# 'Closed', 'ACTION CLOSED', 'completed 3/5', 'Done. The paint …'; not 'Closed road to be reported', 'not done'
_DONE = re.compile(
    r"(?i: (?: action[ ] )? (?: closed | complete | completed | done ) ) \b (?: [^a-zA-Z]* $ | [^a-zA-Z]+ [A-Z] )",
    re.VERBOSE,
)


_HINTS = ("action", "task", "what", "description", "detail", "step", "to do", "follow")
"""Every row of heads has one of these."""


class Columns(NamedTuple):
    """Which column holds what, counted from 0; None where the table has no such column."""

    width: int
    is_numbered: bool
    task: int
    owner: int | None
    due: int | None
    state: int | None


def parse_action_table(paragraphs: Sequence[Passage], at: int) -> tuple[tuple[Task, ...], int] | None:
    """The tasks of the table whose heads stand at `at`, and the index after its last row; None where none is there.

    Rows that say that the task is done give none: they are in the text, but nobody is to do anything.
    """
    if not _may_be_heads(paragraphs[at].text):
        return None
    if "\t" not in paragraphs[at].text:
        paragraphs = [*paragraphs[:at], *map(_in_columns, paragraphs[at:])]
    columns = columns_of(paragraphs[at].text)
    if columns is None:
        return None
    tasks: list[Task] = []
    end = at + 1
    while end < len(paragraphs) and _goes_on(paragraphs, end):
        task = _task(paragraphs[end].cells(), columns) if "\t" in paragraphs[end].text else None
        if task:
            tasks.append(task)
        end += 1
    return (tuple(tasks), end) if tasks else None


def _may_be_heads(text: str) -> bool:
    """Whether a line has cells and few words, one of which every action table has: the cheap test."""
    return len(text) < LONGEST_HEADS and has_any(text, ("\t", "   ", " | ")) and has_any(text.lower(), _HINTS)


def _in_columns(row: Passage) -> Passage:
    """A row whose cells were aligned with blanks or parted by bars, with a tab before each cell, in place."""
    if "\t" in row.text or not has_any(row.text, ("   ", "|")):
        return row
    if "|" in row.text:
        return row._replace(text=row.text.replace("|", "\t"))
    return row._replace(text=_ALIGNED.sub(lambda blanks: "\t" + " " * (len(blanks[0]) - 1), row.text))


def _goes_on(paragraphs: Sequence[Passage], at: int) -> bool:
    """Whether a table goes on: with a row, or with lines of a cell of the row above, below which a row follows."""
    return any("\t" in paragraph.text for paragraph in paragraphs[at : at + LONGEST_CELL])


def columns_of(text: str) -> Columns | None:
    """The columns of an action table, from the row of its heads; None for every other line."""
    if "\t" not in text:
        return None
    heads = [" ".join(head.strip(" *:_").lower().split()) for head in text.split("\t")]
    task, owner = _column(heads, TASK_HEADS), _column(heads, OWNER_HEADS)
    due = _column(heads, DUE_HEADS)
    if task is None and owner is not None:
        task = _column(heads, WEAK_TASK_HEADS)
    if task is None or (owner is None and due is None) or not _HEADS.issuperset(heads):
        return None
    return Columns(len(heads), heads[0] in NUMBER_HEADS, task, owner, due, _column(heads, STATE_HEADS))


def _column(heads: Sequence[str], names: Sequence[str]) -> int | None:
    """The column with the first of some heads that the table has: 'Status' says what 'Comments' may not."""
    return next((heads.index(name) for name in names if name in heads), None)


def _task(cells: list[Passage], columns: Columns) -> Task | None:
    """The task of a row; None where the row has lost its task or its owner's cell, or says that it is done."""
    if columns.is_numbered and len(cells) < columns.width and not any(c.isdigit() for c in cells[0].text):
        cells = [cells[0].cut(0, 0), *cells]  # the row has no number, and a blank first cell is not printed
    if len(cells) <= max(columns.task, columns.owner or 0) or not cells[columns.task].text:
        return None
    state = _cell(cells, columns.state)
    if state and _DONE.match(state.text):
        return None
    due = _cell(cells, columns.due)
    if columns.owner is None:
        task = parse_task(cells[columns.task])
        return task._replace(due=due or task.due)
    return Task(cells[columns.task], names_of(cells[columns.owner]), due)


def _cell(cells: Sequence[Passage], column: int | None) -> Passage | None:
    """The cell of a column; None where the row has none or an empty one."""
    return cells[column] if column is not None and column < len(cells) and cells[column].text else None
