"""What the README shows is what the program does."""

from __future__ import annotations

import doctest
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import minutes_parser
from conftest import EXAMPLE, ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()]
MAIN, TESTS, *OTHERS = COMMANDS


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with what the commands read, in which they may write."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def output_of(command: str) -> str:
    """What a command prints as data, or else says, run as a reader would who has the program on the path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env={**os.environ, "PATH": path},
        capture_output=True,
        check=True,
        timeout=60,
    )
    told = done.stderr if "batch" in command else b""  # a batch writes its data to files
    return (done.stdout or told).decode()


def chunks(text: str) -> list[str]:
    """A block's parts between its lines of `…`, as whole lines."""
    return [f"\n{chunk}" for chunk in re.split(r"^ *…\n", text, flags=re.MULTILINE) if chunk]


def contains(whole: str, excerpt: str) -> bool:
    """Whether the parts of an excerpt are in `whole`, in order."""
    at = 0
    whole = f"\n{whole}"
    for chunk in chunks(excerpt):
        at = whole.find(chunk, at)
        if at < 0:
            return False
        at += len(chunk) - 1
    return True


def test_the_input_shown_is_the_example() -> None:
    shown = next(text for kind, text in BLOCKS if kind == "text")
    assert contains(EXAMPLE.read_text(encoding="utf-8"), shown)


def test_the_main_command_gives_the_output_shown(clone: Path) -> None:
    venv, install, run = MAIN.split(" && ")
    assert (venv, install) == ("python3 -m venv .venv", ".venv/bin/pip install -q .")
    shown = next(text for kind, text in BLOCKS if kind == "json")
    assert contains(output_of(run.removeprefix(".venv/bin/")), shown)


def test_the_test_command_is_what_ci_runs() -> None:
    install, run = TESTS.split(" && ")
    assert install == ".venv/bin/pip install -q -e '.[test]'"
    assert run == ".venv/bin/python -m pytest"
    assert run.removeprefix(".venv/bin/") in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("command", OTHERS)
def test_every_other_command_runs(clone: Path, command: str) -> None:
    for tool in ("jq", "sqlite3"):
        if f" {tool} " in command and not shutil.which(tool):
            pytest.skip(f"{tool} is not installed")
    printed = output_of(command)
    shown = re.search(re.escape(f"{command}\n```\n\n```text\n") + r"(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    if shown:
        assert printed == shown[1]
    else:
        assert printed or " -o " in command or " --to " in command


def test_the_python_example(clone: Path) -> None:
    [session] = [text for kind, text in BLOCKS if kind == "python"]
    test = doctest.DocTestParser().get_doctest(session, {}, "README.md", "README.md", 0)
    assert test.examples
    assert doctest.DocTestRunner().run(test).failed == 0


def test_the_function_for_spark_and_ray(clone: Path) -> None:
    text = (ROOT / "docs" / "scaling.md").read_text(encoding="utf-8")
    code = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[0]
    names: dict[str, Any] = {}
    exec(code, names)
    record = json.loads(names["record_of"]("a.txt", EXAMPLE.read_bytes()))
    assert (record["source"]["name"], record["meeting"]["date"]) == ("a.txt", "2023-03-14")
    assert json.loads(names["record_of"]("a.pdf", b"%PDF-"))["error"].startswith("a.pdf: ")


def test_the_example_of_the_package() -> None:
    assert doctest.testmod(minutes_parser) == (0, 3)


@pytest.mark.parametrize("path", re.findall(r"\]\((?!http)([^)]+)\)", README))
def test_links_lead_somewhere(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_option_of_parse_is_explained() -> None:
    assert all(option in output_of("minutes parse --help") for option in ("--format", "--layout", "--type", "--quiet"))


@pytest.mark.parametrize(
    "script",
    [f"throughput.py --megabytes 0.01 {EXAMPLE}", f"startup.py --rounds 1 {EXAMPLE}", "batch.py --files 20 --parts 1"],
)
def test_the_benchmarks_run(script: str) -> None:
    pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    assert " times " in output_of(f"{sys.executable} {ROOT}/benchmarks/{script}")
