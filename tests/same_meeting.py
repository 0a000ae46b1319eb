"""One invented meeting published four ways: as text, as a web page, as a Word file and as a PDF.

    python tests/same_meeting.py FOLDER

writes all files. A meeting with columns is printed with running headers and footers, and its first page ends in the
middle of a resolution.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from textwrap import fill

from invented_meetings import COLUMNS, PLAIN, Item, Meeting, Paragraph
from make_docx import listed, make_docx, p, table
from make_pdf import LEADING, Rule, Text, make_pdf, wrapped

RUNNING = "Alder Vale Partnership Board, 16 May 2024"
COLUMN_HEADS = ("Minute", "Action")
LETTERS = "abcdefgh"


def as_text(meeting: Meeting) -> bytes:
    """Lists as a clerk types them, in lines of 76; tables as they are pasted, with tabs between cells."""
    blocks = [fill(line, 76) for line in meeting.heading]
    rows = ["\t".join(row) for row in meeting.attendance]
    blocks += ["\n".join(rows)] if meeting.columns else [fill(row, 76) for row in rows]
    if meeting.columns:
        blocks.append("\t".join(COLUMN_HEADS))
    for number, item in enumerate(meeting.items, 1):
        blocks.append(f"{number}. {item.title}")
        for paragraph in item.paragraphs:
            blocks.append(f"{paragraph.text}\t{paragraph.owner}".rstrip() if meeting.columns else _typed(paragraph))
    return "\n\n".join([*blocks, meeting.closing, ""]).encode()


def _typed(paragraph: Paragraph) -> str:
    return "\n".join(fill(line, 76) for line in (paragraph.text, *_lettered(paragraph.clauses)))


def _lettered(clauses: Sequence[str]) -> list[str]:
    return [f"{letter}. {clause}" for letter, clause in zip(LETTERS, clauses, strict=False)]


def as_html(meeting: Meeting) -> bytes:
    """A hand-made page with the menu and the foot of its site."""
    title, *rest = meeting.heading
    body = [f"<h1>{title}</h1>", *(f"<p>{line}</p>" for line in rest), _html_attendance(meeting)]
    body.append(_html_table(meeting) if meeting.columns else _html_list(meeting))
    page = "\n".join(["<nav><ul><li>Home<li>Minutes</ul></nav>", *body, f"<p>{meeting.closing}</p>"])
    return f"<!doctype html>\n<title>{title}</title>\n{page}\n<footer>Made by volunteers</footer>\n".encode()


def _html_attendance(meeting: Meeting) -> str:
    if not meeting.columns:
        return "\n".join(f"<p>{row[0]}</p>" for row in meeting.attendance)
    return f"<table>{''.join(_html_row(row) for row in meeting.attendance)}</table>"


def _html_row(cells: Sequence[str]) -> str:
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


def _html_list(meeting: Meeting) -> str:
    items = (f"<li><b>{item.title}</b>{''.join(map(_html_paragraph, item.paragraphs))}</li>" for item in meeting.items)
    return "<ol>{}</ol>".format("\n".join(items))


def _html_paragraph(paragraph: Paragraph) -> str:
    clauses = "".join(f"<li>{clause}</li>" for clause in paragraph.clauses)
    return f"<p>{paragraph.text}</p>" + (f'<ol style="list-style-type: lower-alpha">{clauses}</ol>' if clauses else "")


def _html_table(meeting: Meeting) -> str:
    rows = [_html_row(COLUMN_HEADS)]
    for number, item in enumerate(meeting.items, 1):
        rows.append(_html_row([f"<ol start={number}><li><b>{item.title}</b></ol>", ""]))
        rows += [_html_row(row[::2]) for row in item.paragraphs]
    return f"<table>{''.join(rows)}</table>"


def as_one_line(meeting: Meeting) -> bytes:
    """The body of a page that was pasted into a text file: one line, with `<br />` where lines end. Without columns."""
    blocks = [*meeting.heading, *(row[0] for row in meeting.attendance)]
    for number, item in enumerate(meeting.items, 1):
        blocks.append(f"{number}. {item.title}")
        blocks += ["<br />".join((text, *_lettered(clauses))) for text, clauses, _ in item.paragraphs]
    return "<br /><br />".join([*blocks, meeting.closing]).encode()


def as_docx(meeting: Meeting) -> bytes:
    """Automatic numbers for items and clauses; header and footer as parts of their own."""
    body = [p(line) for line in meeting.heading]
    if meeting.columns:
        body += [table(*(tuple(map(p, row)) for row in meeting.attendance)), _docx_table(meeting)]
        parts = {"header1": p(RUNNING), "footer1": p("Page 1 of 2")}
    else:
        body += [p(row[0]) for row in meeting.attendance]
        body += [line for item in meeting.items for line in (listed(item.title), *_docx_paragraphs(item))]
        parts = {}
    return make_docx("".join([*body, p(meeting.closing)]), numbering=_numbering(), **parts)


def _docx_paragraphs(item: Item) -> list[str]:
    return [part for text, clauses, _ in item.paragraphs for part in (p(text), *(listed(each, 1) for each in clauses))]


def _docx_table(meeting: Meeting) -> str:
    rows = [tuple(map(p, COLUMN_HEADS))]
    for item in meeting.items:
        rows.append((listed(item.title), p("")))
        rows += [(p(text), p(owner)) for text, _, owner in item.paragraphs]
    return table(*rows)


def _numbering() -> str:
    forms = (("decimal", "%1."), ("lowerLetter", "%2."))
    levels = (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{shown}"/></w:lvl>'
        for at, (form, shown) in enumerate(forms)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


TOP, BOTTOM, LEFT, MARGIN = 770, 70, 72, 480
"""Of the printed area, and where the right-hand column begins."""


class Press:
    """Sets paragraphs and rows on pages, and begins a new page where one is full."""

    def __init__(self, room: float, bottom: float) -> None:
        self.pages: list[list[Text | Rule]] = [[]]
        self._room, self._bottom, self._y = room, bottom, float(TOP)

    def set(self, text: str, gap: float = 0, indent: float = 0, margin: str = "") -> None:
        """A paragraph, with what stands in the margin beside its last line."""
        self._y -= gap
        lines = wrapped(text, self._room - indent)
        for at, line in enumerate(lines):
            self.row((LEFT + indent, line), *([(MARGIN, margin)] if margin and at == len(lines) - 1 else []))

    def row(self, *cells: tuple[float, str]) -> None:
        """Cells side by side."""
        if self._y < self._bottom:
            self.pages.append([])
            self._y = TOP
        self.pages[-1] += [Text(x, self._y, text) for x, text in cells]
        self._y -= LEADING


def as_pdf(meeting: Meeting, bottom: float | None = None) -> bytes:
    """Pages as a word processor prints them; with columns, the first ends in the middle of the resolution."""
    press = Press(390, bottom or 300) if meeting.columns else Press(451, bottom or BOTTOM)
    for line in meeting.heading:
        press.set(line, LEADING)
    for at, row in enumerate(meeting.attendance):
        if meeting.columns:
            press.row(*zip((LEFT, 300), row, strict=False))
        else:
            press.set(row[0], LEADING * (at + 1))
    if meeting.columns:
        press.set("", LEADING)
        press.row((LEFT, COLUMN_HEADS[0]), (MARGIN, COLUMN_HEADS[1]))
    for number, item in enumerate(meeting.items, 1):
        _print_item(press, number, item)
    press.set(meeting.closing, LEADING * 2)
    frames = [_frame(at, len(press.pages)) if meeting.columns else [] for at in range(len(press.pages))]
    return make_pdf([frame + page for frame, page in zip(frames, press.pages, strict=True)])


def _print_item(press: Press, number: int, item: Item) -> None:
    press.set(f"{number}. {item.title}", LEADING)
    for text, clauses, owner in item.paragraphs:
        press.set(text, LEADING / 2, margin=owner)
        for clause in _lettered(clauses):
            press.set(clause, indent=18)


def _frame(at: int, count: int) -> list[Text | Rule]:
    return [Text(LEFT, 810, RUNNING), Text(280, 30, f"Page {at + 1} of {count}")]


WAYS: dict[str, Callable[[Meeting], bytes]] = {"txt": as_text, "html": as_html, "docx": as_docx, "pdf": as_pdf}

if __name__ == "__main__":
    for name, meeting in (("plain", PLAIN), ("columns", COLUMNS)):
        for suffix, publish in WAYS.items():
            (Path(sys.argv[1]) / f"{name}.{suffix}").write_bytes(publish(meeting))
