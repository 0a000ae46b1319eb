"""`minutes batch` as its users meet it: what it finds, where the records go, what a second run does."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from archives import files, lasting, make, put, rows, statuses
from conftest import EXAMPLE, ROOT, Run
from minutes_parser import __version__, parse
from minutes_parser.batch import manifest
from minutes_parser.batch.places import Entry, Local
from minutes_parser.batch.walk import Root, Selection, walk
from minutes_parser.output import OutputError
from minutes_parser.writers import writer

Minutes = Callable[..., Run]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive in the current folder."""
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(("2021/b.txt", "2021/a.md", "2020/c.txt", "d.txt")):
        put(tmp_path / "archive" / name, number)
    return tmp_path / "archive"


@pytest.fixture
def batch(minutes: Minutes) -> Minutes:
    """Runs `minutes batch ARGUMENTS` in this process."""
    return lambda *arguments: minutes("batch", "--jobs", 0, *arguments)


def outputs(folder: str = "records") -> list[str]:
    return list(files(Path(folder)))


def reasons(run: Run) -> str:
    """What the summary says of why files were converted."""
    return run.err.partition("files read")[2].splitlines()[0].strip()


# where records go


def test_a_folder_gives_a_tree_that_mirrors_it(batch: Minutes, archive: Path) -> None:
    assert batch("archive", "records").status == 0
    assert outputs() == ["2020/c.txt.json", "2021/a.md.json", "2021/b.txt.json", "d.txt.json"]
    data = (archive / "d.txt").read_bytes()
    assert Path("records/d.txt.json").read_text() == writer("json")(parse(data, name="archive/d.txt"))


def test_yaml(batch: Minutes, archive: Path) -> None:
    batch("archive", "records", "-f", "yaml")
    record = yaml.safe_load(Path("records/2021/b.txt.yaml").read_text())
    assert record["source"]["name"] == "archive/2021/b.txt"


def test_several_sources_keep_their_names(batch: Minutes, archive: Path) -> None:
    batch("archive/2020", "archive/2021/", "archive/d.txt", "records")
    assert outputs() == ["2020/c.txt.json", "2021/a.md.json", "2021/b.txt.json", "d.txt.json"]


def test_a_text_and_a_page_of_one_name_are_two(batch: Minutes, archive: Path) -> None:
    put(archive / "d.md")
    batch("archive", "records", "--exclude", "20*")
    assert outputs() == ["d.md.json", "d.txt.json"]


def test_the_records_do_not_depend_on_the_number_of_workers(minutes: Minutes, batch: Minutes, archive: Path) -> None:
    batch("archive", "one")
    assert minutes("batch", "-q", "--jobs", 2, "archive", "two") == Run(0, "", "")
    assert files(Path("one")) == files(Path("two"))
    assert lasting(Path("one/manifest.jsonl")) == lasting(Path("two/manifest.jsonl"))


# what is found


def test_what_is_passed_over_is_accounted_for(batch: Minutes, archive: Path) -> None:
    (archive / ".git").mkdir()
    (archive / "logo.png").touch()
    (archive / "link.txt").symlink_to("d.txt")
    (archive / "up").symlink_to("..")
    run = batch("archive", "records", "--exclude", "2020", "--exclude", "2021/a.*")
    assert (run.status, outputs()) == (0, ["2021/b.txt.json", "d.txt.json"])
    told = {row["source"]: (row["status"], row["error"]) for row in rows(Path("records/manifest.jsonl"))}
    assert told == {
        "archive/.git": ("skipped", "hidden"),
        "archive/2020": ("skipped", "excluded"),
        "archive/2021/a.md": ("skipped", "excluded"),
        "archive/2021/b.txt": ("ok", None),
        "archive/d.txt": ("ok", None),
        "archive/link.txt": ("skipped", "a link"),
        "archive/logo.png": ("skipped", "another file type"),
        "archive/up": ("skipped", "a link"),
    }
    assert list(told) == sorted(told)


