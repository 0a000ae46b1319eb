"""How time and memory grow with hostile documents: time at n, 2n, 4n and 8n, the exponent fitted, the peak of memory.

    python benchmarks/hostile.py [--times 4] [FAMILY...]

Each size of each family is parsed and dumped in a process of its own. The time is that process's own (`process_time`),
the best of a few tries. The memory is the rise of its largest resident set (`getrusage`, `ru_maxrss`) over what it held
before, as a multiple of the text (for HTML of the markup, for DOCX of what it unpacks to), and of the text and the
record together: where the text is nothing but labels, the record of them is what fills the memory. `--times` multiplies
all sizes. Exit status 1 where an exponent is above 1.1, or the second factor above 40.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hostile_documents import FAMILIES, Family
from minutes_parser import MinutesError, parse
from minutes_parser.readers import read
from minutes_parser.writers.json_ import dump_jsonl

DOUBLINGS = (1, 2, 4, 8)
MOST_EXPONENT, MOST_MEMORY = 1.1, 40
ENOUGH = 1.0
"""Seconds at the greatest size below which a family is made greater: what takes less cannot be measured, and a few
megabytes that every process takes would count for the text."""


class Measured(NamedTuple):
    """What one process measured: seconds, bytes of memory, of text and of the record, or why it was refused."""

    seconds: float
    peak: int
    text: int
    record: int
    refusal: str


def measure(family: Family, size: int, tries: int) -> Measured:
    """Parses one document in a process of its own, which has had no part in making it: that took memory too."""
    with tempfile.TemporaryDirectory() as folder:
        source, answer = Path(folder, "source"), Path(folder, "answer")
        _in_a_process(lambda: source.write_bytes(family.make(size)))
        _in_a_process(lambda: answer.write_text(json.dumps(_measured_here(source.read_bytes(), family.kind, tries))))
        return Measured(*json.loads(answer.read_text()))


def _in_a_process(work: Callable[[], object]) -> None:
    child = os.fork()
    if not child:
        work()
        os._exit(0)
    os.waitpid(child, 0)


def _measured_here(source: bytes, kind: str, tries: int) -> Measured:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    runs = [_run(source, kind) for _ in range(tries)]
    peak = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    seconds, record, refusal = min(runs)
    return Measured(seconds, peak, 0 if refusal else _size(source, kind), record, refusal)


def _run(source: bytes, kind: str) -> tuple[float, int, str]:
    """Seconds, length of the record, and why there is none."""
    start = time.process_time()
    try:
        record, refusal = len(dump_jsonl(parse(source, media_type=kind))), ""
    except MinutesError as error:
        record, refusal = 0, str(error)
    return time.process_time() - start, record, refusal


def _size(source: bytes, kind: str) -> int:
    """The length of the text, with its markup where it has some."""
    if kind == "docx":
        with zipfile.ZipFile(BytesIO(source)) as archive:
            return sum(info.file_size for info in archive.infolist())
    return max(len(source), len(read(source, media_type=kind).text))


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of the line that fits the logarithms best: 1 is linear, 2 quadratic."""
    x, y = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    across = sum((one - middle_x) ** 2 for one in x)
    return sum((one - middle_x) * (other - middle_y) for one, other in zip(x, y, strict=True)) / across


def report(name: str, family: Family, times: int) -> bool:
    """Prints a family's row; says whether it grows as it should."""
    size, longest = _great_enough(family, family.size * times)
    sizes = [size * factor for factor in DOUBLINGS]
    found = [measure(family, each, 2 if longest.seconds < 2 else 1) for each in sizes]
    slope = exponent(sizes, [one.seconds for one in found])
    last = found[-1]
    of_text, of_both = last.peak / max(last.text, 1), last.peak / max(last.text + last.record, 1)
    times_shown = "  ".join(f"{one.seconds:7.3f}" for one in found)
    is_sound = bool(last.refusal) or (slope <= MOST_EXPONENT and of_both <= MOST_MEMORY)
    growth = f"{slope:5.2f}  {of_text:7.1f}  {of_both:7.1f}  {'' if is_sound else '!'}"
    shown = f"refused: {last.refusal}" if last.refusal else growth
    print(f"{name:34}  {last.text:>10}  {times_shown}  {shown}", flush=True)
    return is_sound


def _great_enough(family: Family, size: int) -> tuple[int, Measured]:
    """The size from which doubling three times takes long enough to be measured, or is all that the limits allow."""
    longest = measure(family, 8 * size, 1)
    while longest.seconds < ENOUGH and not longest.refusal:
        greater = size * (4 if longest.seconds < ENOUGH / 4 else 2)
        found = measure(family, 8 * greater, 1)
        if found.refusal:
            break
        size, longest = greater, found
    return size, longest


def main() -> None:
    """Prints a row for each family."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--times", type=int, default=4, help="multiply all sizes (default: 4)")
    arguments.add_argument("families", nargs="*", metavar="FAMILY", help="rows to print (default: all)")
    options = arguments.parse_args()
    _warm_up()
    print(f"{'family':34}  {'text':>10}  {'n':>7}  {'2n':>7}  {'4n':>7}  {'8n':>7}  slope  of text  of both")
    chosen = options.families or list(FAMILIES)
    sound = [report(name, FAMILIES[name], options.times) for name in chosen]
    sys.exit(not all(sound))


def _warm_up() -> None:
    """What is loaded or compiled at first use is measured in no family."""
    for family in FAMILIES.values():
        _run(family.make(3), family.kind)


if __name__ == "__main__":
    main()
