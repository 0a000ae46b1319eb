"""The rows of tables and paragraphs of prose as lines of text, alike for every file type that has them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from minutes_parser.late import late_pattern

# '3.', '12)', '(a)', '4.2', 'iv.', '2431': a label that goes before its text; not 'P', '09.17.08'
LABEL = late_pattern(r"\(?(?:[0-9]{1,4}+(?:\.[0-9]{1,2}+)?+[.)]*+|(?:[a-zA-Z]|[ivx]{1,5}+)[.)]++)")

PROSE = 50
"""A paragraph of fewer characters may be an entry of a list."""


def is_prose(line: str) -> bool:
    """Whether a paragraph is prose: a blank line goes after it, so that the next one is not taken for its rest."""
    return len(line) >= PROSE and line.endswith((".", "!", "?")) and "\t" not in line


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a row whose cells hold these lines, a tab between cells.

    Where a cell holds several paragraphs, each is a line of its own, after the cells on the left of it, and what stands
    in cells on the right is added to the paragraph that it stands beside. A label goes before its text with a blank.
    """
    columns = [_trimmed(cell) for cell in cells]
    if all(len(column) <= 1 for column in columns):
        return _joined([column[0] if column else "" for column in columns])
    main = max(range(len(columns)), key=lambda at: sum(map(len, columns[at])))
    head = [" ".join(filter(None, column)) for column in columns[:main]]
    if len(columns) == main + 1 and not any(head):
        return columns[main]
    is_paired = all(len(column) == len(columns[main]) for column in columns[:main])
    if is_paired:
        return [line for row in zip_longest(*columns, fillvalue="") for line in _joined(row) or [""]]
    body = [line for row in zip_longest(*columns[main:], fillvalue="") for line in _joined(row) or [""]]
    shown = [text for text in head if text]
    if len(shown) > 1:
        return [*_joined([" ".join(shown[:2]), *shown[2:]]), *body]
    return [*_joined([*shown, body[0]]), *body[1:]]


def _trimmed(lines: Sequence[str]) -> list[str]:
    """Lines without the blank ones at both ends, and with one blank line where there were several."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    return kept[:-1] if kept and not kept[-1] else kept


def _joined(cells: Sequence[str]) -> list[str]:
    """One line of cells, or none where all are empty."""
    first = next((at for at, cell in enumerate(cells) if cell), None)
    if first is None:
        return []
    label, rest = cells[first], list(cells[first + 1 :])
    filled = [cell for cell in rest if cell]
    if len(filled) == 1 and LABEL.fullmatch(label):
        return [f"{label} {filled[0]}"]
    return ["\t".join([label, *rest]).rstrip("\t")]
