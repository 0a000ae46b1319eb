"""Attendance kept over a year as a grid: a row for each member, a column for each meeting, a letter where they cross.

    Type        End of term   11/10/2021   23/05/2022
    Jo Ash      Co-opted      14/10/2022   P   S
    P - Present   S - Sanctioned

The column is that of the meeting's own date; a grid whose columns have no dates, or none of this date, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutes_parser.document import Document, Line, Passage
from minutes_parser.fields.dates import find_dates
from minutes_parser.fields.merging import Found
from minutes_parser.fields.names import is_name
from minutes_parser.fields.people import is_office_verb, parse_person
from minutes_parser.schema import Attendance

VACANT = "vacant"
FEWEST_DATES = 2
"""A row with one date is no head of a grid."""
# what the word of a legend says: 'S - Sanctioned'
LEGEND: dict[str, Attendance] = {
    "present": "present", "attended": "present", "late": "present", "remote": "present", "sanctioned": "apologies",
    "apologies": "apologies", "apology": "apologies", "absent": "absent",
}  # fmt: skip
# without a legend only what every grid means by it
PLAIN: dict[str, Attendance] = {"P": "present", "✓": "present", "✔": "present", "√": "present", "Ap": "apologies"}
# 'P - Present'; a dash of any kind is folded to this one
_LEGEND = re.compile(r"(?P<mark>[A-Z][a-z]?) ?[-=:] ?(?P<word>[A-Za-z]+)")


class Grid(NamedTuple):
    """The people of a grid at one meeting, and the lines that it is made of."""

    found: list[Found]
    lines: frozenset[int]
    """Offsets of the lines' first characters."""


def parse_grid(document: Document, lines: Sequence[Line], date: str | None) -> Grid:
    """The attendance that a grid among `lines` gives for the meeting on `date` (ISO); empty where there is none."""
    head = next((at for at, line in enumerate(lines) if "\t" in line.text and _dates(line)), None)
    if head is None or date is None:
        return Grid([], frozenset())
    dates = _dates(lines[head])
    column = next((at for at, value in dates.items() if value == date), None)
    if column is None:
        return Grid([], frozenset())
    marks = _legend(lines) or PLAIN
    found: list[Found] = []
    used = {line.start for line in lines if _LEGEND.match(line.text)} | {lines[head].start}
    for line in lines[head + 1 :]:
        cells = line.passage.cells()
        if cells[0].text.casefold() == VACANT:
            used.add(line.start)
        if len(cells) < 2 or line.start in used or not is_name(cells[0].text) or is_office_verb(cells[0].text):
            continue
        used.add(line.start)
        # the head has no cell above the names
        mark = cells[column + 1].text if column + 1 < len(cells) else ""
        if mark in marks:
            found += _person(document, cells, min(dates) + 1, marks[mark])
    return Grid(found, frozenset(used)) if found else Grid([], frozenset())


def _person(document: Document, cells: Sequence[Passage], first: int, status: Attendance) -> list[Found]:
    """The person of a row; the cell beside the name, where it stands before the first meeting's, is the affiliation."""
    person = parse_person(cells[0], document)
    if person is None:
        return []
    beside = cells[1] if first > 1 and cells[1].text and not find_dates(cells[1]) else None
    if beside:
        person = person._replace(affiliation=document.printed(beside.start, beside.end), end=beside.end)
    return [Found(person, status)]


def _dates(line: Line) -> dict[int, str]:
    """The days that head the columns of a row: cell → ISO date; empty where there are fewer than two."""
    days = {}
    for at, cell in enumerate(line.passage.cells()):
        dates = find_dates(cell) if cell.text[:1].isdigit() else []
        if dates and dates[0].value:
            days[at] = dates[0].value.isoformat()
    return days if len(days) >= FEWEST_DATES else {}


def _legend(lines: Sequence[Line]) -> dict[str, Attendance]:
    """What the marks mean by the document's own legend."""
    return {
        found["mark"]: LEGEND[found["word"].lower()]
        for line in lines
        for found in _LEGEND.finditer(line.text)
        if found["word"].lower() in LEGEND
    }
