"""Running headers, footers and page numbers of a PDF: known by standing at the same height on many pages."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from minutes_parser.readers.pdf_lines import PdfLine
from minutes_parser.readers.running import is_said

NUMBER = re.compile(r"[0-9]+")
# '- 3 -', 'Page 3 of 12', 'P a g e | 3'; not '3. Apologies'
OWN_NUMBER = re.compile(r"\W*(?:p\s?a\s?g\s?e\W*)?(?P<own>[0-9]+)\W*(?:(?:of|/)\s*[0-9]+\W*)?", re.IGNORECASE)
SAME_HEIGHT = 8.0
SHARE = 0.5
"""Of the pages, from which a line that they repeat is furniture, whether or not it runs on to the end."""
LEAST_SHARE = 0.4
"""The same for a line that does: it may stand on every second page only."""
FROM_TOP, FROM_BOTTOM = 5, 8


class Furniture(NamedTuple):
    """Which lines of a page are furniture, at its head and at its foot."""

    head: list[int]
    foot: list[int]


def furniture_of(pages: Sequence[Sequence[PdfLine]]) -> list[Furniture]:
    """The lines of each page that are furniture, by their places in it."""
    places: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    for number, lines in enumerate(pages):
        for at in _outer(len(lines)):
            places[_alike(lines[at].text)].append((number, at, lines[at].bottom))
    found = [_numbered(lines, number) for number, lines in enumerate(pages)]
    for places_of_one in places.values():
        for number, at in _repeated(places_of_one, len(pages)):
            found[number].add(at)
    return [_parted(lines, chosen, number) for number, (lines, chosen) in enumerate(zip(pages, found, strict=True))]


def _outer(count: int) -> set[int]:
    """The first and the last lines of a page."""
    return {*range(min(FROM_TOP, count)), *range(max(0, count - FROM_BOTTOM), count)}


def _alike(text: str) -> str:
    """A line without what changes from page to page."""
    return NUMBER.sub("#", "".join(text.split()).lower())


def _repeated(places: Sequence[tuple[int, int, float]], count: int) -> list[tuple[int, int]]:
    """Those of the places that stand at one height, if they are on enough of the pages."""
    if len(places) < _least(LEAST_SHARE, count):
        return []
    ordered = sorted(places, key=lambda place: place[2])
    start = first = last = 0
    for end in range(1, len(ordered) + 1):
        while ordered[end - 1][2] - ordered[start][2] > SAME_HEIGHT:
            start += 1
        if end - start > last - first:
            first, last = start, end
    best = [(number, at) for number, at, _ in ordered[first:last]]
    pages = {number for number, _ in best}
    runs_on = max(pages) >= count - 2
    return best if len(pages) >= _least(LEAST_SHARE if runs_on else SHARE, count) else []


def _least(share: float, count: int) -> int:
    return max(2, math.ceil(share * count))


def _numbered(lines: Sequence[PdfLine], number: int) -> set[int]:
    """The first or the last line where it is the page's own number and nothing else."""
    if len(lines) < 2:
        return set()
    found = {at: OWN_NUMBER.fullmatch(lines[at].text) for at in (0, len(lines) - 1)}
    return {at for at, match in found.items() if match and match["own"] == str(number + 1)}


def _parted(lines: Sequence[PdfLine], chosen: set[int], number: int) -> Furniture:
    """Head and foot. On the first page a header may be the only place that names the body: it stays."""
    middle = len(lines) / 2
    head, foot = [at for at in sorted(chosen) if at < middle], [at for at in sorted(chosen) if at >= middle]
    if number == 0:
        rest = " ".join(line.text for at, line in enumerate(lines) if at not in chosen)
        head = [at for at in head if is_said(lines[at].text, rest)]
    return Furniture(head, foot)
