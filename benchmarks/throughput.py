"""How fast parsing is, beside the least that such a program must do and beside a Markdown parser.

    python benchmarks/throughput.py [--megabytes 20] FILE...

Takes the files in turn until so many megabytes are read and measures three things on each of them, one after another,
so that a busy machine slows all three alike: `parse` with JSON out; the floor, which is to read, decode and split into
lines, match one anchored pattern a line, and validate and dump the same record; markdown-it-py parsing the same bytes.
Megabytes a second differ from machine to machine: compare the ratios.
"""

from __future__ import annotations

import argparse
import itertools
import re
import time
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt

from minutes_parser import parse
from minutes_parser.schema import Minutes
from minutes_parser.writers import writer

LABEL = re.compile(r"\s*(?:<AI)?([0-9]{1,4})[.)>]")
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
EXAMPLES = Path(__file__).parents[1] / "examples"

dump = writer("jsonl")
markdown = MarkdownIt()


def parsed(path: Path) -> str:
    """The main job: bytes to JSON."""
    return dump(parse(path.read_bytes(), name=path.name))


def floor(path: Path, record: dict[str, object]) -> str:
    """The least that a program can do that reads the same bytes and writes the same record."""
    for line in path.read_bytes().decode("utf-8", "replace").split("\n"):
        LABEL.match(line)
    return dump(Minutes.model_validate(record))


def tokens(path: Path) -> int:
    """A Markdown parser on the same bytes."""
    return len(markdown.parse(path.read_bytes().decode("utf-8", "replace")))


def seconds(work: Callable[..., object], *arguments: object) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - start


def measure(paths: list[Path], size: int) -> tuple[int, list[float]]:
    """Bytes read, and the seconds that each of the three took for them."""
    records = {path: parse(path.read_bytes(), name=path.name).model_dump(by_alias=True) for path in paths}
    total, times = 0, [0.0, 0.0, 0.0]
    for path in itertools.cycle(paths):
        if total >= size:
            return total, times
        total += path.stat().st_size
        times[0] += seconds(parsed, path)
        times[1] += seconds(floor, path, records[path])
        times[2] += seconds(tokens, path)
    raise ValueError("no files")


def main() -> None:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="*", type=Path, help="default: the seeds, or else the examples")
    arguments.add_argument("--megabytes", type=float, default=20)
    options = arguments.parse_args()
    paths = options.files or sorted(SEEDS.glob("*.txt")) or sorted(EXAMPLES.glob("*.txt"))
    total, times = measure(paths, int(options.megabytes * 1e6))
    print(f"{total / 1e6:.1f} MB in {len(paths)} files, repeated")
    for name, taken in zip(("parse, JSON out", "floor", "markdown-it-py"), times, strict=True):
        print(f"{name:16}{total / 1e6 / taken:8.2f} MB/s")
    print(f"parse is 1/{times[0] / times[1]:.1f} of the floor and {times[2] / times[0]:.2f} times markdown-it-py")


if __name__ == "__main__":
    main()
