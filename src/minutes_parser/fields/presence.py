"""The labels of attendance lists ('Present:', 'Apologies –', 'Officers') and what they say of the people below."""

from __future__ import annotations

import re
from typing import NamedTuple

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.names import PLURAL_TITLES, holds_office, is_name, name_end, take_title
from minutes_parser.fields.words import JOBS, OFFICES, TOPICS
from minutes_parser.late import late_pattern
from minutes_parser.schema import Attendance

# words that say that a list is one of attendance → status of those in it
STATUS_LABELS: dict[str, Attendance] = {
    "present in the chair": "present", "present": "present", "in attendance": "present",
    "also in attendance": "present", "also, in attendance": "present", "attendance": "present",
    "attendees": "present", "attending": "present", "attended by": "present", "attended": "present",
    "those attending": "present", "in the chair": "present", "sederunt": "present", "invited": "present",
    "also attending": "present", "also attended": "present", "participants": "present", "by invitation": "present",
    "on the call": "present", "apologies": "apologies", "apology": "apologies", "apologises": "apologies",
    "regrets": "apologies", "sent regrets": "apologies", "prevented": "apologies", "excused": "apologies",
    "leave of absence": "apologies", "absent": "absent", "absentees": "absent", "not present": "absent",
    "not attending": "absent", "did not attend": "absent", "apols": "apologies",
    "absent with apologies": "apologies", "absent without apologies": "absent", "not in attendance": "absent",
    "unable to attend": "apologies", "apologies received": "apologies", "received apologies": "apologies",
    "sent apologies": "apologies", "apologies sent": "apologies", "excused absence": "apologies",
    "excused absences": "apologies", "absent excused": "apologies", "absent, excused": "apologies",
    "unexcused": "absent", "absent unexcused": "absent", "did not participate": "absent", "missing": "absent",
    "participant": "present", "participating": "present", "observing": "present",
    "who attended": "present", "who was there": "present", "joined": "present", "joining": "present",
    "attending remotely": "present", "attending online": "present", "present remotely": "present",
    "present online": "present", "attending virtually": "present", "in person": "present",
    "yn bresennol": "present", "ymddiheuriadau": "apologies",
}  # fmt: skip
# labels by what the person did → the office that this is
OFFICE_VERBS = {
    "chaired by": "Chair", "clerked by": "Clerk", "minuted by": "Minutes", "minutes by": "Minutes",
    "minutes taken by": "Minutes", "minutes recorded by": "Minutes", "minutes prepared by": "Minutes",
    "recorded by": "Minutes", "notes by": "Notes", "notes taken by": "Notes", "scribed by": "Scribe",
    "facilitated by": "Facilitator", "moderated by": "Moderator",
}  # fmt: skip
# kinds of people that a list is grouped by
KINDS = (
    "members", "councillors", "cllrs", "officers", "officials", "staff", "governors", "trustees", "directors",
    "board members", "board", "council", "committee", "visitors", "observers", "guests", "guest", "attendees",
    "substitutes", "substitute members", "public", "members of the public", "clerk", "parish clerk", "town clerk",
    "secretary", "minute taker", "minute secretary", "note taker", "minutes", "chair", "chairman", "chairperson",
    "community council", "councillor", "representatives", "sectoral interests", "nominees", "advisers", "advisors",
    "invitees", "speakers", "presenters", "residents", "others", "other attendees", "other members", "press",
    "employees", "secretariat", "support", "project team", "host", "councilors", "councilmembers", "council members",
    "commissioners", "supervisors", "selectmen", "aldermen", "consultants", "citizens", "city staff", "town staff",
    "county staff", "village staff", "committee members", "invited guests", "special guests", "legal counsel",
    *OFFICE_VERBS, *(office for office in OFFICES if office != "notes"),
)  # fmt: skip
GUESTS = ("guests", "visitors", "observers", "invited guests", "attendees", "guests and observers")
"""Kinds of people whose heading is never that of a matter, as 'Members' or 'Staff' may be."""
LONGEST_LABEL = 60
"""The word of a status stands among so many characters of a label."""
QUALIFIERS = (
    "also", "other", "others", "co-opted", "coopted", "elected", "committee", "board", "council", "community",
    "county", "district", "borough", "voting", "non-voting", "staff", "officers", "members", "councillors",
    "trustees", "governors", "governor", "officials", "executive", "directors", "employees", "those", "city", "town",
    "parish", "external", "independent", "appointed", "associate", "ex-officio", "ex officio", "cabinet",
    "additional", "the", "senior", "partner", "lay", "statutory", "public", "ward", "supporting", "management",
    "visitors", "guests", "observers", "electors", "residents", "parishioners", "homeowners", "tenants", "record of",
    "register of", "list of",
)  # fmt: skip
_STATUS = "|".join(re.escape(label).replace(r"\ ", "[ ]+") for label in sorted(STATUS_LABELS, key=len, reverse=True))
_KIND = "|".join(re.escape(kind).replace(r"\ ", "[ ]+") for kind in sorted(KINDS, key=len, reverse=True))
_QUALIFIER = "|".join(re.escape(word).replace(r"\ ", "[ ]+") for word in sorted(QUALIFIERS, key=len, reverse=True))

