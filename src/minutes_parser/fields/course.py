"""The course of an item's proceedings, sentence by sentence: what is moved, seconded, amended, voted on and decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.fates import Fate, fate_of, firm_outcome_of, outcome_of
from minutes_parser.fields.movers import Movers, movers_of, suggested_by
from minutes_parser.fields.prose import has_any
from minutes_parser.fields.recorded_votes import RecordedVote, heads_in
from minutes_parser.fields.votes import Counts, by_count, counts_of
from minutes_parser.late import late_pattern
from minutes_parser.schema import Outcome, VoteNames

NEAREST = 6
"""A motion's seconder, its count and a fate that is loosely told mostly stand within this many sentences."""
FARTHEST = 80
"""A fate or a count that names itself ('Motion lost', 'Against (6)') may follow a long debate."""
SAME = 3
"""A fate told again within this many sentences is that of the same motion."""
MOST_WAITING = 20
"""So many motions at most wait for their fate."""
LONGEST_HEADING = 40
# a proposal to change another: 'moved an amendment', 'Amendment', 'to amend the motion'; not 'amended accounts'
_AMENDS = late_pattern(
    r"\b (?: amendment | amend [ ] the [ ] (?:motion|resolution) )", regex.VERBOSE | regex.IGNORECASE
)
# at the end of a debate: '4) RESOLVED that …', 'And Resolved:', 'Resolution #2:'; not 'they RESOLVED'
RESOLVED = late_pattern(
    r"""
    (?: \(? [0-9a-z]{1,2} [).] [ ]*+ )? (?: [Aa]nd [ ] )?
    (?: (?: RESOLVED | Resolved ) \b | R(?:esolution|ESOLUTION) [ ]? [#]?[0-9]*+ : )
    """,
    regex.VERBOSE,
)
# a sentence that tells the fate of what was moved just before: 'It was agreed', 'All agreed', 'The minutes were
# adopted', 'Jo Ash was duly elected'; not 'Cllr Ash had agreed'
_LOOSELY = late_pattern(
    r"""
      \b it [ ] was [ ] (?: \w++ [ ] )? (?: agreed | approved | resolved | carried ) \b
    | \b (?: was | were ) [ ] (?: \w++ [ ] )? (?: re-?)?+ elected \b
    | ^ \W*+
      (?: (?: it | this | these | which | all | everyone | so | and | members | council\w* | approved | agreed
            | accepted | unanim\w* ) \b
        | the [ ] \w++ [ ] (?: was | were | agreed | approved ) \b
        | the [ ] (?: board | council | committee ) \b
      )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# what makes a vote of its own: 'carried', 'all in favour', 'the vote was'; not 'approved unanimously' (a decision)
_IS_VOTE = late_pattern(
    r"\b (?: carried | passed | lost | defeated | favou?r | vot(?:e|es|ed|ing) | ayes? | yeas | show[ ]of[ ]hands ) \b",
    regex.VERBOSE | regex.IGNORECASE,
)
_COUNTING = (
    "vot", "favo", "carri", "pass", "aye", "nay", "noes", "yea", "yes", "against", "abst", "lost", "defeat", "fail",
    "unanim", "objection", "dissent", "(",
)  # fmt: skip
"""A sentence that counts votes holds one of these."""
_VOTING = ("carri", "pass", "lost", "defeat", "favo", "vot", "aye", "yeas", "show of")
# what a sentence says of a motion that was moved before: 'The amendment was proposed by', 'seconded it'; not
# 'proposed an amendment'
AGAIN = late_pattern(
    r"\b (?: (?:the|this) [ ] (?:\w++[ ])? (?:motions?|amendments?|proposals?) | seconded[ ]it ) \b",
    regex.VERBOSE | regex.IGNORECASE,
)
# 'Proposal to pay the bill', 'Motion: that we meet'; not 'Proposals were read'
_PROPOSAL = late_pattern(
    r"\W*+ (?: proposal | proposed | motion ) (?: [ ]*+ : | [ ] (?:to|that|for) \b )", regex.VERBOSE | regex.IGNORECASE
)
# what a motion to adjourn comes to: 'The meeting adjourned at 9 pm', 'Meeting was adjourned'; not 'the adjourned
# meeting'
_ADJOURNED = late_pattern(
    r"\b meeting [ ] (?: (?:was|is|then|thus|officially) [ ] )*+ (?: adjourned | closed | ended ) \b",
    regex.VERBOSE | regex.IGNORECASE,
)
# what happened at another meeting: 'at the November meeting'; not 'at the meeting'
_ELSEWHEN = late_pattern(
    r"\b at [ ] (?:the|its|our) [ ] (?: last | previous | (?-i:[A-Z]) \w++ ) [ ] meeting \b",
    regex.VERBOSE | regex.IGNORECASE,
)
# words of a sentence that only says who moved, who seconded and what came of it
_ABOUT_PEOPLE = frozenset(
    """
    it this was were is and by the a an of on with moved proposed seconded second prop sec motion motions all agreed
    agree agrees carried unanimously unanimous in favour favor passed vote votes voted for against abstained
    abstentions approved members councillors councillor cllr those present motioned support supported made duly then
    nd st from resolved resolution accepted adopted lost no one two three four five six seven eight nine ten
    approval signed due
    """.split()
)
# who or what was proposed, before its people: 'Jo Ash, proposed by', 'Chair: Jo Ash was nominated by', or a sum; not
# 'Jo Ash proposed'
_WHOM = late_pattern(
    r"""
      \W*+ .{0,80}? [£$€]
    | \W*+ \p{Lu} .{2,60}? (?: , | \b was | \b were ) [ ] (?: proposed | moved | nominated ) [ ] by \b
    """,
    regex.VERBOSE,
)
_WORD = late_pattern(r"\p{L}++")


@dataclass
class Draft:
    """A motion while its sentences are read: `first` and `last` are indexes of the sentences that tell of it."""

    first: int
    last: int
    mover: Passage | None = None
    seconder: Passage | None = None
    is_amendment: bool = False
    outcome: Outcome | None = None
    is_told: bool = False
    """Whether a sentence of its own says what became of it."""
    fates: list[int] = field(default_factory=list)
    """The sentences that tell what became of it, or put it to the vote."""
    counts: Counts = field(default_factory=dict)
    names: VoteNames | None = None


class Course:
    """The motions that the sentences of an item leave behind."""

    def __init__(self, document: Document, told: Sequence[Passage]) -> None:
        self.document = document
        self.told = told
        self.found: list[Draft] = []
        self.fates: dict[int, Draft] = {}
        """The sentences that tell a fate, each with the motion that it is told of."""

    def drafts(self) -> list[Draft]:
        """The motions, in the order in which they were moved."""
        for at, sentence in enumerate(self.told):
            movers = movers_of(sentence)
            if movers and (self._begins(movers, at) or self._is_seconded(movers, at)):
                continue
            fate = fate_of(sentence.text)
            if fate:
                self._ends(fate, at)
            else:
                self._goes_on(at)
        for draft, following in zip(self.found, [*self.found, None][1:], strict=True):
            self._vote(draft, following.first if following else len(self.told))
        return self.found

    def _begins(self, movers: Movers, at: int) -> bool:
        """Whether a sentence that names movers moves something; it is then a motion, or says again whose one is."""
        if not self._moves(movers, at):
            return False
        text = self.told[at].text
        earlier = self._again(movers, at) or self._named_late(at)
        if earlier:
            earlier.mover, earlier.seconder = earlier.mover or movers.mover, earlier.seconder or movers.seconder
            earlier.outcome, earlier.last = earlier.outcome or outcome_of(text[movers.end :]), at
            return True
        draft = Draft(at, at, movers.mover, movers.seconder, self._amends(at))
        draft.outcome = outcome_of(text[movers.end :]) or outcome_of(text)
        if draft.outcome is None and self._only_names(at):
            draft.outcome = outcome_of(self.told[at - 1].text)
        self.found.append(draft)
        return True

    def _moves(self, movers: Movers, at: int) -> bool:
        """Whether the words about movers are those of a motion."""
        if movers.sure or (movers.mover and movers.seconder):
            return True
        if movers.mover is None:
            return False
        if firm_outcome_of(self.told[at].text[movers.end :]):
            return True
        return at + 1 < len(self.told) and self._is_taken_up(self.told[at + 1])

    def _is_taken_up(self, below: Passage) -> bool:
        """Whether the sentence below a proposal seconds it, or says in a few words that it was agreed, or not."""
        movers = movers_of(below)
        if movers:
            return movers.mover is None and movers.seconder is not None
        is_short = len(below.text) <= LONGEST_HEADING
        return is_short and _LOOSELY.match(below.text) is not None and outcome_of(below.text) is not None

    def _again(self, movers: Movers, at: int) -> Draft | None:
        """The open motion of which a sentence only says again who moved it."""
        latest = self._latest(at, FARTHEST)
        if not latest or latest.outcome or not latest.mover or not AGAIN.search(self.told[at].text):
            return None
        people = ((latest.mover, movers.mover), (latest.seconder, movers.seconder))
        is_same = movers.mover is not None and all(_same(one, other) for one, other in people if one and other)
        return latest if is_same else None

    def _named_late(self, at: int) -> Draft | None:
        """The motion without people right before a sentence that only names some."""
        latest = self._latest(at, 1)
        nameless = latest is not None and latest.mover is None and latest.seconder is None
        return latest if nameless and names_people_alone(self.told[at].text) else None

    def _amends(self, at: int) -> bool:
        """Whether a proposal is one to another, which it or the heading above it says."""
        above = self.told[at - 1].text if at else ""
        return bool(_AMENDS.search(self.told[at].text) or (len(above) <= LONGEST_HEADING and _AMENDS.match(above)))

    def _only_names(self, at: int) -> bool:
        """Whether a sentence only names the people of what the one before it tells."""
        text = self.told[at].text
        told = self.found[-1].last if self.found else -1
        return at - 1 > told and not text.endswith(":") and names_people_alone(text)

    def _is_seconded(self, movers: Movers, at: int) -> bool:
        """Whether a sentence names the seconder of the motion before it, or of one that nobody is named for."""
        if movers.seconder is None or movers.mover:
            return False
        text = self.told[at].text
        latest = self._latest(at, NEAREST)
        if latest is None or latest.seconder is not None:
            if outcome_of(text) is None:
                return False
            latest = Draft(at, at)
            self.found.append(latest)
        latest.seconder, latest.last = movers.seconder, at
        latest.outcome = latest.outcome or outcome_of(text[movers.end :]) or outcome_of(text)
        return True

    def _ends(self, fate: Fate, at: int) -> None:
        """Gives a fate to the motion that it is about; one about no other is a motion whose people are not named."""
        draft = self._open(fate, at)
        if draft:
            draft.outcome, draft.last, draft.is_told = fate.outcome, at, fate.outcome is not None
            draft.fates.append(at)
            self.fates[at] = draft
            return
        latest = self._latest(at, NEAREST)
        if self._suggested(fate, at, latest.last + 1 if latest else 0):
            return
        is_same = latest and latest.outcome == fate.outcome and (not latest.is_told or at - latest.last <= SAME)
        if latest and is_same and not self._proposes(latest.last + 1, at):
            latest.last, latest.is_told = at, True
        elif fate.firm and self._stands_alone(fate, self.told[at].text):
            self.found.append(Draft(at, at, is_amendment=fate.subject == "amendment", outcome=fate.outcome))

    def _open(self, fate: Fate, at: int) -> Draft | None:
        """The motion without a fate that one is about: an amendment's is that of the last amendment."""
        reach = FARTHEST if fate.firm else NEAREST
        waiting = [one for one in self.found[-MOST_WAITING:] if one.outcome is None and at - one.last <= reach]
        if fate.subject == "amendment":
            waiting = [draft for draft in waiting if draft.is_amendment or draft.mover is None]
        elif fate.subject == "motion":
            waiting = [draft for draft in waiting if not draft.is_amendment] or waiting
        return waiting[-1] if waiting else None

    def _stands_alone(self, fate: Fate, text: str) -> bool:
        """Whether a fate is that of a motion that nobody is named for: a whole sentence about this meeting."""
        is_vote = fate.subject != "" or _IS_VOTE.search(text)
        return bool(is_vote and not text[0].islower() and not _ELSEWHEN.search(text))

    def _suggested(self, fate: Fate, at: int, first: int) -> bool:
        """Whether a fate is that of a suggestion made just before: 'This proposal was agreed' makes it a motion."""
        if fate.subject != "proposal":
            return False
        for before in range(at, max(at - SAME, first - 1), -1):
            movers = movers_of(self.told[before])
            mover = (movers.mover if movers else None) or suggested_by(self.told[before])
            if mover:
                self.found.append(Draft(before, at, mover, outcome=fate.outcome))
                return True
        return False

    def _proposes(self, first: int, end: int) -> bool:
        """Whether one of some sentences puts another proposal, without saying whose: 'Proposal to pay the bill'."""
        return any(_PROPOSAL.match(self.told[at].text) for at in range(first, end))

    def _goes_on(self, at: int) -> None:
        """A sentence that neither moves anything nor names a fate: it may tell one loosely, or hold the vote."""
        text = self.told[at].text
        latest = self._latest(at, FARTHEST)
        if latest and latest.outcome is None:
            near = at - latest.last <= NEAREST and _LOOSELY.search(text)
            outcome = "carried" if RESOLVED.match(text) else outcome_of(text) if near else None
            if _ADJOURNED.search(text) and "adjourn" in self.told[latest.first].text:
                outcome = "carried"
            if outcome:
                latest.outcome, latest.last = outcome, at
                return
        if heads_in(self.told[at]):
            if (latest is None or latest.outcome) and self._lists(at):
                self.found.append(Draft(at, at))
        elif has_any(text.lower(), _VOTING) and _IS_VOTE.search(text) and not _ELSEWHEN.search(text):
            self._counted(latest, at)

    def _counted(self, latest: Draft | None, at: int) -> None:
        """A sentence that counts the votes: those on the motion that waits for a fate, or a motion without people."""
        text = self.told[at].text
        counts = counts_of(text, None)
        if latest and latest.outcome is None:
            latest.outcome, latest.last = by_count(counts), at if counts else latest.last
            return
        is_whole = "for" in counts and (len(counts) > 1 or has_any(text.lower(), ("passed", "unanim")))
        if is_whole and (latest is None or at - latest.last > SAME):
            self.found.append(Draft(at, at, outcome=by_count(counts) or outcome_of(text)))

    def _lists(self, at: int) -> bool:
        """Whether those for and against a proposal stand under heads from a sentence on, in numbers or by name."""
        record = RecordedVote(self.document)
        record.read(self.told[at : at + SAME])
        return {"for", "against"} <= record.counts.keys() | record.names.keys()

    def _latest(self, at: int, reach: int) -> Draft | None:
        """The last motion, where it stands within reach."""
        return self.found[-1] if self.found and at - self.found[-1].last <= reach else None

    def _vote(self, draft: Draft, end: int) -> None:
        """Reads the count of a motion and the names of those who voted, up to where the next begins."""
        record = RecordedVote(self.document)
        record.read(self.told[draft.first : min(end, draft.first + FARTHEST)])
        near = [at for at in range(draft.first, min(end, draft.first + NEAREST)) if self.fates.get(at, draft) is draft]
        far = [
            at
            for fate in draft.fates
            for at in range(max(fate - SAME + 1, draft.first), fate + 1)
            if at not in near and self.fates.get(at, draft) is draft
        ]
        told = " | ".join([text for at in (*near, *far) if has_any((text := self.told[at].text).lower(), _COUNTING)])
        draft.counts = {**counts_of(told, draft.outcome), **record.counts}
        draft.names = record.vote_names()


def _same(one: Passage, other: Passage) -> bool:
    """Whether two names end alike: 'Councillor Ash' and 'Cllr J Ash'."""
    return one.text.split()[-1] == other.text.split()[-1]


def names_people_alone(text: str) -> bool:
    """Whether a sentence only says who moved, who seconded and what came of it.

    >>> names_people_alone("Prop. Cllr Ash, 2nd Cllr Elm, all agreed.")
    True
    >>> names_people_alone("Prop. Cllr Ash, 2nd Cllr Elm, that the wall be built.")
    False
    """
    if _WHOM.match(text):
        return False
    return all(word in _ABOUT_PEOPLE for word in _WORD.findall(text) if word.islower())
