"""Families of hostile documents: each makes a document that grows with a count in a way that a reader might choke on.

tests/test_hostile.py reads them small, benchmarks/hostile.py at four sizes.
"""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from make_docx import listed, make_docx, p, r, table
from make_pdf import Rule, Text, make_pdf

HEADING = "Hedge Committee\nMinutes of the meeting held on 12 March 2024\n\n"
ITEM = "{}. Hedges and ditches\n\nThe hedge along the lane was discussed.\n\nRESOLVED: That the hedge be cut.\n\n"


class Family(NamedTuple):
    """A kind of hostile document: how one of a size is made, and the size that benchmarks start from."""

    kind: str
    make: Callable[[int], bytes]
    size: int


def text(make: Callable[[int], str]) -> Callable[[int], bytes]:
    """A family of plain text, encoded."""
    return lambda size: make(size).encode()


def numbered(line: str) -> Callable[[int], bytes]:
    """The heading, and a line for each number up to the size; `{}` in it is the number."""
    return lambda size: (HEADING + "".join(line.format(number) for number in range(1, size + 1))).encode()


def repeated(line: str, before: str = "", after: str = "") -> Callable[[int], bytes]:
    """A line as often as the size says, between two others."""
    return lambda size: (before + line * size + after).encode()


def name_of(number: int) -> str:
    """A different name for each number."""
    first = FIRST_NAMES[number % len(FIRST_NAMES)]
    letters = ""
    number //= len(FIRST_NAMES)
    while number:
        number, at = divmod(number, 26)
        letters += chr(ord("a") + at)
    return f"{first} B{letters}ford"


def surname(number: int) -> str:
    """The second word of that name."""
    return name_of(number).split()[1]


FIRST_NAMES = "Ada Ben Carla Dan Eve Fay Gus Hal Ivy Joan Kim Lea".split()


def people(line: str, label: str = "Present:\n", after: str = "\n1. Apologies\n\nNone.\n") -> Callable[[int], bytes]:
    """A list of people, each with a name of their own, and an item."""
    return lambda size: (HEADING + label + "".join(line.format(name_of(at)) for at in range(size)) + after).encode()


