"""Markdown: the text of the file unchanged, its markup marked as furniture, so that spans index what the author wrote.

What is left for the extractors to see:

- headings keep their hashes at the start of the line, and a line that is bold as a whole keeps its `**`: both are how
  free text is cut into items. Emphasis inside a line, code marks, link brackets and targets, images, HTML tags and
  comments, quote marks `>`, backslashes of escapes and horizontal rules are furniture;
- list labels (`1.`, `-`, `*`) stay, since they are labels like any other;
- rows of a pipe table lose the pipes at both ends, and those between cells are bars, which part cells as tabs do
  elsewhere; rows of dashes are furniture;
- front matter: `date: 2023-10-12` stays as it is between its `---` lines, without quotes around the value.
  Keys that speak of the site and not of the meeting (layout, tags, permalink, …) are furniture with their values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from minutes_parser.document import Document, blanked
from minutes_parser.late import late_pattern
from minutes_parser.limits import DEFAULT, Limits
from minutes_parser.readers.plain import read_plain
from minutes_parser.readers.sniff import MARKDOWN

MARKUP = late_pattern(r"[*_`\[\]<>\\&|~=#-]")
MOST_FRONT_LINES = 2000
# keys of front matter that say where a page stands on its site
SITE_KEYS = (
    "layout author authors tags categories category permalink slug image images thumbnail draft published aliases "
    "weight template url type excerpt description summary guid parent sidebar toc redirect_from lastmod updated "
    "created coverImage cover keywords groups hide json-ld jsonld eleventyNavigation eleventyExcludeFromCollections"
).split()
# 'date: "2023-10-12"', 'minutes: >-'; not 'Present: all' inside a list, which is indented
KEY = late_pattern(
    r"""
    (?P<key> [A-Za-z][\w-]{0,40}+ ) :
    [ ]*+ (?P<block> [>|][+-]?+ )?+ (?P<open> ["'] )?+
    """,
    regex.VERBOSE,
)
# '---|---', '| :--- | ---: |', '***', '====', '```python'; not '- - a'
RULE = late_pattern(
    r"[ ]{0,3}+(?:[|:-][|:\ -]*-[|:\ -]*|(?:\*[ ]*+){3,}+|(?:_[ ]*+){3,}+|={3,}+|(?:```+|~~~+)[\w -]*+)[ ]*+$"
)
# '|' between two cells; not '\|' inside one
BAR = late_pattern(r"(?<!\\)\|")
EMPTY = "| \t\r\n"
# a line that is bold as a whole: '**Finance**', '**Finance:**', '__2. Finance__'; not '**Action:** Kim to write'
BOLD_LINE = late_pattern(r"[ ]*+(?:\*\*[^*]++\*\*|__[^_]++__)[ ]*+:?+[ ]*+$")
# what names a heading for links: '## Roads {#roads}'; not '## Roads {draft}'
ATTRIBUTES = late_pattern(r"[ ]*+ \{ [#.] [\w.-]++ \} [ ]*+ $", regex.VERBOSE)
TAGS = (
    "a abbr b blockquote br center code dd del details div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol "
    "p pre s small span strike strong sub summary sup table tbody td tfoot th thead tr u ul "
    "section article figure figcaption"
).split()
INLINE = late_pattern(
    rf"""
    (?P<image> !\[ ) (?P<alt> [^\[\]]*+ ) (?P<image_end> \]\([^()\s]*+(?:[ ]+"[^"]*+")?+\) )
  | (?P<target> \]\( [^()]*+ (?: \([^()]*+\) [^()]*+ )?+ \) | \]\[[^\[\]]*+\] )
  | (?P<bracket> \[ (?= [^\[\]]*+ \][(\[] ) )
  | (?P<tag> </? (?: {"|".join(TAGS)} ) \b [^<>]*+ > )
  | (?P<autolink> < (?= (?: https?:// | mailto: )[^<>\s]++ > )
                | > (?<= < (?: https?:// | mailto: ) [^<>\s]{{1,300}} > ) )
  | (?P<entity> &nbsp; | (?<= & ) amp; )
  | (?P<escape> \\ ) (?: [!-/:-@\[-`{{-~] | $ )
  | (?P<strong> \*\*\*?+ | __ (?=\w) | (?<= \w | [.:;,!?] ) __ | ~~ )
  | (?P<emphasis> (?<! \w ) [*_] (?= \w | ["'(\[] ) | (?<= [\w.,:;!?)"'\]] ) [*_] (?! \w ) )
  | (?P<code> `++ )
    """,
    regex.VERBOSE,
)


def read_markdown(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document that `data` is, its text unchanged, its markup as furniture.

    Raises UnreadableError where the bytes are no text.
    """
    document = read_plain(data, name)
    lines = document.text.splitlines(keepends=True)
    return replace(document, media_type=MARKDOWN, furniture=tuple(_furniture(lines)), bars=tuple(_bars(lines)))


def _bars(lines: Sequence[str]) -> Iterator[int]:
    """Where the pipes stand that part the cells of tables: their rows have pipes at both ends, or a rule below them."""
    at, in_table = 0, False
    for number, line in enumerate(lines):
        if "|" not in line:
            in_table = False
        else:
            ruled = (
                number + 1 < len(lines) and "|" in lines[number + 1] and RULE.match(lines[number + 1].rstrip("\r\n"))
            )
            in_table = in_table or bool(ruled)
            edges = _table_edges(line)
            if in_table or len(edges) == 2:
                first, last = edges[0][1] if edges else 0, len(line.rstrip(EMPTY))
                yield from (at + bar.start() for bar in BAR.finditer(line, first, last))
        at += len(line)


def _furniture(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    end = _front_end(lines)
    at, is_site = 0, False
    for number, raw in enumerate(lines):
        line = raw.rstrip("\r\n")
        if number <= end:
            is_site = _is_site(line, is_site)
            found = [] if number in (0, end) else [(0, len(line))] if is_site else _front_line(line)
        else:
            found = _line(line)
        yield from ((at + first, at + last) for first, last in found if first < last)
        at += len(raw)


def _front_end(lines: Sequence[str]) -> int:
    """The line that closes the front matter, or -1 where there is none."""
    if not lines or lines[0].strip("\ufeff \r\n") != "---":
        return -1
    closing = (at for at, line in enumerate(lines[1:MOST_FRONT_LINES], 1) if line.rstrip() in ("---", "..."))
    return next(closing, -1)


def _is_site(line: str, before: bool) -> bool:
    """Whether a line of front matter belongs to a key that speaks of the site."""
    found = KEY.match(line)
    if found:
        return found["key"] in SITE_KEYS
    return before and (line[:1] in " \t-" or not line.strip())


def _front_line(line: str) -> list[tuple[int, int]]:
    found = KEY.match(line)
    if found is None:
        return _line(line)
    spans = [found.span("block"), found.span("open")]
    bare = line.rstrip()
    if found["open"] and bare.endswith(found["open"]) and len(bare) > found.end():
        spans.append((len(bare) - 1, len(bare)))
    return [span for span in spans if span[0] >= 0]


def _line(line: str) -> list[tuple[int, int]]:
    """The markup of a line."""
    if not MARKUP.search(line):
        return []
    if RULE.match(line):
        return [(0, len(line))]
    quote = len(line) - len(line.lstrip(" >"))
    spans = [(0, quote)] if ">" in line[:quote] else []
    spans += _table_edges(line)
    attributes = ATTRIBUTES.search(line) if line[0] == "#" and "{" in line else None
    spans += [attributes.span()] if attributes else []
    is_bold = BOLD_LINE.match(line) is not None
    comments = list(_comments(line))
    for found in INLINE.finditer(blanked(line, comments), max(quote, _label_end(line))):
        if found["image"] is not None:
            spans += [found.span("image"), found.span("image_end")]
        elif not (is_bold and found["strong"]):
            spans.append(found.span("escape") if found["escape"] else found.span())
    return spans + comments


def _comments(line: str) -> Iterator[tuple[int, int]]:
    """The comments of a line, found from both ends: a pattern would search to the end of the line from each '<!--'."""
    start = line.find("<!--")
    while start >= 0:
        end = line.find("-->", start + 4)
        if end < 0:
            return
        yield start, end + 3
        start = line.find("<!--", end + 3)


def _label_end(line: str) -> int:
    """Where the text after a list's `*` begins, so that the mark is not taken for emphasis."""
    bare = line.lstrip()
    return len(line) - len(bare) + 1 if bare[:2] in ("* ", "- ", "+ ") else 0


def _table_edges(line: str) -> list[tuple[int, int]]:
    """The pipes at both ends of a table's row, with those of empty cells beside them."""
    bare = line.strip()
    if not (bare.startswith("|") and bare.count("|") > 1):
        return []
    first, last = len(line) - len(line.lstrip(EMPTY)), len(line.rstrip(EMPTY))
    return [(0, first), (last, len(line))] if first < last else [(0, len(line))]
