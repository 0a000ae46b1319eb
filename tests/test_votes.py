"""Votes: counts in every spelling, votes by name, dissent, and the warnings where they do not add up."""

from __future__ import annotations

import pytest

from minutes_parser import parse
from minutes_parser.document import Passage
from minutes_parser.fields.recorded_votes import dissenters, heads_in, roll_call
from minutes_parser.fields.votes import counts_of
from minutes_parser.schema import Minutes, Outcome, Votes

MOVED = "Moved by Ash, seconded by Elm, to adopt the plan."


def minutes_of(text: str) -> Minutes:
    """The record of a meeting at which something was moved and then voted on."""
    return parse(f"Present: Cllr Xavier Zed\n\n1. Apologies\nNone.\n\n2. Plan\n{text}\n\n3. Hedges\nNone.")


def votes_of(text: str) -> Votes:
    """The vote on the one motion that a text tells of."""
    (motion,) = minutes_of(text).items[1].motions
    assert motion.votes is not None
    return motion.votes


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        # councils in the UK
        ("Carried: for 21, against 3.", (21, 3, None)),
        ("The vote was 5 for and 2 against.", (5, 2, None)),
        ("For 4 and against 2. Carried.", (4, 2, None)),
        ("In favour: 6 Against: 2 Abstentions: 1", (6, 2, 1)),
        ("Six in favour, one against and two abstained.", (6, 1, 2)),
        ("It was carried with 3 members voting against and two abstaining.", (None, 3, 2)),
        ("There were no abstentions.", (None, None, 0)),
        ("by 8 votes to 3", (8, 3, None)),
        ("The vote was 13 no. in favour of the proposed amendment and 7 no. against it.", (13, 7, None)),  # Ireland
        # US councils
        ("Motion Carried 6-0.", (6, 0, None)),
        ("Carried (5-0)", (5, 0, None)),
        ("The motion passed 7 - 0 - 1.", (7, 0, 1)),
        ("Vote: 7-2", (7, 2, None)),
        ("Vote on the amendment: 3-4, failed.", (3, 4, None)),
        ("The motion passed on a 6-1 vote.", (6, 1, None)),
        ("carried by a vote of 7 to 2", (7, 2, None)),
        ("7 Ayes, 0 Nays", (7, 0, None)),
        ("Ayes - 5, Nays - 2", (5, 2, None)),
        ("Yes: 8, No: 0", (8, 0, None)),
        ("8 Yes; 0 No; 0 Abstain.", (8, 0, 0)),  # boards of open source
        ("Yeas: 6, Nays: none", (6, 0, None)),
        ("CARRIED 7/0", (7, 0, None)),  # Australian councils
        ("Passed with 6 votes", (6, None, None)),  # boards of foundations
        ("• For - 92", (92, None, None)),  # students' unions
        # no counts
        ("The road will be closed for 30 days.", (None, None, None)),
        ("keeping the rate for one  year", (None, None, None)),
        ("A lease for one week was approved.", (None, None, None)),
        ("A discount for 5% of users", (None, None, None)),
        ("A path for 2.5 km", (None, None, None)),
        ("21 voted for Jo Ash as their first option.", (None, None, None)),  # a candidate's
        ("The budget passed 2021-22 was noted.", (None, None, None)),
        ("The plan was passed 4-5 May.", (None, None, None)),
        ("open by 5 pm to 3 people", (None, None, None)),
        ("See minute no. 3.", (None, None, None)),
    ],
)
def test_count(sentence: str, count: tuple[int | None, int | None, int | None]) -> None:
    counts = counts_of(sentence, None)
    assert (counts.get("for"), counts.get("against"), counts.get("abstain")) == count


@pytest.mark.parametrize(
    ("sentence", "outcome", "count"),
    [
        ("It was carried by 5 votes to 3.", "carried", (5, 3)),
        ("It was lost by 5 votes to 3.", "lost", (3, 5)),  # the winning side first
        ("It was defeated by 3 votes to 8.", "lost", (3, 8)),
        ("It was carried by 4 to 2.", "carried", (4, 2)),
    ],
)
def test_winning_side_first(sentence: str, outcome: Outcome, count: tuple[int, int]) -> None:
    counts = counts_of(sentence, outcome)
    assert (counts["for"], counts["against"]) == count


