"""What several commands share: option names, exit statuses, what is said about a file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from minutes_parser.cli.signals import stop_if_told
from minutes_parser.errors import MinutesError, UnreadableError
from minutes_parser.output import tell

if TYPE_CHECKING:
    from minutes_parser.schema import ParseWarning

P = ParamSpec("P")
T = TypeVar("T")

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
INTERRUPTED, PIPE_CLOSED = 130, 141

type_option = click.option(
    "--type", "kind", type=click.Choice(TYPES), help="Read the files as this type (default: told from their content)."
)
_count = click.IntRange(min=1)
bytes_option = click.option(
    "--max-bytes", type=_count, default=256_000_000, show_default=True, help="Refuse files that are larger."
)
pages_option = click.option(
    "--max-pages", type=_count, default=5_000, show_default=True, help="Refuse PDF files with more pages."
)
_seconds_option = click.option(
    "--max-seconds", type=_count, default=300, show_default=True, help="Give a file up that takes longer."
)
date_order_option = click.option(
    "--date-order",
    type=click.Choice(DATE_ORDERS),
    help="Read 4/5/2023 as 4 May or as April 5 (default: day first unless the file shows otherwise).",
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print no warnings; errors are still printed.")


def limit_options(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say how much is read of each file, and how long."""
    return bytes_option(pages_option(_seconds_option(command)))


def complain(error: MinutesError, status: int) -> int:
    """Says on standard error what went wrong; gives back the exit status for it."""
    tell(f"minutes: {error}")
    return status


def attempt(path: str, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> T | int:
    """What some work on a file gives; where it cannot be done, says why and gives the exit status for it.

    Whatever befalls one file must not stop the others.
    """
    try:
        return work(*arguments, **named)
    except UnreadableError as error:
        return complain(error, UNREADABLE)
    except MemoryError:
        return complain(UnreadableError(f"{path}: more than the memory holds (cut it in parts)"), UNREADABLE)
    except Exception as error:
        stop_if_told()
        return _confess(path, error)


def _confess(path: str, error: Exception) -> int:
    """Says that a file has met a fault of this program."""
    while error.__traceback__ and error.__traceback__.tb_next:
        error.__traceback__ = error.__traceback__.tb_next
    frame = error.__traceback__
    place = f" in {os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else ""
    tell(f"minutes: {path}: a fault of minutes itself, {type(error).__name__}{place} (please report it)")
    return BROKEN


def warn(path: str, warnings: Iterable[ParseWarning]) -> None:
    """The warnings about a file, on standard error, one a line with its place."""
    for warning in warnings:
        place = f"{path}:{warning.span.line}" if warning.span else path
        tell(f"{place}: {warning.code}: {warning.message}")
