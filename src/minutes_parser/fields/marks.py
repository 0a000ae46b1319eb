"""The marks that set decisions and actions apart: 'RESOLVED', 'Decision:', 'Action:', an owner in the margin.

Each pattern is one way of marking; `blocks` says what a mark governs.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.owners import Task
from minutes_parser.fields.prose import has_any
from minutes_parser.late import late_pattern

BlockKind = Literal["prose", "decision", "action"]


class Block(NamedTuple):
    """Paragraphs under one mark; `before` leads up to it: the paragraph before or beside it, or its own up to it."""

    kind: BlockKind
    word: str
    """The mark's own word, in capitals; empty for prose."""
    body: tuple[Passage, ...]
    before: Passage | None = None
    tasks: tuple[Task, ...] = ()
    """The tasks of an action table, whose cells say who and when."""


# the word of a mark → kind of decision
DECISION_WORDS = {
    "RESOLVED": "resolved", "RESOVED": "resolved", "RESOLUTION": "resolved", "DECIDED": "decided",
    "DECISION": "decided", "DECISIONS": "decided", "AGREED": "agreed", "NOTED": "noted", "RECOMMENDED": "recommended",
    "APPROVED": "approved", "ADOPTED": "adopted", "CARRIED": "carried",
}  # fmt: skip
IN_EVERY_WORD = ("ED", "IO")
"""Each word of a decision holds one of these."""
_WORDS = "|".join(sorted(DECISION_WORDS, key=len, reverse=True))
_LABELS = "|".join(f"(?-i:{word[0]}){word[1:]}" for word in sorted(DECISION_WORDS, key=len, reverse=True))
# what may stand between a mark in capitals and the beginning of its paragraph
_LEADING = "|".join(
    (
        *("it[ ]was", "and", "members", "unanimously", "also"),
        *(f"the[ ]{body}" for body in ("council", "board", "committee", "panel", "cabinet", "meeting")),
    )
)
# a decision's mark at the start of a paragraph: 'RESOLVED –', 'It was RESOLVED that', 'Agreed - to pay', 'NOTED';
# not 'Agreed with the plan' (a word in small letters needs a colon, a dash or the end of the line)
MARK = late_pattern(
    rf"""
    (?: (?:{_LEADING}) [ ] ){{0,5}}+
    (?: further [ ] )?+
    (?: unanimously [ ] )?+
    (?P<word>
        (?-i: {_WORDS} | Resolved )
      | (?:{_LABELS})
        (?= [ ]*+ (?: \#?+ [0-9]{{1,3}} (?=:) )?+ (?:unanimously [ ]*+)?+ (?: : | -++ [ ]*+ (?! [a-z]*+- ) | \.? $ ) )
    )
    (?: [ ] unanimously | [ ] \(unanimously\) | [ ]*+ \#?+ [0-9]{{1,3}} (?=:) )?+
    (?P<colon> [ ]*+ [:;,-]*+ [ ]*+ -*+ )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# inside a sentence only capitals stand out: '… seconded by Cllr Ash, it was RESOLVED that …';
# not 'the board had RESOLVED' (an earlier decision)
INNER = late_pattern(
    rf"""
    (?<= [ ,;.("-] )
    (?<! \bhad[ ] )
    (?<! \bhad[ ]been[ ] )
    (?P<word> {_WORDS} ) \b
    (?P<colon> [ ]*+ [:;,-]*+ [ ]*+ -*+ )
    """,
    regex.VERBOSE,
)
_RESOLVERS = (
    "was", "were", "is", "and", "then", "further", "unanimously", "therefore", "also", "Council", "Board",
    "Committee", "Trustees", "Members", "Governors", "meeting",
)  # fmt: skip
# 'it was resolved to pay', 'the Council resolved that'; not 'had resolved that' (an earlier decision)
INNER_LOWER = late_pattern(
    rf"""
    (?<= \b(?:{"|".join(_RESOLVERS)})[ ] )
    (?P<word> resolved )
    (?P<colon> [ ]*+ [:;,-]*+ [ ]*+ )
    (?= that\b | to\b | [(1"] )
    """,
    regex.VERBOSE,
)

# an action's mark at the start of a paragraph: 'Action:', 'ACTION – Clerk', 'Actions', 'Action Point 3.', 'AP1:',
# 'Action SH', 'Action (Sam):'; not 'Action Plan', 'action was taken', 'Community Action'
ACTION = late_pattern(
    r"""
    [\[(]?+ (?: (?: further | agreed ) [ ] )?+
    (?: actions?+ (?: [ ] (?:points?|required|agreed|items?|by) )?+ (?: [ ]*+ \#?+ [0-9]{1,3}+ )?+
      | AP [ ]? [0-9]{1,3}+
      | (?-i: AI ) (?= [ ]*+ : )
      | (?-i: To[ ]do | TO[ ]DO | TODO )
    )
    (?: [ ]*+ [:;.-]++ [ ]*+ -*+ [ ]*+
      | [ ]*+ \]?+ $
      | [ ]*+ (?= \( [^()]{1,50}+ \) [ ]*+ : )
      | [ ]++
        (?! plan | list | log | table | tracker | summary | group | programme | points?\b | items?\b )
        (?= (?-i: [A-Z]{2,4}+ (?: [,/&] | $ | [ ][a-z] ) | [A-Z][a-z]++ (?:[ ][a-z]++){3} ) )
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# the same at the end of a paragraph or between two sentences: '… before June. Action: DL/MB'; not 'a call for
# action: now'
INNER_ACTION = late_pattern(
    r"""
    (?: (?<= [.;,!?)\]] [ ]{1,3} )
      | (?<= [ ]-[ ] )
      | (?<= [ ][\[(] )
    )
    (?: (?P<word> (?: (?i:further) [ ] )?+ (?: ACTIONS? | Actions? | action ) (?: [ ] (?i: point | by | agreed ) )?+ )
        (?P<colon> [ ]*+ [:-]++ [ ]*+ | [ ]++ (?= [A-Z]{2,4}\b ) )
      | (?P<word> AP [ ]? [0-9]{1,3}+ ) (?P<colon> [ ]*+ [:-]*+ [ ]*+ )
    )
    """,
    regex.VERBOSE,
)
# the label of the next action, left behind at the end of the one before: '… to the website. 2)'; not '… by 2024)'
NEXT_LABEL = late_pattern(r"[ ] \(? [0-9a-z]{1,2} [).] $", regex.VERBOSE)

# 'Carried.', 'Motion Carried 6-0.', 'CARRIED UNANIMOUSLY' after the words of the proposal; not 'was carried out'
CLOSING = late_pattern(
    r"""
    (?: ^ | (?<= [.;:!")] [ ]{1,3} ) )
    (?: (?: (?:The[ ])? Motion [ ] )? (?: Carried | CARRIED ) | (?: Motion | MOTION ) [ ] carried ) \b
    (?: [ ] (?: unanimously | UNANIMOUSLY | [0-9]++-[0-9]++ ) (?:-[0-9]++)? )?+
    [^a-zA-Z]*+ $
    """,
    regex.VERBOSE,
)
# what begins the words of a proposal: 'That the minutes be adopted', 'WHEREAS …', 'BE IT RESOLVED THAT …'; not 'Thatch'
PROPOSAL = re.compile(
    r"(?: That | THAT | WHEREAS | Whereas | AND[ ] | BE[ ]IT | NOW | THEREFORE | RESOLVED ) \b", re.VERBOSE
)
RECITALS = ("AND", "BE ", "NOW", "THER", "WHER")
"""How those paragraphs of a proposal begin that carry it on."""
# what the recitals of a proposal lead up to: 'NOW BE IT RESOLVED, that'; not 'was resolved'
RESOLVED_THAT = late_pattern(
    r"\b (?: BE[ ]IT[ ] (?:FURTHER[ ])? RESOLVED | [Bb]e[ ]it[ ]resolved ) [ ,:]*+", regex.VERBOSE
)

# a sentence that resolves something else than the one before it: 'Resolved to paint …', 'It was further resolved that';
# not 'Resolved.'
ANOTHER = late_pattern(
    r"""
    (?: (?: It | The[ ]\w++ ) [ ] (?:was[ ])?+ (?: (?: also | further | unanimously ) [ ] )?+ )?+
    (?i: resolved ) [ ] (?: that | to ) \b
    """,
    regex.VERBOSE,
)
# a task in a list of Markdown's: '- [ ] Ann: buy paint', and one that is done: '- [x] Ann: …'; not '[AB]'
CHECKBOX = late_pattern(r"[-*+•] [ ] \[ (?: [ ] | (?P<ticked> [xX] ) ) \] [ ]", regex.VERBOSE)
RESOLVED = ("esolved", "RESOLVED")
# a sentence that tells a task of its own: 'The Chair agreed to ring', 'Cllr Ash was asked to'; not 'to be agreed to'
TOLD = late_pattern(
    r"""
    (?: [Tt]he[ ] )?+ [A-Z] [^,.;:]{1,40} [ ]
    (?: agreed | offered | undertook | volunteered | (?:was|were)[ ]asked ) [ ] to [ ]
    """,
    regex.VERBOSE,
)
# these close what stands above them where they are alone on a line: 'APPROVED', 'Agreed unanimously.'; not 'RESOLVED'
# and 'NOTED', which lead up to what stands below, and 'Approved:'
CLOSES_ALONE = late_pattern(
    r"(?: APPROVED | ADOPTED | Approved | Adopted | Agreed ) (?: [ ] unanimously )?+ \.?+", regex.VERBOSE
)
# a sum of money at the end of a line: '£100.00', '$50'; not 'by 50'
AMOUNT = late_pattern(r"[£$€] [ ]? [0-9] [0-9,.]*+ $", regex.VERBOSE)
LONGEST_TRAIL = 60
"""A mark that closes a paragraph stands in its last characters."""
MARGIN = "MARGIN"
"""The word of a mark that is nothing but a cell in the right margin."""
# what stands between the owners of one task: ', ', '/', ' and '; not ' or '
_AND = r"(?: ,[ ]*+ | [ ]?/[ ]? | [ ]and[ ] | [ ]&[ ] )"
# a cell in the margin that holds owners: 'Clerk', 'AB', 'NO/CF', 'Cllr. W. Lane', 'All', 'Ann Lee and Clerk';
# not '156.00', 'Feb 2019', 'Timber Garden Shed'
OWNER_CELL = late_pattern(
    rf"""
    (?P<who>
        (?:The[ ])? (?: Clerk | (?:Vice[ -])? Chair\w*+ | Secretary | Treasurer | All | Headteacher | Officers?
                      | Members | Councillors | Everyone )
      | [A-Z]{{2,4}} (?!\w)
      | (?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr) \b \.? (?: [ ] [A-Z][\w'.-]*+ ){{1,3}}
      | [A-Z][a-z]++ [ ] [A-Z][\w'-]++ (?! [ ] [A-Z0-9] )
    )
    (?: {_AND} (?&who) ){{0,9}}+
    \.? $
    """,
    regex.VERBOSE,
)
# capitals behind a figure that are nobody's initials: '11.00 PM', '99 KB'
NOT_INITIALS = (
    "AM",
    "PM",
    "BST",
    "GMT",
    "EST",
    "EDT",
    "UTC",
    "AD",
    "BC",
    "KB",
    "MB",
    "GB",
    "KM",
    "MPH",
    "VAT",
    "UK",
    "USA",
)
# the same where the margin was lost, behind the last sentence: '… on the benches. Clerk', '… the report. Noted';
# not '… met the Clerk'
TRAILING = late_pattern(
    rf"""
    (?<= [.!?;)"'0-9] ) [ ]++
    (?P<mark>
        (?P<who>
            (?:The[ ])?+ (?: Clerk | Chair | Chairman | Secretary | Treasurer | ALL | All )
          | (?! (?: {"|".join(NOT_INITIALS)} ) \b ) [A-Z]{{2,4}} (?! [\w/]{{2}} )
          | (?:Cllrs?|Councillors?) \b \.? (?: [ ] [A-Z][\w'.-]*+ ){{1,3}}
        )
        (?: {_AND} (?&who) ){{0,9}}+
      | \[ (?&who) (?: {_AND} (?&who) ){{0,9}}+ \]
      | Noted | Agreed | Approved
    )
    \.?+ $
    """,
    regex.VERBOSE,
)
# Markdown's mark of a heading: '## RESOLVED'; not '#1 priority'
HEADING = late_pattern(r"\#{1,6}+ [ ]++", regex.VERBOSE)

_DECISION_STEMS = ("reso", "deci", "agreed", "noted", "recomm", "approved", "adopted", "carried")
_HEAD = 60
"""A mark's own word stands within so many characters."""


def decision_mark(text: str) -> regex.Match[str] | None:
    """The mark of a decision at the start of a paragraph."""
    return MARK.match(text) if has_any(text[:_HEAD].lower(), _DECISION_STEMS) else None


def action_mark(text: str) -> regex.Match[str] | None:
    """The mark of an action at the start of a paragraph."""
    head = text[:16].lower()
    return ACTION.match(text) if has_any(head, ("action", "ap", "to do", "todo", "ai:", "ai :")) else None


def closing_mark(text: str) -> regex.Match[str] | None:
    """The mark at the end of a paragraph that says that its proposal was carried."""
    return CLOSING.search(text, max(len(text) - LONGEST_TRAIL, 0)) if "arried" in text or "ARRIED" in text else None


def trailing_mark(text: str) -> regex.Match[str] | None:
    """The owner or the decision's word on its own at the end of a paragraph."""
    if not text[text.rfind(" ") + 1 :].lstrip("[")[:1].isupper():
        return None
    return TRAILING.search(text, max(len(text) - LONGEST_TRAIL, 0))


def inner_action_mark(text: str) -> regex.Match[str] | None:
    """The first mark of an action inside a paragraph."""
    return INNER_ACTION.search(text) if has_any(text, ("ction", "CTION", "AP")) else None


def inner_decision_mark(text: str) -> regex.Match[str] | None:
    """The first mark of a decision inside a paragraph; where all is in capitals, none of them marks anything."""
    found = INNER.search(text) if has_any(text, IN_EVERY_WORD) and not text.isupper() else None
    return found or (INNER_LOWER.search(text) if "resolved" in text else None)
