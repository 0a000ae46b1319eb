"""Who is to do a task: the owner before the verb, in front, behind a dash, in brackets, or alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.due import due_of, only_due, without_due
from minutes_parser.fields.task_words import (
    GROUP_WORDS,
    LISTED_VERBS,
    MODALS,
    NOT_IN_GROUPS,
    OWNER_OFFICES,
    TASK_VERBS,
)
from minutes_parser.late import late_pattern

IsKnown = Callable[[str], bool]
"""Whether a person as printed is one of the meeting's."""

# one mention of a person, an office or a body: 'Sam Ash', 'CC Elm', 'The Board', 'AS/MB', "DO'C", 'the Clerk',
# 'Finance committee'; not 'Thank the committee'
_BODY = r"(?<![Tt]he[ ])(?:group|team|committee|board|council)"
_WORD = rf"(?:[A-Z][\p{{L}}'.&-]*+|(?:of|for|the|de|van|von|{_BODY})\b)"
# what begins a sentence with a capital and is nobody: 'No report was …', 'Nothing to add', 'Agreed to place'
NOBODY = (
    "No", "Nothing", "None", "Nobody", "Agreed", "Resolved", "Approved", "Noted", "Proposed", "Just", "We", "Who",
    "What", "However", "It", "This", "That", "There", "They", "These", "Those", "Please", "Not", "If", "When",
    "Also", "Then", "Any", "Next", "Need", "Circulated", "Amend", "Update", "DONE", "Done", "CLOSED", "Closed",
    "COMPLETE", "Complete", "Completed", "Note", "NOTE", "See", "As", "In", "On", "For", "From", "With", "Re",
)  # fmt: skip
MENTION = rf"(?!(?:{'|'.join(NOBODY)})[ ,])(?:(?:[Tt]he|[Aa]ll|[Bb]oth)[ ])?+[A-Z][\p{{L}}'.&/-]*+(?:[ ]{_WORD})*+"
# verbs that are as often the first word of what a group is called: 'research team', 'review panel'
_NOUNS = frozenset(("research", "review", "help", "lead", "sign", "source", "progress", "issue"))
_VERBS = "|".join(sorted({verb.split()[0] for verb in TASK_VERBS} - _NOUNS, key=len, reverse=True))
# a verb that begins a task, and so no name in brackets behind one: '(Create stories)'
_LISTED = "|".join(sorted({verb.split()[0].title() for verb in (*TASK_VERBS, *LISTED_VERBS)}, key=len, reverse=True))
_GROUP_WORDS = "|".join(sorted(GROUP_WORDS, key=len, reverse=True))
_OFFICES = "|".join(sorted((office.replace(" ", "[ ]") for office in OWNER_OFFICES), key=len, reverse=True))
# 'finance working group', 'The web team'; not 'ask the team', 'Contact finance team'
GROUP = rf"""
    (?: (?:[Tt]he|[Oo]ur|[Aa]ll) [ ] )?+ (?! (?i: {_VERBS} ) \b )
    (?: (?! (?: {"|".join(NOT_IN_GROUPS)} ) \b ) [\p{{L}}'&-]++ [ ] ){{1,4}}? (?: {_GROUP_WORDS} ) (?![\w'-])
"""
# 'clerk', 'all', 'the Chair'; not 'chairs', 'all papers'
OFFICE = rf"(?: [Tt]he [ ] )?+ (?i: {_OFFICES} ) (?![\w'-]) (?! [ ] [A-Z] )"
_AND = r"(?:,[ ]and[ ]|,[ ]|[ ]and[ ]|[ ]&[ ]|[ ]?/[ ]?|[ ]\+[ ])"
_LIST = rf"(?P<name>{MENTION})(?:(?:,[ ]|[ ]and[ ]|[ ]&[ ]|[ ]?/[ ]?|,[ ]and[ ])(?&name))*+"
_ONE = rf"(?: {GROUP} | {OFFICE} | {MENTION} | @[\w-]++ )"
# spelled out once and called for the others: a pattern is compiled in half the time
OWNERS = rf"(?P<owners> (?P<one> {_ONE} ) (?: {_AND} (?&one) ){{0,11}}+ )"
"""Owners where only owners can stand; `_LIST`, without groups and offices in small letters, is for running text."""
# what begins a task with a capital before a verb and is what is to be dealt with, not who is to do it
THINGS = (
    "Copy", "Copies", "Letter", "Letters", "Report", "Reports", "Motion", "Details", "Invoice", "Quotes", "Quotations",
    "Application", "Minutes", "Papers", "Permission", "Funding", "Agenda", "Email", "Policy", "Documents", "Document",
    "Work", "Works", "Meeting", "Date", "Items", "Item",
)  # fmt: skip
_MODAL = "|".join(sorted((modal.replace(" ", "[ ]++") for modal in MODALS), key=len, reverse=True))
# a task that begins with such a word names whom it concerns, not who is to do it: 'Ask the Clerk to write', 'Write to
# Ann to thank her'
_ASKING = r"(?:To|Ask|Invite|Request|Remind|Contact|Write|Speak|Get|Arrange|Encourage|Instruct|Tell|Thank)\b"
# several who have no name, at the start of a task: 'officers to draft', 'volunteers to paint'; not 'papers to be sent'
_SEVERAL = r"(?<! [ ] ) [a-z]{4,}s (?= [ ] to [ ] (?! (?: be | follow | go | come | include ) \b ) )"
# 'Sam Ash to liaise …', 'With regards the training, Ann Elm will address this', 'the web team to', 'all to'; not 'To
# forward details'
BEFORE = late_pattern(
    rf"""
    (?: ^ | (?<=,[ ]) )
    (?: For [ ] )?
    (?P<owner> (?! {_ASKING} | (?: {"|".join(THINGS)} ) \b ) {OWNERS} | {_SEVERAL} )
    (?: ,[ ] [^,]{{3,60}}+ , | [ ]*+ \( [\w ]{{2,12}}+ \) )? [ ]++
    (?: also [ ] )?
    (?: {_MODAL} ) \b
    """,
    regex.VERBOSE,
)
# further owners of the same task: '… and for Bo to feed back', '… and that Sam would pass it on'; not 'and for all'
ALSO = late_pattern(rf"\b and [ ] (?:for|that) [ ] (?P<owner> {MENTION} ) [ ] (?:to|would|will) \b", regex.VERBOSE)
# when the owner is to do it: '- Ann, by Friday', '(Ann by 3 June)'
_WHEN = r"(?: [ ,;:(-]++ (?P<due> [^()\[\]]{3,40}+ ) )?+"
_WHO = r"(?i: owners? | assigned[ ]to | assignees? | responsible | lead | who | by[ ]whom | action[ ]by | whom )"
# '… - Ann Lee', '… - AB/CD', '… - Ann, by Friday', '… Owner: Ann'; not '… - lots of cases'
AFTER = late_pattern(
    rf"""
    [ ] (?: -{{1,2}} [ ]*+ (?: {_WHO} [ ]*+ :?+ [ ]*+ )?+ | [(\[]?+ {_WHO} [ ]*+ : [ ]*+ )
    (?P<owner> {OWNERS} ) {_WHEN} [ ]*+ [)\]]?+ [ ]*+ \.? [ ]*+ $
    """,
    regex.VERBOSE,
)
# '… : Ann', where Ann is known; not '… the following: chairs'
AFTER_COLON = late_pattern(rf"(?<= \w ) [ ]?+ : [ ]*+ (?P<owner> {OWNERS} ) {_WHEN} [ ]*+ \.? $", regex.VERBOSE)
# where a task stands, in brackets behind it
_STATE = r"(?: On[ ]Hold | Open | Ongoing | On-going | Pending | In[ ]Progress | TBC | TBD | Carried[ ]Forward ) \b"
# '… (AB)', '… (Jo and Sam)', '… [new for Ann Lee]', '… (Ann, by Friday)', '… (web team)'; not '(see minute 12)', 'a
# card (for Ann Lee)'
BRACKETED = late_pattern(
    rf"""
    [ ] [(\[] (?: new[ ]for[ ] | (?:{_WHO}|ACTION|Action|action) [ ]*+ :?+ [ ]++ )?+
    (?! {_STATE} | (?: {_LISTED} ) \b ) (?P<owner> {OWNERS} ) {_WHEN} [)\]] [ ]*+ \.? $
    """,
    regex.VERBOSE,
)
# 'Clerk to invite colleagues from the trust (Ann Lee)': who is to do it stands first, whom the brackets name does not;
# not 'To invite colleagues (Ann Lee)'
FIRST = late_pattern(
    rf"(?! {_ASKING} | (?: {'|'.join(THINGS)} ) \b ) {OWNERS} [ ] (?: to | will | shall ) [ ]", regex.VERBOSE
)
# 'Ann Lee: announce the nominations', '(Ann Lee): announce …'; not 'Update: the Clerk had asked'
LEADING = late_pattern(
    rf"""
    [(\[]?+ (?P<owner> (?! (?:Update|Notes?|Response|Re) \b ) (?: {OWNERS} ) )
    (?: [ ,(]++ (?P<due> (?: by | due | before ) [ ] [^:()]{{3,24}}+ ) )?+ [)\]]?+ [ ]*+ : [ ]++ (?=\S)
    """,
    regex.VERBOSE,
)
# '[Ann Lee] announce the nominations', '(AB) announce …'; not '[Draft] accounts'
IN_FRONT = late_pattern(rf"[(\[] (?P<owner> {OWNERS} ) [)\]] [ ]*+ -*+ [ ]*+ (?=[\w\"'])", regex.VERBOSE)
# 'Ann Lee - announce the nominations', 'AB/CD - announce …', where they are known; not 'Lamp - to be mended'
BEFORE_DASH = late_pattern(rf"(?P<owner> {OWNERS} ) [ ]++ -{{1,2}}+ [ ]*+ (?=\S)", regex.VERBOSE)
# '@ann announce the nominations'
HANDLES = late_pattern(
    r"(?P<owner> @[\w-]++ (?: (?:,[ ]|[ ]and[ ]|[ ]&[ ]|[ ]|/) @[\w-]++ ){0,9}+ ) [ :-]++ (?=\S)", regex.VERBOSE
)
# 'Clerk to action.', 'AB/CD to action this'; not 'Clerk to action the repair of the wall'
OWNER_ONLY = late_pattern(
    rf"(?P<owner> {_LIST} ) [ ] (?:to|will|would) [ ] action (?: [ ] (?:this|these|signatures|it) )?+ \.? $",
    regex.VERBOSE,
)
# 'DL/MB', 'Ann Lee and Bob Ash.', 'Ann by Friday', 'the web team (due 3 June)'; not 'Ann Lee to write'
ALONE = late_pattern(
    rf"(?: {_WHO} [ ]*+ : [ ]*+ | (?: on | for ) [ ] )?+ (?P<owner> {OWNERS} ) (?P<rest> .*+ ) $", regex.VERBOSE
)
LONGEST_ALONE = 100
MOST_ALONE = 6
"""Owners that stand alone have at most so many words."""
# who is somebody even where the meeting's people are not known: 'AB', 'Cllr Ash', 'the Clerk', 'web team', '@ann'
SOMEBODY = late_pattern(
    rf"""
    (?: [A-Z]{{2,4}} | [A-Z][a-z]?[A-Z]{{1,3}} | @[\w-]++ | {OFFICE} | {GROUP}
      | (?: Cllrs? | Councillors? | Mrs? | Ms | Miss | Dr | Prof | Rev ) \.?+
          [ ] [A-Z] [\w'.-]*+ (?: [ ][A-Z][\w'.-]*+ ){{0,2}} )
    $
    """,
    regex.VERBOSE,
)
# what parts the owners of a list: 'AB, CD', 'AB/CD', 'AB and CD'; not 'Sandra'
_SPLIT = late_pattern(
    r"""
      , (?: [ ]*+ and\b )? [ ]*+
    | / [ ]*+
    | (?<=[ ]) (?: and\b | & | \+ ) [ ]*+
    """,
    regex.VERBOSE,
)
LONGEST_TRAIL = 80
"""An owner after a dash or in brackets stands in a task's last characters."""
LONGEST_LEAD = 60
LONGEST_ACCOUNT = 240
"""An owner who stands farther from the beginning of a task is somebody it tells about."""


