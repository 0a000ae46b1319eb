"""The files that the arguments of a command mean, and their bytes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from minutes_parser.errors import UnreadableError
from minutes_parser.output import clean

if TYPE_CHECKING:
    from pathlib import Path


def named_files(files: Iterable[str]) -> list[str]:
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


def standard_input(argument: str = "FILE...") -> list[str]:
    """Standard input as the one file to read. Raises UsageError where it is a terminal: somebody forgot `argument`."""
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError(f"Missing argument '{argument}': give a file, a pattern, or - for standard input.")
    return ["-"]


def refuse_overwriting(paths: Iterable[str], option: str, output: str) -> None:
    """Raises UsageError where the output named by an option is one of the files to read."""
    if output != "-" and os.path.realpath(output) in map(os.path.realpath, paths):
        raise click.UsageError(f"{option} '{clean(output)}' is one of the files to read.")


def read_input(path: str, most: int) -> bytes:
    """The bytes of the file at `path`, or of standard input where that is `-`.

    Raises UnreadableError where they cannot be read or are more than `most`.
    """
    from minutes_parser.readers.files import open_stdin, read_bytes, refuse_large

    if path != "-":
        return read_bytes(path, most)
    source = open_stdin()
    if sys.stdin.isatty():
        raise UnreadableError("-: standard input is a terminal (give a file, or send one: minutes parse - < FILE)")
    data = source.read(most + 1)
    refuse_large("-", len(data), most)
    return data
