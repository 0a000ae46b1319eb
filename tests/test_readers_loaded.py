"""A run loads the reader of the type that it reads, and no other with its libraries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from invented_meetings import PLAIN
from minutes_parser.readers import READERS
from same_meeting import WAYS

# what reading any text takes: the table itself, the look at the content, the way from a path to bytes
SHARED = {"", ".files", ".sniff"}
LIBRARIES = {"selectolax", "pypdfium2", "xml.etree"}
CODE = "import sys; from minutes_parser import parse_file; parse_file(sys.argv[1]); print(*sys.modules)"


@pytest.mark.parametrize(
    ("way", "own", "libraries"),
    [
        ("txt", {".plain"}, set()),
        ("html", {".html_", ".html_depth", ".plain", ".html_page", ".rows", ".list_numbers"}, {"selectolax"}),
        (
            "pdf",
            {".apart", ".pdf", ".pdf_flow", ".pdf_furniture", ".pdf_layout", ".pdf_lines", ".pdf_page", ".running"},
            {"pypdfium2"},
        ),
        ("docx", {".docx", ".docx_numbering", ".rows", ".list_numbers", ".running"}, {"xml.etree"}),
    ],
)
def test_a_type_loads_its_own_reader(way: str, own: set[str], libraries: set[str], tmp_path: Path) -> None:
    path = tmp_path / f"minutes.{way}"
    path.write_bytes(WAYS[way](PLAIN))
    done = subprocess.run([sys.executable, "-c", CODE, str(path)], capture_output=True, check=True, text=True)
    loaded = set(done.stdout.split())
    package = "minutes_parser.readers"
    assert {name.removeprefix(package) for name in loaded if name.startswith(package)} == SHARED | own
    assert loaded & LIBRARIES == libraries


def test_every_row_names_a_function_of_this_package() -> None:
    assert all(row.startswith("minutes_parser.readers.") and ":read_" in row for row in READERS.values())
