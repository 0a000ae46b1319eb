"""The process that documents are converted in: it may die or be killed, and then only its document is lost.

It gets a job with a chunk as a line of JSON, and answers with a line for each document. It ends when nobody is there
any more to send or to listen, so that no process outlives a run that was killed.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
from contextlib import suppress
from types import FrameType
from typing import IO, Any

from minutes_parser.batch.work import OUT_OF_MEMORY, Chunk, Document, Job, convert_each
from minutes_parser.output import OutputError

IDLE = 60.0  # seconds without work after which a worker ends, as on a cluster where others have use for its memory
RETIRED = 143  # exit status of a worker that was asked to end, or ends by itself, and lost no document


class Leave:
    """SIGTERM lets the document in hand be finished."""

    def __init__(self) -> None:
        self.busy = False
        self.asked = False
        signal.signal(signal.SIGTERM, self._ask)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # the terminal sends it to all; the run says when to stop
        signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends the process, whatever it is caught in

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        if not self.busy:
            os._exit(RETIRED)


def main() -> None:
    """Answers chunk after chunk until standard input is closed."""
    leave = Leave()
    requests, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # nothing that a library prints is taken for an answer
    import minutes_parser.pipeline  # noqa: F401  before the first document's time begins to run

    _send(answers, {"ready": os.getpid()})
    while select.select([requests], [], [], IDLE)[0]:
        line = requests.readline()
        if not line:
            return
        _answer(json.loads(line), answers, leave)
    sys.exit(RETIRED)


def _answer(request: Any, answers: IO[bytes], leave: Leave) -> None:
    job = Job(**request["job"])
    documents = tuple(Document(**document) for document in request["documents"])
    with suppress(OSError):  # a cluster's worker may not see that folder, and then it finds no document either
        os.chdir(job.current)
    _limit_memory(job.memory)
    rows = convert_each(job, Chunk(documents, request["part"]))
    for _ in documents:
        leave.busy = True
        signal.setitimer(signal.ITIMER_REAL, job.timeout)
        try:
            row = next(rows)
        except OutputError as error:
            _send(answers, {"fatal": str(error)})
            sys.exit(RETIRED)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _send(answers, row)
        leave.busy = False
        if leave.asked or str(row["error"]).endswith(OUT_OF_MEMORY):  # what is left of the heap is in pieces
            sys.exit(RETIRED)


def _limit_memory(memory: int) -> None:
    """Lets this process use so many bytes, 0 for as many as there are, and no more than it is allowed to ask for."""
    allowed = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = sys.maxsize if allowed == resource.RLIM_INFINITY else allowed
    resource.setrlimit(resource.RLIMIT_AS, (min(memory or most, most), allowed))


def _send(answers: IO[bytes], message: Any) -> None:
    try:
        answers.write(json.dumps(message).encode() + b"\n")
    except BrokenPipeError:
        os._exit(RETIRED)
