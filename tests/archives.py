"""Archives for the tests of `minutes batch`: small minutes in folders, no two alike, and what a run made of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

MINUTES = "Hedge Committee {number}\n\n1. Apologies\nNone.\n\n2. Hedges\nRESOLVED: That hedge {number} be cut.\n"
FAULTY = [sys.executable, str(Path(__file__).with_name("faulty_batch.py"))]


def make(folder: Path, number: int, in_folder: int = 10) -> Path:
    """An archive of so many small files, so many in a folder."""
    for i in range(number):
        put(folder / f"{i // in_folder:03}" / f"{i:04}.txt", i)
    return folder


def put(path: Path, number: int = 0) -> Path:
    """One file of minutes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MINUTES.format(number=number), encoding="utf-8")
    return path


def rows(manifest: Path) -> list[dict[str, Any]]:
    """The rows of a manifest."""
    return [json.loads(line) for line in manifest.read_bytes().splitlines()]


def statuses(manifest: Path) -> dict[str, str]:
    """What became of each file, by its name."""
    return {os.path.basename(row["source"]): row["status"] for row in rows(manifest)}


def lasting(manifest: Path) -> list[dict[str, Any]]:
    """The rows without what differs from run to run."""
    return [{key: value for key, value in row.items() if key != "seconds"} for row in rows(manifest)]


def files(folder: Path) -> dict[str, bytes]:
    """All files of a tree but its manifest."""
    return {
        os.path.relpath(path, folder): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest.jsonl"
    }


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs `minutes batch ARGUMENTS`, with workers that do what the names of documents say."""
    return subprocess.run(
        [*FAULTY, "batch", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )


def start(*arguments: object, **environment: str) -> subprocess.Popen[str]:
    """Starts the same in a process group of its own."""
    return subprocess.Popen(
        [*FAULTY, "batch", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, **environment},
        start_new_session=True,
    )
