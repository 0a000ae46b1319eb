"""`minutes batch` away from home: on a Dask cluster, and with sources and records on file systems of fsspec."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archives import FAULTY, files, lasting, make, put, rows, run
from conftest import Run

Minutes = Callable[..., Run]


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers, all of them processes of their own."""
    pytest.importorskip("distributed", reason="Dask is not installed (pip install 'minutes-parser[dask]')")
    address = f"tcp://127.0.0.1:{free_port()}"
    tests = str(Path(__file__).parent)
    scheduler = ["scheduler", "--host", "127.0.0.1", "--port", address.rpartition(":")[2], "--no-dashboard"]
    worker = ["worker", address, "--nthreads", "1", "--host", "127.0.0.1", "--no-dashboard", "--no-nanny"]
    # workers get their faults from the same place as elsewhere
    code = (
        f"import sys; sys.path.insert(0, {tests!r})\n"
        "import faulty_batch; from minutes_parser.batch import pool; pool.CHILD = faulty_batch.CHILD\n"
        "from dask.__main__ import main; main()"
    )
    parts = [
        subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for arguments in (scheduler, worker, worker)
    ]
    try:
        wait_for_workers(address)
        yield address
    finally:
        for part in parts:
            part.kill()
            part.wait()


def wait_for_workers(address: str) -> None:
    from distributed import Client

    end = time.monotonic() + 60
    while True:
        try:
            with Client(address, timeout="2s", set_as_default=False) as client:
                client.wait_for_workers(2, timeout=60)
                return
        except OSError:
            assert time.monotonic() < end


def test_a_cluster_gives_the_same_as_one_machine(cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "archive", 60)
    (tmp_path / "archive" / "bad.pdf").write_bytes(b"no such thing")
    assert run("archive", "here", "-j", 2).returncode == 1
    done = run("archive", "there", "--scheduler", cluster)
    assert done.returncode == 1, done.stderr
    assert "new 61\n" in done.stderr
    assert files(tmp_path / "there") == files(tmp_path / "here")
    assert lasting(tmp_path / "there/manifest.jsonl") == lasting(tmp_path / "here/manifest.jsonl")
    again = run("archive", "there", "--scheduler", cluster)
    assert "unchanged 60, tried again 1\n" in again.stderr
    assert run("archive", "--to", "all.jsonl", "--scheduler", cluster).returncode == 1
    assert len((tmp_path / "all.jsonl").read_bytes().splitlines()) == 60


def test_a_cluster_survives_its_documents(cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "archive", 20)
    for name in ("dies.txt", "hangs.txt"):
        put(tmp_path / "archive" / "001" / name)
    assert run("archive", "records", "--scheduler", cluster, "--timeout", 1).returncode == 1
    told = rows(tmp_path / "records" / "manifest.jsonl")
    assert Counter(row["status"] for row in told) == {"ok": 20, "failed": 2}
    assert [row["error"] for row in told if row["error"]] == [
        "archive/001/dies.txt: its worker died of SIGSEGV (please report it)",
        "archive/001/hangs.txt: took longer than 1 seconds (allow more with --timeout)",
    ]


