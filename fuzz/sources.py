"""Files made of a fuzzer's bytes, and the seeds that it starts from.

Most mutations of a ZIP or PDF file are refused before a reader of ours sees a word of them. So bytes become the parts
of a whole DOCX, or words and rules at places of a whole PDF; what begins like a file is taken as it is.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from make_docx import NAMESPACES, listed, make_docx, p, table
from make_pdf import Rule, Text, make_pdf, paragraph

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"
ELEMENTS = (
    "w:body w:p w:p w:pPr w:r w:t w:t w:tbl w:tr w:tc w:trPr w:del w:ins w:rPr w:vanish w:tab w:br w:sym w:numPr "
    "w:numId w:ilvl w:pStyle w:style w:basedOn w:abstractNum w:num w:abstractNumId w:lvl w:lvlOverride w:startOverride "
    "w:start w:numFmt w:lvlText w:suff w:isLgl w:footnote w:sdt w:sdtContent w:txbxContent mc:AlternateContent "
    "mc:Choice w:moveFrom w:moveTo"
).split()
VALUES = (
    "0",
    "1",
    "2",
    "-1",
    "decimal",
    "lowerRoman",
    "bullet",
    "none",
    "%1.",
    "%1.%2)",
    "%9",
    "nothing",
    "Heading1",
    "0x",
    "²",
)
WORDS = (
    "Hedges",
    "1.",
    " ",
    "\t",
    "RESOLVED that it be cut.",
    "Ada Reed",
    "A long sentence that is as long as prose is and ends.",
    "\n",
)
PARTS = ("document", "numbering", "styles", "footnotes", "header1", "footer1")
BETWEEN = b"\n--\n"
RECORD = 5
"""Bytes that place one word or rule on a page."""


def docx_of(data: bytes) -> bytes:
    """The file that the bytes are, one whose parts they hold, or one whose elements they choose."""
    if data.startswith(b"PK"):
        return data
    parts = data.split(BETWEEN) if data.startswith(b"<") else [_elements(part) for part in data.split(b"\xff")]
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in zip(PARTS, parts, strict=False):
            archive.writestr(f"word/{name}.xml", part)
    return buffer.getvalue()


def _elements(choices: bytes) -> bytes:
    """Well-formed XML: a byte opens an element, closes one or prints a word."""
    opened = ["w:document"]
    parts = [f"<w:document {NAMESPACES}>"]
    for at, choice in enumerate(choices):
        value = choices[(at + 1) % len(choices)]
        if choice < 128:
            opened.append(ELEMENTS[choice % len(ELEMENTS)])
            parts.append(
                f'<{opened[-1]} w:val="{VALUES[value % len(VALUES)]}" w:ilvl="{value % 12}" w:numId="{value % 3}" '
                f'w:abstractNumId="{value % 3}" w:styleId="{value % 3}">'
            )
        elif choice < 192 and len(opened) > 1:
            parts.append(f"</{opened.pop()}>")
        else:
            parts.append(WORDS[value % len(WORDS)])
    return "".join([*parts, *(f"</{tag}>" for tag in reversed(opened))]).encode()


def pdf_of(data: bytes) -> bytes:
    """The file that the bytes are, or one on whose pages they place words and rules."""
    if data.startswith(b"%PDF") or not data:
        return data
    pages: list[list[Text | Rule]] = [[]]
    words = data[1 + data[0] * RECORD :].decode("latin-1").split(" ") or [""]
    for number, at in enumerate(range(1, min(len(data), 1 + data[0] * RECORD) - RECORD, RECORD)):
        kind, *places = data[at : at + RECORD]
        x, y, wide, high = (float(place) * 3 for place in places)
        if kind < 8:
            pages.append([])
        elif kind < 40:
            pages[-1].append(Rule(x, y, x + (wide if kind % 2 else 0), y + (0 if kind % 2 else high)))
        else:
            word = words[number % len(words)].encode("cp1252", "replace").decode("cp1252")
            pages[-1].append(Text(x, y, word.replace("\r", "").replace("\n", ""), 4 + high / 40))
    return make_pdf(pages)


def seeds(target: str) -> Iterator[bytes]:
    """Inputs from which a target starts."""
    texts = [path.read_bytes() for path in sorted(FIXTURES.iterdir()) if path.suffix in (".txt", ".md")]
    if target in ("plain", "markdown"):
        yield from (text[:4000] for text in texts)
    elif target == "pipeline":
        yield from (bytes([choice]) + text[:4000] for choice in (0, 10) for text in texts)
        yield from (bytes([5]) + page for page in _pages())
    elif target == "html":
        yield from _pages()
    elif target == "docx":
        yield from _docx_parts()
    else:
        yield make_pdf([paragraph(72, 700, "1. Apologies", "None.", "2. Hedges", "RESOLVED: to cut them.")])
        placed = b"".join(bytes([60, 24, 240 - 5 * row, 0, 120]) for row in range(20))
        yield (
            bytes([20])
            + placed
            + b"1. Apologies for absence 2. Hedges RESOLVED that the hedge be cut Clerk Page 1 of 2"
        )


def _pages() -> Iterator[bytes]:
    yield b"<!doctype html><html><head><title>Minutes</title></head><body><nav>Home</nav><main><h1>Hedge Committee</h1>"
    yield b"<h2>1. Apologies</h2><p>Ada Reed<br>Tom Marsh</p><ol type=a start=3><li value=4>Hedges<li>Paths</ol>"
    yield b"<table><tr><th>No.<th>Item<tr><td>1.<td><p>Hedges</p><p>Minutes:</p><p>Cut.</p><td>AR</table>"
    yield b"<pre>1. Roads\n  shut</pre><ul><li><p>&amp;pound;3 &nbsp;<b>RESOLVED</b></ul><script>x</script>"
    yield b"<p>1. Minutes<br />\n<br />\n2. Hedges<br />\n</p><div hidden>no</div><div style='display:none'>no</div>"


def _docx_parts() -> Iterator[bytes]:
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    lists = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = listed("Hedges") + p("Cut.", '<w:pStyle w:val="a"/>') + table((p("Ada"), p("Clerk")), (p("a") + p("b"), ""))
    inserted = "<w:ins><w:r><w:t>in</w:t><w:tab/><w:br/></w:r></w:ins>"
    changed = f"<w:p>{inserted}<w:del><w:r><w:delText>out</w:delText></w:r></w:del></w:p>"
    styles = (
        '<w:style w:styleId="a"><w:basedOn w:val="b"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    note = f'<w:footnote w:id="2">{p("As amended.")}</w:footnote>'
    whole = make_docx(
        body + changed, numbering=lists, styles=styles, footnotes=note, header1=p("Trust"), footer1=p("1")
    )
    yield whole
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        yield BETWEEN.join(archive.read(f"word/{name}.xml") for name in PARTS)
