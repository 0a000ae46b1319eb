"""The output's contract: what must hold between a record and the text it was read from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from minutes_parser.document import Document
from minutes_parser.readers import read

Json = dict[str, Any]

PRINTED = {"attendees": "name", "items": "title", "decisions": "text", "actions": "text", "declarations": "text"}
LISTS = ("decisions", "actions", "motions", "declarations")


def text_of(data: bytes, name: str = "-", media_type: str | None = None) -> str:
    """The text that spans index."""
    document: Document = read(data, name, media_type)
    return document.text


def words(text: str | None) -> list[str]:
    """The words and numbers of a text without case, accents and signs."""
    plain = unicodedata.normalize("NFD", text or "").casefold()
    return re.findall(r"[a-z]+|[0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))


def records(record: Json) -> Iterator[tuple[str, Json]]:
    """Every record with a span that is not optional, and the list that it stands in, items within items included."""
    for kind in LISTS:
        yield from ((kind, entry) for entry in record[kind])
    yield from (("attendees", entry) for entry in record.get("attendees", ()))
    for item in record["items"]:
        yield "items", item
        yield from records(item)


def faults(minutes: Json, text: str) -> list[str]:
    """What is unsound between a record and its text, as short sentences."""
    found = [fault for kind, record in records(minutes) for fault in span_faults(kind, record, text)]
    return found + coverage_faults(minutes["coverage"], text) + order_faults(minutes["items"], 0, len(text))


def span_faults(kind: str, record: Json, text: str) -> list[str]:
    """Spans outside the text, on another line, or without the words of their record."""
    span = record["span"]
    start, end = span["start"], span["end"]
    if not 0 <= start < end <= len(text):
        return [f"{kind} with span {span}"]
    found = []
    if span["line"] != line_of(text, start):
        found.append(f"{kind} on line {span['line']}, its span starts on line {line_of(text, start)}")
    # a word broken at a line end counts both as printed and as joined
    inside = {*words(text[start:end]), *words(re.sub(r"[-\u00ad]\s*\n\s*", "", text[start:end]))}
    # a name or title may be cut from a word that something is glued to: 'IntroductionPDF 4 B'
    printed = words(record.get(PRINTED.get(kind, "")))
    if missing := [word for word in printed if not any(own.startswith(word) or own.endswith(word) for own in inside)]:
        found.append(f"{kind} on line {span['line']}: {missing} not in its span")
    return found


def line_of(text: str, start: int) -> int:
    """The line of an offset, counted from 1."""
    return len(re.findall(r"\r\n|\r|\n", text[:start])) + 1


def coverage_faults(coverage: Json, text: str) -> list[str]:
    """Characters that are in no part, or in two."""
    expected = sum(not c.isspace() for c in text)
    parts = sum(count for part, count in coverage.items() if part != "characters")
    return [] if coverage["characters"] == parts == expected else [f"coverage {coverage}, not blank {expected}"]


def order_faults(items: list[Json], start: int, end: int) -> list[str]:
    """Items that overlap, run backwards or leave the item they stand in."""
    found = []
    for item in items:
        span = item["span"]
        if not start <= span["start"] < span["end"] <= end:
            found.append(f"item {item['number']} at {span['start']}-{span['end']}, outside {start}-{end}")
        found += order_faults(item["items"], span["start"], span["end"])
        start = span["end"]
    return found
