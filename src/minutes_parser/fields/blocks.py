"""Paragraphs cut into blocks, each under one mark or none.

`decisions` and `actions` read the marked blocks, and everything that works on sentences reads the prose between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.marks import (
    ACTION,
    CLOSING,
    DECISION_WORDS,
    HEADING,
    INNER,
    INNER_ACTION,
    INNER_LOWER,
    MARGIN,
    MARK,
    NEXT_LABEL,
    OWNER_CELL,
    PROPOSAL,
    RESOLVED_THAT,
    TRAILING,
    Block,
)
from minutes_parser.fields.prose import LIST_MARK, sentences

SHORTEST_TASK = 25
"""The text beside an owner in the margin has more characters than this; less is a table of something else."""
LONGEST_TRAIL = 60
"""A mark that closes a paragraph stands in its last characters."""
SHORTEST_PROPOSAL = 3
"""A sentence of so few words is the beginning of the mark's own: 'This was AGREED.' closes the sentence before."""
LONGEST_PROPOSAL = 14
"""In paragraphs, recitals included."""


def blocks(paragraphs: Sequence[Passage]) -> Iterator[Block]:
    """The paragraphs cut into blocks, in order."""
    at = 0
    while at < len(paragraphs):
        marked = _proposal_at(paragraphs, at) or _decision_at(paragraphs, at) or _action_at(paragraphs, at)
        if marked:
            block, at = marked
            yield block
            continue
        yield from _inner(paragraphs[at])
        at += 1


def _proposal_at(paragraphs: Sequence[Passage], at: int) -> tuple[Block, int] | None:
    """The proposal of several paragraphs that begins at `at` and that 'Carried.' closes; its recitals are left out."""
    if not PROPOSAL.match(paragraphs[at].text):
        return None
    body: list[Passage] = []
    for end in range(at, min(at + LONGEST_PROPOSAL, len(paragraphs))):
        paragraph = paragraphs[end]
        if body and PROPOSAL.match(paragraph.text) and not paragraph.text[:4].upper().startswith(("AND", "BE ", "NOW", "THER", "WHER")):
            return None
        resolved = RESOLVED_THAT.search(paragraph.text)
        if resolved:
            body = [paragraph.cut(resolved.end())]
        else:
            body.append(paragraph)
        closed = CLOSING.search(paragraph.text, max(len(paragraph.text) - 60, 0)) if "arried" in paragraph.text else None
        if closed:
            last = paragraph.cut(0, closed.start()) if not resolved else body[-1].cut(0, closed.start() - resolved.end())
            body[-1:] = [last] if last.text else []
            return (Block("decision", "CARRIED", tuple(body), body[-1]), end + 1) if body else None
    return None


def _bare(passage: Passage) -> Passage:
    """A paragraph without its list mark or Markdown's marks of a heading."""
    mark = HEADING.match(passage.text) or LIST_MARK.match(passage.text)
    return passage.cut(mark.end()) if mark and mark.end() < len(passage.text) else passage


def _decision_at(paragraphs: Sequence[Passage], at: int) -> tuple[Block, int] | None:
    """The decision that the paragraph at `at` begins, and where the next block begins."""
    text = _bare(paragraphs[at])
    lowered = text.text[:60].lower()
    if not any(stem in lowered for stem in ("reso", "deci", "agreed", "noted", "recomm", "approved", "adopted", "carried")):
        return None
    before = paragraphs[at - 1] if at else None
    if before and "arried" in lowered and CLOSING.match(text.text):
        return Block("decision", "CARRIED", (before,), before), at + 1
    found = MARK.match(text.text)
    if not found:
        return None
    rest = text.cut(found.end())
    word = found["word"].upper()
    if not rest.text and at + 1 >= len(paragraphs):
        return None
    body, after = _governed(paragraphs, at + 1, rest)
    return (Block("decision", word, body, before), after) if body else None


def _governed(paragraphs: Sequence[Passage], at: int, rest: Passage) -> tuple[tuple[Passage, ...], int]:
    """What a decision's mark governs: the rest of its line, or the next paragraph, and the clauses below."""
    body = [rest] if rest.text else []
    if not body and at < len(paragraphs) and not ACTION.match(paragraphs[at].text):
        body.append(paragraphs[at])
        at += 1
    while body and at < len(paragraphs) and _is_clause(body, paragraphs[at]):
        body.append(paragraphs[at])
        at += 1
    return tuple(body), at


def _is_clause(body: Sequence[Passage], following: Passage) -> bool:
    """Whether a paragraph is a further clause of the decision in `body`."""
    if MARK.match(following.text) or ACTION.match(following.text):
        return False
    listed = bool(LIST_MARK.match(following.text))
    last = body[-1].text
    if listed:
        return last.endswith((":", ":-", "-", ";", ",", "and")) or bool(LIST_MARK.match(last)) or last.lower() == "that"
    if last.endswith((":", ":-", ";", "; and", ",")) or last.lower() in ("that", "to"):
        return True
    return following.text.startswith(("That ", "that ")) and last.startswith(("That ", "that "))


