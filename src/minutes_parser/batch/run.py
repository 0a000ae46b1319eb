"""The run: documents out of the walk, in chunks to an executor, rows back in the order of the input.

It knows no more of the executor than `concurrent.futures` says, and holds no more than the chunks that are on their
way: neither the files that are to come nor those that are done.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, replace

from minutes_parser.batch.manifest import Row, new_row
from minutes_parser.batch.places import Stamp, place_of
from minutes_parser.batch.pool import GRACE
from minutes_parser.batch.tally import Tally
from minutes_parser.batch.target import Take, Target
from minutes_parser.batch.walk import Found
from minutes_parser.batch.work import Chunk, Document, Job
from minutes_parser.errors import MinutesError

Convert = Callable[[Job, Chunk], list[Row]]
Running = dict[Future[list[Row]], list["Step"]]  # what is under way for which files
LOOK_UP = 0.2  # seconds after which the run looks whether it is to stop
WAITING = 500  # groups of files that may wait for one before them
STEPS = 2000  # files in a group at most, those included that need no work


class StoppedError(MinutesError):
    """The run was asked to stop; what is done is done."""


@dataclass
class Step:
    """What is to happen with one file: a row is known already, or a document is to be converted."""

    path: str
    row: Row | None = None
    document: Document | None = None
    reason: str = ""  # why it is converted, or is not


@dataclass(frozen=True)
class Run:
    """One run over an archive."""

    job: Job
    target: Target
    executor: Executor
    convert: Convert
    tally: Tally
    jobs: int  # how many documents are converted at a time
    chunk_size: int  # how many documents are sent at a time
    redo_all: bool = False
    is_stopped: Callable[[], bool] = lambda: False
    tell: Callable[[Tally, Row | None], None] = lambda tally, row: None  # told of each row, and now and then of none

    def over(self, found: Iterable[Found]) -> None:
        """Converts what was found. Raises StoppedError, and OutputError and WorkerError, which end the whole run."""
        try:
            with self.target.completing() as take:
                self._feed(self._groups(found), take)
        except BaseException:
            self.executor.shutdown(wait=False)
            raise
        finally:
            self.target.journal.close()

    def _feed(self, groups: Iterator[list[Step]], take: Take) -> None:
        waiting: deque[list[Step]] = deque()
        running: Running = {}
        more = True
        while more or waiting:
            while more and len(running) < 3 * self.jobs and len(waiting) < WAITING and not self.is_stopped():
                steps = next(groups, [])
                more = bool(steps)
                waiting.append(steps)
                self._start(steps, running)
                self._settle(waiting, take)
            self._collect(running)
            self._settle(waiting, take)
            if self.is_stopped():
                self._stop(running)

    def _start(self, steps: list[Step], running: Running) -> None:
        documents = tuple(step.document for step in steps if step.document)
        if documents:
            chunk = Chunk(documents, self.target.new_part())
            running[self.executor.submit(self.convert, self.job, chunk)] = steps
        for step in steps:
            if step.row:
                self._count(step, step.row)

    def _collect(self, running: Running, timeout: float = LOOK_UP) -> None:
        """Takes the rows of what has been done meanwhile."""
        if not running:
            return
        for future in wait(running, timeout, FIRST_COMPLETED).done:
            to_do = [step for step in running.pop(future) if step.document]
            for step, row in zip(to_do, self._rows(future, to_do), strict=False):
                step.row = row
                self._count(step, row)
        self.tell(self.tally, None)

    def _rows(self, future: Future[list[Row]], steps: list[Step]) -> list[Row]:
        """The rows of a chunk; where a cluster has lost it, its documents are charged with that."""
        try:
            rows = future.result()
        except MinutesError:
            raise
        except Exception as error:
            if self.is_stopped():
                return []
            reason = f"{type(error).__name__}: {error}"
            rows = [new_row(step.path, "failed", f"{step.path}: {reason}", self.job.made_by) for step in steps]
        if not self.job.journal:
            for row in rows:
                self.target.journal.add(row)
        return rows

    def _settle(self, waiting: deque[list[Step]], take: Take) -> None:
        """Hands on the rows that have no row missing before them."""
        while waiting and all(step.row for step in waiting[0]):
            for step in waiting.popleft():
                if step.row:
                    take(step.row)

    def _stop(self, running: Running) -> None:
        """Lets the documents in hand be finished, and counts them."""
        for future in running:
            future.cancel()
        self.executor.shutdown(wait=False)
        wait(running, GRACE)
        for future in [future for future in running if not future.done()]:
            del running[future]
        self._collect(running, 0)
        raise StoppedError("stopped")

    def _count(self, step: Step, row: Row) -> None:
        known = step.document and step.document.known
        is_same = known and row["status"] == "ok" and row["sha256"] == known["sha256"]
        self.tally.count(row, "unchanged" if is_same else step.reason)
        self.tell(self.tally, row)

    def _groups(self, found: Iterable[Found]) -> Iterator[list[Step]]:
        """Files that follow one another: few at first, so that all workers have something to do at once."""
        steps, size, number = list[Step](), 1, 0
        for one in found:
            steps.append(self._step(one))
            number += steps[-1].document is not None
            if number >= size or len(steps) >= STEPS:
                yield steps
                steps, number, size = [], 0, min(size * 2, self.chunk_size)
        if steps:
            yield steps

    def _step(self, found: Found) -> Step:
        if found.skipped or found.error:
            status = "skipped" if found.skipped else "failed"
            return Step(found.path, new_row(found.path, status, found.skipped or found.error, self.job.made_by))
        known = self.target.index.take(found.path)
        document = Document(found.path, self.target.output_of(found))
        if not known:
            return Step(found.path, document=document, reason="new")
        if known["status"] != "ok":
            return Step(found.path, document=document, reason="tried again")
        if self.redo_all:
            return Step(found.path, document=document, reason="forced")
        if known["made_by"] != self.job.made_by or not self.target.holds(known, document.output):
            return Step(found.path, document=document, reason="changed")
        if Stamp(known["size"] or 0, known["modified"]) == place_of(found.path).stamp(found.path):
            return Step(found.path, known, reason="unchanged")
        return Step(found.path, document=replace(document, known=known), reason="changed")
