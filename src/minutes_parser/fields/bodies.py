"""The names of bodies and of the organisations that they belong to."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.late import late_pattern

BODY_WORDS = (
    "Committee", "Sub-Committee", "Subcommittee", "Board", "Panel", "Cabinet", "Council", "Group", "Forum", "Trustees",
    "Governors", "Executive", "Commission", "Authority", "Partnership", "Assembly", "Team", "Party", "Body", "Senate",
    "Directors", "Commissioners", "Selectmen", "Supervisors", "Conference", "Bench", "Synod", "Vestry", "SPC", "SIG",
    "TSC", "TAC", "PMC", "WG", "Agency", "Taskforce",
)  # fmt: skip
ORGANISATION_WORDS = (
    "Council", "Association", "Society", "Club", "Trust", "School", "Academy", "College", "University", "Company",
    "Foundation", "Federation", "Union", "Authority", "Church", "Parish", "Charity", "Ltd", "Limited", "IPS", "CIC",
    "Institute", "Library", "Friends", "Partnership",
)  # fmt: skip
PLACE_WORDS = (
    "City", "County", "Town", "Township", "Village", "Borough", "District", "Shire", "Municipality", "Corporation",
)  # fmt: skip
"""Words that make an organisation of a place, and that also begin the names of bodies."""
GENERIC_BODIES = (
    "Board of Governors", "Board of Trustees", "Board of Directors", "Board of Management", "Board of Education",
    "Board of Supervisors", "Board of Commissioners", "Board of Selectmen", "Board of Regents", "Governing Body",
    "Full Governing Body", "Executive Council", "Executive Committee", "Executive Board", "Management Committee",
    "General Committee", "Committee", "Board", "Trustees", "Governors", "Executive",
)  # fmt: skip
SAFE_KINDS = tuple(
    """
    ordinary extraordinary annual monthly extra-ordinary statutory adjourned re-convened reconvened quarterly bi-monthly
    inaugural
    """.split()
)
"""Kinds of meeting that never begin a body's name."""
MEETING_KINDS = (
    *SAFE_KINDS, "special", "general", "regular", "emergency", "organizational", "budget", "plenary", "joint", "agm",
    "egm",
)  # fmt: skip
STATUSES = tuple("draft unconfirmed provisional confirmed approved unapproved adopted unadopted final".split())

WHOLE = (" library", " school")
"""What a board is of where both are one name: 'Elm Library Board'."""
_ARTICLES = ("of", "the", "a", "an", "from", "at", "for", "on", "and")
_LEADING = frozenset(
    (
        *_ARTICLES, "minutes", "minute", "notes", "note", "record", "proceedings", "summary", "report", "meeting",
        "meetings", "mins", "agenda", "joint", "agm", "unrestricted", "spring", "summer", "autumn", "winter",
        *SAFE_KINDS, *STATUSES,
    )
)  # fmt: skip
_TRAILING = frozenset(
    (
        *_ARTICLES, "in", "this", "that", "their", "its", "was", "were", "is", "by", "dated", "held", "to", "be",
        "public", "open", "above", "same", "full", "minutes", "minute", "notes", "meeting", "meetings", "report",
        "mins", "proceedings", "summary", "telco", "telecon", "teleconference", "call", *MEETING_KINDS, *STATUSES,
    )
)  # fmt: skip
_BEFORE_MEETING = frozenset((*MEETING_KINDS, "open", "public", "first", "second", "third", "fourth"))
_COUNCILS = frozenset(("council", "board"))
_EXTRA, _ORDINARY = frozenset(("extra",)), frozenset(("ordinary",))
_BEFORE_COUNCIL_ALONE = frozenset((*MEETING_KINDS, "full"))
_WORD = re.compile(r"[^ ]+")
# 'No.2', '#14', '2023' behind a name; not 'TC55'
_COUNT = re.compile(r"(?: no\.? | \# )? [0-9]{1,4}", re.VERBOSE | re.IGNORECASE)
_EDGE = " *#_|,;:.()[]\"'-"


