"""Headings of minutes in the forms in which they are met, all of invented bodies."""

from __future__ import annotations

import pytest

from minutes_parser.document import Document
from minutes_parser.fields.heading import parse_meeting
from minutes_parser.outline import ItemBlock, Outline, Part
from minutes_parser.schema import Meeting, ParseWarning


def outline(front: str, items: str = "", after: str = "", layout: str = "numbered") -> Outline:
    """An outline with `front` as its heading and each line of `items` as an item's only paragraph."""
    text = f"{front}\n\n{items}\n\n{after}"
    document = Document(text)
    lines = document.lines
    first, last = len(front) + 1, len(front) + len(items) + 3
    blocks = tuple(
        ItemBlock(None, line.passage.cut(0, 0), (Part("minutes", (line,)),), line.start, line.end)
        for line in lines
        if first <= line.start < last
    )
    return Outline(
        document=document,
        layout=layout,  # type: ignore[arg-type]
        front=tuple(line for line in lines if line.start < first),
        attendance=(),
        items=blocks,
        after=tuple(line for line in lines if line.start >= last),
    )


def read(front: str, items: str = "", after: str = "") -> tuple[Meeting, tuple[ParseWarning, ...]]:
    return parse_meeting(outline(front, items, after))


def facts(meeting: Meeting) -> tuple[str | None, ...]:
    return meeting.organisation, meeting.body, meeting.date, meeting.start_time, meeting.venue


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        # a stack of names and a sentence, as committee systems print it
        (
            "Westshire County Council\n\nWorks Board\n\nMinutes of the Meeting held on Monday, 2nd May, "
            "2016 at 6.00 pm in "
            "Committee Room 'B' - The Long Room, County Hall, Weston",
            ("Westshire County Council", "Works Board", "2016-05-02", "18:00", "Committee Room 'B' - The "
            "Long Room, County Hall, Weston"),
        ),
        # the body in the sentence, 'held in' first, wrapped over lines
        (
            "WESTSHIRE COUNTY COUNCIL\nCABINET\nMINUTES of a meeting of the Cabinet held in the Long Room, "
            "County\nHall, Weston on Monday, 2 May 2016.",
            ("WESTSHIRE COUNTY COUNCIL", "Cabinet", "2016-05-02", None, "Long Room, County Hall, Weston"),
        ),
        # a council's own meeting: its name is the body
        (
            "OAKHAM PARISH COUNCIL\nMinutes of a Meeting held on Tuesday 3 May 2016\nat 7.00 pm in Oakham Hall",
            (None, "OAKHAM PARISH COUNCIL", "2016-05-03", "19:00", "Oakham Hall"),
        ),
        (
            "MINUTES OF THE OAKHAM PARISH COUNCIL MEETING\nHELD IN THE PARISH ROOM\nON 3rd May 2016",
            (None, "OAKHAM PARISH COUNCIL", "2016-05-03", None, "PARISH ROOM"),
        ),
        # a short form in the sentence is the council above it
        (
            "OAKHAM PARISH COUNCIL\nMinutes of the Ordinary Meeting of the Parish Council held on 3 May "
            "2016 in Oakham Hall",
            (None, "OAKHAM PARISH COUNCIL", "2016-05-03", None, "Oakham Hall"),
        ),
        (
            "OAKHAM TOWN COUNCIL\nMinutes of a meeting of the above Council held on 3 May 2016 at 7pm",
            (None, "OAKHAM TOWN COUNCIL", "2016-05-03", "19:00", None),
        ),
        # everything on one line, the status before 'Minutes'
        (
            "OAKHAM PARISH COUNCIL Draft (until approved at the next meeting) Minutes of the Ordinary "
            "Meeting held on Tuesday "
            "3 May 2016 at 7.00 pm, Virtually online via Zoom",
            (None, "OAKHAM PARISH COUNCIL", "2016-05-03", "19:00", "Virtually online via Zoom"),
        ),
        # 'Body - Weekday, date time' of a committee page
        (
            "Agenda and minutes\n\nWorks Panel - Monday, 2nd May, 2016 6.00 pm\n\nVenue: Long Room, Weston. "
            "View directions",
            (None, "Works Panel", "2016-05-02", "18:00", "Long Room, Weston"),
        ),
        # the same on two lines
        (
            "Agenda and draft minutes\n\nWorks and Roads Board\nMonday, 2nd May, 2016 10.00 am",
            (None, "Works and Roads Board", "2016-05-02", "10:00", None),
        ),
        # the history of an issue
        (
            "Issue - meetings\n\nROAD SIGNS\n\nMeeting: 20/11/2014 - Roads Panel (Item 14)",
            (None, "Roads Panel", "2014-11-20", None, None),
        ),
        # labelled fields
        (
            "Minutes of the Signals Group Meeting\nDate: 3 March 2025\nTime: 10:00 AM\nLocation: 2 Mill "
            "Street, and online",
            (None, "Signals Group", "2025-03-03", "10:00", "2 Mill Street, and online"),
        ),
        # labels without a colon, and a dash between organisation and body
        (
            "Title of Meeting Oakham Libraries Trust - Board Meeting\nDate 3rd May 2016\nPlace Mill Centre, "
            "Oakham\nTime 11.15am - 1.15pm",
            ("Oakham Libraries Trust", "Board", "2016-05-03", "11:15", "Mill Centre, Oakham"),
        ),
        # an organisation by its initials
        ("Minutes OCC committee meeting held Sun Oct 2 2016", ("OCC", "committee", "2016-10-02", None, None)),
        # month first, in Markdown
        ("# VWT Board monthly meeting, November 9, 2022", ("VWT", "Board", "2022-11-09", None, None)),
        (
            "**MINUTES OF JOINT MEETING OF THE ROADS COMMITTEE AND\nTHE BRIDGES COMMITTEE HELD REMOTELY ON "
            "TUESDAY 9thMARCH, 2021 at 3PM.**",
            (None, "ROADS COMMITTEE AND THE BRIDGES COMMITTEE", "2021-03-09", "15:00", "REMOTELY"),
        ),
        # body of an organisation, date on the next line
        (
            "Minutes of Trustees of The Friends of Oakham Library\nMeeting of 3rd May 2016",
            ("The Friends of Oakham Library", "Trustees", "2016-05-03", None, None),
        ),
        # a sentence in which the body is the subject
        (
            "MINUTES\nTOWNSHIP OF OAKHAM\nA regular meeting of the Township of Oakham Council was held on "
            "Tuesday, May 3, 2016 starting\nat 6:30 p.m.\n"
            "The meeting was held in person at the Township Hall, and livestreamed to all.",
            (None, "Township of Oakham Council", "2016-05-03", "18:30", "Township Hall"),
        ),
        # 'Special' belongs to the name
        (
            "Minutes of the Special Schools Forum held on 3 May 2016",
            (None, "Special Schools Forum", "2016-05-03", None, None),
        ),
        # labels in a column of their own, times in 24 hours (library boards, student societies)
        (
            "Title of Meeting\tOakham Libraries Trust - Board Meeting\nDate\t3rd May 2016\nPlace\tMill Centre, Oakham\n"
            "Time\t09.30 - 12.30",
            ("Oakham Libraries Trust", "Board", "2016-05-03", "09:30", "Mill Centre, Oakham"),
        ),
        (
            "Minutes of OCC committee meeting held 3rd May 2016\nVenue: The Mill\nTime: 1500-1800",
            ("OCC", "committee", "2016-05-03", "15:00", "The Mill"),
        ),
        # the place on a line of its own: councils in Scotland, North America and Australia, NHS boards, co-operatives
        (
            "OAKHAM COMMUNITY COUNCIL\nGENERAL MEETING TUESDAY 3 MAY 2016\n"
            "Held in the Board Room, Mill Workspace at 7 p.m.",
            (None, "OAKHAM COMMUNITY COUNCIL", "2016-05-03", "19:00", "Board Room, Mill Workspace"),
        ),
        (
            "CITY OF OAKHAM\nCITY COUNCIL REGULAR MEETING MINUTES\nMonday, May 2, 2016 - 6:30 P.M.\n"
            "City Hall Council Chambers, 100 Mill Street",
            ("CITY OF OAKHAM", "CITY COUNCIL", "2016-05-02", "18:30", "City Hall Council Chambers, 100 Mill Street"),
        ),
        (
            "SUMMARY OF OAKHAM CITY COUNCIL MEETING\nCity Hall, Council Chambers\n"
            "400 Mill Drive\nOakham, Iowa 50000\n\n"
            "May 2, 2016\n7:30 AM",
            (None, "OAKHAM CITY COUNCIL", "2016-05-02", "07:30", "City Hall, Council Chambers 400 Mill Drive "
             "Oakham, Iowa 50000"),
        ),
        (
            "SHIRE OF OAKHAM\nMINUTES\nORDINARY COUNCIL MEETING\nHeld in the Council Chambers, 14 Mill Street\n"
            "Monday 2 May 2016",
            ("SHIRE OF OAKHAM", "COUNCIL", "2016-05-02", None, "Council Chambers, 14 Mill Street"),
        ),
        (
            "NHS South Oakham Care Board\nMinutes of the Board Meeting held in Public\n"
            "Monday 2 May 2016, 13:00 - 15:45\n"
            "Conference Room 1, Mill House, Oakham",
            (None, "NHS South Oakham Care Board", "2016-05-02", "13:00", "Conference Room 1, Mill House, Oakham"),
        ),
        (
            "Oakham Bakery Co-operative Ltd\nDirectors' meeting: 2016-05-02, 18:00-19:40\nAt: the bakery",
            ("Oakham Bakery Co-operative Ltd", "Directors", "2016-05-02", "18:00", "the bakery"),
        ),
        # called to order; the sentence without a date; the organisation last (North American boards, parish churches)
        (
            "The regular meeting of the Oakham Board was called to order at 10:05 a.m. by Chairman Ash on May 3, 2016.",
            (None, "Oakham Board", "2016-05-03", "10:05", None),
        ),
        (
            "PCC MINUTES - 2nd May 2016\nMinutes of Parochial Church Council held in the Church Hall at 7.30pm",
            (None, "Parochial Church Council", "2016-05-02", "19:30", "Church Hall"),
        ),
        (
            "REGULAR COUNCIL MEETING MINUTES\nMAY 2, 2016\nTOWN OF OAKHAM",
            ("TOWN OF OAKHAM", "COUNCIL", "2016-05-02", None, None),
        ),
        (
            "Board of Trustees Meeting\nThe Mill Trust\n05 22 2016",
            ("Mill Trust", "Board of Trustees", "2016-05-22", None, None),
        ),
        (
            "Minutes of the Oakham Town Council held in the Mayor's Parlour on 2 May 2016",
            (None, "Oakham Town Council", "2016-05-02", None, "Mayor's Parlour"),
        ),
        # no places: a body with the word of a place, a letterhead, a part of the agenda
        (
            "Oakham Village Hall Management Committee\n2 May 2016",
            (None, "Oakham Village Hall Management Committee", "2016-05-02", None, None),
        ),
        (
            "OAKHAM PARISH COUNCIL\nMill Hall, Oakham\nMinutes of the meeting held on 2 May 2016",
            (None, "OAKHAM PARISH COUNCIL", "2016-05-02", None, None),
        ),
        ("Oakham Board Meeting\n2 May 2016 – PART A", (None, "Oakham Board", "2016-05-02", None, None)),
        # the body as the subject, behind a date (community councils)
        (
            "2 May 2016 Oakham Community Council held their meeting via Zoom at 7.30pm on the 2nd May 2016.",
            (None, "Oakham Community Council", "2016-05-02", "19:30", "Zoom"),
        ),
        # a council's own meeting by other names; boards of education; parish churches; groups that meet on calls
        (
            "OAKHAM TOWN COUNCIL\nDRAFT MINUTES of the FULL COUNCIL MEETING held in the Mill on 2nd May 2016",
            (None, "OAKHAM TOWN COUNCIL", "2016-05-02", None, "Mill"),
        ),
        (
            "A regular meeting of the Board of Education of the Oakham Unified School District "
            "was held on May 2, 2016.",
            ("Oakham Unified School District", "Board of Education", "2016-05-02", None, None),
        ),
        (
            "MINUTES OF THE PAROCHIAL CHURCH COUNCIL\nheld on Monday 2nd May 2016 in the Church Rooms",
            (None, "PAROCHIAL CHURCH COUNCIL", "2016-05-02", None, "Church Rooms"),
        ),
        (
            "OAKHAM PARISH COUNCIL\nMINUTES OF THE ANNUAL PARISH MEETING HELD ON 2ND MAY 2016 IN THE OLD SCHOOL",
            (None, "OAKHAM PARISH COUNCIL", "2016-05-02", None, "OLD SCHOOL"),
        ),
        ("# Signals Working Group Telco\n\n2 May 2016", (None, "Signals Working Group", "2016-05-02", None, None)),
    ],
)  # fmt: skip
def test_headings(front: str, expected: tuple[str | None, ...]) -> None:
    meeting, warnings = read(front)
    assert (facts(meeting), warnings) == (expected, ())


