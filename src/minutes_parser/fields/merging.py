"""From the people found in lists and sentences to attendees: one for each person and status, with an identifier."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import regex

from minutes_parser.document import Document
from minutes_parser.fields.names import is_elected, is_initials
from minutes_parser.fields.nicknames import same_forename
from minutes_parser.fields.person_tail import PersonParts
from minutes_parser.late import late_pattern
from minutes_parser.schema import Attendance, Attendee

_WORD = late_pattern(r"[\p{L}\p{N}]++")
MOST_NAMESAKES = 100
"""People of one surname, or of one forename, among whom somebody is looked for: one by one, since names vary."""

# 'ash (b)'; not 'jo ash (ba)'
_LETTER_BEHIND = late_pattern(r"(?P<surname> [^ ()]++ ) [ ]*+ \( (?P<letter> \p{L} ) \.?+ \) $", regex.VERBOSE)


class Found(NamedTuple):
    """A person whom a list or a sentence names, with the status that it gives."""

    person: PersonParts
    status: Attendance
    group: str | None = None
    listed: bool = True
    """False where a sentence says so: a list then has the last word."""


class Change(NamedTuple):
    """What a sentence says of somebody: `field` of the attendee who fits `who` becomes `value`."""

    who: str
    field: str
    value: str


@lru_cache(maxsize=512)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without accents and stops.

    >>> words_of("José O'Dea-Elm")
    ('jose', 'odea', 'elm')
    """
    plain = name.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    if plain.endswith(")"):  # 'Ash (B)' is B Ash
        plain = _LETTER_BEHIND.sub(r"\g<letter> \g<surname>", plain)
    return tuple(_WORD.findall(plain.replace("'", "").replace("’", "")))


def fits(short: str, full: str) -> bool:
    """Whether two printed names can be one person's: same surname, and forenames, nicknames or initials that agree.

    >>> fits("Jo Ash", "Joanna Ash"), fits("J Ash", "Joanna Ash"), fits("Ben Ash", "Joanna Ash")
    (True, True, False)
    """
    a, b = words_of(short), words_of(full)
    if not a or not b or a[-1] != b[-1]:
        return a == b[:1] or b == a[:1]
    if len(a) == 1 or len(b) == 1:
        return True
    return all(
        x == y or (min(len(x), len(y)) == 1 and x[0] == y[0]) or same_forename(x, y)
        for x, y in zip(a[:1], b[:1], strict=False)
    )


def merged(document: Document, found: Sequence[Found], changes: Sequence[Change]) -> tuple[Attendee, ...]:
    """The attendees, a person named twice with one status once, in the fullest printed form, and changes made."""
    people: list[Found] = []
    namesakes: dict[str, list[int]] = defaultdict(list)
    of_name: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for one in found:
        words = words_of(one.person.name.text)
        surname = words[-1] if words else ""
        alike = (*namesakes[surname][:MOST_NAMESAKES], *of_name[words])
        at = next((i for i in alike if _is_same(people[i], one)), None)
        if at is None:
            namesakes[surname].append(len(people))
            of_name[words].append(len(people))
            people.append(one)
        else:
            people[at] = _fuller(people[at], one)
    _apply(people, changes)
    return _numbered(document, people)


def _is_same(one: Found, other: Found) -> bool:
    """Whether two entries are one attendee: the same person, with one status or with a sentence against a list."""
    a, b = one.person, other.person
    if one.status != other.status and one.listed and other.listed:
        return False
    if a.title and b.title and {a.title.lower().strip("."), b.title.lower().strip(".")} in _DIFFERENT:
        return False
    if min(len(words_of(a.name.text)), len(words_of(b.name.text))) == 1 and not _same_standing(a.title, b.title):
        return False
    if one.listed and other.listed and words_of(a.name.text) != words_of(b.name.text):
        return False
    if one.listed == other.listed and not one.listed and len(words_of(a.name.text)) != len(words_of(b.name.text)):
        return False
    return fits(b.name.text, a.name.text)


