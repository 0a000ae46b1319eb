"""What reading a file costs beside the bare text extraction of the library below the reader, as a ratio.

    python benchmarks/readers.py [--rounds 5] [FILE...]

Bare extraction is `LexborHTMLParser(html).body.text()` for HTML, the text of every page's text page for PDF, and the
text of every `w:t` in `word/document.xml`, read with zipfile and ElementTree, for DOCX. Both are timed on each file in
turn, one after another, so that a busy machine slows both alike; the best of the rounds counts.
"""

from __future__ import annotations

import argparse
import time
import zipfile
from collections import defaultdict
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pypdfium2 as pdfium
from selectolax.lexbor import LexborHTMLParser

from minutes_parser.readers import read

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def bare_html(data: bytes) -> str:
    """All text of a page."""
    body = LexborHTMLParser(data.decode("utf-8", "replace")).body
    return "" if body is None else body.text()


def bare_pdf(data: bytes) -> str:
    """The text of all pages, in the order of the file."""
    pdf = pdfium.PdfDocument(data)
    parts = []
    for page in pdf:
        textpage = page.get_textpage()
        parts.append(textpage.get_text_range())
        textpage.close()
        page.close()
    pdf.close()
    return "".join(parts)


def bare_docx(data: bytes) -> str:
    """The text of all runs."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    return "".join(element.text or "" for element in root.iter(TEXT))


BARE: dict[str, Callable[[bytes], str]] = {".html": bare_html, ".pdf": bare_pdf, ".docx": bare_docx}


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The least time of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Prints the table."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("files", nargs="*", type=Path, help="default: the corpus")
    arguments.add_argument("--rounds", type=int, default=5)
    options = arguments.parse_args()
    times: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for path in options.files or sorted(CORPUS.iterdir()):
        if path.suffix in BARE:
            data, bare = path.read_bytes(), BARE[path.suffix]
            row = times[path.suffix]
            row[0] += 1
            row[1] += seconds(lambda data=data, path=path: read(data, path.name), options.rounds)  # type: ignore[misc]
            row[2] += seconds(lambda data=data, bare=bare: bare(data), options.rounds)  # type: ignore[misc]
    print(f"{'type':8}{'files':>6}{'reader':>10}{'bare':>10}{'ratio':>8}")
    for suffix, (files, reader, least) in sorted(times.items()):
        print(f"{suffix:8}{files:6.0f}{reader * 1e3:8.1f}ms{least * 1e3:8.1f}ms{reader / least:8.2f}")


if __name__ == "__main__":
    main()
