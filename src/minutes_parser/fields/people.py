"""One entry of an attendance list: a person's name and what is printed with it."""

from __future__ import annotations

import re

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.entries import TAG_BEFORE
from minutes_parser.fields.names import SINGULAR, holds_office, initials_fit, is_person, name_end, office_at, take_title
from minutes_parser.fields.person_tail import Behind, PersonParts, titles_at
from minutes_parser.fields.posts import is_job, post_at
from minutes_parser.fields.presence import OFFICE_VERBS, is_post
from minutes_parser.fields.prose import LIST_MARK
from minutes_parser.fields.words import OFFICE_MODIFIERS
from minutes_parser.late import late_pattern

_WORD = re.compile(r"[^ ,;()]+")
_JOB_END = re.compile(r"[,;(]|[ ]-")
# 'Chairman: | Jo Ash', 'The Clerk ( | Jo Ash'
_TO_PERSON = re.compile(r"[ ]*[,:(-]*[ ]*")
# ' (B)' behind a surname that two members share: 'Ash (B)'; not 'Ash (BA)'
_LETTER = late_pattern(r"[ ]*+ \( \p{Lu} \.?+ \)", regex.VERBOSE)
# 'Trustee - | Jo Ash', 'Works Manager - | Jo Ash'; not 'Vice-Chair'
_POST_APART = re.compile(r"(?P<post> [A-Z][\w/&-]* (?: [ ] [A-Z][\w/&-]* ){0,3} ) [ ]+ -+ [ ]+ (?= [A-Z] )", re.VERBOSE)
LONGEST_INITIALS = 5


def is_office_verb(cell: str) -> bool:
    """Whether a cell says which office the person in the next one held."""
    return cell.rstrip(" :").lower() in OFFICE_VERBS


def are_initials_of(cell: str, person: PersonParts) -> bool:
    """Whether a cell holds the initials of the person in the cell before it."""
    return len(cell) <= LONGEST_INITIALS and initials_fit(cell, "".join(word[0] for word in person.name.text.split()))


def with_office(people: list[PersonParts], verb: str) -> list[PersonParts]:
    """The people of a cell, the first with the office that the cell before it names."""
    role = OFFICE_VERBS.get(verb.rstrip(" :").lower())
    return [people[0]._replace(role=people[0].role or role), *people[1:]] if people and role else people


def parse_person(passage: Passage, document: Document) -> PersonParts | None:
    """The person of one cell or list entry; None where the entry begins with no name.

    Role and title may stand before the name; brackets, and whatever follows a comma, dash, tab or gap, after it.
    """
    text = passage.text
    mark = LIST_MARK.match(text) if text[:1] in "-·•*§0123456789" else None
    at = mark.end() if mark else 0
    first = at
    tag = TAG_BEFORE.match(text, at) if text[at : at + 1] in ("[", "(") else None
    at = tag.end() if tag else at
    holder = _post_holder(passage, at, document) if "(" in text else None
    if holder:
        return Behind(document, passage, holder.end - passage.start, holder._replace(end=passage.end)).read()
    role, at = _leading_role(text, at)
    if not role and " -" in text:
        role, at = _title_apart(text, at)
    job, at = (None, at) if role else leading_job(text, at)
    title, at = titles_at(text, at)
    end = name_end(text, at)
    if end == at or (not title and not is_person(text, at, end)):
        return None
    printed = document.printed(passage.start + job[0], passage.start + job[1]) if job else None
    if role and not holds_office(role) and role.lower() not in SINGULAR:  # 'Works Manager - Jo Ash'
        role, printed = None, role
    if " " not in text[at:end] and (letter := _LETTER.match(text, end)):
        end = letter.end()
    if printed and holds_office(printed):
        role, printed = printed, None
    parts = PersonParts(
        passage.cut(at, end),
        passage.start + first,
        passage.end,
        title,
        role=role,
        affiliation=printed,
        initials=tag["tag"] if tag else None,
    )
    return Behind(document, passage, end, parts).read()


def _post_holder(passage: Passage, at: int, document: Document) -> PersonParts | None:
    """Who is named in a bracket behind the post at `at`, up to the bracket's end; None where nobody is."""
    found = post_at(passage.text, at)
    person = parse_person(passage.cut(*found.span("who")), document) if found else None
    if not found or not person:
        return None
    post = passage.cut(*found.span("post"))
    printed = document.printed(post.start, post.end)
    person = person._replace(start=post.start, end=passage.start + found.end())
    return person._replace(role=printed) if holds_office(printed) else person._replace(affiliation=printed)


def _leading_role(text: str, at: int) -> tuple[str | None, int]:
    """An office printed before the name ('Chairman Cllr Ash', 'Clerk - Jo Elm'), and where the person begins."""
    found = office_at(text, at)
    if not found:
        return None, at
    person = _TO_PERSON.match(text, found.end())
    begin = person.end() if person else found.end()
    if begin >= len(text) or not (take_title(text, begin) or name_end(text, begin) > begin):
        return None, at
    role = " ".join(found[0].split())
    return role.removeprefix("The ").removeprefix("the "), begin


def _title_apart(text: str, at: int) -> tuple[str | None, int]:
    """A title that a dash sets off from the name, which is the part of its holder: 'Trustee - Jo Ash'."""
    found = post_apart(text, at)
    return (found["post"], found.end()) if found else (None, at)


def post_apart(text: str, at: int = 0) -> re.Match[str] | None:
    """The post or title at `at` that a dash sets off from the name behind it."""
    found = _POST_APART.match(text, at) if " -" in text else None
    if not found:
        return None
    name = text[found.end() : name_end(text, found.end())]
    if found["post"].lower() in SINGULAR:
        return found if name else None
    return found if " " in name and is_post(found["post"]) else None


def leading_job(text: str, at: int) -> tuple[tuple[int, int] | None, int]:
    """The place of a job printed before the name ('Fire Chief Jo Ash'), and where the person begins."""
    if take_title(text, at):
        return None, at
    first = _WORD.search(text, at)
    if not first or not (is_job(first[0]) or first[0].lower() in OFFICE_MODIFIERS or first[0].isupper()):
        return None, at
    end = found_end.start() if (found_end := _JOB_END.search(text, at)) else len(text)
    words = list(_WORD.finditer(text, at, end))
    if not words or not (is_job(words[0][0]) or words[0][0].lower() in OFFICE_MODIFIERS or _is_abbreviation(words)):
        return None, at
    last = max((i for i, word in enumerate(words) if is_job(word[0])), default=0)
    if last + 2 >= len(words) or text[words[last].end() : words[last + 1].start()].strip():
        return None, at
    begin = words[last + 1].start()
    if name_end(text, begin) != len(text[:end].rstrip(" .")):
        return None, at
    return (at, words[last].end()), begin


def _is_abbreviation(words: list[re.Match[str]]) -> bool:
    """Whether capitals before a name stand for a job ('PCC Jo Ash'), and not for initials ('JP Ash', 'JA Jo Ash')."""
    if len(words) != 3 or not 2 <= len(words[0][0]) <= 5 or not words[0][0].isupper():
        return False
    return (
        not words[2][0].isupper()
        and words[0][0].isalpha()
        and not initials_fit(words[0][0], words[1][0][0] + words[2][0][0])
    )
