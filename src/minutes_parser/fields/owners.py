"""Who is to do a task, and by when: the owner before the verb, after a dash, in brackets, or alone."""

from __future__ import annotations

from typing import NamedTuple

import regex

from minutes_parser.document import Passage

# One mention of a person, office or body: 'Sam Gorton', 'CC Prynn', 'The Board', 'AS/MB', "DO'C", 'Elected Members',
# 'the Clerk'
_WORD = r"(?:[A-Z][\p{L}'.&-]*+|(?:of|for|the|de|van|von)\b)"
MENTION = rf"(?:(?:[Tt]he|[Aa]ll|[Bb]oth)[ ])?+[A-Z][\p{{L}}'.&/-]*+(?:[ ]{_WORD})*+"
_LIST = rf"{MENTION}(?:(?:,[ ]|[ ]and[ ]|[ ]&[ ]|/|,[ ]and[ ]){MENTION})*+"
# what may stand between the owner and the verb of the task
MODALS = (
    "to", "will", "would", "shall", "should", "is to", "are to", "agreed to", "offered to", "undertook to", "promised to", "volunteered to",
    "agreed that", "needs to", "need to", "has agreed to", "have agreed to", "was asked to", "were asked to", "is asked to", "are asked to",
    "was requested to", "were requested to", "has offered to", "is", "are",
)  # fmt: skip
_MODAL = "|".join(sorted((m.replace(" ", "[ ]++") for m in MODALS), key=len, reverse=True))
# 'Sam Gorton to liaise …', 'With regards the training, Linda Clegg will address this'; not 'To forward details'
BEFORE = regex.compile(
    rf"(?:^|(?<=, ))(?:For[ ])?(?P<owner>(?!To\b){_LIST})(?:,[ ][^,]{{3,60}},)?[ ](?:also[ ])?(?:{_MODAL})\b"
)
# '… and for Chris to feed back', '… and that Sam would pass details on'
ALSO = regex.compile(rf"\band[ ](?:for|that)[ ](?P<owner>{MENTION})[ ](?:to|would|will)\b")
# '… – Natasha Wright', '… - AB/CD'; not '… – lots of cases'
AFTER = regex.compile(rf"[ ]-{{1,2}}[ ]*+(?P<owner>{_LIST})[ ]*+\.?[ ]*+$")
# '… (AB)', '… (Luke and Dave)'; not '(see minute 12)'
BRACKETED = regex.compile(rf"[ ][(\[](?P<owner>{_LIST})[)\]][ ]*+\.?$")
# 'Ann Lee: announce the nominations'; not 'Update: the Clerk had asked'
LEADING = regex.compile(rf"(?P<owner>(?!(?:Update|Note|Response|Notes|Re)\b){_LIST}):[ ]++(?=\S)")
# 'Clerk to action.', 'AB/CD to action this'; not 'Clerk to action the repair of the wall'
OWNER_ONLY = regex.compile(rf"(?P<owner>{_LIST})[ ](?:to|will|would)[ ]action(?:[ ](?:this|these|signatures|it))?+\.?$")
ALONE = regex.compile(rf"(?P<owner>{_LIST})[.\]]?$")
_SPLIT = regex.compile(r"(?:[ ]*+,(?:[ ]*+and\b)?|[ ]*+/|[ ]++(?:and\b|&))[ ]*+")
# 'by 12 May 2021', 'before the next meeting', 'at the October Board meeting', 'within two weeks', 'asap'; not 'by
# e-mail'
DUE = regex.compile(
    r"""
    \b(?: (?P<due> (?:by|before|until|no[ ]later[ ]than|in[ ]time[ ]for) [ ]
            (?: (?:the[ ])?(?:end|middle|beginning)[ ]of[ ][\w' ]{2,24} | (?:[A-Z][a-z]+day[ ,]*+)?[0-9]{1,2}(?:st|nd|rd|th)?[ ](?-i:[A-Z][a-z]{2,8})(?:[ ,]*+[0-9]{4})?
              | (?-i:[A-Z][a-z]{2,8})[ ][0-9]{1,2}(?:st|nd|rd|th)?(?:,[ ][0-9]{4})? | [0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}
              | (?:the[ ])?next[ ](?:[\w]+[ ]){0,2}meeting | (?-i:Christmas|Easter|Monday|Tuesday|Wednesday|Thursday|Friday|January|February|March|April|May|June|July|August|September|October|November|December) ) )
        | (?:at|for|to|in)[ ](?:the[ ])?(?P<due> (?:next|following|(?-i:[A-Z][a-z]++))[ ](?:(?-i:[A-Z])\w*+[ ])?(?:meeting|(?-i:Board|Council|Committee|item)))\b
        | (?P<due> prior[ ]to[ ](?:the[ ])?(?:next[ ])?meeting | within[ ]\w++[ ](?:days?|weeks?|months?) | (?:in|after)[ ](?:one|two|three|four|five|six|nine|twelve|[0-9]{1,2})[ ](?:days?|weeks?|months?) | asap | as[ ]soon[ ]as[ ]possible )
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


class Task(NamedTuple):
    """A task with its owners cut off: `text` is what is to be done as printed."""

    text: Passage
    owners: tuple[Passage, ...]
    due: Passage | None


def parse_task(passage: Passage) -> Task:
    """A task's owners and due phrase; an owner after a dash or in brackets is cut off, one before the verb stays in
    the text.
    """
    text = passage
    owners: tuple[Passage, ...] = ()
    for pattern in (AFTER, BRACKETED):
        found = pattern.search(text.text, max(len(text.text) - 80, 0))
        if found and found.start():
            owners = names_of(text.cut(found.start("owner"), found.end("owner")))
            text = text.cut(0, found.start())
            break
    leading = LEADING.match(text.text, 0, 60)
    if leading and not owners:
        return Task(text.cut(leading.end()), names_of(text.cut(0, leading.end("owner"))), due_of(passage))
    return Task(text, owners or owners_before(text), due_of(passage))


def owners_before(text: Passage) -> tuple[Passage, ...]:
    """The owners that a task names before its verb: 'Sam to send …, and for Chris to …' names both."""
    found = BEFORE.search(text.text, 0, 240)
    if not found:
        return ()
    further = [text.cut(m.start("owner"), m.end("owner")) for m in ALSO.finditer(text.text, found.end())]
    return (*names_of(text.cut(found.start("owner"), found.end("owner"))), *further)


def names_of(passage: Passage) -> tuple[Passage, ...]:
    """A list of owners cut at its commas, slashes and 'and's."""
    names = []
    at = 0
    for gap in _SPLIT.finditer(passage.text):
        names.append(passage.cut(at, gap.start()))
        at = gap.end()
    names.append(passage.cut(at))
    return tuple(name for name in names if name.text)


def due_of(passage: Passage) -> Passage | None:
    """The words that say when a task is to be done."""
    found = DUE.search(passage.text)
    return passage.cut(found.start("due"), found.end("due")) if found else None


def is_owner_only(sentence: str) -> bool:
    """Whether a sentence only says who is to do what the sentence before it says: 'Clerk to action.'"""
    return "action" in sentence and OWNER_ONLY.match(sentence) is not None


def is_owner_alone(passage: Passage) -> bool:
    """Whether a marked action is nothing but its owners ('ACTION: DL/MB'): the task is then the sentence before."""
    found = ALONE.match(passage.text)
    if not found or len(passage.text) > 80:
        return False
    words = passage.text.replace("/", " ").replace(",", " ").split()
    return len(words) <= 6 and all(w[:1].isupper() or w in ("and", "&", "the", "of") for w in words)
