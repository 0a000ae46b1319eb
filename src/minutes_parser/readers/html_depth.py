"""Pages that are nested beyond all measure, cut down to a depth that can be laid out in linear time.

What builds the tree of a page looks through the open elements at every tag, so that its work grows with the square of
the depth: a page with a hundred thousand open `<div>` takes minutes. Browsers end the nesting at some depth and make
siblings of what is deeper, and so does this module, in one pass over the tags and before the tree is built. The text of
a page stays whole, and pages of ordinary depth are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

DEEPEST = 500
"""Open elements from which further ones are siblings."""
MOST_FORMATS = 10
"""Open elements such as `<b>` from which further ones are left out: each is opened again in every paragraph."""
SMALL, FEW = 250_000, 10_000
"""A page of so few characters and tags is laid out soon, however it is nested, if not for formats left open."""
MOST_ATTRIBUTES = 300
"""Attributes from which a tag loses them all."""
# ' class="a>b"', ' hidden', '/x=1' without what parts it from the one before
ATTRIBUTE = r"""
    (?: =?[^\s/>=]++ | = ) (?: \s*+ = \s*+ (?: "[^"]*+ (?: " | \Z ) | '[^']*+ (?: ' | \Z ) | [^\s>"'][^\s>]*+ )?+ )?+
"""
ATTRIBUTES = rf"(?: [\s/]++ | {ATTRIBUTE} )*+"
ONE_ATTRIBUTE = re.compile(ATTRIBUTE, re.VERBOSE)
# '<div class="a>b">', '</p>', and whole '<!-- <p> -->', '<script>if (a<b)</script>'; not '< p', '<3'
TAG = re.compile(  # not regex, which keeps something of each attribute
    rf"""
    <!-- (?: -?> | .*? (?: --!?> | \Z ) )
  | < (?P<raw> script | style | title | textarea | xmp | iframe | noembed | noframes ) (?= [\s/>] )
    (?P<of_raw> {ATTRIBUTES} ) (?: > | \Z )
    .*? (?: </ (?P=raw) (?= [\s/>] ) [^>]*+ (?: > | \Z ) | \Z )
  | < (?P<close> /? ) (?P<name> [a-z][^\s/>]*+ ) (?P<attributes> {ATTRIBUTES} ) (?: > | \Z )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
# never open, or open once
FLAT = frozenset(
    "html head body area base br col embed hr img input link meta param source track wbr frame keygen".split()
)
FORMATS = frozenset("a b big code em font i nobr s small strike strong tt u".split())
# '<b>', '</FONT>', '<a href'; not '<body>'
FORMAT = re.compile(rf"<(/?)({'|'.join(FORMATS)})(?=[\s/>])", re.IGNORECASE)
# a tag of so many characters may have too many attributes
LONG_TAG = re.compile(r"<[a-zA-Z/][^>]{2000}")
INLINE = FORMATS | frozenset("span label q cite abbr sub sup img br input button select option textarea".split())
FENCES = frozenset("table td th caption template marquee object applet svg math".split())
"""A closing tag inside one of them closes nothing outside it."""
# the open elements that an opening tag ends, since their closing tags may be left out
ENDS = {
    "li": ("li",),
    "option": ("option",),
    **dict.fromkeys(("dt", "dd"), ("dt", "dd")),
    **dict.fromkeys(("td", "th"), ("td", "th")),
    "tr": ("td", "th", "tr"),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ("td", "th", "tr", "thead", "tbody", "tfoot")),
}


def flattened(markup: str) -> str:
    """The markup with the same text and no element deeper than DEEPEST; the very same where none is."""
    if len(markup) <= SMALL and markup.count("<") <= FEW and not _is_suspect(markup):
        return markup
    parts, at = [], 0
    for start, end, instead in _Nesting().changes(markup):
        parts += [markup[at:start], instead]
        at = end
    return "".join([*parts, markup[at:]]) if parts else markup


def _is_suspect(markup: str) -> bool:
    """Whether a tag is very long, or more elements such as `<b>` are open at some place than MOST_FORMATS."""
    if LONG_TAG.search(markup):
        return True
    open_now = Counter[str]()
    for close, name in FORMAT.findall(markup):
        if not close:
            open_now[name] += 1
            if open_now[name] > MOST_FORMATS // 2 and open_now.total() > MOST_FORMATS:
                return True
        elif open_now[name]:
            open_now[name] -= 1
    return False


def _are_many(attributes: str) -> bool:
    """Whether a tag has more attributes than MOST_ATTRIBUTES; they are not counted to the end."""
    return sum(1 for _ in islice(ONE_ATTRIBUTE.finditer(attributes), MOST_ATTRIBUTES + 1)) > MOST_ATTRIBUTES


class _Nesting:
    """The elements that are open while the tags of a page go by."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._names = Counter[str]()
        self._formats = Counter[str]()
        self._is_cut = False

    def changes(self, markup: str) -> Iterator[tuple[int, int, str]]:
        """What has to be changed, in order: from, to, and what goes there instead."""
        for found in TAG.finditer(markup):
            start, end = found.span()
            is_monster = end - start > MOST_ATTRIBUTES and _are_many(found["attributes"] or found["of_raw"] or "")
            if found["name"] is None:
                before, is_kept = "", True
            else:
                before, is_kept = self._pass(found["name"].lower(), bool(found["close"]))
            if is_monster or not is_kept:
                bare = f"<{found['close']}{found['name']}>" if is_kept and found["name"] else ""
                yield start, end, before + bare
            elif before:
                yield start, start, before

    def _pass(self, name: str, closes: bool) -> tuple[str, bool]:
        """What has to stand before a tag, and whether the tag itself stays."""
        if name in FLAT:
            return "", True
        if closes:
            return "", self._close(name) or not self._is_cut
        if name in FORMATS and self._formats.total() >= MOST_FORMATS:
            self._is_cut = True
            return "", False
        return self._enter(name), True

    def _enter(self, name: str) -> str:
        """Opens an element; where too many are open already, gives the tag that closes the innermost of them first."""
        ended = ENDS.get(name, ())
        while self._open and (self._open[-1] in ended or (self._open[-1] == "p" and name not in INLINE)):
            self._pop()
        closing = ""
        if len(self._open) >= DEEPEST:
            self._is_cut = True
            closing = f"</{self._pop()}>"
        self._open.append(name)
        self._names[name] += 1
        self._formats[name] += name in FORMATS
        return closing

    def _close(self, name: str) -> bool:
        """Closes an element with all that is open in it; False where there is none to close."""
        if not self._names[name]:
            self._formats[name] -= self._formats[name] > 0
            return False
        at = len(self._open) - 1
        while self._open[at] != name:
            if self._open[at] in FENCES:
                return False
            at -= 1
        while len(self._open) > at:
            self._pop()
        self._formats[name] -= self._formats[name] > 0
        return True

    def _pop(self) -> str:
        name = self._open.pop()
        self._names[name] -= 1
        return name
