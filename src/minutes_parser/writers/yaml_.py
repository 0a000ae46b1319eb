"""YAML that every reader, of version 1.1 or 1.2, loads back to the data that the JSON holds."""

from __future__ import annotations

import re
from typing import Any

import yaml

from minutes_parser.schema import Minutes

# matches '0o17', '1e3', '09:30', '3'; must not match '3rd of May' or 'A12'
NUMBER = re.compile(r"[-+]?\.?[0-9][-+.:_0-9A-Za-z]*")
# what some reader takes for a boolean, a null or a merge key
WORDS = frozenset({"", "~", "=", "<<", "null", "y", "n", "yes", "no", "on", "off", "true", "false"})
# line ends that a block would not give back as they were, and marks that turn the direction of writing on a terminal
ODD = re.compile("[\r\x85\u200e\u200f\u2028-\u202e\u2066-\u2069]")

_Base: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # the C one is there wherever PyYAML comes as a wheel


class Dumper(_Base):  # type: ignore[misc]
    """PyYAML's safe dumper with our way of writing text."""

    def ignore_aliases(self, data: object) -> bool:
        """True: `&id001` and `*id001` would puzzle a person and save nothing."""
        return True


def dump_yaml(minutes: Minutes) -> str:
    """The record as a YAML document that begins with `---`."""
    return dump_data(minutes.model_dump(mode="json", by_alias=True))


def dump_data(data: object) -> str:
    """Lists, mappings, text, numbers, booleans and nulls as a YAML document."""
    text: str = yaml.dump(data, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10**6, explicit_start=True)
    return ODD.sub(lambda odd: f"\\u{ord(odd[0]):04x}", text)  # they stand in double quotes alone


def style_of(text: str) -> str | None:
    """How to write `text`: a literal block, quotes, or None where it may stand bare."""
    if ODD.search(text):
        return '"'
    if "\n" in text:
        return "|"
    return "'" if text.lower() in WORDS or NUMBER.fullmatch(text) else None


def _represent_text(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style_of(text))


Dumper.add_representer(str, _represent_text)
