"""What was carried is decided: the decisions of an item and its motions, told once and in the words of the motion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from minutes_parser.document import Document
from minutes_parser.late import late_pattern
from minutes_parser.schema import Decision, Motion


class Moved(NamedTuple):
    """A motion with the places of its words (`start` to `end`) and of the sentence that tells its fate (`fate`).

    `fate` is None where the motion is a row of a table.
    """

    motion: Motion
    start: int
    end: int
    fate: int | None


LONGEST_FATE = 140
"""A sentence that only tells what became of a motion has no more characters than this."""
# 'WHEREAS the road is closed'; not 'Where'
_RECITAL = late_pattern(r"[\"'(]*+ WHEREAS \b", regex.VERBOSE | regex.IGNORECASE)
# 'Voice vote taken.', 'Roll call: all ayes'; not 'the note'
_VOTE = late_pattern(
    r"\b (?: vot(?:e|es|ed|ing) | roll[ -]call | abst\w++ | ayes? | noes | nays? | yeas? ) \b | ^ \W*+ unanimous",
    regex.VERBOSE | regex.IGNORECASE,
)


def settled(document: Document, decisions: Iterable[Decision], moved: Sequence[Moved]) -> list[Decision]:
    """The decisions of an item, in order, with what its motions tell of them.

    A motion that was carried is a decision. Where its fate alone was read as one ('Voice vote taken. Motion carried.'),
    the words of the motion take its place; what was lost or withdrawn is none.
    """
    found = list(decisions)
    for one, following in zip(moved, [*moved, None][1:], strict=True):
        if one.motion.outcome == "carried":
            found = list(_with_carried(document, found, one, following.start if following else None))
        elif one.motion.outcome in ("lost", "withdrawn"):
            found = [decision for decision in found if not _is_inside(decision, one.motion)]
    return sorted(found, key=lambda decision: decision.span.start)


def _is_inside(decision: Decision, motion: Motion) -> bool:
    return motion.span.start <= decision.span.start and decision.span.end <= motion.span.end


def _with_carried(
    document: Document, decisions: Sequence[Decision], moved: Moved, following: int | None
) -> Iterator[Decision]:
    """The decisions with that of a motion: one that is there already, in the motion's words, or a new one.

    `following` is where the next motion begins.
    """
    told = [decision for decision in decisions if _tells(decision, moved, following)]
    nameless = moved.motion.mover is None and moved.motion.seconder is None
    is_marked = any(decision.formal for decision in told)
    for decision in decisions:
        if decision in told:
            if is_marked and not decision.formal:
                continue
            yield _reworded(document, decision, moved) if decision.kind == "carried" else decision
        elif not (told or not nameless) or not _is_fate_alone(decision, moved):
            yield decision
    if told or (nameless and any(_is_fate_alone(decision, moved) for decision in decisions)) or moved.fate is None:
        return
    if nameless and moved.start >= moved.fate:
        return  # a vote, and nothing that tells on what
    yield Decision(
        kind="carried",
        text=document.printed(moved.start, moved.end),
        clauses=(),
        formal=False,
        span=document.span(moved.start, moved.end),
    )


def _tells(decision: Decision, moved: Moved, following: int | None) -> bool:
    """Whether a decision tells of a motion: it holds its words, its fate closes it, or it sums it up."""
    span = decision.span
    if decision.formal:
        return span.end > moved.start and (following is None or span.start < following)
    return span.start < moved.end and moved.start < span.end


def _is_fate_alone(decision: Decision, moved: Moved) -> bool:
    """Whether an informal decision was read from nothing but what became of a motion."""
    span = decision.span
    is_there = moved.fate is not None and moved.end <= span.start and moved.fate < span.end <= moved.motion.span.end
    return is_there and not decision.formal and len(decision.text) <= LONGEST_FATE


def _reworded(document: Document, decision: Decision, moved: Moved) -> Decision:
    """A decision that 'Carried' closes in the words of its motion, which the mark may have missed.

    What stands between the two is part of it, recitals before it and a report of the vote behind it are not.
    """
    if decision.span.start >= moved.motion.span.end:
        return decision
    start = moved.start if not _RECITAL.match(document.folded, moved.start) else max(moved.start, decision.span.start)
    end = moved.end if _VOTE.search(decision.text) else max(moved.end, decision.span.end)
    if (decision.span.start, decision.span.end) == (start, end):
        return decision
    text, place = document.printed(start, end), document.span(start, end)
    return decision.model_copy(update={"text": text, "span": place})
