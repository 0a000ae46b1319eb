"""Attendance grids, as school governors keep them over a year."""

from __future__ import annotations

import pytest

from minutes_parser.document import Document
from minutes_parser.fields.grid import parse_grid

GRID = """GOVERNOR ATTENDANCE
Type\tEnd of term\t11/10/2021\t06/12/2021\t23/05/2022
JO ASH\tHeadteacher\tEx-officio\tP\tP\tP
BEN ELM\tCo-opted\t14/10/2023\tP\tS\tS
ANN DAY\tParent\t30/01/2026\t\tP\tA
KIT OAK\tStaff\t30/01/2026\tP
VACANT\tParent
P – Present\tS – Sanctioned
A – Absent\tL – Late arrival
"""


def people(text: str, date: str | None) -> list[tuple[str, str, str | None]]:
    """Name, status and affiliation of everybody whom the grid lists for a day."""
    document = Document(text)
    found = parse_grid(document, document.lines, date).found
    return [(one.person.name.text, one.status, one.person.affiliation) for one in found]


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (
            "2022-05-23",
            [
                ("JO ASH", "present", "Headteacher"),
                ("BEN ELM", "apologies", "Co-opted"),
                ("ANN DAY", "absent", "Parent"),
            ],
        ),
        (
            "2021-10-11",
            [
                ("JO ASH", "present", "Headteacher"),
                ("BEN ELM", "present", "Co-opted"),
                ("KIT OAK", "present", "Staff"),
            ],
        ),
        # a day that heads no column, and no day at all: which column counts is not guessed
        ("2022-07-11", []),
        (None, []),
    ],
)  # fmt: skip
def test_the_column_of_the_day_counts(date: str | None, expected: list[tuple[str, str, str | None]]) -> None:
    assert people(GRID, date) == expected


def test_without_a_legend_only_plain_marks_count() -> None:
    text = "28/09/2020\t23/11/2020\nJo Ash\tP\tP\nBo Elm\tP\tA\nCy Fir\t\tP\n"
    assert people(text, "2020-11-23") == [("Jo Ash", "present", None), ("Cy Fir", "present", None)]


def test_a_row_with_one_date_is_no_head() -> None:
    assert people("Date\t23/11/2020\nJo Ash\tP\n", "2020-11-23") == []


def test_the_lines_of_the_grid_are_named() -> None:
    document = Document(GRID)
    grid = parse_grid(document, document.lines, "2022-05-23")
    left = [line.text for line in document.lines if line.start not in grid.lines]
    assert left == ["GOVERNOR ATTENDANCE"]
