"""Small PDF files for tests: Helvetica text at given places, rules, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# widths of Helvetica's characters from ' ' to '~', in thousandths of the size
WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
LEADING = 13


class Text(NamedTuple):
    """A string and where its baseline starts, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 11


class Rule(NamedTuple):
    """A straight line between two points."""

    x0: float
    y0: float
    x1: float
    y1: float


def make_pdf(pages: Sequence[Sequence[Text | Rule]], extra: str = "") -> bytes:
    """A PDF of A4 pages. `extra` goes into the trailer."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, page in enumerate(pages):
        stream = "\n".join(_drawn(mark) for mark in page)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    return _file(objects, extra)


def paragraph(x: float, y: float, *lines: str) -> list[Text]:
    """Lines under one another."""
    return [Text(x, y - LEADING * at, line) for at, line in enumerate(lines)]


def wrapped(text: str, room: float, size: float = 11) -> list[str]:
    """The lines that a word processor makes of a paragraph in a column of this width."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(text: str, size: float) -> float:
    return sum(WIDTHS[ord(letter) - 32] if " " <= letter <= "~" else 556 for letter in text) * size / 1000


def _drawn(mark: Text | Rule) -> str:
    if isinstance(mark, Rule):
        return f"0.5 w {mark.x0} {mark.y0} m {mark.x1} {mark.y1} l S"
    text = mark.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {mark.size} Tf {mark.x} {mark.y} Td ({text}) Tj ET"


def _file(objects: Sequence[str], extra: str) -> bytes:
    data = bytearray(b"%PDF-1.4\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    data += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {extra} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(data)
