"""DOCX: paragraphs and table rows in document order, a line each, as Word shows them with all changes accepted.

The parts are read with the standard library: of the libraries tried none keeps both tracked insertions and automatic
numbers. Automatic labels stand before their paragraphs, cells are separated by tabs, text boxes follow the paragraph
that they hang on, and footnotes come at the end. Headers and footers are furniture, but for a header that says what the
text does not.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from minutes_parser.cautions import caution
from minutes_parser.document import Document
from minutes_parser.errors import UnreadableError
from minutes_parser.limits import DEFAULT, Limits
from minutes_parser.readers.docx_numbering import Numbering, W
from minutes_parser.readers.rows import is_prose, row_lines
from minutes_parser.readers.running import is_said
from minutes_parser.readers.sniff import DOCX

MOST_ENTRIES = 10_000
MOST_RATIO = 200
MOST_HEADERS = 100
"""Different lines of headers from which further ones are furniture, whatever they say."""
SMALL = 10_000_000
"""A part up to this size may be packed as tightly as it likes."""
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
# what zipfile and ElementTree raise for bytes that are not what they should be
DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    struct.error,
    NotImplementedError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
)
SAVE_AGAIN = "open it in Word or LibreOffice and save it again"
GONE = {W + "del", W + "moveFrom"}
UNSEEN = {W + "pPr", W + "rPr", W + "instrText", W + "delText", W + "fldChar"} | GONE
SIGNS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}


def read_docx(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document that the DOCX file in `data` is.

    Raises UnreadableError for a file that is no DOCX, is damaged, or unpacks to an absurd size.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _document(Parts(archive, name, limits.bytes), name)
    except DAMAGES:
        raise UnreadableError(f"{name}: a damaged DOCX file ({SAVE_AGAIN})") from None
    except RecursionError:
        raise UnreadableError(f"{name}: a DOCX file that is nested too deeply ({SAVE_AGAIN})") from None
    except RuntimeError:
        raise UnreadableError(f"{name}: a DOCX file protected with a password (save it without one)") from None


class Parts:
    """The XML parts of the file, within limits of size."""

    def __init__(self, archive: zipfile.ZipFile, name: str, most: int) -> None:
        self._archive = archive
        self._name = name
        self._most = self._left = most
        self._names = frozenset(archive.namelist())
        if len(self._names) > MOST_ENTRIES:
            raise UnreadableError(f"{name}: more than {MOST_ENTRIES} parts are in this DOCX file ({SAVE_AGAIN})")

    def names(self, kind: str) -> list[str]:
        """Names of all parts of a kind, such as headers."""
        return sorted(name for name in self._names if name.startswith(f"word/{kind}") and name.endswith(".xml"))

    def read(self, part: str) -> Element | None:
        """The root of a part, or None where the file has none of that name."""
        if part not in self._names:
            return None
        info = self._archive.getinfo(part)
        self._left -= info.file_size
        is_bomb = info.file_size > SMALL and info.file_size > MOST_RATIO * max(1, info.compress_size)
        if is_bomb:
            raise UnreadableError(f"{self._name}: the DOCX file unpacks to an absurd size ({SAVE_AGAIN})")
        if self._left < 0:
            raise UnreadableError(
                f"{self._name}: the DOCX file unpacks to more than {self._most} bytes "
                "(if it is the file you mean, raise --max-bytes)"
            )
        xml = self._archive.read(part)
        if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in xml[:64]:
            raise UnreadableError(
                f"{self._name}: the DOCX file declares entities, which Word never does ({SAVE_AGAIN})"
            )
        return ElementTree.fromstring(xml)


def _document(parts: Parts, name: str) -> Document:
    root = parts.read("word/document.xml")
    if root is None:
        raise UnreadableError(f"{name}: a ZIP archive but no DOCX file (check that it is the file you mean)")
    body = root.find(W + "body")
    story = Story(Numbering(parts.read("word/numbering.xml"), parts.read("word/styles.xml")))
    lines = [] if body is None else story.lines(body)
    notes = [line for part in ("word/footnotes.xml", "word/endnotes.xml") for line in _notes(parts.read(part))]
    text = "\n".join(_single_spaced([*_set_off(lines), *([""] if notes else []), *notes]))
    return _with_furniture(parts, text + "\n" if text else text, name, story.deletions)


def _set_off(lines: list[str]) -> Iterator[str]:
    """Lines with a blank one after each paragraph of prose, as Word spaces them."""
    for line in lines:
        yield line
        if is_prose(line):
            yield ""


def _single_spaced(lines: list[str]) -> list[str]:
    """Lines with one blank line where there are several, and none at the ends."""
    pairs = zip(lines, ["", *lines], strict=False)
    kept = [line for line, before in pairs if line or before]
    return kept[:-1] if kept and not kept[-1] else kept


def _with_furniture(parts: Parts, text: str, name: str, deletions: int) -> Document:
    """The text between its headers and footers. A header may be the only place that names the body: it is text then."""
    headers = enumerate(_furniture(parts, "header"))
    head = [(line + "\n", at >= MOST_HEADERS or is_said(line, text)) for at, line in headers]
    foot = [(line + "\n", True) for line in _furniture(parts, "footer")]
    whole, spans = "", []
    for printed, is_furniture in [*head, (text, False), *foot]:
        if is_furniture:
            spans.append((len(whole), len(whole) + len(printed) - 1))
        whole += printed
    document = Document(whole, name, media_type=DOCX, encoding=None, furniture=tuple(spans))
    if not deletions:
        return document
    message = f"{deletions} tracked deletion{'s are' if deletions > 1 else ' is'} left out, as if accepted"
    return replace(document, warnings=(caution(document, "tracked-changes", message),))


def _furniture(parts: Parts, kind: str) -> list[str]:
    """The different lines of all headers, or of all footers."""
    roots = (parts.read(part) for part in parts.names(kind))
    lines = (line for root in roots if root is not None for line in Story(Numbering(None, None)).lines(root))
    return list(dict.fromkeys(filter(None, lines)))


def _notes(root: Element | None) -> list[str]:
    """Footnotes, each with its number as Word counts: those of a type are separators, not notes."""
    notes = [note for note in (() if root is None else root) if note.get(W + "type") is None]
    story = Story(Numbering(None, None))
    return [f"{number} {' '.join(filter(None, story.lines(note)))}" for number, note in enumerate(notes, 1)]


class Story:
    """A run of paragraphs and tables turned into lines; counts list numbers and deletions as it goes."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self.deletions = 0
        self._boxes: list[Element] = []
        self._open = ""

    def lines(self, parent: Element) -> list[str]:
        """The lines of all blocks in an element. An empty paragraph is a blank line."""
        lines: list[str] = []
        for block in parent:
            if block.tag == W + "p":
                lines += self._paragraph(block)
            elif block.tag == W + "tbl":
                lines += self._table(block)
            elif block.tag in GONE:
                self.deletions += 1
            elif block.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "moveTo", W + "smartTag", W + "customXml"):
                lines += self.lines(block)
        return lines

    def _table(self, table: Element) -> list[str]:
        lines: list[str] = []
        for row in _through(table, W + "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.deletions += 1
                continue
            printed = row_lines([self.lines(cell) for cell in _through(row, W + "tc")])
            lines += ["", *printed] if len(printed) > 1 else printed
        return ["", *lines, ""]

    def _paragraph(self, paragraph: Element) -> list[str]:
        properties = paragraph.find(W + "pPr")
        text = "".join(self._text(paragraph))
        boxes, self._boxes = self._boxes, []
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._open += text
            return []
        text, self._open = self._open + text, ""
        lines = [_tidy(line) for line in text.split("\n")]
        if any(lines):
            lines[0] = (self._numbering.label(properties) + lines[0]).strip()
        if _is_heading(properties) and any(lines):
            lines = ["", *lines, ""]
        for box in boxes:
            lines += self.lines(box)
        return lines

    def _text(self, element: Element) -> Iterator[str]:
        """The printed text in an element, without what is deleted, hidden or code."""
        for child in element:
            if child.tag == W + "t":
                yield child.text or ""
            elif child.tag in SIGNS:
                yield SIGNS[child.tag]
            elif child.tag == W + "sym":
                yield "•" if element.find(W + "t") is None else " "
            elif child.tag == W + "txbxContent":
                self._boxes.append(child)
            elif child.tag == CHOICE:
                yield from self._text(child[0] if len(child) else child)
            elif child.tag in GONE:
                self.deletions += 1
            elif child.tag not in UNSEEN and not _is_hidden(child):
                yield from self._text(child)


def _through(parent: Element, tag: str) -> Iterator[Element]:
    """Children with a tag, also those inside content controls and insertions."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (W + "sdt", W + "sdtContent", W + "ins", W + "customXml"):
            yield from _through(child, tag)


def _is_hidden(run: Element) -> bool:
    found = run.find(f"{W}rPr/{W}vanish")
    return found is not None and found.get(W + "val", "1") not in ("0", "false", "off")


def _is_heading(properties: Element | None) -> bool:
    style = None if properties is None else properties.find(W + "pStyle")
    return style is not None and style.get(W + "val", "").lower().startswith(("heading", "title"))


def _tidy(line: str) -> str:
    """A line with one tab where there were several, and no blanks around it."""
    if "\t" in line:
        cells = [part.strip() for part in line.split("\t")]
        line = "\n".join(row_lines([[cell] for cell in cells if cell]))
    return line.strip()
