"""How much of what a person reads in a document is in the text that is extracted from it.

    python benchmarks/recall.py [SHARED]

For each gold file, the words of its names, titles, decisions and actions are looked up among the words of the extracted
text without its furniture. Prints the share found for each file type, and the words that are missing where a document
has less than 99 % of them. Exit status 1 if there is such a document.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from minutes_parser.readers import read

SHARED = Path(__file__).parents[2] / "shared"
LEAST = 0.99
WORD = re.compile(r"[^\W_]+")


def gold_texts(gold: dict[str, Any]) -> Iterator[str]:
    """The values of a gold file that a text must hold."""
    for group, key in (("attendees", "name"), ("items", "title"), ("decisions", "text"), ("actions", "text")):
        yield from (record[key] for record in gold[group] if record[key])


def words(text: str) -> list[str]:
    """Words in lower case."""
    return WORD.findall(text.lower())


def missing(gold: dict[str, Any], path: Path) -> tuple[list[str], int]:
    """Words of the gold file that the document's text does not hold, and how many words were looked for."""
    found = set(words(read(path.read_bytes(), path.name).shown))
    sought = [word for text in gold_texts(gold) for word in words(text)]
    return [word for word in sought if word not in found], len(sought)


def main() -> int:
    """Prints the table."""
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    bad = 0
    for gold_path in sorted((shared / "evaluation" / "gold").glob("*.json")):
        gold = json.loads(gold_path.read_text(encoding="utf-8"))
        path = shared / gold["file"]
        lost, count = missing(gold, path)
        total = totals[path.suffix]
        total[0] += 1
        total[1] += count - len(lost)
        total[2] += count
        if len(lost) > (1 - LEAST) * count:
            bad += 1
            print(f"{path.name}: {1 - len(lost) / count:.4f}, without {', '.join(sorted(set(lost))[:12])}")
    print(f"{'type':8}{'files':>6}{'words':>8}{'found':>9}")
    for suffix, (files, found, count) in sorted(totals.items()):
        print(f"{suffix:8}{files:6}{count:8}{found / count:9.4f}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
