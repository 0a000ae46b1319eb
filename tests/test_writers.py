"""Every format holds the same data, and is safe to print and to cut at line ends."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from conftest import record
from minutes_parser.errors import UsageError
from minutes_parser.schema import Minutes
from minutes_parser.writers import WRITERS, writer
from minutes_parser.writers.yaml_ import dump_data, style_of

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
ODD = [
    *("", " ", "no", "Yes", "y", "N", "on", "OFF", "~", "null", "=", "<<", "true", "TRUE"),
    *(
        "12:30",
        "09:30",
        "12:30:45",
        "18.30",
        "1_000",
        "0o17",
        "0x1F",
        "017",
        "1e3",
        "1E+3",
        "-.5",
        ".5",
        "+.inf",
        ".NaN",
    ),
    *(
        "2016-04-28",
        "2001-12-14 21:59:43.10 -5",
        "3",
        "-3",
        "3.",
        "163/18",
        "- a",
        "? a",
        "a: b",
        "a #b",
        "# a",
        "%a",
        "@a",
    ),
    *(
        "a\nb",
        "a\n",
        "\na",
        " a\nb",
        "a\n\n b \n\n",
        "a\n\tb",
        "a\r\nb",
        "a\rb",
        "a\x85b",
        "a\u2028b\u2029c",
        "\ufeffa",
        "a \n",
    ),
    *(
        "---",
        "--- a",
        "...",
        "a\n---\nb",
        "a\n...\nb",
        "'",
        '"',
        "'a' b",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "[a",
        "{a",
        "a]",
        "`a",
    ),
    *(
        "\x00",
        "\x1b[2J",
        "\x7f",
        "\x9b",
        "\t",
        "a\tb",
        "\U0001f600",
        "ŵ",
        "e\u0301",
        "\u200b",
        "\u202e",
        "\ufffe",
        "\U0010ffff",
    ),
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_loads_back(text: str) -> None:
    same(text)


@given(TEXT, TEXT)
def test_any_text_loads_back(text: str, title: str) -> None:
    minutes = record(text, title)
    data = minutes.model_dump(mode="json", by_alias=True)
    assert json.loads(writer("json")(minutes)) == data
    assert json.loads(writer("jsonl")(minutes)) == data
    assert yaml.safe_load(writer("yaml")(minutes)) == data


@given(st.lists(st.text("0123456789abxeo_.:+-~ \n"), max_size=9))
def test_what_looks_like_a_number_loads_back(texts: list[str]) -> None:
    same(texts)


def same(data: object) -> None:
    assert yaml.load(dump_data(data), yaml.CSafeLoader) == data
    assert yaml.load(dump_data(data), yaml.SafeLoader) == data


STYLES = [
    # what a reader of YAML 1.1 or 1.2 would take for something else is quoted
    ("no", "'"),
    ("Y", "'"),
    ("", "'"),
    ("09:30", "'"),
    ("0o17", "'"),
    ("1e3", "'"),
    ("2016-04-28", "'"),
    ("163", "'"),
    # what only begins like it stands bare
    ("163/18", None),
    ("3rd of May", None),
    ("none", None),
    # several lines are a block, unless their line ends would change
    ("a\nb", "|"),
    ("a\r\nb", '"'),
    ("a\x85b", '"'),
]


@pytest.mark.parametrize(("text", "style"), STYLES)
def test_style_of(text: str, style: str | None) -> None:
    assert style_of(text) == style


def test_yaml_as_a_person_reads_it() -> None:
    lines = writer("yaml")(record()).splitlines()
    assert lines[:2] == ["---", "schema_version: '1.0'"]
    assert "  body: 'no'" in lines
    assert "  date: '2016-04-28'" in lines
    at = lines.index("  text: |-")
    assert lines[at + 1 : at + 3] == ["    The hedge.", "    The ditch."]


def test_yaml_has_no_aliases() -> None:
    shared: dict[str, Any] = {"a": 1}
    assert dump_data([shared, shared]) == "---\n- a: 1\n- a: 1\n"


def test_records_follow_one_another() -> None:
    minutes = record()
    data = minutes.model_dump(mode="json", by_alias=True)
    assert list(yaml.safe_load_all(writer("yaml")(minutes) * 2)) == [data, data]
    assert [json.loads(line) for line in (writer("jsonl")(minutes) * 2).splitlines()] == [data, data]


def test_json_is_indented_and_keeps_letters() -> None:
    text = writer("json")(record(title="Zoë’s hedge"))
    assert text.startswith('{\n  "schema_version": "1.0",\n')
    assert '"title": "Zoë’s hedge"' in text
    assert text.endswith("}\n")


@pytest.mark.parametrize("character", ["\x7f", "\x85", "\x9b", "\u2028", "\u2029"])
def test_json_escapes_what_terminals_and_line_readers_obey(character: str) -> None:
    text = writer("jsonl")(record(title=f"a{character}b"))
    assert f'"title":"a\\u{ord(character):04x}b"' in text
    assert len(text.splitlines()) == 1


@given(TEXT)
def test_json_to_records_and_back_is_the_identity(text: str) -> None:
    for format_ in ("json", "jsonl"):
        dumped = writer(format_)(record(text))
        assert writer(format_)(Minutes.model_validate_json(dumped)) == dumped


def test_every_writer_ends_its_last_line() -> None:
    assert all(writer(format_)(record()).endswith("\n") for format_ in WRITERS)


def test_an_unknown_format_is_a_wrong_call() -> None:
    with pytest.raises(UsageError) as error:
        writer("xml")
    assert str(error.value) == "no format 'xml': use one of json, jsonl, yaml"
