"""What was resolved: decisions under a mark (formal), and agreements that a sentence tells (informal)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.agreements import AGREEING, agreement_of, is_fate_alone
from minutes_parser.fields.marks import DECISION_WORDS, Block
from minutes_parser.fields.owners import is_owner_only
from minutes_parser.fields.prose import has_any, list_mark, sentences, without_list_mark
from minutes_parser.late import late_pattern
from minutes_parser.schema import Decision

# under a label these say that nothing was decided: 'none', 'There were no decisions.'; not 'None of the bids was taken'
_NOTHING = late_pattern(
    r"""
    (?: there [ ] (?:were|was) [ ] )?
    (?: none | nil | no[ ]decisions? | not[ ]applicable | n/a ) \b
    [^a-z]*+ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# a mark alone closes the sentence before it: '(agreed) unanimously.'; not 'unanimously to pay'
_CLOSES = late_pattern(
    r"[\s.:;,)-]*+ (?: unanimously | by[ ]all | as[ ]above )?+ [\s.]*+ $", regex.VERBOSE | regex.IGNORECASE
)
# what joins a clause to the next: '… be approved; and'; not '… sand'
_AND_NEXT = late_pattern(r"[;,] [ ]*+ (?:and|or)? $", regex.VERBOSE)

# what became of the matter in the title: 'Approved.', 'The motion was carried.'; not 'Prop. AB, 2nd CD, all agreed.'
_OF_TITLE = late_pattern(r"(?! Prop | Moved | Seconded | Motion[ ] ) [A-Z]", regex.VERBOSE)
MOST_AMENDMENTS = 40
"""So many paragraphs at most belong to a sentence that ends with a colon."""


def formal_decisions(document: Document, blocks: Iterable[Block]) -> list[Decision]:
    """The decisions that the document marks, in order."""
    marked = ((block, _without_empty_mark(block)) for block in blocks if block.kind == "decision")
    return [decision(document, body, DECISION_WORDS[block.word], formal=True) for block, body in marked if body]


def _without_empty_mark(block: Block) -> tuple[Passage, ...]:
    """What a mark governs; where nothing follows it, the sentence that it closes."""
    whole = " ".join([passage.text for passage in block.body])
    if _NOTHING.match(whole) or (block.word.startswith("DECISION") and whole.strip(" .").lower() == "noted"):
        return ()
    if not _CLOSES.match(whole):
        return block.body
    if block.before:
        return (sentences(block.before)[-1],)
    return block.body if whole.strip(". ") else ()


def decision(document: Document, body: Sequence[Passage], kind: str, formal: bool) -> Decision:
    """The record of a decision whose paragraphs are `body`."""
    start, end = body[0].start, body[-1].end
    clauses = [passage for passage in body if list_mark(passage.text)]
    return Decision(
        kind=kind,
        text=document.printed(start, end),
        clauses=tuple([_unlabelled(document, passage) for passage in clauses]) if len(clauses) > 1 else (),
        formal=formal,
        span=document.span(start, end),
    )


def _unlabelled(document: Document, passage: Passage) -> str:
    clause = without_list_mark(passage)
    end = _AND_NEXT.search(clause.text)
    return document.printed(clause.start, clause.start + end.start() if end else clause.end)


def informal_decisions(document: Document, prose: Sequence[Passage]) -> list[Decision]:
    """The agreements that sentences of unmarked paragraphs tell, in order."""
    found: list[Decision] = []
    for at, paragraph in enumerate(prose):
        if has_any(paragraph.text.lower(), AGREEING):
            found += _agreements(document, prose, at)
    return found


def _agreements(document: Document, prose: Sequence[Passage], at: int) -> Iterator[Decision]:
    """The agreements that the sentences of one paragraph tell."""
    told = sentences(without_list_mark(prose[at]))
    kinds = [agreement_of(sentence.text) for sentence in told]
    for i, (sentence, kind) in enumerate(zip(told, kinds, strict=True)):
        if not kind:
            continue
        body = [sentence, *_amendments(sentence, prose, at)]
        if is_fate_alone(sentence.text):
            before = next((j for j in range(i - 1, -1, -1) if not is_owner_only(told[j].text)), None)
            if kinds[before] if before is not None else not _OF_TITLE.match(sentence.text):
                continue  # 'The minutes were approved. Prop. AB, 2nd CD, all agreed.' is one decision
            if before is not None:
                body.insert(0, told[before])  # else it says what became of the matter in the title
        yield decision(document, body, kind, formal=False)


def _amendments(sentence: Passage, prose: Sequence[Passage], at: int) -> Sequence[Passage]:
    """The paragraphs that 'subject to the following amendments:' at the end of one leads to: those without a mark."""
    if not sentence.text.endswith(":") or sentence.end != prose[at].end:
        return ()
    following = prose[at + 1 : at + 1 + MOST_AMENDMENTS]
    if following and list_mark(following[0].text):
        return list(takewhile(lambda p: list_mark(p.text) or p.text[-1] not in ".?!", following))
    return following
