"""The command line: options in, exit status out. Nothing but click is imported until a command needs it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import NoReturn

import click

from minutes_parser import __version__
from minutes_parser.cli.batch import batch
from minutes_parser.cli.options import INTERRUPTED, NOT_WRITTEN, PIPE_CLOSED, complain
from minutes_parser.cli.parse import parse
from minutes_parser.cli.signals import listen, stop_if_told
from minutes_parser.cli.table import table
from minutes_parser.cli.text import schema, text
from minutes_parser.output import ClosedPipeError, OutputError


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="minutes", message="%(prog)s %(version)s")
def commands() -> None:
    """Turn the minutes of councils, boards and committees into structured data.

    \b
    minutes parse minutes.txt                      the record as JSON
    minutes parse minutes.pdf -o record.yaml       the record as YAML, in a file
    minutes parse 'archive/*.txt' -o all.jsonl     many files, one record a line
    minutes parse - < minutes.txt                  from standard input
    minutes batch archive records                  a whole folder, one record a file
    minutes table archive --what actions           a table of all actions as CSV
    minutes table archive --to archive.db          everything as tables of an SQLite file
    minutes text minutes.pdf                       the text that the records point into

    Exit status: 0 all files were read, 1 some file could not be read, 2 wrong usage, 74 output could not be written.
    """


for command in (parse, batch, table, text, schema):
    commands.add_command(command)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends the process with its exit status."""
    listen()
    try:
        status = _status(arguments)
    except Exception:
        stop_if_told()
        raise
    if status:
        stop_if_told()  # what a signal raised may have been made another error on the way
    sys.exit(status)


def _status(arguments: Sequence[str] | None) -> int:
    try:
        return int(commands(arguments, prog_name="minutes", standalone_mode=False) or 0)
    except click.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ClosedPipeError:
        return PIPE_CLOSED
    except OutputError as error:
        return complain(error, NOT_WRITTEN)
