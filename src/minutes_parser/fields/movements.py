"""Who came late, left early, stood in, was welcomed, or led the meeting, as sentences anywhere say it."""

from __future__ import annotations

import re

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.merging import Change, Found
from minutes_parser.fields.names import NAME_WORD, TITLE, bare, name_end, take_title
from minutes_parser.fields.people import parse_person
from minutes_parser.fields.person_tail import PersonParts, without_titles
from minutes_parser.fields.prose import has_any
from minutes_parser.fields.sentence_patterns import sentence_pattern
from minutes_parser.fields.times import FoundTime, find_times
from minutes_parser.fields.words import PARTICLES

WORDS = ("arrived", "joined", "entered", "left", "departed", "came in", "welcomed", "attendance", "attended")
"""A paragraph without any of these says nothing of coming and going."""
_SUBSTITUTE_STEMS = ("behalf", "ubstitut", "eput", "place of", "instead of", "tood in", "tanding in")
LONGEST_PERSON = 120

# 'Jo Elm, Vale Trust, was welcomed to the meeting', 'A and B were in attendance'; not 'All welcomed the news', 'was in
# attendance and has agreed to speak' (at something else)
WELCOMED = sentence_pattern(
    r"""
    (?P<people> .{3,600}? ) ,?+
    [ ] (?P<verb> was | were ) [ ] (?: also [ ] )?
    (?: welcomed [ ] (?: to [ ] the [ ] (?: meeting | board | committee | panel | group ) | by )
      | in [ ] attendance (?! [ ] and [ ] (?: has | have | will | would ) \b ) ) \b
    """
)
# 'Jo Elm | was attending on behalf of | Ben Fir', 'A | deputised for | B'; not 'spoke on behalf of Ben Fir'
SUBSTITUTES = sentence_pattern(
    r"""
    [ ] (?: (?: was | is | were | had | has | be ) [ ] )?
    (?: (?: attend(?:ed|ing) | present | here | acting | sat | sitting ) [ ] )?
    (?: as [ ] (?: (?: an? | the ) [ ] )? )?
    (?: (?<= (?: attend(?:ed|ing) | present | here | acting | sat | sitting ) [ ]{1,9} ) on [ ] behalf [ ] of
      | substitut\w+ [ ] (?: for | on [ ] behalf [ ] of )
      | deput\w+ [ ] for
      | in [ ] (?: the [ ] )? place [ ] of
      | instead [ ] of
      | st(?:and\w*|ood) [ ] in [ ] for )
    [ ] (?= (?-i:\p{Lu}) )
    """
)
# 'Cllr Ash arrived', 'Jo Elm joined the meeting'; a time must follow, so that 'joined the board in May' says nothing
_ARRIVAL = sentence_pattern(
    r"[ ] (?: had [ ] )? (?: arrived | joined | entered | attended [ ] the [ ] meeting [ ] from | came [ ] in ) \b"
)
_LEAVING = sentence_pattern(r"[ ] (?: had [ ] )? (?: left | departed ) \b")
_TIME = re.compile(r"[0-9]|noon|mid")
_MOVES = (
    (_ARRIVAL, ("arrived", "joined", "entered", "attended", "came"), "arrived"),
    (_LEAVING, ("left", "departed"), "left"),
)
# 'Cllr Ash took the Chair'; not 'the chair was taken'
_TOOK_CHAIR = sentence_pattern(r"(?P<who> .+? ) [ ] (?: took | was [ ] in | in ) [ ] the [ ] chair \b")
# 'Mayor Jo Ash presided', 'with Jo Ash presiding'; not 'who presided'
_PRESIDED = sentence_pattern(r" ,?+ [ ] presid(?:ed|ing) \b")
# 'The meeting was chaired by Jo Ash', 'led by Jo Ash', 'Clerked by Jo Ash'; not 'led by the treasurer'
_LED = sentence_pattern(r"\b (?P<verb> led | chaired | clerked | minuted ) [ ] by [ ] (?= (?-i:\p{Lu}) )")
_LED_VERBS = ("led ", "chaired", "clerked", "minuted")
_LED_ROLES = {"chaired": "Chair", "clerked": "Clerk"}


_WORD = re.compile(r"\S+")
# the end of a sentence: 'Fir. | Cllr'; not 'Cllr. Fir', 'J. Fir'
_STOP = re.compile(r"(?<! Cllr ) (?<! \b [A-Z] ) (?<! \b [A-Z][a-z] ) \. [ ]", re.VERBOSE)
# 'At 8.10pm ' before who came or went, and nothing else
_AT = re.compile(r"[ (]* (?: at[ ] )? [ ]* $", re.VERBOSE | re.IGNORECASE)


