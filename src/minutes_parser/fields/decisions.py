"""What was resolved: decisions under a mark (formal), and agreements that a sentence tells (informal)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.marks import DECISION_WORDS, Block
from minutes_parser.fields.owners import is_owner_only
from minutes_parser.fields.prose import LIST_MARK, sentences, without_list_mark
from minutes_parser.schema import Decision

# 'none', 'There were none.': under a label this says that nothing was decided
_NOTHING = regex.compile(
    r"(?:there\ (?:were|was)\ )?(?:none|nil|no\ decisions?|not\ applicable|n/a)\b[^a-z]*+$", regex.IGNORECASE
)
# a mark alone, 'Agreed unanimously.', closes the sentence before it
_CLOSES = regex.compile(r"[\s.:;,)-]*+(?:unanimously|by\ all|as\ above)?+[\s.]*+$", regex.IGNORECASE)

BODIES = (
    "board", "council", "committee", "panel", "cabinet", "members", "councillors", "cllrs", "meeting", "governors", "trustees",
    "directors", "group", "forum", "executive", "all", "everyone", "association", "society", "those present", "trusts",
)  # fmt: skip
_BODY = "|".join(BODIES)
# words that a body agrees with: participle → kind of decision
AGREEMENTS = {
    "agreed": "agreed", "approved": "approved", "accepted": "approved", "adopted": "adopted", "confirmed": "approved",
    "resolved": "resolved", "decided": "decided", "passed": "approved", "ratified": "approved", "endorsed": "approved",
    "elected": "agreed", "re-elected": "agreed", "appointed": "agreed", "carried": "approved", "signed": "approved",
}  # fmt: skip
_WORDS = "|".join(AGREEMENTS)
# 'It was agreed that …', 'The minutes were approved', 'The Board agreed to …', 'unanimously agreed', 'Approved.'
# not 'Andy agreed to take this forward' (a task), 'had agreed' (earlier), 'was not agreed' (no decision)
AGREEMENT = regex.compile(
    rf"""
      \b it [ ] (?:was|is) [ ] (?:(?:also|then|further|therefore|unanimously|subsequently|generally) [ ])*+ (?P<word>agreed|decided|resolved|approved|accepted)\b
    | \b(?:were|was|be) [ ] (?:(?:then|duly|all|both|unanimously|formally|also) [ ])*+ (?P<word>{_WORDS})\b
    | \b(?:{_BODY})\b (?:[ ]members)?+ (?: [ ] of [ ] the [ ] [a-z]++ )?+ [ ]
      (?:(?:also|then|further|unanimously|all|therefore|have|has|were) [ ])*+ (?P<word>agreed|approved|accepted|adopted|decided|resolved|supported)\b
    | \b (?:unanimously|and [ ] all|all) [ ] (?P<word>agreed|approved)\b
    | ^ (?P<word>Approved|Agreed|Accepted) (?= [ ](?:to|that|by|unanim\w+) | [.,:;] | $ )
    | ^ the [ ] (?:{_BODY}) [ ] (?P<word>noted) [ ] (?!that\b) .{{3,60}} $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'was not agreed', 'no decision', 'had agreed', 'agreed at the last meeting', 'as agreed', 'would be approved'
