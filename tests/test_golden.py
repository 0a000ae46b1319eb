"""Every fixture gives the record beside it, spans and source included."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from minutes_parser.writers.json_ import dump_json
from update_golden import FIXTURES, read_fixture

DOCUMENTS = sorted([*FIXTURES.glob("*.txt"), *FIXTURES.glob("*.md")])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_fixture_gives_its_golden_record(path: Path) -> None:
    golden = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads(dump_json(read_fixture(path))) == golden
