"""What holds for every document, over every fixture."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest

from contract import Json, faults, text_of
from minutes_parser import Minutes, parse
from minutes_parser.writers.json_ import dump_json, dump_schema
from test_golden import DOCUMENTS

each_fixture = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)

# what may differ between two printings of one meeting: where things stand and how many characters there are
PLACES = {"span", "source", "coverage"}
PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})


def record_of(text: str, name: str) -> Json:
    loaded: Json = json.loads(dump_json(parse(text.encode(), name=name)))
    return loaded


def meaning(value: object) -> object:
    """A record without places, its printed text with plain quotes and single blanks."""
    if isinstance(value, dict):
        return {key: meaning(entry) for key, entry in value.items() if key not in PLACES}
    if isinstance(value, list):
        return [meaning(entry) for entry in value]
    return re.sub(r"[^\S\n]+", " ", value.translate(PLAIN)) if isinstance(value, str) else value


def curly(text: str) -> str:
    opened = re.sub(r"(?<!\w)'(?=\w)", "‘", text)
    return re.sub(r'"(?=\w)', "“", opened).replace("'", "’").replace('"', "”")


def straight(text: str) -> str:
    return text.translate(PLAIN)


def carriage_returns(text: str) -> str:
    return text.replace("\n", "\r\n")


def doubled_blank_lines(text: str) -> str:
    return re.sub(r"\n(?=[^\S\n]*\n)", "\n\n", text)


def trailing_blanks(text: str) -> str:
    return text.replace("\n", "  \n")


def no_break_spaces(text: str) -> str:
    return re.sub(r"(?<=\w) (?=\w)", "\u00a0", text)


PRINTINGS = (carriage_returns, curly, straight, doubled_blank_lines, trailing_blanks, no_break_spaces)


@each_fixture
def test_contract_is_sound(path: Path) -> None:
    minutes = parse(path.read_bytes(), name=path.name)
    assert faults(json.loads(dump_json(minutes)), text_of(path.read_bytes(), path.name)) == []


@each_fixture
def test_truncated_at_every_line_still_has_a_sound_contract(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    unsound = {}
    for count in range(len(lines)):
        text = "".join(lines[:count])
        if found := faults(record_of(text, path.name), text):
            unsound[count] = found
    assert unsound == {}


@pytest.mark.parametrize("printing", PRINTINGS, ids=lambda printing: printing.__name__)
@each_fixture
def test_printing_changes_no_record(path: Path, printing: Callable[[str], str]) -> None:
    text = path.read_text(encoding="utf-8")
    assert meaning(record_of(printing(text), path.name)) == meaning(record_of(text, path.name))


@each_fixture
def test_json_to_record_to_json_is_the_identity(path: Path) -> None:
    dumped = dump_json(parse(path.read_bytes(), name=path.name))
    assert dump_json(Minutes.model_validate_json(dumped)) == dumped


@each_fixture
def test_output_validates_against_the_schema(path: Path) -> None:
    jsonschema.validate(record_of(path.read_text(encoding="utf-8"), path.name), json.loads(dump_schema()))


DIGEST = """
import hashlib, sys
from pathlib import Path
from minutes_parser import parse_file
from minutes_parser.writers.json_ import dump_json
print(hashlib.sha256("".join(dump_json(parse_file(path)) for path in sys.argv[1:]).encode()).hexdigest())
"""


def test_same_bytes_in_every_run_and_under_every_hash_seed() -> None:
    here = hashlib.sha256(
        "".join(dump_json(parse(p.read_bytes(), name=str(p))) for p in DOCUMENTS).encode()
    ).hexdigest()
    for seed in ("0", "1"):
        run = subprocess.run(
            [sys.executable, "-c", DIGEST, *map(str, DOCUMENTS)],
            env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert run.stdout.strip() == here


def calls_of(text: str) -> int:
    """How many Python functions were entered to parse `text`: a measure of work that no clock disturbs."""
    count = 0

    def counting(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counting)
    try:
        parse(text)
    finally:
        sys.setprofile(None)
    return count


@each_fixture
def test_work_grows_no_faster_than_the_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    parse(text)  # what is loaded or compiled at first use is counted in no run
    some, twice = calls_of(text * 8), calls_of(text * 16)
    assert twice <= 2.3 * some
