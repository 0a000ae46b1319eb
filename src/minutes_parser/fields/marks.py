"""The marks that set decisions and actions apart: 'RESOLVED', 'Decision:', 'Action:', 'Agreed –', and what each governs.

A body of paragraphs is cut into blocks, each under one mark or none. `decisions` and `actions` read the marked
blocks, and
everything that works on sentences reads the prose between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.prose import LIST_MARK, sentences

BlockKind = Literal["prose", "decision", "action"]

# verb as printed in capitals → kind of decision; a label in lower case ('Agreed:') must be followed by a colon, a
# dash or nothing
DECISION_WORDS = {
    "RESOLVED": "resolved", "RESOVED": "resolved", "RESOLUTION": "resolved", "DECIDED": "decided", "DECISION": "decided",
    "DECISIONS": "decided", "AGREED": "agreed", "NOTED": "noted", "RECOMMENDED": "recommended", "APPROVED": "approved",
    "ADOPTED": "adopted", "CARRIED": "carried",
}  # fmt: skip
_WORDS = "|".join(sorted(DECISION_WORDS, key=len, reverse=True))

# 'RESOLVED –', 'It was RESOLVED that', 'Resolved:', 'Agreed -', 'NOTED'; not 'Agreed with the plan', 'Noted that work
# was in hand'
MARK = regex.compile(
    rf"""
    (?: (?:(?:it [ ] was|and|the [ ] (?:council|board|committee|panel|cabinet|meeting)|members|unanimously|also) [ ] )*+
        (?:further [ ] )?+ (?:unanimously [ ] )?+ )
    (?P<word> (?-i:{_WORDS}) | (?-i:Resolved) | (?: (?-i:[A-Z]) (?<={"|".join(sorted({w[0] for w in DECISION_WORDS}))}) (?:{"|".join(sorted(w[1:] for w in DECISION_WORDS))})
        (?= [ ]*+ (?: unanimously [ ]*+)? (?: : | -+ [ ]* (?! [a-z]*-) | \.? $ ) ) ) )
    (?: [ ] unanimously | [ ] \(unanimously\) )?+
    (?P<colon> [ ]*+ [:;,-]*+ [ ]*+ -*+ )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# inside a sentence only capitals stand out: '… seconded by Cllr Ash, it was RESOLVED that …'
