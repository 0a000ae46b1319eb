"""Proposals: who moved and seconded them, what became of them, and how the votes fell."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.carried import Moved
from minutes_parser.fields.course import AGAIN, SAME, Course, Draft, names_people_alone
from minutes_parser.fields.mentions import in_singular
from minutes_parser.fields.motion_table import Row, parse_motion_table
from minutes_parser.fields.movers import movers_of, named_together
from minutes_parser.fields.owners import is_owner_only
from minutes_parser.fields.prose import is_other_meeting, list_mark, sentences
from minutes_parser.fields.roster import Roster
from minutes_parser.fields.votes import by_count
from minutes_parser.late import late_pattern
from minutes_parser.schema import Motion, Person, Votes

MARKS = "*_#• "
# how a line ends that broke off before a name
BROKEN = (
    " by",
    *(
        f" {title}{stop}"
        for title in ("Cllr", "Councillor", "Cr", "Clr", "Mr", "Mrs", "Ms", "Dr")
        for stop in ("", ".")
    ),
)
# the words of the proposal below a line that names its people: 'That the plan be adopted', 'WHEREAS', '"That'; not
# 'The plan'
_WORDS = late_pattern(
    r"[\"'(]*+ (?: that | whereas | be [ ] it | resolved | to [ ] )", regex.VERBOSE | regex.IGNORECASE
)
# behind the people, the beginning of the proposal's own words: ', "THAT the plan', ': That'; not 'that the plan', '.
# That would be'
_THAT = late_pattern(
    r"""
    [ ,:;.-]*+ (?: ["'] [ ]?+ (?= (?i: that | be[ ]it | to ) \b ) | (?= THAT\b ) | (?<= [,:;] [ ] ) (?= That\b ) )
    """,
    regex.VERBOSE,
)
# what stands before a proposal that is told in a sentence: 'Motion:', 'MOTION #12 -'; not 'Motion by'
_LABEL = late_pattern(
    r"(?i: motion | resolution ) (?: [ ] \#?[\w/-]*[0-9] )?+ [ ]*+ [:-]++ [ ]*+ (?= \p{Lu} )", regex.VERBOSE
)
# what led up to a proposal: 'After a long debate, it was moved by'; not 'After it was moved'
_LED_UP = late_pattern(
    r"(?: After | Following | Upon ) [ ] [^.;]{3,160}? ,[ ] (?= it[ ]was[ ](?:moved|proposed) \b )", regex.VERBOSE
)


class MotionReader:
    """Reads the motions of one document."""

    def __init__(self, document: Document, roster: Roster) -> None:
        self.document = document
        self.roster = roster

    def motions(self, paragraphs: Sequence[Passage]) -> list[Motion]:
        """The motions that some paragraphs tell, in order."""
        return [one.motion for one in self.moved(paragraphs)]

    def moved(self, paragraphs: Sequence[Passage], title: Passage | None = None) -> list[Moved]:
        """The motions that an item's paragraphs tell, in order; its title may name the people of the first."""
        paragraphs = self._under(title, paragraphs) if title else paragraphs
        found: list[Moved] = []
        told: list[Passage] = []
        at = 0
        while at < len(paragraphs):
            table = parse_motion_table(paragraphs, at)
            if table:
                rows, at = table
                found += [self._of_row(row) for row in rows]
                continue
            paragraph, at = self._whole(paragraphs, at)
            if not is_other_meeting(paragraph):
                told += [unmarked(sentence) for sentence in sentences(paragraph)]
        found += [self._motion(draft, told) for draft in Course(self.document, told).drafts()]
        return sorted(found, key=lambda one: one.motion.span.start)

    def _under(self, title: Passage, paragraphs: Sequence[Passage]) -> Sequence[Passage]:
        """The paragraphs with the title before them, where it names people: 'J. Ash, B. Elm: THAT we pass'."""
        if paragraphs and self.document.folded[title.end : paragraphs[0].start].strip(" .-") == ":":
            joined = self.document.passage(title.start, paragraphs[0].end)
            if named_together(joined.text):
                return (joined, *paragraphs[1:])
        movers = movers_of(title)
        return (title, *paragraphs) if movers and movers.mover and movers.seconder else paragraphs

    def _whole(self, paragraphs: Sequence[Passage], at: int) -> tuple[Passage, int]:
        """The paragraph at `at`, with the next where it broke off before a name, and the index behind."""
        if at + 1 == len(paragraphs) or not is_broken(paragraphs[at].text):
            return paragraphs[at], at + 1
        return self.document.passage(paragraphs[at].start, paragraphs[at + 1].end), at + 2

    def _motion(self, draft: Draft, told: Sequence[Passage]) -> Moved:
        """The record of a motion, from what was gathered about it."""
        start, end = wording(told, draft)
        motion = Motion(
            text=self.document.printed(start, end),
            mover=self._who(draft.mover),
            seconder=self._who(draft.seconder),
            outcome=draft.outcome or by_count(draft.counts),
            votes=_votes(draft),
            span=self.document.span(min(start, told[draft.first].start), max(end, told[draft.last].end)),
        )
        return Moved(motion, start, end, told[draft.last].start)

    def _of_row(self, row: Row) -> Moved:
        """The record of a motion that stands in a row of a table."""
        motion = Motion(
            text=self.document.printed(row.text.start, row.text.end),
            mover=self._who(row.mover),
            seconder=self._who(row.seconder),
            outcome=row.outcome,
            votes=None,
            span=self.document.span(row.text.start, row.text.end),
        )
        return Moved(motion, row.text.start, row.text.end, None)

    def _who(self, name: Passage | None) -> Person | None:
        """Somebody as printed, with a title that he shares in the singular."""
        if name is None:
            return None
        return self.roster.person(in_singular(self.document.printed(name.start, name.end)), name)


def _votes(draft: Draft) -> Votes | None:
    """The vote on a motion; None where no count is printed and nobody named."""
    names, counts = draft.names, draft.counts
    if names is None or not (counts or names.for_ or names.against or names.abstain):
        return None
    return Votes(for_=counts.get("for"), against=counts.get("against"), abstain=counts.get("abstain"), names=names)


def is_broken(text: str) -> bool:
    """Whether a line broke off before or inside a name.

    >>> is_broken("Agreed, seconded by Cllr."), is_broken("Agreed, seconded by Cllr Hickey-"), is_broken("Agreed -")
    (True, True, False)
    """
    return text.endswith(BROKEN) or (text.endswith("-") and text[-2:-1].isalpha())


def unmarked(sentence: Passage) -> Passage:
    """A sentence without a bullet or Markdown's marks around it."""
    if sentence.text[0] not in MARKS and sentence.text[-1] not in MARKS:
        return sentence
    bare = sentence.text.strip(MARKS)
    first = sentence.text.find(bare)
    return sentence.cut(first, first + len(bare)) if bare else sentence


def wording(told: Sequence[Passage], draft: Draft) -> tuple[int, int]:
    """Where a motion's words are: the sentence that moves it, or one beside where that only names people."""
    at, first = draft.first, told[draft.first]
    pair = named_together(first.text)
    if pair and pair.end() < len(first.text):
        words = first.cut(pair.end())
        return words.start, words.end
    beside = _beside(told, at) if names_people_alone(first.text) else at
    last = _last_clause(told, beside, draft.last) if beside >= at else beside
    words = told[beside].cut(_lead(told[beside]))
    return words.start, max(told[last].end, _quoted(told, beside, words, draft.last))


def _lead(sentence: Passage) -> int:
    """The length of what stands before a proposal's own words: people before 'THAT …', or what led up to it."""
    movers = movers_of(sentence)
    that = _THAT.match(sentence.text, movers.end) if movers else None
    led = _LED_UP.match(sentence.text)
    label = _LABEL.match(sentence.text)
    found = that or led or (label if movers and movers.mover and movers.mover.start > sentence.start + 3 else None)
    return found.end() if found else 0


def _quoted(told: Sequence[Passage], at: int, words: Passage, last: int) -> int:
    """Where a proposal in quotation marks ends, which may be some sentences below; the end of its first otherwise."""
    before = told[at].text[: words.start - told[at].start].rstrip()
    if before.endswith('"') and '"' not in words.text:
        return next((told[i].end for i in range(at + 1, min(last + 1, len(told))) if '"' in told[i].text), words.end)
    return words.end


def _beside(told: Sequence[Passage], at: int) -> int:
    """The index of the sentence with the words of a motion whose people `at` names: below it, above it, or itself."""
    text = told[at].text
    below = next((i for i in range(at + 1, min(at + SAME + 1, len(told))) if not names_people_alone(told[i].text)), at)
    if below > at and _WORDS.match(told[below].text):
        return below
    if text.endswith((":", " that")) or AGAIN.search(text):
        return at
    return next((i for i in range(at - 1, -1, -1) if not is_owner_only(told[i].text)), at)


def _last_clause(told: Sequence[Passage], at: int, last: int) -> int:
    """The index of the last clause of the list that a sentence leads to: 'Ash moved, and Elm seconded, that' …"""
    end = at
    while end < min(last, len(told) - 1) and (
        told[end].text.lower().endswith((":", ":-", ";", ",", " that", " and"))
        or (end > at and list_mark(told[end].text) and list_mark(told[end + 1].text))
    ):
        end += 1
    return end
