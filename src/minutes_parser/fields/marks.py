"""The marks that set decisions and actions apart: 'RESOLVED', 'Decision:', 'Action:', an owner in the margin.

Each pattern is one way of marking; `blocks` says what a mark governs.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.owners import OWNERS, Task
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
    heads: tuple[Passage | None, ...] = ()
    """For each paragraph of a list of actions the owner alone above it whose tasks are listed."""


# the word of a mark → kind of decision
DECISION_WORDS = {
    "RESOLVED": "resolved", "RESOVED": "resolved", "RESOLUTION": "resolved", "DECIDED": "decided",
    "DECISION": "decided", "DECISIONS": "decided", "AGREED": "agreed", "NOTED": "noted", "RECOMMENDED": "recommended",
    "APPROVED": "approved", "ADOPTED": "adopted", "CARRIED": "carried",
    "RESOLVES": "resolved",
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
    "was", "were", "is", "and", "then", "further", "unanimously", "therefore", "also", "hereby", "Council", "Board",
    "Committee", "Trustees", "Members", "Governors", "Councillors", "Directors", "Society", "Association", "council",
    "board", "committee", "trustees", "members", "governors", "councillors", "councilors", "directors", "group",
    "meeting",
)  # fmt: skip
# 'it was resolved to pay', 'the Council resolved unanimously that', 'the board resolves to'; not 'had resolved that'
# (an earlier decision)
INNER_LOWER = late_pattern(
    rf"""
    (?<= \b(?:{"|".join(_RESOLVERS)})[ ] )
    (?P<word> resolve[ds] )
    (?: [ ] (?: unanimously | nem\.?[ ]?con\.? | by[ ] (?:a[ ])? (?: majority | consensus ) ) (?=\W) )?+
    (?P<colon> [ ]*+ [:;,-]*+ [ ]*+ )
    (?= that\b | to\b | [(1"'] )
    """,
    regex.VERBOSE,
)

# the number or reference of an action: '3', 'No. 4', '#12', '2.1', '21/04', '2021-05-01'
_NUMBER = r"""
    (?: [ ]*+ (?: no\.?[ ]*+ | number[ ] | ref\.?[ ] )?+ \#?+ -?+
        [0-9]{1,4}+ (?: [./-] [0-9]{1,4}+ ){0,3}+ [a-z]?+ \b )
"""
# what an action's own mark may be the beginning of: 'Action Plan', 'Action group', 'Action against Hunger'
_NAMES_OF_OTHERS = (
    "plan", "plans", "list", "log", "table", "tracker", "summary", "group", "groups", "programme", "program", "points?",
    "items?", "sheet", "register", "team", "fund", "fraud", "aid", "research", "week", "day", "report", "update",
    "notes?", "minutes", "status", "zone", "network", "committee", "planning", "learning", "against", "taken", "was",
    "is", "has", "from", "since", "arising", "review", "required", "by",
)  # fmt: skip
# who is to do it follows a mark that has no colon: 'Ann to', 'Ann Oak:', 'AB', 'Clerk and Ann.'
_FOLLOWED = rf"""
    (?! (?: {"|".join(_NAMES_OF_OTHERS)} ) \b )
    (?= (?-i: {OWNERS} (?: [ ]++ (?: to | will | shall | asked[ ]to ) \b | [ ]*+ : | [ ] -
                          | ,?+ [ ]++ by \b [^.]{{2,30}}+ \.?+ $ | [.)\] ]*+ $ )
              | [A-Z]{{2,4}}+ (?: [,/&] | $ | [ ][a-z] ) | [A-Z][a-z]++ (?:[ ][a-z]++){{3}} ) )
"""
# an action's mark at the start of a paragraph: 'Action:', 'ACTION – Clerk', 'Actions', 'Action Point 3.', 'AP1:',
# 'Action SH', 'Action (Sam):', 'ACTION Ann to', '[ACTION] Ann', 'Action 21/04:', 'AI Ann:', 'A1. Ann to'; not 'Action
# Plan', 'action was taken', 'Community Action', 'A1. Apologies'
ACTION = late_pattern(
    rf"""
    [\[(]?+ (?: (?: further | agreed | new | follow[ -]?up | next | key | main ) [ ] )?+
    (?: actions?+ (?: [ ] (?: points? | required | agreed | items? | by | arising | to[ ]be[ ]taken ) )?+
          (?: [ ] (?:for|on) (?=[ ]) )?+ {_NUMBER}?+
      | AP [ ]? {_NUMBER} | (?-i: AP s?+ ) (?= [ ]*+ :)
      | (?-i: AI ) (?: {_NUMBER} (?= [ ]*+ [:.\])] ) )?+ (?= [ :\])] )
      | (?-i: A[0-9]{{1,3}} ) (?= [.:)]?+ [ ]++ (?-i: (?&owners) ) [ ] (?:to|will) [ ] )
      | (?-i: To[ ]do | TO[ ]DO | TODO | To-do | Todo ) s?+
    )
    (?: [ ]*+ [\])]?+ [ ]*+ [:;.-]++ [ ]*+ -*+ [ ]*+
      | [ ]*+ [\])] [ ]++ (?=\S)
      | [ ]*+ \]?+ $
      | [ ]*+ (?= \( [^()]{{1,50}}+ \) [ ]*+ : )
      | [ ]++ {_FOLLOWED}
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# the heading of a list of tasks that is no mark of one: 'Next steps:', 'Summary of actions', 'Action log', 'Follow-up'
# alone on a line; not 'Next steps were discussed', 'Actions from the last meeting'
LIST_LABEL = late_pattern(
    r"""
    (?: (?:the[ ])? (?: next[ ]steps? | follow[ -]?ups? | tasks | assignments | homework | to[ -]?do(?:[ ]list)?
      | (?: summary | list | table | record ) [ ] of [ ] (?:the[ ])? (?:key[ ]|agreed[ ])?
          (?: actions | action[ ](?:points|items) | tasks )
      | (?: key[ ] | agreed[ ] | new[ ] | open[ ] | outstanding[ ] )? actions? (?: [ ] (?: points? | items? ) )?
          [ ] (?: list | log | summary | sheet | table | tracker | register )
      | (?: key | open | outstanding | new | agreed | follow[ -]?up | main ) [ ]
          (?: actions | action[ ](?:points|items) )
      | actions? [ ] (?: points | items | steps ) | actions
    ) (?: [ ] (?: agreed | arising | and[ ](?:owners|decisions) | from[ ]this[ ]meeting | from[ ]the[ ]meeting ) )? )
    [ ]*+ [:.-]*+ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# the same at the end of a paragraph or between two sentences: '… before June. Action: DL/MB', '… in June. ACTION Ann';
# not 'a call for action: now'
INNER_ACTION = late_pattern(
    rf"""
    (?: (?<= [.;,!?)\]] [ ]{{1,3}} )
      | (?<= [ ]-[ ] )
      | (?<= [ ][\[(] )
    )
    (?: (?P<word> (?: (?i:further) [ ] )?+ (?: ACTIONS? | Actions? | action | TODO )
                  (?: [ ] (?i: point | item | by | agreed ) )?+
                  {_NUMBER}?+ )
        (?P<colon> [ ]*+ [\])]?+ [ ]*+ [:-]++ [ ]*+ | [ ]++ {_FOLLOWED} )
      | (?P<word> AP [ ]? [0-9]{{1,3}}+ (?:[.][0-9]{{1,2}}+)?+ ) (?P<colon> [ ]*+ [:-]*+ [ ]*+ )
    )
    """,
    regex.VERBOSE,
)
# an arrow or a star before a task: '-> Ann to ring', '→ Clerk to write', '… is broken. *Clerk to ring'; not '-> no
# objection', 'a * b'
_ARROW = r"(?: \*{1,3}+ | -{1,2}> | => | >{2,3} | [→⇒➔➜►➤] ) [ ]*+"
_TOLD_BEHIND = rf"""
    (?= {OWNERS} [ ] (?: to | will | shall | asked[ ]to ) [ ] | [Tt]o [ ] [a-z]{{2,}} [ ]
      | [A-Z] [^.*>]{{2,50}}? [ ]to[ ]be[ ] [a-z]++ \b )