# 'Present:', 'MEMBERS PRESENT', 'Also in attendance were:-', 'Apologies for absence -'; not 'Attendance was low'
# (a label ends in a mark, at the line's end, or before a name; a group that is looked ahead to gives nothing back)
STATUS_LABEL = re.compile(
    rf"""
    (?: [0-9]{{1,2}} [.)] [ ]* )?
    (?P<group> (?: (?:{_QUALIFIER}) [ ,]+ (?: (?: and | & )[ ]+ )? (?: of[ ]the[ ]public[ ] )? )* )
    (?P<status> (?:{_STATUS}) \b )
    (?= (?P<more>
      (?: [ ]+
        (?: were | was | are | for[ ]absence | from | by | of[ ]absence | received | of
          | and[ ] (?: absences? | apologies )
          | at[ ]the[ ]meeting | (?: members | councillors | officers ) (?= [ ]* (?: [:;.-] | $ ) )
          | list | register | sent | given | noted
          | remotely | online | virtually | (?: by | via | on | over | from ) [ ] \w+ )
        | [ ]* [/,&] [ ]* (?: apologies | leave | absences? ) \b
        | [ ]* [(\[] [^()\[\]]{{1,60}} [)\]] (?= [ ]* (?: [:;-] | $ ) )
      )*
    ) ) (?P=more)
    (?P<mark> [ ]* [:;.-]+ [ :;,-]* | [ ]* $ | [ \t]+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# 'Members', 'Other Attendees', 'Officers:', 'Co-opted members'; not 'Members noted the report', 'Clerk to write'
KIND_LABEL = re.compile(
    rf"""
    (?P<group>
      (?: (?:{_QUALIFIER}) [ ]+ ){{0,3}}
      (?:{_KIND})
      (?: [ /&]+ (?: and[ ]+ )? (?: \w+[ ]+ )? (?:{_KIND}) )?
      (?: [ ]+ of[ ]the[ ] \w+ (?: [ ] \w+ )? )?
    )
    (?: [ ]* [(\[] [^()\[\]]{{1,60}} [)\]] (?= [ ]* (?: [:;-] | $ ) ) )?
    (?P<mark> [ ]* [:;]+ [ :;-]* | [ ]+ -+ [ ]+ | [ ]* $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# a kind of people that no table holds, with its status: 'Vestry members present:', 'Parents not present (2)'; not 'At
# present:', 'Jo Ash present'
_OTHER_STATUS = late_pattern(
    r"""
    (?P<group> \p{Lu} [\w'-]*+ (?: [ ] (?: [\w'/-]++ | & ) ){0,4}? [ ]++ )
    (?<! \b (?: at | to | was | is | were | the | for | be | not | currently | up ) [ ] )
    (?P<status> not[ ]present | not[ ]in[ ]attendance | present | absent | excused | in[ ]attendance
      | participating | attending )
    (?: [ ]*+ [(\[] [^()\[\]]{1,60}+ [)\]] )?+
    (?P<mark> [ ]*+ : [ :-]*+ | [ ]*+ $ )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'The following trustees were present:'; not 'The following was presented'
_FOLLOWING = re.compile(
    r"""
    the[ ]following [ ] (?: [\w-]+ [ ] ){0,5}? (?: also[ ] )?
    (?P<status> present | absent | excused | in[ ]attendance ) [ ]* (?: [:-]+ [ ]* | \.? $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_STATUS_WORDS = ("present", "absent", "excused", "attend", "participating")
# 'Works Manager: Jo Ash', 'CAO/Clerk: Jo Ash'; whether it is a name is asked later
NAMED_GROUP = late_pattern(r"(?P<group> \p{Lu} [^:,;()\t.]{1,50}+ ) : [ \t]*+ (?= \p{Lu} )", regex.VERBOSE)
# inside a line that holds several lists: '… Ben Elm. In attendance: Di Fir', '… Members of the public - 4'; not
# '… Ben Elm, Clerk; Di Fir'
INNER_LABEL = late_pattern(
    r"""
    (?<= [\w.,;)] [ ]{1,3} )
    (?P<label>
        (?: Also,?[ ](?:in[ ][Aa]ttendance|[Pp]resent) | In[ ][Aa]ttendance | Apologies(?:[ ]for[ ][Aa]bsence)?
          | Regrets | Absent | Members[ ]of[ ]the[ ][Pp]ublic | Public )
        (?= [ ]*+ [:;-] | [ ] Public [ ] - )
      | (?: Officers | Staff | Clerk ) (?= [ ]*+ [:-] )
    )
    """,
    regex.VERBOSE,
)


# ' to cut' behind 'Jo Ash': a sentence, and no entry of a list
_SAYS = re.compile(r"[ ]+ (?: to | will | would | has | had | is | was | said | asked ) \b", re.VERBOSE)
# '… Ben Elm (Clerk). Co-opted member: Mrs Fir', a further label that no table holds; not 'Ben Elm: Clerk'
INNER_GROUP = late_pattern(
    r"(?<= [.;] [ ]{1,3} ) \p{Lu} [^:,;()\t.]{1,50}+ (?= : [ ] (?: \p{Lu} | [0-9] ) )", regex.VERBOSE
)


# '3. Present', 'Also in attendance': the first word is asked for before the long patterns are tried
_FIRST_WORD = re.compile(r"[*\#_| ]* (?: [0-9]{1,2} [.)] [ ]* )? (?: [Tt]he [ ,]+ )? (?P<word> [A-Za-z]+ )", re.VERBOSE)
_FIRST_WORDS = frozenset(
    words.replace("-", " ").replace(",", " ").split()[0] for words in (*STATUS_LABELS, *KINDS, *QUALIFIERS)
)


_DECORATION = str.maketrans("*#_|", "    ")


def undecorated(text: str) -> str:
    """A text with Markdown's marks and table bars as the blanks that they are to whoever reads a list."""
    if "*" in text or "#" in text or "_" in text or "|" in text:
        return text.translate(_DECORATION)
    return text


class PresenceLabel(NamedTuple):
    """The label of an attendance list."""

    status: Attendance | None
    """None where the label only names a kind of people ('Officers')."""
    group: Passage | None
    rest: Passage
    """What stands behind the label on its line; may be empty."""
    title: str | None = None
    """A plural title that is the label ('Councillors:'), shared by the names below."""
    marked: bool = True
    """False where neither a mark nor the line's end sets the label off ('Present Jo Ash')."""


def may_begin_label(text: str) -> bool:
    """Whether a line may be a label: by its first word, behind Markdown's marks, or by the word of a status in it."""
    first = _FIRST_WORD.match(text)
    if first is None:
        return False
    return first[1].lower() in _FIRST_WORDS or any(word in text[:LONGEST_LABEL].lower() for word in _STATUS_WORDS)


def parse_presence(line: Passage) -> PresenceLabel | None:
    """The label of attendance that a line begins with, or None."""
    if not may_begin_label(line.text):
        return None
    found = STATUS_LABEL.match(line.text)
    if found:
        return _status_label(line, found)
    kind = KIND_LABEL.match(line.text)
    if kind and (kind["mark"].strip() or _is_plural(kind["group"])):
        words = kind["group"].lower()
        title = kind["group"] if words in PLURAL_TITLES else None
        return PresenceLabel(None, line.cut(kind.start("group"), kind.end("group")), line.cut(kind.end()), title)
    return _other_status(line)


def _other_status(line: Passage) -> PresenceLabel | None:
    """The label of a kind of people that no table holds, with its status ('Vestry members present:')."""
    following = _FOLLOWING.match(line.text)
    if following:
        return PresenceLabel(STATUS_LABELS[following["status"].lower()], None, line.cut(following.end()))
    found = _OTHER_STATUS.match(line.text) if line.text[:1].isupper() else None
    if not found or is_name(found["group"].strip()) or take_title(found["group"]) or is_topic(found["group"]):
        return None
    label = line.cut(found.start("group"), found.end("status"))
    return PresenceLabel(STATUS_LABELS[found["status"].lower()], label, line.cut(found.end()))


def heads_list(title: str) -> bool:
    """Whether a heading is the label of an attendance list and nothing else: 'Present (online)', 'Guests'."""
    label = parse_presence(Passage(title.strip(), 0))
    if label is None or label.rest.text:
        return False
    return label.status is not None or (label.group is not None and label.group.text.lower() in GUESTS)


def named_group(line: Passage) -> PresenceLabel | None:
    """A label that no table holds, before people in a list ('Works Manager: Jo Ash'); None where none is there.

    A name of two words is none ('Jo Ash: Chair'), and neither is a label whose people stand on other lines.
    """
    found = NAMED_GROUP.match(line.text)
    if not found or is_topic(found["group"]) or (" " in found["group"] and is_name(found["group"])):
        return None
    rest = line.cut(found.end())
    if not _begins_person(rest.text) or _SAYS.match(rest.text, name_end(rest.text)):
        return None
    group = line.cut(0, found.end("group"))
    return PresenceLabel(None, group, rest, group.text if group.text.lower() in PLURAL_TITLES else None)


def is_topic(label: str) -> bool:
    """Whether a label has a word of what meetings are about: 'Declarations of interest'; not 'Works Manager'."""
    return not TOPICS.isdisjoint(label.lower().split())


def is_post(label: str) -> bool:
    """Whether a label is what one person is: 'Mayor', 'CAO/Clerk', 'Works Manager'; not 'Officers', 'Guest'."""
    label = label.rstrip(" :")
    if label.lower() in OFFICE_VERBS:
        return True
    title = take_title(label)
    last = label.split(" ")[-1].lower()
    if (title and title.end() == len(label)) or holds_office(label):
        return not label.lower().endswith("s") or label.lower() == "minutes"
    return last in JOBS and not last.endswith("s") and label.lower() not in KINDS


def _is_plural(group: str) -> bool:
    """Whether a kind names several people, so that it heads a list even without a mark ('Officers', not 'Clerk')."""
    words = group.lower()
    return words.endswith(("s", "staff")) and words != "minutes"


def _status_label(line: Passage, found: re.Match[str]) -> PresenceLabel | None:
    rest = line.cut(found.end())
    marked = bool(found["mark"].strip()) or not rest.text
    if not marked and not _begins_person(rest.text):
        return None
    status = STATUS_LABELS[" ".join(found["status"].lower().split())]
    label = line.cut(found.start("group"), found.end("status"))
    kind = KIND_LABEL.match(rest.text) if rest.text else None
    if kind and not rest.text[kind.end() :].strip() and not kind["mark"].strip(" "):
        return PresenceLabel(status, rest, rest.cut(len(rest.text)))
    named = found["group"].strip() or found["status"].lower() in ("invited", "by invitation")
    return PresenceLabel(status, label if named else None, rest, marked=marked)


def _begins_person(text: str) -> bool:
    """Whether a text begins with a title or with two words of a name."""
    return bool(take_title(text)) or " " in text[: name_end(text)]
