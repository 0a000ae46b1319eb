"""What `minutes batch` survives: kills, signals, dead workers, full disks, two runs at once, a folder of horrors."""

from __future__ import annotations

import ctypes
import json
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from archives import FAULTY, files, lasting, make, put, rows, run, start, statuses
from minutes_parser.batch import manifest


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def until(is_so: Callable[[], bool], seconds: float = 20) -> bool:
    """Waits until something is so; whether it has become so."""
    end = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def is_running(process: int) -> bool:
    """Whether a process is there and not merely unburied."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def noted(notes: Path) -> list[tuple[int, str]]:
    """The conversions that were begun: process and name."""
    lines = notes.read_text().splitlines() if notes.exists() else []
    return [(int(line.split(" ", 1)[0]), line.split(" ", 1)[1]) for line in lines]


# kills


@pytest.mark.parametrize(("target", "kills"), [(["records"], 10), (["--to", "all.jsonl"], 5)])
def test_a_run_that_is_killed_is_taken_up_again(folder: Path, target: list[str], kills: int) -> None:
    make(folder / "archive", 120)
    notes = folder / "notes"
    chance = random.Random(7)
    for _ in range(kills):
        kill_a_run(target, notes, chance)
    assert run("archive", *target, "-j", 2, NOTES=str(notes)).returncode == 0
    assert len(noted(notes)) <= 120 + 2 * kills
    assert {name for _, name in noted(notes)} == {str(path.relative_to(folder)) for path in folder.glob("archive/*/*")}
    compare_with_an_undisturbed_run(folder, target)


def kill_a_run(target: list[str], notes: Path, chance: random.Random) -> None:
    """Starts a run and kills it soon after its start or in the middle of its work, with its workers or without."""
    before = len(noted(notes))
    batch = start("archive", *target, "-j", 2, NOTES=str(notes), SLOWER="0.01")
    if chance.random() < 0.7:
        assert until(lambda: len(noted(notes)) > before or batch.poll() is not None)
        time.sleep(chance.uniform(0, 0.15))
    else:
        time.sleep(chance.uniform(0, 0.5))
    kill = os.killpg if chance.random() < 0.5 else os.kill
    kill(batch.pid, signal.SIGKILL)
    batch.communicate()
    workers = {process for process, _ in noted(notes)[before:]}
    assert until(lambda: not any(map(is_running, workers)))


def compare_with_an_undisturbed_run(folder: Path, target: list[str]) -> None:
    if target == ["records"]:
        assert run("archive", "others", "-j", 2).returncode == 0
        assert len(files(folder / "records")) == 120
        assert files(folder / "records") == files(folder / "others")
        assert lasting(folder / "records" / "manifest.jsonl") == lasting(folder / "others" / "manifest.jsonl")
    else:
        assert run("archive", "--to", "others.jsonl", "-j", 2).returncode == 0
        assert (folder / "all.jsonl").read_bytes() == (folder / "others.jsonl").read_bytes()
        assert len((folder / "all.jsonl").read_bytes().splitlines()) == 120
        assert not [name for name in os.listdir(folder) if name.startswith(".")]


def test_half_written_files_of_a_killed_run_are_swept(folder: Path) -> None:
    make(folder / "archive", 2)
    half = folder / "records" / "000" / ".0000.txt.json.4711.0a1b2c3d.tmp"
    half.parent.mkdir(parents=True)
    half.touch()
    own = folder / "records" / "000" / ".notes.tmp"
    own.touch()
    (folder / "records" / ".minutes.lock").touch()
    assert run("archive", "records").returncode == 0
    assert (half.exists(), own.exists(), (folder / "records" / ".minutes.lock").exists()) == (False, True, False)


# signals


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("to_group", [True, False])
def test_a_signal_ends_a_run_cleanly(folder: Path, number: int, status: int, to_group: bool) -> None:
    make(folder / "archive", 60)
    notes = folder / "notes"
    batch = start("archive", "records", "-j", 2, NOTES=str(notes), SLOWER="0.05")
    assert until(lambda: len(noted(notes)) > 5)
    (os.killpg if to_group else os.kill)(batch.pid, number)
    out, err = batch.communicate(timeout=20)
    assert (batch.returncode, out) == (status, "")
    assert err.endswith("\nstopped: run the same command again to go on\n")
    assert "Traceback" not in err
    done = files(folder / "records")
    assert 5 <= len(done) < 60
    assert [name for name in done if name.endswith(".tmp") or "lock" in name] == []
    told = {row["output"] for row in rows(folder / "records" / "manifest.jsonl")}
    assert told == done.keys()
    assert f"files read {len(done):>13} " in err
    assert not any(is_running(process) for process, _ in noted(notes))
    again = run("archive", "records", "-j", 2, NOTES=str(notes))
    assert (again.returncode, len(noted(notes))) == (0, 60)


def test_a_hangup_that_is_ignored_ends_nothing(folder: Path) -> None:
    make(folder / "archive", 20)
    notes = folder / "notes"
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does; a new process begins with it
    try:
        batch = start("archive", "records", "-j", 2, NOTES=str(notes), SLOWER="0.05")
    finally:
        signal.signal(signal.SIGHUP, before)
    assert until(lambda: len(noted(notes)) > 5)
    os.killpg(batch.pid, signal.SIGHUP)
    batch.communicate(timeout=20)
    assert (batch.returncode, len(files(folder / "records"))) == (0, 20)


def test_the_second_signal_ends_a_run_at_once(folder: Path) -> None:
    put(folder / "archive" / "hangs.txt")
    notes = folder / "notes"
    batch = start("archive", "records", NOTES=str(notes))
    assert until(lambda: len(noted(notes)) > 0)
    batch.send_signal(signal.SIGINT)
    time.sleep(0.5)
    batch.send_signal(signal.SIGINT)
    _, err = batch.communicate(timeout=20)
    assert (batch.returncode, "Traceback" in err) == (130, False)
    assert not any(is_running(process) for process, _ in noted(notes))


# workers


FAULTS = {
    "dies.txt": "its worker died of SIGSEGV (please report it)",
    "fails.txt": "KeyError: 'hedge' (please report it)",
    "hangs.txt": "took longer than 1 seconds (allow more with --timeout)",
    "hoards.txt": "needs more memory than it may use (allow more with --memory)",
    "killed.txt": "its worker was killed, perhaps because memory ran out (fewer --jobs need less)",
}


@pytest.mark.parametrize("target", [["records"], ["--to", "all.jsonl"]])
def test_a_document_that_takes_its_worker_with_it_stops_no_other(folder: Path, target: list[str]) -> None:
    make(folder / "archive", 40)
    for name in FAULTS:
        put(folder / "archive" / "002" / name)
    done = run("archive", *target, "-j", 2, "--timeout", 1)
    assert done.returncode == 1
    told = rows(folder / "records/manifest.jsonl" if target == ["records"] else folder / "all.manifest.jsonl")
    assert Counter(row["status"] for row in told) == {"ok": 40, "failed": 5}
    errors = [row["error"] for row in told if row["error"]]
    assert errors == [f"archive/002/{name}: {reason}" for name, reason in FAULTS.items()]
    assert sorted(line for line in done.stderr.splitlines() if line.startswith("minutes: ")) == [
        f"minutes: {error}" for error in errors
    ]


def test_a_limit_on_memory(folder: Path) -> None:
    put(folder / "archive" / "a.txt")
    (folder / "archive" / "long.txt").write_bytes(b"A hedge is a hedge. \n" * 8_000_000)
    done = run("archive", "records", "-j", 1, "--memory", 400)
    assert done.returncode == 1
    assert statuses(folder / "records/manifest.jsonl") == {"a.txt": "ok", "long.txt": "failed"}
    assert "archive/long.txt: needs more memory than it may use (allow more with --memory)" in done.stderr


@pytest.mark.parametrize("megabytes", [8_000, 10**20])
def test_a_limit_on_memory_above_what_is_allowed(folder: Path, megabytes: int) -> None:
    put(folder / "archive" / "a.txt")
    limit = 4_000_000_000
    done = subprocess.run(
        [*FAULTY, "batch", "archive", "records", "-j", "1", "--memory", str(megabytes)],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
        timeout=60,
        check=False,
    )
    assert done.returncode == 0


def test_workers_that_do_not_start_end_the_run(folder: Path) -> None:
    put(folder / "archive" / "a.txt")
    code = (
        "import sys; from minutes_parser.batch import pool; from minutes_parser.cli import main\n"
        "pool.CHILD = ('-c', 'raise SystemExit(9)'); main(sys.argv[1:])"
    )
    command = [sys.executable, "-c", code, "batch", "archive", "records"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120, check=False)
    assert done.returncode == 70
    reason = "worker processes do not start (its worker ended with exit status 9 (please report it))"
    assert done.stderr == f"minutes: {reason}\n"


# places


def test_the_second_of_two_runs_says_so_and_stops(folder: Path) -> None:
    put(folder / "archive" / "hangs.txt")
    notes = folder / "notes"
    first = start("archive", "records", NOTES=str(notes))
    try:
        assert until(lambda: len(noted(notes)) > 0)
        second = run("archive", "records")
        assert second.returncode == 75
        pattern = r"minutes: records: another run writes here \(process (\d+) on \S+\): wait for it or stop it\n"
        assert re.fullmatch(pattern, second.stderr), second.stderr
        assert int(re.findall(r"process (\d+)", second.stderr)[0]) == first.pid
    finally:
        first.kill()
        first.communicate()


@pytest.mark.parametrize("target", [["records"], ["--to", "all.jsonl"]])
def test_a_full_disk_is_one_clear_error(folder: Path, target: list[str]) -> None:
    make(folder / "archive", 60)

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))

    command = [*FAULTY, "batch", "archive", *target, "-j", "2"]
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=120, check=False, preexec_fn=little_room
    )
    assert done.returncode == 74
    pattern = r"minutes: \S+: File too large \(make room .*, then run the same command again\)\n"
    assert re.fullmatch(pattern, done.stderr), done.stderr
    assert not [path for path in folder.rglob("*") if path.suffix == ".tmp"]
    assert run("archive", *target, "-j", "2").returncode == 0
    if target == ["records"]:
        assert len(files(folder / "records")) == 60
    else:
        assert len((folder / "all.jsonl").read_bytes().splitlines()) == 60


def test_a_target_that_cannot_be_written_to(folder: Path) -> None:
    put(folder / "archive" / "a.txt")
    done = run("archive", "/proc/records")
    assert done.returncode == 74
    assert done.stderr.startswith("minutes: /proc/records: No such file or directory (make room ")


def test_nobody_reads_the_stream(folder: Path) -> None:
    make(folder / "archive", 60)
    batch = start("archive", "--to", "-", "-j", "1", SLOWER="0.02")
    assert batch.stdout is not None
    batch.stdout.readline()
    batch.stdout.close()
    assert batch.wait(timeout=30) == 141
    assert batch.stderr is not None
    assert "Traceback" not in batch.stderr.read()
    batch.stderr.close()


# everything at once


def make_horrors(archive: Path) -> tuple[set[str], set[str]]:
    """A folder with everything in it; the names of what can be read and of what cannot."""
    make(archive, 30)
    (archive / "empty.txt").touch()
    (archive / "binary.txt").write_bytes(b"\x7fELF" + bytes(range(256)) * 40)
    (archive / "damaged.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\n")
    put(archive / "unreadable.txt").chmod(0)
    put(archive / "vanishes.txt")
    os.mkfifo(archive / "pipe.txt")
    (archive / "loop").symlink_to("loop")
    (archive / "circle").symlink_to("..")
    long = put(archive / "long.txt")
    with open(long, "ab") as file:
        file.write(b" " * 50_000_000)
        file.write(b"\n3. Ditches\nNothing was said.\n")
    odd = ["a name with blanks.txt", 'it\'s "quoted".txt', "new\nline.txt", os.fsdecode(b"caf\xe9.txt")]
    for number, name in enumerate(odd):
        put(archive / "odd" / name, number)
    good = {"empty.txt", "long.txt", *odd, *(f"{i:04}.txt" for i in range(30))}
    return good, {"binary.txt", "damaged.pdf", "unreadable.txt", "vanishes.txt", "pipe.txt"}


# a worker for which a file goes between two looks at it
WORKER = """
import os, sys
sys.path[:] = sys.argv[1:]
from minutes_parser.batch import child, places
stamp = places.Local.stamp
def vanish(self, path):
    found = stamp(self, path)
    if path.endswith("vanishes.txt"):
        os.unlink(path)
    return found
