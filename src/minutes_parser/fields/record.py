"""From an outline to the record of the meeting: every field is read here, in one order, for every layout."""

from __future__ import annotations

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Passage
from minutes_parser.fields.actions import ActionReader
from minutes_parser.fields.attendance import parse_attendees
from minutes_parser.fields.coverage import parse_coverage
from minutes_parser.fields.dates import find_dates
from minutes_parser.fields.heading import parse_meeting
from minutes_parser.fields.items import ItemReader
from minutes_parser.fields.motions import MotionReader
from minutes_parser.fields.next_meeting import parse_next_meeting
from minutes_parser.fields.prose import paragraphs
from minutes_parser.fields.roster import Roster
from minutes_parser.outline import Outline
from minutes_parser.schema import Appendix, Coverage, Minutes, ParseWarning, Source


def read_minutes(outline: Outline) -> Minutes:
    """The record of the meeting that an outline holds."""
    document = outline.document
    meeting, heading_warnings = parse_meeting(outline)
    attendees, attendance_warnings = parse_attendees(outline, meeting.date)
    roster = Roster(document, attendees)
    actions = ActionReader(document, roster, due_date)
    motions = MotionReader(document, roster)
    reader = ItemReader(document, roster, actions, motions)
    items = tuple(reader.item(block) for block in outline.items)
    before, after = paragraphs(document, outline.front), paragraphs(document, outline.after)
    outside = reader.facts(after)
    listed = reader.marked(before) if items else reader.facts(before)
    next_meeting, next_warnings = parse_next_meeting(outline, meeting.date)
    coverage = parse_coverage(outline)
    warnings = (
        *document.warnings,
        *outline.warnings,
        *heading_warnings,
        *attendance_warnings,
        *next_warnings,
        *roster.warnings,
        *_unparsed(document, outline, coverage),
    )
    return Minutes(
        source=_source(document),
        layout=outline.layout,
        meeting=meeting,
        attendees=attendees,
        items=items,
        decisions=(*listed.decisions, *outside.decisions),
        actions=(*listed.actions, *outside.actions),
        motions=tuple(motions.motions(after if items else [*before, *after])),
        declarations=tuple(outside.declarations),
        next_meeting=next_meeting,
        appendices=tuple(
            Appendix(
                title=document.printed(lines[0].start, lines[0].end), span=document.span(lines[0].start, lines[-1].end)
            )
            for (lines,) in outline.appendices
        ),
        warnings=tuple(sorted(warnings, key=_place)),
        coverage=coverage,
    )


def due_date(due: Passage) -> str | None:
    """The day that a due phrase names with its year; None where it names none."""
    return next((found.value.isoformat() for found in find_dates(due) if found.value), None)


def _source(document: Document) -> Source:
    return Source(
        name=document.name,
        sha256=document.sha256,
        media_type=document.media_type,
        encoding=document.encoding,
        characters=len(document.text),
        pages=len(document.pages) or None,
    )


def _unparsed(document: Document, outline: Outline, coverage: Coverage) -> tuple[ParseWarning, ...]:
    """A warning that names the text that no part of the record claims."""
    if not coverage.unparsed or not outline.unparsed:
        return ()
    first, last = outline.unparsed[0], outline.unparsed[-1]
    message = f"{coverage.unparsed} characters belong to no part of the record"
    return (caution(document, "unparsed-text", message, first.start, last.end),)


def _place(warning: ParseWarning) -> int:
    """Warnings about the whole document come first, the others in the order of the text."""
    return warning.span.start if warning.span else -1
