"""How long whole processes take, beside the imports that they cannot do without.

    python benchmarks/startup.py [--rounds 15] [FILE]

Runs every command once a round, in turn, so that a busy machine slows all alike, and prints the median and the least of
each. Milliseconds differ from machine to machine: compare the ratios. `import pydantic` alone loads little of it, so
the import of what every user of it needs, BaseModel, is measured too.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
EXAMPLE = Path(__file__).parents[1] / "examples" / "riverside-parish-council.txt"
MINUTES = Path(sys.executable).parent / "minutes"


def milliseconds(command: list[str]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def measure(commands: dict[str, list[str]], rounds: int) -> dict[str, list[float]]:
    """The times of every command, a round at a time; the first round only warms the caches."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            taken = milliseconds(command)
            if number:
                times[name].append(taken)
    return times


def main() -> None:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", nargs="?", type=Path, help="default: a seed, or else the example")
    arguments.add_argument("--rounds", type=int, default=15)
    options = arguments.parse_args()
    path = options.file or next(iter(sorted(SEEDS.glob("*.txt"))), EXAMPLE)
    times = measure(
        {
            "import click": [sys.executable, "-c", "import click"],
            "import pydantic": [sys.executable, "-c", "import pydantic"],
            "import BaseModel": [sys.executable, "-c", "from pydantic import BaseModel"],
            "minutes --version": [str(MINUTES), "--version"],
            "minutes --help": [str(MINUTES), "--help"],
            "minutes parse": [str(MINUTES), "parse", str(path)],
        },
        options.rounds,
    )
    for name, taken in times.items():
        print(f"{name:20}{median(taken):8.1f} ms   (least {min(taken):.1f})")
    middle = {name: median(taken) for name, taken in times.items()}
    print(f"minutes --version is {middle['minutes --version'] / middle['import click']:.2f} times import click")
    print(f"minutes --help    is {middle['minutes --help'] / middle['import click']:.2f} times import click")
    print(f"minutes parse     is {middle['minutes parse'] / middle['import pydantic']:.2f} times import pydantic,")
    print(
        f"{'and':>16}     {middle['minutes parse'] / middle['import BaseModel']:.2f} times the import of its BaseModel"
    )


if __name__ == "__main__":
    main()
