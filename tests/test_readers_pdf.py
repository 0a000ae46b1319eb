"""PDF: paragraphs, rows, margins, furniture and what cannot be read."""

from __future__ import annotations

import pytest

from make_pdf import Rule, Text, make_pdf, paragraph
from minutes_parser.document import Document
from minutes_parser.errors import UnreadableError
from minutes_parser.readers.pdf import read_pdf

LONG = (
    "The Council considered at length the report on the footpath along the river and heard",
    "from two residents, who asked that the gate be moved to the northern end of the meadow,",
    "where the ground is dry. The Clerk will write to the owner.",
)
FILLER = (
    "Members thanked the volunteers who had cleared the pond and the ditch on both sides of",
    "the lane, and hoped that the work could be repeated in the autumn of the coming year in",
    "the same way.",
)


def read(*pages: list[Text | Rule]) -> Document:
    return read_pdf(make_pdf(pages), "test.pdf")


def lines(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def test_the_lines_of_a_paragraph_are_one_line() -> None:
    document = read([*paragraph(72, 700, *LONG), *paragraph(72, 630, *FILLER)])
    assert lines(document) == [" ".join(LONG), " ".join(FILLER)]
    assert document.text.count("\n\n") == 1


def test_short_lines_and_labels_begin_lines_of_their_own() -> None:
    page = paragraph(72, 700, "Present: A Reed", "Apologies: B Stone", *LONG, "2. Hedges", "a) the lane", "• the pond")
    assert lines(read(page)) == [
        "Present: A Reed",
        "Apologies: B Stone",
        " ".join(LONG),
        "2. Hedges",
        "a) the lane",
        "• the pond",
    ]


def test_a_label_in_a_column_of_its_own_goes_before_its_title() -> None:
    page = [Text(72, 700, "17/23"), Text(140, 700, "Declarations of interest"), *paragraph(72, 650, *LONG)]
    assert lines(read(page))[0] == "17/23 Declarations of interest"


def test_columns_are_cells() -> None:
    page = [
        Text(72, 700, "Ada Reed"),
        Text(300, 700, "Parish Council"),
        Text(72, 687, "Ben Stone"),
        Text(300, 687, "School"),
    ]
    assert lines(read(page)) == ["Ada Reed\tParish Council", "Ben Stone\tSchool"]


def test_an_owner_in_the_margin_is_a_last_cell() -> None:
    page = [*paragraph(72, 700, *LONG), Text(530, 674, "Clerk"), *paragraph(72, 630, *FILLER)]
    assert lines(read(page)) == [" ".join(LONG) + "\tClerk", " ".join(FILLER)]


def test_an_owner_close_to_the_right_edge_is_a_last_cell() -> None:
    page = [*paragraph(72, 700, *LONG), Text(470, 674, "AB/CD"), *paragraph(72, 630, *FILLER)]
    assert lines(read(page)) == [" ".join(LONG) + "\tAB/CD", " ".join(FILLER)]


def ruled(x: list[float], y: list[float]) -> list[Text | Rule]:
    across = [Rule(x[0], at, x[-1], at) for at in y]
    return [*across, *(Rule(at, y[0], at, y[-1]) for at in x)]


def test_the_cells_of_a_ruled_table_are_joined_line_by_line() -> None:
    grid = ruled([72, 140, 300, 400], [720, 690, 640])
    heads = [Text(76, 705, "No"), Text(144, 705, "Action"), Text(304, 705, "Owner")]
    task = paragraph(144, 675, "Write to the owner of the", "meadow about the gate")
    page = [*grid, *heads, Text(76, 675, "01.2"), *task, Text(304, 675, "Clerk")]
    assert lines(read(page)) == ["No\tAction\tOwner", "01.2\tWrite to the owner of the meadow about the gate\tClerk"]


def test_a_layout_table_gives_its_paragraphs_with_the_owners_beside_them() -> None:
    grid = ruled([72, 110, 400, 450], [720, 600])
    text = [Text(114, 705, "Hedges"), *paragraph(114, 680, "The hedge will be cut."), *paragraph(114, 640, "Noted.")]
    page = [*grid, Text(76, 705, "3."), *text, Text(404, 680, "AB")]
    assert lines(read(page)) == ["3. Hedges", "The hedge will be cut.\tAB", "Noted."]


def test_a_cell_goes_on_over_the_page() -> None:
    first = [*ruled([68, 560, 590], [120, 80]), *paragraph(72, 107, *LONG[:2]), Text(564, 107, "AB")]
    second = [*ruled([68, 560, 590], [790, 760, 740]), *paragraph(72, 777, LONG[2]), *paragraph(72, 747, "Noted.")]
    assert lines(read(first, second)) == [" ".join(LONG) + "\tAB", "Noted."]


def with_frame(number: int, *body: Text | Rule) -> list[Text | Rule]:
    return [Text(72, 800, "Mill Lane Trust minutes"), *body, Text(290, 30, f"Page {number} of 3")]


def test_furniture_is_marked_and_does_not_split_a_paragraph() -> None:
    cut = [Text(72, 60 + 13 * (1 - at), line) for at, line in enumerate(LONG[:2])]
    document = read(
        with_frame(1, *paragraph(72, 760, "Mill Lane Trust minutes of 1 May", *FILLER), *cut),
        with_frame(2, Text(72, 760, LONG[2]), *paragraph(72, 720, *FILLER)),
        with_frame(3, *paragraph(72, 760, *FILLER)),
    )
    assert " ".join(LONG) in lines(document)
    furniture = [document.text[start:end] for start, end in document.furniture]
    assert furniture == [line for number in (1, 2, 3) for line in ("Mill Lane Trust minutes", f"Page {number} of 3")]
    assert not any("Page" in line for line in lines(document))
    assert document.text[document.pages[1] :].startswith("where the ground is dry")


def test_a_header_that_alone_names_the_body_stays_on_the_first_page() -> None:
    document = read(*([with_frame(number, *paragraph(72, 700, *FILLER)) for number in (1, 2, 3)]))
    assert lines(document).count("Mill Lane Trust minutes") == 1


def test_the_heading_of_a_second_meeting_is_no_running_header() -> None:
    headed = [Text(200, 790, "MILL LANE TRUST"), *paragraph(72, 740, *FILLER)]
    document = read(headed, paragraph(72, 790, *LONG), headed, paragraph(72, 790, *LONG), paragraph(72, 790, *FILLER))
    assert lines(document).count("MILL LANE TRUST") == 2


def test_a_header_of_left_pages_runs_on_to_the_end() -> None:
    right = [paragraph(72, 740, *LONG[at:]) for at in range(3)]
    left = [[Text(200, 790, "Mill Lane Trust"), *paragraph(72, 740, *FILLER[at:])] for at in range(2)]
    document = read(right[0], left[0], right[1], left[1], right[2])
    assert [document.text[start:end] for start, end in document.furniture] == ["Mill Lane Trust"] * 2


def test_spans_say_the_page() -> None:
    document = read(paragraph(72, 700, *LONG), paragraph(72, 700, *FILLER))
    at = document.text.index("Members")
    assert document.span(at, at + 7).page == 2


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [("reso-", "lution", "resolution"), ("follow-", "up", "follow-up")],
)
def test_hyphens_at_line_ends(first: str, second: str, joined: str) -> None:
    known = "They follow it up. "
    long = f"{LONG[0][:70]} {first}"
    page = [*paragraph(72, 700, LONG[1], long, f"{second} of the matter."), Text(72, 600, known)]
    assert joined in read(page).text


def test_a_page_without_text_is_warned_of() -> None:
    document = read(paragraph(72, 700, *LONG), [])
    assert [warning.code for warning in document.warnings] == ["pages-without-text"]
    assert "page 2" in document.warnings[0].message
    assert len(document.pages) == 2


def test_a_scan_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(
        UnreadableError, match=r"test\.pdf: no text on pages 1-2, only images \(recognise its text first: ocrmypdf"
    ):
        read([], [])


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", make_pdf([paragraph(72, 700, *LONG)])[:300]])
def test_a_damaged_file_is_an_error(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="damaged or incomplete PDF"):
        read_pdf(data, "test.pdf")


def test_a_file_with_a_password_is_an_error() -> None:
    lock = (
        "/Encrypt << /Filter /Standard /V 1 /R 2 /O <"
        + "41" * 32
        + "> /U <"
        + "42" * 32
        + "> /P -44 >> /ID [<00> <00>]"
    )
    with pytest.raises(UnreadableError, match="protected with a password"):
        read_pdf(make_pdf([paragraph(72, 700, *LONG)], lock), "test.pdf")
