"""How accurate the parser is: the table of docs/accuracy.md, made from the gold facts in ../shared.

    python benchmarks/accuracy.py [--held-out FOLDER] [--write]

Every gold document is parsed in this process and scored by ../shared/evaluation/score.py, which says what a hit is.
FOLDER holds documents that the parser was not developed with, and in `gold` the facts about them. `--write` puts the
tables into docs/accuracy.md between its two marks.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from minutes_parser import parse_file

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[1] / "shared"
PAGE = HERE.parent / "docs" / "accuracy.md"
BEGIN, END = "<!-- tables: made by benchmarks/accuracy.py -->", "<!-- end of tables -->"
SETS = {"seeds": "the five documents the project began with", "corpus": "real minutes", "layouts": "written for tests"}
WORST = 8

Counts = dict[str, list[int]]


def scorer() -> ModuleType:
    """The scoring script of the gold facts, as a module."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "evaluation" / "score.py")
    if spec is None or spec.loader is None or not (SHARED / "evaluation" / "score.py").exists():
        sys.exit("accuracy: the gold facts are not here: they stand in ../shared, beside the checkout")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measured(score: ModuleType, facts: Path, root: Path) -> tuple[dict[str, list[tuple[str, Counts]]], Counter[str]]:
    """For each set its documents with their counts of hits, misses and false alarms; and the unparsed characters.

    `facts` is the folder of the gold facts; the files that they name stand in `root`, a set in each folder.
    """
    found: dict[str, list[tuple[str, Counts]]] = defaultdict(list)
    characters: Counter[str] = Counter()
    for path in sorted(facts.glob("*.json")):
        gold: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        minutes = parse_file(root / gold["file"])
        counts, _ = score.score_document(gold, json.loads(minutes.model_dump_json(by_alias=True)))
        found[gold["file"].split("/")[0]].append((gold["id"], counts))
        characters["all"] += minutes.coverage.characters
        characters["unparsed"] += minutes.coverage.unparsed
    return found, characters


def table(score: ModuleType, documents: list[tuple[str, Counts]]) -> list[str]:
    """One set's table: a row for each group of facts."""
    rows = ["| group | precision | recall | F1 | facts |", "|---|---:|---:|---:|---:|"]
    for group in [*score.GROUPS, "details", "soft"]:
        total = [sum(column) for column in zip(*(counts[group] for _, counts in documents), strict=True)]
        if sum(total):
            precision, recall, f1 = score.prf(total)
            rows.append(f"| {group} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {total[0] + total[1]} |")
    return rows


def worst(score: ModuleType, documents: list[tuple[str, Counts]]) -> list[str]:
    """The documents with the lowest F1 over all groups together, and where their errors are."""
    ranked = []
    for name, counts in documents:
        groups = {group: counts[group] for group in score.GROUPS}
        total = [sum(column) for column in zip(*groups.values(), strict=True)]
        errors = Counter({group: miss + extra for group, (_, miss, extra) in groups.items()})
        ranked.append((score.prf(total)[2], name, errors))
    rows = ["| document | F1 | errors |", "|---|---:|---|"]
    for f1, name, errors in sorted(ranked, key=lambda row: row[:2])[:WORST]:
        rows.append(f"| {name} | {f1:.3f} | {', '.join(f'{group} {n}' for group, n in errors.most_common(4) if n)} |")
    return rows


def report(held_out: Path | None) -> str:
    """All tables, as Markdown."""
    score = scorer()
    found, characters = measured(score, SHARED / "evaluation" / "gold", SHARED)
    lines: list[str] = []
    if held_out:
        unseen = [document for each in measured(score, held_out / "gold", held_out)[0].values() for document in each]
        lines += [f"### held out: bodies never seen before ({len(unseen)} documents)", "", *table(score, unseen), ""]
    for name, what in SETS.items():
        if name in found:
            lines += [f"### {name}: {what} ({len(found[name])} documents)", "", *table(score, found[name]), ""]
    everything = [document for documents in found.values() for document in documents]
    share = characters["unparsed"] / max(characters["all"], 1)
    lines += [f"### all together ({len(everything)} documents)", "", *table(score, everything), ""]
    lines += [f"Characters that no part of the record claims: {share:.2%} of {characters['all']:,}.", ""]
    lines += ["### The worst documents", "", *worst(score, everything)]
    return "\n".join(lines)


def main() -> None:
    """Prints the tables, and writes them into the page if asked to."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--held-out", type=Path, metavar="FOLDER", help="documents that were not used for development")
    options.add_argument("--write", action="store_true", help="put the tables into docs/accuracy.md")
    chosen = options.parse_args()
    tables = report(chosen.held_out)
    print(tables)
    if chosen.write:
        before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{tables}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
