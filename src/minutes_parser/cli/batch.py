"""`minutes batch`: a whole archive, to a tree of records or one stream of them."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from minutes_parser.cli.options import (
    BROKEN,
    BUSY,
    LAYOUTS,
    TYPES,
    UNREADABLE,
    bytes_option,
    complain,
    date_order_option,
    pages_option,
)
from minutes_parser.errors import UsageError
from minutes_parser.output import clean, tell

if TYPE_CHECKING:
    from minutes_parser.batch.plan import Plan

TREE_FORMATS = ("json", "yaml")
MEGABYTE = 1_000_000
DAY = 86_400  # seconds


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="SOURCE... DEST")
@click.option(
    "-f", "--format", "format_", type=click.Choice(TREE_FORMATS), default="json", help="Format of the records."
)
@click.option("--to", metavar="FILE", help="Write one stream to FILE.jsonl, FILE.jsonl.gz or -, and no tree to DEST.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0),
    help="Worker processes (default: one a core; 0: none, and no --timeout or --memory).",
)
@click.option("--include", multiple=True, metavar="GLOB", help="Read the files that match, whatever their type.")
@click.option("--exclude", multiple=True, metavar="GLOB", help="Pass over files and folders that match.")
@click.option("--follow-links", is_flag=True, help="Read linked files and folders too.")
@click.option("--force", is_flag=True, help="Convert again what is done and unchanged.")
@click.option(
    "--timeout", type=click.FloatRange(0, DAY), default=60, show_default=True, help="Seconds for one; 0: no limit."
)
@click.option("--memory", type=click.IntRange(0), default=0, metavar="MB", help="Megabytes that a worker may use.")
@bytes_option
@pages_option
@click.option("--scheduler", metavar="ADDRESS", help="Use the Dask cluster at ADDRESS.")
@click.option("--layout", type=click.Choice(LAYOUTS), help="Read all as this layout (default: told from the text).")
@click.option("--type", "kind", type=click.Choice(TYPES), help="Read all as this type (default: told from content).")
@date_order_option
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but the error that ends a run.")
def batch(paths: tuple[str, ...], to: str | None, **options: Any) -> int:
    """Convert the minutes in files and folders.

    Each SOURCE is a file or a folder. DEST gets a file a document, under the same name and the suffix of the format,
    and manifest.jsonl, which says what became of each file. Run the same command again to take up a run that was
    stopped, or to convert what is new or has changed.

    A GLOB is for names, such as '*.pdf', or for paths inside SOURCE where it has a slash, such as '2019/*'.

    Exit status: 0 all was read, 1 some files failed, 2 wrong usage, 70 workers do not start, 74 output could
    not be written, 75 another run writes there, 129 stopped by SIGHUP, 130 stopped by Ctrl-C, 141 nobody reads
    the output any more, 143 stopped by SIGTERM.
    """
    from minutes_parser.batch.lock import BusyError
    from minutes_parser.batch.pool import WorkerError

    try:
        return _run(_plan(paths, to, options), options["quiet"])
    except UsageError as error:
        raise click.UsageError(str(error)) from None
    except BusyError as error:
        return complain(error, BUSY)
    except WorkerError as error:
        return complain(error, BROKEN)


def _plan(paths: tuple[str, ...], to: str | None, options: dict[str, Any]) -> Plan:
    from minutes_parser.batch.plan import Plan

    _check_target(paths, to, options["format_"])
    jobs = options["jobs"]
    return Plan(
        sources=paths if to else paths[:-1],
        folder=None if to else paths[-1],
        stream=to,
        format=options["format_"],
        layout=options["layout"],
        media_type=options["kind"],
        date_order=options["date_order"],
        include=options["include"],
        exclude=options["exclude"],
        follow_links=options["follow_links"],
        redo_all=options["force"],
        timeout=options["timeout"],
        memory=options["memory"] * MEGABYTE,
        max_bytes=options["max_bytes"],
        max_pages=options["max_pages"],
        jobs=_cores() if jobs is None else jobs,
        scheduler=options["scheduler"],
    )


def _check_target(paths: tuple[str, ...], to: str | None, format_: str) -> None:
    """Raises UsageError where it is not clear where to write to, or cannot be."""
    from minutes_parser.batch.places import is_remote

    if to is None and len(paths) < 2:
        raise UsageError("Missing argument 'DEST': give the folder to write to, or --to FILE.jsonl.")
    if to is None and not paths[-1]:
        raise UsageError("DEST is empty: give the folder to write to.")
    if to == "":
        raise UsageError("--to is empty: give the file to write to.")
    if to and is_remote(to):
        raise UsageError(f"--to '{clean(to)}' is an address, but a stream is a file here: give an address as DEST.")
    if to is not None and to != "-" and not to.endswith((".jsonl", ".jsonl.gz")):
        raise UsageError(f"--to '{clean(to)}' is no name for a stream: let it end with .jsonl or .jsonl.gz.")
    if to is not None and format_ != "json":
        raise UsageError("--to is for JSON: leave out -f, or give a DEST.")


def _cores() -> int:
    """The cores that this process may use, where the system tells."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _run(plan: Plan, quiet: bool) -> int:
    from minutes_parser.batch.plan import run_plan
    from minutes_parser.batch.progress import Watch, tell_summary
    from minutes_parser.batch.run import StoppedError
    from minutes_parser.batch.tally import Tally

    tally = Tally()
    watch = None if quiet else Watch(plan.found)
    with _Stop() as stop, suppress(StoppedError):
        run_plan(plan, tally, watch, lambda: stop.signal is not None)
    if not quiet:
        tell_summary(tally)
    if stop.signal is not None:
        if not quiet:
            tell("stopped: run the same command again to go on")
        return 128 + stop.signal
    return UNREADABLE if tally.failed else 0


class _Stop:
    """Notes the first signal that asks the run to end; the second ends it at once.

    Signals that are ignored stay so, as under nohup.
    """

    SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def __init__(self) -> None:
        self.signal: int | None = None

    def __enter__(self) -> _Stop:
        heard = [number for number in self.SIGNALS if signal.getsignal(number) is not signal.SIG_IGN]
        self._before = {number: signal.signal(number, self._note) for number in heard}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _note(self, number: int, frame: FrameType | None) -> None:
        if self.signal is not None:
            raise KeyboardInterrupt
        self.signal = number
