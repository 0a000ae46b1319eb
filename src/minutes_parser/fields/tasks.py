"""Tasks that a sentence gives to somebody without a mark: 'Ann agreed to …', 'The Clerk was asked to …'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.agreements import BODIES
from minutes_parser.fields.due import due_of
from minutes_parser.fields.owners import MENTION, Task, named, names_of
from minutes_parser.fields.prose import has_any
from minutes_parser.fields.task_words import OFFICES, TASK_VERBS
from minutes_parser.fields.words import TITLES
from minutes_parser.late import late_pattern

NAMELESS = frozenset(("we", "they"))
"""Words that give a task to nobody in particular."""
UNDERTAKEN = ("agreed", "offered", "undertook", "undertaken", "promised", "volunteered")
ASKED = ("asked", "requested", "instructed", "tasked", "authorised", "delegated")
ASKING = ("asked", "requested", "instructed", "reminded")
TRIGGERS = frozenset(
    (*(verb.split()[0] for verb in TASK_VERBS), *UNDERTAKEN, *ASKED, "invited", "please", "Please", "be")
)
"""A sentence without any of these words gives no task."""
MODALS = frozenset(("will", "would", "to"))
SUBJECT_WORDS = frozenset(("the", "he", "she", *(office.split("[")[0] for office in OFFICES))) - frozenset(
    ("board", "panel", "director", "governors")
)
"""How a clause's subject begins that does not begin with a capital; these four are as often an object before it."""
PUBLIC = frozenset(("Residents", "Patients", "Parents", "Visitors", "Drivers", "Parishioners", "Members of the public"))
"""Who is asked something for good, not by this meeting."""
NOUNS_WITH_TO = frozenset(
    """
    Opportunity Opportunities Flexibility Ability Plan Plans Proposal Proposals Need Request Requests Motion
    Application Applications Requirement Time Aim Decision Permission Work Funding Thanks
    """.split()
)
"""Nouns that an infinitive completes: 'Permission to install' gives nobody a task."""
SUBJUNCTIVE = frozenset(("contact", "liaise", "write", "send", "arrange", "report"))
"""Verbs that stand without 'to' even where no 'that' leads up to them, in the clauses of a resolution."""
AT_THE_MEETING = frozenset(
    """
    note discuss decide consider vote comment say explain clarify leave stand give introduce approve agree support
    defer continue make be have remain stay accept see hear present
    """.split()
)
"""What a meeting is asked to do there and then."""

# the word that a clause begins with, perhaps the subject of a task: 'and Ann', '; the', 'that members'; not 'sand and'
# (blanks are looked for, and what stands before them: most follow neither a mark nor the last letter of such a word)
_CLAUSE = re.compile(
    r"""
    [ ] (?<= [,;dhrt][ ] )
    (?: (?<= [,;] [ ] ) | (?<= \b (?: and | [Ff]or | but ) [ ] ) | (?<= \b [Tt]hat [ ] ) | (?<= \b which [ ] ) )
    (?= (?P<first> [^\W\d_]++ ) )
    """,
    re.VERBOSE,
)
# the same behind a label: 'Hall: Ann', 'Hall -- the'; not 'Hall: 3'
_LABELLED = re.compile(r"[A-Z] [^:.;]{2,40} (?: : | [ ]-+ ) \*{0,2} [ ] (?= (?P<first> [^\W\d_]++ ) )", re.VERBOSE)
# words that may stand where a verb does and give no task: 'will be', 'would like', 'spoke to the', 'would not'
NO_TASKS = (
    *sorted(AT_THE_MEETING), "like", "need", "want", "wish", "hope", "know", "become", "depend", "feel", "think",
    "the", "an", "his", "her", "its", "their", "our", "this", "that", "these", "those", "all", "any", "each", "both",
    "not", "never", "therefore", "further",
)  # fmt: skip
_ANY_VERB = rf"(?!(?:{'|'.join(NO_TASKS)})\b)[a-z]{{3,}}\b"
_ADVERBS = r"(?:(?:also|then|kindly|now|again|[a-z]{3,}ly)[ ])*+"
# 'Cllr Ash', 'AB', 'The Clerk', 'Our Chair'; not 'The Trust', 'The shop'
_PERSON = rf"""
    (?: (?: {"|".join(title.replace(" ", "[ ]") for title in TITLES)} ) \b \.? (?: [ ] [A-Z][\w'.-]*+ ){{1,3}}
      | [A-Z]{{2,3}} (?!\w)
      | (?: (?: [Tt]he | [Oo]ur ) [ ] | (?=[A-Z]) )
        (?i: (?:vice[ -])? (?: chair | chairman | chairwoman | chairperson ) | clerk | secretary | treasurer ) \b
    )
"""
_VERB = rf"(?:{'|'.join(sorted((verb.replace(' ', '[ ]') for verb in TASK_VERBS), key=len, reverse=True))})\b"
_OFFICE = rf"""
    (?:[Tt]he[ ])?
    (?:{"|".join(sorted(OFFICES, key=len, reverse=True))})
    (?: (?<=all[ ]members) [ ] of [ ] the [ ] \w++ )?
"""
_WHO = rf"(?P<owner>{MENTION}(?:(?:,[ ]|[ ]and[ ]|[ ]&[ ]|/){MENTION})*|{_OFFICE}|(?:s?he|[Ww]e|[Tt]hey)\b)"
_SOON = r"(?:(?:also|then|kindly|has|have|had|now|again|[a-z]{3,}ly)[ ])*+"
# 'Ann agreed to paint the gate', 'The Clerk was asked to write', 'KA to speak to the contractor', '(that) officers
# liaise …'; not 'Ann painted the gate'
SUBJECT = late_pattern(
    rf"""
    {_WHO} (?: ,[ ] [^,.]{{3,60}}+ , )?+ [ ] {_SOON}
    (?: (?P<given>
            (?: {"|".join(UNDERTAKEN)} ) [ ] to
          | (?: was | were | is | are | be ) [ ] {_SOON} (?i: {"|".join(ASKED)} ) [ ] to
        ) [ ] (?P<verb> \w++ )
      | (?P<modal>
            will | would | to | is[ ]to | are[ ]to | should
          | said [ ] (?:that[ ])? (?:s?he|they) [ ] (?:would|will)
        ) [ ] {_SOON} (?P<verb> {_VERB} )
      | (?P<bare>) (?P<verb> {_VERB} )
    )
    """,
    regex.VERBOSE,
)
# a person of the meeting who is to do anything at all: 'Cllr Ash will look after the key', 'Our Chair would chase'; not
# 'The Clerk will be away'
PERSON = late_pattern(
    rf"""
    (?P<owner> {_PERSON} (?: (?: ,[ ] | [ ]and[ ] | [ ]&[ ] ) {_PERSON} )* ) [ ] {_SOON}
    (?: (?P<modal> will | is[ ]to | are[ ]to | to | would ) | (?P<given> asked | requested | instructed ) [ ]to ) [ ]
    {_ADVERBS} (?P<verb> {_ANY_VERB} )
    (?P<bare> (?!) )?
    """,
    regex.VERBOSE,
)


