"""The schema is a promise to other programs: a change of it must be seen in a change of tests/schema.json."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from conftest import Run, record
from minutes_parser.schema import Minutes
from minutes_parser.writers.json_ import dump_schema

GOLDEN = Path(__file__).parent / "schema.json"
SCHEMA: dict[str, Any] = json.loads(dump_schema())
RECORDS = {"Minutes": SCHEMA, **SCHEMA["$defs"]}


def test_the_schema_is_the_one_that_was_promised() -> None:
    assert dump_schema() == GOLDEN.read_text(encoding="utf-8")


def test_minutes_schema_prints_it(minutes: Callable[..., Run]) -> None:
    assert minutes("schema") == Run(0, dump_schema(), "")


def test_it_is_a_schema_of_2020_12() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", RECORDS)
def test_every_key_is_required_described_and_the_only_one(name: str) -> None:
    found = RECORDS[name]
    assert found["required"] == list(found["properties"])
    assert found["additionalProperties"] is False
    assert "description" in found
    assert all("description" in value or "$ref" in value for value in found["properties"].values())


def test_a_record_conforms() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    data = record().model_dump(mode="json", by_alias=True)
    assert not list(validator.iter_errors(data))
    assert list(validator.iter_errors({**data, "mood": "good"}))
    assert list(validator.iter_errors({**data, "layout": "telegram"}))


def test_records_do_not_change_and_take_no_other_key() -> None:
    minutes = record()
    with pytest.raises(ValidationError, match="frozen"):
        minutes.layout = "web"
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        Minutes.model_validate({**minutes.model_dump(by_alias=True), "mood": "good"})
