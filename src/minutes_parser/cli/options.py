"""What several commands share: option names, exit statuses, what is said about a file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from minutes_parser.errors import MinutesError
from minutes_parser.output import tell

if TYPE_CHECKING:
    from minutes_parser.schema import ParseWarning

# named here as well as in their tables, so that `--help` need not load those; a test holds them equal
LAYOUTS = ("ai-tagged", "web", "numbered", "free-text")
TYPES = ("txt", "html", "md", "pdf", "docx")
DATE_ORDERS = ("day-first", "month-first")
FORMATS = ("json", "jsonl", "yaml")
OUTPUT_SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".yaml": "yaml", ".yml": "yaml"}

TABLE_KINDS = (
    *("meetings", "attendees", "items", "decisions", "motions", "actions", "declarations"),
    *("appendices", "warnings"),
)
TABLE_FORMATS = ("csv", "jsonl")
TABLE_SUFFIXES = {".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl"}

UNREADABLE = 1
BROKEN, NOT_WRITTEN, BUSY = 70, 74, 75  # as sysexits.h has them
# 128 and the number of the signal, as shells count
INTERRUPTED, PIPE_CLOSED, TERMINATED = 130, 141, 143

type_option = click.option(
    "--type", "kind", type=click.Choice(TYPES), help="Read the files as this type (default: told from their content)."
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print no warnings; errors are still printed.")


def complain(error: MinutesError, status: int) -> int:
    """Says on standard error what went wrong; gives back the exit status for it."""
    tell(f"minutes: {error}")
    return status


def warn(path: str, warnings: Iterable[ParseWarning]) -> None:
    """The warnings about a file, on standard error, one a line with its place."""
    for warning in warnings:
        place = f"{path}:{warning.span.line}" if warning.span else path
        tell(f"{place}: {warning.code}: {warning.message}")
