"""Whether a document is minutes at all, or an agenda, a report, a transcript or an empty page."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.document import Line
from minutes_parser.fields.items import every
from minutes_parser.late import late_pattern
from minutes_parser.outline import Outline
from minutes_parser.schema import Attendee, Item

HEAD = 40
"""An announcement stands within the first lines."""
TITLE = 12
"""What a document calls itself stands within the first lines."""
LONGEST_TITLE = 90
RECORDED = 120
"""The minutes of an item have more characters than this on the average; an agenda has a line or none."""
# 'NOTICE IS HEREBY GIVEN', 'You are summoned to attend', 'will be held on': what announces a meeting;
# not 'the next meeting will be held on' (minutes say so too)
ANNOUNCES = late_pattern(
    r"""
      notice [ ] is [ ] hereby [ ] given
    | you [ ] are [ ] (?:hereby [ ])? (?:summoned|invited|requested) [ ] to [ ] attend
    | (?<!next[ ]) meeting .{0,60}? [ ] (?:will|is [ ] to) [ ] be [ ] held
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# what an agenda begins with: 'AGENDA', 'Agenda and papers'; not 'Agenda and minutes', 'Agenda item 3'
AGENDA = late_pattern(r"agenda \b (?! [ ] (?: item | and[ ]minutes ) )", regex.VERBOSE | regex.IGNORECASE)
# or is called: 'City Council Regular Meeting Agenda'; not 'Approval of the agenda'
TITLED_AGENDA = late_pattern(
    r"\b (?: meeting | session | committee | board | council ) [ ] agenda $", regex.VERBOSE | regex.IGNORECASE
)
# 'Minutes of the meeting', 'DRAFT MINUTES', 'Notes of the board'; not '15 minutes'
MINUTES = late_pattern(
    r"(?<! [0-9][ ] ) \b (?: minutes | notes [ ] of | sederunt ) \b", regex.VERBOSE | regex.IGNORECASE
)
# the fields at the head of a report: 'Report to: Cabinet', 'Report of the Director'; not 'Report of the meeting held'
REPORT = late_pattern(
    r"""
      report [ ] (?: to | of | by | author | title ) \b (?! .* \b meeting \b )
    | (?: title | subject ) [ ] of [ ] report \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'Transcript of the meeting', 'Verbatim record'; not 'The transcript was received'
TRANSCRIPT = late_pattern(
    r"""
    (?: \S++ [ ] ){0,4} (?: transcript | verbatim [ ] (?: record | report ) | hansard ) \b
    (?! [ ] (?: was | is ) \b )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# what minutes say of a meeting and an agenda does not: 'were received', 'reported that', 'closed at'; not 'to receive'
TELLS = late_pattern(
    r"""
    \b (?: was | were | reported | noted[ ]that | thanked | advised | agreed | resolved | closed[ ]at | seconded ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


def why_not_minutes(outline: Outline, attendees: Sequence[Attendee], items: Sequence[Item]) -> str | None:
    """What speaks against a document being minutes; None where nothing does."""
    head = outline.document.lines[:HEAD]
    if not head:
        return None
    if not items and not attendees:
        return "no agenda item and nobody's attendance was found"
    title = [line for line in head[:TITLE] if len(line.text) <= LONGEST_TITLE]
    if not attendees and not _has(title, MINUTES):
        if _has(title, REPORT):
            return "it is a report to a meeting"
        if _begins(title, TRANSCRIPT):
            return "it is a transcript"
    announced = _has(head, ANNOUNCES) or _begins(head, AGENDA) or _has(title, TITLED_AGENDA)
    if announced and not _tell(items):
        return "it announces a meeting and records none"
    return None


def _has(lines: Sequence[Line], pattern: regex.Pattern[str]) -> bool:
    return any(pattern.search(line.text) for line in lines)


def _begins(lines: Sequence[Line], pattern: regex.Pattern[str]) -> bool:
    return any(pattern.match(line.text) for line in lines)


def _tell(items: Sequence[Item]) -> bool:
    """Whether items tell what happened: with decisions, or with more text than an agenda has, in the past tense."""
    told = [item for item in every(items) if TELLS.search(item.text)]
    if any(item.decisions or item.motions for item in told):
        return True
    return sum(len(item.text) for item in items) >= RECORDED * max(len(items), 1) or 3 * len(told) > len(items)


def without_facts(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items of a document that is no minutes: nothing was decided, moved, declared or given to anybody in it."""
    bare = {"decisions": (), "actions": (), "motions": (), "declarations": ()}
    return tuple(item.model_copy(update={**bare, "items": without_facts(item.items)}) for item in items)
