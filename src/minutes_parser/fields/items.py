"""From an item block to the item's record: head, text, and the facts that its paragraphs hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from minutes_parser.document import Document, Passage
from minutes_parser.fields.actions import ActionReader
from minutes_parser.fields.blocks import blocks, joined
from minutes_parser.fields.carried import settled
from minutes_parser.fields.decisions import formal_decisions, informal_decisions
from minutes_parser.fields.declarations import declarations, is_declarations_item, is_repeated
from minutes_parser.fields.item_head import parse_title, presenters_of, purpose_of
from minutes_parser.fields.marks import Block, action_mark, decision_mark
from minutes_parser.fields.motions import MotionReader
from minutes_parser.fields.page import Page
from minutes_parser.fields.prose import is_other_meeting, paragraphs
from minutes_parser.fields.roster import Roster
from minutes_parser.outline import ItemBlock, PartKind
from minutes_parser.schema import Action, Decision, Declaration, Item, Motion

PARTS: tuple[PartKind, ...] = ("intro", "minutes", "decision", "documents")
LONGEST_HEADING = 80
MOST_WORDS = 10
"""A heading has at most so many characters, and so many words."""
T = TypeVar("T", Decision, Action)


class Facts:
    """What some paragraphs record: decisions, actions, motions and declarations."""

    def __init__(self) -> None:
        self.decisions: list[Decision] = []
        self.actions: list[Action] = []
        self.motions: list[Motion] = []
        self.declarations: list[Declaration] = []


class ItemReader:
    """Turns the item blocks of one document into records."""

    def __init__(self, document: Document, roster: Roster, actions: ActionReader, motions: MotionReader) -> None:
        self.document = document
        self.roster = roster
        self.actions = actions
        self.motions = motions
        self.page = Page(document, roster.knows)
        self.declared: list[Declaration] = []
        """The declarations of the items that were read so far."""

    def item(self, block: ItemBlock) -> Item:
        """The record of one item, sub-items included."""
        title = parse_title(self.document, block.title)
        parts = [(part.kind, paragraphs(self.document, part.lines)) for part in block.parts]
        intro, minutes, decided, attached = ([p for kind, text in parts if kind == of for p in text] for of in PARTS)
        facts = self.facts(minutes, title.text)
        moved = self.motions.moved([*intro, *minutes], block.title)
        facts.motions = [one.motion for one in moved]
        facts.decisions = settled(self.document, facts.decisions, moved)
        if decided:
            self._add_decision_part(facts, decided)
        return Item(
            number=block.number.text if block.number else None,
            agenda_number=block.agenda_number.text if block.agenda_number else title.reference,
            title=title.text,
            presenters=tuple([self.roster.person(self._printed(p), p) for p in presenters_of(intro)]),
            purpose=purpose_of(self.document, intro),
            duration_minutes=title.duration_minutes,
            documents=(*title.documents, *(d for p in attached for d in parse_title(self.document, p).documents)),
            text="\n".join([self._printed(p) for _, text in parts for p in text]),
            headings=tuple([self._printed(p) for p in headings(minutes)]),
            decisions=tuple(facts.decisions),
            actions=tuple(facts.actions),
            motions=tuple(facts.motions),
            declarations=tuple(facts.declarations),
            truncated=block.truncated,
            items=tuple([self.item(sub) for sub in block.items]),
            span=self.document.span(block.start, block.end),
        )

    def _printed(self, passage: Passage) -> str:
        return self.document.printed(passage.start, passage.end)

    def facts(self, text: Sequence[Passage], title: str = "") -> Facts:
        """What the paragraphs of an item, or those outside every item, record."""
        facts = Facts()
        cut = list(
            joined(b for b in blocks(text, self.page, title) if b.kind != "prose" or not is_other_meeting(b.body[0]))
        )
        prose = [p for block in cut if block.kind == "prose" for p in block.body]
        facts.decisions = _in_order([*formal_decisions(self.document, cut), *informal_decisions(self.document, prose)])
        explicit = self.actions.explicit(cut)
        facts.actions = _in_order([*explicit, *self.actions.implicit(cut, explicit)])
        declared = declarations(self.document, self.roster, text, is_declarations_item(title))
        facts.declarations = [one for one in declared if not is_repeated(one, self.declared)]
        self.declared += facts.declarations
        return facts

    def marked(self, text: Sequence[Passage]) -> Facts:
        """What is marked in paragraphs that are no prose of the meeting, such as an action list above the items."""
        facts = Facts()
        cut = list(blocks(text, self.page))
        facts.decisions = formal_decisions(self.document, cut)
        facts.actions = self.actions.explicit(cut)
        return facts

    def _add_decision_part(self, facts: Facts, text: Sequence[Passage]) -> None:
        """Adds what stands under `Decision:`; what the minutes tell again in the same words counts once."""
        marked = list(blocks(text, self.page))
        formal = formal_decisions(self.document, marked)
        if not formal:
            formal = formal_decisions(self.document, [Block("decision", "DECISION", tuple(text))])
        told = {d.text for d in formal}
        facts.decisions = [*formal, *(d for d in facts.decisions if d.text not in told)]


def every(items: Sequence[Item]) -> Iterator[Item]:
    """Items with those below them, in order."""
    for item in items:
        yield item
        yield from every(item.items)


def _in_order(records: Sequence[T]) -> list[T]:
    return sorted(records, key=lambda record: record.span.start)


def headings(text: Sequence[Passage]) -> list[Passage]:
    """The paragraphs that are headings: short, capital first, no end of a sentence, text below."""
    return [
        paragraph
        for paragraph, below in pairwise(text)
        if len(paragraph.text) <= LONGEST_HEADING
        and paragraph.text[0].isupper()
        and paragraph.text[-1] not in ".,;:?!)"
        and len(below.text) > len(paragraph.text)
        and len(paragraph.text.split()) <= MOST_WORDS
        and not decision_mark(paragraph.text)
        and not action_mark(paragraph.text)
    ]
