"""Several people on a line or in a sentence: where one ends and the next begins, and what they share.

A comma parts two people as well as a person from a job, so every fragment between marks is asked whether a person
begins in it; if not, it goes with the person before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.fragments import Fragment, after_title, fragments_of
from minutes_parser.fields.names import (
    PLURAL_TITLES,
    bare,
    is_name,
    is_office,
    is_person,
    name_end,
    office_at,
    take_title,
)
from minutes_parser.fields.people import leading_job, parse_person, post_apart
from minutes_parser.fields.person_tail import PersonParts
from minutes_parser.fields.posts import post_at
from minutes_parser.fields.shared_titles import with_titles
from minutes_parser.fields.words import (
    JOBS,
    NOT_NAMES,
    ORGANISATIONS,
    PLACE_WORDS,
    POST_NOMINALS,
)
from minutes_parser.late import late_pattern

COUNTS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "thirty", "several", "some", "many", "no", "other", "all", "various",
)  # fmt: skip
# '6 members of the public', 'twenty residents', 'no press'; not 'Ten Eyck' with a title before it
_COUNT = re.compile(
    rf"""
    (?: the[ ] | a[ ] | an[ ] | about[ ] | approx\w*\.?[ ] )?
    (?: [0-9]+ | {"|".join(COUNTS)} ) \b .*
    | .* \b (?: members?[ ]of[ ] (?: the[ ] )? (?: public | press )
        | residents[ ]present | in[ ]attendance | parishioners? ) \b .*
    """,
    re.VERBOSE | re.IGNORECASE,
)
# '… Vale Trust - Mr G. Ash': an organisation before its people
_BEFORE = late_pattern(r"(?P<organisation> [^,;:()]{3,60}? ) (?: [ ]+ -+ [ ]* | : [ ]+ ) (?= \p{Lu} )", regex.VERBOSE)
# 'Members | Ash, Elm'; not 'Members of the public'
_KIND = late_pattern(r"(?: Members? | Directors | Guests | Observers | Visitors ) [ ]++ (?= \p{Lu} )", regex.VERBOSE)
# '…, Mr Elm': a further person behind a mark
_FURTHER = re.compile(r"[,;&] [ ]* (?: Mr | Mrs | Ms | Dr | Cllr | Councillor ) \b", re.VERBOSE)
# 'Jo Ash - Head', 'Jo Ash (JA)- Head'; not 'Ash-Cole'
_DASH = re.compile(r"[ )] -+ [ ] | \t -+ [ ]*", re.VERBOSE)
# ' riding' behind 'Horse', which is no person's name then
_LOWER = re.compile(r"[ ]+ [a-z]", re.VERBOSE)
SAYS_MORE = (
    "and ", "for ", "from ", "of ", "to ", "via ", "on ", "in ", "by ", "until ", "represent", "left", "arriv", "join",
    "who ", "with ", "at ", "as ", "attend", "substitut", "minute", "chair", "note", "clerk", "secretary", "treasurer",
)  # fmt: skip
"""What may follow the only name of a person in small letters."""


def parse_people(passage: Passage, document: Document, title: str | None = None) -> list[PersonParts]:
    """The people of a list; `title` is a plural one that a label gives to all of them ('Councillors:').

    Entries that hold no name (offices, counts of the public, 'None') give nobody.
    """
    if title is None and _is_name_alone(passage.text):
        person = parse_person(passage, document)
        return [person] if person else []
    kind = _KIND.match(passage.text)
    passage = passage.cut(kind.end()) if kind else passage
    organisation, passage = _organisation_before(passage, document)
    if _is_one_person(passage.text):
        person = parse_person(passage, document)
        return [person] if person else []
    groups = _groups(passage)
    people = with_titles(document, groups, title)
    if organisation:
        people = [p if p.affiliation else p._replace(affiliation=organisation) for p in people]
    return _with_shared_affiliation(people, groups)


def _is_name_alone(text: str) -> bool:
    """Whether a row is forename and surname and nothing else, or those behind a title of one person: the common row."""
    found = take_title(text)
    name = text[found.end() + 1 :] if found else text
    forename, _, surname = name.partition(" ")
    return (
        (forename + surname).isalpha()
        and bool(surname)
        and (found is None or found["title"].lower() not in PLURAL_TITLES)
        and bare(forename) not in PLACE_WORDS
        and is_name(name)
        and not _COUNT.fullmatch(text)
        and not take_title(name)
        and not take_title(surname)
    )


def _groups(passage: Passage) -> list[list[Fragment]]:
    """The fragments of a list, those together that say something of one person."""
    return [
        [
            fragment._replace(text=fragment.text._replace(start=fragment.text.start + passage.start))
            for fragment in group
        ]
        for group in _groups_of(passage.text)
    ]


@lru_cache(maxsize=256)
def _groups_of(text: str) -> list[list[Fragment]]:
    """The groups of a text, its offsets in it; kept for a while, because the rows of a list repeat affiliations."""
    groups: list[list[Fragment]] = []
    fragments = list(fragments_of(Passage(text, 0)))
    shouted = all(fragment.text.text.split(" ")[0].isupper() for fragment in fragments)
    titled = _single_titles(fragments)
    named = True  # what follows '12 residents' or 'and the Archdeacon' says nothing of the person before
    for at, fragment in enumerate(fragments):
        if _begins_person(fragment, fragments, at, titled, shouted):
            groups.append([fragment])
            named = True
        elif _is_nobody(fragment):
            named = False
        elif groups and named:
            groups[-1].append(fragment)
    return groups


def _is_one_person(text: str) -> bool:
    """Whether a dash sets off one person's job, which has commas of its own: 'Jo Ash - Head of Roads, Vale Council'."""
    dash = _DASH.search(text)
    if (
        not dash
        or any(mark in text[: dash.start()] for mark in (",", ";", " and ", "&"))
        or not name_end(text, after_title(text))
    ):
        return False
    job = text[dash.end() :]
    if office_at(job) or not any(mark in job for mark in (",", "&", " and ")):
        return False
    return not _DASH.search(job) and "(" not in job.rstrip(")") and not _FURTHER.search(job)


