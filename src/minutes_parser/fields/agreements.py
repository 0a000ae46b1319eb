"""Sentences that tell of an agreement without a mark: 'It was agreed that …', 'The minutes were approved.'"""

from __future__ import annotations

import regex

from minutes_parser.fields.prose import has_any
from minutes_parser.late import late_pattern

BODIES = (
    "board", "council", "committee", "panel", "cabinet", "members", "councill?ors", "cllrs", "meeting", "governors",
    "trustees", "directors", "group", "forum", "executive", "all", "everyone", "association", "society",
    "those[ ]present", "trusts", "commission", "commissioners", "supervisors", "selectmen", "aldermen", "membership",
    "delegates", "participants", "attendees", "[wp]cc", "t?sc",
)  # fmt: skip
"""Who agrees to something and is nobody in particular."""
_BODY = "|".join((*BODIES, "team", "parents", "we"))
# words that a body agrees with: participle → kind of decision
AGREEMENTS = {
    "agreed": "agreed", "approved": "approved", "accepted": "approved", "adopted": "adopted", "confirmed": "approved",
    "resolved": "resolved", "decided": "decided", "passed": "approved", "ratified": "approved", "endorsed": "approved",
    "elected": "agreed", "re-elected": "agreed", "appointed": "agreed", "carried": "approved", "signed": "approved",
    "agreement": "agreed", "favour": "agreed", "favor": "agreed", "consensus": "agreed", "objection": "agreed",
    "objections": "agreed", "objected": "agreed", "agrees": "agreed", "approves": "approved", "accepts": "approved",
    "adopts": "adopted", "decides": "decided", "ratifies": "approved", "endorses": "approved",
}  # fmt: skip
AGREEING = (
    "agree", "approve", "accept", "adopt", "confirmed", "resolved", "decide", "passed", "ratifie", "endorse", "elected",
    "appointed", "carried", "signed", "favour", "favor", "supported", "noted", "consensus", "object",
)  # fmt: skip
# a body is the subject of these in the present tense
_PRESENT = "agrees | approves | accepts | adopts | decides | ratifies | endorses"
# what is done to a report before it is agreed: 'were presented and accepted'
_TREATED = r"""
    (?: (?: presented | received | read | reviewed | considered | discussed | checked | proposed | moved | seconded
          | tabled | circulated | amended ) (?: ,[ ] (?:and[ ])?+ | [ ]and[ ] ) ){1,3}+
"""
_PARTICIPLES = [word for word in AGREEMENTS if word.endswith("ed") and word != "objected"] + ["agreement"]
REPORTING = frozenset(("signed", "confirmed", "carried", "passed", "elected", "re-elected", "appointed"))
"""Words that as often only report: 'the fete was confirmed'."""
# 'It was agreed that …', 'The minutes were approved', 'The Board agreed to …', 'unanimously agreed', 'Approved.'
# not 'Ann agreed to take this forward' (a task)
AGREEMENT = late_pattern(
    rf"""
      ^ it [ ] (?: also[ ] )?+ (?P<word> agreed ) (?= [ ]to\b )
    | \b it [ ] (?:was|is) [ ]
      (?: (?:also|then|further|therefore|unanimously|subsequently|generally) [ ] )*+
      (?P<word> agreed | decided | resolved | approved | accepted ) \b
    | \b (?:were|was|be) [ ]
      (?: (?:then|duly|all|both|also|therefore|\w{{3,}}ly) [ ] )*+
      (?P<word> {"|".join(_PARTICIPLES)} ) \b
    | \b (?: were | was ) [ ] {_TREATED}
      (?: (?:then|duly|all|therefore|\w{{3,}}ly) [ ] )*+ (?P<word> agreed | approved | accepted | adopted ) \b
    | \b (?: is | are ) [ ] (?: duly[ ] | therefore[ ] | hereby[ ] )?+ (?: re- )?+ (?P<word> elected ) \b
    | [a-z] [ ]*+ [:,-] [ ] (?P<word> (?:re-)?elected | confirmed | appointed )
      (?= [ ] (?: unopposed | unanimously | on[ ]a | by[ ](?:a[ ])?(?:unanimous|majority|show|vote|acclamation) ) )
    | ^ (?:the[ ])?+ (?: (?:clear|general|rough|overall) [ ] )?+ (?P<word> consensus ) [ ]
      (?: (?:is|was|reached) [ ] )?+ (?: that | to ) \b
    | \b (?: reached | by | is | was | with | had | have ) [ ]
      (?: (?: a | an | full | general | rough | clear | unanimous | lazy ) [ ] ){{0,2}}+
      (?P<word> consensus | (?<= (?:general|unanimous) [ ] ) agreement ) [ ]?+ (?: to | that | on | for | [.,:;)] | $ )
    | ^ (?: no[ ]?one | nobody | none ) [ ] (?: present[ ] )?+ (?P<word> objected )
    | ^ (?: there[ ]were[ ] )?+ no [ ] (?: further[ ] )?+ (?P<word> objections? )
      (?= [ ]*+ (?: \W*+ $ | (?:was|were|is) [ ] (?:made|raised) | made | raised | to | but | and | subject | provided
        | in[ ]principle ) \b | \W*+ $ )
    | \b (?:{_BODY}) [ ] (?: [a-z]++ [ ] )?+ (?:was|were) [ ] (?: all[ ] )?+
      in [ ] (?: \w++ [ ] )?+ (?P<word> agreement ) \b
    | ^ (?:the[ ])?+ (?: (?:previous|draft|last|amended|above|following|revised) [ ] )?+
      (?: (?: [\w']++ [ ] )? (?: reports? | accounts | budget | polic(?:y|ies) | statements? )
        | minutes | notes | agenda | payments? | invoices | bills | expenditure | payroll | recommendations? ) \b
      (?: (?! \b (?: was | were | be | been | had | which | to ) \b ) [^.;] ){{0,90}} [ ]
      (?P<word> agreed | approved | accepted | adopted ) (?= [ ] (?: as | by | and | unanim\w+ ) \b | \W*+ $ )
    | \b (?:{_BODY}) \b (?: [ ]members )?+ (?: [ ]of[ ]the[ ] [a-z]++ )?+ [ ]
      (?: (?:also|then|further|unanimously|all|therefore|have|has|were) [ ] ){{0,4}}+
      (?P<word> agreed | approved | accepted | adopted | decided | resolved | supported ) \b
    | \b (?:{_BODY}) [ ] (?: (?:also|hereby|unanimously|therefore) [ ] )?+ (?P<word> {_PRESENT} ) \b
      (?<! \b (?: all | everyone | we | team | group ) [ ] \w++ )
    | ^ (?:the[ ])?+ (?: \w++ [ ] )?? (?:{_BODY}) \b
      (?: (?! \b (?: who | which | that | if | not | met | had ) \b ) [^.;:] ){{3,160}}?
      [ ]and[ ] (?: (?:then|also|unanimously|all|therefore|subsequently) [ ] )?+
      (?P<word> agreed | approved | accepted | adopted | decided ) \b
    | \b (?:{_BODY}) [ ] (?:was|were|is|are) [ ] (?: all[ ] | unanimously[ ] )?+
      in [ ] (?P<word> favou?r ) [ ] of \b
    | \b motion [ ] (?:was[ ])?+ (?: \w{{3,}}ly[ ] )?+ (?P<word> carried | passed | approved | adopted ) \b
    | \b (?: prop | moved | second ) .{{5,120}} \b (?: all [ ] (?:were[ ])?+ in [ ] (?P<word> favou?r )
        | [;,.] [ ] (?P<word> carried ) (?: [ ] (?: unanimously | nem ) | \W*+ $ )
        | [ ]and[ ] (?: unanimously[ ] )?+ (?P<word> agreed | approved | adopted ) \b )
    | \b (?: was | were ) [ ] (?: duly[ ] )?+ (?P<word> elected ) [ ] unopposed
    | \b (?: unanimously | and[ ]all | all ) [ ] (?P<word> agreed | approved ) \b
    | ^ (?: also | then | and | after[ ]discussion | following[ ]discussion ) ,?+ [ ]
      (?P<word> agreed ) (?= [ ] (?: to | that ) \b )
    | ^ (?P<word> Approved | Agreed | Accepted )
      (?= [ ] (?: to | that | by | unanim\w+ | and | as | for | it ) \b | [ ]& | [.,:;] | $ )
    | ^ the [ ] (?:{_BODY}) [ ] (?P<word> noted ) [ ] (?!that\b) .{{3,60}} $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'was not agreed', 'no decision', 'had agreed', 'agreed at its meeting on', 'as agreed', 'would be approved';
# not 'was agreed', 'had a plan that was agreed'
_NONE_OF_OURS = late_pattern(
    r"""
      \b (?: not | never | no[ ]decision | had [ ] (?:been[ ])? (?:\w++[ ])? | to[ ]be | as | previously | if | until
           | once | which | when | who | that[ ]have[ ]been ) [ ]
      (?: \w++ [ ] )?
      (?: agreed | approved | accepted | adopted | decided | passed | resolved | carried ) \b
    | \b (?: should | could | may | might | must | can | needs?[ ]to | needed[ ]to | (?:has|have|had)[ ]to ) [ ]
      (?: (?!be\b) \w++ [ ] )?+ be [ ] (?: agreed | approved | decided | adopted | accepted | elected | appointed )
    | \b (?: if | until | unless | once | when | before | whether ) [ ] (?: \w++ [ ] ){1,4}?
      (?: is | are | was | were | has[ ]been ) [ ] (?: agreed | approved | decided | adopted | accepted | elected )
    | \b (?: issues? | problems? | matters? | tickets? | bugs? | quer(?:y|ies) | complaints? ) [ ]
      (?: was | were | has[ ]been | have[ ]been | is | are ) [ ] (?: now[ ] | since[ ] )?+ resolved \b (?! [ ]that )
    | \b (?: if | until | unless | once | when | where | whether | should ) [ ] (?: [\w']++ [ ] ){1,4}?
      (?: agree | approve | accept | adopt | decide ) s?+ \b
    | \b (?: which | what | as ) [ ] we [ ] (?: have[ ] )?+ (?: agreed | approved | accepted | adopted | decided )
    | \? ["')]*+ $
    | \b would[ ]be[ ] (?: agreed | approved | decided | signed | appointed | elected )
    | \b will[ ]be[ ] (?: agreed | approved | decided | confirmed | signed | appointed | elected )
    | \b at [ ] (?:its|their) [ ] meeting[ ]on
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# what somebody only tells of: 'The Mayor noted that the Council adopted'; not 'The clerk reported that the fee was £5,
# and it was agreed'
_REPORTED = late_pattern(
    r"\b (?: noted | reported | advised | explained | informed | stated | said | told ) [ ]"
    r" (?: [\w ]{1,30} [ ] )?? that [ ]"
    r" (?: (?! \b (?: and | but | so | therefore ) \b ) [^,;:] )*+ $",
    regex.VERBOSE | regex.IGNORECASE,
)
# what a short sentence speaks of itself: 'Agenda approved.'; not 'Approved.'
_PAPERS = late_pattern(
    r"\W*+ (?: minutes | agenda | accounts | reports? | budget | notes )", regex.VERBOSE | regex.IGNORECASE
)
# a sentence that only says what became of the one before: 'It was proposed by J Ash and agreed.', 'Prop. AB, 2nd CD',
# 'The motion was carried'; not 'It was proposed that the wall be built, and agreed.'
_FATE_ALONE = late_pattern(
    r"""
      (?: it[ ]was[ ] )?+ (?: prop(?:osed)? | moved | seconded ) \b
      (?: (?!\bthat\b) . ){0,100}
      \b (?: agreed | favour | carried | approved | unanimous\w*+ ) \W*+ $
    | prop(?:osed)? \b \.? (?:[ ]by)? [ ] (?: [A-Z][\w.'-]*+,?[ ] ){1,4}
      (?: and[ ] )? (?: seconded | 2nd ) \b (?:[ ]by)? [ ] (?: [A-Z][\w.'-]*+[ ]? ){1,4} \W*+ $
    | (?: this | these | it | they | all ) [ ] (?: was | were ) [ ] (?: \w{3,}ly[ ] | all[ ] )?+
      (?: agreed | approved | accepted | adopted | supported | carried ) \W*+ $
    | (?: approved | agreed | accepted ) [ ] (?: and | & ) [ ] signed \b
    | (?: the[ ] )?+ (?: motion | proposal | resolution | amendment ) [ ]
      (?: (?:was|were) [ ] )?+ (?: \w++ [ ] )?
      (?: carried | passed | agreed | approved | adopted ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'the minutes of 3 May were signed', 'notes … taken as read'; not 'the contract was signed'
_PREVIOUS = late_pattern(
    r"""
    \b (?: minutes | notes | record ) \b
    .{0,160}
    \b (?: agreed | approved | accepted | adopted | confirmed | signed | taken[ ]as[ ]read | received | passed ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'the minutes', 'an accurate record'; not 'the notice'
_RECORD = late_pattern(r"\b (?: minutes | notes\b | accurate | correct\b | true\b )", regex.VERBOSE | regex.IGNORECASE)
# what is carried or passed: 'the motion was carried'; not 'the boxes were carried'
_MOTION = late_pattern(r"\b (?: motion | resolution | proposal | amendments? ) \b", regex.VERBOSE | regex.IGNORECASE)


def agreement_of(sentence: str) -> str | None:
    """The kind of agreement that a sentence records, or None.

    >>> agreement_of("The minutes were agreed as an accurate record.")
    'agreed'
    >>> agreement_of("The change was not agreed.") is None
    True
    """
    found = AGREEMENT.search(sentence) if has_any(sentence.lower(), AGREEING) else None
    if not found or _NONE_OF_OURS.search(sentence) or _REPORTED.search(sentence[: found.start("word")]):
        return None
    word = found["word"].lower()
    if word in REPORTING and not _is_decided(sentence, word):
        return None
    return "noted" if word == "noted" else AGREEMENTS.get(word, "agreed")


def is_fate_alone(sentence: str) -> bool:
    """Whether a sentence says what became of the one before: 'Approved.', 'Prop. AB, 2nd CD, all agreed.'"""
    return (len(sentence.split(maxsplit=2)) <= 2 and not _PAPERS.match(sentence)) or _FATE_ALONE.match(
        sentence
    ) is not None


def _is_decided(sentence: str, word: str) -> bool:
    """Whether a word that as often only reports tells of a decision here."""
    if word in ("carried", "passed"):
        return _MOTION.search(sentence) is not None
    return word.endswith(("elected", "appointed")) or bool(_RECORD.search(sentence) and _PREVIOUS.search(sentence))