def _action_at(paragraphs: Sequence[Passage], at: int) -> tuple[Block, int] | None:
    """The action that the paragraph at `at` begins, and where the next block begins."""
    text = _bare(paragraphs[at])
    if text.text[:12].lower().find("a") < 0 and text.text[:2] != "To":
        return None
    found = ACTION.match(text.text)
    if not found:
        return None
    rest = text.cut(found.end())
    if rest.text:
        return Block("action", "ACTION", _several(rest), paragraphs[at - 1] if at else None), at + 1
    body: list[Passage] = []
    at += 1
    while at < len(paragraphs) and (not body or LIST_MARK.match(paragraphs[at].text)):
        if MARK.match(paragraphs[at].text) or ACTION.match(paragraphs[at].text):
            break
        body.append(_bare(paragraphs[at]))
        at += 1
        if not LIST_MARK.match(paragraphs[at - 1].text):
            break
    return (Block("action", "ACTIONS", tuple(body)), at) if body else None


def _several(text: Passage) -> tuple[Passage, ...]:
    """The actions that one paragraph holds: '… to the website. 2) Action: The Clerk to …' are two."""
    found = INNER_ACTION.search(text.text)
    if not found:
        return (text,)
    return (_without_next_label(text.cut(0, found.start())), *_several(text.cut(found.end())))




def _without_next_label(text: Passage) -> Passage:
    label = NEXT_LABEL.search(text.text)
    return text.cut(0, label.start()) if label else text


def _margin(paragraph: Passage) -> Iterator[Block]:
    """A paragraph with a cell in the right margin: an owner makes it an action, 'Noted' a decision, anything else is text."""
    head, _, cell = paragraph.text.rpartition("\t")
    body, margin = paragraph.cut(0, len(head)), paragraph.cut(len(head) + 1)
    word = cell.strip(" .").upper()
    if word in DECISION_WORDS and len(head) > SHORTEST_TASK:
        yield Block("decision", word, (body,))
    elif len(head) > SHORTEST_TASK and "\t" not in head and OWNER_CELL.match(margin.text):
        yield from _inner(body)
        yield Block("action", MARGIN, (margin,), body)
    else:
        yield Block("prose", "", (paragraph,))


def _inner(paragraph: Passage) -> Iterator[Block]:
    """A paragraph that begins without a mark, cut at a mark inside it, at its end, or in the margin beside it."""
    text = paragraph.text
    if "\t" in text:
        yield from _margin(paragraph)
        return
    trailing = _trailing(paragraph)
    if trailing:
        yield from trailing
    elif ("ction" in text or "CTION" in text) and (found := INNER_ACTION.search(text)):
        yield from _cut_at_action(paragraph, found)
    elif (found := _inner_decision(text)) is not None:
        yield from _cut_at_decision(paragraph, found)
    else:
        yield Block("prose", "", (paragraph,))


def _trailing(paragraph: Passage) -> list[Block]:
    """The blocks of a paragraph that a mark at its end closes: 'Carried.', 'Noted', an owner on his own."""
    text = paragraph.text
    tail = max(len(text) - LONGEST_TRAIL, 0)
    closed = CLOSING.search(text, tail) if "arried" in text or "ARRIED" in text else None
    if closed and closed.start():
        body = paragraph.cut(0, closed.start())
        return [Block("decision", "CARRIED", (body,), body)]
    owner = TRAILING.search(text, tail)
    if owner is None or owner.start() < SHORTEST_TASK:
        return []
    body, margin = paragraph.cut(0, owner.start()), paragraph.cut(owner.start("mark"))
    word = margin.text.strip(" .").upper()
    if word in DECISION_WORDS:
        return [Block("decision", word, (body,))]
    return [*_inner(body), Block("action", MARGIN, (margin,), body)]


def _inner_decision(text: str) -> regex.Match[str] | None:
    """The mark of a decision inside a paragraph."""
    found = None if text.isupper() or text.islower() else INNER.search(text)
    return found or (INNER_LOWER.search(text) if "resolved" in text else None)


def _cut_at_decision(paragraph: Passage, found: regex.Match[str]) -> Iterator[Block]:
    """The prose before a mark in mid-paragraph, what it governs, and the prose after that.

    A label ('RESOLVED: …') governs the rest of the paragraph, a verb ('it was AGREED that …') its own sentence.
    """
    before, rest = paragraph.cut(0, found.start()), paragraph.cut(found.end())
    word = found["word"].upper()
    if not rest.text.strip(". "):
        told = [s for s in sentences(before) if len(s.text.split()) > SHORTEST_PROPOSAL] or [before]
        yield Block("decision", word, (told[-1],), before)
        return
    governed = rest if found["colon"].strip() else sentences(rest)[0]
    yield Block("prose", "", (before,))
    yield Block("decision", word, (governed,), before)
    after = rest.cut(governed.end - rest.start)
    if after.text:
        yield from _inner(after)


def _cut_at_action(paragraph: Passage, found: regex.Match[str]) -> Iterator[Block]:
    """The prose before an action's mark, the action, and whatever further actions follow in the same paragraph."""
    before = _without_next_label(paragraph.cut(0, found.start()))
    yield Block("prose", "", (before,))
    yield Block("action", "ACTION", _several(paragraph.cut(found.end())), before)
