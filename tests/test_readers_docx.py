"""DOCX: order, automatic numbers, tracked changes, furniture and what cannot be read."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from make_docx import listed, make_docx, p, r, table
from minutes_parser.errors import UnreadableError
from minutes_parser.readers.docx import read_docx


def text(body: str, **parts: str) -> str:
    return read_docx(make_docx(body, **parts), "test.docx").text


def level(at: int, form: str, shown: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{shown}"/></w:lvl>'
    )


NUMBERING = (
    f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "lowerLetter", "%2)")}'
    f"{level(2, 'lowerRoman', '%1.%3')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{level(0, "bullet", chr(0xF0B7))}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num>"
)


def test_automatic_numbers_are_labels() -> None:
    body = (
        listed("Apologies")
        + listed("Reed", 1)
        + listed("Stone", 1)
        + listed("deep", 2)
        + listed("Finance")
        + listed("Lane", 1)
    )
    assert text(body, numbering=NUMBERING) == "1. Apologies\na) Reed\nb) Stone\n1.i deep\n2. Finance\na) Lane\n"


def test_bullets_restarts_and_empty_paragraphs() -> None:
    body = listed("First") + listed("dot", number=2) + listed("") + listed("Second") + listed("Seventh", number=3)
    assert text(body, numbering=NUMBERING) == "1. First\n• dot\n\n2. Second\n7. Seventh\n"


def test_numbers_come_through_styles() -> None:
    styles = (
        '<w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Item"><w:basedOn w:val="Base"/></w:style>'
    )
    body = p("Hedges", '<w:pStyle w:val="Item"/>') + p(
        "Lanes", '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    )
    assert text(body, numbering=NUMBERING, styles=styles) == "1. Hedges\nLanes\n"


def test_tracked_changes_are_accepted() -> None:
    run = r("Ada ") + f"<w:ins>{r('Reed')}</w:ins><w:del><w:r><w:delText>Stone</w:delText></w:r></w:del>"
    document = read_docx(make_docx(f"<w:p>{run}</w:p>"), "test.docx")
    assert document.text == "Ada Reed\n"
    assert [warning.code for warning in document.warnings] == ["tracked-changes"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    assert text(p("The hedge ", "<w:rPr><w:del/></w:rPr>") + p("was cut.")) == "The hedge was cut.\n"


def test_rows_have_tabs_and_labels_do_not() -> None:
    body = table((p("Ada Reed"), p("Council")), (p("3."), p("Hedges")), (p("4."), p("Lanes") + p("Cut them."), p("AB")))
    assert text(body).strip() == "Ada Reed\tCouncil\n3. Hedges\n\n4. Lanes\tAB\nCut them."


def test_columns_of_paragraphs_in_one_row_are_paired() -> None:
    body = table((p("Ada Reed") + p("Ben Stone"), p("Parish Council") + p("School")))
    assert text(body).strip() == "Ada Reed\tParish Council\nBen Stone\tSchool"


def test_tabs_breaks_and_hidden_text() -> None:
    run = "<w:r><w:t>Date:</w:t><w:tab/><w:tab/><w:t>1 May</w:t><w:br/><w:t>Hall</w:t></w:r>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
    assert text(f"<w:p>{run}{hidden}</w:p>") == "Date:\t1 May\nHall\n"


def test_text_boxes_are_read_once_and_footnotes_kept() -> None:
    box = f"<w:txbxContent>{p('In the box')}</w:txbxContent>"
    choice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    twice = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    notes = f'<w:footnote w:type="separator">{p("")}</w:footnote><w:footnote w:id="2">{p("As amended.")}</w:footnote>'
    assert text(f"<w:p>{r('Outside')}{twice}</w:p>", footnotes=notes) == "Outside\nIn the box\n\n1 As amended.\n"


def test_headers_and_footers_are_furniture() -> None:
    body = p("Mill Lane Trust") + p("Hedges")
    document = read_docx(make_docx(body, header1=p("Mill Lane Trust, page 1"), footer1=p("Page 1")), "test.docx")
    assert document.text == "Mill Lane Trust, page 1\nMill Lane Trust\nHedges\nPage 1\n"
    assert [document.text[start:end] for start, end in document.furniture] == ["Mill Lane Trust, page 1", "Page 1"]


def test_a_header_that_alone_names_the_body_is_text() -> None:
    document = read_docx(make_docx(p("Hedges"), header1=p("Mill Lane Trust")), "test.docx")
    assert [line.text for line in document.lines] == ["Mill Lane Trust", "Hedges"]


def test_a_paragraph_of_prose_is_set_off() -> None:
    prose = "The hedge along the lane was cut, and the ditch beside it was cleared."
    assert text(p(prose) + p("Ada Reed") + p("Ben Stone") + p(prose)) == f"{prose}\n\nAda Reed\nBen Stone\n{prose}\n"


def zipped(**entries: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 and nothing more", "damaged DOCX"),
        (zipped(word__document=b"<w:document"), "damaged DOCX"),
        (zipped(other=b"<a/>"), "no DOCX"),
        (zipped(word__document=b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "declares entities"),
        (zipped(word__document=b"<a>" + b" " * 20_000_000 + b"</a>"), "absurd size"),
        (make_docx("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000), "nested too deeply"),
        (make_docx(p("Hedges"))[:-30], "damaged DOCX"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^test\.docx: .*{message}"):
        read_docx(data, "test.docx")