def test_include_reads_what_has_no_known_suffix(batch: Minutes, archive: Path) -> None:
    put(archive / "2020" / "MINUTES")
    batch("archive", "records", "--include", "MINUTES", "--include", "2021/*.md")
    assert outputs() == ["2020/MINUTES.json", "2021/a.md.json"]


def test_links_are_followed_where_that_is_asked_for_but_not_in_circles(batch: Minutes, archive: Path) -> None:
    (archive / "2020" / "up").symlink_to("..")
    (archive / "link.txt").symlink_to("d.txt")
    (archive / "self.txt").symlink_to("self.txt")
    run = batch("archive", "records", "--follow-links")
    assert run.status == 1
    assert "link.txt.json" in outputs()
    told = {row["source"]: row["error"] for row in rows(Path("records/manifest.jsonl")) if row["error"]}
    assert told["archive/2020/up"] == "a link to a folder that it is in"
    assert told["archive/self.txt"].startswith("archive/self.txt: ")


def test_a_target_inside_the_source_is_not_read(batch: Minutes, archive: Path) -> None:
    put(archive / "records" / "old.txt")
    batch("archive", "archive/records")
    assert "archive/records/old.txt" not in {row["source"] for row in rows(archive / "records" / "manifest.jsonl")}
    assert len(rows(archive / "records" / "manifest.jsonl")) == 4


def test_an_archive_nested_deeper_than_calls_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    class Deep:
        def is_folder(self, path: str) -> bool:
            return True

        def entries(self, path: str) -> list[Entry]:
            return [Entry("d", True, False) if path.count("/") < 2000 else Entry("a.txt", False, False)]

    monkeypatch.setattr("minutes_parser.batch.walk.place_of", lambda path: Deep())
    [found] = walk([Root("archive", "")], Selection())
    assert found.inner == "d/" * 2000 + "a.txt"


ODD_NAMES = [
    b"caf\xe9.txt",
    b"new\nline.txt",
    b"a 'quoted' \"name\".txt",
    b"-q.txt",
    "\N{HONEYBEE}.txt".encode(),
    b"\x1b[2J.txt",
]


def test_odd_names(batch: Minutes, archive: Path) -> None:
    folder = os.fsencode(archive / "odd")
    os.mkdir(folder)
    for number, name in enumerate(ODD_NAMES):
        with open(os.path.join(folder, name), "wb") as file:
            file.write(b"1. Hedges\n" * number)
    assert batch("archive/odd", "records").status == 0
    made = set(os.listdir(b"records"))
    assert made == {name + b".json" for name in ODD_NAMES} | {b"manifest.jsonl"}
    keys = {
        manifest.key_of(row) for row in manifest.read_rows(Path("records/manifest.jsonl").read_bytes().splitlines())
    }
    assert keys == {b"archive/odd/" + name for name in ODD_NAMES}
    assert reasons(batch("archive/odd", "records")) == "6   unchanged 6"
    for row in rows(Path("records/manifest.jsonl")):
        row["source"].encode()  # no half characters, which other readers of JSON refuse


def test_a_name_that_leaves_no_room_for_a_suffix_fails_alone(batch: Minutes, archive: Path) -> None:
    put(archive / f"{'a' * 251}.txt")
    run = batch("archive", "records")
    assert (run.status, len(outputs())) == (1, 4)
    assert "File name too long" in run.err


# the manifest


def test_the_manifest_says_what_became_of_a_file(batch: Minutes, archive: Path) -> None:
    batch(EXAMPLE, "records")
    record = Path(f"records/{EXAMPLE.name}.json").read_text()
    [row] = rows(Path("records/manifest.jsonl"))
    assert row == {
        "source": str(EXAMPLE),
        "source_bytes": None,
        "status": "ok",
        "error": None,
        "size": EXAMPLE.stat().st_size,
        "modified": EXAMPLE.stat().st_mtime_ns,
        "sha256": json.loads(record)["source"]["sha256"],
        "layout": "numbered",
        "items": record.count('"duration_minutes"'),
        "decisions": record.count('"formal"'),
        "actions": record.count('"explicit"'),
        "warnings": {},
        "seconds": row["seconds"],
        "output": f"{EXAMPLE.name}.json",
        "output_offset": None,
        "output_size": len(record.encode()),
        "made_by": f"{__version__} format=json",
    }
    assert row["seconds"] > 0


