"""What a run can be spread over: this process, the cores of this machine, a Dask cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any, NamedTuple, cast

from minutes_parser.batch.pool import WorkerPool, supervise
from minutes_parser.batch.run import Convert
from minutes_parser.batch.work import convert
from minutes_parser.errors import UsageError


class Power(NamedTuple):
    """An executor, what it is to be given, and how much at a time."""

    executor: Executor
    convert: Convert
    jobs: int
    chunk_size: int
    is_here: bool  # whether the workers can add to a journal that lies on this machine


class Inline(Executor):
    """Does at once, in this process, what it is given."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """The result as a future that is done."""
        future: Future[Any] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


@contextmanager
def open_power(jobs: int, scheduler: str | None) -> Iterator[Power]:
    """The executor for so many jobs; 0 means this process, which nothing then guards against its documents.

    Raises UsageError where there is no cluster at `scheduler`.
    """
    if scheduler:
        with _cluster(scheduler) as power:
            yield power
    elif jobs:
        with WorkerPool(jobs) as executor:
            yield Power(executor, supervise, jobs, 32, True)
    else:
        yield Power(Inline(), convert, 1, 1, True)


@contextmanager
def _cluster(address: str) -> Iterator[Power]:
    try:
        import distributed
    except ModuleNotFoundError:
        raise UsageError("--scheduler needs Dask (pip install 'minutes-parser[dask]')") from None
    try:
        client: Any = cast(Any, distributed).Client(address, timeout="10s", set_as_default=False)
    except (OSError, ValueError) as error:
        raise UsageError(f"--scheduler {address}: no cluster answers ({error})") from None
    with client, client.get_executor() as executor:
        jobs = sum(client.nthreads().values())
        if not jobs:
            raise UsageError(f"--scheduler {address}: the cluster has no workers")
        yield Power(executor, supervise, jobs, 100, False)
