"""How fast `minutes batch` is with one worker and with two, beside the floor, and whether its memory stays flat.

    python benchmarks/batch.py [--files 10000] [--parts 5]

Makes an archive by varying the fixtures: names, dates and the order of paragraphs are changed, so that no two files are
equal. The archive is in parts, and each is converted with one worker, with two, and by the floor with one and with two,
in turn, so that a busy machine slows all alike. The floor is the least that any such program does: read, decode, match
one pattern a line, validate and dump a record of the same kind, put it in place by renaming. Files a second and
megabytes differ from machine to machine: compare the ratios. Where other work keeps the cores busy, two workers are not
twice as fast, and what they use of the cores tells more.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from minutes_parser.output import replacing
from minutes_parser.schema import Minutes
from minutes_parser.writers import writer

FIXTURES = sorted(
    path for path in (Path(__file__).parents[1] / "tests" / "fixtures").iterdir() if path.suffix != ".json"
)
MINUTES = str(Path(sys.executable).parent / "minutes")
LABEL = re.compile(r"\s*(?:<AI)?([0-9]{1,4})[.)>]")
IN_FOLDER = 100

NAME = re.compile(r"(?<=Cllr )[A-Z][a-z]+|(?<=Councillor )[A-Z][a-z]+|(?<=Mr )[A-Z][a-z]+|(?<=Mrs )[A-Z][a-z]+")
YEAR = re.compile(r"\b20[0-2][0-9]\b")
BEGINNINGS = "Ash Bar Cole Dun East Fern Gar Hol Ing Jar Ket Lang Mar Nor Oak Pen Quar Row Sel Thorn".split()
ENDINGS = "bury by den field ford ham hurst ley man mere more ridge son stead ton wick wood worth".split()


def varied(text: str, number: int) -> str:
    """A document like `text`, with other names and years, and with its later paragraphs in another order."""
    chance = random.Random(number)
    new = {name: chance.choice(BEGINNINGS) + chance.choice(ENDINGS) for name in sorted(set(NAME.findall(text)))}
    years = {year: str(chance.randint(1998, 2024)) for year in sorted(set(YEAR.findall(text)))}
    text = YEAR.sub(lambda year: years[year[0]], NAME.sub(lambda name: new[name[0]], text))
    head, *paragraphs = text.split("\n\n")
    chance.shuffle(paragraphs)
    return "\n\n".join([head, *paragraphs, f"Reference {number}\n"])


def make_archive(folder: Path, files: int, parts: int) -> int:
    """Writes the files into so many folders; gives back how many bytes they have."""
    size, seen = 0, set()
    texts = [path.read_text(encoding="utf-8") for path in FIXTURES]
    for number in range(files):
        seed = FIXTURES[number % len(FIXTURES)]
        data = varied(texts[number % len(texts)], number).encode()
        seen.add(hashlib.sha256(data).digest())
        size += len(data)
        part = folder / f"part{number * parts // files}" / f"{number // IN_FOLDER:04}"
        part.mkdir(parents=True, exist_ok=True)
        (part / f"{seed.stem}-{number}{seed.suffix}").write_bytes(data)
    assert len(seen) == files
    return size


def batch_seconds(source: Path, target: Path, jobs: int) -> float:
    """How long one run takes, from the start of the command to its end."""
    start = time.perf_counter()
    done = subprocess.run([MINUTES, "batch", "-q", str(source), str(target), "-j", str(jobs)], check=False)
    assert done.returncode in (0, 1)  # 1 where some variant could not be read
    return time.perf_counter() - start


def floor_seconds(source: Path, target: Path, jobs: int) -> float:
    """How long the floor takes with so many processes, from their start to their end."""
    paths = sorted(path for path in source.rglob("*") if path.is_file())
    context = multiprocessing.get_context("spawn")
    start = time.perf_counter()
    processes = [context.Process(target=floor, args=(paths[i::jobs], target / str(i))) for i in range(jobs)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    return time.perf_counter() - start


def floor(paths: list[Path], target: Path) -> None:
    """What one process of the floor does."""
    dump = writer("json")
    records = {path.stem: json.loads(path.with_suffix(".json").read_text(encoding="utf-8")) for path in FIXTURES}
    target.mkdir(parents=True)
    for path in paths:
        for line in path.read_bytes().decode("utf-8", "replace").split("\n"):
            LABEL.match(line)
        record = Minutes.model_validate(records[path.stem.rpartition("-")[0]])
        with replacing(str(target / f"{path.name}.json")) as write:
            write(dump(record).encode())


def peak_memory(source: Path, target: Path) -> tuple[float, int, int]:
    """Seconds of a run with two workers, and the peak memory in KiB of the command and of its largest worker."""
    start = time.perf_counter()
    peaks: dict[int, int] = {}
    with subprocess.Popen([MINUTES, "batch", "-q", str(source), str(target), "-j", "2"]) as run:
        while run.poll() is None:
            for process in (run.pid, *children(run.pid)):
                peaks[process] = max(peaks.get(process, 0), peak_of(process))
            time.sleep(0.02)
    return time.perf_counter() - start, peaks.pop(run.pid), max(peaks.values(), default=0)


def children(process: int) -> Iterator[int]:
    """The processes that a process has started."""
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            yield from map(int, path.read_text().split())
        except OSError:
            continue


def peak_of(process: int) -> int:
    """The most memory that a process has used so far, in KiB; 0 where it has ended."""
    try:
        found = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    except OSError:
        return 0
    return int(found[1]) if found else 0


def processor_seconds() -> float:
    """What the processes that have ended have used of the cores."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure_speed(archive: Path, target: Path) -> dict[str, tuple[float, float]]:
    """The seconds, and those of the cores, that each way takes for the archive, a part at a time in turn."""
    ways = {"1 worker": (batch_seconds, 1), "2 workers": (batch_seconds, 2)}
    ways |= {"floor, 1": (floor_seconds, 1), "floor, 2": (floor_seconds, 2)}
    times = dict.fromkeys(ways, (0.0, 0.0))
    for part in sorted(archive.iterdir()):
        for name, (measure, jobs) in ways.items():
            before = processor_seconds()
            taken = measure(part, target / f"{part.name}-{name}", jobs)
            times[name] = times[name][0] + taken, times[name][1] + processor_seconds() - before
    return times


