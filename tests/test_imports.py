"""What a start of the program loads, which way imports run, and that the tables and the docs name the same things."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

import minutes_parser
from conftest import EXAMPLE, ROOT
from minutes_parser import cli, limits, pipeline, readers, schema, writers
from minutes_parser.cautions import CODES
from minutes_parser.cli import options
from minutes_parser.cli.batch import TREE_FORMATS
from minutes_parser.extractors import EXTRACTORS

PACKAGE = ROOT / "src" / "minutes_parser"
MODULES = sorted(PACKAGE.rglob("*.py"))

# a module may import what stands in a lower row and its own package; readers, extractors and writers vary independently
# and do not know one another; an extractor may ask a field what a line could mean, a field never asks for the layout
ROWS = [
    {"__main__"},
    {"cli"},
    {"batch", "tables"},
    {"pipeline"},
    {"readers", "extractors", "writers"},
    {"fields"},
    {"cautions"},
    {"outline"},
    {"document"},
    {"schema"},
    {"output"},
    {"limits", "late"},
    {"errors"},
    {"__init__"},
]
ROW = {name: number for number, names in enumerate(ROWS) for name in names}

HEAVY = (
    "pydantic",
    "regex",
    "rich",
    "yaml",
    "selectolax",
    "pypdfium2",
    "asyncio",
    "importlib.metadata",
    "sqlite3",
    "distributed",
    "fsspec",
)


def loaded_by(*arguments: str) -> set[str]:
    """The modules that are loaded when `minutes ARGUMENTS` has run in a process of its own."""
    code = (
        "import sys\n"
        "from minutes_parser.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "finally:\n    sys.stderr.write(' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, check=True)
    return set(done.stderr.decode().split())


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], *([command, "--help"] for command in ("parse", "batch", "table", "text"))],
)
def test_help_loads_nothing_but_click(arguments: list[str]) -> None:
    loaded = loaded_by(*arguments)
    assert "click" in loaded
    assert not loaded.intersection(HEAVY)
    ours = {name for name in loaded if name.startswith("minutes_parser")}
    assert {name for name in ours if not name.startswith("minutes_parser.cli")} == {
        "minutes_parser",
        "minutes_parser.errors",
        "minutes_parser.output",
    }


def test_text_to_json_loads_no_other_reader_or_writer() -> None:
    loaded = loaded_by("parse", "-q", str(EXAMPLE))
    assert "minutes_parser.pipeline" in loaded
    assert not loaded.intersection({"yaml", "rich", "selectolax", "pypdfium2", "asyncio"})


def test_tables_of_parsed_outputs_load_no_parser() -> None:
    loaded = loaded_by("table", str(ROOT / "tests" / "tables" / "archive.jsonl"), "--what", "items")
    assert "minutes_parser.tables.csv_" in loaded
    assert not loaded.intersection({"regex", "yaml", "sqlite3", "minutes_parser.pipeline"})


def test_a_batch_on_this_machine_loads_no_cluster_and_no_reader(tmp_path: Path) -> None:
    loaded = loaded_by("batch", "-q", "-j", "1", str(EXAMPLE), str(tmp_path))
    assert "minutes_parser.batch.run" in loaded
    assert not loaded.intersection({"distributed", "fsspec", "rich", "selectolax", "pypdfium2"})


def imports(path: Path) -> Iterator[str]:
    """The modules of this package that a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names] if node.module == "minutes_parser" else []
            yield from names or [node.module or ""]
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def part_of(module: str) -> str:
    """The row's name for a dotted module: `minutes_parser.fields.dates` belongs to `fields`."""
    part = module.split(".")[1] if "." in module else "__init__"
    return part if part in ROW else "__init__"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_run_one_way(path: Path) -> None:
    if path.name == "__init__.py" and path.parent == PACKAGE:
        return  # the public names, loaded at first use
    here = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert here in ROW, f"{here} has no row"
    parts = {part_of(module) for module in imports(path) if module.split(".")[0] == "minutes_parser"}
    assert [part for part in parts if part != here and ROW[part] <= ROW[here]] == []


def test_no_module_is_a_mixed_bag() -> None:
    assert not {path.stem for path in MODULES} & {"helpers", "utils", "util", "common", "misc"}


def test_the_command_line_names_what_the_tables_hold() -> None:
    assert list(options.LAYOUTS) == list(EXTRACTORS) == list(get_args(schema.Layout))
    assert list(options.DATE_ORDERS) == list(pipeline.DATE_ORDERS)
    assert list(options.TYPES) == list(readers.SHORT_NAMES)
    assert list(options.FORMATS) == list(writers.WRITERS)
    assert set(TREE_FORMATS) <= set(writers.WRITERS)
    assert set(options.OUTPUT_SUFFIXES.values()) == set(writers.WRITERS)
    assert set(readers.SHORT_NAMES.values()) == set(readers.READERS)
    defaults = {option.name: option.default for option in cli.commands.commands["parse"].params}
    assert limits.Limits(defaults["max_bytes"], defaults["max_pages"]) == limits.DEFAULT


@pytest.mark.parametrize("name", minutes_parser.__all__)
def test_public_names_are_there(name: str) -> None:
    assert getattr(minutes_parser, name).__doc__


def test_another_name_is_not() -> None:
    with pytest.raises(AttributeError, match=r"^module 'minutes_parser' has no attribute 'guess'$"):
        _ = minutes_parser.guess


def test_every_warning_is_explained_and_no_other() -> None:
    text = (ROOT / "docs" / "warnings.md").read_text(encoding="utf-8")
    assert re.findall(r"^## `(.+)`$", text, re.MULTILINE) == list(CODES)
    sections = re.split(r"^## .*\n", text, flags=re.MULTILINE)[1:]
    assert all(list(CODES.values())[i] in section for i, section in enumerate(sections))
    assert all("Example:" in section and "What to do:" in section for section in sections)


def test_codes_in_the_source_are_known() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    used = set(re.findall(r'caution\(\s*[\w.]+,\s*"([^"]+)"', text))
    assert used <= set(CODES)


def test_the_package_is_marked_as_typed() -> None:
    assert os.path.exists(PACKAGE / "py.typed")
