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


HEAD = """Fernhill Garden Society

Minutes of the committee meeting held on 3 May 2021

Present: Ann Oak, Bob Reed, Cal Elm, Dee Fox (Clerk)

1. Apologies
There were none.

2. Allotments
The water butts were discussed at some length.%s

3. Any other business
There was none.
"""
Told = list[tuple[str, list[str], str | None]]


def told_in(text: str, name: str = "-") -> Told:
    """The text, owners and due words of each action that is marked."""
    meeting = parse(text.encode(), name=name)
    actions = [*(action for item in meeting.items for action in item.actions), *meeting.actions]
    return [(a.text, [o.text for o in a.owners], a.due and a.due.text) for a in actions if a.explicit]


PRICE: Told = [("Ann to price butts", ["Ann"], None)]
BUTTS: Told = [("price butts", ["Ann"], None)]
BOTH: Told = [("Ann to price butts", ["Ann"], None), ("Bob to hire a digger", ["Bob"], None)]
SENTENCE = " New ones are to be priced."


@pytest.mark.parametrize(
    ("line", "told"),
    [
        # the mark and its number
        ("\nACTION Ann to price butts", PRICE),
        ("\nACTION Ann: price butts", BUTTS),
        ("\nAction 2.1: Ann to price butts", PRICE),
        ("\nAction 21/04: Ann to price butts", PRICE),
        ("\nAction Point No. 4: Ann to price butts", PRICE),
        ("\nA1. Ann to price butts", PRICE),
        ("\nAP 3.2 Ann to price butts", PRICE),
        ("\nAI Ann: price butts", BUTTS),
        ("\n[ACTION] Ann to price butts", PRICE),
        ("\nAction for Ann: price butts", BUTTS),
        ("\n-> Ann to price butts", PRICE),
        (" → Ann to price butts", PRICE),
        (" *Ann to price butts. It was a dry year.", [("Ann to price butts.", ["Ann"], None)]),
        ("\n-> no objection", []),  # an arrow before something else
        ("\nAction plan for the year: noted.", []),
        ("\nAction: Noted", []),
        # the owner in front, behind, alone
        ("\nAction: Ann - price butts", BUTTS),
        ("\nAction: [Ann] price butts", BUTTS),
        ("\nAction: Lamp - price butts", [("Lamp - price butts", [], None)]),  # nobody of the meeting
        ("\nAction: price butts: Ann", BUTTS),
        ("\nAction: price butts (open spaces team)", [("price butts", ["open spaces team"], None)]),
        ("\nAction: price butts (Find more)", [("price butts (Find more)", [], None)]),  # no name
        (
            "\nAction: Open spaces team to price butts",
            [("Open spaces team to price butts", ["Open spaces team"], None)],
        ),
        ("\nAction: all to price butts", [("all to price butts", ["all"], None)]),
        (f"{SENTENCE} ACTION Ann", [(SENTENCE.strip(), ["Ann"], None)]),
        (f"{SENTENCE} Action - Ann, by Friday", [(SENTENCE.strip(), ["Ann"], "by Friday")]),
        (f"{SENTENCE}\nAction: Ann (by 3 June)", [(SENTENCE.strip(), ["Ann"], "by 3 June")]),
        (f"{SENTENCE}\tAnn/Bob", [(SENTENCE.strip(), ["Ann", "Bob"], None)]),  # known to the meeting
        (f"{SENTENCE}\tHut", []),  # not known
        # the time
        ("\nAction: Ann to price butts (due 2021-06-12)", [("Ann to price butts", ["Ann"], "2021-06-12")]),
        ("\nAction: Ann to price butts. Deadline: 12 June", [("Ann to price butts.", ["Ann"], "12 June")]),
        ("\nAction: price butts\nOwner: Ann\nDue: 12 June 2021", [("price butts", ["Ann"], "12 June 2021")]),
        ("\nAction: Fix it [Ann, due 12 June]", [("Fix it", ["Ann"], "12 June")]),
        # what the colon leads to
        (
            "\nAction: Ann to price the following:\n- butts\n- a digger",
            [("Ann to price the following: - butts - a digger", ["Ann"], None)],
        ),
    ],
)
def test_the_hands_of_minute_takers(line: str, told: Told) -> None:
    assert told_in(HEAD % line) == told


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("Actions:\nAnn to price butts\nBob to hire a digger", BOTH),  # without bullets
        ("Next steps:\n- Ann to price butts\n- Bob to hire a digger", BOTH),
        ("Next steps:\n- A wet summer\n- Bob to hire a digger", BOTH[1:]),  # not a task
        ("Follow-up actions:\n- Ann to price butts\n- Bob to hire a digger", BOTH),
        ("Actions:\n- Ann to price butts\n    - three shops were asked\n- Bob to hire a digger", BOTH),  # a note
        ("Actions:\n- Ann\n    - price butts\n- Bob\n    - hire it", [*BUTTS, ("hire it", ["Bob"], None)]),
        ("Actions:\nAnn:\n- price butts\nBob:\n- hire it", [*BUTTS, ("hire it", ["Bob"], None)]),
        ("Actions:\n- Water\n    - [Ann] price butts\n- Bob to hire a digger", [*BUTTS, BOTH[1]]),  # what it is about
        ("Actions:\n- [DONE] Cal to mow\n- ✓ Cal to rake\n- Ann to price butts", PRICE),
        ("Who\tWhat\tWhen\nAnn\tprice butts\t3 June", [("price butts", ["Ann"], "3 June")]),
        ("No.\tAction\tDeadline\n1\tAnn to price butts\t3 June", [("Ann to price butts", ["Ann"], "3 June")]),
    ],
)
def test_lists_of_tasks(lines: str, told: Told) -> None:
    assert told_in(HEAD % f"\n{lines}") == told


