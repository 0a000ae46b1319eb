"""The command as its users meet it: what goes to which stream, which status, and what is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from conftest import EXAMPLE, Run
from minutes_parser import UsageError, __version__, parse
from minutes_parser.writers import writer

Minutes = Callable[..., Run]
COMMAND = [sys.executable, "-m", "minutes_parser"]
PLAIN = b"Hedge Committee\n\n1. Apologies\nNone.\n\n2. Hedges\nRESOLVED: That the hedge be cut.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def two(folder: Path) -> Path:
    (folder / "a.txt").write_bytes(PLAIN)
    (folder / "b.txt").write_bytes(PLAIN.replace(b"Hedge", b"Ditch"))
    return folder


def names(run: Run) -> list[str]:
    return [json.loads(line)["source"]["name"] for line in run.out.splitlines()]


def test_one_file_gives_json(minutes: Minutes) -> None:
    run = minutes("parse", EXAMPLE)
    assert run == Run(0, writer("json")(parse(EXAMPLE.read_bytes(), name=str(EXAMPLE))), run.err)
    assert run.out.startswith('{\n  "schema_version"')


@pytest.mark.parametrize("arguments", [["--compact"], ["-f", "jsonl"], ["--format", "json", "--compact"]])
def test_json_on_one_line(minutes: Minutes, arguments: list[str]) -> None:
    run = minutes("parse", EXAMPLE, *arguments)
    assert len(run.out.splitlines()) == 1
    assert json.loads(run.out) == json.loads(minutes("parse", EXAMPLE).out)


def test_yaml_holds_the_same_data(minutes: Minutes) -> None:
    assert yaml.safe_load(minutes("parse", EXAMPLE, "-f", "yaml").out) == json.loads(minutes("parse", EXAMPLE).out)


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_standard_input(minutes: Minutes, arguments: list[str]) -> None:
    run = minutes("parse", *arguments, stdin=PLAIN)
    assert (run.status, json.loads(run.out)["source"]["name"]) == (0, "-")


def test_several_files_give_a_line_each(minutes: Minutes, two: Path) -> None:
    assert names(minutes("parse", "b.txt", "a.txt")) == ["b.txt", "a.txt"]
    assert names(minutes("parse", "b.txt", "a.txt", "-f", "json")) == ["b.txt", "a.txt"]


def test_several_files_give_a_yaml_document_each(minutes: Minutes, two: Path) -> None:
    documents = list(yaml.safe_load_all(minutes("parse", "a.txt", "b.txt", "-f", "yaml").out))
    assert [document["source"]["name"] for document in documents] == ["a.txt", "b.txt"]


def test_patterns_that_the_shell_left_alone(minutes: Minutes, two: Path) -> None:
    (two / "c" / ".git").mkdir(parents=True)
    for hidden in (".d.txt", "c/.git/e.txt", "c/f.txt"):
        (two / hidden).write_bytes(PLAIN)
    assert names(minutes("parse", "*.txt")) == ["a.txt", "b.txt"]
    assert names(minutes("parse", f"{two}/[b-z].txt")) == [f"{two}/b.txt"]
    assert names(minutes("parse", "./*.txt")) == ["a.txt", "b.txt"]
    assert names(minutes("parse", ".*.txt")) == [".d.txt"]
    assert names(minutes("parse", f"../{two.name}/a*")) == [f"../{two.name}/a.txt"]
    assert names(minutes("parse", "**/*.txt")) == ["a.txt", "b.txt", "c/f.txt"]


def test_a_file_that_is_called_like_a_pattern(minutes: Minutes, folder: Path) -> None:
    (folder / "[draft].txt").write_bytes(PLAIN)
    assert json.loads(minutes("parse", "[draft].txt").out)["source"]["name"] == "[draft].txt"


def test_date_order_can_be_given(minutes: Minutes) -> None:
    text = b"Mill Trust\nMinutes of the meeting held on 4/5/2023\n1. Roads\nAction: Clerk to write by 6/7/2023.\n"
    text += b"2. Next meeting\n8/9/2023\n"

    def dates(*order: str) -> tuple[object, ...]:
        run = minutes("parse", "-", *order, stdin=text)
        record = json.loads(run.out)
        found = (
            record["meeting"]["date"],
            record["items"][0]["actions"][0]["due"]["date"],
            record["next_meeting"]["date"],
        )
        return *found, run.err.count("ambiguous-date")

    assert dates() == ("2023-05-04", "2023-07-06", "2023-09-08", 2)
    assert dates("--date-order", "day-first") == ("2023-05-04", "2023-07-06", "2023-09-08", 0)
    assert dates("--date-order", "month-first") == ("2023-04-05", "2023-06-07", "2023-08-09", 0)


def test_an_unknown_date_order_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match=r"^no date order 'year-first': use one of day-first, month-first$"):
        parse("Mill Trust", date_order="year-first")


def test_layout_and_type_can_be_forced(minutes: Minutes) -> None:
    assert json.loads(minutes("parse", EXAMPLE, "--layout", "free-text").out)["layout"] == "free-text"
    run = minutes("parse", "-", "--type", "txt", stdin=b"<html>\n" + PLAIN)
    assert json.loads(run.out)["source"]["media_type"] == "text/plain"


WRONG = [
    (["parse"], "Missing argument 'FILE...': give a file, a pattern, or - for standard input."),
    (["parse", "no*such"], "No file matches 'no*such'."),
    (["parse", "\x1b[2J"], "No file matches '\\x1b[2J'."),
    (["parse", "a.txt", "-f", "xml"], "Invalid value for '-f' / '--format': 'xml' is not one of "),
    (["parse", "a.txt", "--layout", "x"], "Invalid value for '--layout': 'x' is not one of "),
    (["parse", "a.txt", "-f", "yaml", "--compact"], "--compact is for JSON: leave it out, or choose -f json."),
    (["parse", "a.txt", "b.txt", "-o", "./b.txt"], "-o './b.txt' is one of the files to read."),
    (["parse", "a.txt", "--colour"], "No such option"),
    (["prase"], "No such command 'prase'"),
    (["text"], "Missing argument 'FILE'."),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_usage(minutes: Minutes, two: Path, arguments: list[str], message: str) -> None:
    run = minutes(*arguments)
    assert (run.status, run.out) == (2, "")
    assert f"Error: {message}" in run.err


UNREADABLE = [
    ("missing.txt", "minutes: missing.txt: no such file (check the spelling)\n"),
    (".", "minutes: .: is a folder (give its files, such as ./*.txt)\n"),
    ("/dev/zero", "minutes: /dev/zero: is a device (give a file, or - for standard input)\n"),
    ("pipe", "minutes: pipe: is a pipe (send it to standard input: minutes parse - < pipe)\n"),
    (
        "a.png",
        "minutes: a.png: a PNG picture, which cannot be read (its text has to be recognised or typed first)\n",
    ),
    ("\x1b]0;a\x07\n", "minutes: \\x1b]0;a\\x07\\n: no such file (check the spelling)\n"),
    ("\udcff", "minutes: \\udcff: no such file (check the spelling)\n"),
]


@pytest.mark.parametrize("command", ["parse", "text"])
@pytest.mark.parametrize(("path", "message"), UNREADABLE)
def test_unreadable_files(minutes: Minutes, folder: Path, command: str, path: str, message: str) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert minutes(command, path) == Run(1, "", message)


def test_one_bad_file_does_not_stop_the_others(minutes: Minutes, two: Path) -> None:
    run = minutes("parse", "-q", "a.txt", "missing.txt", "b.txt")
    assert (run.status, names(run)) == (1, ["a.txt", "b.txt"])
    assert run.err == "minutes: missing.txt: no such file (check the spelling)\n"


def test_warnings_go_to_standard_error(minutes: Minutes, folder: Path) -> None:
    (folder / "a.txt").write_bytes(PLAIN + b"Caf\xe9.\n")
    run = minutes("parse", "a.txt")
    assert run.status == 0
    assert "a.txt:8: encoding-guessed: not UTF-8, read as Windows-1252\n" in run.err
    assert minutes("parse", "a.txt", "-q") == Run(0, run.out, "")
    assert json.loads(run.out)["warnings"][0]["code"] == "encoding-guessed"


def test_an_empty_file_is_a_valid_record_with_a_warning(minutes: Minutes, folder: Path) -> None:
    (folder / "a.txt").touch()
    run = minutes("parse", "a.txt")
    record = json.loads(run.out)
    assert (run.status, record["items"], record["coverage"]["characters"]) == (0, [], 0)
    assert "a.txt: empty: the document holds no text\n" in run.err


def test_verbose_says_what_was_read(minutes: Minutes, two: Path) -> None:
    run = minutes("parse", "a.txt", "-qv")
    assert run.err == "a.txt: text/plain (utf-8), numbered: 2 items, 0 attendees, 0 warnings\n"


TEXTS = [b"a\r\nb\rc\x0c\n", b"no end of line", "\ufeffŵ\n".encode(), "ŵ".encode("utf-16"), b"caf\xe9"]


@pytest.mark.parametrize("data", TEXTS)
def test_text_is_what_spans_index(minutes: Minutes, folder: Path, data: bytes) -> None:
    (folder / "a.txt").write_bytes(data)
    text = minutes("text", "a.txt").out
    assert len(text) == json.loads(minutes("parse", "a.txt").out)["source"]["characters"]
    assert text.encode("utf-16") == data or text.encode() == data.removeprefix(b"\xef\xbb\xbf") or text == "café"


def test_version_and_help(minutes: Minutes) -> None:
    assert minutes("--version") == Run(0, f"minutes {__version__}\n", "")
    for arguments in (["-h"], ["--help"], ["parse", "-h"], ["table", "-h"], ["text", "-h"], ["schema", "-h"]):
        assert minutes(*arguments).out.startswith("Usage: minutes ")


# where output goes

SUFFIXES = [
    ("r.json", "{\n"),
    ("r.jsonl", '{"'),
    ("r.ndjson", '{"'),
    ("r.yaml", "---\n"),
    ("r.YML", "---\n"),
    ("r", "{\n"),
]


@pytest.mark.parametrize(("name", "start"), SUFFIXES)
def test_the_suffix_of_the_output_chooses_the_format(minutes: Minutes, folder: Path, name: str, start: str) -> None:
    run = minutes("parse", EXAMPLE, "-q", "-o", name)
    assert run == Run(0, "", "")
    assert (folder / name).read_text(encoding="utf-8").startswith(start)
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_new_output_has_the_usual_rights_and_an_old_one_keeps_its_own(minutes: Minutes, folder: Path) -> None:
    (folder / "old.json").touch(mode=0o600)
    minutes("parse", EXAMPLE, "-o", "old.json")
    minutes("parse", EXAMPLE, "-o", "new.json")
    (folder / "plain").touch()
    assert (folder / "old.json").stat().st_mode & 0o777 == 0o600
    assert (folder / "new.json").stat().st_mode == (folder / "plain").stat().st_mode


def test_an_output_that_is_a_link_stays_one(minutes: Minutes, folder: Path) -> None:
    (folder / "link").symlink_to("real.json")
    minutes("parse", EXAMPLE, "-o", "link")
    assert (folder / "link").is_symlink()
    assert json.loads((folder / "real.json").read_text(encoding="utf-8"))


def test_where_nothing_was_read_the_old_output_stays(minutes: Minutes, folder: Path) -> None:
    (folder / "r.json").write_text("old")
    assert minutes("parse", "missing.txt", "-o", "r.json").status == 1
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("r.json", "old")]


def test_a_run_that_breaks_off_leaves_the_old_output(
    minutes: Minutes, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    (two / "r.jsonl").write_text("old")
    monkeypatch.setattr("minutes_parser.pipeline.parse", interrupt)
    assert minutes("parse", "a.txt", "-o", "r.jsonl") == Run(130, "", "\n")
    assert sorted(path.name for path in two.iterdir()) == ["a.txt", "b.txt", "r.jsonl"]
    assert (two / "r.jsonl").read_text() == "old"


@pytest.mark.parametrize("call", ["write", "replace"])
def test_a_full_disk_leaves_the_old_output(
    minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (folder / "r.json").write_text("old")
    if call == "replace":
        monkeypatch.setattr(os, "replace", fail)
        output = "r.json"
    else:
        output = "/dev/full"
    run = minutes("parse", EXAMPLE, "-q", "-o", output)
    reason = "No space left on device (nothing was written; give another place with -o)"
    assert run == Run(74, "", f"minutes: {output}: {reason}\n")
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("r.json", "old")]


def test_an_output_that_cannot_be(minutes: Minutes, folder: Path) -> None:
    run = minutes("parse", EXAMPLE, "-q", "-o", "no/r.json")
    reason = "No such file or directory (nothing was written; give another place with -o)"
    assert run == Run(74, "", f"minutes: no/r.json: {reason}\n")
    assert minutes("parse", EXAMPLE, "-o", ".").status == 74
    assert minutes("parse", EXAMPLE, "-q", "-o", "/dev/null") == Run(0, "", "")
    assert not os.path.isfile("/dev/null")


TABLE = f"table {EXAMPLE} {EXAMPLE} --what items"


def shell(script: str, **environment: str) -> Run:
    done = subprocess.run(
        ["bash", "-c", script, "bash", *COMMAND],
        capture_output=True,
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )
    return Run(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.mark.parametrize("command", [f"parse {EXAMPLE} {EXAMPLE}", TABLE, f"text {EXAMPLE}", "schema"])
def test_a_closed_pipe_ends_quietly(command: str) -> None:
    run = shell(f'"$@" {command} 2>&1 | head -c 1; echo " ${{PIPESTATUS[0]}}"')
    assert run.out.split()[1] in ("0", "141")
    run = shell(f'"$@" {command} | (exec <&-; sleep 1); exit ${{PIPESTATUS[0]}}')
    assert (run.status, "Traceback" in run.err, "Exception" in run.err) == (141, False, False)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize("command", [f"parse -q {EXAMPLE}", TABLE, f"text {EXAMPLE}", "schema"])
def test_a_full_disk_on_standard_output(command: str) -> None:
    reason = "No space left on device (make room, or give a file with -o)"
    assert shell(f'"$@" {command} > /dev/full') == Run(74, "", f"minutes: standard output: {reason}\n")


@pytest.mark.parametrize("command", [f"parse -q {EXAMPLE}", TABLE, f"text {EXAMPLE}", "schema"])
def test_a_closed_standard_output(command: str) -> None:
    reason = "closed (open it, or give a file with -o)"
    assert shell(f'"$@" {command} >&-') == Run(74, "", f"minutes: standard output: {reason}\n")


def test_a_closed_standard_input_and_error() -> None:
    assert shell('"$@" parse - <&-') == Run(1, "", "minutes: -: standard input is closed (give a file)\n")
    assert shell('"$@" parse <&-').status == 2
    assert shell('"$@" text missing.txt 2>&-') == Run(1, "", "")


def test_output_is_the_same_bytes_everywhere() -> None:
    runs = [
        shell(f'"$@" parse {EXAMPLE} -f {format_}', **environment).out
        for format_ in ("json", "yaml")
        for environment in (
            {"PYTHONHASHSEED": "0"},
            {"PYTHONHASHSEED": "1", "LC_ALL": "C", "PYTHONIOENCODING": "ascii"},
        )
    ]
    assert runs[0] == runs[1]
    assert runs[2] == runs[3]
    assert runs[0]


def test_a_run_that_is_terminated_leaves_nothing(folder: Path) -> None:
    with subprocess.Popen([*COMMAND, "parse", "-", "-o", "r.json"], stdin=subprocess.PIPE) as process:
        while not list(folder.glob(".r.json*")):
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 143
    assert list(folder.iterdir()) == []
