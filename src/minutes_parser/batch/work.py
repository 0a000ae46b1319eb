"""What a worker does: documents in, records into files of their own, rows of the manifest back.

A record never travels between processes: the process that made it writes it.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from minutes_parser.batch.manifest import Journal, Row, new_row
from minutes_parser.batch.places import ADVICE, join, place_of
from minutes_parser.errors import UnreadableError
from minutes_parser.limits import DEFAULT, Limits
from minutes_parser.output import OutputError, failures
from minutes_parser.readers import printable

if TYPE_CHECKING:
    from minutes_parser.schema import Item, Minutes

OUT_OF_MEMORY = "needs more memory than it may use (allow more with --memory)"


@dataclass(frozen=True)
class Job:
    """What is the same for all documents of a run. It crosses process borders as JSON and as a pickle."""

    folder: str  # what the output names of documents are in
    current: str = "."  # the folder that the paths of documents start from; a cluster's workers live elsewhere
    format: str = "json"
    layout: str | None = None
    media_type: str | None = None
    date_order: str | None = None
    max_bytes: int = DEFAULT.bytes
    max_pages: int = DEFAULT.pages
    timeout: float = 60.0  # seconds a document may take; 0 for no limit
    memory: int = 0  # bytes that a worker may use; 0 for no limit
    made_by: str = ""
    journal: str | None = None  # where workers add their rows; None where whoever gets the rows does that


@dataclass(frozen=True)
class Document:
    """One document to convert: `output` is the name of its file in the job's folder; `known` its row of before."""

    path: str
    output: str
    known: Row | None = None


@dataclass(frozen=True)
class Chunk:
    """Documents that are sent to a worker together; in a stream, the part that their records are added to."""

    documents: tuple[Document, ...]
    part: str | None = None


def convert(job: Job, chunk: Chunk) -> list[Row]:
    """Converts the documents of a chunk in this process. Raises OutputError where there is no room for records."""
    return list(convert_each(job, chunk))


def convert_each(job: Job, chunk: Chunk) -> Iterator[Row]:
    """Converts the documents one by one; each record is in place, and its row in the journal, before the row is given.

    Raises OutputError where there is no room for records.
    """
    journal = Journal(job.journal) if job.journal else None
    try:
        for document in chunk.documents:
            row = _convert(job, chunk.part, document)
            if journal:
                journal.add(row)
            yield row
    finally:
        if journal:
            journal.close()


def _convert(job: Job, part: str | None, document: Document) -> Row:
    start = time.perf_counter()
    row = new_row(document.path, "ok", None, job.made_by)
    try:
        known = _fill(row, job, part, document)
        if known:
            return known
    except OutputError as error:
        if error.no_room:
            raise
        _fail(row, str(error))
    except UnreadableError as error:
        _fail(row, str(error))
    except MemoryError:
        _fail(row, f"{document.path}: {OUT_OF_MEMORY}")
    except Exception as error:  # a fault of ours in one document is no reason to stop the others
        reason = " ".join(str(error).split())
        _fail(row, f"{document.path}: {type(error).__name__}: {reason} (please report it)")
    row["seconds"] = round(time.perf_counter() - start, 4)
    return row


def _fill(row: Row, job: Job, part: str | None, document: Document) -> Row | None:
    """Reads and converts a document; gives back its row of before where it has not changed after all."""
    from minutes_parser.pipeline import parse
    from minutes_parser.readers.files import refuse_large
    from minutes_parser.writers import writer

    place = place_of(document.path)
    stamp = place.stamp(document.path)
    if stamp:
        row["size"], row["modified"] = stamp
        refuse_large(document.path, stamp.size, job.max_bytes)
    data = place.read(document.path, job.max_bytes)
    row["size"], row["sha256"] = len(data), hashlib.sha256(data).hexdigest()
    if document.known and document.known["sha256"] == row["sha256"]:
        return {**document.known, "size": row["size"], "modified": row["modified"]}
    minutes = parse(
        data,
        name=document.path,
        layout=job.layout,
        media_type=job.media_type,
        date_order=job.date_order,
        limits=Limits(job.max_bytes, job.max_pages),
    )
    _count(row, minutes)
    record = writer(job.format)(minutes).encode()
    output = part or document.output
    path = join(job.folder, output)
    row["output"], row["output_size"] = output, len(record)
    if part:
        row["output_offset"] = _add(path, record)
    else:
        place_of(path).write(path, record)
    return None


def _fail(row: Row, error: str) -> None:
    row["status"], row["error"] = "failed", printable(error)


def _count(row: Row, minutes: Minutes) -> None:
    """What the record holds, in numbers."""
    items = list(_with_sub_items(minutes.items))
    row["layout"] = minutes.layout
    row["items"] = len(items)
    row["decisions"] = len(minutes.decisions) + sum(len(item.decisions) for item in items)
    row["actions"] = len(minutes.actions) + sum(len(item.actions) for item in items)
    for warning in minutes.warnings:
        row["warnings"][warning.code] = row["warnings"].get(warning.code, 0) + 1


def _with_sub_items(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from _with_sub_items(item.items)


def _add(path: str, record: bytes) -> int:
    """Adds a record to a part; gives back where it begins. No row points to what a kill has torn."""
    with failures(path, ADVICE), open(path, "ab") as file:
        start = file.tell()
        file.write(record)
    return start
