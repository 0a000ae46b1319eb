"""Which elements of a web page are blocks, which are dropped, and which are furniture."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

# never printed by a browser
DROPPED = frozenset(
    "script style template noscript head meta link base object embed svg math canvas audio video iframe map "
    "datalist param source track -comment".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer "
    "form header hgroup hr legend li main menu nav ol section summary ul html".split()
)
SPACED = frozenset("p h1 h2 h3 h4 h5 h6 pre table caption".split())
"""Blocks with a blank line above and below."""
FURNITURE_TAGS = frozenset("nav footer button select option input textarea".split())
FURNITURE_ROLES = frozenset("navigation banner contentinfo search menu menubar dialog alertdialog".split())
FURNITURE_WORDS = frozenset(
    "nav navbar navigation menu menubar submenu breadcrumb breadcrumbs crumb crumbs cookie cookies cookiebar "
    "footer sidebar skip skiplink skiplinks share sharing sharedaddy "
    "social pagination pager searchform widget widgets banner masthead "
    "toolbar comments respond jp-relatedposts related-posts post-navigation screen-reader-text sr-only site-header "
    "site-footer page-footer cookie-notice cookie-banner cookie-consent breadcrumb-trail skip-link "
    "visually-hidden".split()
)
MAIN = "main, article, [role=main], #main, #content, #main-content, #maincontent, #primary"
MAIN_SHARE = 0.5
"""Share of a page's text from which an element that is called its main part is believed."""
# what a list's `type` attribute and its style say of its labels
LIST_TYPES = {
    "1": "decimal", "a": "lowerAlpha", "A": "upperAlpha", "i": "lowerRoman", "I": "upperRoman",
    "disc": "bullet", "circle": "bullet", "square": "bullet", "none": "none",
}  # fmt: skip
LIST_STYLES = {
    "decimal": "decimal", "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerAlpha", "lower-latin": "lowerAlpha", "upper-alpha": "upperAlpha",
    "upper-latin": "upperAlpha", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
    "disc": "bullet", "circle": "bullet", "square": "bullet", "none": "none",
}  # fmt: skip
# matches 'margin: 0; list-style-type: lower-roman'; must not match 'list-style-position: inside'
LIST_STYLE = re.compile(r"(?:^|;)\s*list-style(?:-type)?\s*:(?P<style>[^;]*)", re.IGNORECASE)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def main_part(body: LexborNode) -> LexborNode | None:
    """The element that holds the page's own text, if there is one and it holds most of the text."""
    best, longest = None, MAIN_SHARE * _length(body)
    found = body.css(MAIN)
    for node in found[:20]:
        length = _length(node)
        if length > longest:
            best, longest = node, length
    return best


def _length(node: LexborNode) -> int:
    return len(node.text(deep=True, skip_empty=True) or "")


def is_furniture(node: LexborNode, tag: str) -> bool:
    """Whether an element is part of the site rather than of the page's text."""
    if tag in FURNITURE_TAGS:
        return True
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes or HIDDEN.search(attributes.get("style") or ""):
        return True
    if (attributes.get("role") or "").lower() in FURNITURE_ROLES:
        return True
    named = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    if len(named) < 3 or tag in ("body", "html", "main", "article"):
        return False
    return any(word in FURNITURE_WORDS for word in named.lower().split())


def number_of(node: LexborNode, name: str) -> int | None:
    """The whole number that an attribute holds."""
    value = (node.attributes.get(name) or "").strip()
    return int(value) if re.fullmatch(r"-?[0-9]{1,6}", value) else None


def list_form(node: LexborNode, otherwise: str) -> str:
    """How a list, or an entry that differs from its list, is labelled: its style goes before its `type`."""
    attributes = node.attributes
    if not attributes:
        return otherwise
    form = LIST_TYPES.get((attributes.get("type") or "").strip(), otherwise)
    for found in LIST_STYLE.finditer(attributes.get("style") or ""):
        form = next((LIST_STYLES[word] for word in found["style"].lower().split() if word in LIST_STYLES), form)
    return form
