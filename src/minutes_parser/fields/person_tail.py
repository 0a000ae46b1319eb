"""What stands behind a name in an attendance list: initials, letters, brackets, an office, an affiliation."""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.names import initials_fit, is_name, is_office, name_end, office_at, singular, take_title
from minutes_parser.fields.notes import ARRIVED, LEFT, NOTE, REMOTE, STATUSES, SUBSTITUTE
from minutes_parser.fields.prose import LIST_MARK
from minutes_parser.fields.times import find_times
from minutes_parser.fields.words import POST_NOMINALS, STANDINGS
from minutes_parser.late import late_pattern
from minutes_parser.schema import Attendance

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
# ', OBE', ', Ph.D.'; whether they are letters after a name is for the table to say
_LETTERS = re.compile(r"[ ,]+ (?P<letters> [A-Za-z]{1,5} (?: \. [A-Za-z]{1,3} ){0,2} ) \b \.?", re.VERBOSE)
# ' @joash', ' (@joash)', ' <jo@ash.example>': where somebody is found on the net
_HANDLE = re.compile(r"[ ]+ [(\[<]? (?: @ [\w-]+ | [\w.+-]+ @ [\w.-]+ ) [)\]>]?", re.VERBOSE)
# '… Vale Trust (left at 8pm).'; not 'Trust (North) Ltd'
_LAST_BRACKET = re.compile(r"(?<!\s) [ ]* \( (?P<inner> [^()]{1,80} ) \) [ .]* $", re.VERBOSE)
# 'Vale Trust, | for the second item'; what it says is for the table of notes to decide
_LAST_NOTE = re.compile(r", [ ]* (?P<note> [a-z] [^,]{3,60} ) $", re.VERBOSE)
# 'Chair, | Vale Trust', 'Chair - | Vale Trust'; not 'Vice-Chair'
_BEHIND_OFFICE = re.compile(r"(?<!\s) [ ]* (?: , | -+ (?= [ ] ) ) [ ]*", re.VERBOSE)
# 'HR Administrator - | Minutes'; not 'Note-taker'
_CLOSING_OFFICE = re.compile(r"(?<!\s) [ ]+ -+ [ ]+ (?P<office> [^\ -] [^-]* ) $", re.VERBOSE)
# 'of the Vale Trust', 'from Elm & Co'; not 'of counsel'
_OF = late_pattern(r"(?: of | from ) [ ]++ (?: the[ ]++ )? (?= \p{Lu} )", regex.VERBOSE)
LONGEST_TAG = 8
SAID = frozenset("declared noted moved led called read gave opened presented introduced was is will has took".split())
"""With these an entry goes on as a sentence."""
# '2017 | Treasurer'
_YEAR = re.compile(r"(?:19|20)[0-9]{2}[ ]+")
# 'Vale Council | 9 members of the public'
_COUNTED = re.compile(r"(?<![ ,;]) [ ,;]+ [0-9]{1,3} [ ] (?: members | residents | parishioners ) \b", re.VERBOSE)
ROLES = ("member", "board member", "committee member", "council member", "observer")
"""Kinds of membership that are the part of somebody in the meeting, where no other is printed."""
# 'ja12', 'ash2': the name that somebody logs in by; not 'Ash', '2nd'
_LOGIN = re.compile(r"[a-z]{1,6}[0-9]{1,5}")
# 'JA', 'JAs', 'J-B'; not 'Ash Ltd'
_TAG = late_pattern(r"\p{Lu}[\p{Lu}\p{Ll}'-]{1,4}")
# ' JA' behind 'Jo Ash'; not ' Trust'
_BARE_TAG = late_pattern(
    r"[ ]++ (?P<tag> \p{Lu}{1,2} \p{Ll}? '? -? \p{Lu}{1,3} \p{Ll}{0,3} ) (?= [ ,(-] | $ )", regex.VERBOSE
)