class Way(NamedTuple):
    """A way of giving a task that does not begin with who is to do it; each sentence it matches holds one hint."""

    hints: tuple[str, ...]
    pattern: regex.Pattern[str]


WAYS = (
    # 'The Chair asked if Jo could repair the gate'; not 'asked if it could'
    Way(
        (" asked if ",),
        late_pattern(rf"[ ]asked[ ]if[ ] {_WHO} [ ]could[ ] (?P<verb> {_VERB} )", regex.VERBOSE),
    ),
    # 'Cllr Ash asked the Clerk to chase this'; not 'asked the Clerk to leave'
    Way(
        tuple(f" {verb} " for verb in ASKING),
        late_pattern(
            rf"""
            [ ] (?: {"|".join(ASKING)} ) [ ] (?P<owner> {_PERSON} | {MENTION} )
            [ ]to[ ] (?P<verb> {_ANY_VERB} )
            """,
            regex.VERBOSE,
        ),
    ),
    # 'The Cabinet Member did not have the figure and undertook to send it'; not 'The budget was tight and agreed to'
    Way(
        tuple(f" and {verb} to " for verb in UNDERTAKEN),
        late_pattern(
            rf"""
            ^ (?! (?i: (?:the[ ])? (?: {"|".join(BODIES)} ) ) [ ] [a-z] ) {_WHO} [ ] .{{5,120}}
            [ ]and[ ] (?: {"|".join(UNDERTAKEN)} ) [ ]to[ ] (?P<verb> \w++ )
            """,
            regex.VERBOSE,
        ),
    ),
    # 'Ms Park invited the Forum to inspect the site'; not 'invited the Forum to comment'
    Way(
        (" invited ",),
        late_pattern(
            rf"[ ]invited[ ] (?:the[ ])? (?P<owner> {MENTION} ) [ ]to[ ] (?P<verb> inspect | visit | contribute )",
            regex.VERBOSE,
        ),
    ),
    # 'Please send to parents', 'If you wish to come, please tell the Clerk'; not 'We were pleased to'
    Way(
        ("lease ",),
        late_pattern(r"^ (?: If[ ] .{3,60} [ ] )? [Pp]lease[ ] (?P<verb> \w++ )", regex.VERBOSE),
    ),
    # 'If any members wish to attend, then let the Clerk know'; not 'If it rains, then the fete is off'
    Way(
        (", then ",),
        late_pattern(
            r"""
            ^ If[ ] (?:any[ ])? (?P<owner> [\w ]{3,40}? ) [ ] (?: wish | would | want | has | have ) \w*+ [ ]
            .{3,60}? ,[ ]then[ ] (?P<verb> let | contact | email | inform )
            """,
            regex.VERBOSE,
        ),
    ),
    # '… requested that the Board be kept informed'; not 'requested that the Board be larger'
    Way(
        ("ed that ",),
        late_pattern(
            r"""
            (?: requested | asked ) [ ]that[ ] (?:the[ ])? \w++ [ ]be[ ]
            (?P<verb> kept | given | sent | provided | informed )
            """,
            regex.VERBOSE,
        ),
    ),
    # 'Letter of thanks to be sent'; not 'The letter was to be sent'
    Way(
        (" to be ",),
        late_pattern(
            r"""
            ^ (?: An?[ ] | The[ ] )?
            (?P<verb> [Ll]etter | [Ii]nvitation | [Ii]nvoice | [Qq]uot\w++ | [Rr]eport | [Dd]etails ) \b
            (?: (?! \b (?:is|was|were|has|had) \b ) [^.,] ){0,40} [ ]to[ ]be[ ] \w
            """,
            regex.VERBOSE,
        ),
    ),
)
# these report what was done, or wonder: 'Ann had agreed to', 'asked whether', 'would like to'; not 'Ann agreed to'
_ONLY_SAID = late_pattern(
    r"""
    \b (?: had[ ] (?: agreed | offered | been[ ]asked | undertaken )
         | has[ ]been | have[ ]been | said[ ]that | whether | if[ ]you
         | would[ ]be[ ] (?: asked | able ) | would[ ]like
       ) \b
    """,
    regex.VERBOSE,
)
# a body, whose agreement is a decision: 'The Board', 'members'; not 'Boardman'
_BODY = late_pattern(rf"(?:the[ ])? (?: {'|'.join(BODIES)} ) \b", regex.VERBOSE | regex.IGNORECASE)
# one that can only move as a whole: 'the Council'; not 'members of the Council'
_WHOLE_BODY = re.compile(r"(?: [Tt]he[ ] )? (?i: council | board | committee | cabinet | panel )", re.VERBOSE)
LONG_ACCOUNT = 80
LONGEST = 600
"""A sentence with more characters is a table or a list that lost its lines."""