class Movements:
    """Gathers people whom sentences name as present, and changes to those already known."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.found: list[Found] = []
        self.changes: list[Change] = []

    def substitutes(self, passage: Passage) -> None:
        """Those who attended for somebody else."""
        if not has_any(passage.text, _SUBSTITUTE_STEMS):
            return
        for found in SUBSTITUTES.finditer(passage.text):
            who = person_before(passage, found.start())
            behind = passage.cut(found.end(), found.end() + LONGEST_PERSON)
            stop = _STOP.search(behind.text)
            absent = parse_person(behind.cut(0, stop.start() if stop else None), self.document)
            person = parse_person(who, self.document) if who and absent else None
            if person and absent:
                name = self.document.printed(absent.name.start, absent.name.end)
                self._add(person._replace(substitute_for=name))

    def moved(self, sentence: Passage) -> None:
        """Those who came or went at a stated time."""
        lowered = sentence.text.lower()
        for pattern, words, field in _MOVES:
            if has_any(lowered, words) and _TIME.search(lowered):
                for found in pattern.finditer(sentence.text):
                    self._moved(sentence, found, field)

    def _moved(self, sentence: Passage, found: regex.Match[str], field: str) -> None:
        who = person_before(sentence, found.start())
        time = next(iter(find_times(sentence.cut(found.end(), found.end() + 60))), None)
        time = time or (_time_before(sentence, who) if who else None)
        person = parse_person(who, self.document) if who else None
        if time is None or person is None:
            return
        self.changes.append(Change(person.name.text, field, time.value))
        if person.title or " " in person.name.text or field == "arrived":
            self._add(person)

    def led(self, sentence: Passage) -> None:
        """Who led, chaired or clerked the meeting."""
        text = sentence.text
        lowered = text.lower()
        for found in _LED.finditer(text) if has_any(lowered, _LED_VERBS) else ():
            end = found.end() if take_title(text, found.end()) else name_end(text, found.end())
            person = parse_person(sentence.cut(found.end(), max(end, found.end() + LONGEST_PERSON)), self.document)
            if person and person.name.start <= sentence.start + found.end() + 30:
                role = _LED_ROLES.get(found["verb"].lower())
                self._add(person._replace(affiliation=None, role=role, end=person.name.end))
        took = _TOOK_CHAIR.match(text) if "chair" in lowered and ("took" in lowered or " in " in lowered) else None
        place = sentence.cut(0, took.end("who")) if took else _who_presided(sentence) if "presid" in lowered else None
        if place:
            self.changes.append(Change(without_titles(self.document, place), "role", "Chair"))
            person = parse_person(place, self.document)
            if person and (person.title or " " in person.name.text) and person.name.end == place.end:
                self._add(person)

    def guest(self, guest: Passage) -> None:
        """One person, so that whatever follows a comma is the affiliation."""
        person = parse_person(guest, self.document)
        if person and (person.title or " " in person.name.text):
            self._add(person)

    def _add(self, person: PersonParts) -> None:
        self.found.append(Found(person, "present", listed=False))


def _time_before(sentence: Passage, who: Passage) -> FoundTime | None:
    """The time with which a sentence about somebody begins: 'At 8.10pm Cllr Ash left'."""
    before = sentence.cut(0, who.start - sentence.start)
    times = find_times(before)
    return times[0] if len(times) == 1 and _AT.match(before.text[: times[0].start - before.start]) else None


def person_before(passage: Passage, end: int) -> Passage | None:
    """The name, with its titles, that ends at `end`; None where none does."""
    begin = max(0, end - LONGEST_PERSON)
    first = None
    for word in reversed(list(_WORD.finditer(passage.text, begin, end))):
        text = word[0].lstrip("(")
        ends_clause = text[-1] in ",.;:)" and not TITLE.fullmatch(text)
        if (first is not None and ends_clause) or not (
            NAME_WORD.fullmatch(text) or TITLE.fullmatch(text) or bare(text) in PARTICLES
        ):
            break
        first = word.end() - len(text)
        if text != word[0]:  # '(Cllr Ash joined the meeting)'
            break
    return passage.cut(first, end) if first is not None else None


def _who_presided(sentence: Passage) -> Passage | None:
    """Who presided: 'Jo Ash', where the sentence is 'The council met with Jo Ash presiding'."""
    found = _PRESIDED.search(sentence.text)
    if not found or not found.start():
        return None
    before = sentence.text.rfind(" with ", 0, found.start())
    return sentence.cut(before + len(" with ") if before >= 0 else 0, found.start())