INNER = regex.compile(rf"(?<=[ ,;.(\"-])(?P<word>{_WORDS})\b(?P<colon>[ ]*+[:;,-]*+[ ]*+-*+)")
# 'Action:', 'ACTION – Clerk', 'Actions', 'Action Point 3.', 'AP1:'; not 'Action Plan', 'action was taken', 'Community
# Action'
ACTION = regex.compile(
    r"""
    \[?+(?:further[ ])?+
    (?: actions?+ (?:[ ](?:points?|required|agreed|items?|by))?+ (?:[ ]*+[0-9]{1,3}+)?+ | AP[ ]?[0-9]{1,3}+ | (?-i:To[ ]do) )
    (?: [ ]*+ [:;.-]++ [ ]*+ -*+ [ ]*+                                      # 'Action:', 'ACTION - '
      | [ ]*+ \]?+ $                                                       # alone on its line
      | [ ]++ (?!plan|list|group|programme|points?\b|items?\b)
        (?= (?-i: [A-Z]{2,4}+ (?:[,/&]|$|[ ][a-z]) | [A-Z][a-z]++ (?:[ ][a-z]++){3} ) )  # 'Action SH', 'Action With regards to the …'
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# the same at the end of a paragraph or between two sentences: '… before June. Action: DL/MB'
INNER_ACTION = regex.compile(
    r"(?:(?<=[.;,!?)\]][ ]{1,3})|(?<=[ ]-[ ])|(?<=[ ]\[))(?P<word>(?-i:ACTIONS?|Actions?|action)(?:[ ](?:[Pp]oint|by))?+)(?P<colon>[ ]*+[:-]++[ ]*+|[ ]++(?=(?-i:[A-Z]{2,4}\b)))",
    regex.IGNORECASE,
)


_HEADING = regex.compile(r"\#{1,6}+[ ]++")
# 'it was resolved to …', 'the Council resolved that …'; not 'had resolved that' (an earlier decision), 'did not resolve'
INNER_LOWER = regex.compile(
    r"(?<=\b(?:was|were|is|then|unanimously|therefore|also|Council|Board|Committee|Trustees|Members|Governors|meeting)[ ])"
    r"(?P<word>resolved)(?P<colon>[ ]*+[:;,-]*+[ ]*+)(?=that\b|to\b|[(1])"
)


MARGIN = "MARGIN"
"""The word of a mark that is nothing but a cell in the right margin."""
SHORTEST_TASK = 25
"""The text beside an owner in the margin has more characters than this; less is a table of something else."""
# 'Clerk', 'AB', 'NO/CF', 'Cllr. W. Lane', 'All', 'Ann Lee and Clerk'; not '156.00', 'Feb 2019', 'Single Storey Extension'
OWNER_CELL = regex.compile(
    r"""
    (?P<who> (?:The[ ])? (?:Clerk|Chair\w*|Vice[ -]Chair\w*|Secretary|Treasurer|All|Headteacher|Officers?|Members|Councillors|Everyone)
           | [A-Z]{2,4} (?!\w)
           | (?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr) \b \.? (?:[ ][A-Z][\w'.-]*+){1,3}
           | [A-Z][a-z]+ [ ] [A-Z][\w'-]++ (?! [ ] [A-Z0-9]) )
    (?: (?:,[ ]*+ | [ ]?/[ ]? | [ ]and[ ] | [ ]&[ ]) (?&who) )*+ \.? $
    """,
    regex.VERBOSE,
)
# 'Carried.', 'Motion Carried 6-0.', 'CARRIED UNANIMOUSLY' after the words of the proposal; not 'was carried out'
CLOSING = regex.compile(r"(?:^|(?<=[.;:!\")][ ]{1,3}))(?:(?:The[ ])?Motion[ ])?(?:Carried|CARRIED)\b(?:[ ](?:unanimously|UNANIMOUSLY|[0-9]++-[0-9]++)(?:-[0-9]++)?)?+[^a-zA-Z]*+$")


# 'That the minutes be adopted', 'WHEREAS …', 'BE IT RESOLVED THAT …' begin the words of a proposal
PROPOSAL = regex.compile(r"(?:That|THAT|WHEREAS|Whereas|AND[ ]|BE[ ]IT|NOW|THEREFORE|RESOLVED)\b")
RESOLVED_THAT = regex.compile(r"\b(?:BE[ ]IT[ ](?:FURTHER[ ])?RESOLVED|[Bb]e[ ]it[ ]resolved)[ ,:]*+")
LONGEST_PROPOSAL = 14
"""In paragraphs, recitals included."""


class Block(NamedTuple):
    """Paragraphs under one mark; `before` is the sentence that leads up to a mark in mid-paragraph."""

    kind: BlockKind
    word: str
    """The mark's own word, in capitals; empty for prose."""
    body: tuple[Passage, ...]
    before: Passage | None = None


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
    mark = _HEADING.match(passage.text) or LIST_MARK.match(passage.text)
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


# the label of the next action, left behind at the end of the one before: '… to the website. 2)'
_NEXT_LABEL = regex.compile(r"[ ]\(?[0-9a-z]{1,2}[).]$")


def _without_next_label(text: Passage) -> Passage:
    label = _NEXT_LABEL.search(text.text)
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
    """A paragraph that begins without a mark, cut at a mark inside it."""
    text = paragraph.text
    if "\t" in text:
        yield from _margin(paragraph)
        return
    closed = CLOSING.search(text, max(len(text) - 60, 0)) if "arried" in text or "ARRIED" in text else None
    if closed and closed.start():
        body = paragraph.cut(0, closed.start())
        yield Block("decision", "CARRIED", (body,), body)
        return
    if "ction" in text or "CTION" in text:
        found = INNER_ACTION.search(text)
        if found:
            yield from _cut_at_action(paragraph, found)
            return
    found = INNER.search(text) if not text.isupper() and not text.islower() else None
    if found is None and "resolved" in text:
        found = INNER_LOWER.search(text)
        if found:
            yield from _cut_at_resolved(paragraph, found)
            return
    if found is None:
        yield Block("prose", "", (paragraph,))
        return
    before, rest = paragraph.cut(0, found.start()), paragraph.cut(found.end())
    word = found["word"]
    if rest.text.strip(". "):
        yield Block("prose", "", (before,))
        yield Block("decision", word, (rest,), before)
    else:
        yield Block("decision", word, (sentences(before)[-1],), before)


def _cut_at_action(paragraph: Passage, found: regex.Match[str]) -> Iterator[Block]:
    """The prose before an action's mark, the action, and whatever further actions follow in the same paragraph."""
    before = _without_next_label(paragraph.cut(0, found.start()))
    yield Block("prose", "", (before,))
    yield Block("action", "ACTION", _several(paragraph.cut(found.end())), before)


def _cut_at_resolved(paragraph: Passage, found: regex.Match[str]) -> Iterator[Block]:
    """A sentence that says what was resolved in running text, with the prose before and after it."""
    before, rest = paragraph.cut(0, found.start()), paragraph.cut(found.end())
    resolved = sentences(rest)[0]
    yield Block("prose", "", (before,))
    yield Block("decision", "RESOLVED", (resolved,), before)
    after = rest.cut(resolved.end - rest.start)
    if after.text:
        yield from _inner(after)