MARKDOWN = """# Fernhill Board minutes

Date: 3 May 2021

## Attendees

- Ann Oak
- Bob Reed

## Allotments

The butts leak. \\*Ann to price butts

## Shed

It is dry.

## Actions

### Digging

- **Bob**: hire it
- ~~Ann: mow~~
- [ ] Ann: price butts

| Action | Owner | Due |
|---|---|---|
| Rake | Bob | July |

## Next meeting

3 June 2021
"""


def test_tasks_in_markdown() -> None:
    assert told_in(MARKDOWN, "minutes.md") == [
        *PRICE,  # behind an escaped star
        ("hire it", ["Bob"], None),
        ("price butts", ["Ann"], None),  # not what is struck out
        ("Rake", ["Bob"], "July"),
    ]


MARKDOWN_TABLE = """\
# Hedge Board, 3 March 2021

Present: Ann Oak, Bob Reed

## 1. Paths
The paths were discussed.

## 2. Hedges
None.

### Action items
| Owner | Task | Due |
|---|---|---|
| Ann Oak | Cut the hawthorn | 12 June |
| Bob Reed | Count the swifts | |

**Next meeting:** 7 April 2021, 7.30 pm
"""


def test_an_action_table_of_markdown_under_its_heading() -> None:
    meeting = parse(MARKDOWN_TABLE, media_type="text/markdown")
    actions = [*meeting.actions, *(action for item in meeting.items for action in item.actions)]
    told = [(a.text, [o.text for o in a.owners], a.due and a.due.text) for a in actions]
    assert told == [("Cut the hawthorn", ["Ann Oak"], "12 June"), ("Count the swifts", ["Bob Reed"], None)]


@pytest.mark.parametrize(
    ("heads", "columns"),
    [
        ("Action\tOwner", Columns(2, False, 0, 1, None, None)),
        ("Ref\t**Action required:**\tBy whom\tBy when", Columns(4, True, 1, 2, 3, None)),
        ("Item\tDiscussion\tAction\tOwner", None),  # minutes printed as a table
        ("Action\tOwner\tComments\tStatus", Columns(4, False, 0, 1, None, 3)),
        ("Action\tStatus", None),  # nobody is to do it
        ("Action: paint the gate\tOwner", None),
        ("No.\tAction\tDeadline", Columns(3, True, 1, None, 2, None)),  # the owner is told with the task
        ("Who\tWhat\tWhen", Columns(3, False, 1, 0, 2, None)),
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
