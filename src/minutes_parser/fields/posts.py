"""A post with its holder in a bracket behind it: 'Director, Roads (Mr J Ash)', 'the Registrar (Dr B Elm)'."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from minutes_parser.fields.names import is_name, is_office, take_title
from minutes_parser.fields.words import TRADES
from minutes_parser.late import late_pattern

# 'The Director, Roads (Mr Jo Ash)'; whether the one is a post and the other a person is asked later
_POST_HOLDER = late_pattern(
    r"""
    (?: [ ,;&]*+ (?: and[ ]++ )?+ (?: [Tt]he[ ]++ )?+ )
    (?P<post> (?: \p{Lu} | a/ ) [^()]{2,120}+ )
    \( (?P<who> \p{Lu} [^()]{2,80}+ ) \)
    """,
    regex.VERBOSE,
)
_WORD = re.compile(r"[^ ,;()/]+")
# what may stand before a person in a list: ', ', ' and ', ' & '
_MARK = re.compile(r"(?<! [ ] ) [ ]*+ [,;&] [ ]* | \b and [ ]+", re.VERBOSE)


def post_at(text: str, at: int = 0) -> regex.Match[str] | None:
    """The post (`post`) that begins at `at` and its holder (`who`) in a bracket; None where none begins there.

    The holder has a title, and the post has a word of posts and no person in it, since commas part people as well:
    'Dr Ash, the Registrar (Dr Elm)' begins with a person.
    """
    found = _POST_HOLDER.match(text, at)
    if not found or not take_title(found["who"]):
        return None
    parts = [part for part in _MARK.split(found["post"].rstrip()) if part]
    if any(_is_titled(part) or (" " in part and is_name(part)) for part in parts):
        return None
    return found if any(is_job(word) for word in _WORD.findall(found["post"])) else None


def _is_titled(text: str) -> bool:
    """Whether a title with something behind it begins a text; 'Mayor' alone is a post."""
    title = take_title(text)
    return title is not None and bool(text[title.end() :].strip())


def posts_in(text: str) -> Iterator[tuple[int, int]]:
    """Where posts with a holder behind them stand in a list, up to their brackets."""
    at = 0 if "(" in text else -1
    while 0 <= at < len(text):
        found = post_at(text, at)
        if found:
            yield found.span("post")
        at = found.end() if found else text.find(")", at) + 1 or -1


def is_job(word: str) -> bool:
    """Whether a word, or a part of one with hyphens, is of jobs, organisations or offices."""
    parts = word.lower().split("-")
    return word.lower() in TRADES or parts[0] in TRADES or is_office(parts[-1])