# 'County Councillor (CC) | Ash', 'PC 2231 | Ash'
_TO_NAME = re.compile(r"[ ]* (?: \( [A-Z]{1,4} \) )? (?: [0-9]{2,6} (?= [ ] ) )? [ :]*", re.VERBOSE)


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
    status: Attendance | None = None
    """What the entry itself says; None where that is for the list to say."""


class Behind:
    """Reads what stands behind a name: post-nominals, initials, brackets, then a role or an affiliation."""

    def __init__(self, document: Document, passage: Passage, at: int, parts: PersonParts) -> None:
        self.document, self.text, self.passage, self.at, self.parts = document, passage.text, passage, at, parts
        self.standing: str | None = None
        """The kind of membership that is printed ('Voting Member'), which counts where nothing else is said."""

    def read(self) -> PersonParts:
        """The parts, complete."""
        if self.at == len(self.text):
            return self.parts
        self._all()
        return self._with_standing()

    def _with_standing(self) -> PersonParts:
        """The parts with the kind of membership, where nothing else is said of the person."""
        if self.standing and self.parts.role is None and self.parts.affiliation is None:
            if self.standing.lower() in ROLES:
                self.parts = self.parts._replace(role=self.standing)
            else:
                self.parts = self.parts._replace(affiliation=self.standing)
        return self.parts

    def _all(self) -> None:
        self._notes()
        self._post_nominals()
        self._notes()
        tail = _SEPARATOR.match(self.text, self.at)
        rest = self.passage.cut(tail.end() if tail else self.at)
        if rest.text:
            self._tail(rest)

    def describe(self) -> PersonParts:
        """The parts with the whole text as role, affiliation or note."""
        mark = LIST_MARK.match(self.text)
        self._tail(self.passage.cut(mark.end() if mark else 0))
        return self._with_standing()

    def _post_nominals(self) -> None:
        found = _LETTERS.match(self.text, self.at)
        letters = []
        while found and found["letters"].replace(".", "") in POST_NOMINALS:
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
            handle = _HANDLE.match(self.text, self.at) if "@" in self.text else None
            if handle:
                self.at = handle.end()
                continue
            bracket = _BRACKET.match(self.text, self.at)
            if not bracket:
                return
            self._note(self.passage.cut(bracket.start("inner"), bracket.end("inner")))
            self.at = bracket.end()

    def _note(self, note: Passage) -> None:
        """What a bracket says of the person."""
        note = self._without_tags(note)
        if note.text and not self._presence(note):
            self._describe(note)

    def _without_tags(self, note: Passage) -> Passage:
        """A note without the initials or the login that it begins or ends with, which are taken down."""
        mark = ", " if ", " in note.text else " - "
        first, comma, _ = note.text.partition(mark)
        if self._is_tag(first):
            self.parts = self.parts._replace(initials=first)
            note = note.cut(len(first + comma))
        _, comma, last = note.text.rpartition(mark)
        if comma and self._is_tag(last):
            self.parts = self.parts._replace(initials=last)
            note = note.cut(0, len(note.text) - len(comma + last))
        return note

    def _is_tag(self, text: str) -> bool:
        if self.parts.initials is not None or len(text) > LONGEST_TAG:
            return False
        firsts = "".join(word[0] for word in self.parts.name.text.replace("-", " ").split())
        return bool(_LOGIN.fullmatch(text)) or (bool(_TAG.fullmatch(text)) and initials_fit(text, firsts))

    def _presence(self, note: Passage) -> bool:
        """Whether a note says how, when or for whom the person attended; if so it is taken down."""
        known = False
        if status := STATUSES.get(note.text.lower().strip(" .")):
            self.parts = self.parts._replace(status=status)
            return True
        if REMOTE.match(note.text):
            self.parts, known = self.parts._replace(remote=True), True
        lowered = note.text.lower()
        stands_in = " for " in lowered or " of " in lowered
        if stands_in and (substitute := SUBSTITUTE.match(note.text)):
            who = note.cut(substitute.start("who"))
            self.parts = self.parts._replace(substitute_for=without_titles(self.document, who))
            return True
        if note.text.startswith("for ") and " " in note.text[4:] and is_name(note.text[4:]):  # '(for Jo Ash)'
            self.parts = self.parts._replace(substitute_for=without_titles(self.document, note.cut(4)))
            return True
        if NOTE.match(note.text) or known:
            self._times(note)
            return True
        return False

    def _times(self, note: Passage) -> None:
        times = find_times(note)
        if note.text.lower().startswith("absent") and len(times) > 1:
            return  # who went and came back was there at both ends
        for time in times:
            before = note.text[: time.start - note.start]
            if LEFT.search(before):
                self.parts = self.parts._replace(left=time.value)
            elif ARRIVED.search(before):
                self.parts = self.parts._replace(arrived=time.value)

    def _tail(self, rest: Passage) -> None:
        """The rest of the entry; a bracket at its end may be a note on attendance."""
        whole = _BRACKET.fullmatch(rest.text) if rest.text[:1] in "([" else None
        if whole:  # 'Jo Ash - (Vale Trust)'
            rest = rest.cut(whole.start("inner"), whole.end("inner"))
        last = _LAST_BRACKET.search(rest.text) if ")" in rest.text else None
        if last and self._closing_note(rest.cut(last.start("inner"), last.end("inner")), rest.cut(0, last.start())):
            rest = rest.cut(0, last.start())
        note = _LAST_NOTE.search(rest.text) if ", " in rest.text else None
        if note and self._presence(rest.cut(note.start("note"))):
            rest = rest.cut(0, note.start())
        count = _COUNTED.search(rest.text)
        rest = rest.cut(0, count.start()) if count else rest
        of = _OF.match(rest.text)
        rest = rest.cut(of.end() if of else 0, len(rest.text.rstrip(" ,;.-&")))
        if rest.text.endswith(")") and "(" not in rest.text:
            rest = rest.cut(0, len(rest.text) - 1)
        if rest.text and not self._presence(rest):
            self._describe(rest)

    def _closing_note(self, note: Passage, before: Passage) -> bool:
        """Whether the bracket at an entry's end is no part of what stands before it; if so it is taken down."""
        if self._is_tag(note.text):
            self.parts = self.parts._replace(initials=note.text)
            return True
        if note.text.lower() in STANDINGS:
            return True
        if is_office(note.text) and before.text and not is_office(before.text):
            self._office(note)
            return True
        return self._presence(note)

    def _describe(self, text: Passage) -> None:
        """An office goes to the role, anything else to the affiliation; 'Chair, Vale Trust' holds both."""
        if not text.text:
            return
        if text.text.lower() in STANDINGS:
            self.standing = self._printed(text)
            return
        year = _YEAR.match(text.text)
        office = office_at(text.text, year.end() if year else 0)
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
        if text.text.split(" ")[0] in SAID:  # 'Jo Ash, Clerk, declared a quorum'
            return
        if text.text and self.parts.affiliation is None:
            self.parts = self.parts._replace(affiliation=self._printed(text))
        elif text.text and self.parts.affiliation:
            self.parts = self.parts._replace(affiliation=f"{self.parts.affiliation}, {self._printed(text)}")

    def _printed(self, text: Passage) -> str:
        return self.document.printed(text.start, text.end)


def with_detail(person: PersonParts, detail: Passage, document: Document) -> PersonParts:
    """A person with what a cell or line of its own says: an office, an affiliation, or how the person attended."""
    return Behind(document, detail, 0, person).describe()


def without_titles(document: Document, who: Passage) -> str:
    """A person's name as printed, without titles and what follows it."""
    _, at = titles_at(who.text, 0)
    end = name_end(who.text, at)
    cut = who.cut(at, end) if end > at else who
    return document.printed(cut.start, cut.end)


def titles_at(text: str, at: int) -> tuple[str | None, int]:
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
