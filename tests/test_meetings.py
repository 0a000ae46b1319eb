"""Several meetings in one file."""

from __future__ import annotations

import pytest

from minutes_parser import parse

ANNUAL = """THORNBY PARISH COUNCIL
Minutes of the Annual Meeting held on 3 May 2023 in the Village Hall

Present: Cllr Jo Ash (Chairman), Cllr Bo Elm

1. Election of Chairman
Cllr Ash was elected.

2. Close
The meeting closed at 7.20pm.

"""
ORDINARY = """THORNBY PARISH COUNCIL
Minutes of the Ordinary Meeting held on {date} in the Village Hall

Present: Cllr Jo Ash (Chairman), Cllr Cy Oak

1. Apologies
None.

2. Minutes
The minutes of the meeting held on 5 April 2023 were approved. All members were present at that meeting.

3. Finance
RESOLVED: That the payments be made.

4. Close
The meeting closed at 8.20pm.
"""


@pytest.mark.parametrize("date", ["10 May 2023", "3 May 2023"])  # another day, or later the same evening
@pytest.mark.parametrize("annual_first", [True, False])
def test_the_longest_is_read(date: str, annual_first: bool) -> None:
    ordinary = ORDINARY.format(date=date)
    text = ANNUAL + ordinary if annual_first else ordinary + "\n" + ANNUAL
    record = parse(text)
    assert [item.title for item in record.items] == ["Apologies", "Minutes", "Finance", "Close"]
    assert [attendee.name for attendee in record.attendees] == ["Jo Ash", "Cy Oak"]
    assert record.meeting.end_time == "20:20"
    (warning,) = [w for w in record.warnings if w.code == "several-meetings"]
    heading = "Minutes of the Annual Meeting held on 3 May 2023 in the Village Hall"
    assert warning.message == f"another meeting, kept as an appendix: {heading}"
    assert warning.span is not None
    assert text[warning.span.start : warning.span.end] == heading
    (appendix,) = record.appendices
    assert text[appendix.span.start : appendix.span.end] == ANNUAL.strip()
    assert (record.coverage.unparsed, record.coverage.furniture) == (0, 0)


@pytest.mark.parametrize(
    "text",
    [
        ORDINARY.format(date="10 May 2023"),  # the minutes of another meeting are an item
        # a heading that stands on every page
        ORDINARY.format(date="3 May 2023").replace(
            "\n3. Fin", "\n" + ORDINARY.format(date="3 May 2023")[:134] + "3. Fin"
        ),
    ],
)
def test_one_meeting(text: str) -> None:
    assert not [w for w in parse(text).warnings if w.code == "several-meetings"]
