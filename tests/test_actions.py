"""Tasks, their owners and due phrases."""

from __future__ import annotations

import pytest

from minutes_parser import parse
from minutes_parser.document import Passage
from minutes_parser.fields.action_table import Columns, columns_of
from minutes_parser.fields.owners import parse_task
from minutes_parser.fields.tasks import ASKING, WAYS, parse_implicit


@pytest.mark.parametrize(
    ("text", "task", "owners", "due"),
    [
        (
            "Clerk to buy paint by 3 May 2020",
            "Clerk to buy paint by 3 May 2020",
            ["Clerk"],
            "by 3 May 2020",
        ),  # an office
        ("Paint it in ten days", "Paint it in ten days", [], "in ten days"),
        ("To be signed by Mayor Ash", "To be signed by Mayor Ash", [], None),  # no month
        ("Cllr Reed and Ann Oak to buy paint", "Cllr Reed and Ann Oak to buy paint", ["Cllr Reed", "Ann Oak"], None),
        ("Write to the Parish Council", "Write to the Parish Council", [], None),  # to whom, not when
        ("Bring it to the June Board meeting", "Bring it to the June Board meeting", [], "June Board meeting"),
        ("Raise it at the next Committee", "Raise it at the next Committee", [], "next Committee"),
        ("Report back next month", "Report back next month", [], "next month"),
        ("officers to buy paint", "officers to buy paint", ["officers"], None),  # several without a name
        ("papers to be sent", "papers to be sent", [], None),
        ("Copy of the map to go up", "Copy of the map to go up", [], None),  # a thing
        ("Ann Oak offered her shed", "Ann Oak offered her shed", ["Ann Oak"], None),
        ("Buy paint [On Hold]", "Buy paint [On Hold]", [], None),  # where it stands
        ("Buy paint - Ann Oak", "Buy paint", ["Ann Oak"], None),  # the owner after a dash
        ("(Ann & Bob): Buy paint.", "Buy paint.", ["Ann", "Bob"], None),  # 'Action (Ann & Bob): …'
        ("(Oak): buy paint", "buy paint", ["Oak"], None),
        ("Invite the trust (Ann Oak)", "Invite the trust", ["Ann Oak"], None),  # the owner in brackets
        ("Invite the trust [new for Ann/Bob]", "Invite the trust", ["Ann", "Bob"], None),
        ("Buy a card (for Ann)", "Buy a card (for Ann)", [], None),  # whom it is for
        ("Clerk to invite the trust (Ann Oak)", "Clerk to invite the trust (Ann Oak)", ["Clerk"], None),  # who is asked
        ("buy paint", "buy paint", [], None),  # no owner
        ("Paint group to buy paint", "Paint group to buy paint", ["Paint group"], None),  # a body
        ("Ask the Clerk to buy paint", "Ask the Clerk to buy paint", [], None),  # nobody is named who asks
        ("Write to Ann to thank her", "Write to Ann to thank her", [], None),
        ("The gate to the field is shut.", "The gate to the field is shut.", [], None),  # 'to' that gives no task
    ],
)
def test_task(text: str, task: str, owners: list[str], due: str | None) -> None:
    found = parse_task(Passage(text, 3))
    assert (found.text.text, [o.text for o in found.owners], found.due and found.due.text) == (task, owners, due)


@pytest.mark.parametrize(
    ("line", "tasks"),
    [
        ("Action (Ann): Buy paint.", ["Buy paint."]),
        ("The gate was shut. Ann agreed to buy paint. It was late.\tAnn", ["Ann agreed to buy paint."]),  # the margin
        ("The gate is shut at present from 11.00 PM", []),  # no initials
        ("The paint of the gate is flaking.\tClerk to buy paint", ["Clerk to buy paint"]),  # an action column
        ("The gate is to be painted in the spring.\ta. Clerk", ["The gate is to be painted in the spring."]),
        ("AI: Ann: buy paint", ["buy paint"]),  # boards of foundations
        ("TODO (Ann): buy paint", ["buy paint"]),
        ("- [ ] Ann: buy paint\n- [x] Bob: paint the gate", ["buy paint"]),  # boards that write Markdown
        ("ACTION: Approved.", []),  # what the body did, in the United States
        ("ACTION: Continued to June 7.", []),
        ("Action: Ann to buy paint - done", []),
        ("Action: Ann to buy paint. Completed.", []),
        ("TO DO: Ann to buy paint.", ["Ann to buy paint."]),
        ("Action #1: Ann to buy paint", ["Ann to buy paint"]),  # notes of working groups
        ("Agreed action: Ann to buy paint.", ["Ann to buy paint."]),
        ("- **Action item:** Ann to buy paint.", ["Ann to buy paint."]),  # typed with marks of bold print
        ("The lamp at the gate is broken. ACTION: CEO / DoF", ["The lamp at the gate is broken."]),  # health boards
        ("Ann will buy some paint. (Action: Clerk)", ["Ann will buy some paint."]),
        ("A card for the trust is to be ordered. [AO]", ["A card for the trust is to be ordered."]),
        ("[Ann to buy paint]", ["Ann to buy paint"]),  # community councils
        ("The gutters leak. AP1 Ann to ring.", ["Ann to ring."]),
        # a task of its own, unmarked
        ("Action: Clerk to write. Ann offered to help with it.", ["Clerk to write.", "Ann offered to help with it."]),
        ("ACTION LOG\n\nNo tasks are open.", []),
        ("Action        Owner       Due\n\nBuy paint     Ann Oak     July", ["Buy paint"]),  # columns made with blanks
        ("Action (Ann) was taken and the gate was painted.", []),  # a sentence
        ("Action: Buy paint. Update: the paint was bought.", ["Buy paint."]),  # what has come of it since
        ("Action: Buy paint. Response from the Clerk by email: None is sold.", ["Buy paint."]),
        ("Action: Send an update: the paint is red.", ["Send an update: the paint is red."]),  # a word of the task
        (
            "Action: Buy paint. Response: None is sold. Further Action Agreed: Clerk to ask again.",
            ["Buy paint.", "Clerk to ask again."],
        ),
        ("Actions\n\n● Buy paint [completed]\n● Ann to paint.", ["Ann to paint."]),  # done since
        ("Actions\n\n● Clerk to buy paint.\n● Ann to paint.", ["Clerk to buy paint.", "Ann to paint."]),  # bullets
    ],
)
def test_marked_tasks(line: str, tasks: list[str]) -> None:
    meeting = parse(f"Minutes of the meeting\n\n1. Apologies\nNone.\n\n2. Gate\n{line}\n\n3. Close\nAt noon.\n")
    actions = [*meeting.actions, *(action for item in meeting.items for action in item.actions)]
    assert [action.text for action in actions] == tasks


