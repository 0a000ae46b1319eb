"""What was resolved: decisions under a mark (formal), and agreements that a sentence tells (informal)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.marks import DECISION_WORDS, Block
from minutes_parser.fields.owners import is_owner_only
from minutes_parser.fields.prose import has_any, list_mark, sentences, without_list_mark
from minutes_parser.late import late_pattern
from minutes_parser.schema import Decision

# under a label these say that nothing was decided: 'none', 'There were no decisions.'; not 'None of the bids was taken'
_NOTHING = late_pattern(
    r"""
    (?: there [ ] (?:were|was) [ ] )?
    (?: none | nil | no[ ]decisions? | not[ ]applicable | n/a ) \b
    [^a-z]*+ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# a mark alone closes the sentence before it: '(agreed) unanimously.'; not 'unanimously to pay'
_CLOSES = late_pattern(
    r"[\s.:;,)-]*+ (?: unanimously | by[ ]all | as[ ]above )?+ [\s.]*+ $", regex.VERBOSE | regex.IGNORECASE
)
# what joins a clause to the next: '… be approved; and'; not '… sand'
_AND_NEXT = late_pattern(r"[;,] [ ]*+ (?:and|or)? $", regex.VERBOSE)

BODIES = (
    "board", "council", "committee", "panel", "cabinet", "members", "councillors", "cllrs", "meeting", "governors",
    "trustees", "directors", "group", "forum", "executive", "all", "everyone", "association", "society",
    "those[ ]present", "trusts",
)  # fmt: skip
_BODY = "|".join(BODIES)
# words that a body agrees with: participle → kind of decision
AGREEMENTS = {
    "agreed": "agreed", "approved": "approved", "accepted": "approved", "adopted": "adopted", "confirmed": "approved",
    "resolved": "resolved", "decided": "decided", "passed": "approved", "ratified": "approved", "endorsed": "approved",
    "elected": "agreed", "re-elected": "agreed", "appointed": "agreed", "carried": "approved", "signed": "approved",
    "agreement": "agreed", "favour": "agreed", "favor": "agreed",
}  # fmt: skip
_EVERY_WORD = (*AGREEMENTS, "supported", "noted")
REPORTING = frozenset(("signed", "confirmed", "carried", "passed", "elected", "re-elected", "appointed"))
"""Words that as often only report: 'the fete was confirmed'."""
# 'It was agreed that …', 'The minutes were approved', 'The Board agreed to …', 'unanimously agreed', 'Approved.'
# not 'Ann agreed to take this forward' (a task)
AGREEMENT = late_pattern(
    rf"""
    \b (?:
      ^ it [ ] (?: also[ ] )?+ (?P<word> agreed ) (?= [ ]to\b )
    | it [ ] (?:was|is) [ ]
      (?: (?:also|then|further|therefore|unanimously|subsequently|generally) [ ] )*+
      (?P<word> agreed | decided | resolved | approved | accepted ) \b
    | (?:were|was|be) [ ]
      (?: (?:then|duly|all|both|also|therefore|\w{{3,}}ly) [ ] )*+
      (?P<word> {"|".join(AGREEMENTS)} ) \b
    | (?:{_BODY}) [ ] (?: [a-z]++ [ ] )?+ (?:was|were) [ ] (?: all[ ] )?+
      in [ ] (?: \w++ [ ] )?+ (?P<word> agreement ) \b
    | ^ (?:the[ ])?+ (?:previous[ ]|draft[ ])?+ (?: minutes | reports? | accounts | notes | budget ) \b
      (?: (?! \b (?: was | were | be | been | had | which | to ) \b ) [^.;] ){{0,90}} [ ]
      (?P<word> agreed | approved | accepted | adopted ) (?= [ ] (?: as | by | and | unanim\w+ ) \b | \W*+ $ )
    | (?:{_BODY}) \b (?: [ ]members )?+ (?: [ ]of[ ]the[ ] [a-z]++ )?+ [ ]
      (?: (?:also|then|further|unanimously|all|therefore|have|has|were) [ ] ){{0,4}}+
      (?P<word> agreed | approved | accepted | adopted | decided | resolved | supported ) \b
    | motion [ ] (?:was[ ])?+ (?: \w{{3,}}ly[ ] )?+ (?P<word> carried | passed | approved | adopted ) \b
    | (?: prop | moved | second ) .{{5,120}} \b (?: all [ ] (?:were[ ])?+ in [ ] (?P<word> favou?r )
        | [;,.] [ ] (?P<word> carried ) (?: [ ] (?: unanimously | nem ) | \W*+ $ )
        | [ ]and[ ] (?: unanimously[ ] )?+ (?P<word> agreed | approved | adopted ) \b )
    | (?: was | were ) [ ] (?: duly[ ] )?+ (?P<word> elected ) [ ] unopposed
    | (?: unanimously | and[ ]all | all ) [ ] (?P<word> agreed | approved ) \b
    | ^ (?P<word> Approved | Agreed | Accepted )
      (?= [ ] (?: to | that | by | unanim\w+ | and | as | for | it ) \b | [ ]& | [.,:;] | $ )
    | ^ the [ ] (?:{_BODY}) [ ] (?P<word> noted ) [ ] (?!that\b) .{{3,60}} $
    )
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
    | \b (?: should | could | may | might | must | can ) [ ]be[ ] (?: agreed | approved | decided | adopted )
    | \b (?: issues? | problems? | matters? | tickets? | bugs? | quer(?:y|ies) | complaints? ) [ ]
      (?: was | were | has[ ]been | have[ ]been | is | are ) [ ] (?: now[ ] | since[ ] )?+ resolved \b (?! [ ]that )
    | \? ["')]*+ $
    | \b would[ ]be[ ] (?: agreed | approved | decided | signed | appointed | elected )
    | \b will[ ]be[ ] (?: agreed | approved | decided | confirmed | signed | appointed | elected )
    | \b at [ ] (?:its|their) [ ] meeting[ ]on
    """,
    regex.VERBOSE | regex.IGNORECASE,
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
# what became of the matter in the title: 'Approved.', 'The motion was carried.'; not 'Prop. AB, 2nd CD, all agreed.'
_OF_TITLE = late_pattern(r"(?! Prop | Moved | Seconded | Motion[ ] ) [A-Z]", regex.VERBOSE)
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
MOST_AMENDMENTS = 40
"""So many paragraphs at most belong to a sentence that ends with a colon."""


def formal_decisions(document: Document, blocks: Iterable[Block]) -> list[Decision]:
    """The decisions that the document marks, in order."""
    marked = ((block, _without_empty_mark(block)) for block in blocks if block.kind == "decision")
    return [decision(document, body, DECISION_WORDS[block.word], formal=True) for block, body in marked if body]


def _without_empty_mark(block: Block) -> tuple[Passage, ...]:
    """What a mark governs; where nothing follows it, the sentence that it closes."""
    whole = " ".join([passage.text for passage in block.body])
    if _NOTHING.match(whole) or (block.word.startswith("DECISION") and whole.strip(" .").lower() == "noted"):
        return ()
    if not _CLOSES.match(whole):
        return block.body
    if block.before:
        return (sentences(block.before)[-1],)
    return block.body if whole.strip(". ") else ()


def decision(document: Document, body: Sequence[Passage], kind: str, formal: bool) -> Decision:
    """The record of a decision whose paragraphs are `body`."""
    start, end = body[0].start, body[-1].end
    clauses = [passage for passage in body if list_mark(passage.text)]
    return Decision(
        kind=kind,
        text=document.printed(start, end),
        clauses=tuple([_unlabelled(document, passage) for passage in clauses]) if len(clauses) > 1 else (),
        formal=formal,
        span=document.span(start, end),
    )


def _unlabelled(document: Document, passage: Passage) -> str:
    clause = without_list_mark(passage)
    end = _AND_NEXT.search(clause.text)
    return document.printed(clause.start, clause.start + end.start() if end else clause.end)


def informal_decisions(document: Document, prose: Sequence[Passage]) -> list[Decision]:
    """The agreements that sentences of unmarked paragraphs tell, in order."""
    found: list[Decision] = []
    for at, paragraph in enumerate(prose):
        if has_any(paragraph.text.lower(), _EVERY_WORD):
            found += _agreements(document, prose, at)
    return found


def _agreements(document: Document, prose: Sequence[Passage], at: int) -> Iterator[Decision]:
    """The agreements that the sentences of one paragraph tell."""
    told = sentences(without_list_mark(prose[at]))
    kinds = [agreement_of(sentence.text) for sentence in told]
    for i, (sentence, kind) in enumerate(zip(told, kinds, strict=True)):
        if not kind:
            continue
        body = [sentence, *_amendments(sentence, prose, at)]
        if is_fate_alone(sentence.text):
            before = next((j for j in range(i - 1, -1, -1) if not is_owner_only(told[j].text)), None)
            if kinds[before] if before is not None else not _OF_TITLE.match(sentence.text):
                continue  # 'The minutes were approved. Prop. AB, 2nd CD, all agreed.' is one decision
            if before is not None:
                body.insert(0, told[before])  # else it says what became of the matter in the title
        yield decision(document, body, kind, formal=False)


def agreement_of(sentence: str) -> str | None:
    """The kind of agreement that a sentence records, or None.

    >>> agreement_of("The minutes were agreed as an accurate record.")
    'agreed'
    >>> agreement_of("The change was not agreed.") is None
    True
    """
    found = AGREEMENT.search(sentence) if has_any(sentence.lower(), _EVERY_WORD) else None
    if not found or _NONE_OF_OURS.search(sentence):
        return None
    word = found["word"].lower()
    if word in REPORTING and not _is_decided(sentence, word):
        return None
    return "noted" if word == "noted" else AGREEMENTS.get(word, "agreed")


def is_fate_alone(sentence: str) -> bool:
    """Whether a sentence says what became of the one before: 'Approved.', 'Prop. AB, 2nd CD, all agreed.'"""
    return len(sentence.split(maxsplit=2)) <= 2 or _FATE_ALONE.match(sentence) is not None


def _is_decided(sentence: str, word: str) -> bool:
    """Whether a word that as often only reports tells of a decision here."""
    if word in ("carried", "passed"):
        return _MOTION.search(sentence) is not None
    return word.endswith(("elected", "appointed")) or bool(_RECORD.search(sentence) and _PREVIOUS.search(sentence))


def _amendments(sentence: Passage, prose: Sequence[Passage], at: int) -> Sequence[Passage]:
    """The paragraphs that 'subject to the following amendments:' at the end of one leads to: those without a mark."""
    if not sentence.text.endswith(":") or sentence.end != prose[at].end:
        return ()
    following = prose[at + 1 : at + 1 + MOST_AMENDMENTS]
    if following and list_mark(following[0].text):
        return list(takewhile(lambda p: list_mark(p.text) or p.text[-1] not in ".?!", following))
    return following
