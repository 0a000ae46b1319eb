"""Markdown: the text stays, its markup is furniture."""

from __future__ import annotations

import pytest

from minutes_parser import parse
from minutes_parser.readers.markdown import read_markdown


def shown(source: str) -> str:
    document = read_markdown(source.encode(), "test.md")
    assert document.text == source
    return "\n".join(" ".join(line.split()) for line in document.folded.split("\n"))


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("## Hedges", "## Hedges"),
        ("**Hedges**", "**Hedges**"),
        ("**Action:** Ada to write", "Action: Ada to write"),
        ("The *lane* and __pond__ and `code`", "The lane and pond and code"),
        ("* a bullet with *stress*", "* a bullet with stress"),
        ("2 * 3 and snake_case_name", "2 * 3 and snake_case_name"),
        ("[Minutes](https://trust.example/a(b).pdf) of May", "Minutes of May"),
        ("![Logo](logo.png) Trust", "Logo Trust"),
        ("<https://trust.example/a>", "https://trust.example/a"),
        ("### [](https://trust.example/#a)Actions", "### Actions"),
        ("[On hold] stays, \\[so does this]", "[On hold] stays, [so does this]"),
        ("| Name | From |", "Name From"),
        ("|---|:---:|", ""),
        ("---", ""),
        ("```yaml", ""),
        ("> quoted", "quoted"),
        ("one<br />two <b>three</b>&nbsp;&amp; four", "one two three & four"),
        ("<AI3>", "<AI3>"),
        ("1\\. Hedges", "1 . Hedges"),
        ("<!-- draft -->Text", "Text"),
    ],
)
def test_markup(source: str, seen: str) -> None:
    assert shown(source) == seen


@pytest.mark.parametrize(
    ("source", "cells"),
    [
        ("| Ada | Roads |", [["Ada", "Roads"]]),
        ("|Ada|  |Roads|", [["Ada", "", "Roads"]]),
        ("Name | From\n---|---\nAda | Roads\n\nAda | Roads", [["Name", "From"], ["Ada", "Roads"], ["Ada | Roads"]]),
        ("| Ada \\| Ben | Roads |", [["Ada  | Ben", "Roads"]]),
        ("| Ada | | |", [["Ada"]]),  # cells that are empty to the end
        ("| Ada | Roads", [["Ada", "Roads"]]),
        ("| | |", []),
        ("Roads | Paths", [["Roads | Paths"]]),
    ],
)
def test_pipes_part_the_cells_of_tables_alone(source: str, cells: list[list[str]]) -> None:
    document = read_markdown(source.encode(), "test.md")
    assert document.text == source
    assert parse(source, media_type="text/markdown").coverage.unparsed == 0
    assert [[cell.text for cell in line.passage.cells()] for line in document.lines] == cells


def test_front_matter_keeps_its_facts() -> None:
    source = (
        '---\ntitle: "Board meeting"\ndate: 2023-10-12\ntags:\n  - news\nattendance:\n  - Ada Reed\n---\n# Hedges\n'
    )
    assert shown(source) == "---\ntitle: Board meeting\ndate: 2023-10-12\n\n\nattendance:\n- Ada Reed\n---\n# Hedges\n"


def test_a_rule_is_no_front_matter() -> None:
    assert shown("Minutes\n---\ndate: x\n---\n") == "Minutes\n\ndate: x\n\n"


def test_unclosed_front_matter_is_text() -> None:
    assert shown("---\ndate: 1 May\n") == "\ndate: 1 May\n"
