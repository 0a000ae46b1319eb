"""The counts of a vote, exactly as printed, and warnings where they do not add up."""

from __future__ import annotations

from typing import Literal

import regex

from minutes_parser.cautions import caution
from minutes_parser.document import Document
from minutes_parser.fields.prose import has_any
from minutes_parser.late import late_pattern
from minutes_parser.schema import Motion, Outcome, ParseWarning

Side = Literal["for", "against", "abstain"]
Counts = dict[Side, int]

_WORDS = (
    "none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
)
NUMBERS = {word: n for n, word in enumerate(_WORDS.split())} | {"no": 0, "nil": 0}
COUNT = rf"(?P<n> [0-9]{{1,3}} | {'|'.join(sorted(NUMBERS, key=len, reverse=True))} )"
_MARK = r"[ ]*+ [:=(-]*+ [ ]*+"
# what is counted goes on with another count or its own word, and is no measure: 'for 30 days', 'for 2.5 km', 'for 5%'
_COUNTED = r"""
    (?! \.[0-9] | [ ]?%
      | [ ]++ (?! (?: and | with | to | votes? | members | against | abst\w++ | for | ayes? | nays? ) \b ) (?-i:[a-z]) )
"""
# '21 voted for Jo Ash' counts for a candidate, '8 in favour of the plan' for the proposal
_NO_CANDIDATE = r"(?! (?<= for ) [ ] (?-i:[A-Z]) | [ ] (?: a | an | one | each | every | her | his | them ) \b )"


def _count(before: str, between: str, behind: str) -> regex.Pattern[str]:
    """The count of one side: its words before the number, or behind it with some others between."""
    return late_pattern(
        rf"""
        (?<! [\w/-] ) (?:
            (?:{before}) \b {_MARK} {COUNT} (?! [\w/] | - [0-9] ) {_COUNTED}
          | {COUNT} (?: [ ]no\. )? [ ]*+ [(]?+ [ ]? {between} (?:{behind}) \b {_NO_CANDIDATE}
        )
        """,
        regex.VERBOSE | regex.IGNORECASE,
    )


def _labelled(words: str) -> regex.Pattern[str]:
    return late_pattern(rf"\b (?:{words}) [ ]*+ [:=] [ ]*+ {COUNT} \b", regex.VERBOSE | regex.IGNORECASE)


