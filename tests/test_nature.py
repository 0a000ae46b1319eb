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
PAGE = "Agenda and minutes\n\nItems\nNo. Item\n\n1.\n\nApologies\n\nMinutes:\n\n"
PAGE += "Councillor Ash spoke of the bridge. " * 9


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (AGENDA, "it announces a meeting and records none"),
        ("The fete was a great success and the weather kind.\n", "no agenda item and nobody's attendance was found"),
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
