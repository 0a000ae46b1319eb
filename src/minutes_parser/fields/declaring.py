"""The words by which somebody declares an interest, and those that say of what kind it is."""

from __future__ import annotations

import regex

from minutes_parser.fields.mentions import NAME
from minutes_parser.late import late_pattern

_AND = r"(?: , [ ] (?:and[ ])? | [ ]and[ ] | [ ]&[ ] | / )"
_PEOPLE = rf"(?P<one> {NAME} ) (?: {_AND} (?&one) ){{0,9}}+"
_WHAT = r"(?i: interests? | conflict(?:s|ed)? | connection | dispensation | transparency[ ]statement )"
_ADVERBS = r"(?: (?:also|both|all|then|each|further) [ ] )*+ (?: (?:had|has|have) [ ] (?:also[ ])?+ )?"
SELVES = r"(?: that [ ] )?+ (?: s?he | they | his | her | their | I ) \b"
# 'Councillor J Ash declared a personal interest in …', 'In respect of item 4, Cllr Ash declared an interest', 'Cllr
# Ash, as a governor, declared', 'Cllr Ash wished to declare an interest'; not 'J Ash declared the show open', 'Cllr Ash
# declared no interest'; where the verb is weak ('MT advised he had an interest'), the heading or the kind makes sure
DECLARES = late_pattern(
    rf"""
    (?P<people> {_PEOPLE} ) (?: [ ]?\( [^)]{{1,40}} \) | ,[ ] [^,.]{{3,80}} , )?+ [ ] {_ADVERBS}
    (?: declared | declares | declare | disclosed | discloses | registered | gave [ ] notice
      | (?: wished | wishes | asked ) [ ] to [ ] declare
      | made (?= [ ] an? [ ] (?: [a-z]++ [ ] )? (?: declaration | transparency ) )
      | (?P<weak> stated | advised | confirmed | noted | reported | indicated | intimated | notified | informed
                | expressed | has | have | had )
    ) \b
    (?= (?: (?! \b (?: no | any | nothing | none | whether | if | nor | without ) \b ) [^.] ){{0,90}}? \b {_WHAT} \b )
    """,
    regex.VERBOSE,
)
# under the heading of declarations the word itself may be missing: 'Ada Reed disclosed that her son works there',
# 'Cllr Ash is a trustee of the hall', 'Cllr Ash advised that she was a governor'; not 'The Clerk advised members'
TELLS = late_pattern(
    rf"""
    (?P<people> {_PEOPLE} ) [ ] {_ADVERBS}
    (?: (?: declared | disclosed | stated | advised | explained ) [ ] {SELVES}
      | (?: is | was | are | were ) [ ] (?: also[ ] )?
        (?: an? | the | on | chair\w* | employed | related | married | trustees | members | governors ) \b )
    (?! .{{0,40}} \b (?: no | any ) [ ] )
    """,
    regex.VERBOSE,
)
_WITH_ITEM = rf"(?P<one> {NAME} (?: [ ]? \( [^)]{{1,60}} \) )?+ )"
# 'An interest was declared by Cllr Ash', 'Declarations were received from Ash (item 4) and Elm'; not 'declared by the
# Council'
DECLARED_BY = late_pattern(
    rf"""
    \b (?: {_WHAT} | [Dd]eclarations? (?: [ ]of[ ]interests? )?+ ) [ ]
    (?: (?: was | were | had | have | been | has ) [ ] )++ (?: also [ ] )?+
    (?: declared | made | received | given | disclosed | noted | registered | submitted ) [ ] (?: by | from ) [ ]
    (?P<people> {_WITH_ITEM} (?: {_AND} (?&one) ){{0,9}}+ )
    """,
    regex.VERBOSE,
)
# 'Cllr Ash recused herself from item 4 because of a conflict', 'Ash abstained due to an interest'; not 'Ash abstained'
RECUSED = late_pattern(
    rf"""
    (?P<people> {_PEOPLE} ) [ ] {_ADVERBS}
    (?: recused | recuses | abstained | abstains | withdrew | stepped [ ] down ) \b
    (?= [^.]{{0,120}} \b {_WHAT} )
    """,
    regex.VERBOSE,
)
# a second person in one sentence: 'Ash declared an interest in item 4 and Cllr Elm in item 5'; not 'and Elm in bed'
SECOND = late_pattern(
    rf"""
    (?: [,;] [ ] )?+ \b and [ ] (?P<people> {NAME} ) [ ] (?: in | re | for ) [ ]
    (?i: agenda | item | minute | planning | application | respect | relation )
    """,
    regex.VERBOSE,
)
# under the heading of declarations: 'Cllrs Ash & Hill re 2839 - Trust', 'Cllr Ash: item 5', 'AB - item 7', 'Ada Reed
# (item 4)'; not 'Cllr Ash left', 'Cllr Ash - none'
BARE = late_pattern(
    rf"""
    (?P<people> {_PEOPLE} ) [ ]*+
    (?: re\b | [:,(-] | \t | regarding | [Ii]n[ ](?:respect|relation) | with[ ]regard | as[ ] | [Ii]tem | for[ ]
      | has[ ]an?[ ] )
    (?! [ ]*+ (?i: none | nil | no\b | nothing | n/a | left | arrived | joined | apolog ) )
    """,
    regex.VERBOSE,
)
# the item before the person: 'Item 4b – Mr Lobb (Financial)', 'Agenda item 6: Cllr Ash'; not 'Item 4 – Minutes'
ITEM_FIRST = late_pattern(
    rf"""
    (?: [Aa]genda[ ] )?+ (?: [Ii]tem | [Mm]inute | [Mm]in\.? ) [ ]*+ (?: no\.?[ ] )?+
    [0-9][\w./()]*+ [ ]*+ [:,-] [ ]*+ (?P<people> {_PEOPLE} )
    """,
    regex.VERBOSE,
)
NOBODY = ("No ", "There ", "Members ", "All ", "None", "Nil")
"""A sentence that begins so declares nothing for anybody."""
# who speaks of declarations and makes none himself
OFFICERS = frozenset(
    ("clerk", "the clerk", "secretary", "the secretary", "monitoring officer", "the monitoring officer", "solicitor")
)
# kinds of interest, as printed; of two that begin alike the longer first
KINDS = (
    "disclosable pecuniary", "personal and prejudicial", "personal but non-prejudicial", "non-pecuniary",
    "non-disclosable", "non-prejudicial", "pecuniary", "prejudicial", "personal", "financial", "other registrable",
    "other registerable", "other disclosable", "non-registrable", "non-registerable", "registrable", "registerable",
    "disclosable", "members impartiality", "impartiality",
)  # fmt: skip
_KINDS = "|".join(KINDS)
# 'a personal interest'; not 'personally'
KIND = late_pattern(rf"\b(?:{_KINDS})\b", regex.IGNORECASE)
# above or before the people who have it: 'Pecuniary Interests', 'Personal interest: Cllr Ash'; not 'Personal
# interests were noted'
LABEL = late_pattern(
    rf"(?P<kind> {_KINDS.replace(' ', '[ ]')} ) (?: [ ]interests? )?+ [ ]*+ (?: [:-]++ [ ]*+ | $ )",
    regex.VERBOSE | regex.IGNORECASE,
)
# 'left the meeting', 'withdrew from the room'; not 'left the paper', 'did not leave the room'
LEFT = late_pattern(
    r"""
    (?<! \b not [ ] ) \b (?: left | leave | withdrew | withdraw | vacated ) \b
    .{0,40} \b (?: meeting | room | chamber | table ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'remained in the meeting', 'did not leave the room'; not 'remained silent'
STAYED = late_pattern(
    r"\b (?: remained | stayed | not[ ]leave ) \b .{0,30} \b (?: meeting | room | chamber ) \b",
    regex.VERBOSE | regex.IGNORECASE,
)
# the next sentence about the same person: 'She left the room'; not 'Cllr Elm left'
SAME = late_pattern(r"(?: He | She | They | Both | The[ ]council\w++ ) \b", regex.VERBOSE)
# 'Declarations of interest', "Members' interests", 'Disclosures';
# not 'Interest rates', 'Declaration of acceptance of office'
HEADING = late_pattern(
    r"""
      \b (?: declarations? | disclosures? | declare | disclose | conflicts? | members'? | councillors'? ) \b
      .{0,60} \b interests? \b
    | ^ (?: interests | disclosures | declarations ) \W*+ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
