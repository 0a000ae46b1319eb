"""What a name looks like: where one begins, which words end it, and the titles before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import regex

from minutes_parser.fields.words import (
    FORENAMES,
    IRREGULAR_PLURALS,
    NOT_NAMES,
    OFFICE_MODIFIERS,
    OFFICES,
    PARTICLES,
    POST_NOMINALS,
    SURNAMES,
    TITLES,
    TRADES,
    UNSURE_SURNAMES,
    UNSURE_TITLES,
    WEAK_ORGANISATIONS,
)
from minutes_parser.late import late_pattern

# 'Smith', 'O'Dea', 'Ash-Cole', 'J.M.', 'T-J', 'duCha', 'McNeil'; not 'the', '2', 'FUL/12'
NAME_WORD = late_pattern(r"(?: \p{Lu} | d[ue]\p{Lu} | [Ll]'\p{Lu} | O' ) [\p{L}\p{M}'.-]*+", regex.VERBOSE)
# 'J', 'J.M.', 'SPA', 'T-J'; not 'Jo'
_INITIALS = late_pattern(r"(?:\p{Lu}\.?-?){1,4}")
# 'Mrs' is no plural of 'Mr'
_PLURALS = (
    {f"{title}s": title for title in TITLES if not title.startswith("M")}
    | IRREGULAR_PLURALS
    | {"Mayors": "Mayor", "Majors": "Major"}
)
SINGULAR = {title.lower(): title for title in TITLES} | {plural.lower(): title for plural, title in _PLURALS.items()}
PLURAL_TITLES = frozenset(plural.lower() for plural in _PLURALS)
_ALTERNATIVES = "|".join(re.escape(title).replace(r"\ ", "[ ]+") for title in sorted(SINGULAR, key=len, reverse=True))

# 'County Councillors', 'Cllr.', 'Mr', 'Her Worship the Mayor'; not 'CCTV', 'Mayoral', nor 'deputy' (see take_title)
TITLE = re.compile(
    rf"""
    (?: The[ ]+ | (?: His | Her )[ ]+ (?: Worship[ ]+ (?: the[ ]+ )? )? )?
    (?P<title> {_ALTERNATIVES} ) \b \.? (?! [\w'-] )
    """,
    re.VERBOSE | re.IGNORECASE,
)


# asked before the long pattern is tried
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_FIRST_WORDS = frozenset(title.split(" ")[0] for title in SINGULAR) | {"the", "his", "her"}
KEPT = 512
"""Answers kept for a while, because one list entry is asked about from many sides."""
LONGEST_NAME = 8
"""Words in the longest run that may be names; several names without a mark between them are one run."""


def after_blanks(text: str, at: int) -> int:
    """The next place from `at` on that is no blank; where lines were joined there may be several."""
    while text[at : at + 1] == " ":
        at += 1
    return at


@lru_cache(maxsize=KEPT)
def take_title(text: str, at: int = 0) -> re.Match[str] | None:
    """The title that begins at `at`, or None; an unsure one ('Lord', 'Major') counts only where a name follows.

    >>> take_title("Cllrs Ash and Elm")["title"]
    'Cllrs'
    >>> take_title("Lord and Beech") is None
    True
    """
    first = _FIRST_WORD.match(text, at)
    if not first or first[0].lower() not in _FIRST_WORDS or not (first[0][0].isupper() or first[0].startswith("cllr")):
        return None
    found = TITLE.match(text, at)
    if not found:
        return None
    word = found["title"]
    if (word in ("Cc", "Pc")) or (at and word in ("MS", "MR", "CR")):  # 'Jo Smith MS' are initials
        return None
    if word.lower() in UNSURE_TITLES and not _name_follows(text, found.end()):
        return None
    return found


def _name_follows(text: str, at: int) -> bool:
    """Whether a word of a name, and no separator or job, stands next."""
    word = NAME_WORD.match(text, after_blanks(text, at)) if text[at : at + 1] == " " else None
    return word is not None and bare(word[0]) not in NOT_NAMES


def singular(title: str) -> str:
    """A title as printed, in the singular: 'Cllrs.' → 'Cllr.', 'Aldermen' → 'Alderman'.

    >>> singular("County  Councillors")
    'County Councillor'
    """
    title = " ".join(title.split())
    dot = "." if title.endswith(".") else ""
    stem = title.removesuffix(".")
    if stem.lower() in PLURAL_TITLES:
        irregular = {plural.lower(): one for plural, one in IRREGULAR_PLURALS.items()}.get(stem.lower())
        return (irregular or stem[:-1]) + dot
    return title


def is_elected(title: str) -> bool:
    """Whether a title is that of somebody elected, and not only personal: 'Cllr', 'Alderman'; not 'Mrs'."""
    return any(word in title.lower() for word in _ELECTED)


_ELECTED = ("council", "cllr", "clr", "cc", "cr", "alderman", "ald", "mayor")


def bare(word: str) -> str:
    """A word without stops and in lower case, as the tables have it."""
    return word.strip(".,;:*'\"").lower()


def is_initials(word: str) -> bool:
    """Whether a word is made of initials: 'J', 'J.M.', 'SPA', 'T-J'."""
    return word.isupper() and bool(_INITIALS.fullmatch(word))


@lru_cache(maxsize=KEPT)
def name_end(text: str, at: int = 0) -> int:
    """Where the name that begins at `at` ends; `at` itself where none begins there.

    A name is a run of capitalised words and particles, up to a word of a job, an office or an organisation.

    >>> "Jo Ash Vale Borough Council"[:name_end("Jo Ash Vale Borough Council")]
    'Jo Ash'
    """
    words = _name_words(text, at)
    if len(words) > 2 and _place_follows(text, words):
        return _two_words(text, words)
    return _without_stop(text, words[-1]) if words else at


def run_end(text: str, at: int = 0) -> int:
    """Where a run of names without marks among them ends; `at` itself where none begins there."""
    words = _name_words(text, at)
    return _without_stop(text, words[-1]) if words else at


def _name_words(text: str, at: int) -> list[tuple[int, int]]:
    """The places of the words of a name, particles left out."""
    words: list[tuple[int, int]] = []
    next_word = at
    while len(words) < LONGEST_NAME:
        found = NAME_WORD.match(text, next_word)
        if found is None:
            behind = _behind_particle(text, next_word)
            if behind is not None:
                next_word = behind
                continue
        if found is None or _ends_name(text, words, found):
            break
        words.append(found.span())
        next_word = after_blanks(text, found.end())
        if next_word == found.end() or found[0].endswith((".-", "-.")):
            break
    return words


def _without_stop(text: str, word: tuple[int, int]) -> int:
    """The end of a word without the full stop of its sentence; initials keep theirs."""
    start, end = word
    return end if is_initials(text[start:end]) else start + len(text[start:end].rstrip(".'-"))


def _ends_name(text: str, words: list[tuple[int, int]], found: regex.Match[str]) -> bool:
    """Whether a capitalised word is no part of the name whose words stand before it."""
    word = bare(found[0])
    if len(word) == 1:
        return False
    if len(words) == 1 and word in SURNAMES and not text.startswith(" of ", found.end()):
        return False
    if (
        len(words) == 1
        and word in UNSURE_SURNAMES
        and text.startswith(" (", found.end())
        and is_office(text[found.end() + 2 :])
    ):
        return False  # who holds an office is a person: 'Jo Board (Treasurer)'
    if not words and word in FORENAMES and NAME_WORD.match(text, after_blanks(text, found.end())):
        return False
    if word in NOT_NAMES or (words and found[0].strip(".") in POST_NOMINALS) or _is_tag(text, words, found):
        return True
    may_be_office = word in _OFFICE_WORDS or not word.isalpha()
    return may_be_office and is_office(text[found.start() : found.start() + 30])


def _place_follows(text: str, words: list[tuple[int, int]]) -> bool:
    """Whether the last words are those of a place: 'Jo Ash Vale | Borough Council', 'Jo Ash North Ward'."""
    begin = after_blanks(text, words[-1][1])
    following = text[begin : begin + 30].split(" ")[0]
    last = bare(text[slice(*words[-1])])
    return last in WEAK_ORGANISATIONS or (text[words[-1][1] : words[-1][1] + 1] == " " and bare(following) in TRADES)


def _behind_particle(text: str, at: int) -> int | None:
    """Where the next word begins, after particles such as 'de' or 'van der' that lead on to a name."""
    begin = at
    while (end := text.find(" ", begin, begin + 6)) > begin and text[begin:end].lower() in PARTICLES:
        begin = after_blanks(text, end)
    return begin if begin > at and NAME_WORD.match(text, begin) else None


def _is_tag(text: str, words: list[tuple[int, int]], found: regex.Match[str]) -> bool:
    """Whether a word is the initials of the words before it: 'Jo Birch JB'."""
    tag = found[0]
    if len(words) < 2 or len(tag) < 2 or not tag[:2].isupper() or len(tag) > 5:
        return False
    firsts = "".join(text[start] for start, _ in words)
    return initials_fit(tag, firsts)


def initials_fit(tag: str, firsts: str) -> bool:
    """Whether a tag is made of the first letters of a name's words: 'JB' or 'JBa' for 'JB'."""
    capitals = "".join(c for c in tag if c.isupper())
    return (
        len(capitals) >= 2
        and capitals[0] == firsts[0]
        and (capitals == firsts or capitals[-1] == firsts[-1] or firsts.startswith(capitals))
    )


def _two_words(text: str, words: list[tuple[int, int]]) -> int:
    """The end of forename (or initials) and surname, where a place or department follows without a mark."""
    last = 0
    while last < len(words) - 2 and is_initials(text[slice(*words[last])]):
        last += 1
    return words[min(last + (0 if last else 1), len(words) - 1)][1]


_OFFICE_HEADS = "|".join(re.escape(office) for office in sorted(OFFICES, key=len, reverse=True))
_MODIFIERS = "|".join(re.escape(word) for word in sorted(OFFICE_MODIFIERS, key=len, reverse=True))
_WORDS = re.compile(r"[a-z]+")
_OFFICE_STARTS = frozenset(_WORDS.findall(office)[0] for office in OFFICES)
_OFFICE_WORDS = _OFFICE_STARTS | {_WORDS.findall(word)[0] for word in ("in", *OFFICE_MODIFIERS)}
_HYPHEN = re.compile(r"[ ]? [/&-] [ ]?", re.VERBOSE)
# 'Chair', 'Acting Vice-Chairman', 'Parish Clerk', 'in the chair'; not 'Independent Chair', 'Assistant to Treasurer'
OFFICE = re.compile(
    rf"""
    in[ ]+the[ ]+chair
    | (?: (?: {_MODIFIERS} ) [ -]+ ){{0,4}} (?: {_OFFICE_HEADS} ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def office_at(text: str, at: int = 0) -> re.Match[str] | None:
    """The office of the meeting or body that begins at `at`: 'Chair' in 'Chair of Governors'; None where none does."""
    first = _FIRST_WORD.match(text, at)
    return OFFICE.match(text, at) if first and first[0].lower() in _OFFICE_WORDS else None


def offices_in(text: str) -> Iterable[re.Match[str]]:
    """Every office that a text names, in order."""
    return () if _OFFICE_STARTS.isdisjoint(_WORDS.findall(text.lower())) else OFFICE.finditer(text)


def is_office(text: str) -> bool:
    """Whether a text begins with an office of the meeting or body: 'Chair', 'Parish Clerk and …'."""
    return bool(office_at(text))


def holds_office(post: str) -> bool:
    """Whether a post is an office, or ends with one: 'Clerk', 'CAO/Clerk', 'Administrator-Treasurer'."""
    last = _HYPHEN.split(post.rstrip())[-1]
    office = office_at(last)
    return is_office(post) or (office is not None and office.end() == len(last))


def is_person(text: str, at: int, end: int) -> bool:
    """Whether the run of names from `at` to `end` is a person: by its shape, or by an office in a bracket behind it."""
    return end > at and (is_name(text[at:end]) or (text.startswith(" (", end) and is_office(text[end + 2 :])))


@lru_cache(maxsize=KEPT)
def is_name(text: str) -> bool:
    """Whether a text has the shape of a person's name, with or without a title.

    >>> [is_name(text) for text in ("Dr J. de Lisle", "O'Dea", "Vale Borough Council", "Nil")]
    [True, True, False, False]
    """
    at = 0
    while found := take_title(text, at):
        at = after_blanks(text, found.end())
    text = text[at:].strip(" ,.;")
    return bool(text) and len(text) <= 60 and name_end(text) >= len(text)
