"""The work of every pattern, and of the extractors and the fields of items, grows with the text, whatever the text is.

Hostile lines are made from the examples in the comments above the patterns, each beginning of each example, and from
the words of the patterns themselves: each repeated.
A time is only looked at where it is long, and measured again before it counts against a pattern.
"""

from __future__ import annotations

import gc
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import regex

import minutes_parser
from minutes_parser import parse
from minutes_parser.document import Document, Passage
from minutes_parser.extractors import outline_document
from minutes_parser.fields import actions, bodies, items, motions, prose
from minutes_parser.fields.bodies import bare_name
from minutes_parser.fields.roster import Roster
from minutes_parser.late import LatePattern

MODULES = tuple(
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(minutes_parser.__path__, f"{minutes_parser.__name__}.")
    if not module.name.endswith(("__main__", "cli"))
)
SOURCES = {module.__name__: inspect.getsource(module) for module in MODULES}
EVERY_SOURCE = "\n".join(SOURCES.values())

LINE, DOCUMENT = 20_000, 60_000
"""The lesser length of two; the greater is twice as long."""
NO_TIME = 0.02
"""Seconds that no work of quadratic growth can stay under at the greater length."""
MOST = 3
"""Linear work on twice the text takes twice the time, quadratic work four times."""
MOST_AT_FIRST = 0.5
"""Seconds that no work of linear growth needs at a tenth of the lesser length."""
TRIES = 5
EVERYWHERE = ("a", "A", "1", " ", "-", "'", "A ", "Aa ", "a ", "1.", "a-", "A'", "(", ". ", "The ", "and ", "no ")

MOST_WORDS = 8
"""Of the words of a pattern, so many are tried alone."""

# patterns that look at short texts only, and how long these can be
BOUNDED = {"minutes_parser.fields.bodies._ORGANISATION_FIRST": bodies.LONGEST_NAME}

Match = Callable[[Any], object]


