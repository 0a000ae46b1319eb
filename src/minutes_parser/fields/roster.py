"""Who is meant: from 'CC Ash', 'Sam', 'AB', 'Vicky Elm' or 'the Chair' to the one attendee who fits."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

import regex

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Passage
from minutes_parser.fields.merging import MOST_NAMESAKES, fits, words_of
from minutes_parser.fields.names import office_at, take_title
from minutes_parser.fields.nicknames import forms_of
from minutes_parser.late import late_pattern
from minutes_parser.schema import Attendee, ParseWarning, Person

# '(JA)', '[JAs]', and 'JA' between blanks, in the entry of an attendee; not '(Jo)', 'Ash'
_TAG = late_pattern(
    r"""
    [(\[] (?P<tag> \p{Lu} [\p{L}'’-]{1,5} ) [)\]]
    | (?<= \s ) (?P<bare> \p{Lu} [\p{L}'’-]{1,4} (?<= \p{Lu}\p{L}? ) ) (?= \s | $ | \) )
    """,
    regex.VERBOSE,
)
# 'Vice-Chair', 'acting clerk'; not 'service'
_VICE = re.compile(r"\b(?:vice|deputy|assistant|acting)\b", re.IGNORECASE)
# 'chairman', 'in the chair', 'Convenor'; not 'chairs'
_CHAIR = re.compile(
    r"chair (?: man | woman | person )? \b | in[ ]the[ ]chair | conven[eo]r \b | cathaoirleach",
    re.VERBOSE | re.IGNORECASE,
)
MOST_NAMED = 5
"""How many of those who fit a warning names."""
_OFFICES = ("clerk", "secretary", "treasurer", "president", "mayor")


class Roster:
    """The attendees of a meeting, to be found by any way of naming them; every look-up is one in a dictionary.

    `warnings` gathers those people who fit two attendees and are therefore linked to none.
    """

    def __init__(self, document: Document, attendees: Sequence[Attendee]) -> None:
        self._document = document
        self._by_id = {attendee.id: attendee for attendee in attendees}
        self._known: dict[str, str | None] = {}
        self._keys: dict[str, dict[str, None]] = defaultdict(dict)
        self._warned: set[str] = set()
        self.warnings: list[ParseWarning] = []
        for attendee in attendees:
            for key in self._keys_of(attendee):
                self._keys[key][attendee.id] = None

    def find(self, text: str) -> str | None:
        """The identifier of the one attendee who fits a person as printed; None where none or several fit."""
        if text not in self._known:
            fitting = self._fitting(text)
            self._known[text] = fitting[0] if len(fitting) == 1 else None
        return self._known[text]

    def knows(self, text: str) -> bool:
        """Whether a person as printed is an attendee, or can be one of several."""
        return self.find(text) is not None or bool(self._fitting(text))

    def person(self, text: str, place: Passage) -> Person:
        """A person as printed with a link to the attendee who fits; two who fit give a warning at `place`."""
        attendee = self.find(text)
        if attendee is None and text not in self._warned:
            fitting = self._fitting(text)
            if len(fitting) > 1:
                self._warned.add(text)
                message = f"{text!r} can be {self._names(fitting)}"
                self.warnings.append(caution(self._document, "ambiguous-person", message, place.start, place.end))
        return Person(text=text, attendee=attendee)

    def _fitting(self, text: str) -> list[str]:
        """The attendees whom a printed person can be; those present before those who are not."""
        office = _office(text)
        if office:
            return self._present(self._keyed(f"role {office}"))
        name = _without_titles(text)
        words = words_of(name)
        if not words:
            return []
        if len(words) > 1:
            exact = self._keyed(f"name {' '.join(words)}")
            fitting = [one for one in self._keyed(f"last {words[-1]}") if fits(name, self._by_id[one].name)]
            return list(exact) or self._present(fitting) or self._present(self._keyed(f"first {' '.join(words)}"))
        return self._single(name, words[0], titled=name != text.strip())

    def _single(self, name: str, word: str, titled: bool) -> list[str]:
        """The attendees for one word: initials in capitals, a surname, or, without a title, a forename."""
        capitals = sum(c.isupper() for c in name) >= 2
        if capitals and not titled:
            tagged = self._keyed(f"tag {name.replace('’', chr(39))}") or self._keyed(f"initials {word}")
            if tagged:
                return self._present(tagged)
        surnames = self._present(self._keyed(f"last {word}"))
        if titled or surnames:
            return surnames
        exact, short = (list(self._keyed(f"{kind} {word}")) for kind in ("first", "short"))
        return self._in_the_room(exact) or self._in_the_room(short) or exact or short

    def _keyed(self, key: str) -> Collection[str]:
        """The attendees whom a key leads to; of too many nobody can tell who is meant."""
        ids = self._keys.get(key, {})
        return ids if len(ids) <= MOST_NAMESAKES else ()

    def _names(self, ids: Sequence[str]) -> str:
        """The names of some attendees, of the first few where there are many."""
        names = [self._by_id[one].name for one in ids[:MOST_NAMED]]
        more = len(ids) - len(names)
        return " or ".join([*names, *([f"{more} others"] if more else [])])

    def _present(self, ids: Iterable[str]) -> list[str]:
        """Those who were present, or all where nobody was: somebody in the room is meant first."""
        ids = list(ids)
        return self._in_the_room(ids) or ids

    def _in_the_room(self, ids: Iterable[str]) -> list[str]:
        return [one for one in ids if self._by_id[one].status == "present"]

    def _keys_of(self, attendee: Attendee) -> Iterator[str]:
        """Every key that leads to an attendee."""
        words = words_of(attendee.name)
        if not words:
            return
        yield f"name {' '.join(words)}"
        yield f"last {words[-1]}"
        if len(words) > 1:
            yield f"first {words[0]}"
            yield f"first {words[0]} {words[-1][0]}"
            for form in forms_of(words[0]):
                yield f"short {form}"
        elif attendee.title is None:
            yield f"first {words[0]}"
        yield from self._tags(attendee, words)
        office = _office(attendee.role or "")
        if office:
            yield f"role {office}"

    def _tags(self, attendee: Attendee, words: Sequence[str]) -> Iterator[str]:
        """The initials printed with a name, or those that its words give."""
        firsts = "".join(word[0] for word in words)
        entry = self._document.passage(attendee.span.start, attendee.span.end).text
        for found in _TAG.finditer(entry):
            tag = found["tag"] or found["bare"]
            if tag[0].lower() == firsts[0] and (tag.isupper() or not tag[1:].islower()):
                yield f"tag {tag}"
        if len(words) > 1:
            yield f"initials {firsts}"
            yield f"initials {firsts[0]}{firsts[-1]}"


def _without_titles(text: str) -> str:
    """A printed person without titles before the name."""
    text = text.strip(" .,:;")
    while found := take_title(text):
        rest = text[found.end() :].strip()
        if not rest:
            break
        text = rest
    return text


def _office(text: str) -> str | None:
    """The office that a text names by itself, in one form: 'the Chairman' and 'in the chair' are 'chair'."""
    bare = text.strip(" .,:;()").lower().removeprefix("the ")
    if not office_at(bare) and bare != "mayor":
        return None
    vice = "vice " if _VICE.match(bare) else ""
    if _CHAIR.search(bare):
        return f"{vice}chair"
    return next((f"{vice}{office}" for office in _OFFICES if office in bare), None)
