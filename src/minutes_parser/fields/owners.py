"""Who is to do a task, and by when: the owner before the verb, after a dash, in brackets, or alone."""

from __future__ import annotations

from typing import NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.dates import MONTHS, WEEKDAYS
from minutes_parser.late import late_pattern

# one mention of a person, an office or a body: 'Sam Ash', 'CC Elm', 'The Board', 'AS/MB', "DO'C", 'the Clerk',
# 'Finance committee'; not 'Thank the committee'
_BODY = r"(?<![Tt]he[ ])(?:group|team|committee|board|council)"
_WORD = rf"(?:[A-Z][\p{{L}}'.&-]*+|(?:of|for|the|de|van|von|{_BODY})\b)"
# what begins a sentence with a capital and is nobody: 'No report was …', 'Nothing to add', 'Agreed to place'
NOBODY = (
    "No", "Nothing", "None", "Nobody", "Agreed", "Resolved", "Approved", "Noted", "Proposed", "Just", "We", "Who",
    "What", "However", "It", "This", "That", "There", "They", "These", "Those", "Please", "Not", "If", "When",
    "Also", "Then", "Any", "Next", "Need", "Circulated", "Amend", "Update",
)  # fmt: skip
MENTION = rf"(?!(?:{'|'.join(NOBODY)})[ ,])(?:(?:[Tt]he|[Aa]ll|[Bb]oth)[ ])?+[A-Z][\p{{L}}'.&/-]*+(?:[ ]{_WORD})*+"
_LIST = rf"{MENTION}(?:(?:,[ ]|[ ]and[ ]|[ ]&[ ]|[ ]?/[ ]?|,[ ]and[ ]){MENTION})*+"
# what begins a task with a capital before a verb and is what is to be dealt with, not who is to do it
THINGS = (
    "Copy", "Copies", "Letter", "Letters", "Report", "Reports", "Motion", "Details", "Invoice", "Quotes", "Quotations",
    "Application", "Minutes", "Papers", "Permission", "Funding",
)  # fmt: skip
# what may stand between the owner and the verb of the task
MODALS = (
    "to", "will", "would", "shall", "should", "is to", "are to", "agreed to", "offered to", "undertook to",
    "promised to", "volunteered to", "agreed that", "needs to", "need to", "has agreed to", "have agreed to",
    "was asked to", "were asked to", "is asked to", "are asked to", "was requested to", "were requested to",
    "has offered to", "is", "are", "offered", "volunteered",
)  # fmt: skip
_MODAL = "|".join(sorted((modal.replace(" ", "[ ]++") for modal in MODALS), key=len, reverse=True))
# a task that begins with such a word names whom it concerns, not who is to do it: 'Ask the Clerk to write', 'Write to
# Ann to thank her'
_ASKING = r"(?:To|Ask|Invite|Request|Remind|Contact|Write|Speak|Get|Arrange|Encourage|Instruct|Tell|Thank)\b"
# several who have no name, at the start of a task: 'officers to draft', 'volunteers to paint'; not 'papers to be sent'
_SEVERAL = r"(?<! [ ] ) [a-z]{4,}s (?= [ ] to [ ] (?! (?: be | follow | go | come | include ) \b ) )"
# 'Sam Ash to liaise …', 'With regards the training, Ann Elm will address this'; not 'To forward details'
BEFORE = late_pattern(
    rf"""
    (?: ^ | (?<=,[ ]) )
    (?: For [ ] )?
    (?P<owner> (?! {_ASKING} | (?: {"|".join(THINGS)} ) \b ) {_LIST} | {_SEVERAL} )
    (?: ,[ ] [^,]{{3,60}}+ , | [ ] \( [\w ]{{2,12}}+ \) )? [ ]
    (?: also [ ] )?
    (?: {_MODAL} ) \b
    """,
    regex.VERBOSE,
)
# further owners of the same task: '… and for Bo to feed back', '… and that Sam would pass it on'; not 'and for all'
ALSO = late_pattern(rf"\b and [ ] (?:for|that) [ ] (?P<owner> {MENTION} ) [ ] (?:to|would|will) \b", regex.VERBOSE)
# '… - Ann Lee', '… - AB/CD'; not '… - lots of cases'
AFTER = late_pattern(rf"[ ] -{{1,2}} [ ]*+ (?P<owner> {_LIST} ) [ ]*+ \.? [ ]*+ $", regex.VERBOSE)
# where a task stands, in brackets behind it
_STATE = r"(?: On[ ]Hold | Open | Ongoing | On-going | Pending | In[ ]Progress | TBC | Carried[ ]Forward ) \b"
# '… (AB)', '… (Jo and Sam)', '… [new for Ann Lee]'; not '(see minute 12)', 'a card (for Ann Lee)'
BRACKETED = late_pattern(
    rf"[ ] [(\[] (?: new[ ]for[ ] )?+ (?! {_STATE} ) (?P<owner> {_LIST} ) [)\]] [ ]*+ \.? $", regex.VERBOSE
)
# 'Clerk to invite colleagues from the trust (Ann Lee)': who is to do it stands first, whom the brackets name does not;
# not 'To invite colleagues (Ann Lee)'
FIRST = late_pattern(rf"(?!{_ASKING}) {_LIST} [ ] to [ ]", regex.VERBOSE)
# 'Ann Lee: announce the nominations', '(Ann Lee): announce …'; not 'Update: the Clerk had asked'
LEADING = late_pattern(
    rf"[(\[]?+ (?P<owner> (?! (?:Update|Notes?|Response|Re) \b ) {_LIST} ) [)\]]?+ [ ]*+ : [ ]++ (?=\S)", regex.VERBOSE
)
# 'Clerk to action.', 'AB/CD to action this'; not 'Clerk to action the repair of the wall'
OWNER_ONLY = late_pattern(
    rf"(?P<owner> {_LIST} ) [ ] (?:to|will|would) [ ] action (?: [ ] (?:this|these|signatures|it) )?+ \.? $",
    regex.VERBOSE,
)
# 'DL/MB', 'Ann Lee and Bob Ash.'; not 'Ann Lee to write'
ALONE = late_pattern(rf"(?P<owner> {_LIST} ) [.)\]]{{0,2}} $", regex.VERBOSE)
LONGEST_ALONE = 80
MOST_ALONE = 6
"""Owners that stand alone have at most so many words."""
# what parts the owners of a list: 'AB, CD', 'AB/CD', 'AB and CD'; not 'Sandra'
_SPLIT = late_pattern(
    r"""
      , (?: [ ]*+ and\b )? [ ]*+
    | / [ ]*+
    | (?<=[ ]) (?: and\b | & ) [ ]*+
    """,
    regex.VERBOSE,
)

