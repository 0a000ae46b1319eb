"""Paragraphs cut into blocks, each under one mark or none.

`decisions` and `actions` read the marked blocks, and everything that works on sentences reads the prose between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.action_list import is_margin, listed_tasks, with_owner_and_due, without_mark
from minutes_parser.fields.action_table import parse_action_table
from minutes_parser.fields.marks import (
    AMOUNT,
    ANOTHER,
    ARROW,
    ARROWS,
    CHECKBOX,
    CLOSES_ALONE,
    DECISION_WORDS,
    HEADING,
    INNER_ACTION,
    MARGIN,
    NEXT_LABEL,
    PROPOSAL,
    RECITALS,
    RESOLVED,
    RESOLVED_THAT,
    TOLD,
    Block,
    BlockKind,
    action_mark,
    closes_proposal,
    closing_mark,
    decision_mark,
    inner_action_mark,
    inner_arrow,
    inner_decision_mark,
    is_list_label,
    trailing_mark,
)
from minutes_parser.fields.owners import FIRST, parse_task
from minutes_parser.fields.page import Page
from minutes_parser.fields.prose import first_sentence, has_any, list_mark, sentences

SHORTEST_TASK = 25
"""The text beside an owner in the margin has more characters than this; less is a table of something else."""
SHORTEST_PROPOSAL = 3
"""A sentence of so few words is the beginning of the mark's own: 'This was AGREED.' closes the sentence before."""
LONGEST_PROPOSAL = 14
"""In paragraphs, recitals included."""

Found = tuple[Block, int]
"""A block, and the index of the paragraph after it."""


def blocks(paragraphs: Sequence[Passage], page: Page, title: str = "") -> Iterator[Block]:
    """The paragraphs cut into blocks, in order; under a `title` such as 'Actions' they are a list of tasks."""
    paragraphs = [piece for paragraph in paragraphs for piece in _told_apart(paragraph)]
    at = 0
    if title and is_list_label(title) and paragraphs and _table_at(paragraphs, 0) is None:
        listed = listed_tasks(paragraphs, 0, page, is_sure=False)
        if listed.body:
            yield Block("action", "ACTIONS", listed.body, heads=listed.heads)
            at = listed.end
    while at < len(paragraphs):
        bare = without_mark(paragraphs[at])
        marked = (
            _table_at(paragraphs, at)
            or _proposal_at(paragraphs, at)
            or _decision_at(paragraphs, at, bare)
            or _action_at(paragraphs, at, bare, page)
            or _labelled_at(paragraphs, at, bare, page)
        )
        if marked:
            block, at = marked
            yield block
        else:
            *before, last = _inner(paragraphs[at], page)
            yield from before
            at += 1
            if last.kind == "decision" and last.body[-1].text.endswith((":", ":-")):
                body, at = _governed(paragraphs, at, last.body[-1])
                last = last._replace(body=(*last.body[:-1], *body))
            yield last


def joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with unmarked ones that follow each other as one: most documents are little else."""
    prose: list[Passage] = []
    for block in blocks:
        if block.kind == "prose":
            prose += block.body
            continue
        if prose:
            yield Block("prose", "", tuple(prose))
            prose = []
        yield block
    if prose:
        yield Block("prose", "", tuple(prose))


def _told_apart(paragraph: Passage) -> Iterator[Passage]:
    """A paragraph cut before each sentence that resolves something else than the one before, or tells another task.

    'Resolved to paint the gate. Resolved to …' are two decisions; behind 'Action: Clerk to write.' the sentence 'The
    Chair agreed to …' is no part of what is marked.
    """
    begins = (
        TOLD if action_mark(without_mark(paragraph).text) else ANOTHER if has_any(paragraph.text, RESOLVED) else None
    )
    first = 0
    for sentence in sentences(paragraph)[1:] if begins else ():
        if begins and begins.match(sentence.text):
            yield paragraph.cut(first, sentence.start - paragraph.start)
            first = sentence.start - paragraph.start
    yield paragraph.cut(first) if first else paragraph


def _table_at(paragraphs: Sequence[Passage], at: int) -> Found | None:
    """The action table whose row of heads stands at `at`."""
    found = parse_action_table(paragraphs, at)
    if found is None:
        return None
    tasks, end = found
    return Block("action", "ACTIONS", tuple(paragraphs[at:end]), tasks=tasks), end


def _proposal_at(paragraphs: Sequence[Passage], at: int) -> Found | None:
    """The proposal of several paragraphs that begins at `at` and that 'Carried.' closes, without its recitals."""
    if not PROPOSAL.match(paragraphs[at].text):
        return None
    body: list[Passage] = []
    for end in range(at, min(at + LONGEST_PROPOSAL, len(paragraphs))):
        paragraph = paragraphs[end]
        if body and _begins_another(paragraph.text):
            return None
        resolved = RESOLVED_THAT.search(paragraph.text)
        if resolved:
            body, paragraph = [], paragraph.cut(resolved.end())
        closed = closing_mark(paragraph.text)
        if closed:
            paragraph = paragraph.cut(0, closed.start())
        if paragraph.text:
            body.append(paragraph)
        if closed:
            return (Block("decision", "CARRIED", tuple(body), body[-1]), end + 1) if body else None
    return None


def _begins_another(text: str) -> bool:
    """Whether a paragraph begins a proposal of its own, and does not carry one on."""
    return PROPOSAL.match(text) is not None and not text[:4].upper().startswith(RECITALS)


def _decision_at(paragraphs: Sequence[Passage], at: int, bare: Passage) -> Found | None:
    """The decision that the paragraph at `at` begins; `bare` is the paragraph without its label."""
    before = paragraphs[at - 1] if at and not HEADING.match(paragraphs[at - 1].text) else None
    if before and closes_proposal(bare.text) and has_verb(before.text):
        return Block("decision", "CARRIED", (before,), before), at + 1
    found = decision_mark(bare.text)
    if not found or _is_verb(found, bare):
        return None
    if before and CLOSES_ALONE.fullmatch(bare.text) and len(before.text) > SHORTEST_TASK:
        return Block("decision", found["word"].upper(), (before,), before), at + 1
    body, after = _governed(paragraphs, at + 1, bare.cut(found.end()))
    return (Block("decision", found["word"].upper(), body, before), after) if body else None


def _is_verb(found: regex.Match[str], bare: Passage) -> bool:
    """Whether a mark is the verb of a sentence ('It was AGREED that …') and others follow: it governs its own alone."""
    told = bare.text[: found.start("word")] and not found["colon"].strip()
    return bool(told) and len(sentences(bare)) > 1


def _governed(paragraphs: Sequence[Passage], at: int, rest: Passage) -> tuple[tuple[Passage, ...], int]:
    """What a decision's mark governs: the rest of its line, or the next paragraph, and the clauses below."""
    body = [rest] if rest.text else []
    if not body and at < len(paragraphs) and not action_mark(paragraphs[at].text):
        body.append(paragraphs[at])
        at += 1
    while body and at < len(paragraphs) and _is_clause(body[-1].text, paragraphs[at].text):
        body.append(paragraphs[at])
        at += 1
    return tuple(body), at


def _is_clause(last: str, following: str) -> bool:
    """Whether a paragraph is a further clause of the decision that `last` belongs to."""
    if decision_mark(following) or action_mark(following):
        return False
    if list_mark(following):
        return last.endswith((":", ":-", "-", ";", ",", "and")) or bool(list_mark(last)) or last.lower() == "that"
    if last.endswith((":", ":-", ";", "; and", ",")) or last.lower() in ("that", "to"):
        return True
    if AMOUNT.search(last) and AMOUNT.search(following):
        return True  # lines of payments or grants
    return following.startswith(("That ", "that ")) and last.startswith(("That ", "that "))


def _action_at(paragraphs: Sequence[Passage], at: int, bare: Passage, page: Page) -> Found | None:
    """The action that the paragraph at `at` begins; `bare` is the paragraph without its label."""
    if bare.text[0] == "[" and bare.text[-1] == "]" and FIRST.match(bare.text, 1):
        return Block("action", "ACTION", (bare.cut(1, len(bare.text) - 1),), _before(paragraphs, at)), at + 1
    box = CHECKBOX.match(paragraphs[at].text)
    if box:
        kind, word = ("prose", "") if box["ticked"] else ("action", "ACTION")
        return Block(cast(BlockKind, kind), word, (bare,), _before(paragraphs, at)), at + 1
    found = action_mark(bare.text) or (ARROW.match(bare.text) if bare.text.startswith(ARROWS) else None)
    if not found:
        return None
    rest = bare.cut(found.end())
    if rest.text:
        return _marked(paragraphs, at, rest, page)
    return _list_below(paragraphs, at, page, is_sure=True)