_FOR = "for | in[ ]favou?r | ayes? | yes(?:es)? | yeas?"
_AGAINST = "against | noes | nays?"
_ABSTAIN = "abstentions? | abstained | abstain(?:ing)?"
_WHO = r"""
    (?: (?: members | councill?ors | cllrs | governors | trustees | people | votes? | of[ ]those[ ]present ) [ ] )?
    (?: (?: were | was | voted | voting | cast | votes? | said ) [ ] )*
"""
# 'for 21', 'For: 26', '5 for', '7 Ayes', '13 no. in favour', 'three members voted against', 'abstentions 3', 'with two
# abstaining'; not 'for 30 days', '21 voted for Jo Ash'
COUNTS: dict[Side, regex.Pattern[str]] = {
    "for": _count(_FOR, _WHO, _FOR),
    "against": _count(_AGAINST, _WHO, f"{_AGAINST} | opposed | objections? | objected | dissent(?:ed|ing|ient)?"),
    "abstain": _count(_ABSTAIN, _WHO, _ABSTAIN),
}
# the same with a colon, which leaves no doubt which number is meant: 'In favour: 6 Against: 2'; not '6 against'
LABELLED: dict[Side, regex.Pattern[str]] = {
    "for": _labelled(_FOR),
    "against": _labelled(_AGAINST),
    "abstain": _labelled(_ABSTAIN),
}
# '8 Yes; 0 No; 0 Abstain', 'Yes: 8, No: 0'; not 'No. 3', and only beside the count of those for
NO = late_pattern(
    r"""
    \b (?: (?:No|NO|no) [ ]*+ [:=-] [ ]*+ (?P<n> [0-9]{1,3} )
         | (?P<n> [0-9]{1,3} ) [ ] (?:No|NO|no) (?= [ ]*+ (?: [;,.)] | $ ) ) )
    """,
    regex.VERBOSE,
)
# 'by 5 votes to 3', 'by 12 to 4', 'voted 6 to 3', 'by a vote of 7 to 2', 'by a majority of 6-2'; not 'by 5 pm to 3
# people', 'moved 2 to 3 feet'
TO = late_pattern(
    r"""
    (?: \b by [ ] | \b on [ ] a [ ] | \b voted [ ] | \b (?: vote | majority | margin ) [ ] of [ ] | \( )
    (?P<winner> [0-9]{1,3} ) (?: [ ] (?:votes?[ ])? (?:for[ ])? to [ ] | [ ]?-[ ]? ) (?P<loser> [0-9]{1,3} )
    (?: [ ]? - [ ]? [0-9]{1,3} )? \b
    (?! [ ] (?: pm | am | p\.m | people | years | weeks | days | metres | feet ) | [/.:]? [0-9] )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'Motion Carried 6-0', 'lost 3-5-1', 'Vote: 7-2', 'Carried (5-0)', 'Vote on the amendment: 3-4', 'on a 6-1 vote'; not
# 'passed 2021-22', 'approved 12-15 May'
SCORE = late_pattern(
    r"""
      \b (?: carried | carries | passed | passes | lost | defeated | failed | fails | unanimous(?:ly)? | voted
           | vote[ ]was
           | votes? (?: [ ] on [ ] (?:the[ ])? (?: \w++ [ ]?+ ){1,2}+ )?+
         ) [ ]*+ [,:(-]*+ [ ]*+
      (?P<a> [0-9]{1,3} ) (?: [ ]? [-/] [ ]?
        | [ ]to[ ] ) (?P<b> [0-9]{1,3} ) (?: [ ]? [-/] [ ]? (?P<c> [0-9]{1,3} ) )? \b
      (?! [-/:] | [ ] (?: jan | feb | mar | apr | may | jun | jul | aug | sep | oct | nov | dec ) )
    | \b (?P<a> [0-9]{1,3} ) - (?P<b> [0-9]{1,3} ) (?: - (?P<c> [0-9]{1,3} ) )? [ ] (?: vote | margin | majority ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'Passed with 6 votes'; not 'passed with 2 amendments'
WITH = late_pattern(
    r"\b (?: carried | passed | approved | adopted ) [ ] (?:by|with) [ ] (?P<n> [0-9]{1,3} ) [ ] votes \b (?! [ ] to )",
    regex.VERBOSE | regex.IGNORECASE,
)
_GATE = (
    "favo", "for", "against", "aye", "nay", "yea", "yes", "noes", "abst", "vote", "carri", "pass", "lost", "defeat",
    "fail", "unanim", "oppos", "object", "dissent", "major", "by ",
)  # fmt: skip


def counts_of(text: str, outcome: Outcome | None) -> Counts:
    """The printed counts; 'by 5 votes to 3' counts the winning side first."""
    if not has_any(text.lower(), _GATE):
        return {}
    score = SCORE.search(text)
    if score:
        labelled = LABELLED["abstain"].search(text)
        third = score["c"] or (labelled["n"] if labelled else None)
        abstain: Counts = {"abstain": number_of(third)} if third else {}
        return {"for": int(score["a"]), "against": int(score["b"]), **abstain}
    to = TO.search(text)
    if to and (to[0][0] != "(" or outcome):
        winner, loser = int(to["winner"]), int(to["loser"])
        return (
            {"for": min(winner, loser), "against": max(winner, loser)}
            if outcome == "lost"
            else {"for": winner, "against": loser}
        )
    return _sides(text)


def _sides(text: str) -> Counts:
    """The counts that stand with the name of their side."""
    with_votes = WITH.search(text)
    counts: Counts = {"for": int(with_votes["n"])} if with_votes else {}
    for side, pattern in COUNTS.items():
        found = LABELLED[side].search(text) or pattern.search(text)
        if found:
            counts[side] = number_of(found["n"])
    no = NO.search(text) if "for" in counts and "against" not in counts else None
    if no:
        counts["against"] = int(no["n"])
    return counts


def number_of(printed: str) -> int:
    """A printed number: '7', 'seven', 'None'."""
    return int(printed) if printed.isdigit() else NUMBERS[printed.lower()]


def by_count(counts: Counts) -> Outcome | None:
    """The fate that a printed count states in figures: 'five in favour and one against'."""
    if "for" not in counts or counts["for"] == counts.get("against"):
        return None
    return "carried" if counts["for"] > counts.get("against", 0) else "lost"


def vote_warnings(document: Document, motion: Motion) -> tuple[ParseWarning, ...]:
    """A warning where the names of a recorded vote do not add up to its count, or the count not to its outcome.

    Fewer names than votes against or abstentions are no mismatch where nobody is named for: they asked to be recorded.
    """
    if motion.votes is None:
        return ()
    votes, names = motion.votes, motion.votes.names
    sides = (
        ("for", votes.for_, names.for_),
        ("against", votes.against, names.against),
        ("abstentions", votes.abstain, names.abstain),
    )
    found = [
        f"{count} {side} are printed but {len(listed)} named"
        for side, count, listed in sides
        if listed and count is not None and (count < len(listed) or (names.for_ and count != len(listed)))
    ]
    if motion.outcome == "carried" and votes.for_ is not None and votes.for_ < (votes.against or 0):
        found.append(f"{votes.for_} for and {votes.against} against are printed but the motion was carried")
    return tuple(caution(document, "vote-mismatch", told, motion.span.start, motion.span.end) for told in found)