def print_speed(times: dict[str, tuple[float, float]], files: int, size: int) -> None:
    """The table, and the ratios that the speed is judged by."""
    for name, (taken, used) in times.items():
        rates = f"{files / taken:10,.0f} documents/s{size / 1e6 / taken:10.2f} MB/s"
        print(f"{name:12}{rates}{used / files * 1000:10.2f} ms of a core a document")
    print(f"2 workers are {times['1 worker'][0] / times['2 workers'][0]:.2f} times as fast as 1 worker", end=", ")
    print(f"and use {times['2 workers'][1] / times['1 worker'][1]:.2f} times the cores' time")
    for jobs, name in ((1, "1 worker"), (2, "2 workers")):
        print(f"with {name} the floor is {times[name][0] / times[f'floor, {jobs}'][0]:.1f} times as fast")


def print_memory(archive: Path, small: Path, target: Path, files: int) -> None:
    """Peak memory of a run over a tenth and over all, and what a second run over all takes."""
    _, few, few_worker = peak_memory(small, target / "small")
    first, many, many_worker = peak_memory(archive, target / "all")
    print(f"peak memory, {files // 10:,} files: {few / 1024:.1f} MiB and {few_worker / 1024:.1f} MiB a worker")
    print(f"peak memory, {files:,} files: {many / 1024:.1f} MiB and {many_worker / 1024:.1f} MiB a worker")
    print(f"the second is {many / few:.2f} and {many_worker / few_worker:.2f} times the first")
    again = batch_seconds(archive, target / "all", 2)
    print(f"a second run over {files:,} unchanged files takes {again:.2f} s, 1/{first / again:.0f} of the first")


def main() -> None:
    """Prints all of it."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--files", type=int, default=10_000)
    arguments.add_argument("--parts", type=int, default=5)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="minutes-benchmark-") as name:
        folder = Path(name)
        size = make_archive(folder / "archive", options.files, options.parts)
        make_archive(folder / "small", options.files // 10, 1)
        print(f"{options.files:,} files, {size / 1e6:.1f} MB, {os.cpu_count()} cores")
        print_speed(measure_speed(folder / "archive", folder / "records"), options.files, size)
        print_memory(folder / "archive", folder / "small", folder / "records", options.files)


if __name__ == "__main__":
    main()
