"""Furniture of plain text: page numbers and running headers that are printed on every page."""

from __future__ import annotations

import re

from minutes_parser.document import Document

# 'Page 3 of 12', 'P a g e | 1', '3 | Page', '- 4 -'; not 'Page 3' (a heading of matters arising), '12.' (an item)
PAGE_NUMBER = re.compile(
    r"""
    (?: p[ ]?a[ ]?g[ ]?e [ ]? (?: \| [ ]*+ [0-9]{1,4}+ | \|? [ ]*+ [0-9]{1,4}+ [ ]*+ of [ ]*+ [0-9]{1,4}+ )
      | [0-9]{1,4}+ [ ]*+ \| [ ]*+ p[ ]?a[ ]?g[ ]?e
      | - [ ]*+ [0-9]{1,4}+ [ ]*+ -
    ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST = 24
_FIRST = frozenset("pP-0123456789")


def without_furniture(document: Document) -> Document:
    """The document with its page numbers marked as furniture."""
    return document.without([(line.start, line.end) for line in document.lines if is_page_number(line.text)])


def is_page_number(text: str) -> bool:
    """Whether a line is nothing but the number of its page."""
    return len(text) < LONGEST and text[0] in _FIRST and PAGE_NUMBER.match(text) is not None
