"""Which body met and what it belongs to, as a heading names them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minutes_parser.document import Passage
from minutes_parser.fields.bodies import (
    BODY_WORD,
    GENERIC_NAME,
    NAME_WORDS,
    Names,
    bare_name,
    is_body,
    is_organisation,
    split_name,
)
from minutes_parser.fields.dates import find_dates
from minutes_parser.fields.header_lines import Header
from minutes_parser.fields.sentence import HISTORY, MINUTES, Sentence, without_brackets
from minutes_parser.fields.times import find_times

PLACES = (
    "Hall", "Chamber", "Chambers", "Room", "Centre", "Street", "Road", "Drive", "Avenue", "Lane", "Office", "Offices",
    "House", "Clerk",
)  # fmt: skip
# in a line of an address, which may hold a council's name: 'Vale Council Offices'; not 'Roadside Panel'
_PLACE = re.compile(rf"\b(?:{'|'.join(PLACES)})\b", re.IGNORECASE)
# figures, addresses and verbs stand in no name
_NO_NAME = re.compile(r"[0-9@:.] | \b (?: was | were | are | is ) \b | ^ above \b", re.VERBOSE)
LONGEST_NAME = 12
"""Words beyond which a line of the heading is no name."""


def find_names(header: Header, sentence: Sentence | None) -> Names:
    """Organisation and body from the history line, a labelled field, the sentence and the lines above it."""
    for statement in header.statements:
        history = HISTORY.match(statement.text)
        if history:
            return Names(None, statement.cut(history.start("body"), history.end("body")))
    label = next((field.value for field in header.fields if field.field == "body" and is_body(field.value.text)), None)
    if label and bare_name(label).text:
        return _with_stack(split_name(bare_name(label)), _stack(header, 0, label.start))
    named, before = _sentence_name(sentence)
    stack = _stack(header, 0, sentence.passage.start if sentence else None) + ([before] if before else [])
    names = [*stack, *([named] if named else [])]
    if sentence and len(names) == 1 and " " not in names[0].text:  # 'Council', and whose on the next line
        below = [name for name in _stack(header, sentence.passage.end) if is_organisation(name.text)]
        stack = [*below[:1], *stack]
    if named:
        return _with_stack(split_name(named), stack)
    if not stack and sentence:
        stack = _stack(header, sentence.passage.end)
    return _from_stack(stack) if stack else _page_title(header)


def _page_title(header: Header) -> Names:
    """The name in the title of a Markdown page, where the page itself names none."""
    for field in header.fields:
        if field.field == "page-title" and is_body((name := bare_name(_undated(_unquoted(field.value)))).text):
            return split_name(name)
    return Names(None, None)


def _sentence_name(sentence: Sentence | None) -> tuple[Passage | None, Passage | None]:
    """The body that the sentence names, and a name that stands before its 'Minutes'."""
    if not sentence:
        return None, None
    head = without_brackets(sentence.head)
    minutes = list(MINUTES.finditer(head.text))
    first = None
    if minutes and minutes[-1].start():
        first = bare_name(head.cut(0, minutes[-1].start()))
        head = head.cut(minutes[-1].start())
    name = bare_name(head)
    fits = _is_named(name.text) and len(name.text) < 200 and not name.text.lower().startswith("above")
    return name if name.text and fits else None, first if first and is_body(first.text) else None


def _stack(header: Header, start: int, end: int | None = None) -> list[Passage]:
    """The names that stand on lines of their own between two places."""
    lines = [line for line in header.statements if line.start >= start and (end is None or line.start < end)]
    names = (bare_name(_undated(line)) for line in lines if not _is_place(line.text))
    return [name for name in names if _is_name(name.text)]


def _is_place(text: str) -> bool:
    """Whether a line is of an address: the word of a place stands behind any word of a body."""
    places = [found.start() for found in _PLACE.finditer(text)]
    return bool(places) and places[-1] > max((found.start() for found in NAME_WORDS.finditer(text)), default=-1)


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= LONGEST_NAME and _is_named(text) and not _NO_NAME.search(text)


def _is_named(text: str) -> bool:
    """Whether a body is named, and not only the kind of its meeting ('Annual Parish Meeting')."""
    return is_body(text) and text.lower() != "parish"


def _undated(statement: Passage) -> Passage:
    """A line up to the first date or time in it."""
    found = [found.start - statement.start for found in (*find_dates(statement), *find_times(statement))]
    return statement.cut(0, min(found, default=None))


def _with_stack(names: Names, stack: Sequence[Passage]) -> Names:
    """The body in its fullest form and the organisation above it."""
    body = names.body
    if not body:
        return _from_stack(stack)
    fuller = [name for name in stack if _ends_with(name.text, body.text) and len(name.text) > len(body.text)]
    bare = " " not in body.text and not names.organisation
    if fuller and (bare or is_organisation(body.text.split()[-1])):
        return Names(None, fuller[0])
    if names.organisation:
        return names
    above = [name for name in stack if not _same(name.text, body.text)]
    owner = next((name for name in above if is_organisation(name.text)), None)
    split = split_name(owner) if owner else None
    return Names(split.organisation or owner if split else None, body)


def _same(name: str, body: str) -> bool:
    """Whether two names are one, or one is the other's short form."""
    return _ends_with(name, body) or _ends_with(body, name) or body.lower().startswith(name.lower())


def _ends_with(text: str, end: str) -> bool:
    return f" {text.lower()}".replace("&", "and").endswith(f" {end.lower()}".replace("&", "and"))


def _from_stack(stack: Sequence[Passage]) -> Names:
    """Body and organisation where only lines of their own name them: the last one met, an earlier one owns it."""
    if not stack:
        return Names(None, None)
    names = split_name(stack[-1])
    generic = [name for name in stack[:-1] if GENERIC_NAME.fullmatch(name.text)]
    if generic and names.body and not BODY_WORD.search(names.body.text):  # 'Board of Trustees', then 'The Mill Trust'
        return Names(stack[-1], generic[-1])
    return names if names.organisation else _with_stack(Names(None, stack[-1]), stack[:-1])


def _unquoted(value: Passage) -> Passage:
    return value.cut(1, -1) if value.text[:1] in ("'", '"') else value
