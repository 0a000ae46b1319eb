"""Which layout a document is read in."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_parser import parse
from update_golden import FIXTURES, read_fixture

LAYOUTS = {"tagged": "ai-tagged", "web": "web", "numbered": "numbered", "free": "free-text"}


@pytest.mark.parametrize("path", [*FIXTURES.glob("*.txt"), *FIXTURES.glob("*.md")], ids=lambda path: path.stem)
def test_layout(path: Path) -> None:
    assert read_fixture(path).layout == LAYOUTS[path.stem.split("-")[0]]


def titles(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Number, title and sub-items' titles of the items of minutes given as text."""
    return [(i.number, i.title, [sub.title for sub in i.items]) for i in parse(text).items]


HEAD = "ASHBY PARISH COUNCIL\nMinutes of the meeting of 3 May 2023\nPresent: Cllr Jo Ash, Cllr Al Beck\n\n"


def test_agenda_printed_before_the_minutes() -> None:
    """School governors: the agenda stands on the first page, and the first item is worded otherwise there."""
    agenda = "AB 1/22 Those present\nAB 2/22 Minutes\nAB 3/22 Finance\n\n"
    minutes = "AB 1/22 Attendance\nAll were there.\nAB 2/22 Minutes\nSigned.\nAB 3/22 Finance\nThe budget was noted.\n"
    assert titles(HEAD + agenda + minutes) == [
        ("AB 1/22", "Attendance", []),
        ("AB 2/22", "Minutes", []),
        ("AB 3/22", "Finance", []),
    ]


def test_numbers_that_begin_again_inside_an_item() -> None:
    """Library boards: policies under one item are numbered as the items are, and the items go on behind them."""
    names = ("Fire Policy", "Hire Policy", "Pay Policy")
    policies = "".join(f"{n}. {name}\nThe Board accepted it.\n\n" for n, name in enumerate(names, 1))
    text = (
        f"1. Welcome\nAll were welcomed.\n\n2. Policies\n\n{policies}"
        "3. Reports\nThe manager reported.\n\n4. Close\nThe meeting closed at 9pm.\n"
    )
    assert titles(HEAD + text) == [
        ("1", "Welcome", []),
        ("2", "Policies", list(names)),
        ("3", "Reports", []),
        ("4", "Close", []),
    ]


@pytest.mark.parametrize(
    ("body", "subs"),
    [
        # what was done stands behind each title: sub-items (school governors)
        ("The following came up:\na. Pay Policy - agreed\nb. Hire Policy - deferred\n", ["Pay Policy", "Hire Policy"]),
        # a list of what is to come
        ("The following will be discussed:\na. Lettings Policy\nb. Pay Policy\n", []),
        # clauses
        ("It was noted\na) That the grant was late: it came in May\nb) That the form was lost: it came back\n", []),
        # a list of payments (parish councils)
        ("Payments\ni) Clerk's salary, cheque 1380 £450.00\nii) Wreath, cheque 1381 20.00\n", []),
        # numbered paragraphs of discussion (county councils)
        ("1. Mr Ash introduced it\n2. Further to questions it was noted: all is well.\n3. Mr Beck asked.\n", []),
    ],
)  # fmt: skip
def test_sub_items(body: str, subs: list[str]) -> None:
    text = f"1. Welcome\nAll were welcomed.\n\n2. Documents\n{body}\n3. Close\nThe meeting closed at 9pm.\n"
    assert titles(HEAD + text)[1] == ("2", "Documents", subs)


def test_a_title_goes_on_behind_a_word_that_cannot_end_it() -> None:
    text = (
        "1. Welcome\nAll sat.\n2. Closure and removal of\nTelephone box on the green\nIt goes.\n3. Close\nAll left.\n"
    )
    assert titles(HEAD + text)[1] == ("2", "Closure and removal of Telephone box on the green", [])


def test_a_number_alone_above_another_number() -> None:
    """A page that has lost titles: the number below is not the title of the one above, and no text counts twice."""
    record = parse("No. Item\n2.\nCouncillor Ash had visited.\nMinutes:\n3.\n5.\nReference 178\n")
    assert [(item.number, item.title) for item in record.items][1:] == [("3", ""), ("5", "Reference 178")]
    assert record.coverage.unparsed == 0


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("2. 2023/24 Budget", "2023/24 Budget"),  # figures at the start of a title
        ("2. 20 mph zone", "20 mph zone"),
        (
            "2. ZONING: AN ORDINANCE ON LAND. Moved by Ash, seconded by Elm.",
            "ZONING: AN ORDINANCE ON LAND",
        ),  # US councils
        ("# 2. Reports: what is new", "Reports: what is new"),  # a heading is all title
    ],
)
def test_title(line: str, title: str) -> None:
    mark = "# " if line.startswith("#") else ""
    text = f"{mark}1. Welcome\nAll were welcomed.\n\n{line}\nIt was discussed.\n\n{mark}3. Close\nAt noon.\n"
    assert [item.title for item in parse(HEAD + text).items][1] == title


def test_letters_that_are_numerals_too() -> None:
    """'i' behind 'h' is a letter."""
    body = "".join(f"{letter}) Field {letter.upper()}\nIt was mown.\n" for letter in "abcdefghij")
    text = f"1. Welcome\nAll were welcomed.\n\n2. Fields\n{body}\n3. Close\nAt noon.\n"
    assert [sub.number for sub in parse(HEAD + text).items[1].items] == list("abcdefghij")


