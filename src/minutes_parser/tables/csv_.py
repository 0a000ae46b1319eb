"""Tables as CSV (RFC 4180): a line of names, then a record a row, in UTF-8 with CRLF line ends."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from minutes_parser.schema import Minutes
from minutes_parser.tables.columns import Cell
from minutes_parser.tables.kinds import Kind, all_columns, rows

BYTE_ORDER_MARK = "\ufeff"
BETWEEN = "; "
# how text begins that a spreadsheet would take for a formula, the wide forms of East Asian keyboards among them, or
# that has blanks before a formula which some programs take away
FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def head_csv(kind: Kind, *, bom: bool = False) -> str:
    """The first line: the names of the columns, after a byte-order mark where one is wanted."""
    return BYTE_ORDER_MARK * bom + _lines([[column.name for column in all_columns(kind)]])


def dump_csv(kind: Kind, minutes: Minutes, *, raw: bool = False) -> str:
    """The rows of a document; no text where it has none.

    Text that a spreadsheet would take for a formula has an apostrophe before it, unless `raw`. Numbers are left alone.
    """
    return _lines([_text(cell, raw) for cell in row] for row in rows(kind, minutes))


def _lines(table: Iterable[list[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(table)
    return text.getvalue()


def _text(cell: Cell, raw: bool) -> str:
    """What stands in a cell: nothing where the record says nothing, and a list on one line."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int):
        return str(cell)
    text = cell if isinstance(cell, str) else BETWEEN.join(entry or "" for entry in cell)
    return f"'{text}" if text.startswith(FORMULA) and not raw else text
