"""Motions and elections in a table: a row of heads such as 'Office | Name | Proposer | Seconder', a motion a row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.fates import outcome_of
from minutes_parser.fields.mentions import is_person
from minutes_parser.fields.owners import names_of
from minutes_parser.late import late_pattern
from minutes_parser.schema import Outcome

# what the heads of the columns say, in small letters
MOVER_HEADS = ("proposer", "proposed by", "proposed", "mover", "moved by", "moved", "nominated by", "nominator", "prop")
SECONDER_HEADS = ("seconder", "seconded by", "seconded", "second", "2nd", "sec")
PAIR_HEADS = (
    "mover & seconder",
    "mover/seconder",
    "mover and seconder",
    "proposer/seconder",
    "moved/seconded",
    "proposer & seconder",
)
OUTCOME_HEADS = ("outcome", "result", "disposition", "carried", "decision", "vote")
LONGEST_NAME = 60
# the sentence below a table that tells the fate of its rows: 'The appointments were agreed.'; not 'The Clerk had
# agreed it'
_OF_ALL = late_pattern(
    r"(?: All | The [ ] \w++ | These ) [ ] (?: \w++ [ ] )? (?: were | was | agreed | approved ) \b", regex.VERBOSE
)


class Row(NamedTuple):
    """One row of a table of motions."""

    text: Passage
    mover: Passage | None
    seconder: Passage | None
    outcome: Outcome | None


class Columns(NamedTuple):
    """Which column holds what, counted from 0; where one holds both people they are the same."""

    mover: int
    seconder: int
    outcome: int | None


def parse_motion_table(paragraphs: Sequence[Passage], at: int) -> tuple[tuple[Row, ...], int] | None:
    """The rows of the table whose heads stand at `at`, and the index after its last; None where none is there."""
    columns = _columns(paragraphs[at].text)
    if columns is None:
        return None
    end = at + 1
    while end < len(paragraphs) and "\t" in paragraphs[end].text:
        end += 1
    rows = [row for passage in paragraphs[at + 1 : end] if (row := _row(passage, columns))]
    below = paragraphs[end].text if end < len(paragraphs) else ""
    fate = outcome_of(below) if _OF_ALL.match(below) else None
    return (tuple(row if row.outcome else row._replace(outcome=fate) for row in rows), end) if rows else None


def _columns(text: str) -> Columns | None:
    """The columns of a table of motions, from the row of its heads; None for every other line."""
    if "\t" not in text:
        return None
    heads = [head.strip(" *:_").lower() for head in text.split("\t")]
    mover, seconder = _column(heads, (*MOVER_HEADS, *PAIR_HEADS)), _column(heads, (*SECONDER_HEADS, *PAIR_HEADS))
    if mover is None or seconder is None:
        return None
    return Columns(mover, seconder, _column(heads, OUTCOME_HEADS))


def _column(heads: Sequence[str], names: Sequence[str]) -> int | None:
    return next((heads.index(name) for name in names if name in heads), None)


def _row(passage: Passage, columns: Columns) -> Row | None:
    """The motion of a row; None where its cells hold no people."""
    cells = passage.cells()
    if len(cells) <= max(columns.mover, columns.seconder):
        return None
    mover: Passage | None = cells[columns.mover]
    seconder: Passage | None = cells[columns.seconder]
    if columns.mover == columns.seconder:
        both = names_of(cells[columns.mover])
        mover, seconder = (both[0], both[1]) if len(both) == 2 else (None, None)
    mover, seconder = _person(mover), _person(seconder)
    if mover is None and seconder is None:
        return None
    fate = columns.outcome
    outcome = outcome_of(cells[fate].text) if fate is not None and fate < len(cells) else None
    return Row(passage, mover, seconder, outcome)


def _person(cell: Passage | None) -> Passage | None:
    return cell if cell and cell.text and len(cell.text) <= LONGEST_NAME and is_person(cell.text) else None
