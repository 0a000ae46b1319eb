"""How patterns for sentences are compiled."""

from __future__ import annotations

import regex


def sentence_pattern(pattern: str) -> regex.Pattern[str]:
    """A pattern in VERBOSE mode that takes no notice of case, in which `[ ]` stands for any number of blanks.

    A sentence that was wrapped has several blanks where its lines were joined.
    """
    return regex.compile(regex.sub(r"\[ \](?![*+?{])", "[ ]++", pattern), regex.VERBOSE | regex.IGNORECASE)
