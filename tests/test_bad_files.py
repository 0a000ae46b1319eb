"""Every bad file gets its own clear error: what is wrong, where, and what to do; status 1, and nothing on stdout."""

from __future__ import annotations

import faulthandler
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bad_files import BAD_FILES, PAGE, BadFile, document
from conftest import EXAMPLE, Run
from hostile_documents import pdf_forms, pdf_pages
from make_docx import p
from make_pdf import make_pdf
from minutes_parser import Limits, UnreadableError, parse, parse_file
from minutes_parser.readers import files

Minutes = Callable[..., Run]
RAISE = "if it is the file you mean, raise --max-bytes"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("bad", BAD_FILES, ids=lambda bad: bad.name)
def test_a_bad_file(minutes: Minutes, folder: Path, bad: BadFile) -> None:
    Path(bad.name).write_bytes(bad.data)
    start = time.process_time()
    assert minutes("parse", bad.name) == Run(1, "", f"minutes: {bad.name}: {bad.message}\n")
    assert time.process_time() - start < 10


def test_the_same_for_its_text(minutes: Minutes, folder: Path) -> None:
    for bad in BAD_FILES[:3]:
        Path(bad.name).write_bytes(bad.data)
        assert minutes("text", bad.name) == Run(1, "", f"minutes: {bad.name}: {bad.message}\n")


def test_a_bad_file_does_not_stop_the_others(minutes: Minutes, folder: Path) -> None:
    Path("bad.txt").write_bytes(BAD_FILES[0].data)
    run = minutes("parse", "-q", "bad.txt", EXAMPLE)
    assert (run.status, run.err) == (1, f"minutes: bad.txt: {BAD_FILES[0].message}\n")
    assert run.out.count("\n") == 1


# what stands at a path instead of a file

PLACES = {
    "missing.txt": "no such file (check the spelling)",
    "folder": "is a folder (give its files, such as folder/*.txt)",
    "pipe": "is a pipe (send it to standard input: minutes parse - < pipe)",
    "socket": "is a socket (give a file)",
    "/dev/zero": "is a device (give a file, or - for standard input)",
    "loop": "Too many levels of symbolic links (check the path)",
    "a" * 300: "File name too long (check the path)",
    "file/below": "Not a directory (check the path)",
    "\x1b]0;a": "no such file (check the spelling)",
}


@pytest.mark.parametrize(("path", "message"), PLACES.items(), ids=[path[:12] for path in PLACES])
def test_a_place_without_a_file(minutes: Minutes, folder: Path, path: str, message: str) -> None:
    os.mkfifo("pipe")
    os.mkdir("folder")
    os.symlink("loop", "loop")
    Path("file").touch()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        shown = path.replace("\x1b", "\\x1b")
        assert minutes("parse", path) == Run(1, "", f"minutes: {shown}: {message}\n")


def test_a_path_with_a_nul(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"^a\x00b: embedded null byte \(check the path\)$"):
        parse_file("a\0b")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read(minutes: Minutes, folder: Path) -> None:
    Path("a.txt").touch(mode=0o000)
    assert minutes("parse", "a.txt") == Run(
        1, "", "minutes: a.txt: permission denied (ask its owner for the right to read it)\n"
    )


def test_a_file_that_the_system_forbids(minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object, *rest: int) -> int:
        if path == "a.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    Path("a.txt").touch()
    opened = os.open
    monkeypatch.setattr(files.os, "open", refuse)
    message = "permission denied (ask its owner for the right to read it)"
    assert minutes("parse", "a.txt") == Run(1, "", f"minutes: a.txt: {message}\n")


def test_standard_input_that_is_a_terminal(minutes: Minutes) -> None:
    message = "standard input is a terminal (give a file, or send one: minutes parse - < FILE)"
    assert minutes("parse", "-") == Run(1, "", f"minutes: -: {message}\n")
    run = minutes("parse")
    assert (run.status, run.out) == (2, "")
    assert run.err.endswith("Error: Missing argument 'FILE...': give a file, a pattern, or - for standard input.\n")


# a file that changes while it is read


