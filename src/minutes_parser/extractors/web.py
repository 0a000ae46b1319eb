"""A committee system's 'Agenda and minutes' page: number, title, presenter, purpose, `Decision:` and `Minutes:`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import regex

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Line
from minutes_parser.extractors.assemble import outline_of
from minutes_parser.extractors.blocks import Start, start_of
from minutes_parser.extractors.labels import Candidate, Label, best_run, label_of
from minutes_parser.extractors.titles import MARK, title_weight
from minutes_parser.fields.prose import has_any
from minutes_parser.late import late_pattern
from minutes_parser.outline import ItemBlock, Outline, Part, PartKind
from minutes_parser.schema import ParseWarning

# the label of a part of an item, at the start of a line or in a row that was flattened: 'Minutes:', 'Supporting
# documents:'; not 'the minutes: they were'
SECTION = late_pattern(
    r"""
    (?: ^ | (?<= [.:)|A-Za-z0-9][ ] ) )
    (?P<label> Minutes | Decisions? | (?: Additional | Supporting | Accompanying ) [ ] [Dd]ocuments ) :
    (?= [ ] | $ )
    """,
    regex.VERBOSE,
)
SECTION_WORDS = ("inutes:", "ecision", "ocuments:")
LONGEST_SECTION = 24
# the head of the item table: 'No. Item', '| No. | Item |' without its first bar; not 'No items'
TABLE_HEAD = re.compile(r"No \.? [ |]++ Item (?: [ |] | $ )", re.VERBOSE)
# 'pdf icon PDF 99 KB', 'DOC 1.5 MB'; not 'PDF version'
DOCUMENT_MARK = late_pattern(
    r"(?: pdf[ ]icon[ ] )? (?: PDF | DOCX? | XLSX? ) [ ] [0-9][0-9.,]*+ [ ] (?: KB | MB | B ) \b", regex.VERBOSE
)
# 'view the full minutes text for item 4.', at the end of what is left of the text; not 'view the full report'
TRUNCATED = re.compile(r"view[ ]the[ ]full[ ] (?: minutes | decision | agenda ) [ ]text[ ]for[ ]item", re.VERBOSE)
# the first line of a page of one item: 'Agenda item', 'Issue - Roads'; not 'Agenda and minutes' (a whole meeting)
ITEM_PAGE = re.compile(r"(?: Agenda[ ]item | Decision[ ]details ) $ | Issue (?: [ ]- | $ )", re.VERBOSE)
HEADING = ("Agenda", "Issue", "Meeting:", "Venue:", "Contact:")
"""How the lines above the title of a page of one item begin."""
# 'To note the report'; not 'Today the Board'
PURPOSE = late_pattern(r"(?: To | TO ) [ ] [a-zA-Z]++ [ ]", regex.VERBOSE)
FIRM = 1.2
"""What each number weighs at least where a page has kept its numbers."""
WORDED = ("item", "agen", "minu")
"""How the styles of 'Item 6', 'Agenda item 6' and 'Minute 6' begin."""
NEAR = 14
"""How far below its number an item's `Minutes:` may stand, guidance text included."""
LONGEST_BARE = 80
"""A title that has lost its number and its marks has at most this many characters."""
PARTS: dict[str, PartKind] = {
    "minutes": "minutes", "decision": "decision", "decisions": "decision", "additional documents": "documents",
    "supporting documents": "documents", "accompanying documents": "documents",
}  # fmt: skip


def matches(document: Document) -> bool:
    """Whether the page has the item table's head or the labels that stand under each item."""
    sections = heads = decisions = 0
    for line in document.lines:
        found = SECTION.search(line.text) if has_any(line.text, SECTION_WORDS) else None
        sections += found is not None
        decisions += found is not None and "ecision" in found[0]  # minutes of many kinds have such a label
        heads += is_table_head(line.text)
        if (heads and sections) or (sections >= 3 and sections > decisions):
            return True
    return heads > 0 or (sections > 0 and is_item_page(document.lines))


