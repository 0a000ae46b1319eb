"""Tasks under a mark (explicit), and tasks that a sentence gives to somebody (implicit)."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.due import due_of
from minutes_parser.fields.marks import Block
from minutes_parser.fields.owners import (
    IsKnown,
    Task,
    is_owner_only,
    names_of,
    owner_alone,
    owners_before,
    parse_task,
)
from minutes_parser.fields.prose import sentences, without_list_mark
from minutes_parser.fields.roster import Roster
from minutes_parser.fields.tasks import parse_implicit
from minutes_parser.late import late_pattern
from minutes_parser.schema import Action, Due

DueDate = Callable[[Passage], str | None]
# under a mark these are no tasks: 'None', 'No actions', 'Completed.', 'Approved.' (what was done about a matter,
# in the United States); not 'None of us to reply'
_NO_TASK = late_pattern(
    r"""
    (?: none | nil | no [ ] (?:further[ ])? actions? | n/a | noted | to[ ]note | for[ ](?:information|noting) | ongoing
      | completed | done | closed | actioned
      | (?: motion[ ] )? (?: approved | adopted | accepted | carried | passed | denied | tabled | continued | failed )
      | received (?: [ ]and[ ]filed )? | no[ ]action[ ]taken
    ) \b (?: [^a-z]* | [ ]to[ ] .* | [ ]unanimously .* ) $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# a task that is done: 'Circulate the map [completed]', '… (done)', '… - done', '…. Completed.', '… DONE'; not 'Get it
