"""`minutes table`: flat tables of many documents, one kind of record as CSV or JSON Lines or all of them in SQLite."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import click

from minutes_parser.cli.inputs import named_files, refuse_overwriting, standard_input
from minutes_parser.cli.options import TABLE_FORMATS, TABLE_KINDS, TABLE_SUFFIXES, UNREADABLE, complain
from minutes_parser.errors import UnreadableError
from minutes_parser.output import open_output, tell

if TYPE_CHECKING:
    from minutes_parser.tables.sources import Sources


@click.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--what", type=click.Choice(TABLE_KINDS), help="The records to write, one a row.")
@click.option("-f", "--format", "format_", type=click.Choice(TABLE_FORMATS), help="Format (default: by -o, else csv).")
@click.option("-o", "--output", metavar="FILE", default="-", help="Write to FILE; it appears when all is written.")
@click.option("--to", metavar="FILE.db", help="Write all records as tables of an SQLite file, which is replaced.")
@click.option("--bom", is_flag=True, help="Begin CSV with a byte-order mark, by which Excel knows UTF-8.")
@click.option("--raw", is_flag=True, help="In CSV, leave text alone that a spreadsheet would run as a formula.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say how many files were passed over.")
def table(
    paths: tuple[str, ...],
    what: str | None,
    format_: str | None,
    output: str,
    to: str | None,
    bom: bool,
    raw: bool,
    quiet: bool,
) -> int:
    """Make flat tables of minutes and of parsed outputs.

    PATH is a document, a parsed output (.json, .jsonl, .jsonl.gz, .yaml), a folder of either, a pattern such as
    'out/*.json', or - for JSON Lines on standard input. A source that cannot be read does not stop the others.

    \b
    minutes table archive --what decisions -o decisions.csv
    minutes table all.jsonl --to archive.db
    """
    files = named_files(list(paths) or standard_input("PATH..."))
    if to is not None:
        _refuse_options(to, {"--what": what, "-f": format_, "-o": output != "-", "--bom": bom, "--raw": raw})
        refuse_overwriting(files, "--to", to)
        return _read(files, to, quiet, partial(_write_database, to))
    if what is None:
        raise click.UsageError("Missing option '--what' (one kind of record) or '--to' (all, in an SQLite file).")
    refuse_overwriting(files, "-o", output)
    write = partial(_write_table, what, _format(format_, output, bom or raw), output, bom=bom, raw=raw)
    return _read(files, output, quiet, write)


def _read(files: list[str], output: str, quiet: bool, write: Callable[[Sources], None]) -> int:
    """Writes what the sources hold, and says what could not be read or was passed over."""
    from minutes_parser.tables.sources import Sources

    sources = Sources(files, partial(complain, status=UNREADABLE), output)
    write(sources)
    if sources.skipped and not quiet:
        tell(f"{sources.skipped} other files, links and documents beside their outputs were passed over")
    if not sources.read and not sources.failed:
        return complain(UnreadableError("no documents and no parsed outputs there (check the paths)"), UNREADABLE)
    return UNREADABLE if sources.failed else 0


def _write_table(what: str, format_: str, output: str, sources: Sources, *, bom: bool, raw: bool) -> None:
    from minutes_parser.tables.csv_ import dump_csv, head_csv
    from minutes_parser.tables.jsonl import dump_jsonl
    from minutes_parser.tables.kinds import KINDS

    kind = KINDS[what]
    head = head_csv(kind, bom=bom) if format_ == "csv" else ""
    with open_output(output) as write:
        for minutes in sources:
            write(head + (dump_csv(kind, minutes, raw=raw) if format_ == "csv" else dump_jsonl(kind, minutes)))
            head = ""


def _write_database(to: str, sources: Sources) -> None:
    from minutes_parser.tables.sqlite_ import write_sqlite

    write_sqlite(to, sources)


def _format(format_: str | None, output: str, for_csv: bool) -> str:
    chosen = format_ or TABLE_SUFFIXES.get(os.path.splitext(output)[1].lower(), "csv")
    if for_csv and chosen != "csv":
        raise click.UsageError("--bom and --raw are for CSV: leave them out, or choose -f csv.")
    return chosen


def _refuse_options(to: str, others: dict[str, object]) -> None:
    if to == "-":
        raise click.UsageError("--to needs the name of a file: an SQLite file cannot go to standard output.")
    if given := [name for name, value in others.items() if value]:
        raise click.UsageError(f"--to writes all records to an SQLite file: leave out {' and '.join(given)}.")
