"""Which layout a document is read in."""

from __future__ import annotations

from pathlib import Path

import pytest

from update_golden import FIXTURES, read_fixture

LAYOUTS = {"tagged": "ai-tagged", "web": "web", "numbered": "numbered", "free": "free-text"}


@pytest.mark.parametrize("path", [*FIXTURES.glob("*.txt"), *FIXTURES.glob("*.md")], ids=lambda path: path.stem)
def test_layout(path: Path) -> None:
    assert read_fixture(path).layout == LAYOUTS[path.stem.split("-")[0]]
