"""Proposals: who moved and seconded them, what became of them, and how the votes fell."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.decisions import is_fate_alone
from minutes_parser.fields.owners import names_of
from minutes_parser.fields.prose import sentences
from minutes_parser.fields.roster import Roster
from minutes_parser.fields.votes import votes_of
from minutes_parser.schema import Motion, Outcome, ParseWarning, Person, Votes

_TITLE = r"(?:Cllrs?|Councillors?|Clr|Cr|County[ ]Cllr|CC|Mr|Mrs|Ms|Miss|Dr|Rev|Ald|Sir)\b\.?"
_PART = r"(?:\p{Lu}\.(?=[ ]?\p{Lu})|\p{Lu}[\p{L}'-]*+)"  # a stop belongs to an initial alone: 'J. Lee', 'seconded by DN.'
_NAME = rf"""
    (?: (?:{_TITLE}[ ]++)*+ (?!Councillors\b|Members\b|Cllrs\b) {_PART} (?:[ ]?{_PART})*+
      | [Tt]he [ ] (?: [Cc]hair\w*+ | [Cc]lerk | [Ll]eader | [Mm]ayor ) \b )
"""
# what joins the verb to a name; without 'by' or a mark the name must have a title, or be initials behind a short form:
# 'Proposed Cllr Ash', 'Prop JB', not 'Proposed Language'
_BY = rf"""
    (?: [ ]by\b[ ]*+[:-]*+ | [ ]from\b | [ ]*+[:.-]++ | (?=[ ]{_TITLE}[ ]) | (?<=[Pp]rop|2nd) (?=[ ][A-Z]{{2,3}}\b) )
    [ ]*+ (?:by[ ])?
"""
# 'proposed by Cllr A and seconded by Cllr B', 'Prop. JB, 2nd GK', 'Moved: Smith', 'On a motion by Councillor Ash'
MOVED_BY = regex.compile(
    rf"""
    \b (?: [Pp]roposed | PROPOSED | [Mm]oved | MOVED | [Pp]roposal | [Mm]otion | MOTION | [Pp]roposer | PROPOSER
         | [Mm]over | MOVER | [Pp]rop )
    {_BY} (?P<name>{_NAME})
    """,
    regex.VERBOSE,
)
SECONDED_BY = regex.compile(
    rf"\b (?: [Ss]econded | SECONDED | [Ss]econder | SECONDER | [Ss]ec | 2nd(?:ed)? ) {_BY} (?P<name>{_NAME})", regex.VERBOSE
)
# 'Approved by Cllr Dean, seconded Cllr Hill': only a seconder makes a motion of an approval
APPROVED_BY = regex.compile(rf"\b[Aa]pproved[ ]by[ ] (?P<name>{_NAME}) (?=.{{0,20}}?\b[Ss]econded)", regex.VERBOSE)
# 'Mr Orton moved that …', 'Councillor Moss proposed and Councillor Lyle seconded'
MOVES = regex.compile(
    rf"(?P<name>{_NAME}) [ ] (?:(?:then|formally)[ ])? (?:proposed|moved|nominated)\b (?![ ]by)", regex.VERBOSE
)
SECONDS = regex.compile(rf"(?P<name>{_NAME}) (?:,[ ][^.]{{3,120}},)? [ ] (?:(?:then|formally)[ ])? seconded\b (?![ ]by)", regex.VERBOSE)

# words of a vote's end → outcome; the first that is found counts
OUTCOMES: tuple[tuple[str, Outcome], ...] = (
    (r"not carried|was lost|were lost|\blost\b|\bdefeated|\brejected|\bfell\b|\bfailed\b|NOT CARRIED", "lost"),
    (r"withdrawn|withdrew", "withdrawn"),
    (r"\bdeferred|\btabled\b|\badjourned to", "deferred"),
    (r"carried|\bpassed\b|all agreed|unanimous|all in favour|were in favour|\bagreed\b|\bapproved\b|\badopted\b|RESOLVED|\bresolved\b|\bcarries\b|no objections|M/C", "carried"),
)  # fmt: skip
_OUTCOMES = tuple((regex.compile(pattern, regex.IGNORECASE), outcome) for pattern, outcome in OUTCOMES)
_FATE = regex.compile(
    r"\b(?:motion|proposal|amendment|resolution)\b[^.]{0,60}\b(?:carried|lost|passed|defeated|withdrawn|fell|put to the vote)\b",
    regex.IGNORECASE,
)
# the people of a motion on a line of their own above it: 'R2023-094 T. Hall, S. Kirk:'
PAIR = regex.compile(
    rf"(?=.*\b(?:[A-Z]\.|{_TITLE}))(?:[A-Z]*+[0-9][\w/-]*+[ ]++)? (?P<mover>{_NAME}) (?:,[ ]*+|[ ]*+/[ ]*+|[ ]and[ ]) (?P<seconder>{_NAME}) [ ]*+:$",
    regex.VERBOSE,
)
LONGEST_PAIR = 70
"""A line that names mover and seconder has fewer characters than this."""
_GATE = ("ropos", "PROPOS", "econd", "ECOND", "oved", "MOVED", "otion", "OTION", "Prop.", "2nd ")
NEAREST = 6
"""A motion's seconder, fate and count mostly stand within this many sentences of its mover."""
FARTHEST = 80
"""A fate or a count that names itself ('Motion lost', 'Against (6)') may follow a long debate."""
# '4) RESOLVED that …' at the end of a debate
RESOLVED = regex.compile(r"(?:\(?[0-9a-z]{1,2}[).][ ]*+)?RESOLVED\b")