def levels(size: int) -> str:
    """Sub-items of sub-items: 4., 4.1, 4.1.1, …"""
    return HEADING + "".join("4" + ".1" * at + " Hedges\n\nCut.\n\n" for at in range(min(size, 60))) * (size // 60 + 1)


def one_number(size: int) -> str:
    """A single label with as many levels as the size says."""
    return HEADING + "1" + ".1" * size + " Hedges\n\nCut.\n"


def crossed(size: int) -> str:
    """Tags that close in the order in which they were opened."""
    return "".join(f"<AI{at}>\n" for at in range(size)) + "".join(f"{at}. Hedges\n</AI{at}>\n" for at in range(size))


def nested(opening: str, closing: str = "", core: str = "<p>1. Hedges</p>", wrap: str = "{}") -> Callable[[int], bytes]:
    """Markup inside markup."""
    return lambda size: wrap.format(opening * size + core + closing * size).encode()


def unicode_noise(size: int) -> str:
    """Any characters at all, the same ones every time."""
    draw = random.Random(size)
    return "".join(chr(draw.choice((draw.randrange(32, 127), draw.randrange(160, 0x2FFF), 10))) for _ in range(size))


def docx_items(size: int) -> bytes:
    """Numbered items, with text under each."""
    body = "".join(listed("Hedges") + p("RESOLVED: That the hedge be cut.") for _ in range(size))
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    one = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return make_docx(body, numbering=f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>{one}')


def docx_styles(size: int) -> bytes:
    """Styles that are each based on the one before."""
    chain = "".join(
        f'<w:style w:styleId="s{at}"><w:basedOn w:val="s{at - 1}"/><w:pPr/></w:style>' for at in range(1, size)
    )
    return make_docx(p("Hedges", f'<w:pStyle w:val="s{size - 1}"/>'), styles=chain)


def docx_headers(size: int) -> bytes:
    """A header part for each page, each with a line of its own."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        whole = make_docx(p("1. Hedges") + p("Cut."))
        archive.writestr("word/document.xml", zipfile.ZipFile(BytesIO(whole)).read("word/document.xml"))
        start = whole and make_docx("", header1="")
        head = zipfile.ZipFile(BytesIO(start)).read("word/header1.xml").decode()
        for at in range(size):
            archive.writestr(f"word/header{at}.xml", head.replace("></w:hdr>", f">{p(name_of(at))}</w:hdr>"))
    return buffer.getvalue()


def pdf_words(size: int) -> bytes:
    """Many words on one page, row by row."""
    return make_pdf([[Text(20 + 40 * (at % 13), 820 - 8 * (at // 13 % 100), "Hedges", 6) for at in range(size)]])


def pdf_one_height(size: int) -> bytes:
    """Words over one another at one height."""
    return make_pdf([[Text(20 + at % 500, 700 + at % 3, "Hedges", 6) for at in range(size)]])


def pdf_pages(size: int) -> bytes:
    """Many pages with running heads and a few lines."""
    return make_pdf(
        [
            [Text(72, 800, "Hedge Committee"), Text(72, 700, f"{at}. Hedges"), Text(72, 680, "The hedge was cut.")]
            for at in range(1, size + 1)
        ]
    )


def pdf_grid(size: int) -> bytes:
    """A table of ruled lines with a word in each cell."""
    rules: list[Text | Rule] = [Rule(20, 20 + 760 * at / size, 560, 20 + 760 * at / size) for at in range(size + 1)]
    rules += [Rule(20 + 54 * at, 20, 20 + 54 * at, 780) for at in range(11)]
    words = [
        Text(22 + 54 * (at % 10), 22 + 760 * (at // 10) / size, "Ada", min(8, 600 / size)) for at in range(10 * size)
    ]
    return make_pdf([[*rules, *words]])


def pdf_rules(size: int) -> bytes:
    """Many short rules and one word."""
    rules = [Rule(20 + at % 500, 20 + at // 500, 30 + at % 500, 20 + at // 500) for at in range(size)]
    return make_pdf([[*rules, Text(72, 700, "1. Hedges")]])


def pdf_empty_pages(size: int) -> bytes:
    """One page with text, and many that are one and the same empty page."""
    kids = "5 0 R " * size
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [3 0 R {kids}] /Count {size + 1} >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
        "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        "<< /Length 44 >>\nstream\nBT /F1 11 Tf 72 700 Td (1. Hedges) Tj ET     \nendstream",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    return pdf_file(objects)


def pdf_forms(levels: int) -> bytes:
    """A page that draws a form ten times, which draws another one ten times, and so on: 10 to the n-th drawings."""
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    form = "/Type /XObject /Subtype /Form /BBox [0 0 595 842]"
    ten, word = "/X Do " * 10, "BT /F1 11 Tf 72 700 Td (1. Hedges) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /XObject << /X 5 0 R >> >> >>",
        f"<< /Length {len(ten)} >>\nstream\n{ten}\nendstream",
    ]
    for level in range(1, levels + 1):
        drawn = ten if level < levels else word
        inner = f"/XObject << /X {level + 5} 0 R >>" if level < levels else font
        objects.append(f"<< {form} /Resources << {inner} >> /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    return pdf_file(objects)


def pdf_file(objects: list[str]) -> bytes:
    """A PDF of these objects."""
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)


def markdown_front(size: int) -> str:
    """Front matter that never ends."""
    return "---\n" + "title: Hedges\n" * size


TASK = "Action: Ann Lee to write to the county by 3 May 2024.\n"
MOTION = "It was proposed by {0}, seconded by {0} and carried that the hedge be cut.\n\n"

FIXTURES = Path(__file__).parent / "fixtures"


def printed_again(name: str) -> Callable[[int], bytes]:
    """Ordinary minutes, one after the other."""
    return lambda size: (FIXTURES / name).read_bytes() * size


FAMILIES: dict[str, Family] = {
    # ordinary minutes, to compare with
    "minutes of a parish": Family("txt", printed_again("numbered-parish.txt"), 40),
    "minutes with tags": Family("txt", printed_again("tagged-clean.txt"), 40),
    "minutes of a web page": Family("txt", printed_again("web-page.txt"), 40),
    "minutes in columns": Family("txt", printed_again("numbered-columns.txt"), 40),
    "minutes with headings": Family("txt", printed_again("free-headings.txt"), 40),
    # the layouts
    "numbered items": Family("txt", numbered(ITEM), 1_000),
    "numbered items, no text": Family("txt", numbered("{}. Hedges\n"), 2_000),
    "bare numbers": Family("txt", numbered("{}.\n"), 4_000),
    "one number over and over": Family("txt", repeated("1. Hedges\n\nCut.\n\n", HEADING), 2_000),
    "numbers that fall": Family(
        "txt", text(lambda size: HEADING + "".join(f"{size - at}. Hedges\nCut.\n" for at in range(size))), 2_000
    ),
    "references": Family("txt", numbered("CPP/17/{}  Hedges\n\nThe hedge was cut.\n\n"), 2_000),
    "items in one line": Family("txt", numbered("{}. Hedges The hedge was cut. "), 2_000),
    "lettered sub-items": Family(
        "txt", repeated("a) Hedges\n\nThe hedge was cut.\n\n", HEADING + "1. Roads\n\n"), 2_000
    ),
    "numbered sub-items": Family("txt", numbered("1.{} Hedges\n\nThe hedge was cut.\n\n"), 2_000),
    "levels of sub-items": Family("txt", text(levels), 2_000),
    "a number of many levels": Family("txt", text(one_number), 50_000),
    "a number of many digits": Family("txt", text(lambda size: HEADING + "1" * size + ". Hedges\n\nCut.\n"), 50_000),
    "tagged items": Family("txt", numbered("<AI{0}>\n\n{0}. Hedges\n\nThe hedge was cut.\n\n</AI{0}>\n\n"), 1_000),
    "tags without labels": Family("txt", numbered("<AI{}>\nHedges\n"), 2_000),
    "unclosed tags": Family("txt", repeated("<AI1>", after="\n1. Hedges\n"), 20_000),
    "closing tags": Family("txt", repeated("</AI1>\n", HEADING), 20_000),
    "nested tags": Family("txt", text(lambda size: "<AI1>" * size + "1. Hedges" + "</AI1>" * size), 20_000),
    "crossed tags": Family("txt", text(crossed), 2_000),
    "half a tag": Family("txt", repeated("<AI", after="1>\n"), 20_000),
    "a web page's items": Family(
        "txt",
        numbered("{}.\n\nHedges\n\nTo note the report.\n\nDecision:\n\nNoted.\n\nMinutes:\n\nIt was cut.\n\n"),
        1_000,
    ),
    "labels of a web page": Family(
        "txt", repeated("Minutes:\nDecision:\nAdditional documents:\n", "No. Item\n"), 2_000
    ),
    "documents of an item": Family(
        "txt", repeated("    •    Map of hedges pdf icon PDF 99 KB\n", "1.\nHedges\nAdditional documents:\n"), 2_000
    ),
    "headings": Family("txt", repeated("HEDGES\n\nThe hedge was cut.\n\n", HEADING), 2_000),
    "headings alone": Family("txt", repeated("Hedges\n", HEADING), 4_000),
    "front matter": Family("txt", repeated("Minutes of the meeting held on 12 March 2024\n"), 2_000),
    "appendices": Family("txt", repeated("Appendix A\n\nSlides\n\n", HEADING + "1. Hedges\n\nCut.\n\n"), 2_000),
    # the fields
    "attendees": Family("txt", people("Cllr {}\n"), 1_000),
    "attendees in one line": Family("txt", people("Cllr {}, ", "Present: "), 1_000),
    "attendees with affiliation": Family("txt", people("{}\tParish Council\n"), 1_000),
    "attendees of one name": Family("txt", repeated("Cllr Ada Reed\n", HEADING + "Present:\n"), 1_000),
    "attendees of one surname": Family(
        "txt", text(lambda size: HEADING + "Present:\n" + "".join(f"{surname(at)} Reed\n" for at in range(size))), 4_000
    ),
    "apologies": Family("txt", people("{}, ", "Apologies for absence were received from "), 1_000),
    "substitutes": Family("txt", people("Cllr {0} (substitute for Cllr Ada {0})\n"), 1_000),
    "columns of names": Family("txt", people("{}\n", "Name\tOrganisation\n"), 1_000),
    "a grid of attendance": Family("txt", people("{}\tP\tA\tP\n", "Name\t12 Mar\t9 Apr\t7 May\n"), 1_000),
    "actions": Family("txt", repeated(TASK, HEADING + "1. Hedges\n\n"), 1_000),
    "a table of actions": Family(
        "txt", repeated("Write to the county\tAnn Lee\t3 May\n", "Action\tOwner\tBy when\n"), 1_000
    ),
    "owners": Family("txt", people("{}, ", "1. Hedges\n\nAction: ", " to write to the county.\n"), 1_000),
    "owners of many attendees": Family(
        "txt",
        text(
            lambda size: (
                HEADING
                + "Present: "
                + ", ".join(map(name_of, range(size)))
                + "\n\n1. Hedges\n\n"
                + "".join(f"Action: {name_of(at).split()[0]} to write.\n" for at in range(size))
            )
        ),
        500,
    ),
    "decisions": Family("txt", repeated("RESOLVED: That the hedge be cut.\n\n", HEADING + "1. Hedges\n\n"), 2_000),
    "clauses": Family("txt", repeated("(a) that the hedge be cut;\n", HEADING + "1. Hedges\n\nRESOLVED:\n"), 2_000),
    "agreements": Family("txt", repeated("Members agreed that the hedge be cut. ", HEADING + "1. Hedges\n\n"), 2_000),
    "motions": Family("txt", people(MOTION, "1. Hedges\n\n"), 500),
    "votes": Family(
        "txt", people("{}, ", "1. Hedges\n\nThe motion was carried. For (3): ", "\nAgainst (1): Ada Reed\n"), 1_000
    ),
    "declarations": Family(
        "txt", people("Cllr {} declared an interest in the hall.\n", "1. Declarations of interest\n\n"), 1_000
    ),
    "dates": Family("txt", repeated("12th September, 2017 at 2.30 pm, ", "Minutes of the meeting held on "), 2_000),
    "next meetings": Family(
        "txt", repeated("Next meeting: Tuesday 12 March 2024 at 7 pm in the hall.\n", HEADING), 1_000
    ),
    "movements": Family("txt", people("{} left the meeting at 7.30 pm.\n", "1. Hedges\n\n"), 1_000),
    "duplicated minutes": Family(
        "txt",
        repeated(HEADING + "Present: Ada Reed, Ben Stone\n\n1. Hedges\n\nAgreed.\n\nNext meeting: 3 May 2024\n"),
        300,
    ),
    # text as such
    "one line of words": Family("txt", repeated("hedge ", HEADING), 20_000),
    "one line of capitals": Family("txt", repeated("Hedge Road ", HEADING), 10_000),
    "one word": Family("txt", repeated("a", HEADING), 100_000),
    "blanks": Family("txt", repeated(" ", "1. Hedges", "x\n"), 100_000),
    "blank lines": Family("txt", repeated("\n", "1. Hedges\n", "Cut.\n"), 100_000),
    "tabs": Family("txt", repeated("\t", "1. Hedges\n", "x\n"), 50_000),
    "a row of many columns": Family("txt", repeated("Ada Reed\t", HEADING), 10_000),
    "quotes and dashes": Family("txt", repeated("“‘–’” ", HEADING), 20_000),
    "carriage returns": Family("txt", repeated("\r", "1. Hedges\r", "Cut.\r"), 100_000),
    "noise": Family("txt", text(unicode_noise), 50_000),
    "bytes that are no UTF-8": Family("txt", lambda size: HEADING.encode() + b"caf\xe9 \x81 " * size, 20_000),
    "UTF-16 cut off": Family("txt", lambda size: (HEADING + "Hedges " * size).encode("utf-16")[:-1], 10_000),
    # HTML
    "nested div": Family("html", nested("<div>", "</div>"), 2_000),
    "open div": Family("html", nested("<div>"), 2_000),
    "nested table": Family("html", nested("<table><tr><td>", "</table>"), 500),
    "nested list": Family("html", nested("<ol><li>", "</ol>"), 500),
    "open b": Family("html", nested("<b>"), 2_000),
    "open b in p": Family("html", nested("<p><b>"), 500),
    "open a": Family("html", nested("<a>"), 2_000),
    "crossed b and i": Family("html", nested("<b><i></b></i>"), 10_000),
    "open font with sizes": Family(
        "html", lambda size: "".join(f"<font size={at}><p>Hedges" for at in range(size)).encode(), 500
    ),
    "closing tags of HTML": Family("html", nested("</p></div></b>"), 10_000),
    "entries of a list": Family("html", nested("<li>Hedges", wrap="<ol>{}</ol>"), 2_000),
    "rows of a table": Family("html", nested("<tr><td>1.<td>Hedges<td>AB", wrap="<table>{}</table>"), 2_000),
    "columns of a table": Family("html", nested("<td>Hedges", wrap="<table><tr>{}</table>"), 20_000),
    "tall columns": Family("html", nested("<td><p>a<p>b<p>c", wrap="<table><tr>{}</table>"), 1_000),
    "paragraphs of HTML": Family("html", nested("<p>The hedge along the lane was cut.", wrap="<main>{}</main>"), 2_000),
    "headings of HTML": Family("html", nested("<h2>Hedges</h2><p>The hedge was cut.</p>"), 1_000),
    "breaks": Family("html", nested("<br>", wrap="<p>{}</p>"), 20_000),
    "attributes": Family(
        "html", lambda size: ("<p " + " ".join(f"a{at}=1" for at in range(size)) + ">Hedges").encode(), 1_000
    ),
    "a long attribute": Family("html", lambda size: b'<p class="' + b"a " * size + b'">Hedges', 20_000),
    "styles of lists": Family("html", nested("list-style:x;", wrap='<ol style="{}"><li>Hedges</ol>'), 5_000),
    "comments": Family("html", nested("<!-- a -->"), 5_000),
    "an open comment": Family("html", lambda size: b"<p>Hedges<!--" + b"<!-" * size, 20_000),
    "entities": Family("html", nested("&amp;amp; "), 5_000),
    "half an entity": Family("html", nested("&amp;#", wrap="<p>{}"), 10_000),
    "main parts": Family("html", nested("<main>", core="<p>Hedges"), 1_000),
    "a declaration of bytes": Family("html", lambda size: b"<?xml " * size + b"<p>caf\xe9", 5_000),
    "comments before a page": Family("html", lambda size: b"<!--" * size + b"<p>Hedges", 5_000),
    "preformatted": Family("html", nested("1. Hedges\n", wrap="<pre>{}</pre>"), 5_000),
    # Markdown
    "headings of Markdown": Family("md", repeated("## Hedges\n\nThe hedge was cut.\n\n"), 1_000),
    "brackets": Family("md", repeated("["), 20_000),
    "brackets closed": Family("md", repeated("[a](", "1. Hedges\n"), 10_000),
    "images": Family("md", repeated("![a", "1. Hedges\n"), 10_000),
    "stars": Family("md", repeated("*a ", "1. Hedges\n"), 10_000),
    "many stars": Family("md", repeated("*", "1. Hedges\n", "x"), 20_000),
    "underscores": Family("md", repeated("__a", "1. Hedges\n"), 10_000),
    "backticks": Family("md", repeated("`a ", "1. Hedges\n"), 10_000),
    "rules": Family("md", repeated("* * ", after="x\n"), 10_000),
    "pipes": Family("md", repeated("| a "), 10_000),
    "quotes": Family("md", repeated("> ", after="Hedges\n"), 20_000),
    "tags of Markdown": Family("md", repeated("<b ", "1. Hedges\n"), 10_000),
    "comments of Markdown": Family("md", repeated("<!-- ", "1. Hedges\n"), 10_000),
    "links": Family("md", repeated("<https://a.example/ ", "1. Hedges\n"), 5_000),
    "front matter of Markdown": Family("md", text(markdown_front), 2_000),
    # DOCX
    "DOCX items": Family("docx", docx_items, 500),
    "DOCX paragraphs": Family("docx", lambda size: make_docx(p("Hedges") * size), 1_000),
    "DOCX runs": Family("docx", lambda size: make_docx(f"<w:p>{r('hedge ') * size}</w:p>"), 2_000),
    "DOCX tabs": Family("docx", lambda size: make_docx(f"<w:p>{'<w:r><w:tab/></w:r>' * size}{r('x')}</w:p>"), 2_000),
    "DOCX columns": Family("docx", lambda size: make_docx(table((p("Hedges"),) * size)), 1_000),
    "DOCX rows": Family("docx", lambda size: make_docx(table(*[(p("1."), p("Hedges"), p("AB"))] * size)), 500),
    "DOCX tables in tables": Family(
        "docx", lambda size: make_docx("<w:tbl><w:tr><w:tc>" * size + p("Hedges") + "</w:tc></w:tr></w:tbl>" * size), 20
    ),
    "DOCX styles": Family("docx", docx_styles, 1_000),
    "DOCX headers": Family("docx", docx_headers, 100),
    "DOCX deleted paragraphs": Family(
        "docx", lambda size: make_docx(p("Hedges", "<w:rPr><w:del/></w:rPr>") * size), 1_000
    ),
    # PDF
    "PDF words": Family("pdf", pdf_words, 1_000),
    "PDF words over one another": Family("pdf", pdf_one_height, 500),
    "PDF pages": Family("pdf", pdf_pages, 50),
    "PDF grid": Family("pdf", pdf_grid, 50),
    "PDF rules": Family("pdf", pdf_rules, 1_000),
    "PDF empty pages": Family("pdf", pdf_empty_pages, 500),
}