def test_a_run_on_a_cluster_is_taken_up_again(cluster: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    make(tmp_path / "archive", 400)
    journal = tmp_path / "records" / "manifest.jsonl"
    command = [*FAULTY, "batch", "-q", "archive", "records", "--scheduler", cluster]
    with subprocess.Popen(command) as batch:
        while not journal.exists() or journal.stat().st_size == 0:
            assert batch.poll() is None
            time.sleep(0.02)
        batch.kill()
    done = len({row["source"] for row in rows(journal)})
    assert done > 0
    again = run("archive", "records", "--scheduler", cluster)
    assert f"unchanged {done}" in again.stderr
    assert run("archive", "others", "-j", 2).returncode == 0
    assert files(tmp_path / "records") == files(tmp_path / "others")


def test_no_cluster(minutes: Minutes, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="Dask is not installed (pip install 'minutes-parser[dask]')")
    run = minutes("batch", tmp_path, tmp_path / "records", "--scheduler", "nowhere")
    assert (run.status, "Error: --scheduler nowhere: no cluster answers (" in run.err) == (2, True)


MISSING = [
    (["archive", "records", "--scheduler", "nowhere"], "--scheduler needs Dask (pip install 'minutes-parser[dask]')"),
    (["new://archive", "records"], "new://archive: needs fsspec (pip install 'minutes-parser[remote]')"),
]


@pytest.mark.parametrize(("arguments", "message"), MISSING)
def test_what_is_not_installed(
    minutes: Minutes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "archive" / "a.txt")
    monkeypatch.setitem(sys.modules, "distributed", None)
    monkeypatch.setitem(sys.modules, "fsspec", None)
    run = minutes("batch", *arguments)
    assert (run.status, f"Error: {message}\n" in run.err) == (2, True)


# file systems


@pytest.fixture
def memory(minutes: Minutes) -> Iterator[Minutes]:
    """Runs `minutes batch` in this process, which alone sees what is in `memory://`."""
    fsspec = pytest.importorskip("fsspec", reason="fsspec is not installed (pip install 'minutes-parser[remote]')")
    store = fsspec.filesystem("memory")
    store.store.clear()
    for number, name in enumerate(("2021/b.txt", "2020/c.txt", "d.txt", "logo.png")):
        store.pipe_file(f"/archive/{name}", f"Ditch Board {number}\n\n1. Ditches\nRESOLVED: That it be cut.\n".encode())
    yield lambda *arguments: minutes("batch", "--jobs", 0, *arguments)
    store.store.clear()


def stored(folder: str) -> list[str]:
    import fsspec

    return [name.removeprefix(f"/{folder}/") for name in sorted(fsspec.filesystem("memory").find(f"/{folder}"))]


def test_sources_and_records_somewhere_else(memory: Minutes, tmp_path: Path) -> None:
    first = memory("memory://archive", "memory://records")
    assert (first.status, "new 3\n" in first.err) == (0, True)
    assert stored("records") == ["2020/c.txt.json", "2021/b.txt.json", "d.txt.json", "manifest.jsonl"]
    assert "unchanged 3\n" in memory("memory://archive", "memory://records").err
    assert memory("memory://archive", tmp_path / "here").status == 0
    assert list(files(tmp_path / "here")) == ["2020/c.txt.json", "2021/b.txt.json", "d.txt.json"]
    assert memory("memory://archive/d.txt", "--to", tmp_path / "all.jsonl").status == 0
    assert "memory://archive/d.txt" in (tmp_path / "all.jsonl").read_text()


def test_a_run_that_broke_off_there_is_taken_up_again(memory: Minutes, monkeypatch: pytest.MonkeyPatch) -> None:
    from minutes_parser.batch.manifest import RemoteJournal

    monkeypatch.setattr(RemoteJournal, "ROWS", 1)
    with monkeypatch.context() as patched:
        patched.setattr("minutes_parser.batch.tally.Tally.count", break_off_at_third())
        assert memory("memory://archive", "memory://records").status == 130
    assert "manifest.jsonl" not in stored("records")
    again = memory("memory://archive", "memory://records")
    assert "unchanged 3\n" in again.err
    assert stored("records") == ["2020/c.txt.json", "2021/b.txt.json", "d.txt.json", "manifest.jsonl"]


def break_off_at_third() -> Callable[..., None]:
    told = []

    def count(tally: object, row: object, reason: str) -> None:
        told.append(row)
        if len(told) == 3:
            raise KeyboardInterrupt

    return count


def test_what_is_not_there(memory: Minutes) -> None:
    run = memory("memory://nowhere", "memory://records")
    assert (run.status, "Error: 'memory://nowhere' does not exist.\n" in run.err) == (2, True)
    run = memory("gopher2://archive", "memory://records")
    assert (run.status, "Error: gopher2://archive: Protocol not known: gopher2\n" in run.err) == (2, True)


def test_workers_read_and_write_elsewhere(tmp_path: Path) -> None:
    pytest.importorskip("fsspec", reason="fsspec is not installed (pip install 'minutes-parser[remote]')")
    make(tmp_path / "archive", 20)
    (tmp_path / "archive" / "000" / "bad.pdf").write_bytes(b"no such thing")
    done = run(f"file://{tmp_path}/archive", f"file://{tmp_path}/records", "-j", 2)
    assert done.returncode == 1, done.stderr
    assert len(files(tmp_path / "records")) == 20
    assert len(rows(tmp_path / "records" / "manifest.jsonl")) == 21
    assert "unchanged 20" in run(f"file://{tmp_path}/archive", f"file://{tmp_path}/records", "-j", 2).stderr
