"""How a person is named in a sentence: with a title or without, by initials, or by an office."""

from __future__ import annotations

import regex

from minutes_parser.fields.names import PLURAL_TITLES, is_name, singular, take_title
from minutes_parser.fields.words import PARTICLES, TITLES, UNSURE_TITLES
from minutes_parser.late import late_pattern

MOST_INITIALS = 3
"""So many capitals are somebody's initials though they could be a title: 'CR', 'MS'."""
# capitalised words that stand behind a name and are no part of it: 'Prop. JB 2nd GK All agreed'
STOPS = (
    "all", "and", "seconded", "seconder", "second", "seconds", "moved", "mover", "proposed", "proposer", "carried",
    "motion", "vote", "votes", "voting", "unanimous", "unanimously", "agreed", "approved", "resolved", "passed", "lost",
    "ayes?", "nays?", "noes", "abst[a-z]+", "absent", "roll", "that", "action", "supported", "councillors", "members",
    "outcome", "result",
)  # fmt: skip
# words that stand before the verb of a proposal and are nobody
NOBODY = frozenset(
    """
    amendment amendments motion motions resolution proposal proposals changes he she they who which it we i
    having been nominations minutes items officers may june march april august monday tuesday wednesday thursday
    friday carried lost passed defeated approved adopted agreed resolved unanimous vote all none
    """.split()
)
# a title as patterns have it: 'Cllr.', 'Councillors', 'Board Member'
_TITLES = (title.replace(" ", "[ ]") for title in TITLES if title.lower() not in UNSURE_TITLES)
TITLE = rf"""
    (?: {"|".join(sorted(_TITLES, key=len, reverse=True))} | (?:Board|Committee|Council|Commission)[ ][Mm]ember
      | (?:Comm|Supt)(?=\.) )
    s?\b\.?
"""
# the call sign of a radio amateur, printed behind his name: 'XA1BCD'; not 'A4'
_CALL_SIGN = r"(?: \p{Lu}{1,2} [0-9] \p{Lu}{1,4}+ \b )"
_PART = rf"""
    (?! (?i: {"|".join(STOPS)} ) \b | [PS]: | (?: No | In | On | For | To | It | The | This | Any ) \b )
    (?: \p{{Lu}} \. (?= [ ]?+ \p{{Lu}} ) | {_CALL_SIGN} | \p{{Lu}} [\p{{L}}\p{{M}}'-]*+ )
"""
_PARTICLE = "|".join(sorted(PARTICLES))
_OFFICE = r"""
    (?: (?:[Vv]ice|[Dd]eputy) [ -] )?+
    (?: [Cc]hair\w*+ | [Cc]lerk | [Ll]eader | [Mm]ayor | [Ss]ecretary | [Tt]reasurer | [Pp]resident | [Cc]onven[eo]r )
"""
# 'Cllr J. Ash', 'Ash', 'AB', 'Councillor de Vries', 'Councillor Ash (J)', 'the Chair'; not 'the hall'
# (what is looked at first says in one step that most places of a text begin no name)
NAME = rf"""
    (?<! [\p{{L}}\p{{M}}'-] )
    (?= \p{{Lu}} | [to][hu][er][ ] | [adelmnuv]\p{{Ll}}{{1,3}}[ ] (?: \p{{Ll}}{{1,4}}[ ] )? \p{{Lu}} )
    (?: (?: {TITLE} [ \t]++ ){{0,3}}+ (?: (?:{_PARTICLE}) [ ] ){{0,2}}+
        {_PART} (?: [ ]*+ (?: (?:{_PARTICLE}) [ ] ){{0,2}}+ {_PART} ){{0,6}}+
        (?: [ ] \( \p{{Lu}}{{1,3}}+ \) )?+
      | (?: [Tt]he | [Oo]ur ) [ ] {_OFFICE} \b
    )
"""
# an office that stands for a person or before a name: 'the Chair', 'Vice President Hill', 'Board member Ash'; not
# 'Directors'
_OFFICE_BEFORE = late_pattern(
    r"""
    (?: The[ ] | the[ ] | [Oo]ur[ ] )?+
    (?: (?:Vice|Deputy|Co|Acting|Past|Council|Board|Committee) [ -] )*+
    (?: [Cc]hair\w*+ | [Pp]resident | [Mm]ayor (?:[ ]Pro[ -]Tem\w*+)?+ | [Cc]lerk | [Ll]eader | Director
      | [Ss]ecretary | [Tt]reasurer | Governor | [Mm]embers? | Councilmembers? | Delegate | Rep | [Cc]onven[eo]r
    ) \b [ ]*+
    """,
    regex.VERBOSE,
)
_CALLED = late_pattern(rf"(?<! [ ] ) [ ]*+ \b {_CALL_SIGN} $", regex.VERBOSE)


def is_person(text: str) -> bool:
    """Whether a name behind the verb of a proposal is one of a person, not of a body or a thing.

    >>> [is_person(text) for text in ("Cllr Ash", "DS", "President Hill", "the Chair", "Vale Library", "Amendments")]
    [True, True, True, True, False, False]
    >>> is_person("Jo XA1BCD")
    True
    """
    text = text.split(" (")[0].strip(" .")
    call_sign = _CALLED.search(text)
    text = text[: call_sign.start()] if call_sign and call_sign.start() else text
    title = take_title(text)
    if title and len(text) > MOST_INITIALS:
        return title.end() < len(text)
    if text.isupper() and text.isalpha() and len(text) <= MOST_INITIALS + 1:
        return True
    office = _OFFICE_BEFORE.match(text)
    rest = text[office.end() :] if office else text
    if not rest:
        return bool(office)
    if rest.split(" ", 1)[0].lower() in NOBODY:
        return False
    return is_name(rest) or bool(office and rest.istitle() and rest.isalpha())  # 'Director Page': any word is a surname


def in_singular(printed: str) -> str:
    """A person with the title that he shares with others in the singular.

    >>> in_singular("Cllrs Ash"), in_singular("Mr Ash")
    ('Cllr Ash', 'Mr Ash')
    """
    title = take_title(printed)
    if title is None or title["title"].lower() not in PLURAL_TITLES:
        return printed
    return f"{singular(title['title'])} {printed[title.end() :].lstrip()}"
