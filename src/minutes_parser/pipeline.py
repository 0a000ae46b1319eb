"""From bytes to the record: the only module that knows all the stages."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from minutes_parser.document import Document
from minutes_parser.errors import UsageError
from minutes_parser.extractors import outline_document
from minutes_parser.fields.record import read_minutes
from minutes_parser.limits import DEFAULT, Limits
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
    limits: Limits = DEFAULT,
) -> Minutes:
    """The record of the minutes in `source`, which is text or the bytes of a file.

    `layout` is one of 'ai-tagged', 'web', 'numbered' and 'free-text', and `media_type` the file type, such as
    'text/html'; both are found out where they are not given. `date_order`, 'day-first' or 'month-first', says how dates
    such as 4/5/2023 are read; without it, day first unless the document shows otherwise. Raises UnreadableError for
    bytes that are no document or beyond the `limits`, and UsageError for a layout, file type or order that does not
    exist; odd text gives warnings in the record.
    """
    if date_order is not None and date_order not in DATE_ORDERS:
        raise UsageError(f"no date order {date_order!r}: use one of {', '.join(DATE_ORDERS)}")
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    kind = media_type or ("text/plain" if isinstance(source, str) else None)
    with _without_collector():
        # no name for the document: its lines can go as soon as an extractor has made one of its own
        return read_minutes(outline_document(_read(data, name, kind, date_order, limits), layout))


def _read(data: bytes, name: str, kind: str | None, date_order: str | None, limits: Limits) -> Document:
    document = read(data, name, kind, limits)
    return document if date_order is None else replace(document, day_first=DATE_ORDERS[date_order])


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pauses Python's collector of cycles, which would look through all records again and again: there are none."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def parse_file(
    path: str | os.PathLike[str],
    *,
    layout: str | None = None,
    media_type: str | None = None,
    date_order: str | None = None,
    limits: Limits = DEFAULT,
) -> Minutes:
    """The record of the minutes in the file at `path`; see `parse`. Raises UnreadableError where there is none."""
    data, name = read_bytes(path, limits.bytes), os.fspath(path)
    return parse(data, name=name, layout=layout, media_type=media_type, date_order=date_order, limits=limits)
