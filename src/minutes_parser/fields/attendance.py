"""Who was there and who was not: the lists of people, and what the first items say of them in sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Line, Passage
from minutes_parser.fields.apologies import read_sentences
from minutes_parser.fields.grid import parse_grid
from minutes_parser.fields.merging import Found, merged
from minutes_parser.fields.names import is_name, office_at, singular
from minutes_parser.fields.people import PersonParts, are_initials_of, is_office_verb, with_detail, with_office
from minutes_parser.fields.people_lists import parse_people
from minutes_parser.fields.presence import INNER_LABEL, may_begin_label, parse_presence, undecorated
from minutes_parser.outline import ItemBlock, Outline
from minutes_parser.schema import Attendance, Attendee, ParseWarning

FIRST_ITEMS = 6
"""Lists of attendance stand under the first items at the latest, where the heading is taken for one."""
LONG_LINE = 45
"""A line of a comma list that is as long as this goes on in the next line even where it ends without a comma."""
COLUMN_HEADS = frozenset(
    (
        "item", "items", "minute", "minutes", "note", "notes", "discussion", "agenda", "no", "no.", "subject", "topic",
        "decision", "decisions", "action", "actions", "action by", "owner", "by whom", "by when", "who", "when", "due",
        "status", "update",
    )
)  # fmt: skip
LONGEST_DETAIL = 120
"""A line without a name that is longer is no affiliation."""
# '· Jo Ash', '* Jo Ash', '- Jo Ash', 'o Jo Ash'; not '-Jo', 'o ash'
_BULLET = re.compile(r"(?: [·•§] | [*-] (?= [ \t] ) | o[ ] (?= [ ]* [A-Z] ) ) [ \t]*", re.VERBOSE)
# 'Jo Ash,', 'Jo Ash and', 'Jo Ash (', 'Jo Ash -': a line that cannot be the end of a list
_GOES_ON = re.compile(r"(?: [,;&(/] | \b and | [ ]- ) $", re.VERBOSE)
# 'Vale Trust staff:'; not 'Ash, Elm:', '4 guests'
_GROUP = re.compile(r"[^:,;()0-9]{3,50} :? $", re.VERBOSE)
# what parts two people: ', ', '; ', ' & Mr '; not ' and Works'
_LIST_MARK = re.compile(r"[,;] | (?: & | \b and ) [ ] (?: M[rsi] | Dr | Cllr | Councillor )", re.VERBOSE)
# blanks that stand for a tab: 'Jo Ash     Clerk'; not 'Jo  Ash'
_GAP = re.compile(r"(?<=\S)[ ]{3,}(?=\S)")
# 'were' in 'Those present were given the plan.'; not 'wash'
_VERB = re.compile(r"\b(?:was|were|had|have|is|are|has)\b")
# '6 members of the public', 'None', 'Tel 01234 567890': neither person nor affiliation; not 'Northern Trust'
_COUNT_LINE = re.compile(
    r"[0-9]+\b | no (?: ne | \b ) | nil\b | members?[ ]of[ ]the[ ]public\b | (?: tel | mobile | e-?mail ) \b",
    re.VERBOSE | re.IGNORECASE,
)


def parse_attendees(outline: Outline, date: str | None = None) -> tuple[tuple[Attendee, ...], tuple[ParseWarning, ...]]:
    """The attendees of a meeting in the order of the text, and warnings about doubtful ones.

    A row that has lost its name gives a warning and no attendee. Names and affiliations in separate columns are paired
    by order where there are as many of the one as of the other, and left alone where there are not. `date` is the
    meeting's day (ISO), which tells the column of a grid.
    """
    document = outline.document
    lists = _Lists(document)
    above = [line for block in (outline.front, *outline.attendance) for line in block]
    grid = parse_grid(document, sorted(above, key=lambda line: line.start), date)
    lists.found += grid.found
    for block in outline.attendance:
        lists.read([line for line in block if line.start not in grid.lines])
    for item in outline.items[:FIRST_ITEMS]:
        for people in _lists_inside(item):
            lists.read(people)
    lists.settle()
    found, changes = read_sentences(outline, lists.found)
    return merged(document, [*lists.found, *found], changes), tuple(lists.warnings)


class _Row(NamedTuple):
    """A line, or lines joined where a list was wrapped, and whether a bullet stands before it."""

    text: Passage
    bulleted: bool


class _Lists:
    """Reads lists one after another; names wait for the affiliations that may follow on lines of their own."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Found] = []
        self.warnings: list[ParseWarning] = []
        self.status: Attendance = "present"
        self.group: str | None = None
        self.title: str | None = None
        self.inline = False
        """Whether the last label had its people on its own line, so that they are all that it governs."""
        self.waiting: list[int] = []
        self.details: list[Passage] = []

    def read(self, block: Sequence[Line]) -> None:
        """Take in one list, its label first."""
        rows = list(_rows(block))
        first = next((row for row in rows if not parse_presence(row.text)), None)
        bullets_are_names = first is None or first.bulleted  # under a name without a bullet they are affiliations
        for row in rows:
            for piece in _pieces(row.text):
                detail = row.bulleted and not bullets_are_names
                self._labelled(piece if detail else _without_bullet(piece), detail)

    def _labelled(self, piece: Passage, detail: bool) -> None:
        """A row, or the part of one that an inner label begins."""
        label = None if detail else parse_presence(piece)
        if label is None:
            self._row(piece, detail)
            return
        if label.status:
            self._change_status(label.status)
        elif label.rest.text and self.inline:
            self._change_status("present")
        role = singular(label.group.text.rstrip(":")) if label.group and office_at(label.group.text) else None
        if label.group and not role:
            self.group = self.document.printed(label.group.start, label.group.end)
        self.title = label.title
        self.inline = bool(label.rest.text)
        if label.rest.text:
            first = len(self.found)
            self._row(label.rest, False)
            if role and len(self.found) > first and label.status is None:
                self._give_role(first, role)

    def _give_role(self, at: int, role: str) -> None:
        person = self.found[at].person
        self.found[at] = self.found[at]._replace(person=person._replace(role=person.role or role))

    def _change_status(self, status: Attendance) -> None:
        if status != self.status:
            self.settle()
        self.status, self.group = status, None

    def _row(self, text: Passage, detail: bool) -> None:
        """People, or what is to be said of the people before."""
        if "\t" in text.text and all(cell.text.lower() in COLUMN_HEADS for cell in text.cells()):
            return  # the heads of the table of items below
        people = [] if detail else self._people(text)
        if people:
            if self.details:
                self.settle()
            for person in people:
                if person.affiliation:
                    self.waiting = []
                else:
                    self.waiting.append(len(self.found))
                self.found.append(Found(person, self.status, self.group))
        elif detail or self._is_detail(text):
            self.details.append(text)
        elif _GROUP.match(text.text) and text.text.endswith(":"):
            self.group = self.document.printed(text.start, text.end - 1)

    def _is_detail(self, text: Passage) -> bool:
        return bool(self.waiting) and len(text.text) <= LONGEST_DETAIL and not _COUNT_LINE.match(text.text)

    def _people(self, text: Passage) -> list[PersonParts]:
        """The people of a row: one with a cell beside it, several cells, or a list with commas."""
        cells = [cell for cell in text.cells() if cell.text] if "\t" in text.text else []
        if len(cells) < 2:
            return parse_people(text, self.document, self.title)
        people, read = self._cell_by_cell(cells)
        if all(people):
            return [person for cell in people for person in cell]
        first = people[0][0] if len(people[0]) == 1 else None
        if first is None:
            return [person for cell in people for person in cell]
        for cell in read[1:]:
            first = with_detail(first, cell, self.document)._replace(end=cell.end)
        return [first]

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
        elif _BULLET.match(details[0].text):
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
            person = with_detail(person, _without_bullet(detail), self.document)
            self.found[at] = self.found[at]._replace(person=person._replace(end=detail.end) if adjacent else person)
        if not adjacent:
            message = f"{len(names)} names and as many affiliations stand apart and were paired by order"
            self._warn("paired-columns", message, details)

    def _warn(self, code: str, message: str, details: Sequence[Passage]) -> None:
        self.warnings.append(caution(self.document, code, message, details[0].start, details[-1].end))


