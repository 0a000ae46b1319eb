"""A title that is printed once for several people ('Councillors Ash, Elm and Fir'), and how far it goes in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutes_parser.document import Document, Passage
from minutes_parser.fields.fragments import Fragment
from minutes_parser.fields.names import PLURAL_TITLES, is_elected, is_initials, office_at, singular, take_title
from minutes_parser.fields.people import parse_person
from minutes_parser.fields.person_tail import PersonParts
from minutes_parser.fields.presence import undecorated
from minutes_parser.fields.words import PARTICLES


class _Entry(NamedTuple):
    """One person's stretch of a list."""

    whole: Passage
    mark: str
    title: re.Match[str] | None
    """The title before the name, behind an office where one leads ('Chair | Cllrs Ash')."""
    person: PersonParts | None
    """None where there is no name; the next entry may hold it ('Mr & | Mrs Jo Elm')."""

    @property
    def plural(self) -> str | None:
        """The title in the singular, where it is printed for several people."""
        words = " ".join(self.title["title"].lower().split()) if self.title else ""
        return singular(self.title["title"]) if self.title and words in PLURAL_TITLES else None

    @property
    def forenamed(self) -> bool:
        """Whether a forename, and not only initials or a particle, is printed."""
        words = self.person.name.text.split() if self.person else []
        particles = any(word.lower() in PARTICLES for word in words[1:-1])
        return len(words) > 1 and not is_initials(words[0]) and not particles


def with_titles(document: Document, groups: Sequence[Sequence[Fragment]], title: str | None) -> list[PersonParts]:
    """The people of the groups, a plural title spread over those that it governs."""
    entries = [_entry(document, group) for group in groups]
    shared, last = (singular(title), len(entries)) if title else (None, -1)
    people: list[PersonParts] = []
    alone: _Entry | None = None
    for at, entry in enumerate(entries):
        if entry.person is None:
            alone = entry if entry.title and not entry.whole.text[entry.title.end() :].strip(" .") else None
            continue
        person = entry.person
        if entry.plural:
            shared, last, title = entry.plural, _last_governed(entries, at), None
        elif shared and at <= last and person.title:
            person = person._replace(title=person.title if title else f"{shared} {person.title}")
        elif shared and at <= last:
            person = person._replace(title=shared)
        people += _joined(alone, entry, person)
        alone = None
    return people


def _entry(document: Document, group: Sequence[Fragment]) -> _Entry:
    start = group[0].text.start
    whole = Passage(undecorated(document.passage(start, group[-1].text.end).text), start)
    office = office_at(whole.text)
    title = take_title(whole.text)
    if office and not title:
        title = take_title(whole.text, len(whole.text) - len(whole.text[office.end() :].lstrip(" ,:-(")))
    named = title is None or bool(whole.text[title.end() :].strip(" ."))
    return _Entry(whole, group[0].mark, title, parse_person(whole, document) if named else None)


def _last_governed(entries: Sequence[_Entry], at: int) -> int:
    """The last entry that the plural title of the one at `at` governs: the last name without a title in the same form.

    'Councillors Ash, Mrs Elm, Fir' governs all three; 'Councillors Ash, Fir, Mrs Elm' the first two; 'and' ends it.
    """
    last = at
    for further in range(at + 1, len(entries)):
        entry = entries[further]
        if entry.plural or (entry.title and is_elected(entry.title["title"])):
            break
        if not entry.title and entry.person and (entries[at].forenamed or not entry.forenamed):
            last = further
        if entry.mark == "and":
            break
    return last


def _joined(alone: _Entry | None, entry: _Entry, person: PersonParts) -> list[PersonParts]:
    """The people of an entry before which a title stands alone: a couple ('Mr & Mrs Jo Elm'), or one office more."""
    if alone is None or entry.title is None or alone.title is None:
        return [person]
    if entry.mark == "and":
        surname = person.name.cut(person.name.text.rfind(" ") + 1)
        first = person._replace(title=singular(alone.title[0]), start=alone.whole.start)
        return [first, person._replace(name=surname)]
    return [person._replace(role=person.role or alone.title["title"], start=alone.whole.start)]