"""
ARROW = late_pattern(rf"(?! \* ) {_ARROW} {_TOLD_BEHIND}", regex.VERBOSE)
INNER_ARROW = late_pattern(rf"(?<= [ ] ) {_ARROW} {_TOLD_BEHIND}", regex.VERBOSE)
ARROWS = ("*", "->", "=>", ">>", "→", "⇒", "➔", "➜", "►", "➤")
# the label of the next action, left behind at the end of the one before: '… to the website. 2)'; not '… by 2024)'
NEXT_LABEL = late_pattern(r"[ ] \(? [0-9a-z]{1,2} [).] $", regex.VERBOSE)

# 'Carried.', 'Motion Carried 6-0.', 'MOTION PASSED [Ayes: Ash, Elm]' after the words of the proposal; not 'was carried
# out'
CLOSING = late_pattern(
    r"""
    (?: ^ | (?<= [.;:!")] [ ]{1,3} ) )
    (?: (?: (?:The|THE)[ ] )?+ (?: (?:Motion|MOTION) (?: [ ]*+ [:-] )?+ [ ] )?+ (?: Carried | CARRIED )
      | (?: Motion | MOTION ) (?: [ ]*+ [:-] )?+ [ ]
        (?: carried | Passed | PASSED | Adopted | ADOPTED | Approved | APPROVED | CARRIES | PASSES )
    ) \b
    (?: [ ] (?: unanimously | UNANIMOUSLY | [0-9]++-[0-9]++ ) (?:-[0-9]++)? )?+
    (?: [ ]*+ [\[(] [^\[\]()]{0,200}+ [\])] )?+
    [^a-zA-Z]*+ $
    """,
    regex.VERBOSE,
)
# a line that is nothing but the fate of the proposal above it: 'The motion passed 5-0', 'Proposal seconded and
# accepted', 'Passed unanimously.'; not 'The motion was discussed and passed to the clerk'
CLOSING_LINE = late_pattern(
    r"""
    \W*+ (?: (?:the[ ])?+ (?: motion | proposal | resolution | recommendation ) s?+ (?: [ ]*+ [:-]++ )?+ [ ]*+ )?+
    (?: (?: was | were | is | has[ ]been | seconded | and | then | duly | unanimously | all ) [ ] | , [ ] )*+
    (?: carried | carries | passed | passes | approved | adopted | accepted )
    (?: ,?+ [ ] (?: unanimously | nem\.?[ ]?con\.? | by[ ]consensus | without[ ](?: dissent | objection ) ) )?+
    [^a-z]*+ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
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
LONGEST_VOTE = 240
"""With the names of the voters behind it in brackets it stands farther from the end."""
_CLOSING_STEMS = ("arried", "ARRI", "otion P", "OTION", "otion A", "otion: ", "otion - ")
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
    "AM", "PM", "BST", "GMT", "EST", "EDT", "UTC", "AD", "BC", "KB", "MB", "GB", "KM", "MPH", "VAT", "UK", "USA",
    "AGM", "EGM", "AND", "OR", "THE", "THAT", "TBC", "TBA", "TBD", "PDF", "OK", "CCTV", "GDPR", "LED", "RIP",
)  # fmt: skip
# the same where the margin was lost, behind the last sentence: '… on the benches. Clerk', '… the report. Noted';
# not '… met the Clerk'
TRAILING = late_pattern(
    rf"""
    (?<= [.!?;)"'0-9] ) (?<! [ ] [a-z0-9] \) ) [ ]++
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
LONGEST_LABEL = 60
_HEAD = 60
"""A mark's own word stands within so many characters."""


def decision_mark(text: str) -> regex.Match[str] | None:
    """The mark of a decision at the start of a paragraph."""
    return MARK.match(text) if has_any(text[:_HEAD].lower(), _DECISION_STEMS) else None


def action_mark(text: str) -> regex.Match[str] | None:
    """The mark of an action at the start of a paragraph."""
    head = text[:24].lower()
    if not has_any(head, ("action", "ap", "to do", "todo", "to-do", "ai")) and not text[1:2].isdigit():
        return None
    return ACTION.match(text)


def is_list_label(text: str) -> bool:
    """Whether a line is the heading of a list of tasks."""
    text = text.strip("*_ #")
    return len(text) <= LONGEST_LABEL and LIST_LABEL.match(text) is not None


def closing_mark(text: str) -> regex.Match[str] | None:
    """The mark at the end of a paragraph that says that its proposal was carried."""
    if not has_any(text, _CLOSING_STEMS):
        return None
    trail = LONGEST_VOTE if text.rstrip(". ").endswith((")", "]")) else LONGEST_TRAIL
    return CLOSING.search(text, max(len(text) - trail, 0))


def closes_proposal(text: str) -> bool:
    """Whether a paragraph is nothing but the mark that says that the proposal above it was carried."""
    if not has_any(text[:LONGEST_TRAIL].lower(), ("carri", "pass", "approved", "adopted", "accepted")):
        return False
    alone = CLOSING_LINE.match(text) is not None and not CLOSES_ALONE.fullmatch(text)
    return alone or CLOSING.match(text) is not None


def trailing_mark(text: str) -> regex.Match[str] | None:
    """The owner or the decision's word on its own at the end of a paragraph."""
    if not text[text.rfind(" ") + 1 :].lstrip("[")[:1].isupper():
        return None
    return TRAILING.search(text, max(len(text) - LONGEST_TRAIL, 0))


def inner_action_mark(text: str) -> regex.Match[str] | None:
    """The first mark of an action inside a paragraph."""
    return INNER_ACTION.search(text) if has_any(text, ("ction", "CTION", "AP", "TODO")) else None


def inner_arrow(text: str) -> regex.Match[str] | None:
    """The first arrow or star inside a paragraph that stands before a task."""
    return INNER_ARROW.search(text, 1) if has_any(text, ARROWS) else None


def inner_decision_mark(text: str) -> regex.Match[str] | None:
    """The first mark of a decision inside a paragraph; where all is in capitals, none of them marks anything."""
    found = INNER.search(text) if has_any(text, IN_EVERY_WORD) and not text.isupper() else None
    return found or (INNER_LOWER.search(text) if has_any(text, ("resolved", "resolves")) else None)