def test_apologies_in_the_title() -> None:
    record = parse(
        "OAK TRUST\nMinutes of 3 May 2023\nPresent: Jo Ash\n\n1. Apologies; Di Fir and Ed Yew\n2. Close\nAt noon.\n"
    )
    assert [(a.name, a.status) for a in record.attendees][1:] == [("Di Fir", "apologies"), ("Ed Yew", "apologies")]


def test_decisions_with_labels_make_no_committee_page() -> None:
    """School governors mark each decision, as the pages of committee systems do."""
    items = "".join(
        f"{n}. {name}\nIt was discussed.\nDecision: To wait.\n\n" for n, name in enumerate(("Roof", "Pay", "Close"), 1)
    )
    assert parse(HEAD + items).layout == "numbered"


def test_unnumbered_headings_before_a_standing_one() -> None:
    """Church councils begin with prayers."""
    text = "Opening prayers\nThe vicar led the prayers.\n\nMinutes of the last meeting\nThey were signed.\n\n"
    text += "Fabric\nThe roof leaks badly.\n"
    assert [item.title for item in parse(HEAD + text).items] == [
        "Opening prayers",
        "Minutes of the last meeting",
        "Fabric",
    ]


def test_roman_numerals() -> None:
    """Boards in the United States."""
    text = (
        "I. CALL TO ORDER\nAll were welcomed.\n\nII. OLD BUSINESS\nA. Roads\nOpen to all.\nB. Bridges\nShut for now.\n"
    )
    text += "\nIII. CLOSE\nAt noon.\n"
    assert titles(HEAD + text) == [
        ("I", "CALL TO ORDER", []),
        ("II", "OLD BUSINESS", ["Roads", "Bridges"]),
        ("III", "CLOSE", []),
    ]


def test_short_answers_under_headings() -> None:
    text = "Matters arising\nNone.\n\nCorrespondence\nNone.\n\nAny other business\nNone.\n"
    assert [item.title for item in parse(HEAD + text).items] == [
        "Matters arising",
        "Correspondence",
        "Any other business",
    ]


def marked(text: str) -> list[tuple[str | None, str, list[str]]]:
    """The items of minutes written in Markdown."""
    items = parse(text, media_type="text/markdown").items
    return [(item.number, item.title, [sub.title for sub in item.items]) for item in items]


def test_headings_below_that_of_a_mere_part() -> None:
    """Open source: '## Agenda' holds the matters, and others stand beside it."""
    text = (
        "# Club meeting\n\n## Participants\n\n* Jo Ash\n\n## Agenda\n\n### Releases\n\nTwo are out.\n\n"
        "### Website {#website}\n\nIt is slow.\n\n## Questions\n\nNone.\n\n## Actions & motions\n\n* Jo to ask\n"
    )
    assert marked(text) == [(None, "Releases", []), (None, "Website", []), (None, "Questions", [])]


def test_words_in_bold_head_the_matters() -> None:
    """Clubs: the matter in bold and the text behind it; the numbers below one of them are its parts."""
    text = (
        "# Notes\n\n**Present:** Jo Ash, Al Beck\n\n**Meeting opened:** at 7pm\n\n**Correspondence:** none\n\n"
        "**Treasurer's report:** The balance is £90.\n\n**Mast repairs:** Two quotes are in.\n\n"
        "**Other business:**\n\n1. Elections are due.\n2. The shed leaks.\n3. The key is lost.\n"
    )
    expected = ("Correspondence", "Treasurer's report", "Mast repairs", "Other business")
    assert marked(text) == [(None, title, []) for title in expected]


def test_stressed_words_head_no_matters() -> None:
    text = "## Roads\n\n**Note:** it is late.\n\n**Cost:** £9.\n\n**Action:** Jo\n\n## Paths\n\nAll well.\n"
    assert marked(text) == [(None, "Roads", []), (None, "Paths", [])]


def test_numbers_that_begin_again_under_headings_without_numbers() -> None:
    """Town councils in the United States."""
    text = (
        "# Council\n\n## May 3, 2023\n\n## OLD BUSINESS\n\nNone.\n\n## NEW BUSINESS\n\n### 1. Paths\n\nAll agreed.\n\n"
        "### 2. Trees\n\nTwo fell.\n\n## REPORTS\n\n### 1. Roads\n\nFair.\n\n### 2. Parks\n\nGreen.\n"
    )
    assert marked(text) == [
        (None, "OLD BUSINESS", []),
        (None, "NEW BUSINESS", ["Paths", "Trees"]),
        (None, "REPORTS", ["Roads", "Parks"]),
    ]


def test_an_agenda_above_headings_is_no_list_of_items() -> None:
    text = (
        "The group met to consider:\n\n1. Two challenges\n2. The process\n3. Its future\n\n"
        "## Map standard\n\nIt was liked.\n\n## The process\n\nIt works.\n\n## Membership\n\nOne left.\n"
    )
    assert [title for _, title, _ in marked(text)] == ["Map standard", "The process", "Membership"]


def test_underlined_headings() -> None:
    text = "Club night\n\nLibrary\n-------\nIt is full.\n\nPicnic\n------\nIt will be in May.\n"
    assert marked(text) == [(None, "Library", []), (None, "Picnic", [])]
