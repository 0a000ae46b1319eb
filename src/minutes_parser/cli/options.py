"""What several commands share: option names, exit statuses, what is said about a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from minutes_parser.errors import MinutesError
from minutes_parser.output import tell

if TYPE_CHECKING:
    from minutes_parser.schema import ParseWarning

# named here as well as in their tables, so that `--help` need not load those; a test holds them equal
LAYOUTS = ("ai-tagged", "web", "numbered", "free-text")
TYPES = ("txt", "html", "md", "pdf", "docx")
FORMATS = ("json", "jsonl", "yaml")
OUTPUT_SUFFIXES = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".yaml": "yaml", ".yml": "yaml"}

UNREADABLE = 1
NOT_WRITTEN = 74
# 128 and the number of the signal, as shells count
INTERRUPTED, PIPE_CLOSED, TERMINATED = 130, 141, 143

type_option = click.option(
    "--type", "kind", type=click.Choice(TYPES), help="Read the files as this type (default: told from their content)."
)
_count = click.IntRange(min=1)
_bytes_option = click.option(
    "--max-bytes", type=_count, default=256_000_000, show_default=True, help="Refuse files that are larger."
)
_pages_option = click.option(
    "--max-pages", type=_count, default=5_000, show_default=True, help="Refuse PDF files with more pages."
)
_seconds_option = click.option(
    "--max-seconds", type=_count, default=300, show_default=True, help="Give a file up that takes longer."
)
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print no warnings; errors are still printed.")


def limit_options(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say how much is read of each file, and how long."""
    return _bytes_option(_pages_option(_seconds_option(command)))


def complain(error: MinutesError, status: int) -> int:
    """Says on standard error what went wrong; gives back the exit status for it."""
    tell(f"minutes: {error}")
    return status


def warn(path: str, warnings: Iterable[ParseWarning]) -> None:
    """The warnings about a file, on standard error, one a line with its place."""
    for warning in warnings:
        place = f"{path}:{warning.span.line}" if warning.span else path
        tell(f"{place}: {warning.code}: {warning.message}")
