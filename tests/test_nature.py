"""Minutes, or an agenda, a report, an empty page."""

from __future__ import annotations

import pytest

from minutes_parser.document import Document
from minutes_parser.extractors import outline_document
from minutes_parser.fields.nature import why_not_minutes
from minutes_parser.fields.record import read_minutes

AGENDA = """Barnford Parish Council
AGENDA
NOTICE IS HEREBY GIVEN that a meeting of the Council will be held on Tuesday 4 July 2023 at 7.30pm.
1. Apologies for absence
2. Minutes of the last meeting
3. Finance
To approve the accounts.
"""
MINUTES = """Barnford Parish Council
Minutes of the meeting held on Tuesday 4 July 2023 at 7.30pm
Present: Cllr Jo Ash (Chairman), Cllr Bo Elm
1. Apologies for absence
None.
2. Finance
RESOLVED that the accounts be approved.
"""
US_AGENDA = """City of Millbrook
CITY COUNCIL REGULAR MEETING AGENDA
Tuesday, June 4, 2024 6:30 PM
Council Members: Bo Elm, Cy Oak, Di Fir
1. CALL TO ORDER
2. CONSENT AGENDA
To approve the minutes.
3. NEW BUSINESS
Resolution 24-12: Approve the contract for paving.
4. ADJOURNMENT
"""
REPORT = """Report to: Cabinet
Report of: Director of Highways
1. Summary
This report sets out the programme.
2. Recommendation
That Cabinet approves the programme, which the Panel agreed to in May.
3. Background
The roads are in fair condition.
"""
TRANSCRIPT = """Transcript of the Council meeting of 4 June 2024
1. ROADS
MAYOR ASH: All in favour? It was carried.
2. BRIDGES
COUNCILLOR ELM: We agreed to mend it.
"""
PAGE = "Agenda and minutes\n\nItems\nNo. Item\n\n1.\n\nApologies\n\nMinutes:\n\n"
PAGE += "Councillor Ash spoke of the bridge. " * 9


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (AGENDA, "it announces a meeting and records none"),
        ("The fete was a great success and the weather kind.\n", "no agenda item and nobody's attendance was found"),
        (US_AGENDA, "it announces a meeting and records none"),  # with the council's members at its head
        (REPORT, "it is a report to a meeting"),
        (TRANSCRIPT, "it is a transcript"),
        (MINUTES, None),
        # a committee page is headed 'Agenda and minutes' and has its minutes
        (PAGE, None),
        ("", None),
    ],
)
def test_reasons(text: str, reason: str | None) -> None:
    outline = outline_document(Document(text))
    record = read_minutes(outline)
    assert why_not_minutes(outline, record.attendees, record.items) == reason


@pytest.mark.parametrize("text", [US_AGENDA, REPORT, TRANSCRIPT])
def test_what_is_no_minutes_records_nothing(text: str) -> None:
    record = read_minutes(outline_document(Document(text)))
    assert record.items
    assert not any((i.decisions, i.actions, i.motions, i.declarations) != ((), (), (), ()) for i in record.items)
    assert (record.decisions, record.actions, record.motions, record.declarations) == ((), (), (), ())
    assert "not-minutes" in [warning.code for warning in record.warnings]
