"""Names and what is printed with them: one entry of a list, and several on a line."""

from __future__ import annotations

import pytest

from minutes_parser.document import Document
from minutes_parser.fields.names import is_name, singular
from minutes_parser.fields.people import parse_person
from minutes_parser.fields.people_lists import parse_people


@pytest.mark.parametrize(
    "text",
    [
        "Jo Ash", "Dr J. de Lisle", "O'Dare", "T-J Hawk-Cole", "SPA Dane", "J. M. L. Griff", "Kit", "Mary-Lou",
         "Nic Corr",
        "José Ní Bhroin", "Cllr Mrs Elm", "Lord", "JL", "HELEN ELM", "Robert Ward", "April Fir", "Ms A Oak",
    ],
)  # fmt: skip
def test_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Vale Borough Council", "six members of the public", "None", "Nil", "", "The Clerk", "Chairman",
         "Independent Chair", "Public",
        "Finance Manager", "Primary Schools", "Vacant", "2", "the", "Economic Development", "Members", "NHS Vale",
    ],
)  # fmt: skip
def test_no_names(text: str) -> None:
    assert not is_name(text)


@pytest.mark.parametrize(
    ("printed", "one"),
    [
        ("Cllrs.", "Cllr."),
        ("County Councillors", "County Councillor"),
        ("Aldermen", "Alderman"),
        ("Mrs", "Mrs"),
        ("Ms", "Ms"),
        ("Miss", "Miss"),
    ],
)
def test_singular(printed: str, one: str) -> None:
    assert singular(printed) == one


def person(text: str) -> dict[str, object]:
    document = Document(text)
    parts = parse_person(document.passage(0, len(text)), document)
    assert parts is not None
    values = {key: value for key, value in parts._asdict().items() if value and key not in ("name", "start", "end")}
    return {"name": document.printed(parts.name.start, parts.name.end), **values}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # title, post-nominals
        ("County Councillor Jo Ash CBE", {"title": "County Councillor", "post_nominals": "CBE"}),
        ("Mr Jo Ash, OBE, JP", {"title": "Mr", "post_nominals": "OBE JP"}),
        ("Cllr Mrs Jo Ash", {"title": "Cllr Mrs"}),
        ("County Councillor (CC) Jo Ash", {"title": "County Councillor"}),
        # office in brackets, behind a dash, a comma, nothing; before the name
        ("Jo Ash (Chair)", {"role": "Chair"}),
        ("Jo Ash – Vice-Chairman", {"role": "Vice–Chairman".replace("–", "-")}),
        ("Jo Ash, Treasurer", {"role": "Treasurer"}),
        ("Jo Ash Deputy Chairman", {"role": "Deputy Chairman"}),
        ("Chairman Cllr Jo Ash", {"role": "Chairman", "title": "Cllr"}),
        ("The Chairman, Cllr Jo Ash", {"role": "Chairman", "title": "Cllr"}),
        ("Clerk – Jo Ash", {"role": "Clerk"}),
        ("Jo Ash (Chair) Independent Chair", {"role": "Chair", "affiliation": "Independent Chair"}),
        ("Jo Ash (HR Administrator – Minutes)", {"role": "Minutes", "affiliation": "HR Administrator"}),
        # organisation or job in brackets, behind a dash, a comma, a tab, nothing
        ("Ms Jo Ash (VTC)", {"title": "Ms", "affiliation": "VTC"}),
        ("Jo Ash – Head of Roads, Vale Council", {"affiliation": "Head of Roads, Vale Council"}),
        ("Jo Ash\t· Barn Trust", {"affiliation": "Barn Trust"}),
        ("Jo Ash\t- Barn Trust", {"affiliation": "Barn Trust"}),
        ("Cllr Jo Ash Vale County Council", {"title": "Cllr", "affiliation": "Vale County Council"}),
        ("Mr J Ash Footpath Warden", {"name": "J Ash", "title": "Mr", "affiliation": "Footpath Warden"}),
        ("Operations Superintendent Jo Ash", {"affiliation": "Operations Superintendent"}),
        ("the Registrar (Professor Jo Ash)", {"title": "Professor", "affiliation": "Registrar"}),
        ("Jo Ash of the Mill Campaign", {"affiliation": "Mill Campaign"}),
        # initials
        ("Jo Ash (JA)", {"initials": "JA"}),
        ("Jo Ash JA Chair", {"initials": "JA", "role": "Chair"}),
        ("Jo Ash (SBC) JA", {"initials": "JA", "affiliation": "SBC"}),
        ("Jo Ash (chair) – Head of Product, Vale (online)", {"role": "chair", "affiliation": "Head of Product, Vale",
         "remote": True}),
        # presence
        ("Jo Ash (via Teams)", {"remote": True}),
        ("Jo Ash (arrived 7.20pm)", {"arrived": "19:20"}),
        ("Jo Ash (left at 8.15 pm)", {"left": "20:15"}),
        ("Jo Ash (left early)", {}),
        ("Jo Ash (absent from 8pm)", {"left": "20:00"}),
        ("Jo Ash (absent from 1.30pm to 3.49pm)", {}),
        ("Jo Ash (item 5 only)", {}),
        ("Jo Ash (substitute for Ben Fir)", {"substitute_for": "Ben Fir"}),
        ("Jo Ash – substitute for Cllr B Fir", {"substitute_for": "B Fir"}),
        ("Jo Ash (for Ben Fir)", {"substitute_for": "Ben Fir"}),  # London boroughs
        ("Jo Ash (for Vale Trust)", {"affiliation": "for Vale Trust"}),
        # who writes the minutes (health boards, allotment societies); a bracket that says it of an office is part of it
        ("Jo Ash (Minutes)", {"role": "Minutes"}),
        ("Jo Ash\tHead of Roads (minutes)", {"role": "minutes", "affiliation": "Head of Roads"}),
        ("Jo Ash, Parish Clerk (Minutes)", {"role": "Parish Clerk (Minutes)"}),
        ("Jo Ash (minute 12/4 only)", {}),
        # initials or a login beside the office (charities, student societies)
        ("Jo Ash (JA, Chair)", {"initials": "JA", "role": "Chair"}),
        ("Jo Ash (Secretary, Sysadmin, ja12)", {"initials": "ja12", "role": "Secretary, Sysadmin"}),
        ("Jo Ash (JA - Chair)", {"initials": "JA", "role": "Chair"}),
        ("Jo Ash – Chair (JAs)", {"initials": "JAs", "role": "Chair"}),
        ("Jo Ash (VTC, Roads)", {"affiliation": "VTC, Roads"}),
        # a post, then who holds it in a bracket (universities, Irish councils)
        ("Director, Roads and Water (Mr Jo Ash)", {"title": "Mr", "affiliation": "Director, Roads and Water"}),
        ("The Vice-Chancellor (Professor Jo Ash) (in the Chair)",
         {"title": "Professor", "role": "in the Chair", "affiliation": "Vice-Chancellor"}),
        # an office at the end of a post with hyphens or slashes (Canadian townships)
        ("Municipal Administrator-Clerk Jo Ash", {"role": "Municipal Administrator-Clerk"}),
        ("City Attorney Jo Ash", {"affiliation": "City Attorney"}),
        ("Recording Secretary Jo Ash", {"role": "Recording Secretary"}),
        ("PC 2231 Jo Ash", {"title": "PC"}),
        ("Jo Ash (Mill Team, for the first item)", {"affiliation": "Mill Team, for the first item"}),
        ("Jo Ash – Mill Team, for the first item", {"affiliation": "Mill Team, for the first item"}),
    ],
)  # fmt: skip
def test_one_person(text: str, expected: dict[str, object]) -> None:
    assert person(text) == {"name": "Jo Ash", **expected}