@pytest.mark.parametrize(
    ("vote", "count", "names"),
    [
        # US councils: heads on lines, or in one line
        (
            "AYES: Ash, Elm, Oak\nNAYS: Birch\nABSENT: Yew\nMotion carried.",
            (None, None, None),
            (("Ash", "Elm", "Oak"), ("Birch",), ()),
        ),
        (
            "AYES: Ash, Elm, Oak NAYS: None ABSENT: Yew ABSTAIN: None. Motion carried 3-0.",
            (3, 0, 0),
            (("Ash", "Elm", "Oak"), (), ()),
        ),
        ("Ayes: Ash, Elm. Nays: Oak. Absent: None. Carried 2-1.", (2, 1, None), (("Ash", "Elm"), ("Oak",), ())),
        ("AYE: All. NAY: None. Motion carried.", (None, 0, None), ((), (), ())),
        # UK recorded votes
        (
            "For: Councillors Ash, Elm and Oak (3)\nAgainst: Councillors Birch, Yew (2)\nAbstentions: Cllr Fir (1)",
            (3, 2, 1),
            (("Ash", "Elm", "Oak"), ("Birch", "Yew"), ("Cllr Fir",)),
        ),
        # county councils: the names below each head
        (
            "For (3)\nMr J Ash, Mrs B Elm, Mr C Oak\nAgainst (2)\nMr D Birch, Ms E Yew\nAbstain (0)\nMotion carried.",
            (3, 2, 0),
            (("Mr J Ash", "Mrs B Elm", "Mr C Oak"), ("Mr D Birch", "Ms E Yew"), ()),
        ),
        # Irish councils: the names and then the total, in bold or not
        (
            "**In favour of the proposed amendment:**\n\nCouncillors Ash, Elm (M) and Elm (C).\n\n(3)\n\n"
            "**Against the proposed amendment:**\n\nCouncillor Yew.\n\n(1)",
            (3, 1, None),
            (("Ash", "Elm (M)", "Elm (C)"), ("Councillor Yew",), ()),
        ),
        (
            "For Deferral\n\nCouncillors Ash, Elm (S), Elm\n\n(T), Oak. (4)\n\nAgainst Deferral\n\nCouncillor Yew. (1)",
            (4, 1, None),
            (("Ash", "Elm (S)", "Elm (T)", "Oak"), ("Councillor Yew",), ()),
        ),
        # a table
        ("For\tAsh, Elm, Oak\t3\nAgainst\tBirch\t1", (3, 1, None), (("Ash", "Elm", "Oak"), ("Birch",), ())),
        # roll calls of US boards and councils
        ("Roll call: Ash – aye; Elm – aye; Oak – nay. Carried.", (None, None, None), (("Ash", "Elm"), ("Oak",), ())),
        ("Roll call vote:\nMr. Ash - Yes\nMs. Elm - No\nFailed.", (None, None, None), (("Mr. Ash",), ("Ms. Elm",), ())),
        ("VOTE ON MOTION: Ash-aye; Elm-aye; Oak-nay.", (None, None, None), (("Ash", "Elm"), ("Oak",), ())),
        # dissent that was recorded
        (
            "Carried. Cllr Oak voted against and Cllr Yew abstained.",
            (None, None, None),
            ((), ("Cllr Oak",), ("Cllr Yew",)),
        ),
        ("Carried 5-1-1 with Oak opposed and Yew abstaining.", (5, 1, 1), ((), ("Oak",), ("Yew",))),
        ("Carried. Cllr Oak requested that his vote against be recorded.", (None, None, None), ((), ("Cllr Oak",), ())),
        ("Carried, 5 for, 1 against (Cllr Oak).", (5, 1, None), ((), ("Cllr Oak",), ())),
    ],
)
def test_recorded_vote(
    vote: str, count: tuple[int | None, int | None, int | None], names: tuple[tuple[str, ...], ...]
) -> None:
    votes = votes_of(f"{MOVED}\n{vote}")
    assert (votes.for_, votes.against, votes.abstain) == count
    assert (votes.names.for_, votes.names.against, votes.names.abstain) == names


def test_votes_on_a_call() -> None:
    # working groups for standards: '+1' under a proposal that its writer is named behind
    votes = votes_of(
        "PROPOSED: Close issue 12 (Jo Ash)\nBen Elm: +1\nCal Oak: +1\nDee Yew: 0\nRESOLUTION: Close issue 12"
    )
    assert votes.names.for_ == ("Ben Elm", "Cal Oak")
    assert votes.names.abstain == ("Dee Yew",)


def test_each_of_two_votes_has_its_own_count() -> None:
    motions = (
        minutes_of(
            "Moved by Ash, seconded by Elm, to adopt. Oak moved to amend the motion; Yew seconded. "
            "Vote on the amendment: 3-4, failed. Vote on the main motion: 5-2, carried."
        )
        .items[1]
        .motions
    )
    counts = [(motion.votes.for_, motion.votes.against) for motion in motions if motion.votes]
    assert counts == [(5, 2), (3, 4)]


@pytest.mark.parametrize(
    ("vote", "message"),
    [
        ("Ayes (3): Ash, Elm. Nays (0). Carried.", "3 for are printed but 2 named"),
        ("For: Ash, Elm (2)\nAgainst: Oak, Yew (1)\nCarried.", "1 against are printed but 2 named"),
        ("For 3, against 5. The motion was carried.", "3 for and 5 against are printed but the motion was carried"),
    ],
)
def test_vote_that_does_not_add_up(vote: str, message: str) -> None:
    warnings = [w for w in minutes_of(f"{MOVED}\n{vote}").warnings if w.code == "vote-mismatch"]
    assert [warning.message for warning in warnings] == [message]
    assert warnings[0].span is not None


@pytest.mark.parametrize(
    "vote",
    [
        "Ayes: Ash, Elm. Nays: None. Carried 2-0.",
        "Carried, 6 for, 2 against. Cllr Oak asked for his opposition to be minuted.",  # one of the two
        "There was an equality, 4 for and 4 against; on the casting vote of the Chair it was carried.",
        "The vote was 6 for and 3 against and the motion, which needed two thirds, was lost.",
    ],
)
def test_vote_that_adds_up(vote: str) -> None:
    assert [w for w in minutes_of(f"{MOVED}\n{vote}").warnings if w.code == "vote-mismatch"] == []


@pytest.mark.parametrize(
    "line",
    [
        "For 3 years the wall stood.",
        "Against the wall",
        "No: it was not so",
        "Absent friends were toasted.",
        "For: see below",
    ],
)
def test_no_head_of_a_list(line: str) -> None:
    assert heads_in(Passage(line, 0)) == []


@pytest.mark.parametrize(
    "line", ["Ash spoke against the plan.", "Cllr Ash abstained from comment.", "Cllr Ash asked for the report."]
)
def test_no_dissent(line: str) -> None:
    assert list(dissenters(Passage(line, 0))) == []
    assert list(roll_call(Passage(line, 0))) == []
