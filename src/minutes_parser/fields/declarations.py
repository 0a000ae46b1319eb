"""Interests that somebody declared: in a sentence, a list or a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.owners import MENTION, named, names_of
from minutes_parser.fields.prose import sentences, without_list_mark
from minutes_parser.fields.roster import Roster
from minutes_parser.schema import Declaration

_TITLE = r"(?: (?:Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|County[ ]Cllr) \.? [ ] )"
_FURTHER = rf"(?: (?: , [ ] (?:and[ ])? | [ ]and[ ] | [ ]&[ ] ) {_TITLE}? {MENTION} )*+"
VERBS = (
    "declared", "declares", "disclosed", "registered", "stated", "advised", "confirmed", "noted", "expressed",
)  # fmt: skip
# 'Councillor J Ash declared a personal interest in …', 'MT advised he had a conflict of interest'; not 'J Ash declared
# the show open', 'J Ash expressed interest in the scheme'
DECLARES = regex.compile(
    rf"""
    ^ (?P<people> {_TITLE}? {MENTION} {_FURTHER} ) [ ]
    (?: \( [^)]{{1,40}} \) [ ] )?
    (?: (?:also|had|has|have) [ ] )?
    (?! expressed [ ] interest [ ] in \b ) (?: {"|".join(VERBS)} ) \b
    (?= .{{0,80}}? \b (?: interest | connection | conflict | dispensation ) )
    """,
    regex.VERBOSE,
)
# under the heading of declarations a bare 'Cllrs Ash & Hill re 2839 - Trust' is one too; not 'Cllr Ash left'
BARE = regex.compile(
    rf"""
    ^ (?P<people> {_TITLE} {MENTION} {_FURTHER} ) [ ]*+
    (?: re\b | [:-] | regarding | in[ ]respect | as[ ] | item )
    """,
    regex.VERBOSE,
)
NOBODY = ("No ", "There ", "Members ", "All ")
"""A sentence that begins so declares nothing for anybody."""
# kinds of interest, as printed
KINDS = (
    "disclosable pecuniary", "personal and prejudicial", "non-pecuniary", "pecuniary", "prejudicial", "personal",
    "financial", "other registrable", "registrable", "disclosable", "impartiality", "non-registrable",
)  # fmt: skip
# 'a personal interest'; not 'personally'
_KIND = regex.compile(rf"\b(?:{'|'.join(KINDS)})\b", regex.IGNORECASE)
# 'left the meeting', 'withdrew from the room'; not 'left the paper'
_LEFT = regex.compile(
    r"\b (?: left | leave | withdrew | withdraw ) \b .{0,40} \b (?: meeting | room | chamber | table ) \b",
    regex.VERBOSE | regex.IGNORECASE,
)
# 'remained in the meeting'; not 'remained silent'
_STAYED = regex.compile(
    r"\b (?: remained | stayed ) \b .{0,30} \b (?: meeting | room | chamber ) \b", regex.VERBOSE | regex.IGNORECASE
)
# 'Declarations of interest', "Members' interests", 'Disclosures';
# not 'Interest rates', 'Declaration of acceptance of office'
_HEADING = regex.compile(
    r"""
      \b (?: declarations? | disclosures? | declare | disclose | conflicts? | members'? | councillors'? ) \b
      .{0,60} \b interests? \b
    | ^ (?: interests | disclosures | declarations ) \W*+ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'Cllrs ' of 'Cllrs Ash & Hill'; not 'Cllr Ash'
_SHARED = regex.compile(r"(?P<title> Cllr | Councillor ) s \b \.? [ ]++", regex.VERBOSE)
_SINGLE = ("Cllr ", "Councillor ", "Mr ", "Mrs ", "Ms ", "Dr ", "Cllr.", "Mr.", "Mrs.", "Ms.", "Dr.")


def is_declarations_item(title: str) -> bool:
    """Whether an item is the one under which interests are declared."""
    return bool(_HEADING.search(title))


def declarations(
    document: Document, roster: Roster, paragraphs: Sequence[Passage], under_heading: bool
) -> list[Declaration]:
    """The interests declared in some paragraphs, one for each person; `under_heading`: the item is for them."""
    found: list[Declaration] = []
    for paragraph in paragraphs:
        if not under_heading and "nterest" not in paragraph.text:
            continue
        for sentence in sentences(without_list_mark(paragraph)):
            found += _declared(document, roster, sentence, under_heading)
    return found


def _declared(document: Document, roster: Roster, sentence: Passage, under_heading: bool) -> Iterator[Declaration]:
    """The interest that a sentence declares, once for each person."""
    match = DECLARES.match(sentence.text) or (BARE.match(sentence.text) if under_heading else None)
    if not match or sentence.text.startswith(NOBODY):
        return
    kind = _KIND.search(sentence.text)
    left = True if _LEFT.search(sentence.text) else False if _STAYED.search(sentence.text) else None
    people = named(sentence, match, "people")
    for name in names_of(people):
        yield Declaration(
            person=roster.person(_with_shared_title(document, people, name), name),
            kind=kind[0] if kind else None,
            text=document.printed(sentence.start, sentence.end),
            left_meeting=left,
            span=document.span(sentence.start, sentence.end),
        )


def _with_shared_title(document: Document, people: Passage, name: Passage) -> str:
    """A name with the title that it shares: 'Cllrs Ash & Elm' are Cllr Ash and Cllr Elm."""
    printed = document.printed(name.start, name.end)
    plural = _SHARED.match(people.text)
    if not plural:
        return printed
    bare = printed[plural.end() :] if printed.startswith(people.text[: plural.end()]) else printed
    return bare if bare.startswith(_SINGLE) else f"{plural['title']} {bare}"
