"""Patterns that are compiled at their first use, and not before."""

from __future__ import annotations

import subprocess
import sys

import pytest
import regex

from minutes_parser.late import late_pattern

LINE = "hedges, Ditches and paths"


def test_loading_the_parser_compiles_no_late_pattern() -> None:
    code = (
        "import regex\n"
        "def refuse(source, *arguments, **lists): raise AssertionError(f'compiled at import: {source}')\n"
        "regex.compile = refuse\n"
        "import minutes_parser.pipeline"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("method", ["match", "fullmatch", "search", "findall", "split"])
def test_a_late_pattern_finds_what_the_compiled_one_finds(method: str) -> None:
    source, flags = r"\w+ (?: , | s\b )", regex.VERBOSE | regex.IGNORECASE
    late, compiled = late_pattern(source, flags), regex.compile(source, flags)
    for _ in range(2):
        assert str(getattr(late, method)(LINE)) == str(getattr(compiled, method)(LINE))


def test_a_late_pattern_takes_named_lists() -> None:
    late = late_pattern(r"\L<words>", regex.IGNORECASE, words=("ditches", "paths"))
    assert [found[0] for found in late.finditer(LINE)] == ["Ditches", "paths"]


def test_a_late_pattern_has_no_attributes_of_its_own_making() -> None:
    with pytest.raises(AttributeError, match="matches"):
        late_pattern("hedge").matches  # type: ignore[attr-defined]  # noqa: B018