def growing(monkeypatch: pytest.MonkeyPatch, path: Path, times: int) -> None:
    """Lets a file grow between the look at it and the reading, so many times."""
    left, look = [times], os.fstat

    def looked(number: int) -> os.stat_result:
        before = look(number)
        if left[0]:
            left[0] -= 1
            with path.open("a") as file:
                file.write("more\n")
        return before

    monkeypatch.setattr(files.os, "fstat", looked)


def test_a_file_that_changes_once_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("1. Hedges\n")
    growing(monkeypatch, Path("a.txt"), 1)
    assert parse_file("a.txt").source.characters == len("1. Hedges\nmore\n")


def test_a_file_that_keeps_changing(minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_text("1. Hedges\n")
    growing(monkeypatch, Path("a.txt"), 9)
    message = "changed while it was read (try again when nothing writes to it)"
    assert minutes("parse", "a.txt") == Run(1, "", f"minutes: a.txt: {message}\n")


# limits, which can be raised


def test_more_bytes_than_allowed(minutes: Minutes, folder: Path) -> None:
    Path("a.txt").write_bytes(b"1. Hedges\n" * 10)
    message = f"more than 99 bytes ({RAISE})"
    assert minutes("parse", "a.txt", "--max-bytes", 99) == Run(1, "", f"minutes: a.txt: {message}\n")
    assert minutes("text", "a.txt", "--max-bytes", 99) == Run(1, "", f"minutes: a.txt: {message}\n")
    assert minutes("parse", "-", "--max-bytes", 99, stdin=b"a" * 100) == Run(1, "", f"minutes: -: {message}\n")
    assert minutes("parse", "a.txt", "--max-bytes", 100).status == 0
    with pytest.raises(UnreadableError, match=rf"^a: more than 99 bytes \({RAISE}\)$"):
        parse("1. Hedges\n" * 10, name="a", limits=Limits(bytes=99))


def test_a_sparse_file_is_refused_before_it_is_read(minutes: Minutes, folder: Path) -> None:
    with open("a.txt", "wb") as file:
        file.truncate(10**12)
    assert minutes("parse", "a.txt") == Run(1, "", f"minutes: a.txt: more than 256000000 bytes ({RAISE})\n")


def test_a_file_that_unpacks_to_more_bytes_than_allowed(minutes: Minutes, folder: Path) -> None:
    Path("a.docx").write_bytes(document(p("Hedges") * 100))
    message = f"the DOCX file unpacks to more than 5000 bytes ({RAISE})"
    assert minutes("parse", "a.docx", "--max-bytes", 5000) == Run(1, "", f"minutes: a.docx: {message}\n")
    assert minutes("parse", "a.docx", "--max-bytes", 50_000).status == 0


def test_more_pages_than_allowed(minutes: Minutes, folder: Path) -> None:
    Path("a.pdf").write_bytes(pdf_pages(3))
    message = "3 pages, more than 2 (split the file, or raise --max-pages)"
    assert minutes("parse", "a.pdf", "--max-pages", 2) == Run(1, "", f"minutes: a.pdf: {message}\n")
    assert minutes("parse", "a.pdf", "--max-pages", 3).status == 0


def test_more_time_than_allowed(minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def think(*_: object, **__: object) -> None:
        while True:
            time.sleep(0.01)

    Path("a.txt").write_bytes(b"1. Hedges\n")
    monkeypatch.setattr("minutes_parser.pipeline.parse", think)
    message = "not read in 1 s (if it is the file you mean, raise --max-seconds)"
    assert minutes("parse", "a.txt", "a.txt", "--max-seconds", 1) == Run(1, "", f"minutes: a.txt: {message}\n" * 2)


def test_a_deadline_that_is_met_leaves_no_alarm(minutes: Minutes, folder: Path) -> None:
    Path("a.txt").write_bytes(b"1. Hedges\n")
    assert minutes("parse", "a.txt", "--max-seconds", 1).status == 0
    time.sleep(1.1)  # an alarm that was left would end the process


def test_a_pdf_that_the_library_never_finishes_is_given_up(minutes: Minutes, folder: Path) -> None:
    Path("a.pdf").write_bytes(pdf_forms(9))
    Path("b.txt").write_bytes(b"1. Hedges\n\nCut.\n")
    run = minutes("parse", "-q", "a.pdf", "b.txt", "--max-seconds", 1)
    message = "not read in 1 s (if it is the file you mean, raise --max-seconds)"
    assert (run.status, run.err) == (1, f"minutes: a.pdf: {message}\n")
    assert json.loads(run.out)["source"]["name"] == "b.txt"
    with pytest.raises(ChildProcessError):  # no process is left that goes on with it
        os.waitpid(-1, os.WNOHANG)


@pytest.fixture
def no_faulthandler() -> Iterator[None]:
    """Without the traces that pytest lets a dying process print."""
    was_enabled = faulthandler.is_enabled()
    faulthandler.disable()
    yield
    if was_enabled:
        faulthandler.enable()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux says how much a process holds")
def test_a_pdf_that_fills_the_memory_ends_the_process_that_reads_it(
    minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch, no_faulthandler: None
) -> None:
    Path("a.pdf").write_bytes(pdf_forms(9))
    monkeypatch.setattr("minutes_parser.readers.apart.MOST_MEMORY", 100_000_000)
    message = "the library for PDF breaks down on it, SIGABRT (open it in a viewer and print it to a new PDF)"
    assert minutes("parse", "a.pdf") == Run(1, "", f"minutes: a.pdf: {message}\n")


def test_a_library_that_crashes_takes_nothing_with_it(
    minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.pdf").write_bytes(make_pdf([PAGE]))
    monkeypatch.setattr("minutes_parser.readers.pdf._read_pages", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    message = "the library for PDF breaks down on it, SIGKILL (open it in a viewer and print it to a new PDF)"
    assert minutes("parse", "a.pdf") == Run(1, "", f"minutes: a.pdf: {message}\n")


def test_a_fault_in_the_other_process_is_confessed(
    minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("a.pdf").write_bytes(make_pdf([PAGE]))
    monkeypatch.setattr("minutes_parser.readers.pdf._read_pages", lambda *_: [][0])
    run = minutes("parse", "a.pdf")
    fault = r"minutes: a\.pdf: a fault of minutes itself, IndexError in \S+ \(please report it\)\n"
    assert (run.status, run.out) == (70, "")
    assert re.fullmatch(fault, run.err)


@pytest.mark.parametrize("option", ["--max-bytes", "--max-pages", "--max-seconds"])
def test_a_limit_of_nothing_is_wrong_usage(minutes: Minutes, option: str) -> None:
    assert minutes("parse", "a.txt", option, 0).status == 2


# what looks bad and can be read


def test_pages_without_text_among_others_are_warned_of(minutes: Minutes, folder: Path) -> None:
    Path("a.pdf").write_bytes(make_pdf([PAGE, [], PAGE, [], []]))
    run = minutes("parse", "a.pdf")
    message = "no text on pages 2, 4-5; if there is a scan, recognise its text first: ocrmypdf a.pdf out.pdf"
    assert run.status == 0
    assert f"a.pdf: pages-without-text: {message}\n" in run.err


UNMARKED = "1. Hedges\r\n\r\nThe hedge was cut, and Zoë Reed was thanked.\r\n\r\n2. Paths\r\n\r\nNone.\r\n"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "utf-32", "cp1252"])
def test_text_of_every_encoding_is_read_without_being_told(encoding: str) -> None:
    minutes = parse(UNMARKED.encode(encoding))
    assert minutes.items[0].text == "The hedge was cut, and Zoë Reed was thanked."


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_text_is_a_record_with_a_warning(minutes: Minutes, folder: Path, data: bytes) -> None:
    Path("a.txt").write_bytes(data)
    run = minutes("parse", "a.txt")
    assert run.status == 0
    assert "a.txt: empty: the document holds no text\n" in run.err
    assert '"items": [],' in run.out


def test_a_docx_with_macros_is_read_without_them() -> None:
    minutes = parse(document(p("1. Hedges") + p("Cut.") + p("2. Paths") + p("None.")), name="minutes.docm")
    assert minutes.items[0].title == "Hedges"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs resource limits")
def test_a_large_page_that_is_nested_beyond_measure_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_bytes(b"<div>" * 200_000 + b"deep " * 400_000)
    code = "import sys; from minutes_parser import parse_file; print(len(parse_file(sys.argv[1]).source.name))"
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, check=True, timeout=60)
    assert int(done.stdout) == len(str(path))
