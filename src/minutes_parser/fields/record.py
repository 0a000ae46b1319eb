"""From an outline to the record of the meeting: every field is read here, in one order, for every layout."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Line, Passage
from minutes_parser.fields.actions import ActionReader, not_told
from minutes_parser.fields.attendance import parse_attendees
from minutes_parser.fields.carried import settled
from minutes_parser.fields.coverage import parse_coverage
from minutes_parser.fields.dates import date_order, find_dates
from minutes_parser.fields.heading import parse_meeting
from minutes_parser.fields.items import Facts, ItemReader, every
from minutes_parser.fields.motions import MotionReader
from minutes_parser.fields.nature import why_not_minutes, without_facts
from minutes_parser.fields.next_meeting import parse_next_meeting
from minutes_parser.fields.prose import paragraphs
from minutes_parser.fields.roster import Roster
from minutes_parser.fields.votes import vote_warnings
from minutes_parser.outline import Outline
from minutes_parser.schema import Appendix, Coverage, Item, Minutes, Motion, ParseWarning, Source


def read_minutes(outline: Outline) -> Minutes:
    """The record of the meeting that an outline holds."""
    document = outline.document
    meeting, heading_warnings = parse_meeting(outline)
    attendees, attendance_warnings = parse_attendees(outline, meeting.date)
    roster = Roster(document, attendees)
    items, outside = _facts(outline, roster)
    next_meeting, next_warnings = parse_next_meeting(outline, meeting.date)
    reason = why_not_minutes(outline, attendees, items)
    if reason:
        items, outside = without_facts(items), Facts()
    coverage = parse_coverage(outline)
    warnings = (
        *document.warnings,
        *outline.warnings,
        *heading_warnings,
        *attendance_warnings,
        *next_warnings,
        *roster.warnings,
        *_votes(document, items, outside.motions),
        *((caution(document, "not-minutes", reason),) if reason else ()),
        *_unparsed(document, coverage),
    )
    return Minutes(
        source=_source(document),
        layout=outline.layout,
        meeting=meeting,
        attendees=attendees,
        items=items,
        decisions=tuple(outside.decisions),
        actions=tuple(outside.actions),
        motions=tuple(outside.motions),
        declarations=tuple(outside.declarations),
        next_meeting=next_meeting,
        appendices=tuple(_appendix(document, appendix.lines) for appendix in outline.appendices),
        warnings=tuple(sorted(warnings, key=_place)),
        coverage=coverage,
    )


def _facts(outline: Outline, roster: Roster) -> tuple[tuple[Item, ...], Facts]:
    """The items, and the facts that stand outside every one of them."""
    document = outline.document
    actions, motions = ActionReader(document, roster, partial(due_date, document)), MotionReader(document, roster)
    reader = ItemReader(document, roster, actions, motions)
    items = tuple(reader.item(block) for block in outline.items)
    before, after = paragraphs(document, outline.front), paragraphs(document, outline.after)
    facts = reader.facts(after)
    listed = reader.marked(before) if items else reader.facts(before)
    marked = [action for item in every(items) for action in item.actions if action.explicit]
    moved = motions.moved([*before, *after])
    facts.decisions = settled(document, (*listed.decisions, *facts.decisions), moved)
    facts.actions = list(not_told((*listed.actions, *facts.actions), marked))
    facts.motions = [one.motion for one in moved]
    return items, facts


def _appendix(document: Document, lines: Sequence[Line]) -> Appendix:
    title = document.printed(lines[0].start, lines[0].end)
    return Appendix(title=title, span=document.span(lines[0].start, lines[-1].end))


def due_date(document: Document, due: Passage) -> str | None:
    """The day that a due phrase names with its year; None where it names none."""
    dates = find_dates(due)
    if any(found.ambiguous for found in dates):
        dates = find_dates(due, day_first=date_order(document))
    return next((found.value.isoformat() for found in dates if found.value), None)


def _source(document: Document) -> Source:
    return Source(
        name=document.name,
        sha256=document.sha256,
        media_type=document.media_type,
        encoding=document.encoding,
        characters=len(document.text),
        pages=len(document.pages) or None,
    )


def _unparsed(document: Document, coverage: Coverage) -> tuple[ParseWarning, ...]:
    """A warning where some text is claimed by no part of the record."""
    if not coverage.unparsed:
        return ()
    return (caution(document, "unparsed-text", f"{coverage.unparsed} characters belong to no part of the record"),)


def _votes(document: Document, items: Sequence[Item], motions: Sequence[Motion]) -> tuple[ParseWarning, ...]:
    """A warning for every vote whose names do not add up to its count."""
    told = (*motions, *(motion for item in items for motion in item.motions))
    below = (warning for item in items for warning in _votes(document, item.items, ()))
    return (*(warning for motion in told for warning in vote_warnings(document, motion)), *below)


def _place(warning: ParseWarning) -> int:
    """Warnings about the whole document come first, the others in the order of the text."""
    return warning.span.start if warning.span else -1