class Task(NamedTuple):
    """A task with its owners cut off: `text` is what is to be done as printed."""

    text: Passage
    owners: tuple[Passage, ...]
    due: Passage | None


def nobody(_: str) -> bool:
    """Knows none of the meeting's people."""
    return False


def parse_task(passage: Passage, is_known: IsKnown = nobody) -> Task:
    """A task's owners and due phrase; an owner in front or behind is cut off, one before its verb stays where he is."""
    text, due = without_due(passage)
    for part in (_in_front, _behind):
        task = part(text, is_known)
        if task:
            return task._replace(due=due or task.due or due_of(task.text))
    return Task(text, owners_before(text), due or due_of(text))


def _in_front(text: Passage, is_known: IsKnown) -> Task | None:
    """A task whose owner stands before it, in brackets or before a colon or a dash."""
    for pattern, sure in ((HANDLES, True), (LEADING, True), (IN_FRONT, text.text[:1] == "["), (BEFORE_DASH, False)):
        found = pattern.match(text.text, 0, LONGEST_LEAD)
        if found and (sure or are_people(named(text, found), is_known)):
            due = named(text, found, "due") if "due" in pattern.groupindex and found["due"] else None
            return Task(text.cut(found.end()), names_of(named(text, found)), due)
    return None


def _behind(text: Passage, is_known: IsKnown) -> Task | None:
    """A task whose owner stands behind it, after a dash or a colon or in brackets."""
    tail = max(len(text.text) - LONGEST_TRAIL, 0)
    patterns = [AFTER, *(() if FIRST.match(text.text) else (BRACKETED, AFTER_COLON))]
    for pattern in patterns:
        found = pattern.search(text.text, tail)
        if not found or not found.start() or (pattern is AFTER_COLON and not are_people(named(text, found), is_known)):
            continue
        due = only_due(named(text, found, "due")) if found["due"] else None
        if due or not found["due"]:
            return Task(text.cut(0, found.start()), names_of(named(text, found)), due)
    return None