places.Local.stamp = vanish
child.main()
"""
COMMAND = f"""
from minutes_parser.batch import pool
from minutes_parser.cli import main
pool.CHILD = ("-c", {WORKER!r})
main()
"""


def give_up_rights() -> None:
    """For root every file is readable, unless these two capabilities are dropped: PR_CAPBSET_DROP, CAP_DAC_…"""
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def test_a_folder_of_horrors(folder: Path) -> None:
    good, bad = make_horrors(folder / "archive")
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "batch", "archive", "records", "-j", "2"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        preexec_fn=give_up_rights,
    )
    assert done.returncode == 1, done.stderr
    told = list(manifest.read_rows((folder / "records" / "manifest.jsonl").read_bytes().splitlines()))
    found = {os.path.basename(os.fsdecode(manifest.key_of(row))): row["status"] for row in told}
    assert found == {
        **dict.fromkeys(good, "ok"),
        **dict.fromkeys(bad, "failed"),
        "loop": "skipped",
        "circle": "skipped",
    }
    made = {os.path.basename(name) for name in files(folder / "records")}
    assert made == {f"{name}.json" for name in good}
    record = json.loads((folder / "records" / "long.txt.json").read_text())
    assert [item["title"] for item in record["items"]] == ["Apologies", "Hedges", "Ditches"]
