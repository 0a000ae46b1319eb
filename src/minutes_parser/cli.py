"""The command line: options in, exit status out. Nothing but click is imported until a command needs it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NoReturn

import click

from minutes_parser import __version__
from minutes_parser.errors import MinutesError, UnreadableError
from minutes_parser.output import ClosedPipeError, OutputError, clean, open_output, tell, write_stdout

if TYPE_CHECKING:
    from pathlib import Path

    from minutes_parser.schema import Minutes, ParseWarning

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
quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print no warnings; errors are still printed.")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="minutes", message="%(prog)s %(version)s")
def commands() -> None:
    """Turn the minutes of councils, boards and committees into structured data.

    \b
    minutes parse minutes.txt                      the record as JSON
    minutes parse minutes.pdf -o record.yaml       the record as YAML, in a file
    minutes parse 'archive/*.txt' -o all.jsonl     many files, one record a line
    minutes parse - < minutes.txt                  from standard input
    minutes text minutes.pdf                       the text that the records point into

    Exit status: 0 all files were read, 1 some file could not be read, 2 wrong usage, 74 output could not be written.
    """


@commands.command()
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("-f", "--format", "format_", type=click.Choice(FORMATS), help="Format (default: by -o, else json).")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE; it appears when all is written.")
@click.option("--layout", type=click.Choice(LAYOUTS), help="Read the text as this layout (default: told from it).")
@type_option
@click.option("--compact", is_flag=True, help="JSON on one line.")
@quiet_option
@click.option("-v", "--verbose", is_flag=True, help="Say on standard error what was read and found in each file.")
def parse(
    files: tuple[str, ...],
    format_: str | None,
    output: str,
    layout: str | None,
    kind: str | None,
    compact: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Parse minutes and print their records.

    FILE is a file, - for standard input, or a pattern such as 'archive/*.txt'. One file gives indented JSON; several
    files, or a pattern, give one line of JSON each, or one YAML document each. Data goes to standard output, warnings
    and errors to standard error; a file that cannot be read does not stop the others.
    """
    named = list(files) or _standard_input()
    paths = _paths(named)
    several = len(paths) > 1 or paths != named  # a pattern gives lines, however many files it matches today
    dump = _writer(format_, output, compact, several)
    _refuse_overwriting(paths, output)
    status = 0
    with open_output(output) as write:
        for path in paths:
            try:
                minutes = _parse(path, layout, kind)
            except UnreadableError as error:
                status = _complain(error, UNREADABLE)
                continue
            write(dump(minutes))
            if not quiet:
                _warn(path, minutes.warnings)
            if verbose:
                tell(_summary(path, minutes))
    return status


@commands.command()
@click.argument("file")
@type_option
@quiet_option
def text(file: str, kind: str | None, quiet: bool) -> int:
    """Print the text of a file exactly as it was read.

    The spans of the records index this text, in Unicode code points from 0.
    """
    from minutes_parser.readers import read

    try:
        document = read(_read_bytes(file), file, kind)
    except UnreadableError as error:
        return _complain(error, UNREADABLE)
    write_stdout(document.text)
    if not quiet:
        _warn(file, document.warnings)
    return 0


@commands.command()
def schema() -> None:
    """Print the JSON Schema (2020-12) of a record."""
    from minutes_parser.writers.json_ import dump_schema

    write_stdout(dump_schema())


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line and ends the process with its exit status."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    sys.exit(_status(arguments))


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
        return _complain(error, NOT_WRITTEN)


def _paths(files: Iterable[str]) -> list[str]:
    """The files that the arguments mean: patterns that the shell has left alone are filled in, in order of name."""
    paths: list[str] = []
    for file in files:
        if file == "-" or os.path.lexists(file) or not any(c in file for c in "*?["):
            paths.append(file)
        else:
            paths.extend(_matching(file))
    return paths


def _matching(pattern: str) -> list[str]:
    """The files that a pattern matches, hidden ones only where it says so; `**` follows no links to folders."""
    from pathlib import Path

    wanted = Path(pattern)
    found = Path(wanted.anchor).glob(str(wanted.relative_to(wanted.anchor)))
    shown = sorted(str(path) for path in found if path.is_file() and _dots(path) == _dots(wanted))
    if not shown:
        raise click.UsageError(f"No file matches '{clean(pattern)}'.")
    return shown


def _dots(path: Path) -> int:
    """How many parts of a path are hidden."""
    return sum(part.startswith(".") and part != ".." for part in path.parts)


def _standard_input() -> list[str]:
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("Missing argument 'FILE...': give a file, a pattern, or - for standard input.")
    return ["-"]


def _read_bytes(path: str) -> bytes:
    from minutes_parser.readers.files import read_bytes

    if path != "-":
        return read_bytes(path)
    if sys.stdin is None:
        raise UnreadableError("-: standard input is closed (give a file)")
    return sys.stdin.buffer.read()


def _parse(path: str, layout: str | None, kind: str | None) -> Minutes:
    from minutes_parser.pipeline import parse as parse_bytes

    return parse_bytes(_read_bytes(path), name=path, layout=layout, media_type=kind)


def _writer(format_: str | None, output: str, compact: bool, several: bool) -> Callable[[Minutes], str]:
    from minutes_parser.writers import writer

    chosen = format_ or OUTPUT_SUFFIXES.get(os.path.splitext(output)[1].lower(), "json")
    if compact and chosen == "yaml":
        raise click.UsageError("--compact is for JSON: leave it out, or choose -f json.")
    return writer("jsonl" if chosen == "json" and (compact or several) else chosen)


def _refuse_overwriting(paths: Iterable[str], output: str) -> None:
    if output != "-" and os.path.realpath(output) in map(os.path.realpath, paths):
        raise click.UsageError(f"-o '{clean(output)}' is one of the files to read.")


def _complain(error: MinutesError, status: int) -> int:
    tell(f"minutes: {error}")
    return status


def _warn(path: str, warnings: Iterable[ParseWarning]) -> None:
    for warning in warnings:
        place = f"{path}:{warning.span.line}" if warning.span else path
        tell(f"{place}: {warning.code}: {warning.message}")


def _summary(path: str, minutes: Minutes) -> str:
    """What was read and found, on one line."""
    source = minutes.source
    encoding = f" ({source.encoding})" if source.encoding else ""
    counts = f"{len(minutes.items)} items, {len(minutes.attendees)} attendees, {len(minutes.warnings)} warnings"
    return f"{path}: {source.media_type}{encoding}, {minutes.layout}: {counts}"