def are_people(owners: Passage, is_known: IsKnown) -> bool:
    """Whether each name of a list is somebody: known to the meeting, or an office, a group or initials."""
    return all(SOMEBODY.match(name.text) or is_known(name.text) for name in names_of(owners))


def named(passage: Passage, found: regex.Match[str], group: str = "owner") -> Passage:
    """The part of a passage that a group of a match holds."""
    return passage.cut(found.start(group), found.end(group))


def owners_before(text: Passage) -> tuple[Passage, ...]:
    """The owners that a task names before its verb: 'Sam to send …, and for Bo to …' names both."""
    found = BEFORE.search(text.text, 0, LONGEST_ACCOUNT)
    if not found:
        return ()
    further = [named(text, also) for also in ALSO.finditer(text.text, found.end())]
    return (*names_of(named(text, found)), *further)


def names_of(passage: Passage) -> tuple[Passage, ...]:
    """A list of owners cut at its commas, slashes and 'and's."""
    names = []
    at = 0
    for gap in _SPLIT.finditer(passage.text):
        names.append(passage.cut(at, gap.start()))
        at = gap.end()
    names.append(passage.cut(at))
    return tuple([name for name in names if name.text])


def is_owner_only(sentence: str) -> bool:
    """Whether a sentence only says who is to do what the sentence before it says: 'Clerk to action.'"""
    return "action" in sentence and OWNER_ONLY.match(sentence) is not None


def owner_alone(passage: Passage) -> Task | None:
    """The owners, and the due time, that a marked action is nothing but ('ACTION: DL/MB'); its text is empty.

    The task is then the sentence before it.
    """
    found = ALONE.match(passage.text) if len(passage.text) <= LONGEST_ALONE else None
    if not found:
        return None
    owners, rest = named(passage, found), named(passage, found, "rest")
    rest = rest.cut(len(rest.text) - len(rest.text.lstrip(" ,;:.()[]-")))
    due = only_due(rest)
    if (rest.text and not due) or len(owners.text.replace("/", " ").replace(",", " ").split()) > MOST_ALONE:
        return None
    return Task(passage.cut(0, 0), names_of(owners), due)
