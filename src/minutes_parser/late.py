"""Patterns that are compiled when they are first asked for.

Compiling takes far longer than matching: a document of a few pages asks for half of the patterns and is read in less
time than it takes to compile the others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import regex

_USED = ("match", "fullmatch", "search", "finditer", "findall", "sub", "split", "groupindex")


def late_pattern(source: str, flags: int = 0, **lists: Iterable[str]) -> regex.Pattern[str]:
    """What `regex.compile` would return, compiled at the first use of one of its methods."""
    return cast("regex.Pattern[str]", LatePattern(source, flags, **lists))


class LatePattern:
    """A pattern in waiting; its methods are those of the compiled pattern from the first use on."""

    def __init__(self, source: str, flags: int, **lists: Iterable[str]) -> None:
        self.pattern = source
        self.flags = flags
        self._lists = lists

    def __getattr__(self, name: str) -> object:
        if name not in _USED:
            raise AttributeError(name)
        compiled = regex.compile(self.pattern, self.flags, **self._lists)
        self.__dict__.update({method: getattr(compiled, method) for method in _USED})
        return self.__dict__[name]
