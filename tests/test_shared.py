"""The real documents beside the checkout, where they are there: perfect seeds, sound contracts everywhere."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from contract import Json, faults, text_of
from minutes_parser import parse
from minutes_parser.writers.json_ import dump_json

SHARED = Path(__file__).parents[2] / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))
DOCUMENTS = sorted(
    p for folder in ("corpus", "layouts") for p in (SHARED / folder).glob("*") if p.suffix in {".txt", ".md"}
)
PERFECT = ("header", "attendees", "items", "decisions", "actions", "next")

pytestmark = pytest.mark.skipif(not SEEDS, reason=f"no documents in {SHARED}")


@cache
def score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "evaluation" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def gold() -> dict[str, Json]:
    """Gold facts by the file that they were read from."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in (SHARED / "evaluation" / "gold").glob("*.json")]
    return {Path(facts["file"]).name: facts for facts in found}


@cache
def record_of(path: Path) -> Json:
    loaded: Json = json.loads(dump_json(parse(path.read_bytes(), name=path.name)))
    return loaded


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_seed_is_perfect(path: Path) -> None:
    counts, errors = score().score_document(gold()[path.name], record_of(path))
    assert {group: errors[group] for group in PERFECT if errors[group]} == {}
    assert score().prf(counts["details"])[2] >= 0.98, errors["details"]
    assert round(score().prf(counts["soft"])[2], 9) >= 0.80, errors["soft"]


@pytest.mark.parametrize("path", SEEDS[:4], ids=lambda path: path.stem)
def test_nothing_of_a_seed_is_left_unparsed(path: Path) -> None:
    assert record_of(path)["coverage"]["unparsed"] == 0


@pytest.mark.parametrize("path", [*SEEDS, *DOCUMENTS], ids=lambda path: path.stem)
def test_contract_is_sound(path: Path) -> None:
    assert faults(record_of(path), text_of(path.read_bytes(), path.name)) == []
