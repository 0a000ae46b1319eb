"""What became of a proposal: the words that say so, and whether they speak of a motion, an amendment or neither."""

from __future__ import annotations

from typing import Literal, NamedTuple

import regex

from minutes_parser.fields.prose import has_any
from minutes_parser.late import late_pattern
from minutes_parser.schema import Outcome

Subject = Literal["motion", "amendment", "proposal", ""]

# who agrees to something, so that 'agreed' is a fate: 'all agreed', 'the members approved'
BODIES = (
    "all", "both", "everyone", "present", "members", r"council\w*", "cllrs", "meeting", "committee", "board",
    "governors", "trustees", "directors",
)  # fmt: skip
ADVERBS = (
    "then", "duly", "all", "also", "therefore", "thus", "accordingly", "unanimously", "subsequently",
)  # fmt: skip
_BODY, _ADVERB = "|".join(BODIES), "|".join(ADVERBS)
_FAVOUR = "in [ ] favou?r"
_VERBS = "(?: agreed (?! [ ] with ) | approved | accepted | supported | endorsed )"
_PASSIVE = "(?: was | were | is | being | and | then | duly | unanimously )"

# words of a vote's end → outcome; the one that stands first in a sentence counts
OUTCOMES: dict[Outcome, tuple[str, ...]] = {
    "lost": (
        r"not [ ] (?: \w++ [ ] )? (?: carried | agreed | approved | accepted | adopted | supported | passed )",
        r"(?: did | does ) [ ] not [ ] (?: carry | pass )", r"(?: as [ ] )?+ (?: lost | defeated | rejected )", "fell",
        "failed", "fails", "negatived", "lapsed", "lapses", "died", "dies", "voted[ ]down", "denied", "no[ ]seconder",
        "not[ ]seconded", "dismissed", "(?: lack | want ) [ ] of [ ] a [ ] second(?:er)?",
    ),
    "withdrawn": ("withdrawn", "withdrew"),
    "deferred": (
        "deferred", "postponed", r"tabled (?! [ ] (?: by | for | and | a | an | the | his | her ) \b )",
        "adjourned [ ] to", "held [ ] over", "laid [ ] on [ ] the [ ] table",
        "referred [ ] (?: back | to [ ] (?: the [ ] )? (?-i:[A-Z]) )",
    ),
    "carried": (
        r"(?: as [ ] )?+ carried (?! [ ] (?: out | forward | over | by ) \b )", r"carried [ ] by [ ] (?: a | \d )",
        "carries", r"passed (?! [ ] (?: away | to | on [ ] (?!a\b) ) \b )", "passes", "unanimous(?:ly)?",
        rf"(?: {_BODY} | unanimously | majority | voted ) [ ]++ (?: (?!against) [a-z]++ [ ] ){{0,4}}? {_FAVOUR}",
        rf"^ \W*+ {_FAVOUR}",
        r"in [ ] (?: full [ ] )? agreement", "no [ ] objections?", r"nem \.? [ ]? con", "M/?C", "M/?S/?[CPU]",
        "adopted", "ratified", "resolved", "so [ ] ordered", "so [ ] moved",
        rf"{_PASSIVE} [ ] (?: (?:{_ADVERB}) [ ] )? (?: re-?)?elected",
        rf"(?: {_BODY} | {_PASSIVE} | it | motion | resolution | amendment | proposal | ^ ) [ ]"
        rf" (?: (?:{_ADVERB}) [ ] )? {_VERBS}",
        r"^ \W*+ (?: agreed | approved | accepted | (?: re-?)?elected )",
        r"(?: , | - ) [ ]*+ (?: agreed | approved | accepted ) \W* $", "(?-i: AGREED | APPROVED )",
    ),
}  # fmt: skip
# a word before such a one that makes it no statement of a fate: 'that it be deferred', 'the rejected bid', 'as agreed'
_NO_FATE = frozenset("be been being the a an as if when previously had unless once to".split())
_OUTCOME = late_pattern(
    "|".join(
        rf"(?P<{outcome}> (?<! [\w/-] ) (?: {' | '.join(words)} ) (?! [\w/] ) )" for outcome, words in OUTCOMES.items()
    ),
    regex.VERBOSE | regex.IGNORECASE,
)
_STEMS = (
    "carri", "pass", "unanim", "agreement", "favo", "objection", "m/c", "mc", "m/s", "ms", "agreed", "approved",
    "accepted", "supported", "endorsed", "adopted", "ratified", "elected", "resolved", "so ", "lost", "defeated",
    "rejected", "fell", "fail", "negatived", "lapse", "die", "second", "vote", "not ", "withdr", "denied", "nem",
    "deferred", "postponed", "tabled", "adjourned", "over", "table", "referred", "dismissed",
)  # fmt: skip
# what a proposal is called
_SUBJECT = r"""
    \b (?: (?P<amendment> amendments? )
         | (?P<motion> motions? | resolutions? )
         | (?P<proposal> proposals? | suggestions? | recommendations? | nominations? )
       ) \b
"""
_SUBJECTS = ("motion", "amendment", "resolution", "propos", "suggest", "recommendation", "nomination")
# the motion itself with its fate: 'The motion was put to the vote and lost', 'Motion carried', 'The amendment was not
# agreed'; not 'the proposal was discussed', 'our motion has been passed', 'Once that resolution was passed'
_SAID_OF = late_pattern(
    rf"""
    (?<! \b (?: if | once | when | that | our | had | whether ) [ ] (?: the | a | this | his | her ) [ ] )
    (?<! \b (?: our | of | no | that | any | rescind | rescind[ ]a | revoke[ ]a ) [ ] )
    {_SUBJECT} (?: [ ]*+ [:-] )?+
    [^.]{{0,80}}?
    (?: put [ ] to [ ] (?: the | a ) [ ] vote
      | (?<! \b (?: be | been | being | if ) [ ] )
        (?: \b not [ ] (?: (?!be\b) \w++ [ ] )? (?: carried | passed | adopted | {_VERBS} )
          | \b did [ ] not [ ] (?: carry | pass )
          | (?<= \b (?: motion | amendment | resolution ) [ :-]{{1,3}} ) (?: adopted | denied | {_VERBS} )
          | (?<= \b (?: motion | amendment | resolution | proposal ) [ ] ) (?: was[ ] )?+
            seconded (?: [ ]and | , ) [ ] (?: adopted | carried | passed | {_VERBS} )
          | \b (?: (?: carried (?![ ]out) | passed ) (?! [ ] by [ ] (?:the|members|council) \b )
                 | lost | defeated | withdrawn | fell | failed | carries | passes | fails | lapsed | lapses | dies
                 | died | negatived )
          | \b (?: was | were | is | then | duly | unanimously | declared ) [ ]
            (?: (?: {_ADVERB} | seconded ) [ ] (?: and[ ] )?+ )*+
            (?: adopted | rejected | deferred | referred | tabled | postponed | {_VERBS} )
        )
    ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'All Cllrs agreed to this proposal', 'Cllr Ash withdrew the motion'; not 'agreed to the plan', 'Jo Ash supported this
# suggestion'
_DONE_TO = late_pattern(
    rf"""
    \b (?: (?: {_BODY} | was | were | and ) [ ] (?: \w++ [ ] ){{0,3}}?
           (?: (?: agreed | in[ ]agreement | in[ ]favou?r ) [ ] (?: to | with | of )
             | accepted | approved | adopted | supported | rejected )
         | withdrew | put
       ) [ ] (?: the | this | his | her | their ) [ ]
    {_SUBJECT}
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# a fate alone in its sentence: 'Carried.', 'CARRIED UNANIMOUSLY', 'Passed 5-0.', 'All in favour.', 'M/C', 'Lost.'; not
# 'Carried out in May', 'Passed to the Clerk'
ALONE = late_pattern(
    rf"""
    [\W\d]*+
    (?: (?: carried | passed | lost | defeated | failed | withdrawn | unanimous(?:ly)? | approved | adopted | agreed
          | accepted | deferred | tabled | (?: re-?)?elected | M/?C | M/?S/?[CPU] | {_BODY} | those | were | was
          | it | this | voted | show
          | of | hands | on | by | a | the | vote | and | nem | con | aye | ayes | result | outcome | decision
          | in [ ] favou?r | no [ ] (?: objections? | dissent | opposition ) | not | with | motion | resolution
          | amendment | proposal
        ) \b [\s,.;:()\[\]/-]*+
    ){{1,9}}+
    [\W\d]*+ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# what a motion's own fate says more firmly than that somebody agreed: 'carried', 'all in favour'; not 'approved'
_FIRM = late_pattern(
    r"""
    \b (?: carried | carries | passed | lost | defeated | failed | withdrawn | withdrew | put[ ]to | M/?C | in[ ]favou?r
         | unanimous\w*+ | no[ ]seconder | not[ ]seconded ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
LONGEST_ALONE = 90


class Fate(NamedTuple):
    """What a sentence says of a proposal: `subject` is what it calls it, '' where it does not name it.

    `firm` tells that the words can be about nothing but a vote.
    """

    subject: Subject
    outcome: Outcome | None
    firm: bool


def fate_of(text: str) -> Fate | None:
    """What a sentence says became of a motion, an amendment or a proposal; None where it says nothing of any.

    >>> fate_of("The amendment was lost.").outcome
    'lost'
    >>> fate_of("The wall was lost.") is None
    True
    """
    small = text.lower()
    is_about = has_any(small, _SUBJECTS)
    if not (is_about or len(text) <= LONGEST_ALONE) or not has_any(small, _STEMS):
        return None
    said = _SAID_OF.search(text) if is_about and "withdrew" not in small else None
    found = said or (_DONE_TO.search(text) if is_about else None)
    if found:
        subject: Subject = "amendment" if found["amendment"] else "motion" if found["motion"] else "proposal"
        named = (subject != "proposal" and (said is not None or "put" in found[0])) or "seconded" in found[0]
        return Fate(subject, outcome_of(text[found.start() :]), named or _FIRM.search(found[0]) is not None)
    if len(text) <= LONGEST_ALONE and ALONE.match(text):
        outcome = outcome_of(text)
        return Fate("", outcome, _FIRM.search(text) is not None) if outcome else None
    return None


def outcome_of(text: str) -> Outcome | None:
    """The fate that the first word of a fate in a text tells.

    >>> outcome_of("It was agreed that the rejected bid be heard.")
    'carried'
    """
    if not has_any(text.lower(), _STEMS):
        return None
    for found in _OUTCOME.finditer(text):
        if text[: found.start()].rstrip().rpartition(" ")[2].lower() not in _NO_FATE:
            return next(outcome for outcome in OUTCOMES if found[outcome])
    return None


def firm_outcome_of(text: str) -> Outcome | None:
    """The same where the words can be about nothing but a vote: 'carried', 'all in favour', 'lost'."""
    return outcome_of(text) if _FIRM.search(text) else None
