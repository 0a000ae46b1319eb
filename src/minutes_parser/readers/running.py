"""When a running header is more than furniture: it may be the only place that names the body."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W\d_]{3,}")
PAGE = re.compile(r"p\s?a\s?g\s?e\b")


def is_said(header: str, rest: str) -> bool:
    """Whether the words of a header, those about its page left out, stand in the rest of the text too."""
    rest = rest.lower()
    return all(word in rest for word in WORD.findall(PAGE.sub("", header.lower())))