def _marked(paragraphs: Sequence[Passage], at: int, rest: Passage, page: Page) -> Found:
    """The action whose words follow its mark, with the list that its colon leads to, or its owner on the next line."""
    end, indent = at + 1, page.indent(paragraphs[at])
    if rest.text.endswith(":"):
        listed = bool(list_mark(paragraphs[at].text))
        while (
            end < len(paragraphs)
            and list_mark(paragraphs[end].text)
            and not action_mark(without_mark(paragraphs[end]).text)
        ):
            if listed and page.indent(paragraphs[end]) <= indent:
                break
            rest = page.joined(rest, paragraphs[end])
            end += 1
    task, after = with_owner_and_due(paragraphs, end, parse_task(rest, page.is_known))
    if after > end:
        return Block("action", "ACTION", (rest,), _before(paragraphs, at), (task,)), after
    return Block("action", "ACTION", _several(rest), _before(paragraphs, at)), end


def _labelled_at(paragraphs: Sequence[Passage], at: int, bare: Passage, page: Page) -> Found | None:
    """The tasks below a heading such as 'Next steps', each of which must have the form of one."""
    return _list_below(paragraphs, at, page, is_sure=False) if is_list_label(bare.text) else None


def _list_below(paragraphs: Sequence[Passage], at: int, page: Page, *, is_sure: bool) -> Found | None:
    """The list of tasks below the label at `at`; None where there is none, or a table, which is read by itself."""
    if at + 1 >= len(paragraphs) or _table_at(paragraphs, at + 1):
        return None
    heading = HEADING.match(paragraphs[at].text)
    level = paragraphs[at].text.count("#", 0, heading.end()) if heading else 0
    listed = listed_tasks(paragraphs, at + 1, page, level, is_sure=is_sure)
    return (Block("action", "ACTIONS", listed.body, heads=listed.heads), listed.end) if listed.body else None


def _before(paragraphs: Sequence[Passage], at: int) -> Passage | None:
    """The paragraph above one, without a decision's mark at its start; None at the top."""
    above = paragraphs[at - 1] if at else None
    mark = decision_mark(above.text) if above else None
    return above.cut(mark.end()) if above and mark and mark.end() < len(above.text) else above


def _several(text: Passage) -> tuple[Passage, ...]:
    """The actions that one paragraph holds: '… to the website. 2) Action: The Clerk to …' are two."""
    found: list[Passage] = []
    first = 0
    for mark in INNER_ACTION.finditer(text.text):
        found.append(_without_next_label(text.cut(first, mark.start())))
        first = mark.end()
    return (*found, text.cut(first))


def _without_next_label(text: Passage) -> Passage:
    label = NEXT_LABEL.search(text.text, max(len(text.text) - 5, 0))
    return text.cut(0, label.start()) if label else text


def _inner(paragraph: Passage, page: Page) -> Iterator[Block]:
    """A paragraph that begins without a mark, cut at a mark inside it, at its end, or in the margin beside it."""
    if "\t" in paragraph.text:
        yield from _margin(paragraph, page)
        return
    owners: list[Block] = []
    trail = _trailing(paragraph)
    while trail and trail.kind == "action":
        owners.append(trail)
        paragraph = paragraph.cut(0, trail.body[0].start - paragraph.start)
        trail = _trailing(paragraph)
    if trail:
        yield trail
    else:
        yield from _cut(paragraph)
    yield from reversed(owners)


def _margin(paragraph: Passage, page: Page) -> Iterator[Block]:
    """A paragraph with a cell in the margin: an owner makes it an action, 'Noted' a decision, anything else is text."""
    head, _, cell = paragraph.text.rpartition("\t")
    body, margin = paragraph.cut(0, len(head)), without_mark(paragraph.cut(len(head) + 1))
    word = cell.strip(" .").upper()
    if word in DECISION_WORDS and len(head) > SHORTEST_TASK:
        yield Block("decision", word, (body,))
    elif len(head) > SHORTEST_TASK and "\t" not in head and is_margin(margin, page):
        yield from _inner(body, page)
        yield Block("action", MARGIN, (margin,), body)
    elif len(head) > SHORTEST_TASK and FIRST.match(margin.text):
        yield Block("prose", "", (body,))
        yield Block("action", "ACTION", (margin,), body)
    else:
        yield Block("prose", "", (paragraph,))


