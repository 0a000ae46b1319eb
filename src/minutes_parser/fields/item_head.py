"""What stands at the head of an item: its title less duration and marks, attached documents, presenters and purpose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.prose import has_any
from minutes_parser.late import late_pattern
from minutes_parser.schema import AttachedDocument

# '(15 mins)', '[10 minutes]', '(1 hour)'; not '(15 minutes of fame)'
DURATION = late_pattern(
    r"[(\[] (?P<count> [0-9]{1,3} ) [ ]? (?P<unit> mins? | minutes | hrs? | hours? ) \.? [)\]]",
    regex.VERBOSE | regex.IGNORECASE,
)
HOURS = frozenset(("hr", "hrs", "hour", "hours"))
MEDIA_TYPES = {
    "PDF": "application/pdf",
    "DOC": "application/msword",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "XLS": "application/vnd.ms-excel",
    "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "PPT": "application/vnd.ms-powerpoint",
    "PPTX": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
# the mark of an attached document: 'pdf icon PDF 99 KB', 'PDF 8 MB'; not 'a PDF of the map'
MARK = late_pattern(
    rf"""
    (?: (?: pdf | doc | docx | xls ) [ ] icon [ ] )?
    (?P<type> {"|".join(MEDIA_TYPES)} ) [ ]
    (?P<size> [0-9] [0-9.,]*+ [ ] (?: KB | MB | B ) \b )
    """,
    regex.VERBOSE,
)
# '(Agenda item 2)', '(Item 4)'; not '(Paper 1)' and '(AB 14/71)', which belong to the title
REFERENCE = late_pattern(
    r"\( (?:agenda[ ])? item [ ]*+ (?: no \.? [ ]*+ )? (?P<number> [0-9]{1,3} [a-z]? ) \)",
    regex.VERBOSE | regex.IGNORECASE,
)

# the infinitive of a purpose: 'To note …', 'TO SIGN …', 'Receive the report'; not 'Today the Board …'
PURPOSE = late_pattern(
    r"(?: To | TO ) [ ] [A-Za-z]++ \b | (?: Receive | Consider | Note | Approve ) [ ] (?! [a-z]+ed \b )", regex.VERBOSE
)
# a line with a sentence in it names no presenters: 'Members are asked to …', 'See below:'; not 'Jo Ash, Head of Roads'
_SENTENCE = late_pattern(
    r"[.!?:;] $ | \b (?: is | are | was | were | will | has | have | the[ ]report | please ) \b",
    regex.VERBOSE | regex.IGNORECASE,
)
# nor does one that says what is presented: 'Verbal update', 'Report of the Clerk'; not 'Reporting Officer'
_REPORT = late_pattern(
    r"""
      (?: oral | verbal | written )? [ ]*+ (?: report | update | presentation ) \b
    | report [ ] (?: of | by ) \b
    | share[ ]this[ ]item
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
LONGEST_PRESENTERS = 120
# what parts presenters: 'Jo Ash / Al Lee'; not 'Jo Ash, Head of Roads and Paths'
_BETWEEN = late_pattern(r"[/;]")


class Title(NamedTuple):
    """An item's title and what was printed with it."""

    text: str
    duration_minutes: int | None
    documents: tuple[AttachedDocument, ...]
    reference: str | None


def parse_title(document: Document, title: Passage) -> Title:
    """A printed title without its duration, document marks and agenda reference."""
    text = title.text
    bracketed = "(" in text or "[" in text
    duration = DURATION.search(text) if bracketed else None
    reference = REFERENCE.search(text) if bracketed else None
    marks = list(MARK.finditer(text)) if has_any(text, MEDIA_TYPES) else []
    cut = min([found.start() for found in (duration, reference, *marks) if found and found.start()], default=len(text))
    bare = title.cut(0, len(text[:cut].rstrip(" :;*|")))
    printed = document.printed(bare.start, bare.end)
    return Title(
        text=printed,
        duration_minutes=_minutes(duration) if duration else None,
        documents=tuple([_attached(printed, mark) for mark in marks]),
        reference=reference["number"] if reference else None,
    )


def _attached(title: str, mark: regex.Match[str]) -> AttachedDocument:
    return AttachedDocument(title=title, media_type=MEDIA_TYPES[mark["type"]], size=mark["size"])


def _minutes(duration: regex.Match[str]) -> int:
    return int(duration["count"]) * (60 if duration["unit"].lower() in HOURS else 1)


def purpose_of(document: Document, intro: Sequence[Passage]) -> str | None:
    """The lines that say what an item is for."""
    found = [p for p in intro if PURPOSE.match(p.text)]
    return document.printed(found[0].start, found[-1].end) if found else None


def presenters_of(intro: Sequence[Passage]) -> list[Passage]:
    """The people named on the line under the title."""
    if not intro or not _names_presenters(intro[0].text):
        return []
    line = intro[0]
    people, at = [], 0
    for gap in _BETWEEN.finditer(line.text):
        people.append(line.cut(at, gap.start()))
        at = gap.end()
    people.append(line.cut(at))
    return [person for person in people if person.text]


def _names_presenters(text: str) -> bool:
    """Whether a line is no sentence, no purpose and no name of a paper."""
    if len(text) > LONGEST_PRESENTERS or not text[0].isupper():
        return False
    return not (PURPOSE.match(text) or _SENTENCE.search(text) or _REPORT.match(text))
