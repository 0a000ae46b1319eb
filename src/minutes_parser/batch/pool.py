"""Workers that may die: each is a process of its own, watched by the thread that feeds it.

`supervise` is the function that an executor is given. It is the same for the threads of one machine and for those of a
cluster's workers: the thread borrows a process, sends it a chunk, and takes a row for each document. When the process
dies, the document in hand is charged with it and a new process gets the rest of the chunk.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import IO, Any, cast

from minutes_parser.batch.child import RETIRED
from minutes_parser.batch.manifest import Journal, Row, new_row
from minutes_parser.batch.places import join
from minutes_parser.batch.work import Chunk, Document, Job
from minutes_parser.errors import MinutesError
from minutes_parser.output import TEMPORARY, OutputError

# the child finds its modules where this process does; -P keeps a `json.py` in the current folder out of it
CHILD = ("-P", "-c", "import sys; sys.path[:] = sys.argv[1:]; from minutes_parser.batch.child import main; main()")
ASKED_TO_END = (RETIRED, -signal.SIGTERM, -signal.SIGHUP)  # how a worker ends that its document has not killed
GRACE = 5.0  # seconds that a worker is given to finish its document when the run is stopped


class WorkerError(MinutesError):
    """Worker processes cannot be had at all."""


class _EndedError(Exception):
    """The worker process has ended; `status` as Popen gives it."""

    def __init__(self, status: int) -> None:
        self.status = status


class Worker:
    """One worker process and the two pipes to it."""

    def __init__(self, command: Sequence[str]) -> None:
        with _signals_held():
            self._process = subprocess.Popen(
                [sys.executable, *command, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        self.process = self._process.pid
        self._requests = cast(IO[bytes], self._process.stdin)
        self._answers = cast(IO[bytes], self._process.stdout)
        self._ready = False

    def convert(self, job: Job, chunk: Chunk) -> Iterator[Row]:
        """A row for each document, as it is done. Raises OutputError, and _EndedError where the process died."""
        documents = [asdict(document) for document in chunk.documents]
        request = {"job": asdict(job), "documents": documents, "part": chunk.part}
        with suppress(BrokenPipeError):  # the answer that is missing then says the same
            self._requests.write(json.dumps(request).encode() + b"\n")
            self._requests.flush()
        if not self._ready:
            self._ready = "ready" in self._answer()
        for _ in documents:
            answer = self._answer()
            if "fatal" in answer:
                raise OutputError(answer["fatal"])
            yield cast(Row, answer)

    def _answer(self) -> dict[str, Any]:
        line = self._answers.readline()
        if line.endswith(b"\n"):
            return cast(dict[str, Any], json.loads(line))
        status = self._process.wait()
        if not self._ready and status not in ASKED_TO_END:
            raise WorkerError(f"worker processes do not start ({_death(status, 0)})")
        raise _EndedError(status)

    def ask_to_leave(self) -> None:
        """Lets the process finish its document and end."""
        self._process.terminate()

    def end(self, grace: float) -> None:
        """Ends the process, by force after `grace` seconds."""
        try:
            self._process.wait(grace)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        with suppress(BrokenPipeError):
            self._requests.close()
        self._answers.close()


class Crew:
    """The worker processes of this process: those at work, and those that wait for a thread to borrow them."""

    def __init__(self) -> None:
        self._idle: deque[Worker] = deque()
        self._busy: set[Worker] = set()
        self._changing = threading.Lock()
        self.is_dismissed = False

    def borrow(self) -> Worker | None:
        """A worker for one thread; None where all have been sent home."""
        with self._changing:
            if self.is_dismissed:
                return None
            worker = self._idle.pop() if self._idle else Worker(CHILD)
            self._busy.add(worker)
            return worker

    def give_back(self, worker: Worker) -> None:
        """Takes back a worker that has done its chunk."""
        with self._changing:
            self._busy.discard(worker)
            self._idle.append(worker)

    def bury(self, worker: Worker) -> None:
        """Forgets a worker that has ended."""
        with self._changing:
            self._busy.discard(worker)
        worker.end(0)

    def dismiss(self) -> None:
        """Ends all workers when they have finished the document in hand, or at once where that was asked for before.

        No thread gets one any more.
        """
        with self._changing:
            end = time.monotonic() + (0 if self.is_dismissed else GRACE)
            self.is_dismissed = True
            workers = [*self._idle, *self._busy]
        for worker in workers:
            worker.ask_to_leave()
        for worker in workers:
            worker.end(max(0, end - time.monotonic()))


_crew = Crew()


def supervise(job: Job, chunk: Chunk) -> list[Row]:
    """The rows of a chunk, whatever its documents do to their worker; fewer where the run is stopped meanwhile.

    Raises OutputError where there is no room for records, WorkerError where no worker can be had.
    """
    crew, rows = _crew, list[Row]()
    while len(rows) < len(chunk.documents) and (worker := crew.borrow()):
        rest = Chunk(chunk.documents[len(rows) :], chunk.part)
        try:
            for row in worker.convert(job, rest):
                rows.append(row)
        except _EndedError as ended:
            crew.bury(worker)
            lost = chunk.documents[len(rows)]
            _sweep_after(worker, job, lost)
            if not crew.is_dismissed and ended.status not in ASKED_TO_END:
                rows.append(_charge(job, lost, ended.status))
        except BaseException:
            crew.bury(worker)
            raise
        else:
            crew.give_back(worker)
    return rows


class WorkerPool(ThreadPoolExecutor):
    """An executor for `supervise` on this machine: a thread, and so a process, for each job."""

    def __init__(self, jobs: int) -> None:
        global _crew
        super().__init__(jobs)
        _crew = Crew()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Ends the workers, those at work when they have finished their document."""
        if cancel_futures or not wait:
            _crew.dismiss()
        super().shutdown(wait, cancel_futures=cancel_futures)
        _crew.dismiss()


def _charge(job: Job, document: Document, status: int) -> Row:
    """The row of a document that its worker did not survive."""
    row = new_row(document.path, "failed", f"{document.path}: {_death(status, job.timeout)}", job.made_by)
    if job.journal:
        journal = Journal(job.journal)
        journal.add(row)
        journal.close()
    return row


def _sweep_after(worker: Worker, job: Job, document: Document) -> None:
    """Removes the file that a worker was writing when it died."""
    folder = os.path.dirname(join(job.folder, document.output))
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            name = TEMPORARY.fullmatch(entry.name)
            if name and int(name["process"]) == worker.process:
                os.unlink(entry.path)


def _death(status: int, timeout: float) -> str:
    """What an exit status says, for a person."""
    if status == -signal.SIGALRM:
        return f"took longer than {timeout:g} seconds (allow more with --timeout)"
    if status == -signal.SIGKILL:
        return "its worker was killed, perhaps because memory ran out (fewer --jobs need less)"
    if status < 0:
        return f"its worker died of {signal.Signals(-status).name} (please report it)"
    return f"its worker ended with exit status {status} (please report it)"


@contextmanager
def _signals_held() -> Iterator[None]:
    """Lets a new process start with a terminal's signals blocked: they go to all, and ours is to say when to stop."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