def _lists_inside(item: ItemBlock) -> Iterator[list[Line]]:
    """The attendance lists among an item's lines: from a label on, as long as the lines look like people."""
    lines = [line for part in item.parts if part.kind != "intro" for line in part.lines]
    title = parse_presence(item.title)
    if title and title.status and not title.rest.text and title.status != "apologies":
        lines.insert(0, Line(item.title.text, item.title.start, True))
    block: list[Line] = []
    for line in lines:
        label = parse_presence(_undecorated(line)) if may_begin_label(line.text) else None
        if label and label.status and label.marked and not _is_end_of_sentence(line.text):
            yield block
            block = [line]
        elif block and (label or _is_list_line(block[-1], line)):
            block.append(line)
        elif block:
            yield block
            block = []
    yield block


def _is_end_of_sentence(text: str) -> bool:
    """Whether a line tells something to its end: 'Those present were given the plan.', not 'Present: Jo Ash, late'."""
    return text.endswith(".") and _VERB.search(text) is not None


def _is_list_line(before: Line, line: Line) -> bool:
    """Whether a line under a label goes on with the people: it begins with one, or the line before is not complete."""
    plain = _without_bullet(_undecorated(line)).text
    return _goes_on(_depth(before), False, before, line) or (
        (len(plain) < 80 or plain.count(",") > 1) and is_name(plain.split(",")[0].split("(")[0].strip())
    )


