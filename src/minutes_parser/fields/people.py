"""One entry of an attendance list: a person's name and what is printed with it."""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.names import initials_fit, is_name, is_office, name_end, office_at, singular, take_title
from minutes_parser.fields.notes import ARRIVED, LEFT, NOTE, REMOTE, SUBSTITUTE
from minutes_parser.fields.prose import LIST_MARK
from minutes_parser.fields.times import find_times
from minutes_parser.fields.words import OFFICE_MODIFIERS, POST_NOMINALS, TRADES

# ' (Chair)', ', [online]', ' (Vale Trust (North))'; not '(' alone
_BRACKET = re.compile(
    r"""
    [ ,]* [(\[]
    (?P<inner> [^()\[\]]{0,200} (?: \( [^()]{0,80} \) [^()\[\]]{0,80} )? )
    [)\]]
    """,
    re.VERBOSE,
)
# ', ', ': ', ' - ', a tab or blanks between a name and what follows, a bullet included; not the '-' of 'Ash-Cole'
_SEPARATOR = re.compile(
    r"""
    (?: [ ]* [,:;] [ ]*
      | [ ]* -+ [ ]+
      | [ ]+ -+
      | \t+ [ ]* (?: -+ [ ]* )?
      | [ ]+ )
    (?: [·•] [ ]* )?
    """,
    re.VERBOSE,
)
# 'The Fire Chief (' before 'Jo Ash)'; not '(Chair)'
_JOB_BRACKET = regex.compile(r"(?: [Tt]he[ ]++ )? (?P<job> \p{Lu} [^(),]{2,50}? ) [ ]*+ \( (?= \p{Lu} )", regex.VERBOSE)
_WORD = re.compile(r"[^ ,;()]+")
_JOB_END = re.compile(r"[,;(]|[ ]-")
# 'Chairman: | Jo Ash', 'The Clerk ( | Jo Ash'
_TO_PERSON = re.compile(r"[ ]*[,:(-]*[ ]*")
# 'County Councillor (CC) | Ash'
_TO_NAME = re.compile(r"[ ]* (?: \( [A-Z]{1,4} \) )? [ :]*", re.VERBOSE)
# ', OBE'; whether they are letters after a name is for the table to say
_LETTERS = re.compile(r"[ ,]+ (?P<letters> [A-Za-z]{2,5} ) \b", re.VERBOSE)
# '… Vale Trust (left at 8pm).'; not 'Trust (North) Ltd'
_LAST_BRACKET = re.compile(r"(?<!\s) [ ]* \( (?P<inner> [^()]{1,80} ) \) [ .]* $", re.VERBOSE)
# 'Chair, | Vale Trust', 'Chair - | Vale Trust'; not 'Vice-Chair'
_BEHIND_OFFICE = re.compile(r"(?<!\s) [ ]* (?: , | -+ (?= [ ] ) ) [ ]*", re.VERBOSE)
# 'HR Administrator - | Minutes'; not 'Note-taker'
_CLOSING_OFFICE = re.compile(r"(?<!\s) [ ]+ -+ [ ]+ (?P<office> [^\ -] [^-]* ) $", re.VERBOSE)
# 'of the Vale Trust', 'from Elm & Co'; not 'of counsel'
_OF = regex.compile(r"(?: of | from ) [ ]++ (?: the[ ]++ )? (?= \p{Lu} )", regex.VERBOSE)
# 'JA', 'JAs', 'J-B'; not 'Ash Ltd'
_TAG = regex.compile(r"\p{Lu}[\p{Lu}\p{Ll}'-]{1,4}")
# ' JA' behind 'Jo Ash'; not ' Trust'
_BARE_TAG = regex.compile(
    r"[ ]++ (?P<tag> \p{Lu}{1,2} \p{Ll}? '? -? \p{Lu}{1,3} \p{Ll}{0,3} ) (?= [ ,(-] | $ )", regex.VERBOSE
)


class PersonParts(NamedTuple):
    """A person's name and what is printed with it; everything as printed."""

    name: Passage
    start: int
    end: int
    """The stretch of the source that holds the entry."""
    title: str | None = None
    post_nominals: str | None = None
    role: str | None = None
    affiliation: str | None = None
    initials: str | None = None
    remote: bool | None = None
    arrived: str | None = None
    left: str | None = None
    substitute_for: str | None = None


LONGEST_INITIALS = 5
# what a cell beside a name says of an office: 'Chaired by | Jo Ash | Clerked by | Bo Elm'
OFFICE_VERBS = {"chaired by": "Chair", "clerked by": "Clerk", "minuted by": "Minutes", "minutes by": "Minutes"}


def is_office_verb(cell: str) -> bool:
    """Whether a cell says which office the person in the next one held."""
    return cell.rstrip(" :").lower() in OFFICE_VERBS


def are_initials_of(cell: str, person: PersonParts) -> bool:
    """Whether a cell holds the initials of the person in the cell before it."""
    return len(cell) <= LONGEST_INITIALS and initials_fit(cell, "".join(word[0] for word in person.name.text.split()))


