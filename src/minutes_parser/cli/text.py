"""`minutes text` and `minutes schema`: what the records point into, and what they look like."""

from __future__ import annotations

import click

from minutes_parser.cli.deadline import deadline
from minutes_parser.cli.inputs import read_input
from minutes_parser.cli.options import UNREADABLE, complain, limit_options, quiet_option, type_option, warn
from minutes_parser.errors import UnreadableError
from minutes_parser.output import write_stdout


@click.command()
@click.argument("file")
@type_option
@quiet_option
@limit_options
def text(file: str, kind: str | None, quiet: bool, max_bytes: int, max_pages: int, max_seconds: int) -> int:
    """Print the text of a file exactly as it was read.

    The spans of the records index this text, in Unicode code points from 0.
    """
    from minutes_parser.limits import Limits
    from minutes_parser.readers import read

    try:
        data = read_input(file, max_bytes)
        with deadline(file, max_seconds):
            document = read(data, file, kind, Limits(max_bytes, max_pages))
    except UnreadableError as error:
        return complain(error, UNREADABLE)
    write_stdout(document.text)
    if not quiet:
        warn(file, document.warnings)
    return 0


@click.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a record."""
    from minutes_parser.writers.json_ import dump_schema

    write_stdout(dump_schema())