def test_a_task_before_the_action_of_another() -> None:
    meeting = parse(
        "Minutes of the meeting\n\n1. Gate\nThe Clerk agreed to write to the county.\n"
        "Action: The Chair to buy paint.\n\n"
        "2. Wall\nThe Clerk agreed to order the bricks.\nAction: Clerk to order bricks.\n\n3. Close\nAt noon.\n"
    )
    told = [[(a.text, a.explicit) for a in item.actions] for item in meeting.items[:2]]
    assert told == [
        [("The Clerk agreed to write to the county.", False), ("The Chair to buy paint.", True)],
        [("Clerk to order bricks.", True)],  # the sentence leads to it
    ]


TABLE = """Minutes of the meeting

1. Gate
Action: Clerk to paint the garden gate green.

2. Close
The meeting closed at 9pm.

Action list
No\tAction\tOwner\tBy when\tStatus
1\tPaint the garden gate green\tClerk\t\topen
2\tCut the hawthorn hedge\tAnn Oak / Bob Reed\t12 June 2021\t
3\tMend the notice board\tAnn Oak\tasap\tClosed
A first price has come.
Count the swifts\tBob Reed\tasap\t
"""


def test_an_action_table() -> None:
    meeting = parse(TABLE)
    told = [(a.text, [o.text for o in a.owners], a.due and (a.due.text, a.due.date)) for a in meeting.actions]
    assert told == [  # not the gate, which its item tells; not the board, which is mended
        ("Cut the hawthorn hedge", ["Ann Oak", "Bob Reed"], ("12 June 2021", "2021-06-12")),
        ("Count the swifts", ["Bob Reed"], ("asap", None)),  # a row without a number
    ]
    assert [TABLE[a.span.start : a.span.end] for a in meeting.actions] == [text for text, _, _ in told]


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        ("Action\tOwner", Columns(2, False, 0, 1, None, None)),
        ("Ref\t**Action required:**\tBy whom\tBy when", Columns(4, True, 1, 2, 3, None)),
        ("Item\tDiscussion\tAction\tOwner", None),  # minutes printed as a table
        ("Action\tOwner\tComments\tStatus", Columns(4, False, 0, 1, None, 3)),
        ("Action\tStatus", None),  # nobody is to do it
        ("Action: paint the gate\tOwner", None),
        ("Action and owner", None),
    ],
)
def test_heads_of_an_action_table(heads: str, columns: Columns | None) -> None:
    assert columns_of(heads) == columns


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        ("Ann Oak agreed to buy paint.", ["Ann Oak"]),  # notes of boards
        ("The Clerk was asked to write.", ["The Clerk"]),  # parish councils
        ("Ann had agreed to buy paint.", None),  # reported from earlier
        ("The gate will be painted.", None),  # nobody is named
        ("Cllr Ash will look after the key.", ["Cllr Ash"]),  # any verb, where a person of the meeting is to do it
        ("Our Chair would manually draw up a list.", ["Our Chair"]),  # community councils
        ("AB to enquire about the hall.", ["AB"]),  # notes with initials
        ("Mr Ash spoke to the trust.", None),
        ("The Clerk will be away in May.", None),
        ("Clerk asked to ring the county.", ["Clerk"]),  # a clerk's shorthand
        ("Cllr Ash asked the Clerk to chase this.", ["the Clerk"]),
        ("Members were ASKED to identify the trees.", ["Members"]),  # marks within sentences in capitals
        ("Bins: JA to ring the county.", ["JA"]),  # a run-in heading before the task
        ("This was outstanding, JA to chase.", ["JA"]),
        ("We should ask for a price.", []),  # nobody in particular
        ("They agreed to send the map.", []),
        ("Residents are asked to keep dogs on leads.", None),  # for good, and not by this meeting
        ("The Board reviewed the log and agreed to close two of them.", None),  # a decision
        ("AB to apply for a grant - done.", ["AB"]),  # told of the sentence; the reader drops what is done
        ("No report was submitted.", None),  # the first word of a sentence is nobody
        ("Nothing to report.", None),
        ("Agreed to place an advert.", None),
    ],
)
def test_implicit_task(sentence: str, owners: list[str] | None) -> None:
    found = parse_implicit(Passage(sentence, 0))
    assert (found and [o.text for o in found.owners]) == owners


@pytest.mark.parametrize("verb", ASKING)
def test_a_way_is_tried_for_each_verb_of_asking(verb: str) -> None:
    sentence = f"Cllr Ash {verb} Cllr Elm to chase this."
    assert any(way.pattern.search(sentence) for way in WAYS)
    found = parse_implicit(Passage(sentence, 0))
    assert found is not None
    assert [owner.text for owner in found.owners] == ["Cllr Elm"]
