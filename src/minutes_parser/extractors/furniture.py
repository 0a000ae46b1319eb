"""Furniture of plain text: page numbers and running headers that are printed on every page."""

from __future__ import annotations

import regex

from minutes_parser.document import Document

# 'Page 3 of 12', 'P a g e | 1', '3 | Page', '- 4 -'; not 'Page 3' (a heading of matters arising), '12.' (an item's
# number)
PAGE_NUMBER = regex.compile(
    r"""
    (?: p\ ?a\ ?g\ ?e\ ?\|?\ *+ [0-9]{1,4}+ \ *+ (?: of \ *+ [0-9]{1,4}+ | (?<=\|\ *[0-9]{1,4}) )
      | [0-9]{1,4}+ \ *+ \| \ *+ p\ ?a\ ?g\ ?e
      | -\ *+ [0-9]{1,4}+ \ *+ -
    ) $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)


def without_furniture(document: Document) -> Document:
    """The document with its page numbers marked as furniture."""
    spans = [(line.start, line.end) for line in document.lines if len(line.text) < 24 and PAGE_NUMBER.match(line.text)]
    return document.without(spans)
