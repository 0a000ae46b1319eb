"""How the votes fell: counts and names exactly as printed, and warnings where they do not add up."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.cautions import caution
from minutes_parser.document import Document, Passage
from minutes_parser.fields.owners import names_of
from minutes_parser.schema import Motion, Outcome, ParseWarning, VoteNames, Votes

NUMBERS = {
    word: n for n, word in enumerate("none one two three four five six seven eight nine ten eleven twelve".split())
} | {"no": 0, "nil": 0}
_COUNT = rf"(?P<n> [0-9]{{1,3}} | {'|'.join(sorted(NUMBERS, key=len, reverse=True))} )"
_MARK = r"[ ]*+ [:(-]*+ [ ]*+"
# what is counted goes on with another count or its own word, and is no measure: 'for 30 days', 'for 2.5 km', 'for 5%'
_COUNTED = (
    r"(?! \.[0-9] | [ ]?% | [ ] (?! (?: and | with | to | votes? | members | against | abst\w++ ) \b ) (?-i:[a-z]) )"
)


def _count(before: str, between: str, behind: str) -> regex.Pattern[str]:
    """The count of one side: its words before the number, or behind it with some others between."""
    return regex.compile(
        rf"\b (?: (?:{before}) \b {_MARK} {_COUNT} \b {_COUNTED} | {_COUNT} [ ] {between} (?:{behind}) \b )",
        regex.VERBOSE | regex.IGNORECASE,
    )


_FOR = "for | in[ ]favour | ayes? | yes"
_AGAINST = "against | noes | nays?"
_ABSTAIN = "abstentions? | abstained | abstain(?:ing)?"
# 'for 21', 'For: 26', '5 for', '3 against', 'abstentions 3', 'two abstentions'; not 'for 30 days'
COUNTS = {
    "for": _count(_FOR, r"(?: (?:votes?|members|voted) [ ] )? (?: were[ ] )?", _FOR),
    "against": _count(_AGAINST, r"(?: (?:votes?|voted) [ ] )? (?: were[ ] )?", f"{_AGAINST} | opposed | objections?"),
    "abstain": _count(_ABSTAIN, r"(?: members[ ] )?", _ABSTAIN),
}
# 'by 5 votes to 3', 'by 12 to 4'; not 'by 5 pm to 3 people'
TO = regex.compile(
    r"\b by [ ] (?P<winner> [0-9]{1,3} ) [ ] (?:votes?[ ])? to [ ] (?P<loser> [0-9]{1,3} ) \b",
    regex.VERBOSE | regex.IGNORECASE,
)
# alone above the names: 'For (51)', 'Against: 6', 'Abstentions (2)', '(0) Motion lost.'; not 'For 3 years'
HEAD = regex.compile(
    r"""
    (?P<side> For | In[ ]favour | Ayes? | Against | Noes | Nays? | Abst\w++ )
    [ ]*+ [:(-]++ [ ]*+
    (?P<n> [0-9]{1,3} ) \)?+
    (?: $ | [ ] (?=[A-Z]) )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
SIDES = {"f": "for", "i": "for", "ay": "for", "ag": "against", "n": "against", "ab": "abstain"}
# 'Motion Carried 6-0', 'lost 3-5-1'; not 'passed 2021-22'
SCORE = regex.compile(
    r"""
    \b (?: carried | passed | lost | defeated ) [ ]
    (?P<a> [0-9]{1,3} ) - (?P<b> [0-9]{1,3} ) (?: - (?P<c> [0-9]{1,3} ) )? \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


def votes_of(document: Document, told: Sequence[Passage], near: Passage, outcome: Outcome | None) -> Votes | None:
    """The printed count of a vote: heads above lists of names under the motion, or counts in the sentences near it."""
    listed = _listed(document, told)
    counts = listed[0] or counts_of(near.text, outcome)
    if not counts:
        return None
    names = VoteNames(**{"for": (), "against": (), "abstain": (), **listed[1]})
    return Votes(for_=counts.get("for"), against=counts.get("against"), abstain=counts.get("abstain"), names=names)


def _listed(document: Document, told: Sequence[Passage]) -> tuple[dict[str, int], dict[str, tuple[str, ...]]]:
    """The counts of a recorded vote by its heads, and the names below each."""
    counts: dict[str, int] = {}
    names: dict[str, tuple[str, ...]] = {}
    for at, sentence in enumerate(told):
        found = HEAD.match(sentence.text)
        if not found:
            continue
        head = found["side"].lower()
        side = SIDES.get(head[:2]) or SIDES[head[0]]
        counts[side] = int(found["n"])
        below = told[at + 1] if at + 1 < len(told) and found.end() == len(sentence.text) else None
        if below and "," in below.text and not HEAD.match(below.text):
            names[side] = tuple(document.printed(name.start, name.end) for name in names_of(below))
    return counts, names


def counts_of(text: str, outcome: Outcome | None) -> dict[str, int]:
    """The printed counts; 'by 5 votes to 3' counts the winning side first."""
    score = SCORE.search(text)
    if score:
        won, lost = int(score["a"]), int(score["b"])
        return {"for": won, "against": lost, **({"abstain": int(score["c"])} if score["c"] else {})}
    to = TO.search(text)
    if to:
        winner, loser = int(to["winner"]), int(to["loser"])
        return {"for": loser, "against": winner} if outcome == "lost" else {"for": winner, "against": loser}
    counts = {}
    for side, pattern in COUNTS.items():
        found = pattern.search(text)
        if found:
            counts[side] = int(found["n"]) if found["n"].isdigit() else NUMBERS[found["n"].lower()]
    return counts


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
