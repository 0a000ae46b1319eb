"""What stands at the head of an item: its title less duration and marks, attached documents, presenters and purpose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.schema import AttachedDocument

# '(15 mins)', '[10 minutes]', '(1 hour)'; not '(15 minutes of fame)'
DURATION = regex.compile(
    r"[ ]*+[(\[](?P<count>[0-9]{1,3})[ ]?(?P<unit>mins?|minutes|hrs?|hours?)\.?[)\]]", regex.IGNORECASE
)
# 'pdf icon PDF 99 KB', 'PDF 8 MB'
MARK = regex.compile(
    r"[ ]*+(?:(?:pdf|doc|docx|xls)[ ]icon[ ])?(?P<type>PDF|DOCX?|XLSX?|PPTX?)[ ](?P<size>[0-9][0-9.,]*+[ ](?:KB|MB|B))\b"
)
# '(Agenda item 2)', '(Item 4)'; '(Paper 1)' and '(AB 14/71)' belong to the title
REFERENCE = regex.compile(
    r"[ ]*+\((?:agenda[ ])?item[ ]*+(?:no\.?[ ]*+)?(?P<number>[0-9]{1,3}[a-z]?)\)", regex.IGNORECASE
)
MEDIA_TYPES = {
    "PDF": "application/pdf", "DOC": "application/msword",
    "DOCX": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "XLS": "application/vnd.ms-excel", "XLSX": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "PPT": "application/vnd.ms-powerpoint", "PPTX": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}  # fmt: skip
HOURS = {"hr", "hrs", "hour", "hours"}

# 'To note …', 'TO SIGN …', 'For information'; the infinitive of a purpose, not 'Today the Board …'
PURPOSE = regex.compile(r"(?:To|TO)[ ][A-Za-z]+\b|(?:Receive|Consider|Note|Approve)[ ](?![a-z]+ed\b)")
# A presenter's line has no sentence in it: names, offices, slashes
_SENTENCE = regex.compile(
    r"[.!?:;]$|\b(?:is|are|was|were|will|has|have|the[ ]report|please|members[ ]are)\b", regex.IGNORECASE
)
_REPORT = regex.compile(
    r"(?:oral|verbal|written)?[ ]*+(?:report|update|presentation)\b|report[ ](?:of|by)\b|share this item",
    regex.IGNORECASE,
)
_PEOPLE = regex.compile(r"[ ]*+(?:/|[ ]and[ ]|,[ ]and[ ]|;)[ ]*+")


class Title(NamedTuple):
    """An item's title and what was printed with it."""

    text: str
    duration_minutes: int | None
    documents: tuple[AttachedDocument, ...]
    reference: str | None


def parse_title(document: Document, title: Passage) -> Title:
    """A printed title without its duration, document marks and agenda reference."""
    text = title.text
    duration, reference = DURATION.search(text), REFERENCE.search(text)
    marks = list(MARK.finditer(text))
    cut = min((m.start() for m in (duration, reference, *marks) if m and m.start()), default=len(text))
    bare = title.cut(0, cut)
    bare = bare.cut(0, len(bare.text.rstrip(" :;*|")))
    printed = document.printed(bare.start, bare.end)
    minutes = int(duration["count"]) * (60 if duration["unit"].lower() in HOURS else 1) if duration else None
    documents = tuple(AttachedDocument(title=printed, media_type=MEDIA_TYPES[m["type"]], size=m["size"]) for m in marks)
    return Title(printed, minutes, documents, reference["number"] if reference else None)


def purpose_of(document: Document, intro: Sequence[Passage]) -> str | None:
    """The lines that say what an item is for."""
    found = [p for p in intro if PURPOSE.match(p.text)]
    return document.printed(found[0].start, found[-1].end) if found else None


def presenters_of(intro: Sequence[Passage]) -> list[Passage]:
    """The people named on the line under the title."""
    if not intro:
        return []
    line = intro[0]
    if (
        len(line.text) > 120
        or PURPOSE.match(line.text)
        or _SENTENCE.search(line.text)
        or _REPORT.match(line.text)
        or not line.text[0].isupper()
    ):
        return []
    people, at = [], 0
    for gap in _PEOPLE.finditer(line.text):
        people.append(line.cut(at, gap.start()))
        at = gap.end()
    people.append(line.cut(at))
    return [p for p in people if p.text]
