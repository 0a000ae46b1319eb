"""Tasks that a sentence gives to somebody without a mark: 'Andy agreed to …', 'The Clerk was asked to …', 'KA to speak to …'."""

from __future__ import annotations

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
    r"(?:the[ ])?(?:clerk|chair(?:man|woman|person)?|secretary|treasurer|officers?|members|councillors|board|committee|panel|council|headteacher|manager|director"
    r"|all[ ]members(?:[ ]of[ ]the[ ]\w+)?|everyone|staff|governors|young[ ]people)"
)
_WHO = rf"(?P<owner>{MENTION}(?:(?:,[ ]|[ ]and[ ]|[ ]&[ ]|/){MENTION})*+|{_OFFICE}|s?he|they|[A-Z]{{2,4}}(?:/[A-Z]{{2,4}})*+)"
_ASIDE = r"(?:,[ ][^,.]{3,60},)?+"
_GIVEN = (
    rf"{_WHO}{_ASIDE}[ ](?:also[ ]|kindly[ ]|has[ ]|have[ ]|had[ ])?(?:agreed|offered|undertook|undertaken|promised|volunteered)[ ]to[ ](?P<verb>\w+)",
    rf"{_WHO}{_ASIDE}[ ](?:was|were|is|are|be)[ ](?:also[ ])?(?:asked|requested|instructed|tasked|authorised|delegated)[ ](?:to|if[ ]\w+[ ]could)[ ](?P<verb>\w+)",
    rf"(?:it[ ]was[ ]agreed[ ]|noted[ ]|agreed[ ]|requested[ ]|^)(?:that|for)[ ](?:the[ ](?=[A-Z]))?{_WHO}{_ASIDE}[ ](?:will[ ]|would[ ]|should[ ]|to[ ]|be[ ]asked[ ]to[ ])?(?P<verb>{_VERB})",
    rf"(?:^|(?<=[;,][ ])|(?<=[ ]and[ ])|(?<=which[ ]))(?:that[ ])?{_WHO}{_ASIDE}[ ](?:also[ ])?(?:will|would|to|is[ ]to|are[ ]to)[ ](?:also[ ]|then[ ])?(?P<verb>{_VERB})",
    rf"{_WHO}[ ]said[ ](?:that[ ])?(?:he|she|they)[ ](?:would|will)[ ](?P<verb>{_VERB})",
    rf"{_WHO}[ ]invited[ ](?:the[ ])?(?P<owner>{MENTION})[ ]to[ ](?P<verb>inspect|attend|visit|contribute)",
    rf"^(?P<owner>{MENTION})[ ](?P<verb>contact|liaise|write|send|arrange|report[ ]back)\b",
    r"^(?:if[ ].{3,60}[ ])?(?:then[ ])?please[ ](?P<verb>\w+)",
    rf"^if[ ](?:any[ ])?(?P<owner>{MENTION}|members|councillors|anyone|anybody)[ ].{{3,60}}?,[ ]?then[ ](?P<verb>let|contact|email|inform)",
    r"(?:requested|asked)[ ]that[ ](?:the[ ])?\w+[ ]be[ ](?P<verb>kept|given|sent|provided|informed)",
    r"(?:^|[ ])(?P<verb>letter|invitation|invoice|quotes?|quotations?|report|details)\b.{0,40}[ ]to[ ]be[ ](?:sent|written|obtained|extended|sought|chased|added|posted)",
)
GIVEN = tuple(regex.compile(pattern, regex.IGNORECASE if "(?-i" in pattern else 0) for pattern in _GIVEN)
HINTS = (
    " to ",
    " will ",
    " would ",
    "please",
    "Please",
    " then let",
    "requested that",
    "asked that",
    " contact ",
    "liaise",
    "that ",
)
# what a meeting is asked to do there and then
_AT_THE_MEETING = frozenset(
    (
        "note discuss decide consider vote comment say explain clarify leave stand give introduce approve agree support defer continue say make be have remain stay accept see hear present"
    ).split()
)
_ONLY_SAID = regex.compile(
    r"\b(?:had (?:agreed|offered|been asked|undertaken)|has been|have been|asked whether|whether|would be (?:asked|able)|would like|if you)\b"
)
_BODY = regex.compile(r"(?:the[ ])?(?:" + "|".join(BODIES) + r")\b", regex.IGNORECASE)


def parse_implicit(sentence: Passage) -> Task | None:
    """The task that a sentence gives, or None; the whole sentence is its text."""
    text = sentence.text
    if len(text) > 600 or not any(hint in text for hint in HINTS) or _ONLY_SAID.search(text):
        return None
    for pattern in GIVEN:
        found = pattern.search(text)
        if found and found["verb"].lower() not in _AT_THE_MEETING:
            owner = found.groupdict().get("owner")
            if owner and "agreed to" in found[0] and _BODY.match(owner) and not owner[:2].isupper():
                continue  # 'The Board agreed to …' is a decision
            owners = names_of(sentence.cut(found.start("owner"), found.end("owner"))) if owner else ()
            return Task(sentence, owners, due_of(sentence))
    return None