def _either(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first."""
    return "|".join(word.replace(" ", "[ ]") for word in sorted(words, key=len, reverse=True))


_BODY, _GENERIC = _either(BODY_WORDS), _either(GENERIC_BODIES)
# 'minutes of ', 'Meeting from '; not 'minutes off'
_MEETING_OF = re.compile(
    r"\b (?: meetings? | minutes? | proceedings ) [ ]{1,3} (?: of | from ) [ ]{1,3}", re.VERBOSE | re.IGNORECASE
)
# a word of a body or an organisation: 'Works Panel', 'Mill Trust'; not 'Trusted'
NAME_WORDS = re.compile(
    rf"\b(?:{_either(dict.fromkeys((*BODY_WORDS, *ORGANISATION_WORDS)))}|meetings?|minutes)s?\b",
    re.VERBOSE | re.IGNORECASE,
)
# 'Works Panel', 'Boards'; not 'Boarding'
BODY_WORD = re.compile(rf"\b(?:{_BODY})s?\b", re.VERBOSE | re.IGNORECASE)
# 'Vale Trust', 'City of Vale'; not 'Trusted'
_ORGANISATION = re.compile(rf"\b(?:{_either((*ORGANISATION_WORDS, *PLACE_WORDS))})\b", re.VERBOSE | re.IGNORECASE)
# 'Residents' Association Committee', 'Primary School Board of Governors'; not 'Lending Libraries Board', 'Parochial
# Church Council'
_ORGANISATION_FIRST = re.compile(
    rf"""
    (?! (?: .*[ ] )? Parochial[ ]Church[ ]Council $ )
    (?P<organisation> .* \b (?: {_either(word for word in ORGANISATION_WORDS if word != "Parish")} ) )
    [ ,-]+
    (?P<body> (?! of\b | for\b | and\b ) (?: [\w'&,-]+[ ] )*? (?: {_BODY} ) (?: [ ]of[ ]\w+ )? ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# a body with no name of its own: 'Board of Trustees', 'Committee'; not 'Works Committee'
GENERIC_NAME = re.compile(_GENERIC, re.IGNORECASE)
# 'ABC Board'; not 'Abc Board'
_ACRONYM_FIRST = re.compile(
    rf"(?P<organisation> [A-Z]{{2,6}} ) [ ] (?P<body> (?i: (?: {_GENERIC} ) (?: /\w+ )? ) ) $", re.VERBOSE
)
# 'Elm Lane Infants Board of Governors'; not 'Full Governing Body'
_GENERIC_LAST = re.compile(
    r"""
    (?P<organisation> (?! Full\b ) [\w'&.\ ]+? ) [ ]
    (?P<body> (?i: Board[ ]of[ ]\w+ | (?: Full[ ] )? Governing[ ]Body | Executive[ ] (?: Council | Committee ) ) ) $
    """,
    re.VERBOSE,
)
# 'Trustees of the Friends of the Library'; not 'Board of Governors', 'Council of Europe'
_BODY_FIRST = re.compile(
    rf"""
    (?P<body> {_GENERIC} ) [ ]of[ ]
    (?! Governors | Directors | Trustees | Management | Education | Supervisors | Commissioners | Selectmen | Regents )
    (?: (?-i: the ) [ ] )?
    (?P<organisation> .+ ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# 'Vale Council - Works Panel'; not 'Sub-Committee'
_DASHED = re.compile(r"(?P<organisation> .+? ) (?<! [ ] ) [ ]+ - [ ]+ (?P<body> .+ ) $", re.VERBOSE)
# 'minutes of the meeting of the Works Panel', 'decisions of the Cabinet Meeting of', 'next meeting of Council'; not
# 'members of the Vale Committee Road Plan'
_OWN_NAME = late_pattern(
    r"""
    \b (?: [Mm]inutes | [Dd]ecisions | [Mm]eetings? | [Mm]embers ) [ ]of[ ] (?: the[ ] | a[ ] )?
    (?: (?: previous | last ) [ ] )? (?: [Mm]eetings?[ ] (?: of[ ] )? (?: the[ ] )? )?
    (?P<name>
      (?: [A-Z][\w'&-]*+ [ ] (?: (?: and | of | for | & ) [ ] )? ){0,8}
      (?: Panel | Committee | Board | Forum | Council | Cabinet | Commission | Partnership | Executive | Authority )
    ) \b
    (?! [ ] [A-Z][a-z]+ [ ] (?: Plan | Policy ) )
    """,
    regex.VERBOSE,
)
_BARE = frozenset(("Panel", "Committee", "Board", "Forum", "Commission", "Partnership", "Authority"))
# 'The Cabinet RESOLVED'; not 'The Cabinet Member'
_CABINET = re.compile(
    r"""
    \b The[ ] (?P<name> Cabinet | Council ) [ ]
    (?: is[ ] | was[ ] )? (?: RECOMMENDED | RESOLVED | AGREED | NOTED ) \b
    """,
    re.VERBOSE,
)
# where the name of a council ends; not 'Council Tax'
_COUNCIL = re.compile(r"Council\b(?! [A-Z])")
# 'Vale and Moor District ' before 'Council'; not 'the '
_BEFORE_COUNCIL = re.compile(r"\b (?: [A-Z][a-z]+[ ] (?: and[ ] )? ){1,4} $", re.VERBOSE)
LONGEST_NAME = 200
"""Characters beyond which a name is not taken apart."""
LONGEST_BEFORE = 80
"""Characters before 'Council' that can belong to its name."""
NAMED_OFTEN = 3
"""So often must a text name a council before it is taken for its own."""


class Names(NamedTuple):
    """The organisation and the body of a meeting, each as printed or None."""

    organisation: Passage | None
    body: Passage | None


def bare_name(passage: Passage) -> Passage:
    """A name without the words for minutes, meeting, kind and status around it; empty where nothing else is there."""
    inside = [match for match in _MEETING_OF.finditer(passage.text) if passage.text[match.end() :].strip(_EDGE)]
    if inside:
        passage = passage.cut(inside[-1].end())
    words = deque(_WORD.finditer(passage.text))
    while words and (_is_in(words[-1][0], _TRAILING) or _COUNT.fullmatch(words[-1][0].strip(_EDGE))):
        last = words.pop()[0].strip(_EDGE).lower()
        if last == "call" and words and words[-1][0].strip(_EDGE).lower() == "conference":
            words.pop()
    while words and _leads(words):
        words.popleft()
    if not words:
        return passage.cut(0, 0)
    return _trimmed(passage.cut(words[0].start(), words[-1].end()))


def split_name(name: Passage) -> Names:
    """A name cut into organisation and body, where both are in it."""
    if len(name.text) > LONGEST_NAME:
        return Names(None, name)
    for pattern in (_DASHED, _BODY_FIRST, _ACRONYM_FIRST, _GENERIC_LAST, _ORGANISATION_FIRST):
        match = pattern.fullmatch(name.text)
        if match and (pattern is not _DASHED or is_body(match["body"])):
            body = bare_name(name.cut(match.start("body"), match.end("body")))
            if body.text and not (body.text.lower() == "board" and match["organisation"].lower().endswith(WHOLE)):
                return Names(name.cut(match.start("organisation"), match.end("organisation")), body)
    return Names(None, name)


def is_body(text: str) -> bool:
    """Whether a name holds a word for a body, or is that of an organisation that meets as one."""
    return bool(BODY_WORD.search(text)) or is_organisation(text)


def is_organisation(text: str) -> bool:
    """Whether a name holds a word for an organisation."""
    return bool(_ORGANISATION.search(text))


def own_names(document: Document) -> Names:
    """How the text names the body where its heading is lost: 'the minutes of the meeting of the Works Panel'."""
    text = document.folded.replace("\n", " ")
    for match in _OWN_NAME.finditer(text):
        if match["name"] not in _BARE:
            return Names(_own_council(text, match["name"]), Passage(match["name"], match.start("name")))
    cabinet = _CABINET.search(text)
    return Names(None, Passage(cabinet["name"], cabinet.start("name")) if cabinet else None)


def _own_council(text: str, body: str) -> Passage | None:
    """The council that a text names again and again, and more often than any other."""
    if body in ("Cabinet", "Council") or body.endswith("Council"):
        return None
    first: dict[str, int] = {}
    count: dict[str, int] = {}
    for match in _COUNCIL.finditer(text):
        before = _BEFORE_COUNCIL.search(text, max(0, match.start() - LONGEST_BEFORE), match.start())
        if before:
            name = text[before.start() : match.end()]
            first.setdefault(name, before.start())
            count[name] = count.get(name, 0) + 1
    ranked = sorted(count, key=lambda name: -count[name])
    if not ranked or count[ranked[0]] < NAMED_OFTEN or (len(ranked) > 1 and count[ranked[1]] == count[ranked[0]]):
        return None
    return Passage(ranked[0], first[ranked[0]])


def _leads(words: Sequence[re.Match[str]]) -> bool:
    """Whether the first word stands before the name: 'Special' in 'Special Meeting', not in 'Special Needs Board'."""
    word = words[0][0]
    if _is_in(word, _LEADING) or not word.strip(_EDGE) or word.strip(_EDGE)[0].isdigit():
        return True
    if len(words) == 2 and _is_in(words[1][0], _COUNCILS):  # 'Full Council' has no name of its own
        return _is_in(word, _BEFORE_COUNCIL_ALONE)
    if _is_in(word, _EXTRA) and len(words) > 1 and _is_in(words[1][0], _ORDINARY):  # 'Extra Ordinary Parish Council'
        return True
    return _is_in(word, _BEFORE_MEETING) and (len(words) == 1 or _is_in(words[1][0], _LEADING | _BEFORE_MEETING))


def _is_in(word: str, words: frozenset[str]) -> bool:
    bare = word.strip(_EDGE).lower()
    return not bare or bare in words


def _trimmed(passage: Passage) -> Passage:
    """A passage without the punctuation around it."""
    text = passage.text
    first = len(text) - len(text.lstrip(" *#_|,;:.)]-"))
    return passage.cut(first, len(text.rstrip(" *#_|,;:.([-'")))