def with_office(people: list[PersonParts], verb: str) -> list[PersonParts]:
    """The people of a cell, the first with the office that the cell before it names."""
    role = OFFICE_VERBS.get(verb.rstrip(" :").lower())
    return [people[0]._replace(role=people[0].role or role), *people[1:]] if people and role else people


def parse_person(passage: Passage, document: Document) -> PersonParts | None:
    """The person of one cell or list entry; None where the entry begins with no name.

    Role and title may stand before the name; brackets, and whatever follows a comma, dash, tab or gap, after it.
    """
    text = passage.text
    mark = LIST_MARK.match(text) if text[:1] in "-·•*§0123456789" else None
    at = mark.end() if mark else 0
    first = at
    role, at = _leading_role(text, at)
    job, at = (None, at) if role else leading_job(text, at)
    title, at = _titles(text, at)
    end = name_end(text, at)
    if end == at or (not title and not is_name(text[at:end])):
        return None
    printed = document.printed(passage.start + job[0], passage.start + job[1]) if job else None
    parts = PersonParts(passage.cut(at, end), passage.start + first, passage.end, title, role=role, affiliation=printed)
    return _Behind(document, passage, end, parts).read()


def _leading_role(text: str, at: int) -> tuple[str | None, int]:
    """An office printed before the name ('Chairman Cllr Ash', 'Clerk - Jo Elm'), and where the person begins."""
    found = office_at(text, at)
    if not found:
        return None, at
    person = _TO_PERSON.match(text, found.end())
    begin = person.end() if person else found.end()
    if begin >= len(text) or not (take_title(text, begin) or name_end(text, begin) > begin):
        return None, at
    role = " ".join(found[0].split())
    return role.removeprefix("The ").removeprefix("the "), begin


def leading_job(text: str, at: int) -> tuple[tuple[int, int] | None, int]:
    """The place of a job printed before the name ('Fire Chief Jo Ash'), and where the person begins."""
    if take_title(text, at):
        return None, at
    found = _JOB_BRACKET.match(text, at) if "(" in text else None
    if found and take_title(text, found.end()) and name_end(text, at) < found.end("job"):
        return found.span("job"), found.end()
    first = _WORD.search(text, at)
    if not first or not (_is_job(first[0]) or first[0].lower() in OFFICE_MODIFIERS or first[0].isupper()):
        return None, at
    end = found_end.start() if (found_end := _JOB_END.search(text, at)) else len(text)
    words = list(_WORD.finditer(text, at, end))
    if not words or not (_is_job(words[0][0]) or words[0][0].lower() in OFFICE_MODIFIERS or _is_abbreviation(words)):
        return None, at
    last = max((i for i, word in enumerate(words) if _is_job(word[0])), default=0)
    if last + 2 >= len(words) or text[words[last].end() : words[last + 1].start()].strip():
        return None, at
    begin = words[last + 1].start()
    if name_end(text, begin) != len(text[:end].rstrip(" .")):
        return None, at
    return (at, words[last].end()), begin


def _is_job(word: str) -> bool:
    """Whether a word, or a part of one with hyphens, is of jobs, organisations or offices."""
    parts = word.lower().split("-")
    return parts[0] in TRADES or is_office(parts[-1])


def _is_abbreviation(words: list[re.Match[str]]) -> bool:
    """Whether capitals before a name stand for a job ('PCC Jo Ash'), and not for initials ('JP Ash', 'JA Jo Ash')."""
    if len(words) != 3 or not 2 <= len(words[0][0]) <= 5 or not words[0][0].isupper():
        return False
    return (
        not words[2][0].isupper()
        and words[0][0].isalpha()
        and not initials_fit(words[0][0], words[1][0][0] + words[2][0][0])
    )


def _titles(text: str, at: int) -> tuple[str | None, int]:
    """The titles before a name, in the singular, and where the name begins: 'County Councillor (CC) | Jo Ash'."""
    titles = []
    while found := take_title(text, at):
        following = _TO_NAME.match(text, found.end())
        begin = following.end() if following else found.end()
        if name_end(text, begin) == begin and not take_title(text, begin):
            break
        titles.append(singular(found[0][found.start("title") - found.start() :]))
        at = begin
    return " ".join(titles) or None, at


