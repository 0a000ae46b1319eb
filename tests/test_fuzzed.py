"""What the fuzzer found (see fuzz/README.md), each cut down to the lines that show it."""

from __future__ import annotations

import json

import pytest

from contract import faults
from minutes_parser import parse
from minutes_parser.readers import read
from minutes_parser.writers.json_ import dump_json

FOUND = {
    "bullets of affiliations, and not one name before them": (
        "txt",
        None,
        "Foster Panel\nPresent:\nMembers\n\nCouncillor Hester(  Vane\n· Dale Council\n\nOwen Tarrant\n\n1. Welcome\n",
    ),
    "a label whose title is the next label": ("txt", "numbered", "1.\n\n1.\n\nMinutes:\n\ntable\n"),
    "a title that goes on in a line with a tag": (
        "txt",
        "ai-tagged",
        "<AI1>\n1. The report on the footpath along the river and the other\n<AI2>paths\n</AI2>\n",
    ),
    "a name that ends in the middle of a word": ("txt", None, "Present:\nOla Bra™dt (chair)\n\n1. Roads\n\nShut.\n"),
    "a title that runs into the mark of its document": ("txt", None, "5.IntroductionPDF 4 B"),
    "furniture in a text without blanks": ("html", None, "<table\x00><th>.<th><main>p>"),
    "a label of people with nothing behind it": ("txt", None, "Present: Members\n\n1. Hedges\n"),
    "a bullet with nobody behind it": ("txt", None, "Hedge Board\n\nPresent: \n•\n\n1. Hedges\n\nCut.\n"),
    "a roll call without answers": ("txt", None, "Hedge Board\n\n1. Roll call\n\n2. Hedges\n\nCut.\n"),
    "a mark of an action with nothing after it": ("html", None, ".\nAction:<o"),
}


@pytest.mark.parametrize(("kind", "layout", "text"), FOUND.values(), ids=FOUND)
def test_found(kind: str, layout: str | None, text: str) -> None:
    minutes = parse(text.encode(), media_type=kind, layout=layout)
    assert faults(json.loads(dump_json(minutes)), read(text.encode(), media_type=kind).text) == []
