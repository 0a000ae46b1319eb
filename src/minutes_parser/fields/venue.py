"""Where a meeting is held: what is left of a sentence when its dates and times are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.bodies import NAME_WORDS
from minutes_parser.fields.names import is_name, office_at, take_title
from minutes_parser.late import late_pattern

_CUT = "\x1f"
# 'at the', 'held in', 'commencing at', ', via'; what may stand between a date and a place, or between two times
_INTRODUCTION = late_pattern(
    r"""
    (?: [ ,;:.*|(-]++
      | (?: (?: their | its | our )[ ]meeting | was | were | be | is | will | and | held | met | took[ ]place | both
          | in[ ]person
          | commencing | commenced | starting | starts? | beginning
          | utc | gmt | bst | [ecmp][sd]t | ces?t
          | time | from | to | until | on | venue | place | location ) (?![\w'-]) )*+
    (?P<word> (?:both[ ])? (?: at | in | via | by | using | through ) \b )?+ [ ]*+
    (?: the[ ] (?=[^ ]++[ ][^ ]) )?+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# neither 'a venue to be confirmed' nor 'Public' (as in 'held in public'), 'PART A', a time or a sentence is a venue;
# 'Sameton Hall' is one
_UNKNOWN = re.compile(
    r"""
    ^ (?: public | private | person | open[ ]session | part[ ] [a-z0-9]{1,3} | [0-9]{1,2} [.:] [0-9]{2} .* ) $
    | \b (?: was | were | will | would | same | tb[acd] | minutes | agenda | date[ ]and[ ] (?: place | time )
      | to[ ]be[ ] (?: confirmed | agreed | advised | arranged | decided | announced | notified ) ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")
# 'held remotely', 'Zoom'; not 'Zoomerton Hall'
_REMOTE = re.compile(
    r"(?: held[ ] )? (?P<how> remotely | virtually | online | on-line | zoom ) \b", re.VERBOSE | re.IGNORECASE
)
# a stop ends the place, unless it belongs to 'St.'; so does the link to a map
_STOP = late_pattern(
    r"""
    (?<! \b (?: St | Mr | Dr | Rd | No ) ) \. (?= [ ]+ [A-Z\x1f*] | [ ]* $ )
    | View[ ]directions
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# what follows a place without belonging to it: ' and', ' starting', ', followed by …', ' to discuss …';
# not ' and Ash Room'
_TRAILING = re.compile(
    r"""
    [ ,;:.*|(-]+ $
    | [ ]* ; [ ] .* $
    | [ ]+ (?: on | at | from | in | to | and | held | commencing | starting | beginning | and[ ]was | with | the ) $
    | [ ,]+ (?: with | when | where | which | and[ ]livestreamed | followed | to[ ] (?= [a-z] )
        | for[ ]the[ ]purpose ) .* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# a line that is the place: 'Elm Village Hall', 'Council Chambers, 4 Main Street', 'Zoom'; not 'Hall Committee'
PLACES = (
    "hall", "chamber", "chambers", "room", "rooms", "suite", "centre", "center", "pavilion", "hotel", "inn", "offices",
    "house", "barn", "hut", "shed", "building", "clubhouse", "lodge", "gallery", "theatre", "zoom", "teams", "webex",
    "online", "virtual", "remote",
)  # fmt: skip
_PLACE_WORD = re.compile(rf"\b (?: {'|'.join(PLACES)} ) \b", re.VERBOSE | re.IGNORECASE)
# 'Held in the Elm Room at'; not 'Held on Monday'
_HELD_IN = re.compile(r"held[ ] (?: at | in | via | on[ ] (?= zoom | teams | microsoft ) )", re.VERBOSE | re.IGNORECASE)
LONGEST = 160
"""Characters beyond which something is no place but running text."""


def parse_venue(passage: Passage, taken: Iterable[tuple[int, int]]) -> Passage | None:
    """The place that a passage names outside the spans in `taken` (its dates and times); None where it names none."""
    text = list(passage.text)
    for match in _BRACKETS.finditer(passage.text) if "(" in passage.text else ():
        if any(match.start() < end - passage.start and start - passage.start < match.end() for start, end in taken):
            text[match.start() : match.end()] = _CUT * len(match[0])
    for start, end in taken:
        text[start - passage.start : end - passage.start] = _CUT * (end - start)
    whole = "".join(text)
    stop = _STOP.search(whole)
    first = whole.find(_CUT)
    places = []
    at = 0
    for piece in whole.split(_CUT):
        if piece.strip():
            place = _place(Passage(piece, passage.start + at))
            if place and (place[0] or at > first):
                places.append(place)
        at += len(piece) + 1
        if stop and at > stop.start():
            break
    introduced = [place for word, place in places if word]
    return next(iter([*introduced, *(place for _, place in places)]), None)


def place_line(line: Passage, taken: Iterable[tuple[int, int]]) -> Passage | None:
    """The place that a line of a heading is, outside the spans in `taken`; None for names of bodies and other lines.

    The word of a place stands behind every word of a body, so that 'Council Chamber' is one and 'Hall Committee' none.
    """
    held = _HELD_IN.match(line.text)
    place = parse_venue(line, taken)
    if held or not place:
        return place if held else None
    places = [found.start() for found in _PLACE_WORD.finditer(place.text)]
    names = [found.start() for found in NAME_WORDS.finditer(place.text)]
    is_one = bool(places) and places[-1] > max(names, default=-1) and "@" not in place.text
    return place if is_one else None


def is_place(text: str) -> bool:
    """Whether a text has a word of places or of meetings at a distance."""
    return _PLACE_WORD.search(text) is not None


def tidy_venue(passage: Passage) -> Passage | None:
    """A place without what surrounds it; None where it is still to be found or too long to be one."""
    stop = _STOP.search(passage.text)
    place = passage.cut(0, stop.start() if stop else None)
    while match := _TRAILING.search(place.text):
        place = place.cut(0, match.start())
    if place.text.endswith(")") and "(" not in place.text:
        place = place.cut(0, -1)
    if not place.text or len(place.text) > LONGEST or _UNKNOWN.search(place.text):
        return None
    return place


def _place(piece: Passage) -> tuple[bool, Passage] | None:
    """The place in one piece between dates and times, and whether 'at', 'in' or 'via' leads to it."""
    remote = _REMOTE.match(piece.text.strip(" ,-"))
    opening = _INTRODUCTION.match(piece.text)
    start = piece.text.index(remote["how"]) if remote else opening.end() if opening else 0
    by = bool(opening and opening["word"] and opening["word"].lower().startswith("by"))
    word = bool(opening and opening["word"]) or bool(remote)
    place = tidy_venue(piece.cut(start))
    if place and place.text.startswith((",", "-")):
        place = tidy_venue(place.cut(1))
    if place and piece.text.lstrip(" ,").startswith("(") and not is_place(place.text):
        return None
    if place and by and (office_at(place.text) or take_title(place.text) or is_name(place.text)):
        return None  # 'called to order by Chairman Ash'
    if not place or not (
        remote or place.text[0].isupper() or place.text[0].isdigit() or (word and place.text[:4] == "the ")
    ):
        return None
    return word, place