_NONE_OF_OURS = regex.compile(
    r"\b(?:not|never|no\ decision|had\ (?:been\ )?(?:\w+\ )?|to\ be|as|previously|if|until|once|which|when|who|that\ have\ been)\ (?:\w+\ )?(?:agreed|approved|accepted|adopted|decided|passed|resolved|carried)\b"
    r"|\bwould\ be\ (?:agreed|approved|decided|signed|appointed|elected)|\bwill\ be\ (?:agreed|approved|decided|confirmed|signed|appointed|elected)|\bat\ (?:its|their)\ meeting\ on",
    regex.IGNORECASE,
)  # fmt: skip
# what joins a clause to the next: '… be approved; and'
_AND_NEXT = regex.compile(r"[;,][ ]*+(?:and|or)?$")
_FATE_ALONE = regex.compile(
    r"""
      (?:it[ ]was[ ])?+ (?:prop(?:osed)?|moved|seconded)\b (?:(?!\bthat\b).){0,100} \b(?:agreed|favour|carried|approved|unanimous\w*) \W*+ $
    | prop(?:osed)?\b\.? (?:[ ]by)? [ ] (?:[A-Z][\w.'-]*,?[ ]){1,4} (?:and[ ])? (?:seconded|2nd)\b (?:[ ]by)? [ ] (?:[A-Z][\w.'-]*[ ]?){1,4} \W*+ $
    | (?:the[ ])?+ (?:motion|proposal|resolution|amendment) [ ] (?:(?:was|were)[ ])?+ (?:\w+[ ])? (?:carried|passed|agreed|approved|adopted)\b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_PREVIOUS = regex.compile(
    r"\b(?:minutes|notes|record)\b.{0,160}\b(?:agreed|approved|accepted|adopted|confirmed|signed|taken\ as\ read|received|passed)\b",
    regex.IGNORECASE,
)
_RECORD = regex.compile(r"\bminutes|\bnotes\b|\baccurate|\bcorrect\b|\btrue\b", regex.IGNORECASE)


def formal_decisions(document: Document, blocks: Iterable[Block]) -> list[Decision]:
    """The decisions that the document marks, in order."""
    found = []
    for block in blocks:
        if block.kind != "decision":
            continue
        body = _without_empty_mark(block)
        if body:
            found.append(decision(document, body, DECISION_WORDS[block.word], formal=True))
    return found


def _without_empty_mark(block: Block) -> tuple[Passage, ...]:
    """What a mark governs; where nothing follows it, the sentence that it closes."""
    whole = " ".join(passage.text for passage in block.body)
    if _NOTHING.match(whole) or (block.word.startswith("DECISION") and whole.strip(" .").lower() == "noted"):
        return ()
    if _CLOSES.match(whole):
        return (sentences(block.before)[-1],) if block.before else block.body if whole.strip(". ") else ()
    return block.body


def decision(document: Document, body: Sequence[Passage], kind: str, formal: bool) -> Decision:
    """The record of a decision whose paragraphs are `body`."""
    start, end = body[0].start, body[-1].end
    clauses = [passage for passage in body if LIST_MARK.match(passage.text)]
    return Decision(
        kind=kind,
        text=document.printed(start, end),
        clauses=tuple(_unlabelled(document, passage) for passage in clauses) if len(clauses) > 1 else (),
        formal=formal,
        span=document.span(start, end),
    )


def _unlabelled(document: Document, passage: Passage) -> str:
    clause = without_list_mark(passage)
    end = _AND_NEXT.search(clause.text)
    return document.printed(clause.start, clause.start + end.start() if end else clause.end)


def informal_decisions(document: Document, prose: Sequence[Passage]) -> list[Decision]:
    """The agreements that sentences of unmarked paragraphs tell, in order."""
    found = []
    for at, paragraph in enumerate(prose):
        lowered = paragraph.text.lower()
        if not any(word in lowered for word in (*AGREEMENTS, "supported", "noted")):
            continue
        told = sentences(without_list_mark(paragraph))
        kinds = [agreement_of(sentence.text) for sentence in told]
        for i, (sentence, kind) in enumerate(zip(told, kinds, strict=True)):
            if not kind:
                continue
            body = [sentence, *_amendments(sentence, paragraph, prose[at + 1 :])]
            if is_fate_alone(sentence.text):
                before = next((j for j in range(i - 1, -1, -1) if not is_owner_only(told[j].text)), None)
                if before is None or kinds[before]:
                    continue  # 'The minutes were approved. Prop. AB, 2nd CD, all agreed.' is one decision
                body.insert(0, told[before])
            found.append(decision(document, body, kind, formal=False))
    return found


def agreement_of(sentence: str) -> str | None:
    """The kind of agreement that a sentence records, or None.

    >>> agreement_of("The minutes were agreed as an accurate record.")
    'agreed'
    >>> agreement_of("The change was not agreed.") is None
    True
    """
    found = AGREEMENT.search(sentence)
    if not found or _NONE_OF_OURS.search(sentence):
        return None
    word = found["word"].lower()
    if word in ("signed", "confirmed", "carried", "passed", "elected", "re-elected", "appointed") and not _stands(
        sentence, word
    ):
        return None
    return "noted" if word == "noted" else AGREEMENTS.get(word, "agreed")


def is_fate_alone(sentence: str) -> bool:
    """Whether a sentence says what became of the one before: 'Approved.', 'Prop. AB, 2nd CD, all agreed.'"""
    return len(sentence.split()) <= 2 or _FATE_ALONE.match(sentence) is not None


def _stands(sentence: str, word: str) -> bool:
    """Whether a word that may only report ('the fete was confirmed') records a decision here."""
    if word in ("elected", "re-elected", "appointed"):
        return True
    if word in ("carried", "passed"):
        return bool(regex.search(r"\b(?:motion|resolution|proposal|amendments?)\b", sentence, regex.IGNORECASE))
    return bool(_RECORD.search(sentence) and _PREVIOUS.search(sentence))


def _amendments(sentence: Passage, paragraph: Passage, following: Sequence[Passage]) -> list[Passage]:
    """The paragraphs that 'subject to the following amendments:' leads to: all that follow without a mark."""
    if not sentence.text.endswith(":") or sentence.end != paragraph.end:
        return []
    return list(following)