def has_verb(text: str) -> bool:
    """Whether words can be those of a proposal, and are not the names of those who voted."""
    return any(word[0].islower() for word in text.split())


def _trailing(paragraph: Passage) -> Block | None:
    """The block that a mark at the end of a paragraph makes: 'Carried.', 'Noted', an owner on his own."""
    closed = closing_mark(paragraph.text)
    if closed and has_verb(paragraph.text[: closed.start()]):
        body = paragraph.cut(0, closed.start())
        return Block("decision", "CARRIED", (body,), body)
    found = trailing_mark(paragraph.text)
    if found is None or found.start() < SHORTEST_TASK:
        return None
    body, margin = paragraph.cut(0, found.start()), paragraph.cut(found.start("mark"))
    word = margin.text.strip(" .").upper()
    if word in DECISION_WORDS:
        return Block("decision", word, (body,))
    return Block("action", MARGIN, (margin.cut(margin.text.startswith("[")),), body)


def _cut(paragraph: Passage) -> Iterator[Block]:
    """A paragraph cut at the marks inside it."""
    while paragraph.text:
        arrow = inner_arrow(paragraph.text)
        if arrow:
            cut, paragraph = _cut_at_arrow(paragraph, arrow)
            yield from cut
            continue
        action = inner_action_mark(paragraph.text)
        if action:
            yield from _cut_at_action(paragraph, action)
            return
        decision = inner_decision_mark(paragraph.text)
        if not decision:
            yield Block("prose", "", (paragraph,))
            return
        cut, paragraph = _cut_at_decision(paragraph, decision)
        yield from cut


def _cut_at_arrow(paragraph: Passage, found: regex.Match[str]) -> tuple[tuple[Block, ...], Passage]:
    """The text before an arrow with the task behind it, and what is left: it governs the sentences of its task."""
    before, rest = paragraph.cut(0, found.start()), paragraph.cut(found.end())
    told = sentences(rest)
    last = next(
        (at for at, s in enumerate(told) if at and not (FIRST.match(s.text) or s.text.startswith("To "))), len(told)
    )
    governed = rest.cut(0, told[last - 1].end - rest.start)
    arrow = inner_arrow(governed.text)  # a second one in the same sentence
    governed = governed.cut(0, arrow.start()) if arrow else governed
    return (
        (Block("prose", "", (before,)), Block("action", "ACTION", (_without_next_label(governed),), before)),
        rest.cut(governed.end - rest.start),
    )


def _cut_at_action(paragraph: Passage, found: regex.Match[str]) -> tuple[Block, Block]:
    """The prose before an action's mark, and the actions that follow it in the same paragraph."""
    before = _without_next_label(paragraph.cut(0, len(paragraph.text[: found.start()].rstrip(" ([-"))))
    return Block("prose", "", (before,)), Block("action", "ACTION", _several(paragraph.cut(found.end())), before)


def _cut_at_decision(paragraph: Passage, found: regex.Match[str]) -> tuple[tuple[Block, ...], Passage]:
    """The prose before a mark in mid-paragraph with the decision that it marks, and what is left of the paragraph.

    A label ('RESOLVED: …') governs the rest of the paragraph, a verb ('it was AGREED that …') its own sentence, and a
    mark at the end the sentence before it.
    """
    before, rest = paragraph.cut(0, found.start()), paragraph.cut(found.end())
    word = found["word"].upper()
    if not rest.text.strip(". "):
        told = [s for s in sentences(before) if len(s.text.split()) > SHORTEST_PROPOSAL] or [before]
        return (Block("decision", word, (told[-1],), before),), rest.cut(len(rest.text))
    governed = rest if found["colon"].strip() else first_sentence(rest)
    cut = Block("prose", "", (before,)), Block("decision", word, (governed,), before)
    return cut, rest.cut(governed.end - rest.start)