def _same_standing(one: str | None, other: str | None) -> bool:
    """Whether two titles leave it open that a surname alone is the person's: an elected one is always printed."""
    return is_elected(one or "") == is_elected(other or "")


_DIFFERENT = ({"mr", "mrs"}, {"mr", "ms"}, {"mr", "miss"})


def _fuller(one: Found, other: Found) -> Found:
    """One entry of two, each value from the first that has it, the name in the fuller form."""
    a, b = one.person, other.person
    longer = len(b.name.text) > len(a.name.text) and (is_initials(a.name.text.split(" ")[0]) or " " not in a.name.text)
    base, extra = (b, a) if longer else (a, b)
    values: dict[str, Any] = {field: getattr(base, field) or getattr(extra, field) for field in _VALUES}
    kept = base._replace(**values, title=a.title or b.title)
    status = one.status if one.listed or not other.listed else other.status
    if one.group and one.group.lower().startswith("invit") and other.status == "apologies":
        status = "apologies"
    return Found(kept, status, one.group or other.group, one.listed or other.listed)


_VALUES = ("post_nominals", "role", "affiliation", "initials", "remote", "arrived", "left", "substitute_for")


def _apply(people: list[Found], changes: Sequence[Change]) -> None:
    """Make each change to the one person whom it fits; of too many namesakes nobody can tell who is meant."""
    by_last: dict[str, list[int]] = defaultdict(list)
    by_first: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(people):
        words = words_of(one.person.name.text) or ("",)
        by_last[words[-1]].append(i)
        by_first[words[0]].append(i)
    for change in changes:
        words = words_of(change.who) or ("",)
        alike = [*by_last[words[-1]], *by_last[words[0]], *(by_first[words[0]] if len(words) == 1 else ())]
        if len(alike) <= MOST_NAMESAKES:
            _change(people, sorted(set(alike)), change)


def _change(people: list[Found], alike: Sequence[int], change: Change) -> None:
    """Make a change to the one of these people whom it fits."""
    fitting = [i for i in alike if fits(change.who, people[i].person.name.text)]
    present = [i for i in fitting if people[i].status == "present"] if change.field != "affiliation" else fitting
    chosen = present or fitting
    if len(chosen) == 1:
        person = people[chosen[0]].person
        values: dict[str, Any] = {change.field: change.value}
        if change.field == "arrived":  # whoever came was there, whatever the roll call says
            people[chosen[0]] = people[chosen[0]]._replace(status="present")
        if getattr(person, change.field) is None:
            people[chosen[0]] = people[chosen[0]]._replace(person=person._replace(**values))


def slug(name: str) -> str:
    """A name as an identifier: 'José O'Dea' → 'jose-odea'."""
    return "-".join(words_of(name)) or "person"


def _numbered(document: Document, people: Sequence[Found]) -> tuple[Attendee, ...]:
    """The attendees with identifiers, '-2' behind the second of one name."""
    counts: dict[str, int] = {}
    attendees = []
    for one in people:
        base = slug(one.person.name.text)
        counts[base] = counts.get(base, 0) + 1
        identifier = base if counts[base] == 1 else f"{base}-{counts[base]}"
        attendees.append(_attendee(document, one, identifier))
    return tuple(attendees)


def _attendee(document: Document, one: Found, identifier: str) -> Attendee:
    person = one.person
    start, end = min(person.start, person.name.start), max(person.end, person.name.end)
    return Attendee(
        id=identifier,
        name=document.printed(person.name.start, person.name.end),
        title=person.title,
        post_nominals=person.post_nominals,
        role=person.role,
        affiliation=person.affiliation,
        group=one.group,
        status=one.status,
        substitute_for=person.substitute_for,
        remote=person.remote,
        arrived=person.arrived,
        left=person.left,
        span=document.span(start, end),
    )
