"""Writes the golden record beside every fixture: `python tests/update_golden.py [NAME…]`.

What it writes is what the parser says: read each changed line against the document before keeping it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from minutes_parser import parse
from minutes_parser.schema import Minutes
from minutes_parser.writers.json_ import dump_json

FIXTURES = Path(__file__).parent / "fixtures"


def read_fixture(path: Path) -> Minutes:
    """The record of a fixture, named as it is in its folder."""
    return parse(path.read_bytes(), name=path.name)


def main(names: list[str]) -> None:
    """Write the golden records of the fixtures that are named, or of all."""
    for path in sorted([*FIXTURES.glob("*.txt"), *FIXTURES.glob("*.md")]):
        if not names or path.stem in names:
            path.with_suffix(".json").write_text(dump_json(read_fixture(path)), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