def _single_titles(fragments: Sequence[Fragment]) -> int:
    """How many fragments have a title of their own; 0 where a plural one is shared, and names may stand without."""
    found = [title["title"].lower() for fragment in fragments if (title := take_title(fragment.text.text))]
    return 0 if any(" ".join(title.split()) in PLURAL_TITLES for title in found) else len(found)


def _organisation_before(passage: Passage, document: Document) -> tuple[str | None, Passage]:
    """An organisation printed before its people ('Vale Trust - Mr G. Ash, Mrs N. Ash'), and the people."""
    found = _BEFORE.match(passage.text)
    if not found or take_title(passage.text) or office_at(passage.text):
        return None, passage
    people = passage.cut(found.end())
    if not take_title(people.text) or (is_name(found["organisation"]) and " " in found["organisation"]):
        return None, passage
    place = passage.cut(0, found.end("organisation"))
    return document.printed(place.start, place.end), people


def _begins_person(fragment: Fragment, fragments: Sequence[Fragment], at: int, titled: int, shouted: bool) -> bool:
    """Whether a person begins in a fragment."""
    text = fragment.text.text
    if _COUNT.fullmatch(text) and not take_title(text):
        return False
    if take_title(text):
        return True
    if office := office_at(text):
        rest = text[office.end() :].lstrip(" ,:-(")
        end = name_end(rest)
        return bool(take_title(rest)) or " " in rest[:end] or 0 < end == len(rest.rstrip("."))  # 'President Ash'
    if leading_job(text, 0)[1] or post_at(text) or post_apart(text):
        return True
    end = name_end(text)
    if not is_person(text, 0, end) or _is_acronym(text[:end], shouted):
        return False
    if (
        " " not in text
        and at + 1 < len(fragments)
        and fragments[at + 1].mark == "and"
        and _is_department(fragments[at + 1].text.text)
    ):
        return False
    if " " not in text[:end] and _LOWER.match(text, end) and not text[end:].lstrip().startswith(SAYS_MORE):
        return False
    return not _is_organisation(text, end) and (not at or _stands_alone(text, end, fragment.mark, titled))


def _is_department(text: str) -> bool:
    """Whether a text begins with a word of organisations: 'Trade | & Investment' is one department."""
    return bare(text.split(" ")[0]) in ORGANISATIONS


def _is_organisation(text: str, end: int) -> bool:
    """Whether what looked like a name is an organisation or a job: 'Vale | Borough Council', 'Trade/Industry'."""
    following = text[end:].lstrip(" .-/&")
    if text[end : end + 1] == "/" or bare(text.split(" ")[0]) in PLACE_WORDS:
        return True
    word = bare(following.split(" ")[0]) if text[end : end + 1] not in ("", ",", "(") else ""
    single = " " not in text[:end]
    if not single and text.startswith(" -", end):  # 'Jo Ash - Board Member'
        return False
    return (word in ORGANISATIONS and not is_office(following)) or (word in JOBS and single)


def _stands_alone(text: str, end: int, mark: str, titled: int) -> bool:
    """Whether a name without title is a person and not the beginning of a job."""
    following = text[end:].lstrip(" .-/&")
    if following.startswith(("of ", "for ", "to ")) and not (mark == "and" and " " in text[:end]):
        return False
    return " " in text[:end] or not titled or mark in ("and", "") or titled == 1


def _is_acronym(name: str, shouted: bool) -> bool:
    """Whether capitals stand for an organisation or letters after a name ('MHA', 'OBE'), and not for a person."""
    name = name.rstrip(".")
    if name.replace(".", "") in POST_NOMINALS:
        return True
    if " " in name or not name.isupper() or len(name) < 2 or "." in name:
        return False
    return not shouted


def _is_nobody(fragment: Fragment) -> bool:
    """Whether a fragment counts people or is an office without a person ('and the Clerk')."""
    text = fragment.text.text
    if _COUNT.fullmatch(text):
        return True
    if _is_office_holder(fragment):
        return True
    if text.lower().startswith("the ") and fragment.mark == ",":
        return bool(office_at(text)) or bare(text.split(" ")[1]) in NOT_NAMES
    return bare(text) in ("none", "nil", "n/a")


def _is_office_holder(fragment: Fragment) -> bool:
    """Whether a fragment is a further person whom only the office names: '… and the Archdeacon'."""
    return fragment.mark == "and" and fragment.text.text.lower().startswith(("the ", "from the "))


def _with_shared_affiliation(people: list[PersonParts], groups: Sequence[Sequence[Fragment]]) -> list[PersonParts]:
    """In a list with semicolons a department after several names is theirs: 'Jo Ash, Ben Elm, Planning; …'."""
    if len(groups) != len(people) or sum(group[0].mark == ";" for group in groups) < 2:
        return people
    shared: str | None = None
    done: list[PersonParts] = []
    for at in range(len(people) - 1, -1, -1):
        person = people[at]
        ends_run = at + 1 == len(people) or groups[at + 1][0].mark == ";"
        shared = person.affiliation if ends_run or person.affiliation else shared
        done.append(person._replace(affiliation=shared))
    return done[::-1]