@pytest.mark.parametrize(
    "text", ["Vale County Council", "The Clerk", "None", "4 members of the public", "· Barn Representative", ""]
)
def test_nobody(text: str) -> None:
    document = Document(text)
    assert parse_people(document.passage(0, len(text)), document) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cllrs Ash (in the chair), Elm, Fir, County Cllr Oak & the Clerk",
         "Cllr Ash [in the chair] | Cllr Elm | Cllr Fir | County Cllr Oak"),
        ("County Councillors Lord and Beech, Dr Nia Fir, Di Oak and Al Yew",
         "County Councillor Lord | County Councillor Beech | Dr Nia Fir | Di Oak | Al Yew"),
        ("Councillors Ash, Elm and Fir, Bea Oak", "Councillor Ash | Councillor Elm | Councillor Fir | Bea Oak"),
        ("Mayor Jo Ash and Councillors Di Elm, Al Fir and Bo Oak.",
         "Mayor Jo Ash | Councillor Di Elm | Councillor Al Fir | Councillor Bo Oak"),
        ("Mr & Mrs Jo Ash", "Mr Jo Ash | Mrs Ash"),
        ("Mr J Ash (Chairman), Mr R Elm, MBE, Mrs P Fir and Mr B Oak",
         "Mr J Ash [Chairman] | Mr R Elm | Mrs P Fir | Mr B Oak"),
        ("Dr A Ash (Director of Health, Roads and Water), Mrs B Elm",
         "Dr A Ash (Director of Health, Roads and Water) | Mrs B Elm"),
        ("Sgt Jo Ash, Vale Constabulary and Bo Elm, Schools and Roads Manager, Office of the Mayor",
         "Sgt Jo Ash (Vale Constabulary) | Bo Elm (Schools and Roads Manager, Office of the Mayor)"),
        ("Mr D. Ash, Co. Manager, Mr. J. Elm, Dir. of Services",
         "Mr D. Ash (Co. Manager) | Mr. J. Elm (Dir. of Services)"),
        ("Mr S Ash and Ms H Elm, NHS Vale", "Mr S Ash | Ms H Elm (NHS Vale)"),
        ("Ann, Bo, Cy, Di", "Ann | Bo | Cy | Di"),
        ("Cllr Jo Ash Vice Chair Cllr Di Elm Cllr Bo Fir Ann Oak Parish Clerk",
         "Cllr Jo Ash [Vice Chair] | Cllr Di Elm | Cllr Bo Fir | Ann Oak [Parish Clerk]"),
        ("Jo Ash JA Chair Di Elm DE Bo Fir BF", "Jo Ash [Chair] | Di Elm | Bo Fir"),
        ("Jo Ash Di Elm (Clerk) Bo Fir Cy Oak", "Jo Ash | Di Elm [Clerk] | Bo Fir | Cy Oak"),
        ("Barnhill - Mr G. Ash, Mrs N. Elm", "Mr G. Ash (Barnhill) | Mrs N. Elm (Barnhill)"),
        ("Jo Ash, Di Elm, Rural Planning; Bo Fir, Sport & Culture; Cy Oak",
         "Jo Ash (Rural Planning) | Di Elm (Rural Planning) | Bo Fir (Sport & Culture) | Cy Oak"),
        ("Jo Ben Carl Ash, Di Elm", "Jo Ben Carl Ash | Di Elm"),
        ("Mr David Ash, VTC.", "Mr David Ash (VTC)"),
        ("Jo Ash, Di Elm and 20 residents", "Jo Ash | Di Elm"),
        # a shared title goes on behind a personal one, but not to the last who has one (English boroughs, fire boards)
        ("Councillors Ash, Mrs Elm, Fir, Dr Oak, Lord Yew and Bay",
         "Councillor Ash | Councillor Mrs Elm | Councillor Fir | Councillor Dr Oak | Councillor Lord Yew | "
         "Councillor Bay"),
        ("Councillors Ash, Fir, Mrs Elm (Clerk)", "Councillor Ash | Councillor Fir | Mrs Elm [Clerk]"),
        ("Cllrs Mrs. J. Ash, R. Fir MBE", "Cllr Mrs. J. Ash | Cllr R. Fir"),
        ("Councillors Ash, Novak Uí Elm, Fir", "Councillor Ash | Councillor Novak Uí Elm | Councillor Fir"),
        ("Chairman Cllrs Ash, Fir, County Cllr Elm", "Cllr Ash [Chairman] | Cllr Fir | County Cllr Elm"),
        ("Councillors Ash, Fir, Jo Oak", "Councillor Ash | Councillor Fir | Jo Oak"),
        # a letter behind a surname that two share (Irish councils)
        ("Councillors Ash (B), Ash (M), Elm", "Councillor Ash (B) | Councillor Ash (M) | Councillor Elm"),
        # posts with commas of their own
        ("Director, Roads (Mr J Ash), Director, Water and Sport (Ms B Elm), Clerk (Mr C Fir)",
         "Mr J Ash (Director, Roads) | Ms B Elm (Director, Water and Sport) | Mr C Fir [Clerk]"),
        ("Professor S Ash, Dr N Elm, the Academic Registrar (Dr K Fir)",
         "Professor S Ash | Dr N Elm | Dr K Fir (Academic Registrar)"),
        ("Jo Ash, Bo Elm, the Registrar (Dr Fir)", "Jo Ash | Bo Elm | Dr Fir (Registrar)"),
        # an office beside the title; a person whom the office alone names (town councils, parish churches)
        ("The Town Mayor, Cllr P. Ash (in the Chair); Cllrs Elm and Fir",
         "Cllr P. Ash [in the Chair] | Cllr Elm | Cllr Fir"),
        ("Rose Ash and the Archdeacon", "Rose Ash"),
        ("Cllr Ash and from the Fire and Police Commissioner, Ms A Elm", "Cllr Ash | Ms A Elm"),
        # surnames that are words of jobs and organisations
        ("Jo Ash, Bo Chambers, Cy Elm", "Jo Ash | Bo Chambers | Cy Elm"),
        ("Jo Board (Treasurer)", "Jo Board [Treasurer]"),
        ("Jo Ash, Vale Council (Chair)", "Jo Ash [Chair] (Vale Council)"),
        ("Cllr Dean Ash, Cllr Bo Elm", "Cllr Dean Ash | Cllr Bo Elm"),
        ("Cllr S. van der Ash", "Cllr S. van der Ash"),
    ],
)  # fmt: skip
def test_lists(text: str, expected: str) -> None:
    document = Document(text)
    shown = []
    for one in parse_people(document.passage(0, len(text)), document):
        parts = [one.title, one.name.text, one.role and f"[{one.role}]", one.affiliation and f"({one.affiliation})"]
        shown.append(" ".join(part for part in parts if part))
    assert " | ".join(shown) == expected


def test_printed_forms_are_kept() -> None:
    text = "Mary O’Dare – King’s Trust"
    document = Document(text)
    (one,) = parse_people(document.passage(0, len(text)), document)
    assert (document.printed(one.name.start, one.name.end), one.affiliation) == ("Mary O’Dare", "King’s Trust")
