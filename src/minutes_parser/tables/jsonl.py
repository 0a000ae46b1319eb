"""Tables as JSON Lines: an object a row, every column in it."""

from __future__ import annotations

import json

from minutes_parser.schema import Minutes
from minutes_parser.tables.kinds import Kind, all_columns, rows
from minutes_parser.writers.json_ import safe

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def dump_jsonl(kind: Kind, minutes: Minutes) -> str:
    """The rows of a document; no text where it has none."""
    names = [column.name for column in all_columns(kind)]
    return safe("".join(f"{_encode(dict(zip(names, row, strict=True)))}\n" for row in rows(kind, minutes)))
