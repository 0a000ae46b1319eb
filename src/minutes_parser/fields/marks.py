"""The marks that set decisions and actions apart: 'RESOLVED', 'Decision:', 'Action:', 'Agreed –', an owner in the margin.

Each pattern is one way of marking; `blocks` says what a mark governs.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from minutes_parser.document import Passage

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
INNER = regex.compile(rf"(?<=[ ,;.(\"-])(?<!\bhad[ ])(?<!\bhad[ ]been[ ])(?P<word>{_WORDS})\b(?P<colon>[ ]*+[:;,-]*+[ ]*+-*+)")
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


HEADING = regex.compile(r"\#{1,6}+[ ]++")
# 'it was resolved to …', 'the Council resolved that …'; not 'had resolved that' (an earlier decision), 'did not resolve'
INNER_LOWER = regex.compile(
    r"(?<=\b(?:was|were|is|then|unanimously|therefore|also|Council|Board|Committee|Trustees|Members|Governors|meeting)[ ])"
    r"(?P<word>resolved)(?P<colon>[ ]*+[:;,-]*+[ ]*+)(?=that\b|to\b|[(1])"
)


MARGIN = "MARGIN"
"""The word of a mark that is nothing but a cell in the right margin."""
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


# the label of the next action, left behind at the end of the one before: '… to the website. 2)'
NEXT_LABEL = regex.compile(r"[ ]\(?[0-9a-z]{1,2}[).]$")
# the same marks where the margin was lost, behind the last sentence: '… on the defibrillators. Clerk', '… the report. Noted'
TRAILING = regex.compile(
    r"""
    (?<=[.!?;)"'0-9]) [ ]++
    (?P<mark> (?P<who> (?:The[ ])?+ (?:Clerk|Chair|Chairman|Secretary|Treasurer|ALL|All) | [A-Z]{2,4} (?![\w/]{2})
           | (?:Cllrs?|Councillors?) \b \.? (?:[ ][A-Z][\w'.-]*+){1,3} )
          (?: (?:,[ ]*+ | [ ]?/[ ]? | [ ]and[ ] | [ ]&[ ]) (?&who) )*+
      | Noted | Agreed | Approved )
    \.?+ $
    """,
    regex.VERBOSE,
)


class Block(NamedTuple):
    """Paragraphs under one mark; `before` is the sentence that leads up to a mark in mid-paragraph."""

    kind: BlockKind
    word: str
    """The mark's own word, in capitals; empty for prose."""
    body: tuple[Passage, ...]
    before: Passage | None = None
