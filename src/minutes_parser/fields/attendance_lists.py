"""Lists of people read row after row: labels, columns, and what other rows say of those before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Line, Passage
from minutes_parser.fields.apologies import without_stand_in
from minutes_parser.fields.entries import are_forenames, box_at, one_a_row
from minutes_parser.fields.list_rows import BULLET, Row, pieces_of, rows_of, without_bullet
from minutes_parser.fields.merging import Found
from minutes_parser.fields.names import holds_office, is_name, take_title
from minutes_parser.fields.notes import REMOTE
from minutes_parser.fields.people import are_initials_of, is_office_verb, parse_person, with_office
from minutes_parser.fields.people_lists import parse_people
from minutes_parser.fields.person_tail import PersonParts, with_detail
from minutes_parser.fields.posts import is_job
from minutes_parser.fields.presence import (
    NAMED_GROUP,
    OFFICE_VERBS,
    PresenceLabel,
    is_post,
    named_group,
    parse_presence,
)
from minutes_parser.schema import Attendance, ParseWarning

COLUMN_HEADS = frozenset(
    (
        "item", "items", "minute", "minutes", "note", "notes", "discussion", "agenda", "no", "no.", "subject", "topic",
        "decision", "decisions", "action", "actions", "action by", "owner", "by whom", "by when", "who", "when", "due",
        "status", "update", "name", "names", "role", "title", "position", "organisation", "organization",
        "representing", "initials", "attendance", "company", "email", "designation", "department",
    )
)  # fmt: skip
LONGEST_DETAIL = 120
"""A line without a name that is longer is no affiliation."""
# what may part two people of a row
_MARKS = re.compile(r"[,;&] | \b and \b", re.VERBOSE)
# 'Vale Trust staff:'; not 'Ash, Elm:', '4 guests'
_GROUP = re.compile(r"[^:,;()0-9]{3,50} :? $", re.VERBOSE)
# '6 members of the public', 'None', 'Tel 01234 567890': neither person nor affiliation; not 'Northern Trust'
_COUNT_LINE = re.compile(
    r"[0-9]+\b | no (?: ne | \b ) | nil\b | members?[ ]of[ ]the[ ]public\b | (?: tel | mobile | e-?mail ) \b",
    re.VERBOSE | re.IGNORECASE,
)


class _Column(NamedTuple):
    """What the head of a column says of the people below it."""

    status: Attendance
    group: str | None


class AttendanceLists:
    """Reads lists one after another; names wait for the affiliations that may follow on lines of their own."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Found] = []
        self.warnings: list[ParseWarning] = []
        self.status: Attendance = "present"
        self.group: str | None = None
        self.title: str | None = None
        self.fresh = False
        """Whether the label of a status stands right above, with nobody on its own line."""
        self.grouped = False
        """Whether kinds of people divide the list of a status, so that they do not end it."""
        self.post: str | None = None
        """The office or job that a label gives to the next person."""
        self.columns: list[_Column] = []
        self.described = False
        """Whether the second cell of a row says something of the person in the first."""
        self.single = False
        """Whether a row is one person's, however many names there are in it: a bullet leads it and no mark parts it."""
        self.forenames = False
        """Whether the rows name people by one word alone."""
        self.boxes = False
        """Whether the rows have boxes of which some are ticked."""
        self.waiting: list[int] = []
        self.details: list[Passage] = []

    def read(self, block: Sequence[Line]) -> None:
        """Take in one list, its label first."""
        rows = list(rows_of(block))
        listed = (row for row in rows if row.bulleted or parse_people(row.text, self.document))
        first = next((row for row in listed if not parse_presence(row.text)), None)
        bullets_are_names = first is None or first.bulleted  # under a name without a bullet they are affiliations
        self.described = any(self._describes(row) for row in rows)
        alone = _one_a_row(rows)
        self.forenames = are_forenames([without_bullet(row.text) for row in rows if row.bulleted])
        self.boxes = any(box_at(without_bullet(row.text))[0] for row in rows)
        for row in rows:
            heads = _column_heads(row.text)
            if heads:
                self._head(heads)
                continue
            for piece in pieces_of(row.text):
                detail = row.bulleted and not bullets_are_names
                text = piece if detail else without_bullet(piece)
                self.single = (row.bulleted and not _MARKS.search(piece.text)) or (alone and not _several(text))
                self._labelled(text, detail)

    def _describes(self, row: Row) -> bool:
        """Whether a row of two cells holds a person and what is plainly none."""
        cells = [cell for cell in without_bullet(row.text).cells() if cell.text] if "\t" in row.text.text else []
        if len(cells) != 2 or parse_presence(cells[0]) or _COUNT_LINE.match(cells[1].text):
            return False
        people = parse_people(cells[0], self.document)
        return (
            bool(people)
            and not are_initials_of(cells[1].text, people[-1])
            and not parse_people(cells[1], self.document)
        )

    def _head(self, heads: Sequence[PresenceLabel]) -> None:
        """The heads of columns, each a list of its own."""
        self.settle()
        self.columns = []
        for head in heads:
            group = self.document.printed(head.group.start, head.group.end) if head.group else None
            self.columns.append(_Column(head.status or "present", group))

    def _labelled(self, piece: Passage, detail: bool) -> None:
        """A row, or the part of one that an inner label begins."""
        label = None if detail else parse_presence(piece) or named_group(piece)
        if label is None:
            topic = NAMED_GROUP.match(piece.text) if ":" in piece.text else None
            if topic is None or is_name(topic["group"]):  # 'Hedges: Jo Ash to cut them' is no entry
                self._row(piece, detail)
            return
        self._begin(label)
        post = label.group.text.rstrip(":") if label.group and label.status is None else None
        if label.rest.text and parse_presence(label.rest):  # 'Present: Governors: Jo Ash'
            self.fresh = True
            self._labelled(label.rest, False)
        elif label.rest.text:
            self.settle()
            self.post = post
            self._row(label.rest, False)
        else:
            self.post = post

    def _begin(self, label: PresenceLabel) -> None:
        """The status and the group that a label gives to the people who follow."""
        self.columns, self.post = [], None
        if label.status:
            self._change_status(label.status)
            self.fresh, self.grouped = not label.rest.text, False
        elif self.fresh:
            self.fresh, self.grouped = False, True
        elif not self.grouped:
            self._change_status("present")
        self.title = label.title
        if label.group:
            group = self.document.printed(label.group.start, label.group.end)
            self.group = None if is_post(group) else group

    def _change_status(self, status: Attendance) -> None:
        if status != self.status:
            self.settle()
        self.status, self.group = status, None

    def _row(self, text: Passage, detail: bool) -> None:
        """People, or what is to be said of the people before."""
        self.fresh = False
        if not text.text:
            return  # a label with nothing behind it: 'Present: Members'
        if "\t" in text.text and all(cell.text.lower() in COLUMN_HEADS for cell in text.cells()):
            return  # the heads of this table, or of that of the items below
        if self.columns:
            self._columns(text)
            return
        if text.text[0] == "[" and text.text[-1] == "]" and "," in text.text:  # 'apologies: [Jo Ash, Ben Elm]'
            text = text.cut(1, -1)
        ticked, text = (None, text) if detail else box_at(text)
        people = [] if detail else self._people(text)
        if people and self.boxes and ticked is False and self.status == "present":
            people = [person._replace(status=person.status or "absent") for person in people]
        if people:
            if self.details:
                self.settle()
            if self.post:
                people[0] = _with_post(people[0], self.post)
            if self.status != "present":
                people = [one for person in people for one in self._with_stand_in(text, person)]
            for person in people:
                if person.affiliation:
                    self.waiting = []
                else:
                    self.waiting.append(len(self.found))
                status = "present" if person.substitute_for else person.status or self.status
                mentioned = bool(self.post) and " " not in person.name.text and not person.title
                self.found.append(Found(person, status, self.group, listed=not mentioned))
            self.post = None
        elif detail or self._is_detail(text):
            self.details.append(text)
        elif _GROUP.match(text.text) and text.text.endswith(":"):
            self.group = self.document.printed(text.start, text.end - 1)

    def _with_stand_in(self, text: Passage, person: PersonParts) -> list[PersonParts]:
        """Somebody absent, and the substitute whom a bracket behind the name names."""
        person, substitutes = without_stand_in(self.document, text, person)
        return [person, *substitutes]

    def _columns(self, text: Passage) -> None:
        """A row under heads: each cell belongs to the list of its column."""
        for column, cell in zip(self.columns, text.cells(), strict=False):
            people = parse_people(cell, self.document) if cell.text else []
            self.found += [Found(person, column.status, column.group) for person in people]

    def _is_detail(self, text: Passage) -> bool:
        if not text.text or (text.text[-1] == "." and not any(is_job(word) for word in text.text.rstrip(".").split())):
            return False
        if REMOTE.match(text.text):  # a footnote to some mark: '* via Zoom'
            return False
        return bool(self.waiting) and len(text.text) <= LONGEST_DETAIL and not _COUNT_LINE.match(text.text)

    def _people(self, text: Passage) -> list[PersonParts]:
        """The people of a row: one with a cell beside it, several cells, or a list with commas."""
        cells = [cell for cell in text.cells() if cell.text] if "\t" in text.text else []
        if len(cells) < 2 and self.single and self.title is None:
            person = parse_person(text, self.document)
            known = person and (" " in person.name.text or person.title or person.role or self.forenames)
            return [person] if person and known else []
        if len(cells) < 2:
            return parse_people(text, self.document, self.title)
        people, read = self._cell_by_cell(cells)
        if all(people) and not self._is_described(people):
            return [person for cell in people for person in cell]
        first = people[0][0] if len(people[0]) == 1 else None
        if first is None:
            return [person for cell in people for person in cell]
        for cell in read[1:]:
            first = with_detail(first, cell, self.document)._replace(end=cell.end)
        return [first]

    def _is_described(self, people: Sequence[Sequence[PersonParts]]) -> bool:
        """Whether a second cell that could be a name is what the first one's person does: 'Mr J Ash | Horse riding'."""
        if len(people) != 2 or people[1][0].title:
            return False
        return self.described or (bool(people[0][0].title) and len(people[1][0].name.text.split()) != 2)

    def _cell_by_cell(self, cells: Sequence[Passage]) -> tuple[list[list[PersonParts]], list[Passage]]:
        """The people of each cell, and the cells that are neither the initials of the name before nor an office."""
        people: list[list[PersonParts]] = []
        read: list[Passage] = []
        verb = ""
        for cell in cells:
            last = people[-1][-1] if people and people[-1] else None
            if is_office_verb(cell.text):  # 'Chaired by | Jo Ash'
                verb = cell.text
            elif last and are_initials_of(cell.text, last):  # 'Jo Ash | JA | Ann Day | AD'
                people[-1][-1] = last._replace(initials=cell.text, end=cell.end)
            else:
                people.append(with_office(parse_people(cell, self.document, self.title), verb))
                read.append(cell)
                verb = ""
        return people, read

    def settle(self) -> None:
        """Give the details that have gathered to the people who wait for them."""
        names, details = self.waiting, self.details
        self.waiting, self.details = [], []
        if not details:
            return
        if len(details) == 1 and names:
            names = names[-1:]
        if len(names) == len(details):
            self._pair(names, details)
        elif len(names) > 1:
            self._warn("unpaired-columns", f"{len(names)} names and {len(details)} affiliations stand apart", details)
        elif BULLET.match(details[0].text):
            if names:
                self._pair(names, details[: len(names)])
            for detail in details[len(names) :]:
                self._warn("nameless-row", f"no name stands with {detail.text!r}", [detail])
        else:
            self._pair(names * len(details), details)

    def _pair(self, names: Sequence[int], details: Sequence[Passage]) -> None:
        adjacent = len(set(names)) == 1
        for at, detail in zip(names, details, strict=False):
            person = self.found[at].person
            person = with_detail(person, without_bullet(detail), self.document)
            self.found[at] = self.found[at]._replace(person=person._replace(end=detail.end) if adjacent else person)
        if not adjacent:
            message = f"{len(names)} names and as many affiliations stand apart and were paired by order"
            self._warn("paired-columns", message, details)

    def _warn(self, code: str, message: str, details: Sequence[Passage]) -> None:
        self.warnings.append(caution(self.document, code, message, details[0].start, details[-1].end))


