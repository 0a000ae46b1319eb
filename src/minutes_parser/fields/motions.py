"""Proposals: who moved and seconded them, what became of them, and how the votes fell."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.decisions import is_fate_alone
from minutes_parser.fields.owners import named, names_of
from minutes_parser.fields.prose import has_any, sentences
from minutes_parser.fields.roster import Roster
from minutes_parser.fields.votes import votes_of
from minutes_parser.schema import Motion, Outcome, Person, Votes

TITLES = (
    "Cllrs?", "Councillors?", "Clr", "Cr", "County[ ]Cllr", "CC", "Mr", "Mrs", "Ms", "Miss", "Dr", "Rev", "Ald", "Sir",
)  # fmt: skip
_TITLE = rf"(?:{'|'.join(TITLES)})\b\.?"
# a stop belongs to an initial alone: 'J. Lee', but 'seconded by DN.'
_PART = r"(?: \p{Lu} \. (?=[ ]?\p{Lu}) | \p{Lu} [\p{L}'-]*+ )"
_NAME = rf"""
    (?: (?: {_TITLE} [ ]++ ){{0,3}}+ (?! (?:Councillors|Members|Cllrs) \b ) {_PART} (?: [ ]? {_PART} ){{0,7}}+
      | [Tt]he [ ] (?: [Cc]hair\w*+ | [Cc]lerk | [Ll]eader | [Mm]ayor ) \b )
"""
# what joins the verb to a name; without 'by' or a mark the name must have a title, or be initials behind a short form:
# 'Proposed Cllr Ash', 'Prop JB'; not 'Proposed Language'
_BY = rf"""
    (?: [ ]by\b [ ]*+ [:-]*+
      | [ ]from\b
      | [ ]*+ [:-]++ | \. (?= [ ] (?: {_TITLE} [ ] | [A-Z]{{2,3}} \b ) )
      | (?= [ ] {_TITLE} [ ] )
      | (?<= [Pp]rop | 2nd ) (?= [ ] [A-Z]{{2,3}} \b )
    )
    [ ]*+ (?: by[ ] )?