def is_table_head(text: str) -> bool:
    """Whether a line is the head of the item table."""
    return text.startswith("No") and TABLE_HEAD.match(text) is not None


def section_of(text: str) -> regex.Match[str] | None:
    """The label of a part that a line begins with."""
    return SECTION.match(text) if ":" in text[:LONGEST_SECTION] else None


def is_item_page(lines: Sequence[Line]) -> bool:
    """Whether the page is one item of a committee system, with its history of meetings."""
    return bool(lines) and ITEM_PAGE.match(lines[0].text) is not None


def outline(document: Document) -> Outline:
    """The page cut at its numbers, or at its titles where the numbers are lost."""
    document = document.without(table_rules(document.lines))
    lines = split_rows(document.lines)
    starts = numbered_starts(lines) or titled_starts(lines)
    if is_item_page(document.lines):
        starts = starts[:1]
    return outline_of(document, "web", starts, item_block, truncation_warnings(document), lines)


def split_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines with `Minutes:` and its like on lines of their own, as they stand on a page that was not flattened."""
    split: list[Line] = []
    for line in lines:
        at = 0
        for found in SECTION.finditer(line.text) if has_any(line.text, SECTION_WORDS) else ():
            _add(split, line, at, found.start())
            _add(split, line, found.start(), found.end())
            at = found.end()
        _add(split, line, at, len(line.text))
    return split


def table_rules(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The spans of what is left of a table's rules: lines of nothing else, and pipes at the ends of rows."""
    for line in lines:
        text = line.text
        if text[0] in "|-" and not text.strip("|- "):
            yield line.start, line.end
        elif text[-1] == "|":
            yield line.start + len(text.rstrip("| ")), line.end


def _add(lines: list[Line], line: Line, start: int, end: int) -> None:
    part = line.passage.cut(start, end)
    if part.text:
        lines.append(Line(part.text, part.start, line.gap and not start))


def numbered_starts(lines: Sequence[Line]) -> list[Start]:
    """Items whose number stands before the title; a number counts for more where `Minutes:` follows."""
    head = table_head(lines)
    candidates = []
    for at in range(head, len(lines)):
        label = label_of(lines[at])
        if label:
            candidates.append(Candidate(label, lines[at], weigh(label, lines, at)))
    run = best_run(candidates)
    if not run or sum(c.weight for c in run) < FIRM * len(run):
        return []
    where = {line.start: at for at, line in enumerate(lines)}
    return [start_of(lines, where[c.line.start], c.label) for c in run]


def table_head(lines: Sequence[Line]) -> int:
    """Index of the first line under the head of the item table; 0 where there is none."""
    return next((at + 1 for at, line in enumerate(lines) if is_table_head(line.text)), 0)


def weigh(label: Label, lines: Sequence[Line], at: int) -> float:
    """How much a labelled line looks like the beginning of an item on a page."""
    follow = lines[at + 1 : at + 1 + NEAR]
    title = label.rest.text or (follow[0].text if follow else "")
    weight = title_weight(title) - (0.0 if not label.rest.text or DOCUMENT_MARK.search(title) else 1.0)
    if label.style.startswith(WORDED):
        weight -= 1.0  # 'Item 6 - Mrs Lee' lists who speaks to what: on a page the item table numbers the items
    for line in follow:
        if section_of(line.text):
            return weight + 1.5
        if not label.rest.text and label_of(line):
            break
    return weight


def titled_starts(lines: Sequence[Line]) -> list[Start]:
    """Items without numbers: a title has a document mark or a purpose, or is the line above the first `Minutes:`."""
    starts: list[Start] = []
    for at in range(table_head(lines) or _after_heading(lines), len(lines)):
        if is_title(lines, at, first=not starts):
            starts.append(_titled(lines, at))
    return starts


