"""How patterns for sentences are compiled."""

from __future__ import annotations

import re

import regex

from minutes_parser.late import late_pattern

_BLANK = re.compile(r"\[ \](?![*+?{])")


def sentence_pattern(pattern: str) -> regex.Pattern[str]:
    """A pattern in VERBOSE mode that takes no notice of case, in which `[ ]` stands for any number of blanks.

    A sentence that was wrapped has several blanks where its lines were joined. They are matched from the first of them
    only, since a search that began at each would take a time that grows with the square of their number.
    """
    return late_pattern(_BLANK.sub("(?<![ ])[ ]++", pattern), regex.VERBOSE | regex.IGNORECASE)