def parse_implicit(sentence: Passage) -> Task | None:
    """The task that a sentence gives, or None; its text is the whole sentence, or the clause that gives it."""
    text = sentence.text
    words = text.split() if len(text) <= LONGEST else ()
    if TRIGGERS.isdisjoint(words) and MODALS.isdisjoint(words):
        return None
    found = _subject(text) or _other_way(text)
    if found is None or found["verb"].lower() in AT_THE_MEETING or _ONLY_SAID.search(text):
        return None
    owner = found.groupdict().get("owner")
    owners = names_of(named(sentence, found)) if owner and owner.lower() not in NAMELESS else ()
    return Task(_own_clause(sentence, found.start()), owners, due_of(sentence))


def _other_way(text: str) -> regex.Match[str] | None:
    """A task whose sentence does not begin with who is to do it."""
    for way in WAYS:
        found = way.pattern.search(text) if has_any(text, way.hints) else None
        if found:
            return found
    return None


def _subject(text: str) -> regex.Match[str] | None:
    """The first clause whose subject is given a task."""
    for place in (0, *_clauses(text)):
        found = SUBJECT.match(text, place) or PERSON.match(text, place)
        if found and found["verb"].lower() not in AT_THE_MEETING and _gives(found, text[:place]):
            return found
    return None


def _clauses(text: str) -> Iterator[int]:
    """Where a clause begins that may have a subject of its own."""
    label = _LABELLED.match(text)
    for found in (*((label,) if label else ()), *_CLAUSE.finditer(text, label.end() if label else 0)):
        word = found["first"]
        if word[0].isupper() or word in SUBJECT_WORDS:
            yield found.end()


def _gives(found: regex.Match[str], before: str) -> bool:
    """Whether a subject and its verb give a task, and do not tell what a body resolved or what somebody did."""
    owner = found["owner"]
    if found["bare"] is not None and _WHOLE_BODY.fullmatch(owner):
        return False  # 'That the Council provide …' is what was moved
    if found["given"] and found["given"].startswith("are ") and owner in PUBLIC:
        return False
    if found["bare"] is not None and not (
        before.endswith(("that ", "That ")) or (not before and found["verb"] in SUBJUNCTIVE)
    ):
        return False
    if found["given"] and found["given"].startswith("agreed") and _BODY.match(owner):
        return False  # 'The Board agreed to …' is a decision
    if found["modal"] == "to" and owner in NOUNS_WITH_TO:
        return False
    if owner in ("he", "she", "they", "They"):
        return found["given"] is not None
    return owner != "I" and not (owner in ("we", "We") and found["modal"] == "would")


def _own_clause(sentence: Passage, start: int) -> Passage:
    """The sentence, or its last clause where a long account stands before the task ('…, and she agreed to …')."""
    before = sentence.text[:start]
    is_long = len(before) > LONG_ACCOUNT and before.endswith((", and ", "; ", ", which "))
    return sentence.cut(start) if is_long else sentence