def _titled(lines: Sequence[Line], at: int) -> Start:
    """An item without a number; a flattened row holds the purpose behind the title."""
    text = lines[at].passage
    mark = DOCUMENT_MARK.search(text.text)
    purpose = next((m for m in PURPOSE.finditer(text.text) if m.start() and text.text[m.start() - 1] == " "), None)
    cut = mark.end() if mark else purpose.start() if purpose else len(text.text)
    rest = text.cut(cut)
    run_in = (Line(rest.text, rest.start, False),) if rest.text else ()
    return Start(lines[at], None, text.cut(0, cut), run_in, None, at + 1)


def _after_heading(lines: Sequence[Line]) -> int:
    """Index of the first line that can be a title on a page of one item."""
    for at, line in enumerate(lines):
        if not line.text.startswith(HEADING):
            return at
    return 0


def is_title(lines: Sequence[Line], at: int, first: bool) -> bool:
    """Whether a line without a number begins an item."""
    line, text = lines[at], lines[at].text
    if not can_be_title(line):
        return False
    if DOCUMENT_MARK.search(text):
        return True
    after_section = at > 0 and section_of(lines[at - 1].text)
    if len(text) > LONGEST_BARE and not (line.gap or first or after_section):
        return False
    follow = [below.text for below in lines[at + 1 : at + 3]]
    if any(section_of(below) for below in follow):
        return not text.endswith(".") or bool(PURPOSE.search(text))
    if text.endswith((".", ":", ";")) or len(text) > LONGEST_BARE or not follow:
        return False
    return line.gap and (follow[0].endswith(".") or PURPOSE.match(follow[0]) is not None)


def can_be_title(line: Line) -> bool:
    """Whether a line is neither label, bullet, list of who speaks to 'Item 6' nor plain text."""
    if section_of(line.text) or MARK.match(line.text) or line.text[0] in "·•*-(" or line.text[0].islower():
        return False
    label = label_of(line)
    if label and label.style.startswith(WORDED):
        return False
    mark = DOCUMENT_MARK.search(line.text)
    title = line.text[: mark.start()] if mark else line.text
    return title_weight(title) >= 0.5 or PURPOSE.search(line.text[:60]) is not None


def item_block(start: Start, body: tuple[Line, ...], end: int) -> ItemBlock:
    """One item of the page: what stands before its first label is its introduction."""
    parts: list[Part] = []
    kind: PartKind = "intro"
    held: list[Line] = []
    labelled = False
    for line in body:
        found = section_of(line.text)
        if not found:
            held.append(line)
            continue
        labelled = True
        parts.append(Part(kind, tuple(held)))
        kind, held = PARTS[found["label"].lower()], []
    parts.append(Part(kind, tuple(held)))
    parts = list(_without_text_among_documents(parts))
    return ItemBlock(
        number=start.number,
        title=start.title,
        parts=tuple([part for part in parts if part.lines]) if labelled else _unlabelled(body),
        start=start.line.start,
        end=end,
        truncated=labelled and any(TRUNCATED.search(line.text) for line in body),
    )


def _without_text_among_documents(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts, with the text that stands under `Additional documents:` for want of a label of its own set apart."""
    other: PartKind = "intro" if any(part.kind == "minutes" for part in parts) else "minutes"
    for part in parts:
        if part.kind != "documents":
            yield part
            continue
        attached = tuple(line for line in part.lines if DOCUMENT_MARK.search(line.text))
        yield Part("documents", attached)
        yield Part(other, tuple(line for line in part.lines if line not in attached))


def _unlabelled(body: tuple[Line, ...]) -> tuple[Part, ...]:
    """The parts of an item whose `Minutes:` is lost: purpose lines in the infinitive first, then the minutes."""
    cut = 0
    while cut < len(body) and PURPOSE.match(body[cut].text):
        cut += 1
    return tuple(part for part in (Part("intro", body[:cut]), Part("minutes", body[cut:])) if part.lines)


def truncation_warnings(document: Document) -> tuple[ParseWarning, ...]:
    """A warning for every item that the page cuts short."""
    found = TRUNCATED.finditer(document.folded)
    message = "the page cuts this item short; the full text stands on the item's own page"
    return tuple(caution(document, "truncated-item", message, m.start(), m.end()) for m in found)