# done'
_DONE = re.compile(
    r"""
    (?: [(\[] [ ]* (?: (?: now | all | this | action ) [ ] )? (?: completed? | done | closed | actioned ) [ ]* [)\]]
      | (?: [ ]-+[ ]* | [.;:,][ ] ) (?: (?: now | all | action ) [ ] )? (?: completed? | done | closed | actioned )
      | [ ] (?-i: DONE | COMPLETED? | CLOSED )
      | [✓✔☑✅]
    ) [ ]* [.!]? $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# the same before it: 'DONE Ann to circulate', '[Done] …', '✓ …', 'Completed: …'; not 'Complete the form'
_DONE_FIRST = re.compile(
    r"(?: \W* (?: DONE | COMPLETED? | CLOSED ) \b | \[ (?: x | [Dd]one | [Cc]ompleted? | [Cc]losed ) \]"
    r"| (?: Done | Completed? | Closed ) [ ]* [:-] | [✓✔☑✅] )",
    re.VERBOSE,
)
LONGEST_DONE = 24
# what came of a task, told behind it: 'Fix the gate. Update: the gate was fixed', '… Response from the Trust: …'
_OUTCOME = late_pattern(r"(?<= [.!?)] [ ] ) (?: Update | Response | Reply ) \b [^.:]{0,150}+ :", regex.VERBOSE)
SAME_TASK = 0.6
"""Two tasks with this part of the shorter one's words in common are the same task told twice."""
OFFICES = frozenset(("clerk", "chair", "chairman", "secretary", "treasurer", "members", "councillor", "councillors"))
MOST_KNOWN = 300
"""A task is told again among so many others at most."""
# a word of an owner: 'Ann', 'AL', 'Clerk'; not 'the'
_NAME_WORD = re.compile(r"[A-Z]\w*+")
# a word that tells a task from others: 'kitchen'; not 'with'
_WORD = re.compile(r"[a-z0-9]{5,}+")


class ActionReader:
    """Reads the actions of one document: it knows the attendees and how a due phrase becomes a day."""

    def __init__(self, document: Document, roster: Roster, due_date: DueDate) -> None:
        self.document = document
        self.roster = roster
        self.due_date = due_date

    def explicit(self, blocks: Iterable[Block]) -> list[Action]:
        """The actions that the document marks, in order."""
        return [
            self.action(task, explicit=True)
            for block in blocks
            if block.kind == "action"
            for task in tasks_of(block, self.roster.knows)
        ]

    def implicit(self, blocks: Sequence[Block], told: Sequence[Action]) -> list[Action]:
        """The tasks that sentences give, without those that `told` actions or a resolution's clauses tell too."""
        found: list[Action] = []
        known = deque((words_of(action.text) for action in told), MOST_KNOWN)
        for sentence, before, mark_after in _sentences(blocks):
            task = parse_implicit(sentence)
            if before and is_owner_only(sentence.text):
                task = Task(self._both(before, sentence), owners_before(sentence), due_of(before))
            if not task or is_done(sentence.text) or (mark_after and _leads_to(task, mark_after)):
                continue
            words = words_of(task.text.text)
            if any(is_same_task(words, other) for other in known):
                continue
            known.append(words)
            found.append(self.action(task, explicit=False))
        return found

    def _both(self, before: Passage, sentence: Passage) -> Passage:
        """Two sentences that stand one after the other, as one passage."""
        return self.document.passage(before.start, sentence.end)

    def action(self, task: Task, explicit: bool) -> Action:
        """The record of a task."""
        start, end = task.text.start, task.text.end
        due = None
        if task.due:
            due = Due(text=self.document.printed(task.due.start, task.due.end), date=self.due_date(task.due))
        return Action(
            text=self.document.printed(start, end),
            owners=tuple(self.roster.person(self.document.printed(o.start, o.end), o) for o in task.owners),
            due=due,
            explicit=explicit,
            span=self.document.span(start, end),
        )


def tasks_of(block: Block, is_known: IsKnown) -> Iterator[Task]:
    """The tasks under one mark; where it holds owners alone, the task is the sentence before."""
    if block.tasks:
        yield from block.tasks
        return
    for paragraph, head in zip_longest(block.body, block.heads[: len(block.body)]):
        passage = _without_outcome(without_list_mark(paragraph))
        if not has_letters(passage.text) or _NO_TASK.match(passage.text) or is_done(passage.text):
            continue
        alone = owner_alone(passage) if block.before else None
        if head:
            yield parse_task(passage, is_known)._replace(owners=names_of(head))
        elif alone and block.before:
            before = _told_before(sentences(block.before), alone.owners)
            yield Task(before, alone.owners, alone.due or due_of(before))
        else:
            yield parse_task(passage, is_known)


def has_letters(text: str) -> bool:
    """Whether a text has a word in it, and is no bar of a table or row of dots."""
    return any(map(str.isalpha, text))


def is_done(text: str) -> bool:
    """Whether a task is marked as done, in front or behind."""
    return bool(_DONE_FIRST.match(text) or _DONE.search(text, max(len(text) - LONGEST_DONE, 0)))


def _told_before(told: Sequence[Passage], owners: Sequence[Passage]) -> Passage:
    """The sentence before an owner who stands alone that tells his task: the last that names him, or gives one."""
    names = {word for owner in owners for word in _NAME_WORD.findall(owner.text)}
    for is_it in (lambda s: not names.isdisjoint(_NAME_WORD.findall(s.text)) and parse_implicit(s), parse_implicit):
        found = next((sentence for sentence in reversed(told) if is_it(sentence)), None)
        if found:
            return found
    return told[-1]


def _without_outcome(passage: Passage) -> Passage:
    """A marked task without what has come of it since."""
    outcome = _OUTCOME.search(passage.text)
    return passage.cut(0, outcome.start()) if outcome else passage


def _sentences(blocks: Sequence[Block]) -> Iterator[tuple[Passage, Passage | None, Block | None]]:
    """Every sentence that may give a task, with the sentence before it and the marked action after its paragraph.

    The clauses of resolutions come first: where the discussion tells a task too, the resolution's words count.
    """
    for block in blocks:
        if block.kind == "decision":
            yield from ((s, None, None) for p in block.body for s in sentences(without_list_mark(p)))
    for block, after in zip_longest(blocks, blocks[1:]):
        if block.kind == "prose":
            marked = after if after and after.kind == "action" else None
            for paragraph in block.body:
                told = sentences(without_list_mark(paragraph))
                leads = marked if paragraph is block.body[-1] else None
                yield from ((s, told[i - 1] if i else None, leads) for i, s in enumerate(told))


def _leads_to(task: Task, block: Block) -> bool:
    """Whether a marked action gives the same person the task that the sentence before it tells."""
    text = frozenset(word for passage in block.body for word in _NAME_WORD.findall(passage.text))
    return any(word in text for owner in task.owners for word in _NAME_WORD.findall(owner.text) if word != "The")


def not_told(listed: Sequence[Action], told: Sequence[Action]) -> tuple[Action, ...]:
    """The actions of a list outside the items without those `told` in the items: an action printed twice is one."""
    known = [words_of(action.text) for action in told[:MOST_KNOWN]]
    words = [words_of(action.text) for action in listed]
    return tuple([a for a, own in zip(listed, words, strict=True) if not any(is_same_task(own, o) for o in known)])


def words_of(text: str) -> frozenset[str]:
    """The words of a task that tell it from others; who is to do it tells it from none."""
    return frozenset(_WORD.findall(text.lower())) - OFFICES


def is_same_task(words: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two tasks are one told twice."""
    fewer = min(len(words), len(other))
    return fewer > 0 and len(words & other) >= SAME_TASK * fewer
