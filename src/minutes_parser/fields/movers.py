"""Who moved a proposal and who seconded it, in each of the forms that minutes have for it."""

from __future__ import annotations

from typing import NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.mentions import NAME, TITLE, is_person
from minutes_parser.fields.owners import named, names_of
from minutes_parser.fields.prose import has_any
from minutes_parser.late import late_pattern

LONGEST_PAIR = 70
"""A line that only names mover and seconder has fewer characters than this."""
LONGEST_LABEL = 22


def _forms(*words: str) -> str:
    """Each word in small letters, with a capital or in capitals, as one group of a pattern."""
    return "(?:" + "|".join(form for word in words for form in (word, word.capitalize(), word.upper())) + ")"


# what joins a verb to a name: 'by', 'by:', 'from'
_BY = r"(?: [ \t]++ (?:by|BY|By) \b | [ ] from \b ) [ \t]*+ [:-]*+ [ \t]*+"
# a mark in its place: ': ', ' - ', '('
_MARKED = r"[ \t]*+ (?: [:;-]++ | \( ) [ \t]*+ (?: by\b [: ]*+ )?+"
# without either a name has a title or is initials
_BARE = rf"(?= {TITLE} [ ] | [A-Z]{{2,4}}+ \b )"
# or is followed by the rest of the statement: a mark, 'to', 'that', 'seconded'
_END = r"""
    (?= [ ]*+ (?: $ | [:,;./&)(\t-] | S:
      | (?: and | to | that | who | with ) \b
      | (?i: second | sec\b | 2nd | carried | all\b | vote | unanim | motion | resolved | support | agreed | approved )
    ) )
"""
_MOTION = _forms("motion", "proposal", "proposition")
_MADE = "made | moved | proposed | put[ ]forward | put | offered | presented | submitted | brought | tabled"
# 'moved by Cllr A', 'moved as correct by A', 'On the motion of A', 'Motion made by A', 'Prop. JB', 'Moved: A', 'P: JB',
# 'Proposed Cllr A', 'Moved Hill to adopt', 'Motion (Ash)'; not 'Proposed Language', 'will be proposed by A', 'Notice of
# motion by A', 'Motion to adopt'
MOVED_BY = late_pattern(
    rf"""
    (?<! \b (?: will | to | could | should | can ) [ ] be [ ] )
    (?<! \b (?: had | previously | originally ) [ ] (?: been [ ] )? )
    (?<! [Nn]otice [ ] of [ ] )
    \b (?:
        {_forms("moved", "proposed", "motioned", "nominated")} (?: [ ] (?:as|for) (?: [ ] [\w-]++ ){{1,5}}? )? {_BY}
      | {_MOTION} (?: [ ] (?:was|duly) )*+ (?: [ ] (?:{_MADE}) )?+ (?: {_BY} | [ ]of\b [ ] )
      | (?: {_forms("moved", "proposed", "mover", "proposer")} | [Pp]rop\b\.?+ | P
          | (?<! (?: [Oo]n | ON | [Tt]he | THE ) [ ] ) {_MOTION} ) {_MARKED} (?= (?&name) {_END} )
      | (?: Moved | MOVED | Proposed | PROPOSED | Motion | MOTION | [Mm]over | [Pp]roposer | [Pp]rop\b
          | (?<! \p{{L}} [ ] ) (?: moved | proposed ) ) \.?+ [ \t]++ {_BARE}
      | (?: ^ | (?<= [:.;] [ ] ) ) (?: Moved | MOVED | Motion | Prop\.?+ ) [ ] (?= (?&name) {_END} )
      | (?<= [,;:-] [ ] ) (?: moved | proposed ) [ ] (?= (?&name) [ ]*+ ,? [ ] (?: and[ ] )? seconded )
      | M [ ]*+ : [ ]*+ (?= (?&name) [ ,;]*+ S: )
    )
    (?P<name> {NAME} )
    """,
    regex.VERBOSE,
)
# what makes sure that 'proposed by' tells of a proposal made here: 'It was proposed by', 'Chair: Cllr A, proposed by';
# not 'the layout proposed by'
_SURELY = late_pattern(r"(?: ^ | [.,;:()\t-] [ \t]*+ | \b (?:was|were|is|and|then|also|duly) [ ] ) $", regex.VERBOSE)
# 'Motion to adopt the plan made by Hill, seconded by', 'A motion that it lie was moved by Hill.'; not 'a motion to
# build by the road'
MOTION_BY = late_pattern(
    rf"""
    \b (?: [Mm]otion | MOTION ) [ ] (?: (?! \bby\b | econd ) [^.;] ){{1,200}}+ \b (?: by | BY ) [ ]
    (?P<name> {NAME} )
    (?= [ ]*+ (?: \.? $
      | [,;.]? [ ]*+ (?: and[ ] | with[ ] )? (?: a[ ] | was[ ] )?
        (?i: second | 2nd | support | carried | motion | all\b | passed )
    ) )
    """,
    regex.VERBOSE,
)
# 'Approved by Cllr Dean, seconded Cllr Hill', 'Approved – AB Seconded – CD'; not 'approved by Cllr Dean'
APPROVED_BY = late_pattern(
    rf"""
    \b {_forms("approved", "adopted", "accepted", "agreed")} (?: [ ]by\b | [ ]*+ [:-]++ ) [ ]*+
    (?P<name> {NAME} )
    (?= .{{0,20}}? \b [Ss]econd )
    """,
    regex.VERBOSE,
)
# a name is not looked for inside a word, so that a long word is read once
_WORD_START = r"(?<! [\p{L}\p{M}'-] )"
_WHO_SECONDS = r"(?: ,[ ] seconded [ ] by [ ] [^,.]{3,50} , )"
_WHO_HE_IS = r"(?: [ ]?, [ ] (?: (?! \b (?:moved|proposed|seconded) \b ) [^.] ){3,110}? , )?"
_THEN = r"(?: (?: then | formally | also | duly | therefore | further | again | jointly | both ) [ ] )*+"
# where something is moved to that is no proposal: 'moved to the hall', 'moved into'
_PLACES = r"""
    (?! [ ] (?: to [ ] (?: the | a | an | his | her | its | their | item | [A-Z0-9] )
      | into | from | out | away | on | in | forward | towards | back | up ) \b )
"""
# 'Mr Orton moved that …', 'Councillor Moss proposed', 'Hill made a motion to', 'Ash read Bill 5 and moved'; not 'the
# bins moved', 'Ash moved to the hall', 'the site proposed by Mr Orton'
MOVES = late_pattern(
    rf"""
    {_WORD_START} (?P<name> {NAME} ) (?: (?: [ ] (?:and|&) [ ] | / ) (?&name) )?+
    (?: {_WHO_SECONDS} | {_WHO_HE_IS} ) [ ] {_THEN}
    (?:
        (?P<sure>
            (?: (?: introduced | presented | offered | read ) [ ] [^.,;]{{3,60}}? [ ] and [ ] )?+
            (?: moved | moves | motioned | motions ) \b {_PLACES}
          | (?: made | makes | offered | put[ ]forward | submitted | tabled | introduced | entered | raised | set ) [ ]
            (?: (?: a | the | an ) [ ] )?+ (?: motion | amendment ) \b
          | propos(?:ed|es) (?: [ ]that | [ ]we | [ ] .{{1,60}}? [ ] be ) \b
        )
      | propos(?:ed|es) | nominated
    ) \b (?! [ ] (?:by|BY) [ ] )
    """,
    regex.VERBOSE,
)
# 'seconded by Cllr B', 'second by Hill', 'Sec. Cllr B', 'Seconder: Lee', 'Second (Lee)', 'S: AS', '2nd GK', 'seconded
# Lee.'; not 'a second vote', '2nd May', 'seconded to the trust'
SECONDED_BY = late_pattern(
    rf"""
    \b (?:
        (?: {_forms("seconded", "second")} | 2nd(?:ed)?+ ) (?: [ ] (?: was | made | offered | came ) )*+ {_BY}
      | (?: {_forms("seconded", "seconder", "second")} | [Ss]ec\b\.?+ | 2nd | S ) {_MARKED}
      | (?: {_forms("seconded", "second", "sec", "seconder")} | 2nd(?:ed)?+ ) \.?+ [ \t]++ {_BARE}
      | {_forms("seconded")} [ ] (?= (?&name) {_END} )
      | ^ Support(?:ed)?+ {_BY}
    )
    (?P<name> {NAME} )
    """,
    regex.VERBOSE,
)
# beside a mover: 'Prop. Jo Ash, 2nd Ben Elm.', 'moved by Ash, supported by Elm'; not 'the scheme supported by Ash'
BESIDE_MOVER = late_pattern(
    rf"""
    \b (?: (?: 2nd(?:ed)? | [Ss]ec\b\.? | [Ss]econd ) [ ] (?= (?&name) {_END} ) | support(?:ed)?+ [ ] by [ ] )
    (?P<name> {NAME} )
    """,
    regex.VERBOSE,
)
# 'Councillor Lyle seconded', 'Councillor Lyle, who had asked for it, seconded'; not 'the motion, seconded by Mr Lyle'
SECONDS = late_pattern(
    rf"""
    {_WORD_START} (?P<name> {NAME} ) {_WHO_HE_IS} [ ] {_THEN}
    (?: seconded | seconds | seconding | SECONDED | 2nd(?:ed)?
      | second (?= [ ]*+ (?: [.,;)] | $ | (?:to[ ])?+ (?: (?:the|this|that)[ ] )?+ motion ) )
    ) \b
    (?! [ ] (?:by|BY) [ ] )
    """,
    regex.VERBOSE,
)
# mover and seconder on a line of their own above the proposal, or before it: 'R2023-094 T. Hall, S. Kirk:', 'J. Ash,
# B. Elm: THAT we pass'; not 'Roads, Paths:'
PAIR = late_pattern(
    rf"""
    (?= .{{0,70}} \b (?: [A-Z]\. | {TITLE} ) )
    (?: [A-Z]*+ [0-9] [\w/-]*+ [ ]++ )?
    (?P<mover> {NAME} ) (?: ,[ ]*+ | [ ]*+/[ ]*+ | [ ]and[ ] ) (?P<seconder> (?&mover) ) [ ]*+ :
    (?= $ | [ ]*+ (?: THAT | That | WHEREAS | BE[ ] | RESOLVED ) \b )
    """,
    regex.VERBOSE,
)
# 'M/S/C (Ash, Elm)', 'Moved/Seconded: Ash/Elm', 'Motion by Ash/Elm', '1st Ash 2nd Elm', 'RESOLVED (Cr Ash/Cr Elm)'; not
# 'Motion A/B testing'
SLASHED = late_pattern(
    rf"""
    \b (?:
        (?: M/S (?:/[A-Z])?+ | MS[CPU] | (?:Moved|Proposed)/Seconded | Mover/Seconder | Prop/Sec | P/S ) [ ]*+ [:(-]*+
        [ ]*+ (?P<mover> (?&one) ) [ ]*+ (?: / | , | and | & | - ) [ ]*+ (?P<seconder> (?&one) )
      | (?: [Mm]otion | [Mm]oved | [Pp]roposed ) [ ] by [ ] (?P<mover> (?&one) ) [ ]*+ / [ ]*+ (?P<seconder> (?&one) )
      | 1st [ :.-]*+ (?:by[ ])?+ (?P<mover> (?&one) ) [ ,;./-]*+ (?:and[ ])?+
        2nd [ :.-]*+ (?:by[ ])?+ (?P<seconder> (?&one) )
      | (?: Motion | MOTION | Moved | MOVED | Proposed | RESOLVED | Resolved | CARRIED | Carried ) [ ]*+ [:(-]++ [ (]*+
        (?P<mover> (?&one) ) [ ]*+ / [ ]*+ (?P<seconder> (?&one) ) (?! [ ] (?! to\b | that\b ) [a-z] )
    )
    (?(DEFINE) (?P<one> {NAME} ) )
    """,
    regex.VERBOSE,
)
# at the end of what was carried: 'The minutes were approved (Ash/Elm).', 'Motion to pay the bills (Ash/Elm)'; not
# 'It was agreed to paint it (AS/MB)', which may name owners
BRACKETED = late_pattern(
    rf"""
    \b (?: [Mm]otion | carried | approved | adopted | resolved | RESOLVED | received | moved ) \b
    [^()]*+ [(\[] (?P<mover> {NAME} ) [ ]*+ / [ ]*+ (?P<seconder> (?&mover) ) [)\]]
    """,
    regex.VERBOSE,
)
# in brackets behind what was carried, with its fate: 'Minutes of 3 May (AB, CD, passed)', '(Ash/Elm, carried)'; not
# '(AB, CD)'
BRACKETED_FATE = late_pattern(
    rf"""
    [(\[] [ ]?+ (?P<mover> {NAME} ) [ ]*+ (?: / | , | and | & | - ) [ ]*+ (?P<seconder> {NAME} ) [ ]*+ [,;:./-]*+ [ ]*+
    (?: unanimously[ ] )?+ (?: carried | passed | approved | agreed | adopted | unanimous | CARRIED | PASSED )
    """,
    regex.VERBOSE,
)
# put for the record of a call, with who wrote it behind: 'PROPOSED: Close issue 12 (Jo Ash)'; not 'PROPOSED: two
# flats (plot 3)'
POLL = late_pattern(
    rf"""
    (?: PROPOSED (?:[ ]RESOLUTION)? | Proposed[ ]resolution ) [ ]*+ :
    .{{3,300}} \W \( (?P<name> {NAME} ) \) \W*+ $
    """,
    regex.VERBOSE,
)
# a proposal whose people are not named: 'moved and seconded', 'Motion duly made and seconded', 'proposed and carried';
# not 'the moved date'
UNNAMED = late_pattern(
    r"""
    \b (?: moved | proposed | motion (?:[ ]was)? (?:[ ]duly)? [ ] made ) (?: ,[ ]? (?:and[ ])?+ | [ ]and[ ] )
    (?: duly[ ] | unanimously[ ] )?+ (?: seconded | carried | passed ) \b (?! [ ] (?: by | with | to ) \b )
  | ^ \W*+ motion [ ] (?:and|&) [ ] seconde?r?d? \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# a proposal that only its fate makes a motion: 'Cllr Ash suggested that'; not 'it was suggested'
SUGGESTS = late_pattern(
    rf"{_WORD_START} (?P<name> {NAME} ) [ ] {_THEN} (?: suggested | recommended ) \b", regex.VERBOSE
)
_GATE = ("mov", "prop", "econd", "motion", "nominat", "2nd ", "1st", "p: ", "m: ", "support")
"""A sentence that names a mover or a seconder holds one of these, in small letters or capitals."""
# what somebody does who moves something, or seconds it: 'moved'; not 'removed'
_MOVING = late_pattern(r"(?<= [ ] ) (?: moved | moves | motion | propos | nominated | amendment )", regex.VERBOSE)
_SECONDING = late_pattern(r"(?<= [ ] ) (?: second | SECONDED | 2nd )", regex.VERBOSE)
REACH = 200
"""A name stands within so many characters before its verb, with who the person is between."""


class Movers(NamedTuple):
    """Who put a proposal; `sure` says that the words can be about nothing else, `end` where they end."""

    mover: Passage | None
    seconder: Passage | None
    sure: bool
    end: int


def movers_of(sentence: Passage) -> Movers | None:
    """Who moves and seconds a proposal in a sentence; None where it tells of nobody who does."""
    text = sentence.text
    pair = _pair(sentence) if has_any(text, ("/", "1st", "(", "[")) or ":" in text[:LONGEST_PAIR] else None
    if pair or not has_any(text.lower(), _GATE):
        return pair
    return _apart(sentence) or _unnamed(sentence)


def named_together(text: str) -> regex.Match[str] | None:
    """Mover and seconder on a line of their own above a proposal, or before it: 'R2023-094 T. Hall, S. Kirk:'."""
    before, colon, _ = text[:LONGEST_PAIR].partition(":")
    return PAIR.match(text) if colon and has_any(before, (",", "/", " and ")) else None


def _pair(sentence: Passage) -> Movers | None:
    """Mover and seconder named together: 'M/S Ash/Elm'."""
    text = sentence.text
    found = named_together(text)
    if not found and ("/" in text or "1st" in text):
        found = SLASHED.search(text) or (BRACKETED.search(text) if has_any(text, ("(", "[")) else None)
    if not found and has_any(text, ("(", "[")):
        found = BRACKETED_FATE.search(text)
    if not found:
        return None
    mover, seconder = named(sentence, found, "mover"), named(sentence, found, "seconder")
    are_people = is_person(mover.text) and is_person(seconder.text)
    return Movers(mover, seconder, sure=True, end=found.end()) if are_people else None


def _apart(sentence: Passage) -> Movers | None:
    """Mover and seconder each with a verb: 'moved by Ash, seconded by Elm'."""
    text = sentence.text
    mover, sure, end = _mover(sentence)
    found = None
    if has_any(text.lower(), ("econd", "sec", "2nd", "s: ", "support")):
        found = _first(sentence, SECONDED_BY) or _before(sentence, SECONDS, _SECONDING)
    if not found and mover:
        found = _first(sentence, BESIDE_MOVER)
    if not found:
        return Movers(mover, None, sure, end) if mover or sure else None
    seconder = _who(named(sentence, found, "name"))
    return Movers(mover, seconder, sure or mover is not None, max(end, found.end()))


def _mover(sentence: Passage) -> tuple[Passage | None, bool, int]:
    """Who moves, whether that is sure, and where it is said."""
    text = sentence.text
    found = _first(sentence, POLL) if ":" in text[:LONGEST_LABEL] else None
    if found:
        return named(sentence, found, "name"), True, found.end()
    found = _first(sentence, MOVED_BY)
    if found:
        before = text[: found.start()]
        sure = not text.startswith(("prop", "Prop", "nomin"), found.start()) or bool(_SURELY.search(before))
        return _who(named(sentence, found, "name")), sure, found.end()
    moves = _before(sentence, MOVES, _MOVING)
    if moves and moves["sure"]:
        return _who(named(sentence, moves, "name")), True, moves.end()
    found = _first(sentence, MOTION_BY) if has_any(text, ("otion ", "MOTION ")) else None
    found = found or (_first(sentence, APPROVED_BY) if "econd" in text else None)
    if found:
        return _who(named(sentence, found, "name")), True, found.end()
    return (_who(named(sentence, moves, "name")), False, moves.end()) if moves else (None, False, 0)


def _unnamed(sentence: Passage) -> Movers | None:
    found = UNNAMED.search(sentence.text)
    return Movers(None, None, sure=True, end=found.end()) if found else None


def suggested_by(sentence: Passage) -> Passage | None:
    """Who suggests something in a sentence."""
    found = _first(sentence, SUGGESTS) if has_any(sentence.text, ("suggested", "recommended")) else None
    return _who(named(sentence, found, "name")) if found else None


def _first(sentence: Passage, pattern: regex.Pattern[str]) -> regex.Match[str] | None:
    """The first match of a pattern that names a person."""
    return next((found for found in pattern.finditer(sentence.text) if is_person(found["name"])), None)


def _before(sentence: Passage, pattern: regex.Pattern[str], verb: regex.Pattern[str]) -> regex.Match[str] | None:
    """The first match of a pattern that begins with a person and goes on with a verb, looked for around each verb."""
    text = sentence.text
    for found in verb.finditer(text):
        for match in pattern.finditer(text, max(0, found.start() - REACH), found.end() + REACH):
            if is_person(match["name"]):
                return match
    return None


def _who(name: Passage) -> Passage:
    """The first of some people: 'moved by A and B' has A for its mover."""
    return names_of(name)[0]
