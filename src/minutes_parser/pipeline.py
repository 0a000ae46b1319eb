"""From bytes to the record: the only module that knows all the stages."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

from minutes_parser.extractors import outline_document
from minutes_parser.fields.record import read_minutes
from minutes_parser.limits import DEFAULT, Limits
from minutes_parser.readers import read
from minutes_parser.readers.files import read_bytes
from minutes_parser.schema import Minutes


def parse(
    source: str | bytes,
    *,
    name: str = "-",
    layout: str | None = None,
    media_type: str | None = None,
    limits: Limits = DEFAULT,
) -> Minutes:
    """The record of the minutes in `source`, which is text or the bytes of a file.

    `layout` is one of 'ai-tagged', 'web', 'numbered' and 'free-text', and `media_type` the file type, such as
    'text/html'; both are found out where they are not given. Raises UnreadableError for bytes that are no document or
    beyond the `limits`, and UsageError for a layout or file type that does not exist; odd text gives warnings in the
    record.
    """
    data = source.encode("utf-8", "replace") if isinstance(source, str) else source
    kind = media_type or ("text/plain" if isinstance(source, str) else None)
    with _without_collector():
        # no name for the document: its lines can go as soon as an extractor has made one of its own
        return read_minutes(outline_document(read(data, name, kind, limits), layout))


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
    path: str | os.PathLike[str], *, layout: str | None = None, media_type: str | None = None, limits: Limits = DEFAULT
) -> Minutes:
    """The record of the minutes in the file at `path`; see `parse`. Raises UnreadableError where there is none."""
    return parse(
        read_bytes(path, limits.bytes), name=os.fspath(path), layout=layout, media_type=media_type, limits=limits
    )