class _Behind:
    """Reads what stands behind a name: post-nominals, initials, brackets, then a role or an affiliation."""

    def __init__(self, document: Document, passage: Passage, at: int, parts: PersonParts) -> None:
        self.document, self.text, self.passage, self.at, self.parts = document, passage.text, passage, at, parts

    def read(self) -> PersonParts:
        """The parts, complete."""
        if self.at == len(self.text):
            return self.parts
        self._notes()
        self._post_nominals()
        self._notes()
        tail = _SEPARATOR.match(self.text, self.at)
        rest = self.passage.cut(tail.end() if tail else self.at)
        if rest.text:
            self._tail(rest)
        return self.parts

    def describe(self) -> PersonParts:
        """The parts with the whole text as role, affiliation or note."""
        mark = LIST_MARK.match(self.text)
        self._tail(self.passage.cut(mark.end() if mark else 0))
        return self.parts

    def _post_nominals(self) -> None:
        found = _LETTERS.match(self.text, self.at)
        letters = []
        while found and found["letters"] in POST_NOMINALS:
            letters.append(found["letters"])
            self.at = found.end()
            found = _LETTERS.match(self.text, self.at)
        if letters:
            self.parts = self.parts._replace(post_nominals=" ".join(letters))

    def _notes(self) -> None:
        """Initials and brackets that follow the name at once."""
        while True:
            tag = _BARE_TAG.match(self.text, self.at)
            if tag and initials_fit(tag["tag"], "".join(word[0] for word in self.parts.name.text.split())):
                self.parts = self.parts._replace(initials=tag["tag"])
                self.at = tag.end()
                continue
            bracket = _BRACKET.match(self.text, self.at)
            if not bracket:
                return
            self._note(self.passage.cut(bracket.start("inner"), bracket.end("inner")))
            self.at = bracket.end()

    def _note(self, note: Passage) -> None:
        """What a bracket says of the person."""
        if _TAG.fullmatch(note.text) and self._is_tag(note.text):
            self.parts = self.parts._replace(initials=note.text)
        elif not self._presence(note):
            self._describe(note)

    def _is_tag(self, text: str) -> bool:
        name = self.parts.name.text
        return self.parts.initials is None and initials_fit(
            text, "".join(word[0] for word in name.replace("-", " ").split())
        )

    def _presence(self, note: Passage) -> bool:
        """Whether a note says how, when or for whom the person attended; if so it is taken down."""
        known = False
        if REMOTE.match(note.text):
            self.parts, known = self.parts._replace(remote=True), True
        lowered = note.text.lower()
        stands_in = " for " in lowered or " of " in lowered
        if stands_in and (substitute := SUBSTITUTE.match(note.text)):
            who = note.cut(substitute.start("who"))
            self.parts = self.parts._replace(substitute_for=without_titles(self.document, who))
            return True
        if NOTE.match(note.text) or known:
            self._times(note)
            return True
        return False

    def _times(self, note: Passage) -> None:
        for time in find_times(note):
            before = note.text[: time.start - note.start]
            if LEFT.search(before):
                self.parts = self.parts._replace(left=time.value)
            elif ARRIVED.search(before):
                self.parts = self.parts._replace(arrived=time.value)

    def _tail(self, rest: Passage) -> None:
        """The rest of the entry; a bracket at its end may be a note on attendance."""
        last = _LAST_BRACKET.search(rest.text) if ")" in rest.text else None
        if last and self._presence(rest.cut(last.start("inner"), last.end("inner"))):
            rest = rest.cut(0, last.start())
        of = _OF.match(rest.text)
        rest = rest.cut(of.end() if of else 0, len(rest.text.rstrip(" ,;.-&")))
        if rest.text.endswith(")") and "(" not in rest.text:
            rest = rest.cut(0, len(rest.text) - 1)
        if rest.text and not self._presence(rest):
            self._describe(rest)

    def _describe(self, text: Passage) -> None:
        """An office goes to the role, anything else to the affiliation; 'Chair, Vale Trust' holds both."""
        if not text.text:
            return
        office = office_at(text.text)
        if not office:
            self._affiliate(text)
            return
        cut = _BEHIND_OFFICE.search(text.text, office.end())
        if cut and not is_office(text.text[cut.end() :]):
            self._office(text.cut(0, cut.start()))
            self._affiliate(text.cut(cut.end()))
        else:
            self._office(text)

    def _office(self, text: Passage) -> None:
        if self.parts.role is None:
            self.parts = self.parts._replace(role=self._printed(text))

    def _affiliate(self, text: Passage) -> None:
        """The affiliation; an office may close it ('HR Administrator - Minutes')."""
        closing = _CLOSING_OFFICE.search(text.text) if " -" in text.text else None
        if closing and is_office(closing["office"]):
            self._office(text.cut(closing.start("office")))
            text = text.cut(0, closing.start())
        if text.text and self.parts.affiliation is None:
            self.parts = self.parts._replace(affiliation=self._printed(text))
        elif text.text and self.parts.affiliation:
            self.parts = self.parts._replace(affiliation=f"{self.parts.affiliation}, {self._printed(text)}")

    def _printed(self, text: Passage) -> str:
        return self.document.printed(text.start, text.end)


def with_detail(person: PersonParts, detail: Passage, document: Document) -> PersonParts:
    """A person with what a cell or line of its own says: an office, an affiliation, or how the person attended."""
    return _Behind(document, detail, 0, person).describe()


def without_titles(document: Document, who: Passage) -> str:
    """A person's name as printed, without titles and what follows it."""
    _, at = _titles(who.text, 0)
    end = name_end(who.text, at)
    cut = who.cut(at, end) if end > at else who
    return document.printed(cut.start, cut.end)
