"""`minutes text` and `minutes schema`: what the records point into, and what they look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from minutes_parser.cli.deadline import deadline
from minutes_parser.cli.inputs import read_input
from minutes_parser.cli.options import attempt, limit_options, quiet_option, type_option, warn
from minutes_parser.output import write_stdout, write_text

if TYPE_CHECKING:
    from minutes_parser.document import Document
    from minutes_parser.limits import Limits


@click.command()
@click.argument("file")
@type_option
@quiet_option
@limit_options
def text(file: str, kind: str | None, quiet: bool, max_bytes: int, max_pages: int, max_seconds: int) -> int:
    """Print the text of a file exactly as it was read.

    The spans of the records index this text, in Unicode code points from 0. On a terminal the characters that it would
    obey are printed as escapes.
    """
    from minutes_parser.limits import Limits

    document = attempt(file, _read, file, kind, Limits(max_bytes, max_pages, own_process=True), max_seconds)
    if isinstance(document, int):
        return document
    write_text(document.text)
    if not quiet:
        warn(file, document.warnings)
    return 0


def _read(file: str, kind: str | None, limits: Limits, seconds: int) -> Document:
    from minutes_parser.readers import read

    data = read_input(file, limits.bytes)
    with deadline(file, seconds):
        return read(data, file, kind, limits)


@click.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a record."""
    from minutes_parser.writers.json_ import dump_schema

    write_stdout(dump_schema())
