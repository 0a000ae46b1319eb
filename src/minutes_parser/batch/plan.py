"""A run as it was asked for, and how it is set up: sources, target, executor."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass

from minutes_parser import __version__
from minutes_parser.batch.executors import open_power
from minutes_parser.batch.places import is_remote
from minutes_parser.batch.progress import Watch
from minutes_parser.batch.run import Run
from minutes_parser.batch.stream import open_stream
from minutes_parser.batch.tally import Tally
from minutes_parser.batch.target import Target
from minutes_parser.batch.tree import open_tree
from minutes_parser.batch.walk import Found, Root, Selection, check_sources, identity_of, roots_of, walk
from minutes_parser.batch.work import Job
from minutes_parser.errors import UsageError
from minutes_parser.output import clean


@dataclass(frozen=True)
class Plan:
    """What to convert, where to, and how. Exactly one of `folder` and `stream` is given."""

    sources: tuple[str, ...]
    folder: str | None
    stream: str | None
    format: str
    layout: str | None
    media_type: str | None
    date_order: str | None
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    follow_links: bool
    redo_all: bool
    timeout: float
    memory: int
    max_bytes: int
    max_pages: int
    jobs: int
    scheduler: str | None

    @property
    def made_by(self) -> str:
        """Version and options that the records depend on."""
        options = {"format": self.format, "layout": self.layout, "type": self.media_type, "dates": self.date_order}
        return " ".join([__version__, *(f"{name}={value}" for name, value in options.items() if value)])

    def found(self) -> Iterator[Found]:
        """The files of the sources, in order."""
        roots = roots_of(self.sources) if self.folder else [Root(source, "") for source in self.sources]
        own = identity_of(self.folder) if self.folder and not is_remote(self.folder) else None
        avoid = frozenset([own] if own else [])
        return walk(roots, Selection(self.include, self.exclude, self.follow_links, avoid))

    def check(self) -> None:
        """Raises UsageError where the sources cannot be converted to the target, before anything is done."""
        check_sources(self.sources)
        if self.folder:
            roots_of(self.sources)
            for source in self.sources:
                if identity_of(source) is not None and identity_of(source) == identity_of(self.folder):
                    raise UsageError(f"DEST '{clean(self.folder)}' is a SOURCE: give another folder to write to.")
            if os.path.lexists(self.folder) and not os.path.isdir(self.folder):
                raise UsageError(f"DEST '{clean(self.folder)}' is no folder.")

    def target(self) -> AbstractContextManager[Target]:
        """Where the records go, locked."""
        return open_tree(self.folder, self.format) if self.folder else open_stream(str(self.stream))


def run_plan(plan: Plan, tally: Tally, watch: Watch | None, is_stopped: Callable[[], bool]) -> None:
    """Carries out a plan and counts in `tally` what came of it.

    Raises UsageError before anything is done; BusyError, OutputError, WorkerError and StoppedError later.
    """
    plan.check()
    with plan.target() as target, open_power(plan.jobs, plan.scheduler) as power:
        job = Job(
            folder=target.folder if is_remote(target.folder) else os.path.abspath(target.folder),
            current=os.getcwd(),
            format="jsonl" if plan.stream else plan.format,
            layout=plan.layout,
            media_type=plan.media_type,
            date_order=plan.date_order,
            max_bytes=plan.max_bytes,
            max_pages=plan.max_pages,
            timeout=plan.timeout,
            memory=plan.memory,
            made_by=plan.made_by,
            journal=target.shared_journal if power.is_here else None,
        )
        run = Run(
            job=job,
            target=target,
            executor=power.executor,
            convert=power.convert,
            tally=tally,
            jobs=power.jobs,
            chunk_size=power.chunk_size,
            redo_all=plan.redo_all,
            is_stopped=is_stopped,
            tell=watch.tell if watch else (lambda tally, row: None),
        )
        with watch.shown() if watch else nullcontext():
            run.over(plan.found())