def _with_post(person: PersonParts, post: str) -> PersonParts:
    """A person with the office, title or job that is the label before the name."""
    if not is_post(post):
        return person
    post = OFFICE_VERBS.get(post.lower(), post)
    if take_title(post) and not holds_office(post):
        return person._replace(title=person.title or post)
    if holds_office(post) or post in OFFICE_VERBS.values():
        return person._replace(role=person.role or post)
    return person._replace(affiliation=person.affiliation or post)


def _one_a_row(rows: Sequence[Row]) -> bool:
    """Whether the rows without a label are one person's each."""
    people = [row for row in rows if not parse_presence(without_bullet(row.text)) and "\t" not in row.text.text]
    texts = [box_at(without_bullet(row.text))[1] for row in people]
    return one_a_row(texts, all(row.bulleted for row in people))


def _several(text: Passage) -> bool:
    """Whether a row names a couple, or several people, before anything else is said."""
    head = text.text.partition(",")[0].partition("(")[0]
    return " and " in head or "&" in head or take_title(text.text.partition(", ")[2]) is not None


def _column_heads(row: Passage) -> list[PresenceLabel]:
    """The labels of a row that holds nothing else, a list in each column: 'Present: | Apologies:'."""
    cells = row.cells() if "\t" in row.text else []
    labels = [parse_presence(cell) for cell in cells]
    heads = [label for label in labels if label and not label.rest.text]
    return heads if len(heads) == len(cells) else []
