"""Tasks that a sentence gives to somebody without a mark: 'Andy agreed to …', 'The Clerk was asked to …', 'KA to
speak to …'.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.decisions import BODIES
from minutes_parser.fields.owners import MENTION, Task, due_of, names_of

# Verbs of tasks in their base form; what the meeting itself does ('discuss', 'note', 'vote') is not among them.
TASK_VERBS = (
    "add", "address", "amend", "approach", "arrange", "ask", "attend", "begin", "book", "bring", "call", "chase", "check", "circulate", "collate",
    "collect", "come back", "complete", "confirm", "contact", "contribute", "co-ordinate", "coordinate", "create", "deal", "deliver", "develop", "discuss this", "display",
    "do", "draft", "draw up", "e-mail", "email", "endeavour", "ensure", "explore", "feed back", "feedback", "find", "finalise", "find out", "follow", "forward",
    "gather", "get", "give", "help", "identify", "include", "inform", "inspect", "install", "investigate", "invite", "issue", "keep", "lead", "let", "liaise", "look into",
    "look at", "make", "meet", "monitor", "move", "notify", "obtain", "order", "organise", "pass", "pay", "place", "post", "prepare", "produce", "progress", "provide", "publish", "purchase",
    "put", "raise", "refer", "remind", "remove", "repair", "replace", "reply", "report", "request", "research", "respond", "review", "seek", "send", "set up", "share", "sign", "source",
    "speak", "submit", "supply", "support", "take", "talk", "tell", "try", "update", "upload", "visit", "write",
)  # fmt: skip
_VERB = "(?:" + "|".join(sorted((v.replace(" ", "[ ]") for v in TASK_VERBS), key=len, reverse=True)) + r")\b"
_OFFICE = (
    r"(?:[Tt]he[ ])?(?:clerk|chair(?:man|woman|person)?|secretary|treasurer|officers?|members|councillors|board|committee|panel"
    r"|council|headteacher|manager|director|all[ ]members(?:[ ]of[ ]the[ ]\w+)?|everyone|staff|governors)"
)
_WHO = rf"(?P<owner>{MENTION}(?:(?:,[ ]|[ ]and[ ]|[ ]&[ ]|/){MENTION})*|{_OFFICE}|s?he\b)"
_SOON = r"(?:(?:also|then|kindly|has|have|had)[ ])*+"
# where a clause begins, and with it perhaps the subject of a task
CLAUSE = regex.compile(r"(?:[;,]|\b(?:and|[Tt]hat|which|[Ff]or|but))[ ](?=[\p{Lu}actmoehs])")
# 'Andy agreed to take this forward', 'The Clerk was asked to write', 'KA to speak to the contractor', '(that)
# officers liaise …'
SUBJECT = regex.compile(
    rf"""
    {_WHO} (?:,[ ][^,.]{{3,60}}+,)?+ [ ] {_SOON}
    (?: (?P<given> (?:agreed|offered|undertook|undertaken|promised|volunteered) [ ] to
                 | (?:was|were|is|are|be) [ ] {_SOON} (?:asked|requested|instructed|tasked|authorised|delegated) [ ] to ) [ ] (?P<verb>\w++)
      | (?P<modal> will | would | to | is[ ]to | are[ ]to | should | said[ ](?:that[ ])?(?:s?he|they)[ ](?:would|will) ) [ ] {_SOON} (?P<verb>{_VERB})
      | (?P<bare>) (?P<verb>{_VERB}) )
    """,
    regex.VERBOSE,
)
NOUNS_WITH_TO = frozenset(
    (
        "Opportunity",
        "Opportunities",
        "Flexibility",
        "Ability",
        "Plan",
        "Plans",
        "Proposal",
        "Proposals",
        "Need",
        "Request",
        "Requests",
    )
    + (
        "Motion",
        "Application",
        "Applications",
        "Requirement",
        "Time",
        "Aim",
        "Decision",
        "Permission",
        "Work",
        "Funding",
        "Thanks",
    )
)
"""Nouns that an infinitive completes: 'Permission to install' gives nobody a task."""
SUBJUNCTIVE = frozenset(("contact", "liaise", "write", "send", "arrange", "report"))
"""Verbs that stand without 'to' even where no 'that' leads up to them, in the clauses of a resolution."""

# a sentence without any of these words gives no task
TRIGGERS = frozenset(verb.split()[0] for verb in TASK_VERBS) | frozenset(
    (
        "agreed",
        "offered",
        "undertook",
        "undertaken",
        "promised",
        "volunteered",
        "asked",
        "requested",
        "instructed",
        "tasked",
    )
    + ("authorised", "delegated", "invited", "please", "Please", "be")
)


class Way(NamedTuple):
    """A way of giving a task that does not begin with who is to do it; `hint` is in every sentence that it matches."""

    hint: str
    pattern: regex.Pattern[str]


WAYS = (
    # 'The Chair asked if Kyle could give an update'
    Way(" asked if ", regex.compile(rf"[ ]asked[ ]if[ ]{_WHO}[ ]could[ ](?P<verb>{_VERB})")),
    # 'The Cabinet Member did not have the figure and undertook to send it'
    Way(
        " and ",
        regex.compile(rf"^{_WHO}[ ].{{5,120}}[ ]and[ ](?:agreed|offered|undertook|promised)[ ]to[ ](?P<verb>\w+)"),
    ),
    # 'Ms Park invited the Forum to inspect the site'
    Way(
        " invited ",
        regex.compile(rf"[ ]invited[ ](?:the[ ])?(?P<owner>{MENTION})[ ]to[ ](?P<verb>inspect|visit|contribute)"),
    ),
    # 'Please share with teams', 'If you wish to come, please tell the Clerk'
    Way("lease ", regex.compile(r"^(?:If[ ].{3,60}[ ])?[Pp]lease[ ](?P<verb>\w+)")),
    # 'If any members wish to attend, then let the Clerk know'
    Way(
        ", then ",
        regex.compile(
            r"^If[ ](?:any[ ])?(?P<owner>[\w ]{3,40}?)[ ](?:wish|would|want|has|have)\w*[ ].{3,60}?,[ ]then[ ](?P<verb>let|contact|email|inform)"
        ),
    ),
    # '… requested that the Board be kept informed'
    Way(
        "ed that ",
        regex.compile(
            r"(?:requested|asked)[ ]that[ ](?:the[ ])?\w+[ ]be[ ](?P<verb>kept|given|sent|provided|informed)"
        ),
    ),
    # 'Letter of thanks to be sent'
    Way(
        " to be ",
        regex.compile(
            r"^(?:An?[ ]|The[ ])?(?P<verb>[Ll]etter|[Ii]nvitation|[Ii]nvoice|[Qq]uot\w+|[Rr]eport|[Dd]etails)\b"
            r"(?:(?!\b(?:is|was|were|has|had)\b)[^.,]){0,40}[ ]to[ ]be[ ]\w+"
        ),
    ),
)
# what a meeting is asked to do there and then
_AT_THE_MEETING = frozenset(
    (
        "note discuss decide consider vote comment say explain clarify leave stand give introduce approve agree support defer continue say make be have remain stay accept see hear present"
    ).split()
)
# these report what was done, or wonder
_ONLY_SAID = regex.compile(
    r"\b(?:had (?:agreed|offered|been asked|undertaken)|has been|have been|said that|asked whether|whether|would be (?:asked|able)|would like|if you)\b"
)
LONG_ACCOUNT = 80
LONGEST = 600
"""A sentence with more characters is a table or a list that lost its lines."""
_BODY = regex.compile(r"(?:the[ ])?(?:" + "|".join(BODIES) + r")\b", regex.IGNORECASE)


def parse_implicit(sentence: Passage) -> Task | None:
    """The task that a sentence gives, or None; its text is the whole sentence, or the clause that gives it."""
    text = sentence.text
    if len(text) > LONGEST or TRIGGERS.isdisjoint(text.split()):
        return None
    found = _subject(text)
    for way in WAYS:
        if found is None and way.hint in text:
            found = way.pattern.search(text)
    if found is None or found["verb"].lower() in _AT_THE_MEETING or _ONLY_SAID.search(text):
        return None
    owner = found.groupdict().get("owner")
    owners = names_of(sentence.cut(found.start("owner"), found.end("owner"))) if owner else ()
    return Task(_own_clause(sentence, found.start()), owners, due_of(sentence))


def _subject(text: str) -> regex.Match[str] | None:
    """The first clause whose subject is given a task."""
    places = [0, *(m.end() for m in CLAUSE.finditer(text))]
    for place in places:
        found = SUBJECT.match(text, place)
        if found and _gives(found, text[:place]) and found["verb"].lower() not in _AT_THE_MEETING:
            return found
    return None


def _gives(found: regex.Match[str], before: str) -> bool:
    """Whether a subject and its verb give a task, and do not tell what a body resolved or what somebody did."""
    owner = found["owner"]
    if found["bare"] is not None and not (
        before.endswith(("that ", "That ")) or (not before and found["verb"] in SUBJUNCTIVE)
    ):
        return False
    if found["given"] and found["given"].startswith("agreed") and _BODY.match(owner):
        return False  # 'The Board agreed to …' is a decision
    if found["modal"] == "to" and owner in NOUNS_WITH_TO:
        return False
    return owner != "I" and not (owner in ("he", "she") and found["given"] is None)


def _own_clause(sentence: Passage, start: int) -> Passage:
    """The sentence, or its last clause where a long account stands before the task ('…, and she agreed to come
    back').
    """
    before = sentence.text[:start]
    return (
        sentence.cut(start)
        if len(before) > LONG_ACCOUNT and before.endswith((", and ", "; ", ", which "))
        else sentence
    )
