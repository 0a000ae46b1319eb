"""Bad files, each with the message that it gets: damaged, foreign, empty of text, or made to fill the memory."""

from __future__ import annotations

import random
import zipfile
import zlib
from io import BytesIO
from typing import NamedTuple

from hostile_documents import pdf_empty_pages, pdf_file
from make_docx import NAMESPACES, make_docx, p
from make_pdf import Text, make_pdf

PAGE = [Text(72, 700, "1. Hedges"), Text(72, 680, "The hedge was cut.")]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -44 >> /ID [<00> <00>]"
SAVE = "open it in Word or LibreOffice and save it again"
CONVERT = "convert it first: soffice --headless --convert-to docx FILE"
RAISE = "if it is the file you mean, raise --max-bytes"


class BadFile(NamedTuple):
    """A file that cannot be read, and what is said about it after its name."""

    name: str
    data: bytes
    message: str


def packed(**parts: bytes | str) -> bytes:
    """A ZIP file; `__` in a name is a slash, and XML parts lose their suffix in it."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", content)
    return buffer.getvalue()


def document(body: str, before: str = "") -> bytes:
    """A DOCX file with this body, and something before its root."""
    return packed(word__document=f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")


def noise(size: int) -> bytes:
    """Bytes that mean nothing, the same ones every time."""
    return random.Random(size).randbytes(size)


def laughs() -> str:
    """Entities that would unfold to a thousand million words."""
    more = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 10))
    return f'<!DOCTYPE w:document [<!ENTITY a0 "ha">{more}]>'


def loop_of_kids() -> bytes:
    """A PDF whose tree of pages has itself among its branches."""
    return pdf_file(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>"])


def crowded_page() -> bytes:
    """A PDF with more text on a page than fits on paper, packed small."""
    stream = zlib.compress(b"BT /F1 1 Tf 72 700 Td " + b"(hedge ) Tj " * 200_000 + b"ET", 9).decode("latin-1")
    font = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    return pdf_file(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources {font} >>",
            f"<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n{stream}\nendstream",
        ]
    )


DAMAGED_PDF = "a damaged or incomplete PDF (fetch it again, or open it in a viewer and save it again)"
NOT_TEXT = "not text but binary data (check that it is the file you mean)"
ENTITIES = f"the DOCX file declares entities, which Word never does ({SAVE})"
DAMAGED_DOCX = f"a damaged DOCX file ({SAVE})"
PASSWORD = "protected with a password (save a copy without one)"
BAD_FILES = [
    BadFile("noise.txt", noise(5000), NOT_TEXT),
    BadFile("program.txt", b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00\xb8" + b"\x00" * 99, NOT_TEXT),
    BadFile("noise.html", noise(5000), NOT_TEXT),
    BadFile("noise.md", noise(5000), NOT_TEXT),
    BadFile(
        "scan.txt",
        b"\x89PNG\r\n\x1a\n" + noise(500),
        "a PNG picture, which cannot be read (its text has to be recognised or typed first)",
    ),
    BadFile("minutes.gz", b"\x1f\x8b\x08" + noise(50), "a gzip archive, which cannot be read (unpack it first)"),
    BadFile("minutes.zip", packed(other="x"), "a ZIP archive, which cannot be read (unpack it first)"),
    BadFile("minutes.rtf", b"{\\rtf1 Hedges}", f"a Rich Text file, which cannot be read ({CONVERT})"),
    BadFile(
        "minutes.docx",
        OLE + b"\x00" * 600,
        f"a Word 97-2003 document (.doc) or the like, which cannot be read ({CONVERT})",
    ),
    BadFile(
        "locked.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password (save it without one)"
    ),
    BadFile("cut.docx", make_docx(p("Hedges"))[:-30], DAMAGED_DOCX),
    BadFile("half.docx", document(p("Hedges") * 2000)[:300], DAMAGED_DOCX),
    BadFile("broken.docx", packed(word__document="<w:document"), DAMAGED_DOCX),
    BadFile("laughs.docx", document("&a9;", laughs()), ENTITIES),
    BadFile(
        "outside.docx", document("&x;", '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), ENTITIES
    ),
    BadFile(
        "deep.docx",
        document("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000),
        f"a DOCX file that is nested too deeply ({SAVE})",
    ),
    BadFile("bomb.docx", document(p("Hedges") * 300_000), f"the DOCX file unpacks to an absurd size ({SAVE})"),
    BadFile("garbage.pdf", b"%PDF-1.7\n" + noise(3000), DAMAGED_PDF),
    BadFile("cut.pdf", make_pdf([PAGE])[:500], DAMAGED_PDF),
    BadFile("loop.pdf", loop_of_kids(), "page 1 is damaged (open it in a viewer and save it again)"),
    BadFile("locked.pdf", make_pdf([PAGE], LOCK), PASSWORD),
    BadFile(
        "scan.pdf",
        make_pdf([[], [], []]),
        "no text on pages 1-3, only images (recognise its text first: ocrmypdf scan.pdf out.pdf)",
    ),
    BadFile(
        "pages.pdf", pdf_empty_pages(1_000_000), "1000001 pages, more than 5000 (split the file, or raise --max-pages)"
    ),
    BadFile(
        "crowded.pdf",
        crowded_page(),
        "page 1 holds 1200000 characters, more than fit on paper (open it in a viewer and print it to a new PDF)",
    ),
]
