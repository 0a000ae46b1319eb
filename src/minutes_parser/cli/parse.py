"""`minutes parse`: records of some files, to standard output or one file."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from minutes_parser.cli.deadline import deadline
from minutes_parser.cli.inputs import named_files, read_input, refuse_overwriting, standard_input
from minutes_parser.cli.options import (
    FORMATS,
    LAYOUTS,
    OUTPUT_SUFFIXES,
    attempt,
    date_order_option,
    limit_options,
    quiet_option,
    type_option,
    warn,
)
from minutes_parser.output import open_output, tell

if TYPE_CHECKING:
    from minutes_parser.limits import Limits
    from minutes_parser.schema import Minutes


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), help="Format (default: by -o, else json).")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE; it appears when all is written.")
@click.option("--layout", type=click.Choice(LAYOUTS), help="Read the text as this layout (default: told from it).")
@type_option
@date_order_option
@click.option("--compact", is_flag=True, help="JSON on one line.")
@quiet_option
@click.option("-v", "--verbose", is_flag=True, help="Say on standard error what was read and found in each file.")
@limit_options
def parse(
    files: tuple[str, ...],
    format_: str | None,
    output: str,
    layout: str | None,
    kind: str | None,
    date_order: str | None,
    compact: bool,
    quiet: bool,
    verbose: bool,
    max_bytes: int,
    max_pages: int,
    max_seconds: int,
) -> int:
    """Parse minutes and print their records.

    FILE is a file, - for standard input, or a pattern such as 'archive/*.txt'. One file gives indented JSON; several
    files, or a pattern, give one line of JSON each, or one YAML document each. Data goes to standard output, warnings
    and errors to standard error; a file that cannot be read does not stop the others.
    """
    from minutes_parser.limits import Limits

    limits = Limits(max_bytes, max_pages, own_process=True)
    named = list(files) or standard_input()
    paths = named_files(named)
    several = len(paths) > 1 or paths != named  # a pattern gives lines, however many files it matches today
    dump = _writer(format_, output, compact, several)
    refuse_overwriting(paths, "-o", output)
    status = 0
    with open_output(output) as write:
        for path in paths:
            done = attempt(path, _parse, dump, path, layout, kind, date_order, limits, max_seconds)
            if isinstance(done, int):
                status = max(status, done)
                continue
            minutes, text = done
            write(text)
            if not quiet:
                warn(path, minutes.warnings)
            if verbose:
                tell(_summary(path, minutes))
    return status


def _parse(
    dump: Callable[[Minutes], str],
    path: str,
    layout: str | None,
    kind: str | None,
    date_order: str | None,
    limits: Limits,
    seconds: int,
) -> tuple[Minutes, str]:
    """The record of a file, and its text."""
    from minutes_parser.pipeline import parse as parse_bytes

    data = read_input(path, limits.bytes)
    with deadline(path, seconds):
        minutes = parse_bytes(data, name=path, layout=layout, media_type=kind, date_order=date_order, limits=limits)
        return minutes, dump(minutes)


def _writer(format_: str | None, output: str, compact: bool, several: bool) -> Callable[[Minutes], str]:
    from minutes_parser.writers import writer

    chosen = format_ or OUTPUT_SUFFIXES.get(os.path.splitext(output)[1].lower(), "json")
    if compact and chosen == "yaml":
        raise click.UsageError("--compact is for JSON: leave it out, or choose -f json.")
    return writer("jsonl" if chosen == "json" and (compact or several) else chosen)


def _summary(path: str, minutes: Minutes) -> str:
    """What was read and found, on one line."""
    source = minutes.source
    encoding = f" ({source.encoding})" if source.encoding else ""
    counts = f"{len(minutes.items)} items, {len(minutes.attendees)} attendees, {len(minutes.warnings)} warnings"
    return f"{path}: {source.media_type}{encoding}, {minutes.layout}: {counts}"