class MotionReader:
    """Reads the motions of one document."""

    def __init__(self, document: Document, roster: Roster) -> None:
        self.document = document
        self.roster = roster
        self.warnings: list[ParseWarning] = []

    def motions(self, paragraphs: Sequence[Passage]) -> list[Motion]:
        """The motions that an item's paragraphs tell, in order."""
        told = [s for p in paragraphs for s in sentences(p)]
        starts = [at for at, s in enumerate(told) if is_motion(s.text)]
        found: list[Motion] = []
        for at, following in zip(starts, [*starts, len(told)][1:], strict=True):
            proposal = told[at - 1] if at and is_fate_alone(told[at].text) else None
            found += self._motion(told[at : min(following, at + FARTHEST)], proposal)
        return _merged(found)

    def _motion(self, told: Sequence[Passage], proposal: Passage | None) -> list[Motion]:
        """The motion that the first of some sentences begins; `proposal` stands before one that only names people."""
        first, whole = told[0], self._joined(told)
        pair = PAIR.match(first.text)
        if pair:
            mover, seconder = (first.cut(pair.start(who), pair.end(who)) for who in ("mover", "seconder"))
            first = told[min(1, len(told) - 1)]
        else:
            mover = _person(first, MOVED_BY, MOVES)
            seconder = _person(self._joined(told[:NEAREST]), SECONDED_BY, SECONDS)
        if mover is None and seconder is None and not _FATE.search(first.text):
            return []
        near = self._joined(told[:NEAREST])
        outcome = outcome_of(first.text) or self._outcome(told, near, proposal)
        votes = votes_of(self.document, told, near, outcome)
        outcome = outcome or _by_count(votes)
        end = whole.end if votes or not outcome_of(first.text) else max(first.end, seconder.end if seconder else 0)
        return [
            Motion(
                text=self.document.printed(proposal.start if proposal else first.start, first.end),
                mover=self._who(mover),
                seconder=self._who(seconder),
                outcome=outcome,
                votes=votes,
                span=self.document.span(proposal.start if proposal else whole.start, end),
            )
        ]

    def _joined(self, told: Sequence[Passage]) -> Passage:
        return self.document.passage(told[0].start, told[-1].end)

    def _who(self, name: Passage | None) -> Person | None:
        if name is None:
            return None
        first = names_of(name)[0]
        return self.roster.person(self.document.printed(first.start, first.end), first)

    def _outcome(self, told: Sequence[Passage], near: Passage, proposal: Passage | None) -> Outcome | None:
        """What became of a motion: what a sentence says of the motion itself, else the words of those close by."""
        if proposal and outcome_of(proposal.text):
            return outcome_of(proposal.text)
        fate = next((sentence for sentence in told[1:] if _FATE.search(sentence.text)), None)
        return (outcome_of(fate.text) if fate else None) or outcome_of(near.text) or _resolved(told)


def is_motion(text: str) -> bool:
    """Whether a sentence begins a motion: it names a mover, or puts a proposal to the vote."""
    if text.endswith(":") and len(text) < LONGEST_PAIR and PAIR.match(text):
        return True
    if not any(gate in text for gate in _GATE):
        return False
    return bool(
        MOVED_BY.search(text)
        or APPROVED_BY.search(text)
        or (MOVES.search(text) and regex.search(r"second|moved|motion", text))
        or _FATE.search(text)
    )


def _person(text: Passage, by: regex.Pattern[str], verb: regex.Pattern[str]) -> Passage | None:
    found = (
        by.search(text.text) or verb.search(text.text) or (APPROVED_BY.search(text.text) if by is MOVED_BY else None)
    )
    return text.cut(found.start("name"), found.end("name")) if found else None


def outcome_of(text: str) -> Outcome | None:
    """What became of a motion, by the words of the sentences that tell of it."""
    return next((outcome for pattern, outcome in _OUTCOMES if pattern.search(text)), None)


def _by_count(votes: Votes | None) -> Outcome | None:
    """The fate that a printed count states in figures: 'five in favour and one against'."""
    if votes is None or votes.for_ is None or votes.for_ == votes.against:
        return None
    return "carried" if votes.for_ > (votes.against or 0) else "lost"


def _resolved(told: Sequence[Passage]) -> Outcome | None:
    """Carried, where a resolution follows the debate on a motion."""
    return "carried" if any(RESOLVED.match(sentence.text) for sentence in told[1:]) else None


def _merged(found: Sequence[Motion]) -> list[Motion]:
    """Motions with a fate told in a sentence of its own joined to the one that was moved before."""
    merged: list[Motion] = []
    for motion in found:
        last = merged[-1] if merged else None
        if (
            motion.mover is None
            and motion.seconder is None
            and last is not None
            and (last.outcome in (None, motion.outcome))
        ):
            merged[-1] = last.model_copy(update={"outcome": motion.outcome, "votes": motion.votes or last.votes})
        else:
            merged.append(motion)
    return merged
