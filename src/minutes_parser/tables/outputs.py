"""Parsed outputs: the records that `minutes` has written, read back one after another."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain
from typing import IO, Any, cast

from pydantic import ValidationError

from minutes_parser.errors import UnreadableError
from minutes_parser.readers.files import open_bytes, open_stdin
from minutes_parser.schema import Minutes

Found = Minutes | UnreadableError

YAML_SUFFIXES = (".yaml", ".yml")
JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")
GZIP = ".gz"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def is_output(path: str) -> bool:
    """Whether the name of a file is that of a parsed output."""
    return path.lower().endswith((*YAML_SUFFIXES, *JSON_SUFFIXES, *(suffix + GZIP for suffix in JSON_SUFFIXES)))


def read_outputs(path: str) -> Iterator[Found]:
    """The records in the file at `path`, or in standard input where that is `-`, and what is wrong with any of them.

    One record is held at a time. A line that is no record does not end a file of lines.
    """
    try:
        with _opened(path) as file:
            yield from _yaml(path, file) if path.lower().endswith(YAML_SUFFIXES) else _json(path, file)
    except UnreadableError as error:
        yield error


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    if path == "-":
        yield open_stdin()
        return
    with open_bytes(path) as file:
        try:
            yield cast(IO[bytes], gzip.GzipFile(fileobj=file)) if path.lower().endswith(GZIP) else file
        except (gzip.BadGzipFile, EOFError, zlib.error):
            raise UnreadableError(f"{path}: a damaged gzip file (compress its text again)") from None


def _json(path: str, file: IO[bytes]) -> Iterator[Found]:
    """Lines, where the first holds more than the bracket that a record on many lines begins with."""
    lines = ((number, line) for number, line in enumerate(file, 1) if line.strip())
    at, first = next(lines, (1, b""))
    first = first.removeprefix(BYTE_ORDER_MARK)
    if first.startswith(b"{") and first.strip() != b"{":
        for number, line in chain([(at, first)], lines):
            yield _valid(f"{path}:{number}", Minutes.model_validate_json, line)
    elif first or path.lower().endswith(".json"):  # no lines are a file of no records
        yield _valid(path, Minutes.model_validate_json, first + file.read())


def _yaml(path: str, file: IO[bytes]) -> Iterator[Found]:
    """The documents of a YAML file. What is no YAML ends it."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for number, data in enumerate(yaml.load_all(file, loader), 1):
            yield _valid(f"{path}, document {number}", Minutes.model_validate, data)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = getattr(error, "problem", None) or error
        raise UnreadableError(f"{path}: no YAML: {problem} (give what minutes parse has written)") from None


def _valid(place: str, validate: Callable[[Any], Minutes], data: object) -> Found:
    """The record that `data` is, or what is wrong with it."""
    try:
        return validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        told = f"{where}: {first['msg']}" if where else first["msg"]
        return UnreadableError(f"{place}: no record of minutes: {told} (give what minutes parse has written)")
