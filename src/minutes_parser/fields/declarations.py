"""Interests that somebody declared: in a sentence, a list or a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.declaring import (
    BARE,
    DECLARED_BY,
    DECLARES,
    HEADING,
    ITEM_FIRST,
    KIND,
    LABEL,
    LEFT,
    NOBODY,
    OFFICERS,
    RECUSED,
    SAME,
    SECOND,
    STAYED,
    TELLS,
)
from minutes_parser.fields.mentions import in_singular, is_person
from minutes_parser.fields.names import PLURAL_TITLES, take_title
from minutes_parser.fields.owners import named, names_of
from minutes_parser.fields.prose import has_any, sentences, without_list_mark
from minutes_parser.fields.roster import Roster
from minutes_parser.late import late_pattern
from minutes_parser.schema import Declaration

# what the heads of a table of declarations say, in small letters
PERSON_HEADS = (
    "name", "member", "councillor", "cllr", "governor", "trustee", "director", "declarant", "person", "name of member",
    "name of councillor", "member's name", "councillor name",
)  # fmt: skip
INTEREST_HEADS = (
    "interest", "nature", "nature of interest", "nature of the interest", "type of interest", "interest declared",
    "type", "declaration", "reason",
)  # fmt: skip
_WORD = late_pattern(r"[\w/-]++")
DIGITS = 3
"""A reference holds at least so many digits; an item's number has fewer."""
_GATE = ("nterest", "onflict", "ransparency", "onnection", "ispensation", "eclaration")
"""A sentence that says that an interest is declared holds one of these."""


def is_declarations_item(title: str) -> bool:
    """Whether an item is the one under which interests are declared."""
    return bool(HEADING.search(title))


def declarations(
    document: Document, roster: Roster, paragraphs: Sequence[Passage], under_heading: bool
) -> list[Declaration]:
    """The interests declared in some paragraphs, one for each person; `under_heading`: the item is for them."""
    reader = DeclarationReader(document, roster, under_heading)
    for paragraph in paragraphs:
        if under_heading or has_any(paragraph.text, _GATE):
            reader.read(paragraph)
    return reader.found


def is_repeated(declaration: Declaration, earlier: Sequence[Declaration]) -> bool:
    """Whether a declaration is printed again, under the item that it is about: the same person and the same reference.

    One that adds that the person left, or stayed, is kept.
    """
    references = _references(declaration)
    return declaration.left_meeting is None and any(
        other.person == declaration.person and references & _references(other) for other in earlier
    )


def _references(declaration: Declaration) -> set[str]:
    """What a declaration is about: 'PL/00489', '2021/0456/FUL'; not '12'."""
    words = _WORD.findall(declaration.text)
    return {word for word in words if sum(c.isdigit() for c in word) >= DIGITS}


class DeclarationReader:
    """Reads the declarations of one item, paragraph by paragraph."""

    def __init__(self, document: Document, roster: Roster, under_heading: bool) -> None:
        self.document = document
        self.roster = roster
        self.under_heading = under_heading
        self.found: list[Declaration] = []
        self.column: int | None = None
        """Where a table of declarations has its people."""
        self.kind: str | None = None
        """The kind of interest that a heading above some people names."""

    def read(self, paragraph: Passage) -> None:
        """Reads one paragraph: heads of a table, a row of it, a heading, or sentences."""
        if "\t" in paragraph.text and self._is_row(paragraph):
            return
        paragraph = without_list_mark(paragraph)
        label = LABEL.match(paragraph.text) if self.under_heading else None
        if label:
            self.kind = self.document.printed(paragraph.start, paragraph.start + label.end("kind"))
            paragraph = paragraph.cut(label.end())
        told = sentences(paragraph) if paragraph.text else ()
        for at, sentence in enumerate(told):
            below = told[at + 1 : at + 2]
            self._sentence(sentence, below[0] if below and SAME.match(below[0].text) else None)
        if label and paragraph.text:
            self.kind = None

    def _is_row(self, paragraph: Passage) -> bool:
        """Whether a paragraph is a row of a table of declarations, which is read."""
        cells = paragraph.cells()
        heads = [cell.text.strip(" *:_").lower() for cell in cells]
        person = next((at for at, head in enumerate(heads) if head in PERSON_HEADS), None)
        if person is not None and any(head in INTEREST_HEADS for head in heads):
            self.column = person
            return True
        if self.column is None or self.column >= len(cells) or not is_person(cells[self.column].text):
            return False
        self._add(cells[self.column], paragraph, None)
        return True

    def _sentence(self, sentence: Passage, below: Passage | None) -> None:
        """Reads the declarations of one sentence; `below` goes on about the same person."""
        if sentence.text.startswith(NOBODY):
            return
        people = [p for match in self._matches(sentence) for p in self._people(named(sentence, match, "people"))]
        for name in people:
            self._add(name, sentence, below)

    def _matches(self, sentence: Passage) -> list[regex.Match[str]]:
        """Where a sentence names those who declare something."""
        text = sentence.text
        found = self._said(text) if has_any(text, _GATE) else []
        if found:
            return [*found, *SECOND.finditer(text, found[-1].end())]
        if not self.under_heading:
            return []
        first = TELLS.match(text) or ITEM_FIRST.match(text)
        bare = None if first else BARE.match(text)
        if bare and self._are_known(named(sentence, bare, "people")):
            first = bare
        return [first] if first else []

    def _said(self, text: str) -> list[regex.Match[str]]:
        """Where a sentence says that somebody declares an interest."""
        return (
            [match for match in DECLARES.finditer(text) if not match["weak"] or self._is_sure(text)]
            or list(DECLARED_BY.finditer(text))
            or list(RECUSED.finditer(text))
        )

    def _is_sure(self, text: str) -> bool:
        """Whether 'had an interest' can only be meant as a declaration."""
        return self.under_heading or KIND.search(text) is not None or "onflict" in text

    def _people(self, listed: Passage) -> Iterator[Passage]:
        """The people of a list, without what stands in brackets behind them."""
        for name in names_of(listed):
            bare = name.cut(0, name.text.find(" (")) if " (" in name.text else name
            if is_person(bare.text) and bare.text.lower() not in OFFICERS:
                yield bare

    def _are_known(self, people: Passage) -> bool:
        """Whether the first of some people has a title or is an attendee, so that a bare name can be meant for one."""
        first = names_of(people)[0]
        return take_title(first.text) is not None or self.roster.find(first.text) is not None

    def _add(self, name: Passage, sentence: Passage, below: Passage | None) -> None:
        """Adds the declaration of one person."""
        end = below.end if below else sentence.end
        told = self.document.passage(sentence.start, end).text
        kind = KIND.search(sentence.text)
        said = kind and self.document.printed(sentence.start + kind.start(), sentence.start + kind.end())
        self.found.append(
            Declaration(
                person=self.roster.person(self._named(name, sentence), name),
                kind=said or self.kind,
                text=self.document.printed(sentence.start, sentence.end),
                left_meeting=False if STAYED.search(told) else True if LEFT.search(told) else None,
                span=self.document.span(sentence.start, sentence.end),
            )
        )

    def _named(self, name: Passage, sentence: Passage) -> str:
        """A person as printed, with the title that he shares: 'Cllrs Ash & Elm' are Cllr Ash and Cllr Elm."""
        printed = self.document.printed(name.start, name.end)
        if take_title(printed):
            return in_singular(printed)
        shared = take_title(sentence.text[: name.start - sentence.start].lstrip())
        is_shared = shared is not None and shared["title"].lower() in PLURAL_TITLES
        return in_singular(f"{shared['title']} {printed}") if shared and is_shared else printed