def _rows(block: Sequence[Line]) -> Iterator[_Row]:
    """The lines of a list, those joined that one entry or one comma list was wrapped into."""
    at = 0
    while at < len(block):
        last, depth = at, _depth(block[at])
        bulleted = bool(_BULLET.match(block[at].text))
        while last + 1 < len(block) and _goes_on(depth, bulleted, block[last], block[last + 1]):
            last += 1
            depth += _depth(block[last])
        lines = [
            _with_tabs(line.text).ljust(following.start - line.start - 1)
            for line, following in pairwise(block[at : last + 1])
        ]
        text = " ".join([*lines, _with_tabs(block[last].text)])
        yield _Row(Passage(text if bulleted else undecorated(text), block[at].start).cut(0), bulleted)
        at = last + 1


def _depth(line: Line) -> int:
    """How many brackets a line leaves open."""
    return line.text.count("(") - line.text.count(")")


def _with_tabs(text: str) -> str:
    """A line with its wide gaps as tabs, at the same length; blanks where lines are joined later stay blanks."""
    return _GAP.sub(lambda gap: "\t".ljust(len(gap[0])), text) if "   " in text else text


def _goes_on(depth: int, bulleted: bool, line: Line, following: Line) -> bool:
    """Whether an entry or comma list, with `depth` brackets open, goes on in the next line."""
    text = following.text
    if _BULLET.match(text) or "\t" in text or (may_begin_label(text) and parse_presence(_undecorated(following))):
        return False
    if depth > 0 or text[0] in "()&" or text[0].islower():
        return True
    if bulleted:
        return False
    listed = len(_LIST_MARK.findall(line.text)) > 1 and len(line.text) >= LONG_LINE and line.text[-1] not in ".:"
    return listed or bool(_GOES_ON.search(line.text))


def _undecorated(line: Line) -> Passage:
    return Passage(undecorated(line.text), line.start).cut(0)


def _pieces(text: Passage) -> Iterator[Passage]:
    """A row cut where further lists begin inside it."""
    at = 0
    marked = ":" in text.text or "-" in text.text or ";" in text.text
    for found in INNER_LABEL.finditer(text.text) if marked else ():
        yield text.cut(at, found.start())
        at = found.start()
    yield text.cut(at)


def _without_bullet(text: Passage) -> Passage:
    mark = _BULLET.match(text.text)
    return text.cut(mark.end()) if mark else text
