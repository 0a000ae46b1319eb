"""HTML: what a browser would show of a page, one block or table row a line.

What the text looks like: a blank line stands around headings, paragraphs and tables; `<br>` begins a line; the numbers
and bullets of lists stand before their entries ('1. ', 'a. ', '• '); the cells of a row are separated by tabs. Scripts
and styles are dropped. Menus, cookie notices, breadcrumbs, footers and everything around the page's main part stay in
the text and are marked as furniture.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from minutes_parser.cautions import caution
from minutes_parser.document import Document
from minutes_parser.limits import DEFAULT, Limits
from minutes_parser.readers.html_depth import flattened
from minutes_parser.readers.html_page import BLOCKS, DROPPED, SPACED, is_furniture, list_form, main_part, number_of
from minutes_parser.readers.list_numbers import written
from minutes_parser.readers.plain import Problem, decode, refuse_binary
from minutes_parser.readers.rows import is_prose, row_lines
from minutes_parser.readers.sniff import HTML

DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I
)
HEAD = 4096
# entities that were escaped twice and are left over after parsing
LEFT_OVER = re.compile(r"&(?:[a-zA-Z]{2,8}|#[0-9]{2,6}|#x[0-9a-fA-F]{2,5});")
MARK = "\ue000"
"""Stands before a line that is furniture until the text is put together; a private character no page prints."""
GAP = "\ue001"
"""Stands for a blank line that no other may follow."""
HEADING = "\ue002"
"""Stands before the level and the words of a heading."""
OWN_MARKS = str.maketrans({MARK: " ", GAP: " ", HEADING: " "})
"""A page that prints one of these all the same, perhaps as an entity, has a blank there."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document that the page in `data` shows.

    Raises UnreadableError where the bytes are no text.
    """
    markup, encoding, problems = decode_page(data)
    refuse_binary(markup, name)
    tree = LexborHTMLParser(flattened(markup.replace("\x00", " ")))
    text, furniture, headings = _put_together(Browser(tree.body).lines())
    document = Document(text, name, media_type=HTML, encoding=encoding, furniture=furniture, headings=headings)
    warnings = tuple(caution(document, code, message) for code, message, _ in problems)
    return replace(document, warnings=warnings) if warnings else document


def decode_page(data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """The markup, its encoding and what was guessed.

    A byte-order mark and valid UTF-8 go before what the page declares, and that before a guess.
    """
    text, encoding, problems = decode(data)
    declared = DECLARED.search(data[:HEAD])
    if not problems or declared is None:
        return text, encoding, problems
    try:
        named = codecs.lookup(declared[1].decode()).name
        named = "cp1252" if named in ("iso8859-1", "ascii", "cp1252") else named
        if named == "utf-8":
            return text, encoding, problems
        return data.decode(named), "windows-1252" if named == "cp1252" else named, ()
    except (LookupError, UnicodeDecodeError):
        return text, encoding, problems


class Element(NamedTuple):
    """An element that is open: its tag, whether it is the page's main part, and whether it belongs to the site."""

    tag: str
    is_main: bool
    is_site: bool