def test_the_summary(batch: Minutes, archive: Path) -> None:
    (archive / "bad.pdf").write_bytes(b"no such thing")
    (archive / "empty.txt").touch()
    (archive / "logo.png").touch()
    run = batch("archive", "records")
    assert run.status == 1
    assert run.out == ""
    first, *table = run.err.splitlines()
    assert first.startswith("minutes: archive/bad.pdf: a damaged or incomplete PDF (")
    assert table == [
        "files read             5   new 6",
        "failed                 1",
        "skipped                1   another file type 1",
        "warnings               1   empty 1",
        "layouts                2   numbered 4, free-text 1",
        "items                  8",
        "decisions              4",
        "actions                0",
    ]
    assert batch("archive", "records", "-q").err == ""


def test_the_keys_are_explained() -> None:
    text = (ROOT / "docs" / "manifest.md").read_text(encoding="utf-8")
    explained = re.findall(r"^\| (`.*?`) \|", text, re.MULTILINE)
    assert re.findall(r"`(\w+)`", " ".join(explained)) == list(manifest.Row.__annotations__)


def test_nobody_reads_what_is_told(archive: Path) -> None:
    reader, nobody = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "minutes_parser", "batch", "-j0", archive, "records"], stderr=nobody
        )
    finally:
        os.close(nobody)
    assert (done.returncode, len(outputs())) == (0, 4)


# a second run


def test_a_second_run_converts_what_is_new_or_changed_or_failed(batch: Minutes, archive: Path) -> None:
    (archive / "bad.pdf").write_bytes(b"no such thing")
    batch("archive", "records")
    before = {name: os.stat(f"records/{name}").st_ino for name in outputs()}
    put(archive / "new.txt")
    put(archive / "d.txt", 10)
    os.utime(archive / "2021" / "b.txt")
    Path("records/2020/c.txt.json").unlink()
    assert reasons(batch("archive", "records")) == "5   changed 2, unchanged 2, new 1, tried again 1"
    after = {name: os.stat(f"records/{name}").st_ino for name in outputs()}
    assert {name for name in after if before.get(name) != after[name]} == {
        "2020/c.txt.json",
        "d.txt.json",
        "new.txt.json",
    }
    assert "hedge 10" in Path("records/d.txt.json").read_text()
    assert reasons(batch("archive", "records")) == "5   unchanged 5, tried again 1"


@pytest.mark.parametrize("option", [["--layout", "free-text"], ["--type", "txt"], ["--date-order", "month-first"]])
def test_other_options_convert_all_anew(batch: Minutes, archive: Path, option: list[str]) -> None:
    batch("archive", "records")
    assert reasons(batch("archive", "records", *option)) == "4   changed 4"
    assert reasons(batch("archive", "records", *option)) == "4   unchanged 4"


