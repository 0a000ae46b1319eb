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
    r"(?:[Tt]he[ ])?(?:clerk|chair(?:man|woman|person)?|secretary|treasurer|officers?|members|councillors|board|committee|panel"
    r"|council|headteacher|manager|director|all[ ]members(?:[ ]of[ ]the[ ]\w+)?|everyone|staff|governors)"
)
_WHO = rf"(?P<owner>{MENTION}(?:(?:,[ ]|[ ]and[ ]|[ ]&[ ]|/){MENTION})*+|{_OFFICE})"
_ASIDE = r"(?:,[ ][^,.]{3,60},)?+"
_CLAUSE = r"(?:^|(?<=[;,][ ])|(?<=[ ]and[ ])|(?<=which[ ])|(?<=that[ ]))"
# one way of giving a task a line; each has its owner, where it names one, and its verb
GIVEN = tuple(
    regex.compile(pattern)
    for pattern in (
        # 'Andy agreed to take this forward', '…, and she offered to report back'
        rf"(?:{_WHO}|(?P<owner>\bs?he)){_ASIDE}[ ](?:(?:also|kindly|has|have)[ ])*+(?:agreed|offered|undertook|undertaken|promised|volunteered)[ ]to[ ](?P<verb>\w+)",
        # 'The Cabinet Member did not have the figure and undertook to send it'
        rf"^{_WHO}[ ].{{5,120}}[ ]and[ ](?:agreed|offered|undertook|promised)[ ]to[ ](?P<verb>\w+)",
        # 'The Clerk was asked to write'
        rf"{_WHO}{_ASIDE}[ ](?:was|were|is|are|be)[ ](?:also[ ])?(?:asked|requested|instructed|tasked|authorised|delegated)[ ]to[ ](?P<verb>\w+)",
        # 'The Chair asked if Kyle could give an update'
        rf"[ ]asked[ ]if[ ]{_WHO}[ ]could[ ](?P<verb>{_VERB})",
        # 'It was agreed that the Clerk would write', 'Requested that officers liaise'
        rf"(?:[Ii]t[ ]was[ ]agreed|[Nn]oted|[Aa]greed|[Rr]equested|^|[ ])(?:^|[ ])?(?:[Tt]hat|for)[ ](?:the[ ](?=[A-Z]))?{_WHO}{_ASIDE}[ ](?:will[ ]|would[ ]|should[ ]|to[ ]|be[ ]asked[ ]to[ ])?(?P<verb>{_VERB})",
        # 'KA to speak to the contractor', 'Superintendent Barrow will pass this on'
        rf"{_CLAUSE}{_WHO}{_ASIDE}[ ](?:also[ ])?(?:will|would|to|is[ ]to|are[ ]to)[ ](?:(?:also|then)[ ])*+(?P<verb>{_VERB})",
        # '… which the Chair said he would raise'
        rf"{_WHO}[ ]said[ ](?:that[ ])?(?:he|she|they)[ ](?:would|will)[ ](?P<verb>{_VERB})",
        # 'Ms Park invited the Forum to inspect the site'
        rf"[ ]invited[ ](?:the[ ])?(?P<owner>{MENTION})[ ]to[ ](?P<verb>inspect|visit|contribute)",
        # 'April Rowe contact the landlord', in the clause of a resolution
        rf"^(?P<owner>{MENTION})[ ](?P<verb>contact|liaise|write|send|arrange|report[ ]back)\b",
        # 'Please share with teams', 'If you wish to come, please tell the Clerk'
        r"^(?:If[ ].{3,60}[ ])?[Pp]lease[ ](?P<verb>\w+)",
        # 'If any members wish to attend, then let the Clerk know'
        r"^If[ ](?:any[ ])?(?P<owner>[\w ]{3,40}?)[ ](?:wish|would|want|has|have)\w*[ ].{3,60}?,[ ]then[ ](?P<verb>let|contact|email|inform)",
        # '… requested that the Board be kept informed'
        r"(?:requested|asked)[ ]that[ ](?:the[ ])?\w+[ ]be[ ](?P<verb>kept|given|sent|provided|informed)",
        # 'Letter of thanks to be sent'
        r"^(?:An?[ ]|The[ ])?(?P<verb>[Ll]etter|[Ii]nvitation|[Ii]nvoice|[Qq]uot\w+|[Rr]eport|[Dd]etails)\b(?:(?!\b(?:is|was|were|has|had)\b)[^.,]){0,40}[ ]to[ ]be[ ]\w+",
    )
)
HINTS = (" to ", " will ", " would ", "lease ", " then let", " contact ", " liaise ", "hat ", " could ")
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
            if owner == "I" or (owner and "agreed to" in found[0] and _BODY.match(owner)):
                continue  # 'The Board agreed to …' is a decision
            owners = names_of(sentence.cut(found.start("owner"), found.end("owner"))) if owner else ()
            return Task(_own_clause(sentence, found.start()), owners, due_of(sentence))
    return None


def _own_clause(sentence: Passage, start: int) -> Passage:
    """The sentence, or its last clause where a long account stands before the task ('…, and she agreed to come back')."""
    before = sentence.text[:start]
    return sentence.cut(start) if len(before) > LONG_ACCOUNT and before.endswith((", and ", "; ", ", which ")) else sentence