FEASTS = ("Christmas", "Easter")
NUMBERS = (
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "[0-9]{1,2}",
)
_NAMED_TIME = "|".join((*FEASTS, *(spellings[0] for spellings in (*WEEKDAYS, *MONTHS))))
_MONTH = "|".join(spelling.title() for spellings in MONTHS for spelling in spellings[:1])
_LENGTH = r"(?:days?|weeks?|months?)"
# 'by 12 May 2021', 'before the next meeting', 'at the October Board meeting', 'within two weeks', 'asap';
# not 'by e-mail', 'at the hall'
DUE = late_pattern(
    rf"""
    \b(?:
        (?P<due> (?: by | before | until | no[ ]later[ ]than | in[ ]time[ ]for ) [ ]
            (?: (?:the[ ])? (?:end|middle|beginning) [ ] of [ ] [\w' ]{{2,24}}
              | (?:[A-Z][a-z]{{2,5}}day [ ,]*+)? [0-9]{{1,2}} (?:st|nd|rd|th)? [ ]
                (?-i: [A-Z][a-z]{{2,8}} ) (?: [ ,]*+ [0-9]{{4}} )?
              | (?-i: [A-Z][a-z]{{2,8}} ) [ ] [0-9]{{1,2}} (?:st|nd|rd|th)? (?: ,[ ] [0-9]{{4}} )?
              | [0-9]{{1,2}} [/.] [0-9]{{1,2}} [/.] [0-9]{{2,4}}
              | (?:the[ ])? next [ ] (?: \w++ [ ] ){{0,2}} meeting
              | (?-i: (?: {_NAMED_TIME} ) \b )
            )
        )
      | (?: at | for | to | in ) [ ] (?:the[ ])?
        (?P<due>
            (?: next | following | (?-i: {_MONTH} ) ) [ ] (?: (?-i: [A-Z] ) \w*+ [ ] )?
            (?: meeting | agenda | (?-i: Board | Council | Committee | item ) )
          | (?-i: [A-Z][a-z]++ ) [ ] (?: (?-i: [A-Z] ) \w*+ [ ] )? meeting
        ) \b
      | (?P<due>
            next [ ] (?: week | month | year ) \b (?!')
          |
            prior [ ] to [ ] (?:the[ ])? (?:next[ ])? meeting
          | within [ ] \w++ [ ] {_LENGTH}
          | (?: in | after ) [ ] (?: {"|".join(NUMBERS)} ) [ ] {_LENGTH}
          | asap
          | as[ ]soon[ ]as[ ]possible
        )
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
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


def parse_task(passage: Passage) -> Task:
    """A task's owners and due phrase; an owner behind it is cut off, one before its verb stays where he is."""
    text, due = passage, due_of(passage)
    owners: tuple[Passage, ...] = ()
    tail = max(len(text.text) - LONGEST_TRAIL, 0)
    after = AFTER.search(text.text, tail) or (None if FIRST.match(text.text) else BRACKETED.search(text.text, tail))
    if after and after.start():
        text, owners = passage.cut(0, after.start()), names_of(named(passage, after))
    leading = None if owners else LEADING.match(text.text, 0, LONGEST_LEAD)
    if leading:
        return Task(text.cut(leading.end()), names_of(named(text, leading)), due)
    return Task(text, owners or owners_before(text), due)


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


def due_of(passage: Passage) -> Passage | None:
    """The words that say when a task is to be done."""
    found = DUE.search(passage.text)
    return named(passage, found, "due") if found else None


def is_owner_only(sentence: str) -> bool:
    """Whether a sentence only says who is to do what the sentence before it says: 'Clerk to action.'"""
    return "action" in sentence and OWNER_ONLY.match(sentence) is not None


def is_owner_alone(passage: Passage) -> bool:
    """Whether a marked action is nothing but its owners ('ACTION: DL/MB'): the task is then the sentence before."""
    if len(passage.text) > LONGEST_ALONE or not ALONE.match(passage.text):
        return False
    words = passage.text.replace("/", " ").replace(",", " ").split()
    return len(words) <= MOST_ALONE and all(word[0].isupper() or word in ("and", "&", "the", "of") for word in words)
