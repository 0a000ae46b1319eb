"""From bytes to the record: the only module that knows all the stages."""

from __future__ import annotations

import os
from dataclasses import replace

from minutes_parser.errors import UsageError
from minutes_parser.extractors import outline_document
from minutes_parser.fields.record import read_minutes
from minutes_parser.readers import read
from minutes_parser.readers.files import read_bytes
from minutes_parser.schema import Minutes

DATE_ORDERS = {"day-first": True, "month-first": False}


def parse(
    source: str | bytes,
    *,
    name: str = "-",
    layout: str | None = None,
    media_type: str | None = None,
    date_order: str | None = None,
) -> Minutes:
    """The record of the minutes in `source`, which is text or the bytes of a file.

    `layout` is one of 'ai-tagged', 'web', 'numbered' and 'free-text', and `media_type` the file type, such as
    'text/html'; both are found out where they are not given. `date_order`, 'day-first' or 'month-first', says how dates
    such as 4/5/2023 are read; without it, day first unless the document shows otherwise. Raises UnreadableError for
    bytes that are no document, and UsageError for a layout, file type or order that does not exist; odd text gives
    warnings in the record.
    """
    if date_order is not None and date_order not in DATE_ORDERS:
        raise UsageError(f"no date order {date_order!r}: use one of {', '.join(DATE_ORDERS)}")
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    document = read(data, name, media_type or ("text/plain" if isinstance(source, str) else None))
    if date_order is not None:
        document = replace(document, day_first=DATE_ORDERS[date_order])
    return read_minutes(outline_document(document, layout))


def parse_file(
    path: str | os.PathLike[str],
    *,
    layout: str | None = None,
    media_type: str | None = None,
    date_order: str | None = None,
) -> Minutes:
    """The record of the minutes in the file at `path`; see `parse`. Raises UnreadableError where there is none."""
    data = read_bytes(path)
    return parse(data, name=os.fspath(path), layout=layout, media_type=media_type, date_order=date_order)
