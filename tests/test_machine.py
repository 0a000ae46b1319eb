"""Failures of the machine: whatever fails, and whenever, an output is the old one or the new one, never a mixture."""

from __future__ import annotations

import errno
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from conftest import EXAMPLE, Run
from hostile_documents import pdf_forms
from minutes_parser import output, parse
from minutes_parser.cli import signals
from minutes_parser.writers import writer

Minutes = Callable[..., Run]
COMMAND = [sys.executable, "-m", "minutes_parser"]
NEW = writer("json")(parse(EXAMPLE.read_bytes(), name=str(EXAMPLE)))
NAMES = ("open", "fdopen", "unlink", "replace", "chmod", "stat", "write", "close")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def left(folder: Path) -> dict[str, str]:
    """What lies in a folder."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


class Failing:
    """Counts the calls to the system that an output takes, and lets the n-th of them fail."""

    def __init__(self, number: int, error: BaseException) -> None:
        self.left = number
        self.error = error
        self.failed = ""

    def call(self, name: str, work: Callable[..., object]) -> Callable[..., object]:
        def called(*arguments: object, **named: object) -> object:
            self.left -= 1
            if self.left == 0:
                self.failed = name
                raise self.error
            done = work(*arguments, **named)
            return File(done, self) if name == "fdopen" else done

        return called


class File:
    """A file whose calls are counted too; it is closed all the same where closing it fails."""

    def __init__(self, file: object, failing: Failing) -> None:
        self._file = file
        self._failing = failing

    def __getattr__(self, name: str) -> object:
        found = getattr(self._file, name)
        return self._failing.call(name, found) if name in NAMES else found


class System:
    """The module `os` with some of its calls counted."""

    def __init__(self, failing: Failing) -> None:
        self._failing = failing

    def __getattr__(self, name: str) -> object:
        found = getattr(os, name)
        return self._failing.call(name, found) if name in NAMES else found


ERRORS = [
    (OSError(errno.ENOSPC, "No space left on device"), 74),
    (OSError(errno.EIO, "Input/output error"), 74),
    (OSError(errno.EROFS, "Read-only file system"), 74),
    (KeyboardInterrupt(), 130),
    (SystemExit(143), 143),
]


@pytest.mark.parametrize("old", [None, "old"], ids=["new file", "old file"])
@pytest.mark.parametrize(("error", "status"), ERRORS, ids=[repr(error) for error, _ in ERRORS])
def test_the_nth_call_fails(
    minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, old: str | None
) -> None:
    before = {} if old is None else {"r.json": old}
    failed = []
    for number in range(1, 100):
        for path in folder.iterdir():
            path.unlink()
        for name, content in before.items():
            Path(name).write_text(content)
        failing = Failing(number, error)
        monkeypatch.setattr(output, "os", System(failing))
        run = minutes("parse", "-q", EXAMPLE, "-o", "r.json")
        monkeypatch.setattr(output, "os", os)
        if failing.left > 0:
            break
        failed.append(failing.failed)
        whole = {name: content for name, content in left(folder).items() if not name.endswith(".tmp")}
        assert whole in (before, {"r.json": NEW})
        assert (run.status, whole) in ((status, before), (status, {"r.json": NEW}), (0, {"r.json": NEW}))
        assert whole == left(folder) or failing.failed == "unlink"
    assert (run.status, left(folder)) == (0, {"r.json": NEW})
    assert {"open", "fdopen", "write", "close", "replace", "unlink"} <= {*failed}


# real ones


def command(*arguments: str, limit: int | None = None) -> Run:
    """The command in a process of its own, which may write files of so many bytes only."""

    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    done = subprocess.run([*COMMAND, *arguments], capture_output=True, preexec_fn=limited, timeout=60, check=False)
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


def test_a_file_that_may_not_grow(folder: Path) -> None:
    Path("r.json").write_text("old")
    reason = "File too large (nothing was written; give another place with -o)"
    assert command("parse", "-q", str(EXAMPLE), "-o", "r.json", limit=1024) == Run(
        74, "", f"minutes: r.json: {reason}\n"
    )
    assert left(folder) == {"r.json": "old"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few kilobytes, where the tests may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk may be mounted here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    (small_disk / "r.json").write_text("old")
    target = str(small_disk / "r.json")
    reason = "No space left on device (nothing was written; give another place with -o)"
    assert command("parse", "-q", str(EXAMPLE), "-o", target) == Run(74, "", f"minutes: {target}: {reason}\n")
    assert left(small_disk) == {"r.json": "old"}


def test_a_folder_that_is_read_only(small_disk: Path) -> None:
    (small_disk / "r.json").write_text("old")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    target = str(small_disk / "r.json")
    reason = "Read-only file system (nothing was written; give another place with -o)"
    assert command("parse", "-q", str(EXAMPLE), "-o", target) == Run(74, "", f"minutes: {target}: {reason}\n")
    assert left(small_disk) == {"r.json": "old"}


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=lambda value: str(value),
)
def test_a_signal_at_any_moment(folder: Path, number: signal.Signals, status: int) -> None:
    draw = random.Random(number)
    Path("r.json").write_text("old")
    for _ in range(6):
        arguments = [*COMMAND, "parse", "-q", str(EXAMPLE), "-o", "r.json"]
        with subprocess.Popen(arguments, stderr=subprocess.PIPE) as process:
            time.sleep(draw.uniform(0, 0.4))
            process.send_signal(number)
            said = process.communicate(timeout=30)[1]
        # before the program can look after itself the system ends it, or Python does, which cannot start then
        is_unborn = process.returncode == 1 and b"Fatal Python error: init_import_site" in said
        assert is_unborn or process.returncode in (0, status, -number)
        assert left(folder) in ({"r.json": "old"}, {"r.json": NEW})
        Path("r.json").write_text("old")


def test_a_signal_whose_exception_was_made_another(
    minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def swallow(*_: object, **__: object) -> None:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(1)
        except SystemExit:
            raise RuntimeError("in an import") from None

    Path("a.txt").touch()
    monkeypatch.setattr("minutes_parser.pipeline.parse", swallow)
    monkeypatch.setattr(signals, "_heard", [])
    assert minutes("parse", "a.txt", "a.txt") == Run(143, "", "")


def test_a_signal_while_files_are_read(folder: Path) -> None:
    Path("r.jsonl").write_text("old")
    reading, writing = os.pipe()
    arguments = [*COMMAND, "parse", str(EXAMPLE), "-", "-o", "r.jsonl"]
    with subprocess.Popen(arguments, stdin=reading, stderr=subprocess.PIPE) as process:
        while not list(folder.glob(".r.jsonl*")):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
    os.close(writing)
    os.close(reading)
    assert left(folder) == {"r.jsonl": "old"}


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_while_a_library_in_c_works(folder: Path, number: signal.Signals, status: int) -> None:
    Path("a.pdf").write_bytes(pdf_forms(9))
    Path("r.json").write_text("old")
    with subprocess.Popen([*COMMAND, "parse", "a.pdf", "-o", "r.json"], stderr=subprocess.PIPE) as process:
        while not list(folder.glob(".r.json*")):
            time.sleep(0.01)
        time.sleep(1)  # long enough to be in the library, which would take hours
        process.send_signal(number)
        assert process.wait(20) == status
    assert Path("r.json").read_text() == "old"


def test_a_hang_up_under_nohup_is_not_heard(folder: Path) -> None:
    def ignoring() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    arguments = [*COMMAND, "parse", "-q", "-", "-o", "r.json"]
    with subprocess.Popen(arguments, stdin=subprocess.PIPE, preexec_fn=ignoring) as process:
        while not list(folder.glob(".r.json*")):
            time.sleep(0.01)
        process.send_signal(signal.SIGHUP)
        with suppress(BrokenPipeError):
            process.communicate(EXAMPLE.read_bytes(), timeout=30)
    assert process.returncode == 0
    assert list(left(folder)) == ["r.json"]


# what befalls one file does not stop the others


def test_too_little_memory(minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(*_: object, **__: object) -> None:
        raise MemoryError

    Path("a.txt").touch()
    monkeypatch.setattr("minutes_parser.pipeline.parse", fill)
    message = "more than the memory holds (cut it in parts)"
    assert minutes("parse", "a.txt", "a.txt") == Run(1, "", f"minutes: a.txt: {message}\n" * 2)


def test_a_fault_of_our_own(minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(data: bytes, **named: object) -> object:
        return parse(data) if data else {}["nothing"]

    Path("a.txt").touch()
    monkeypatch.setattr("minutes_parser.pipeline.parse", stumble)
    run = minutes("parse", "-q", "a.txt", EXAMPLE)
    place = f"test_machine.py:{stumble.__code__.co_firstlineno + 1}"
    message = f"minutes: a.txt: a fault of minutes itself, KeyError in {place} (please report it)\n"
    assert (run.status, run.err, run.out.count("\n")) == (70, message, 1)
