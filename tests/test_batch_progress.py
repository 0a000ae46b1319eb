"""What a person sees of `minutes batch` while it runs."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from archives import FAULTY, make
from conftest import Run

Minutes = Callable[..., Run]


def on_a_terminal(*arguments: object, folder: Path) -> tuple[int, str]:
    """Exit status, and what appears on a terminal."""
    ours, theirs = pty.openpty()
    command = [*FAULTY, "batch", *map(str, arguments)]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "120"}
    with subprocess.Popen(command, stdin=theirs, stderr=theirs, cwd=folder, env=environment) as batch:
        os.close(theirs)
        shown = b""
        while True:
            try:
                more = os.read(ours, 4096)
            except OSError:  # nobody holds the other end any more
                break
            if not more:
                break
            shown += more
    os.close(ours)
    return batch.returncode, shown.decode()


def test_a_terminal_shows_a_bar_and_then_the_table(tmp_path: Path) -> None:
    make(tmp_path / "archive", 30)
    (tmp_path / "archive" / "bad\x1b[2J.pdf").write_bytes(b"no such thing")
    status, shown = on_a_terminal("archive", "records", "-j", 2, folder=tmp_path)
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown)
    assert status == 1
    assert re.search(r"31/31 1 failed [\d.,]+ files a second 0:00:00", text)
    assert "minutes: archive/bad\\x1b[2J.pdf: a damaged or incomplete PDF" in re.sub(r"\s*\r\n", " ", text)
    assert "files read            30   new 31" in text
    assert "\x1b[2J" not in shown


def test_nothing_is_shown_that_nobody_wants(tmp_path: Path) -> None:
    make(tmp_path / "archive", 3)
    assert on_a_terminal("-q", "archive", "records", folder=tmp_path) == (0, "")


def test_elsewhere_there_is_a_line_now_and_then(
    minutes: Minutes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path / "archive", 3)
    monkeypatch.setattr("minutes_parser.batch.progress.EVERY", 0.0)
    run = minutes("batch", "-j", 0, tmp_path / "archive", tmp_path / "records")
    pattern = r"3 done, 0 failed, [\d,.]+ files a second\n"
    assert len(re.findall(pattern, run.err)) >= 1
    assert "\x1b" not in run.err
