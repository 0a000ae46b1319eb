"""Proposals: who moved and seconded them, what became of them, and how the votes fell."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Passage
from minutes_parser.fields.decisions import is_fate_alone
from minutes_parser.fields.owners import names_of
from minutes_parser.fields.prose import sentences
from minutes_parser.fields.roster import Roster
from minutes_parser.schema import Motion, Outcome, ParseWarning, Person, VoteNames, Votes

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
_COUNT = r"(?P<n>[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|no|none|nil)"
NUMBERS = {
    word: n for n, word in enumerate("none one two three four five six seven eight nine ten eleven twelve".split())
} | {"no": 0, "nil": 0}
# 'for 21', 'For: 26', '5 for', '3 against', 'abstentions 3', 'two abstentions', 'by 5 votes to 3'
COUNTS = {
    "for": regex.compile(rf"\b(?:(?:for|in favour|ayes?|yes)\b[ ]*+[:(-]*+[ ]*+{_COUNT}\b(?!\.[0-9])|{_COUNT}[ ](?:votes?[ ]|members[ ]|voted[ ])?(?:were[ ])?(?:for|in[ ]favour|ayes?|yes)\b)", regex.IGNORECASE),
    "against": regex.compile(rf"\b(?:(?:against|noes|nays?)\b[ ]*+[:(-]*+[ ]*+{_COUNT}\b|{_COUNT}[ ](?:votes?[ ]|voted[ ])?(?:were[ ])?(?:against|noes|nays?|opposed|objections?)\b)", regex.IGNORECASE),
    "abstain": regex.compile(rf"\b(?:(?:abstentions?|abstained|abstain(?:ing)?)\b[ ]*+[:(-]*+[ ]*+{_COUNT}\b|{_COUNT}[ ](?:members[ ])?(?:abstentions?|abstained|abstain(?:ing)?)\b)", regex.IGNORECASE),
}  # fmt: skip
TO = regex.compile(r"\bby[ ](?P<winner>[0-9]{1,3})[ ](?:votes?[ ])?to[ ](?P<loser>[0-9]{1,3})\b", regex.IGNORECASE)
# the people of a motion on a line of their own above it: 'R2023-094 T. Hall, S. Kirk:'
PAIR = regex.compile(
    rf"(?:[A-Z]*+[0-9][\w/-]*+[ ]++)? (?P<mover>{_NAME}) (?:,[ ]*+|[ ]*+/[ ]*+|[ ]and[ ]) (?P<seconder>{_NAME}) [ ]*+:$",
    regex.VERBOSE,
)
LONGEST_PAIR = 70
"""A line that names mover and seconder has fewer characters than this."""
_GATE = ("ropos", "PROPOS", "econd", "ECOND", "oved", "MOVED", "otion", "OTION", "Prop.", "2nd ")
FARTHEST = 6
"""A motion's seconder, fate and count stand within this many sentences of its mover."""


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
            seconder = _person(whole, SECONDED_BY, SECONDS)
        if mover is None and seconder is None and not _FATE.search(first.text):
            return []
        outcome = outcome_of(first.text) or (outcome_of(proposal.text) if proposal else outcome_of(whole.text))
        end = whole.end if outcome and not outcome_of(first.text) else max(first.end, seconder.end if seconder else 0)
        votes = self._votes(whole, outcome)
        if votes:
            end = whole.end
            outcome = outcome or _by_count(votes)
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

    def _votes(self, whole: Passage, outcome: Outcome | None) -> Votes | None:
        """The printed count of a vote."""
        counts = counts_of(whole.text, outcome)
        if not counts:
            return None
        names = VoteNames(for_=(), against=(), abstain=())
        return Votes(for_=counts.get("for"), against=counts.get("against"), abstain=counts.get("abstain"), names=names)


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


def counts_of(text: str, outcome: Outcome | None) -> dict[str, int]:
    """The printed counts; 'by 5 votes to 3' counts the winning side first."""
    to = TO.search(text)
    if to:
        winner, loser = int(to["winner"]), int(to["loser"])
        return {"for": loser, "against": winner} if outcome == "lost" else {"for": winner, "against": loser}
    counts = {}
    for side, pattern in COUNTS.items():
        found = pattern.search(text)
        if found:
            counts[side] = int(found["n"]) if found["n"].isdigit() else NUMBERS[found["n"].lower()]
    return counts if "for" in counts or "against" in counts or "abstain" in counts else {}


def _by_count(votes: Votes) -> Outcome | None:
    """The fate that a printed count states in figures: 'five in favour and one against'."""
    if votes.for_ is None or votes.for_ == votes.against:
        return None
    return "carried" if votes.for_ > (votes.against or 0) else "lost"


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


def vote_warnings(document: Document, motion: Motion) -> tuple[ParseWarning, ...]:
    """A warning where the names of a recorded vote do not add up to its count."""
    if motion.votes is None:
        return ()
    names = motion.votes.names
    sides = (
        ("for", motion.votes.for_, names.for_),
        ("against", motion.votes.against, names.against),
        ("abstentions", motion.votes.abstain, names.abstain),
    )
    return tuple(
        caution(
            document,
            "vote-mismatch",
            f"{count} {side} are printed but {len(listed)} named",
            motion.span.start,
            motion.span.end,
        )
        for side, count, listed in sides
        if listed and count is not None and count != len(listed)
    )