def test_another_version_converts_all_anew(batch: Minutes, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batch("archive", "records")
    monkeypatch.setattr("minutes_parser.batch.plan.__version__", "99")
    assert reasons(batch("archive", "records")) == "4   changed 4"


def test_force_converts_all_anew(batch: Minutes, archive: Path) -> None:
    batch("archive", "records")
    assert reasons(batch("archive", "records", "--force")) == "4   forced 4"


def test_a_record_that_a_power_cut_has_emptied_is_made_again(batch: Minutes, archive: Path) -> None:
    batch("archive", "records")
    Path("records/d.txt.json").write_bytes(b"")
    assert reasons(batch("archive", "records")) == "4   unchanged 3, changed 1"


def test_the_manifest_keeps_what_other_runs_put_there(batch: Minutes, archive: Path) -> None:
    batch("archive/2020", "records")
    batch("archive/2021", "records")
    assert statuses(Path("records/manifest.jsonl")) == {"a.md": "ok", "b.txt": "ok", "c.txt": "ok"}


def test_a_file_whose_record_is_to_go_elsewhere_is_converted_again(batch: Minutes, archive: Path) -> None:
    batch("archive/2020", "records")
    assert reasons(batch("archive/2020", "archive/2021", "records")) == "3   new 2, changed 1"
    assert outputs() == ["2020/c.txt.json", "2021/a.md.json", "2021/b.txt.json", "c.txt.json"]


def test_a_record_that_another_file_has_replaced_is_made_again(batch: Minutes, archive: Path) -> None:
    put(archive.parent / "other" / "2020" / "c.txt", 7)
    batch("archive/2020", "records")
    assert reasons(batch("other/2020", "records")) == "1   new 1"
    assert [row["source"] for row in rows(Path("records/manifest.jsonl"))] == ["other/2020/c.txt"]
    assert reasons(batch("archive/2020", "records")) == "1   new 1"
    assert json.loads(Path("records/c.txt.json").read_text())["source"]["name"] == "archive/2020/c.txt"


def test_of_two_rows_for_one_record_the_last_holds(batch: Minutes, archive: Path) -> None:
    put(archive.parent / "other" / "2020" / "c.txt", 7)
    batch("archive/2020", "records")
    first = Path("records/manifest.jsonl").read_bytes()
    batch("other/2020", "records")
    last = Path("records/manifest.jsonl").read_bytes()
    Path("records/manifest.jsonl").write_bytes(first + last)  # as a run leaves it that was killed before its end
    assert reasons(batch("archive/2020", "records")) == "1   new 1"


def test_a_torn_line_is_no_row(batch: Minutes, archive: Path) -> None:
    batch("archive", "records")
    lines = Path("records/manifest.jsonl").read_bytes().splitlines(keepends=True)
    Path("records/manifest.jsonl").write_bytes(b"".join(lines[:3]) + lines[3][:50])
    assert reasons(batch("archive", "records")) == "4   unchanged 3, new 1"
    assert len(rows(Path("records/manifest.jsonl"))) == 4


# one stream


def stream(path: str = "all.jsonl") -> list[str]:
    data = Path(path).read_bytes()
    lines = (gzip.decompress(data) if path.endswith(".gz") else data).decode().splitlines()
    return [json.loads(line)["source"]["name"] for line in lines]


@pytest.mark.parametrize("name", ["all.jsonl", "all.jsonl.gz"])
def test_a_stream_is_in_the_order_of_the_input(batch: Minutes, archive: Path, name: str) -> None:
    assert batch("archive/2021", "archive/2020", "--to", name).status == 0
    assert stream(name) == ["archive/2021/a.md", "archive/2021/b.txt", "archive/2020/c.txt"]
    assert sorted(os.listdir()) == sorted(["archive", name, "all.manifest.jsonl"])


def test_a_stream_to_standard_output(batch: Minutes, minutes: Minutes, archive: Path) -> None:
    batch("archive", "--to", "all.jsonl")
    run = minutes("batch", "-q", "--jobs", 2, "archive", "--to", "-")
    assert run == Run(0, Path("all.jsonl").read_text(), "")


@pytest.mark.parametrize("name", ["all.jsonl", "all.jsonl.gz"])
def test_a_second_run_copies_the_records_of_unchanged_files(batch: Minutes, archive: Path, name: str) -> None:
    batch("archive", "--to", name)
    put(archive / "2021" / "a.md", 10)
    put(archive / "2020" / "z.txt")
    (archive / "2020" / "c.txt").unlink()
    assert reasons(batch("archive", "--to", name)) == "4   unchanged 2, changed 1, new 1"
    again = Path(name).read_bytes()
    assert stream(name) == ["archive/2020/z.txt", "archive/2021/a.md", "archive/2021/b.txt", "archive/d.txt"]
    batch("archive", "--to", name, "--force")
    assert Path(name).read_bytes() == again
    assert len(rows(Path("all.manifest.jsonl"))) == 4


def test_a_row_points_to_its_record_in_the_stream(batch: Minutes, archive: Path) -> None:
    batch("archive", "--to", "all.jsonl")
    data = Path("all.jsonl").read_bytes()
    for row in rows(Path("all.manifest.jsonl")):
        start = row["output_offset"]
        record = json.loads(data[start : start + row["output_size"]])
        assert (row["output"], record["source"]["name"]) == ("all.jsonl", row["source"])


def test_a_stream_that_was_changed_is_not_copied_from(batch: Minutes, archive: Path) -> None:
    batch("archive", "--to", "all.jsonl")
    Path("all.jsonl").write_text("nothing of ours\n" * 1000)
    run = batch("archive", "--to", "all.jsonl")
    assert run.status == 2
    assert "all.jsonl: has been changed since it was written (convert all again with --force)\n" in run.err
    assert batch("archive", "--to", "all.jsonl", "--force").status == 0
    assert len(stream()) == 4


# wrong usage

WRONG = [
    (["archive"], "Missing argument 'DEST': give the folder to write to, or --to FILE.jsonl."),
    (["nowhere", "records"], "'nowhere' does not exist."),
    (["archive", "./archive/"], "DEST './archive/' is a SOURCE: give another folder to write to."),
    (["archive", "archive/d.txt"], "DEST 'archive/d.txt' is no folder."),
    (
        ["archive/2020", "other/2020", "records"],
        "'archive/2020' and 'other/2020' would write the same files: convert them into two folders.",
    ),
    (["archive", ""], "DEST is empty: give the folder to write to."),
    (["archive", "--to", ""], "--to is empty: give the file to write to."),
    (
        ["archive", "--to", "memory://all.jsonl"],
        "--to 'memory://all.jsonl' is an address, but a stream is a file here: give an address as DEST.",
    ),
    (["archive", "--to", "all.json"], "--to 'all.json' is no name for a stream: let it end with .jsonl or .jsonl.gz."),
    (["archive", "--to", "all.jsonl", "-f", "yaml"], "--to is for JSON: leave out -f, or give a DEST."),
    (["archive", "records", "--jobs", "-1"], "Invalid value for '-j' / '--jobs': -1 is not in the range x>=0."),
    (
        ["archive", "records", "--timeout", "inf"],
        "Invalid value for '--timeout': inf is not in the range 0<=x<=86400.",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG)
def test_wrong_usage(batch: Minutes, archive: Path, arguments: list[str], message: str) -> None:
    put(archive.parent / "other" / "2020" / "a.txt")
    run = batch(*arguments)
    assert (run.status, run.out) == (2, "")
    assert f"Error: {message}" in run.err
    assert sorted(os.listdir()) == ["archive", "other"]


def test_an_empty_archive(batch: Minutes, archive: Path) -> None:
    (archive / "none").mkdir()
    assert batch("archive/none", "records").status == 0
    assert batch("archive/none", "--to", "all.jsonl").status == 0


def test_a_limit_on_the_size_of_files(batch: Minutes, archive: Path) -> None:
    (archive / "long.txt").write_bytes(b"Hedges. " * 100)
    run = batch("archive", "records", "--max-bytes", 500)
    assert (run.status, len(outputs())) == (1, 4)
    assert "minutes: archive/long.txt: more than 500 bytes (if it is the file you mean, raise --max-bytes)\n" in run.err


def test_many_files_in_chunks(minutes: Minutes, tmp_path: Path) -> None:
    make(tmp_path / "archive", 150)
    run = minutes("batch", "--jobs", 2, tmp_path / "archive", "--to", tmp_path / "all.jsonl")
    assert (run.status, reasons(run)) == (0, "150   new 150")
    names = [name.rpartition("/")[2] for name in stream(str(tmp_path / "all.jsonl"))]
    assert names == [f"{i:04}.txt" for i in range(150)]


def test_a_folder_that_another_worker_makes_meanwhile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = Local._write
    failed = []

    def after_the_other(self: Local, path: str, data: bytes) -> None:
        if not failed:
            failed.append(path)
            os.makedirs(os.path.dirname(path))
            raise OutputError(f"{path}: No such file or directory")
        write(self, path, data)

    monkeypatch.setattr(Local, "_write", after_the_other)
    Local().write(str(tmp_path / "new" / "a.json"), b"{}")
    assert failed
    assert (tmp_path / "new" / "a.json").read_bytes() == b"{}"