def test_a_meeting_at_a_distance_that_is_told_of_further_down() -> None:
    lines = "".join(f"Governor {letter} was elected.\n" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    front = f"OAKHAM SCHOOL BOARD OF GOVERNORS\n2 May 2016\n{lines}This was a virtual meeting using Zoom."  # schools
    assert read(front)[0].venue == "virtual meeting using Zoom"


def test_two_times_that_are_no_range() -> None:
    meeting, _ = read("Oakham Board\n2 May 2016\n7:30pm for 7:45pm start")
    assert (meeting.start_time, meeting.end_time) == ("19:30", None)


def test_minutes_that_were_approved_are_not_these() -> None:
    assert read("Oakham Council\nMonthly Meeting October 2022\nThe minutes were approved.")[0].status is None


def test_page_without_a_heading() -> None:
    meeting, _ = parse_meeting(outline("Agenda and minutes\n\nVenue: Room 1, Weston", layout="web"))
    assert facts(meeting) == (None, None, None, None, "Room 1, Weston")


def test_body_as_the_text_names_itself() -> None:
    items = (
        "To approve the minutes of the meeting of the Roads Panel held on 3 May 2016.\nWestshire Council would pay.\n"
        "Westshire Council reported.\nA letter from Eastshire Council was read.\nWestshire Council agreed."
    )
    meeting, _ = parse_meeting(outline("Agenda and minutes", items, layout="web"))
    assert (meeting.organisation, meeting.body, meeting.date) == ("Westshire Council", "Roads Panel", None)


def test_front_matter_of_a_page() -> None:
    front = (
        "---\ntitle: Spring Signals Group Meeting\nstart: 2022-04-27T13:00:44.8Z\nend: 2022-04-27T14:00:44.8Z\n"
        "location: Teams\n---"
    )
    meeting, _ = read(front)
    assert facts(meeting) == (None, "Signals Group", "2022-04-27", "13:00", "Teams")
    assert meeting.end_time == "14:00"


def test_day_of_publication_is_not_that_of_the_meeting() -> None:
    front = '---\ntitle: "Oakham"\ndate: "2018-01-22"\n---\nOAKHAM PARISH COUNCIL Minutes of the Meeting 3 May 2016'
    meeting, warnings = read(front)
    assert (meeting.date, warnings) == ("2016-05-03", ())


@pytest.mark.parametrize(
    ("line", "name", "phone", "email"),
    [
        ("Contact: Ada Moss  Tel: 07700 900213 email:  ada.moss@weston.example", "Ada Moss", "07700 "
        "900213", "ada.moss@weston.example"),
        ("Contact: Ada Moss  07700 900 213", "Ada Moss", "07700 900 213", None),
        ("Contact: Ada Moss, Clerk  2741 Email: ada@weston.example", "Ada Moss", "2741", "ada@weston.example"),
        ("Contact: Democratic Services", "Democratic Services", None, None),
    ],
)  # fmt: skip
def test_contact(line: str, name: str, phone: str | None, email: str | None) -> None:
    meeting, _ = read(f"Agenda and minutes\n{line}\nWorks Panel - Monday, 2nd May, 2016 6.00 pm")
    assert meeting.contact
    assert (meeting.contact.name, meeting.contact.phone, meeting.contact.email) == (name, phone, email)


@pytest.mark.parametrize(
    ("closing", "end"),
    [
        ("The meeting closed at 8.25pm", "20:25"),
        ("Closed at 9.50 pm", "21:50"),
        ("There being no further business the meeting ended at 2020 hours.", "20:20"),
        ("There being no further business the meeting closed at 8.57.", "20:57"),  # after a start at 7 pm
        ("That the meeting be adjourned. Time: 8:24 p.m.", "20:24"),
        ("The meeting was adjourned at 7.30pm and resumed at 7.40pm.", None),
        ("The shop closed at 5pm.", None),
        # Irish councils, fire boards
        ("The Cathaoirleach concluded the business of the meeting at 4.25 p.m.", "16:25"),
        ("The meeting was brought to a close at 2125hrs.", "21:25"),
    ],
)
def test_closing_time(closing: str, end: str | None) -> None:
    meeting, _ = read("Minutes of the Works Panel held on 3 May 2016 at 7pm", "The hedge.", closing)
    assert (meeting.start_time, meeting.end_time) == ("19:00", end)


@pytest.mark.parametrize(
    "opening",
    [
        "The meeting commenced at 1835",
        "The meeting was called to order at 6:35 p.m. by the Mayor.",
        "The Presiding Member, Cr. Jo Ash, declared the meeting open at 6.35pm.",  # Australian councils
        "Jo Ash opened the meeting at 6.35pm.",
    ],
)
def test_opening_time_in_a_sentence(opening: str) -> None:
    meeting, _ = read("Minutes of the Works Panel held on 3 May 2016", opening)
    assert meeting.start_time == "18:35"


@pytest.mark.parametrize(
    ("front", "kind", "status"),
    [
        ("DRAFT Minutes of the Extraordinary Meeting of the Works Panel held on 3 May 2016", "Extraordinary", "DRAFT"),
        ("Minutes of the Annual General Meeting of the Oakham Club held on 3 May 2016", "Annual General", None),
        ("Agenda and draft minutes\nWorks Panel - Tuesday, 3rd May, 2016", None, "draft"),
        ("Minutes of the Works Panel held on 3 May 2016", None, None),
        # another meeting in the same file
        ("Minutes of the Works Panel held on 3 May 2016\nINCLUDES THE DRAFT MINUTES OF THE AGM", None, None),
    ],
)
def test_kind_and_status(front: str, kind: str | None, status: str | None) -> None:
    meeting, _ = read(front)
    assert (meeting.kind, meeting.status) == (kind, status)


@pytest.mark.parametrize(
    ("front", "day", "code"),
    [
        ("WORKS PANEL - 4 May 2016\nMinutes of the meeting held on 3 May 2016", "2016-05-03", "two-dates"),
        ("Minutes of the Works Panel held on 30 February 2016", None, "impossible-date"),
        ("Minutes of the Works Panel held on Monday 3 May 2016", "2016-05-03", "weekday-mismatch"),
        ("Minutes of the Works Panel held on 4/5/2016", "2016-05-04", "ambiguous-date"),
    ],
)
def test_doubtful_dates(front: str, day: str | None, code: str) -> None:
    meeting, warnings = read(front)
    assert (meeting.date, [warning.code for warning in warnings]) == (day, [code])


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("\n", "  \n"),
    ],
)
def test_white_space_changes_nothing(change: object) -> None:
    front = "OAKHAM PARISH COUNCIL\nMinutes of a Meeting held on Tuesday 3 May 2016\nat 7.00 pm in Oakham Hall"
    plain, _ = read(front)
    changed, _ = read(change(front))  # type: ignore[operator]
    assert facts(changed) == facts(plain)


@pytest.mark.parametrize(
    "front", ["", "-", "Minutes", "held on", "Date:\nVenue:\n", "Minutes of held at on in", "---\n---"]
)
def test_odd_headings_never_raise(front: str) -> None:
    meeting, _ = read(front)
    assert meeting.date is None


@pytest.mark.xfail(strict=True, reason="a place between bare dashes is taken for a part of the name")
def test_a_place_between_dashes() -> None:
    assert read("Oakham Society AGM – Mill Community Centre – 2nd May 2016")[0].venue == "Mill Community Centre"
