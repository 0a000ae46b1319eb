"""Two invented meetings as data; `same_meeting` publishes each as text, HTML, DOCX and PDF.

PLAIN is a parish council's minutes with lists; COLUMNS has a table of those present and a column for the owners of
actions.
"""

from __future__ import annotations

from typing import NamedTuple


class Paragraph(NamedTuple):
    """A paragraph, its lettered clauses, and the owner in the right-hand column, if any."""

    text: str
    clauses: tuple[str, ...] = ()
    owner: str = ""


class Item(NamedTuple):
    """A matter on the agenda."""

    title: str
    paragraphs: tuple[Paragraph, ...]


class Meeting(NamedTuple):
    """What all four publications say."""

    heading: tuple[str, ...]
    attendance: tuple[tuple[str, ...], ...]
    """Rows: a label with its names, or, where `columns` is true, a name with its organisation."""
    items: tuple[Item, ...]
    closing: str
    columns: bool = False


PLAIN = Meeting(
    heading=(
        "Alder Vale Parish Council",
        "Minutes of the meeting held on Tuesday 12 March 2024 at 7.30 pm in the Reading Room, Mill Lane",
    ),
    attendance=(
        ("Present: Cllr Ada Reed (Chair), Cllr Ben Stone, Cllr Carla Weir and Cllr Dan Moss",),
        ("In attendance: Eve Lark (Clerk)",),
    ),
    items=(
        Item("Apologies for absence", (Paragraph("Apologies were received from Cllr Fay Holt."),)),
        Item(
            "Declarations of interest",
            (Paragraph("Cllr Stone declared a personal interest in item 4 as a member of the Cricket Club."),),
        ),
        Item(
            "Minutes of the last meeting",
            (Paragraph("RESOLVED: That the minutes of the meeting held on 13 February 2024 be signed as correct."),),
        ),
        Item(
            "Cricket pavilion",
            (
                Paragraph(
                    "The Clerk reported that the roof of the pavilion had been looked at by two builders, who both "
                    "found that the battens on the northern side are rotten and should be renewed before the summer."
                ),
                Paragraph(
                    "RESOLVED: That",
                    (
                        "the lower of the two quotations, of £2,450 without tax, be accepted and paid from reserves;",
                        "the Club be asked to clear the loft before the work begins, and to keep the path to the "
                        "northern gate open for the builders; and",
                        "the Chair sign the order.",
                    ),
                ),
                Paragraph("Action: Eve Lark to write to the builders by 22 March 2024."),
            ),
        ),
        Item(
            "Hedges",
            (
                Paragraph(
                    "It was proposed by Cllr Weir and seconded by Cllr Moss that the hedge along Mill Lane be cut. "
                    "The motion was carried."
                ),
            ),
        ),
    ),
    closing="The meeting closed at 9.05 pm.",
)

COLUMNS = Meeting(
    heading=(
        "Alder Vale Partnership Board",
        "Minutes of the meeting held on Thursday 16 May 2024 at 10.00 am at the Old School, Station Road",
    ),
    attendance=(
        ("Present",),
        ("Ada Reed (Chair)", "Alder Vale District Council"),
        ("Ben Stone", "Northdale Housing Association"),
        ("Carla Weir", "Vale Carers Trust"),
        ("Apologies",),
        ("Dan Moss", "Northdale Youth Club"),
    ),
    items=(
        Item(
            "Welcome and introductions",
            (Paragraph("The Chair welcomed everybody and thanked Vale Carers for the use of the room."),),
        ),
        Item(
            "Bus service",
            (
                Paragraph(
                    "Ben Stone presented the survey of the evening bus, which 212 residents had answered. Most of them "
                    "would use a later bus on Fridays, and a third of them had missed an appointment in the winter "
                    "because the last bus had not run."
                ),
                Paragraph("Ben Stone to send the survey to the bus company before the end of June.", owner="BS"),
                Paragraph("The timetable of the school bus stays as it is."),
            ),
        ),
        Item(
            "Grant fund",
            (
                Paragraph(
                    "The Board looked at eleven applications to the small grants fund, which together come to more "
                    "than twice the money that there is. It thanked the three readers for their marks and notes."
                ),
                Paragraph(
                    "RESOLVED: That grants of £500 each be made to the five groups with the highest marks, that the "
                    "other six groups be told in writing why their applications did not succeed and when the fund "
                    "opens again, and that the readers be asked to serve for another year."
                ),
                Paragraph("Carla Weir to write to all groups by 31 May 2024.", owner="CW"),
            ),
        ),
        Item("Any other business", (Paragraph("There was none."),)),
    ),
    closing="The meeting closed at 11.40 am.",
    columns=True,
)
