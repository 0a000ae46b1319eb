"""`minutes table` as its users meet it: what is read, what is passed over, what is said, what is left behind."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import EXAMPLE, Run, record
from minutes_parser import parse
from minutes_parser.schema import Minutes as MinutesRecord
from minutes_parser.writers import writer

Minutes = Callable[..., Run]
COMMAND = [sys.executable, "-m", "minutes_parser", "table"]
PLAIN = "Hedge Committee\n\n1. Apologies\nNone.\n\n2. Hedges\nRESOLVED: That the hedge be cut.\n"
HEAD = (
    "document,organisation,body,date,item_path,item_number,item_title,kind,text,clauses,formal,line,page,start,end\r\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def named(name: str) -> MinutesRecord:
    return parse(PLAIN, name=name)


def dumped(name: str, format_: str = "json") -> str:
    return writer(format_)(named(name))


def documents(run: Run) -> list[str]:
    """The documents in a table of meetings, in order."""
    return [row["document"] for row in csv.DictReader(io.StringIO(run.out, newline=""))]


def test_a_document_and_its_output_give_the_same_rows(minutes: Minutes, folder: Path) -> None:
    (folder / "a.txt").write_text(PLAIN)
    rows = HEAD + "a.txt,,Hedge Committee,,2,2,Hedges,resolved,That the hedge be cut.,,true,7,,57,79\r\n"
    assert minutes("table", "a.txt", "--what", "decisions") == Run(0, rows, "")
    for format_ in ("json", "jsonl", "yaml"):
        (folder / f"out.{format_}").write_text(dumped("a.txt", format_))
        assert minutes("table", f"out.{format_}", "--what", "decisions") == Run(0, rows, "")


@pytest.mark.parametrize("mark", ["", "\ufeff", "\n\n"])
@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_standard_input(minutes: Minutes, format_: str, mark: str) -> None:
    data = (mark + dumped("a", format_) + dumped("b", "jsonl") * (format_ == "jsonl")).encode()
    run = minutes("table", "--what", "meetings", stdin=data)
    assert (run.status, documents(run), run.err) == (0, ["a", "b"][: 1 + (format_ == "jsonl")], "")
    assert minutes("table", "-", "--what", "meetings", stdin=data) == run


def test_yaml_and_gzip_hold_many_records(minutes: Minutes, folder: Path) -> None:
    (folder / "a.yml").write_text(dumped("a", "yaml") + dumped("b", "yaml"))
    (folder / "b.jsonl.gz").write_bytes(gzip.compress((dumped("c", "jsonl") + "\n" + dumped("d", "jsonl")).encode()))
    (folder / "c.JSON").write_text(dumped("e", "jsonl") + dumped("f", "jsonl"))
    assert documents(minutes("table", "*.*", "--what", "meetings")) == ["a", "b", "c", "d", "e", "f"]


def test_a_folder_is_walked_in_order_of_name(minutes: Minutes, folder: Path) -> None:
    for name in ("c.txt", "b/z.md", "b/a/x.txt", "a.HTML", "d.json", ".hidden.txt", ".git/e.txt", "b/manifest.jsonl"):
        (folder / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "in" / name).write_text(dumped("from d.json") if name == "d.json" else PLAIN)
    run = minutes("table", "in", "--what", "meetings")
    assert (run.status, run.err) == (0, "")
    assert documents(run) == ["in/a.HTML", "in/b/a/x.txt", "in/b/z.md", "in/c.txt", "from d.json"]


def test_what_is_passed_over_in_a_folder_is_counted(minutes: Minutes, folder: Path) -> None:
    (folder / "in" / "a").mkdir(parents=True)
    (folder / "in" / "a.txt").write_text(PLAIN)
    (folder / "in" / "b.txt").write_text(PLAIN)
    (folder / "in" / "b.txt.json").write_text(dumped("b.txt"))
    (folder / "in" / "a.json").write_text(dumped("a"))
    (folder / "in" / "picture.png").touch()
    os.mkfifo(folder / "in" / "pipe.txt")
    (folder / "in" / "link.txt").symlink_to("a.txt")
    (folder / "in" / "a" / "loop").symlink_to("..")
    run = minutes("table", "in", "--what", "meetings")
    assert documents(run) == ["a", "in/a.txt", "b.txt"]
    assert (run.status, run.err) == (0, "5 other files, links and documents beside their outputs were passed over\n")
    assert minutes("table", "in", "--what", "meetings", "-q") == Run(0, run.out, "")


def test_what_is_named_is_read_whatever_it_is_called(minutes: Minutes, folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "minutes").write_text(PLAIN)
    (folder / "link.txt").symlink_to("in/minutes")
    (folder / "folder").symlink_to("in")
    (folder / "in" / "b.txt").write_text(PLAIN)
    run = minutes("table", "link.txt", "in/minutes", "folder", "--what", "meetings", "-q")
    assert documents(run) == ["link.txt", "in/minutes", "folder/b.txt"]


def test_a_second_run_does_not_read_the_first_ones_table(minutes: Minutes, folder: Path) -> None:
    (folder / "a.txt").write_text(PLAIN)
    for _ in range(2):
        assert minutes("table", ".", "--what", "decisions", "-o", "./d.jsonl") == Run(0, "", "")
    assert len((folder / "d.jsonl").read_text().splitlines()) == 1


# what cannot be read

HINT = "(give what minutes parse has written)"
BAD: list[tuple[str, bytes, str]] = [
    ("a.json", b"", "a.json: no record of minutes: Invalid JSON: EOF while parsing a value at line 1 column 0"),
    ("a.json", b"\xff", "a.json: no record of minutes: Invalid JSON: expected value at line 1 column 1"),
    ("a.json", b"{\n", "a.json: no record of minutes: Invalid JSON: EOF while parsing an object at line 2 column 0"),
    ("a.json", b"[]\n", "a.json: no record of minutes: Input should be an object"),
    ("a.json", b"{}\n", "a.json:1: no record of minutes: source: Field required"),
    ("a.jsonl", b'\n{"a": 1', "a.jsonl:2: no record of minutes: Invalid JSON: EOF while parsing an object"),
    ("a.yaml", b"a: [", "a.yaml: no YAML: did not find expected node content"),
    ("a.yaml", b"a: 2023-99-99", "a.yaml: no YAML: month must be in 1..12"),
    ("a.yaml", b"---\n- 1\n", "a.yaml, document 1: no record of minutes: Input should be a valid dictionary"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD)
def test_outputs_that_cannot_be_read(minutes: Minutes, folder: Path, name: str, data: bytes, message: str) -> None:
    (folder / name).write_bytes(data)
    run = minutes("table", name, "--what", "items")
    assert (run.status, run.out) == (1, "")
    assert run.err.startswith(f"minutes: {message}")
    assert run.err.endswith(f" {HINT}\n")
    assert run.err.count("\n") == 1


def test_a_record_with_a_wrong_value_says_where(minutes: Minutes, folder: Path) -> None:
    data: dict[str, Any] = json.loads(record().model_dump_json(by_alias=True))
    data["attendees"][0]["status"] = "asleep"
    (folder / "a.jsonl").write_text(json.dumps(data))
    told = "attendees.0.status: Input should be 'present', 'apologies' or 'absent'"
    error = f"minutes: a.jsonl:1: no record of minutes: {told} {HINT}\n"
    assert minutes("table", "a.jsonl", "--what", "items") == Run(1, "", error)


@pytest.mark.parametrize("cut", [5, 20, -9, -4])
def test_a_damaged_gzip_file(minutes: Minutes, folder: Path, cut: int) -> None:
    (folder / "a.jsonl.gz").write_bytes(gzip.compress(b"\n" * 100)[:cut])
    error = "minutes: a.jsonl.gz: a damaged gzip file (compress its text again)\n"
    assert minutes("table", "a.jsonl.gz", "--what", "items") == Run(1, "", error)


def test_one_bad_source_does_not_stop_the_others(minutes: Minutes, folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.jsonl").write_text(dumped("a", "jsonl") + "{}\n" + dumped("c", "jsonl"))
    (folder / "in" / "b.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "in" / "c.txt").write_text(PLAIN)
    run = minutes("table", "missing.txt", "in", "--what", "meetings")
    assert (run.status, documents(run)) == (1, ["a", "c", "in/c.txt"])
    first, second, third = run.err.splitlines()
    assert first == "minutes: missing.txt: no such file (check the spelling)"
    assert second == f"minutes: in/a.jsonl:2: no record of minutes: source: Field required {HINT}"
    assert third.startswith("minutes: in/b.pdf: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(minutes: Minutes, folder: Path) -> None:
    (folder / "in").mkdir(mode=0)
    error = "minutes: in: permission denied (ask its owner for the right to read it)\n"
    assert minutes("table", "in", "--what", "items") == Run(1, "", error)


def test_a_folder_that_cannot_be_listed(minutes: Minutes, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise OSError(5, "Input/output error")

    (folder / "in").mkdir()
    (folder / "a.txt").write_text(PLAIN)
    monkeypatch.setattr(os, "scandir", fail)
    run = minutes("table", "in", "a.txt", "--what", "meetings")
    assert (run.status, documents(run)) == (1, ["a.txt"])
    assert run.err == "minutes: in: Input/output error (check the path)\n"


@pytest.mark.parametrize("stdin", [b"", b"\n"])
def test_nothing_to_read(minutes: Minutes, folder: Path, stdin: bytes) -> None:
    error = "minutes: no documents and no parsed outputs there (check the paths)\n"
    assert minutes("table", "-", "--what", "items", "-o", "a.csv", stdin=stdin) == Run(1, "", error)
    assert minutes("table", ".", "--to", "a.db") == Run(1, "", error)
    assert list(folder.iterdir()) == []


def test_text_on_standard_input_is_one_error(minutes: Minutes) -> None:
    told = "Invalid JSON: expected value at line 1 column 1"
    error = f"minutes: -: no record of minutes: {told} {HINT}\n"
    assert minutes("table", "-", "--what", "items", stdin=PLAIN.encode()) == Run(1, "", error)


WRONG = [
    (["table"], "Missing argument 'PATH...': give a file, a pattern, or - for standard input."),
    (["table", "--what", "items"], "Missing argument 'PATH...': give a file, a pattern, or - for standard input."),
    (["table", "a.txt"], "Missing option '--what' (one kind of record) or '--to' (all, in an SQLite file)."),
    (["table", "a.txt", "--what", "people"], "Invalid value for '--what': 'people' is not one of "),
    (["table", "a.txt", "--what", "items", "-f", "xml"], "Invalid value for '-f' / '--format': 'xml' is not one of "),
    (["table", "no*such", "--what", "items"], "No file matches 'no*such'."),
    (["table", "a.txt", "--what", "items", "-o", "./a.txt"], "-o './a.txt' is one of the files to read."),
    (["table", "a.txt", "--to", "./a.txt"], "--to './a.txt' is one of the files to read."),
    (
        ["table", "a.txt", "--what", "items", "--to", "a.db", "-o", "b"],
        "--to writes all records to an SQLite file: leave out --what and -o.",
    ),
    (
        ["table", "a.txt", "--to", "-"],
        "--to needs the name of a file: an SQLite file cannot go to standard output.",
    ),
    (
        ["table", "a.txt", "--what", "items", "-o", "a.jsonl", "--raw"],
        "--bom and --raw are for CSV: leave them out, or choose -f csv.",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_usage(minutes: Minutes, folder: Path, arguments: list[str], message: str) -> None:
    (folder / "a.txt").write_text(PLAIN)
    run = minutes(*arguments)
    assert (run.status, run.out) == (2, "")
    assert f"Error: {message}" in run.err


# where output goes


@pytest.mark.parametrize(
    ("name", "start"), [("t.csv", "document,"), ("t", "document,"), ("t.jsonl", '{"'), ("t.NDJSON", '{"')]
)
def test_the_suffix_of_the_output_chooses_the_format(minutes: Minutes, folder: Path, name: str, start: str) -> None:
    assert minutes("table", EXAMPLE, "--what", "items", "-o", name) == Run(0, "", "")
    assert (folder / name).read_text(encoding="utf-8").startswith(start)
    assert [path.name for path in folder.iterdir()] == [name]


def test_a_byte_order_mark_is_written_once(minutes: Minutes) -> None:
    run = minutes("table", EXAMPLE, EXAMPLE, "--what", "items", "--bom")
    assert run.out == "\ufeff" + minutes("table", EXAMPLE, EXAMPLE, "--what", "items").out


def test_documents_without_such_records_give_an_empty_table(minutes: Minutes, folder: Path) -> None:
    (folder / "a.txt").write_text(PLAIN)
    (folder / "t.jsonl").write_text("of another run")
    assert minutes("table", "a.txt", "--what", "decisions").out.startswith(HEAD)
    assert minutes("table", "a.txt", "--what", "motions", "-o", "t.jsonl") == Run(0, "", "")
    assert (folder / "t.jsonl").read_text() == ""
    assert len(minutes("table", "a.txt", "--what", "motions").out.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("--what", "items", "-o", "old"), ("--to", "old")])
def test_where_nothing_was_read_the_old_output_stays(minutes: Minutes, folder: Path, arguments: tuple[str]) -> None:
    (folder / "old").write_text("old")
    assert minutes("table", "missing.txt", *arguments).status == 1
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("old", "old")]


@pytest.mark.parametrize("arguments", [("--what", "items", "-o", "old"), ("--to", "old")])
def test_a_run_that_is_terminated_leaves_the_old_output(folder: Path, arguments: tuple[str]) -> None:
    (folder / "old").write_text("old")
    with subprocess.Popen([*COMMAND, "-", *arguments], stdin=subprocess.PIPE) as process:
        assert process.stdin
        process.stdin.write(dumped("a", "jsonl").encode())
        process.stdin.flush()
        while not list(folder.glob(".old*")):
            time.sleep(0.01)
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 143
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("old", "old")]


NOT_WRITTEN = [
    (
        "--what items -o no/a.csv",
        "no/a.csv: No such file or directory (nothing was written; give another place with -o)",
    ),
    ("--to no/a.db", "no/a.db: No such file or directory (nothing was written; give another place with --to)"),
    ("--to /dev/null", "/dev/null: not a file (give the name of one)"),
    ("--to .", ".: Is a directory (nothing was written; give another place with --to)"),
]


@pytest.mark.parametrize(("arguments", "message"), NOT_WRITTEN)
def test_output_that_cannot_be_written(minutes: Minutes, folder: Path, arguments: str, message: str) -> None:
    assert minutes("table", EXAMPLE, *arguments.split()) == Run(74, "", f"minutes: {message}\n")
    assert list(folder.iterdir()) == []


def test_a_place_that_takes_no_more(folder: Path) -> None:
    (folder / "old").write_text("old")
    script = f'ulimit -f 16; "$@" {EXAMPLE} --to old'
    done = subprocess.run(["bash", "-c", script, "bash", *COMMAND], capture_output=True, text=True, check=False)
    error = "minutes: old: disk I/O error (nothing was written; give another place with --to)\n"
    assert (done.returncode, done.stderr) == (74, error)
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("old", "old")]


def peak(lines: Path, *arguments: str) -> int:
    """The most memory, in kilobytes, that a run over a file of records had."""
    code = f"import subprocess, resource; subprocess.run({[*COMMAND, str(lines), *arguments]!r}, check=True);"
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    return int(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)


@pytest.mark.parametrize("arguments", [("--what", "items", "-o", "t.csv"), ("--to", "t.db")])
def test_memory_does_not_grow_with_the_number_of_documents(folder: Path, arguments: tuple[str]) -> None:
    line = dumped("a", "jsonl")
    (folder / "few.jsonl").write_text(line * 300)
    (folder / "many.jsonl").write_text(line * 3000)
    assert peak(folder / "many.jsonl", *arguments) < 1.1 * peak(folder / "few.jsonl", *arguments)
