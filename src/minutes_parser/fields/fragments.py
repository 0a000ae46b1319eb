"""A list cut into fragments at its marks, and where people stand in it without any."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.names import (
    after_blanks,
    bare,
    holds_office,
    is_initials,
    name_end,
    office_at,
    offices_in,
    run_end,
    take_title,
)
from minutes_parser.fields.posts import posts_in
from minutes_parser.fields.words import ORGANISATIONS, PARTICLES, UNSURE_TITLES
from minutes_parser.late import late_pattern

LONGEST_WORD = 40
# ',', ';', '&', ' and ', ' and from ', and the stop in 'Jo Ash. Ben Elm'; brackets, since no mark inside them counts
_MARK = late_pattern(
    r"""
    (?P<open> [(\[] )
    | (?P<close> [)\]] )
    | (?P<mark> (?<! [ ] ) (?: [ ]*+ [,;&+] (?: [ ]*+ and\b )?+ | [ ]++ and\b ) (?: [ ]++ from\b (?= [ ] \p{Lu} ) )?+
        | (?<= \. ) [ ]++ (?= \p{Lu} ) )
      [ ,]*+
    """,
    regex.VERBOSE,
)
# where an entry may end without a mark: 'Jo Ash (Chair) | Ben Elm', 'Jo Ash JA | Ben Elm', 'Jo Ash JAs | Ben Elm'; not
# 'JBAsh'
_AFTER_ENTRY = late_pattern(
    r"""
    [)\]] [ ]++ (?= \p{Lu} )
    | (?<= \p{Lu}{2} ) [ ]++ (?= \p{Lu}\p{Ll} )
    | (?<= \p{Lu}\p{Ll}{1,3}\p{Lu} ) [ ]++ (?= \p{Lu}\p{Ll} )
    """,
    regex.VERBOSE,
)
_WORD = re.compile(r"\S+")
# 'Position vacant (Chair) | Cllr Ash'
_VACANT = re.compile(
    r"(?: the[ ] )? (?: position | seat | office | post )? [ ]? vacan (?: t | cy )", re.VERBOSE | re.IGNORECASE
)


class Fragment(NamedTuple):
    """A stretch between two marks, and the mark before it: ',', ';', '.', 'and', or '' for a new person without one."""

    text: Passage
    mark: str


def fragments_of(passage: Passage) -> Iterator[Fragment]:
    """The stretches between marks outside brackets, each cut again where people stand without marks."""
    text, depth, at, mark = passage.text, 0, 0, ""
    listed = "," in text or ";" in text
    posts = list(posts_in(text)) if "(" in text else []
    for found in _MARK.finditer(text):
        if found["open"]:
            depth += 1
        elif found["close"]:
            depth = max(0, depth - 1)
        elif depth == 0 and not _is_abbreviation(text, found) and not _is_inside(found, posts):
            yield from _run(passage.cut(at, found.start()), mark, listed)
            at, mark = found.end(), _mark(found["mark"])
    yield from _run(passage.cut(at), mark, listed)


def _is_inside(found: regex.Match[str], posts: Sequence[tuple[int, int]]) -> bool:
    """Whether a mark belongs to a post that has commas of its own: 'Director, Roads (Mr Ash)'."""
    return any(start < found.start() and found.end() < end for start, end in posts)


def _mark(printed: str) -> str:
    """A mark in its plain form: ',', ';', 'and', or '.'."""
    return "and" if "and" in printed or "&" in printed or "+" in printed else printed.strip()[:1] or "."


def _is_abbreviation(text: str, found: regex.Match[str]) -> bool:
    """Whether a full stop belongs to a word ('Mr. Ash', 'J. Elm', 'Co. Manager') and parts nothing."""
    if found["mark"].strip():
        return False
    word = text[max(0, found.start() - LONGEST_WORD) : found.start()].rsplit(" ", 1)[-1].rstrip(".")
    return len(word) <= 4 or bool(take_title(word)) or is_initials(word)


def _run(piece: Passage, mark: str, listed: bool) -> Iterator[Fragment]:
    """A stretch without marks, cut where a person begins: at a title, behind a bracket or initials, after two names."""
    if not piece.text:
        return
    at = 0
    for start in _person_starts(piece.text):
        if start > at and _VACANT.match(piece.text, at):
            at = start
        elif start > at and _has_name(piece.text[at:start]):
            yield from _pairs(Fragment(piece.cut(at, start), mark), listed)
            at, mark = start, ""
    yield from _pairs(Fragment(piece.cut(at), mark), listed)


def _person_starts(text: str) -> list[int]:
    """Where a person may begin inside a text without marks."""
    blank = text.find(" ")
    if blank < 0:
        return []
    starts = {found.end() for found in _AFTER_ENTRY.finditer(text) if _two_names(text, found.end())}
    for office in offices_in(text):
        behind = after_blanks(text, office.end())
        if _two_names(text, behind):
            starts.add(behind)
    while blank >= 0:
        at = blank + 1
        if text[at : at + 1].isupper() and _titled_person(text, at) and not _is_part_of_title(text, blank):
            starts.add(at)
        blank = text.find(" ", at)
    return sorted(starts)


def _titled_person(text: str, at: int) -> bool:
    """Whether a title with a name behind it stands at `at`."""
    found = take_title(text, at)
    if not found or found["title"].lower() in UNSURE_TITLES:
        return False
    begin = after_blanks(text, found.end())
    return name_end(text, begin) > begin or bool(take_title(text, begin))


def _is_part_of_title(text: str, end: int) -> bool:
    """Whether a title stands right before `end`, so that the next one goes with it: 'Cllr | Mrs Elm'."""
    before = text[max(0, end - LONGEST_WORD) : end]
    tail = " ".join(before.split()[-2:])
    return any(found.end() >= len(text) for text in (tail, before.rsplit(" ", 1)[-1]) if (found := take_title(text)))


def _two_names(text: str, at: int) -> bool:
    """Whether two words of a name, and no organisation, stand at `at`."""
    end = name_end(text, at)
    following = bare(text[end:].split(" ", 2)[1]) if text[end : end + 1] == " " else ""
    return " " in text[at:end] and following not in ORGANISATIONS


def _has_name(text: str) -> bool:
    """Whether a text holds a person and not only a title or an office."""
    at = 0
    if holds_office(text):
        return False
    if office := office_at(text):
        at = after_blanks(text, office.end())
    while found := take_title(text, at):
        at = after_blanks(text, found.end())
    return name_end(text, at) > at


def _pairs(fragment: Fragment, listed: bool) -> Iterator[Fragment]:
    """Four, six or eight words of names with no mark among them are two, three or four people."""
    text = fragment.text.text
    if listed or text.count(" ") < 3:
        yield fragment
        return
    first = after_title(text)
    words = list(_WORD.finditer(text[: run_end(text, first)], first))
    even = len(words) >= 4 and len(words) % 2 == 0
    if not even or any(is_initials(word[0]) or word[0] in PARTICLES for word in words):
        yield fragment
        return
    starts = [0, *(word.start() for word in words[2::2]), len(text)]
    for start, end in pairwise(starts):
        yield Fragment(fragment.text.cut(start, end), fragment.mark if not start else "")


def after_title(text: str) -> int:
    """Where a text goes on behind the title that it begins with; 0 where it begins with none."""
    found = take_title(text)
    return after_blanks(text, found.end()) if found else 0
