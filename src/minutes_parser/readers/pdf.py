"""PDF: the text of its pages in reading order, one paragraph or table row a line.

What the text looks like: the lines of a paragraph are joined, also across pages; a blank line stands where the page has
more white than usual; the cells of a table row are separated by tabs, and words in the right margin, such as the owner
of an action, stand as a last cell. Running headers, footers and page numbers are lines of their own, marked as
furniture. pdfium does the reading; it must not be used by two threads at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from minutes_parser.cautions import caution
from minutes_parser.document import Document
from minutes_parser.errors import UnreadableError
from minutes_parser.limits import DEFAULT, Limits
from minutes_parser.readers.apart import IS_POSSIBLE, BrokeDownError, apart
from minutes_parser.readers.pdf_flow import Flow
from minutes_parser.readers.pdf_furniture import Furniture, furniture_of
from minutes_parser.readers.pdf_layout import measure, pieces_of
from minutes_parser.readers.pdf_lines import PdfLine, line_of, rows_of
from minutes_parser.readers.pdf_page import CrowdedPageError, Page, Word, read_page
from minutes_parser.readers.sniff import PDF

RECOGNISE = "recognise its text first: ocrmypdf {name} out.pdf"


def read_pdf(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document that the PDF in `data` is; `pages` says where each page starts.

    Raises UnreadableError for a file that needs a password, is damaged, has too many pages, or pages but no text, and
    for one that the library breaks down on, which is noticed in a process of its own alone.
    """
    if not (limits.own_process and IS_POSSIBLE):
        return _read_pdf(data, name, limits.pages)
    try:
        return apart(partial(_read_pdf, data, name, limits.pages))
    except BrokeDownError as error:
        raise UnreadableError(
            f"{name}: the library for PDF breaks down on it, {error} (open it in a viewer and print it to a new PDF)"
        ) from None


def _read_pdf(data: bytes, name: str, most_pages: int) -> Document:
    pages = _read_pages(data, name, most_pages)
    bare = [number for number, page in enumerate(pages, 1) if not page.words]
    if len(bare) == len(pages):
        raise UnreadableError(f"{name}: no text on {_pages(bare)}, only images ({RECOGNISE.format(name=name)})")
    text, starts, furniture = _text(pages)
    document = Document(text, name, media_type=PDF, encoding=None, pages=starts, furniture=furniture)
    if not bare:
        return document
    message = f"no text on {_pages(bare)}; if there is a scan, {RECOGNISE.format(name=name)}"
    return replace(document, warnings=(caution(document, "pages-without-text", message),))


def _read_pages(data: bytes, name: str, most: int) -> list[Page]:
    pdf = _opened(data, name)
    try:
        if len(pdf) > most:
            raise UnreadableError(f"{name}: {len(pdf)} pages, more than {most} (split the file, or raise --max-pages)")
        return [_read_one(pdf, index, name) for index in range(len(pdf))]
    finally:
        pdf.close()


def _read_one(pdf: pdfium.PdfDocument, index: int, name: str) -> Page:
    try:
        page = pdf[index]
    except pdfium.PdfiumError:
        raise UnreadableError(f"{name}: page {index + 1} is damaged (open it in a viewer and save it again)") from None
    try:
        return read_page(page)
    except CrowdedPageError as error:
        raise UnreadableError(
            f"{name}: page {index + 1} holds {error} characters, more than fit on paper "
            "(open it in a viewer and print it to a new PDF)"
        ) from None
    finally:
        page.close()


def _opened(data: bytes, name: str) -> pdfium.PdfDocument:
    try:
        pdf = pdfium.PdfDocument(data)
        if len(pdf):
            return pdf
        pdf.close()
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise UnreadableError(f"{name}: protected with a password (save a copy without one)") from None
    raise UnreadableError(
        f"{name}: a damaged or incomplete PDF (fetch it again, or open it in a viewer and save it again)"
    )


def _text(pages: Sequence[Page]) -> tuple[str, tuple[int, ...], tuple[tuple[int, int], ...]]:
    """Text, the offsets at which pages start, and the spans of furniture."""
    rows = [rows_of(page.words) for page in pages]
    lines = [[line_of(row) for row in page_rows] for page_rows in rows]
    furniture = furniture_of(lines)
    bodies = [_without(page_rows, found) for page_rows, found in zip(rows, furniture, strict=True)]
    usual = measure([_body_lines(page, found) for page, found in zip(lines, furniture, strict=True)], pages[0].width)
    flow = Flow(word.text for page in pages for word in page.words)
    for page, words, page_lines, found in zip(pages, bodies, lines, furniture, strict=True):
        flow.page()
        for at in found.head:
            flow.furniture(page_lines[at].text)
        for piece in pieces_of(page, words, usual):
            flow.paragraph(piece)
        for at in found.foot:
            flow.furniture(page_lines[at].text)
    return flow.finish(), tuple(flow.page_starts), tuple(flow.furniture_spans)


def _without(rows: Sequence[Sequence[Word]], found: Furniture) -> list[Word]:
    """The words of all rows that are no furniture."""
    gone = {*found.head, *found.foot}
    return [word for at, row in enumerate(rows) if at not in gone for word in row]


def _body_lines(lines: Sequence[PdfLine], found: Furniture) -> list[PdfLine]:
    gone = {*found.head, *found.foot}
    return [line for at, line in enumerate(lines) if at not in gone]


def _pages(numbers: Sequence[int]) -> str:
    """'page 3', or 'pages 1-4, 7'."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    shown = ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)
    return f"page {shown}" if len(numbers) == 1 else f"pages {shown}"