def patterns_in(value: object) -> Iterator[re.Pattern[str] | regex.Pattern[str]]:
    """The patterns that a name of a module holds: one, or some in a table."""
    if isinstance(value, re.Pattern | regex.Pattern | LatePattern):
        yield value
    elif isinstance(value, tuple | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from patterns_in(part)


def examples(source: str, name: str) -> set[str]:
    """The quoted lines in the comment above a pattern."""
    found = re.search(rf"((?:^#.*\n)+){re.escape(name)}\b.*=", source, re.MULTILINE)
    comment = found[1].replace("\n# ", " ") if found else ""
    return set(re.findall(r"(?<!\w)'(.+?)'(?!\w)", comment))


def literals(pattern: re.Pattern[str] | regex.Pattern[str] | re.Pattern[bytes]) -> set[str]:
    """The words and signs that a pattern spells out, and all of them in a row."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    source = re.sub(r"\(\?P<\w+>|\\.|\[[^\]]*\]|\{[^}]*\}|[ ]?#.*", " ", source)
    words = re.findall(r"[A-Za-z<>&'-]+", source)
    few = words[:: max(1, len(words) // MOST_WORDS)]
    return {*few, *(f"{word} " for word in few), " ".join(words), "".join(words)}


def length_of(name: str) -> int:
    """The length of a hostile line for a pattern: the longest text that it ever sees, where it sees no long ones."""
    return BOUNDED.get(name, LINE)


def is_searched(name: str) -> bool:
    """Whether a pattern is looked for in the whole of a text, not at its start or in a stretch of it."""
    return re.search(rf"\b{name}\.(?:search|finditer)\([\w.]+\)", EVERY_SOURCE) is not None


def cases() -> Iterator[tuple[str, Match, set[str], set[str]]]:
    """Each pattern with the beginnings of its examples and with its own words."""
    for module, source in SOURCES.items():
        for name, value in vars(importlib.import_module(module)).items():
            defined = re.search(rf"^{re.escape(name)}\b.*=", source, re.MULTILINE)
            for pattern in patterns_in(value) if defined else ():
                whole = not isinstance(value, re.Pattern | regex.Pattern | LatePattern) or is_searched(name)
                lines = examples(source, name)
                prefixes = {line[:end] for line in lines for end in (2, 5, 9, 14, len(line))}
                match = pattern.search if whole else pattern.match
                yield f"{module}.{name}", as_text(pattern, match), prefixes, literals(pattern) - {""}


def as_text(pattern: re.Pattern[str] | regex.Pattern[str], match: Match) -> Match:
    """The same match for text where the pattern is one of bytes."""
    return match if isinstance(pattern.pattern, str) else lambda line: match(line.encode("latin-1", "replace"))


CASES = list(cases())


def seconds(work: Callable[[], object]) -> float:
    """The processor's time for some work, so that neither other processes nor the collector count."""
    gc.disable()
    start = time.process_time()
    work()
    spent = time.process_time() - start
    gc.enable()
    return spent


def is_linear(at_length: Callable[[int], Callable[[], object]], length: int) -> bool:
    """Whether work on twice the text takes about twice the time, at the best of some tries.

    A tenth of the length is tried first, which is enough to see where the whole would take minutes.
    """
    if seconds(at_length(length // 10)) > MOST_AT_FIRST:
        return False
    short, long = at_length(length), at_length(2 * length)
    shortest, longest = float("inf"), float("inf")
    for _ in range(TRIES):
        longest = min(longest, seconds(long))
        if longest < NO_TIME:
            return True
        shortest = min(shortest, seconds(short))
        if longest <= MOST * shortest:
            return True
    return False


def repeated(line: str, length: int) -> str:
    return (line * (length // len(line) + 1))[:length]


def test_every_module_has_patterns() -> None:
    assert len(CASES) > 150
    assert sum(bool(prefixes) for _, _, prefixes, _ in CASES) > 100


@pytest.mark.parametrize(("name", "match", "prefixes", "own"), CASES, ids=[case[0] for case in CASES])
def test_pattern_reads_a_hostile_line_in_linear_time(
    name: str, match: Match, prefixes: set[str], own: set[str]
) -> None:
    def reads(line: str) -> Callable[[int], Callable[[], object]]:
        def at_length(length: int) -> Callable[[], object]:
            text = repeated(line, length)
            return lambda: match(text)

        return at_length

    slow = [line for line in sorted(prefixes | own | set(EVERYWHERE)) if not is_linear(reads(line), length_of(name))]
    assert not slow


def facts_of(text: str) -> object:
    """What the fields of items make of a document whose text is all one item."""
    document = Document(text)
    roster = Roster(document, ())
    reader = items.ItemReader(
        document,
        roster,
        actions.ActionReader(document, roster, lambda due: None),
        motions.MotionReader(document, roster),
    )
    paragraphs = prose.paragraphs(document, document.lines)
    prose.sentences.cache_clear()
    return reader.facts(paragraphs, "Declarations of interest"), reader.motions.motions(paragraphs)


HOSTILE = (
    "It was RESOLVED that the hedge be cut. ",
    "Ann Lee agreed to write to the county. ",
    "Action: Ann Lee to write. ",
    "The wall is to be built. AL. ",
    "The motion was proposed by Ann Lee, seconded by Bo Ash and carried. ",
    "The minutes were agreed, subject to the following: ",
    "For (2) Ann Lee, Bo Ash Against (3) ",
    "Ann Lee declared an interest in the hall. ",
    "(a) that the hedge be cut; ",
    "Ann Lee\tAL\t",
    "WHEREAS the hedge is high and ",
    "7. Roads The road is shut. ",
    "| Minutes: The road is shut. ",
    "# Roads ",
    "4.1 Paths a) Lanes ",
    "A and ",
    "A: ",
)
READERS: dict[str, Callable[[str], object]] = {
    "facts": facts_of,
    "outline": lambda text: outline_document(Document(text)),
    "all": parse,
}


@pytest.mark.parametrize("line_end", ["", "\n"], ids=["one line", "many lines"])
@pytest.mark.parametrize("line", HOSTILE)
@pytest.mark.parametrize("read", READERS.values(), ids=READERS)
def test_document_is_read_in_linear_time(read: Callable[[str], object], line: str, line_end: str) -> None:
    def at_length(length: int) -> Callable[[], object]:
        text = repeated(line.rstrip() + line_end if line_end else line, length)
        return lambda: read(text)

    assert is_linear(at_length, DOCUMENT)


def test_words_before_a_name_are_passed_over_in_linear_time() -> None:
    def at_length(length: int) -> Callable[[], object]:
        passage = Passage(repeated("A and ", length), 0)
        return lambda: bare_name(passage)

    assert is_linear(at_length, 5 * DOCUMENT)
