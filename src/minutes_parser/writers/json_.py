"""JSON, as a person reads it or one record a line, and the JSON Schema of both."""

from __future__ import annotations

import json
import re

from minutes_parser.schema import Minutes

# JSON allows these as they are, but a terminal obeys controls and marks of direction, and readers of lines may break at
# the separators
UNSAFE = re.compile("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def dump_json(minutes: Minutes) -> str:
    """The record as JSON, indented."""
    return safe(minutes.model_dump_json(indent=2, by_alias=True)) + "\n"


def dump_jsonl(minutes: Minutes) -> str:
    """The record as JSON on one line."""
    return safe(minutes.model_dump_json(by_alias=True)) + "\n"


def dump_schema() -> str:
    """The JSON Schema (2020-12) that every JSON record conforms to."""
    schema = Minutes.model_json_schema(by_alias=True, mode="serialization")
    schema["required"] = list(schema["properties"])  # every key is always there, the one with a default too
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return json.dumps(dialect | schema, indent=2, ensure_ascii=False) + "\n"


def safe(text: str) -> str:
    """JSON with the characters escaped that a terminal would obey or a reader of lines break at."""
    return text if text.isascii() and "\x7f" not in text else UNSAFE.sub(_escape, text)


def _escape(character: re.Match[str]) -> str:
    return f"\\u{ord(character[0]):04x}"