class Browser:
    """Walks through a page and writes its lines. Works with a stack of its own: pages may be nested deeply."""

    def __init__(self, body: LexborNode | None) -> None:
        self._body = body
        self._inline: list[str] = []
        self._label = ""
        self._frames: list[list[str]] = [[]]
        self._rows: list[list[list[str]]] = []
        self._lists: list[tuple[str, int, int]] = []
        self._furniture = 0
        self._heading = 0
        self._verbatim = 0
        self._main: int | None = None

    def lines(self) -> list[str]:
        """The lines of the page; MARK before furniture, HEADING before a heading, GAP for a blank line."""
        if self._body is None:
            return []
        main = main_part(self._body)
        self._main = main.mem_id if main is not None else None
        self._furniture = 1 if main is not None else 0
        walk = [self._begin(self._body)]
        while walk:
            element, children = walk[-1]
            child = next(children, None)
            if child is None:
                walk.pop()
                self._end(element)
            elif child.tag == "-text":
                self._write(child.text_content or "")
            elif child.tag not in DROPPED:
                walk.append(self._begin(child))
        while self._frames[1:]:
            self._close_frame()
        self._end_line()
        return self._frames[0]

    def _begin(self, node: LexborNode) -> tuple[Element, Iterator[LexborNode]]:
        """Enters an element; gives what has to be known when it ends, and its children one by one."""
        element = Element(node.tag or "", node.mem_id == self._main, is_furniture(node, node.tag or ""))
        if element.is_main or element.is_site:
            self._end_line()
        self._furniture += element.is_site - element.is_main
        self._enter(node, element.tag)
        return element, iter(node.iter(include_text=True))

    def _end(self, element: Element) -> None:
        self._leave(element.tag)
        if element.is_site:
            self._end_line()
        self._furniture += element.is_main - element.is_site

    def _enter(self, node: LexborNode, tag: str) -> None:
        if tag == "br":
            self._break()
        elif tag in ("td", "th"):
            self._end_line()
            self._frames.append([])
        elif tag == "tr":
            self._end_line()
            self._rows.append([])
        elif tag in SPACED:
            self._gap()
            self._heading = HEADINGS.get(tag, 0)
            self._verbatim += tag == "pre"
        elif tag in BLOCKS:
            self._end_line()
            self._begin_list_or_entry(node, tag)
        elif tag == "img":
            self._write(" ")

    def _begin_list_or_entry(self, node: LexborNode, tag: str) -> None:
        if tag == "ol":
            step = -1 if "reversed" in node.attributes else 1
            start = number_of(node, "start")
            self._lists.append((list_form(node, "decimal"), 1 if start is None else start, step))
        elif tag in ("ul", "menu", "dir"):
            self._lists.append((list_form(node, "bullet"), 1, 1))
        elif tag == "li":
            self._label = self._next_label(node)

    def _next_label(self, node: LexborNode) -> str:
        """The label of an entry; an entry outside every list has a bullet."""
        form, number, step = self._lists[-1] if self._lists else ("bullet", 1, 1)
        own = number_of(node, "value")
        number = number if own is None else own
        if self._lists:
            self._lists[-1] = (form, number + step, step)
        form = list_form(node, form)
        if form == "none":
            return ""
        return "• " if form == "bullet" else f"{written(number, form)}. "

    def _leave(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._close_frame()
        elif tag == "tr":
            self._close_row()
        elif tag in SPACED:
            self._gap()
            self._heading = 0
            self._verbatim -= tag == "pre"
        elif tag in BLOCKS:
            self._end_line()
            if tag in ("ol", "ul", "menu", "dir") and self._lists:
                self._lists.pop()
            elif tag == "li":
                self._label = ""
            elif self._frames[-1] and is_prose(self._frames[-1][-1]):
                self._gap()

    def _close_frame(self) -> None:
        """A cell ends: its lines go to its row, or stay lines where it has none."""
        self._end_line()
        if len(self._frames) == 1:
            return
        cell = self._frames.pop()
        if self._rows:
            self._rows[-1].append(cell)
        else:
            self._frames[-1] += cell

    def _close_row(self) -> None:
        if not self._rows:
            return
        cells = [_plain(cell) for cell in self._rows.pop()]
        is_site = self._furniture > 0 or (any(cells) and all(MARK in line for cell in cells for line in cell if line))
        # a heading in one of several cells belongs to its row; a table of one cell gives a page its frame
        bare = [[_unmarked(line) for line in cell] for cell in cells] if len(cells) > 1 else cells
        mark = MARK if is_site and len(cells) > 1 else ""
        lines = [mark + line if line else GAP for line in row_lines(bare)]
        self._frames[-1] += [GAP, *lines] if len(lines) > 1 else lines

    def _write(self, text: str) -> None:
        if self._verbatim:
            first, *rest = text.split("\n")
            self._inline.append(first)
            for line in rest:
                self._end_line()
                self._inline.append(line)
        else:
            self._inline.append(text)

    def _end_line(self) -> None:
        if not self._inline:
            return
        text = "".join(self._inline)
        self._inline.clear()
        if "&" in text:
            text = LEFT_OVER.sub(lambda found: html.unescape(found[0]), text)
        if not text.isascii():
            text = text.translate(OWN_MARKS)
        words = text.split()
        if words:
            mark = MARK if self._furniture else ""
            if self._heading and not mark:
                mark = f"{HEADING}{self._heading}"
            self._frames[-1].append(f"{mark}{self._label}{' '.join(words)}")
            self._label = ""

    def _break(self) -> None:
        """A line ends; where there is none, as between two breaks, a browser shows a blank line."""
        if any(text.strip() for text in self._inline):
            self._end_line()
        else:
            self._gap()

    def _gap(self) -> None:
        self._end_line()
        frame = self._frames[-1]
        if frame and frame[-1] != GAP:
            frame.append(GAP)


def _unmarked(line: str) -> str:
    """A line of a cell without the marks of furniture and of a heading."""
    line = line.replace(MARK, "")
    return line[2:] if line.startswith(HEADING) else line


def _plain(cell: list[str]) -> list[str]:
    return ["" if line == GAP else line for line in cell]


def _put_together(lines: list[str]) -> tuple[str, tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """The text, the spans of its furniture, and where its headings start with their levels."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    headings: list[tuple[int, int]] = []
    length = 0
    kept = [line for before, line in pairwise([GAP, *lines]) if line != GAP or before != GAP]
    if kept and kept[-1] == GAP:
        kept.pop()
    for line in kept:
        text = "" if line == GAP else line.replace(MARK, "")
        if line.startswith(MARK):
            spans.append((length, length + len(text)))
        elif line.startswith(HEADING):
            headings.append((length, int(line[1])))
            text = line[2:]
        parts.append(text + "\n")
        length += len(text) + 1
    return "".join(parts), tuple(spans), tuple(headings)