"""


def _either_case(*words: str) -> str:
    """Each word in small letters, with a capital or in capitals, as one group of a pattern."""
    return "|".join(form for word in words for form in (word, word.capitalize(), word.upper()))


# 'proposed by Cllr A', 'Prop. JB', 'Moved: Smith', 'On a motion by Councillor Ash'; not 'Proposed Language'
MOVED_BY = regex.compile(
    rf"""
    \b (?: {_either_case("proposed", "moved", "proposal", "motion", "proposer", "mover")} | [Pp]rop )
    {_BY} (?P<name>{_NAME})
    """,
    regex.VERBOSE,
)
# 'seconded by Cllr B', '2nd GK', 'Seconder: Lee'; not 'a second vote'
SECONDED_BY = regex.compile(
    rf"\b (?: {_either_case('seconded', 'seconder')} | [Ss]ec | 2nd(?:ed)? ) {_BY} (?P<name>{_NAME})", regex.VERBOSE
)
# 'Approved by Cllr Dean, seconded Cllr Hill'; not 'approved by Cllr Dean' (only a seconder makes a motion of it)
APPROVED_BY = regex.compile(rf"\b [Aa]pproved[ ]by[ ] (?P<name>{_NAME}) (?= .{{0,20}}? \b [Ss]econded )", regex.VERBOSE)
# a name is not looked for inside a word, so that a long word is read once
_WORD_START = r"(?<! [\p{L}'-] )"
# 'Mr Orton moved that …', 'Councillor Moss proposed'; not 'the site proposed by Mr Orton'
MOVES = regex.compile(
    rf"""
    {_WORD_START} (?P<name>{_NAME}) [ ]
    (?: (?:then|formally) [ ] )? (?: proposed | moved | nominated ) \b (?! [ ]by )
    """,
    regex.VERBOSE,
)
# 'Councillor Lyle seconded', 'Councillor Lyle, who had asked for it, seconded'; not 'the motion, seconded by Mr Lyle'
SECONDS = regex.compile(
    rf"""
    {_WORD_START} (?P<name>{_NAME}) (?: ,[ ] [^.]{{3,120}} , )? [ ]
    (?: (?:then|formally) [ ] )? seconded \b (?! [ ]by )
    """,
    regex.VERBOSE,
)
# a motion stands near the verb of a proposal: 'Mr Orton moved it'; not 'Mr Orton proposed a walk'
_OF_MOTIONS = regex.compile(r"second | moved | motion", regex.VERBOSE)

# words of a vote's end → outcome; the first that is found counts
OUTCOMES: tuple[tuple[Outcome, tuple[str, ...]], ...] = (
    ("lost", (
        "not[ ]carried", "was[ ]lost", "were[ ]lost", r"\blost\b", r"\bdefeated", r"\brejected", r"\bfell\b",
        r"\bfailed\b",
    )),
    ("withdrawn", ("withdrawn", "withdrew")),
    ("deferred", (r"\bdeferred", r"\btabled\b", r"\badjourned[ ]to")),
    ("carried", (
        "carried", r"\bpassed\b", "all[ ]agreed", "unanimous", "all[ ]in[ ]favour", "were[ ]in[ ]favour",
        r"\bagreed\b", r"\bapproved\b", r"\badopted\b", "resolved", r"\bcarries\b", "no[ ]objections", "M/C",
    )),
)  # fmt: skip
_OUTCOMES = tuple((regex.compile("|".join(words), regex.IGNORECASE), outcome) for outcome, words in OUTCOMES)
# a fate that names itself: 'The motion was put to the vote and lost'; not 'the proposal was discussed'
_FATE = regex.compile(
    r"""
    \b (?: motion | proposal | amendment | resolution ) \b
    [^.]{0,60}
    \b (?: carried | lost | passed | defeated | withdrawn | fell | put[ ]to[ ]the[ ]vote ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_PROPOSES = (" proposed", " moved")
_SECONDED = ("econded", "2nd ")
LONGEST_PAIR = 70
"""A line that names mover and seconder has fewer characters than this."""
# the people of a motion on a line of their own above it: 'R2023-094 T. Hall, S. Kirk:'; not 'Roads, Paths:'
PAIR = regex.compile(
    rf"""
    (?= .{{0,70}} \b (?: [A-Z]\. | {_TITLE} ) )
    (?: [A-Z]*+ [0-9] [\w/-]*+ [ ]++ )?
    (?P<mover>{_NAME}) (?: ,[ ]*+ | [ ]*+/[ ]*+ | [ ]and[ ] ) (?P<seconder>{_NAME}) [ ]*+ : $
    """,
    regex.VERBOSE,
)
_GATE = ("prop", "econd", "moved", "approved", "motion", "amendment", "resolution", "2nd ")
"""A sentence that begins a motion holds one of these, in small letters or capitals."""
NEAREST = 6
"""A motion's seconder, fate and count mostly stand within this many sentences of its mover."""
FARTHEST = 80
"""A fate or a count that names itself ('Motion lost', 'Against (6)') may follow a long debate."""
# at the end of a debate: '4) RESOLVED that …'; not 'they RESOLVED'
RESOLVED = regex.compile(r"(?: \(? [0-9a-z]{1,2} [).] [ ]*+ )? RESOLVED \b", regex.VERBOSE)


class MotionReader:
    """Reads the motions of one document."""

    def __init__(self, document: Document, roster: Roster) -> None:
        self.document = document
        self.roster = roster

    def motions(self, paragraphs: Sequence[Passage]) -> list[Motion]:
        """The motions that an item's paragraphs tell, in order."""
        told = [s for p in paragraphs for s in sentences(p)]
        starts = [at for at in range(len(told)) if begins_motion(told, at)]
        found: list[Motion] = []
        for at, following in zip(starts, [*starts, len(told)][1:], strict=True):
            proposal = told[at - 1] if at and is_fate_alone(told[at].text) else None
            found += self._motion(told[at : min(following, at + FARTHEST)], proposal)
        return _merged(found)

    def _motion(self, told: Sequence[Passage], proposal: Passage | None) -> list[Motion]:
        """The motion that the first of some sentences begins; `proposal` stands before one that only names people."""
        first, near = told[0], self._joined(told[:NEAREST])
        pair = PAIR.match(first.text) if len(first.text) < LONGEST_PAIR else None
        mover: Passage | None
        seconder: Passage | None
        if pair:
            mover, seconder = named(first, pair, "mover"), named(first, pair, "seconder")
            first = told[min(1, len(told) - 1)]
        else:
            mover, seconder = _person(first, MOVED_BY, MOVES, APPROVED_BY), _person(near, SECONDED_BY, SECONDS)
        if mover is None and seconder is None and not _FATE.search(first.text):
            return []
        stated = outcome_of(first.text)
        outcome = stated or self._outcome(told, near, proposal)
        votes = votes_of(self.document, told, near, outcome)
        start = proposal.start if proposal else told[0].start
        end = told[-1].end if votes or not stated else max(first.end, seconder.end if seconder else 0)
        return [
            Motion(
                text=self.document.printed(proposal.start if proposal else first.start, first.end),
                mover=self._who(mover),
                seconder=self._who(seconder),
                outcome=outcome or _by_count(votes),
                votes=votes,
                span=self.document.span(start, end),
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


def begins_motion(told: Sequence[Passage], at: int) -> bool:
    """Whether a motion begins with a sentence: it is one by itself, or the next sentence seconds what it proposes."""
    text = told[at].text
    if is_motion(text):
        return True
    if at + 1 == len(told) or not has_any(text, _PROPOSES) or not has_any(told[at + 1].text, _SECONDED):
        return False
    below = told[at + 1].text
    return MOVES.search(text) is not None and (SECONDED_BY.match(below) or SECONDS.match(below)) is not None


def is_motion(text: str) -> bool:
    """Whether a sentence begins a motion: it names a mover, or puts a proposal to the vote."""
    if text.endswith(":") and len(text) < LONGEST_PAIR and PAIR.match(text):
        return True
    if not has_any(text.lower(), _GATE):
        return False
    return bool(
        MOVED_BY.search(text)
        or APPROVED_BY.search(text)
        or (_OF_MOTIONS.search(text) and MOVES.search(text))
        or _FATE.search(text)
    )


def _person(text: Passage, *patterns: regex.Pattern[str]) -> Passage | None:
    """Whom the first pattern that is found names."""
    for pattern in patterns:
        found = pattern.search(text.text)
        if found:
            return named(text, found, "name")
    return None


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
        nameless = motion.mover is None and motion.seconder is None
        if last is not None and nameless and last.outcome in (None, motion.outcome):
            merged[-1] = last.model_copy(update={"outcome": motion.outcome, "votes": motion.votes or last.votes})
        else:
            merged.append(motion)
    return merged
