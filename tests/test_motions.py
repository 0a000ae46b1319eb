"""Motions as an item's record has them: their people, their fate, their count, their words."""

from __future__ import annotations

import pytest

from minutes_parser import parse
from minutes_parser.fields.fates import fate_of, outcome_of
from minutes_parser.schema import Item, Motion

Told = tuple[str | None, str | None, str | None, int | None, int | None, int | None]
"""Mover, seconder, outcome, votes for, against, abstentions."""


def item_of(text: str) -> Item:
    """The item with some text, of a meeting that one councillor attended."""
    return parse(f"Present: Cllr Xavier Yew\n\n1. Apologies\nNone.\n\n2. Walls\n{text}\n\n3. Hedges\nNone.").items[1]


def told(motion: Motion) -> Told:
    """What a motion's record says, without its words."""
    votes = motion.votes
    return (
        motion.mover.text if motion.mover else None,
        motion.seconder.text if motion.seconder else None,
        motion.outcome,
        *((votes.for_, votes.against, votes.abstain) if votes else (None, None, None)),
    )


def carried(mover: str | None, seconder: str | None, *votes: int | None) -> Told:
    """A motion that was carried, with its count where one is printed."""
    count = [*votes, None, None, None]
    return (mover, seconder, "carried", count[0], count[1], count[2])


def no_fate(mover: str | None, seconder: str | None) -> Told:
    """A motion of which no fate is printed."""
    return (mover, seconder, None, None, None, None)


CLLRS = ("Cllr Ash", "Cllr Elm")
BARE = ("Ash", "Elm")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # parish, town and community councils
        ("It was moved by Cllr Ash, seconded by Cllr Elm, that the wall be mended. Carried.", carried(*CLLRS)),
        ("Proposed: JA Seconded: BE", no_fate("JA", "BE")),
        ("The minutes were approved. P: JA S: BE", carried("JA", "BE")),
        ("Prop. Cllr Ash, sec. Cllr Elm. All in favour.", carried(*CLLRS)),
        ("The hedge was cut. Prop JB and sec GK. All agreed.", carried("JB", "GK")),
        (
            "Proposed by Cllr Ash, seconded by Cllr Elm. Carried (8 for, 2 against, 1 abstention).",
            carried(*CLLRS, 8, 2, 1),
        ),
        ("It was AGREED to fix the gate (proposer Cllr Ash, seconder Cllr Elm).", carried(*CLLRS)),
        ("Approved: Ash Seconded: Elm", carried(*BARE)),
        ("Proposed by: Cllr Ash                   Seconded by: Cllr Elm", no_fate(*CLLRS)),
        (
            "It was proposed by the Chair, seconded by Cllr Elm and unanimously agreed.",
            carried("the Chair", "Cllr Elm"),
        ),
        (
            "Cllr Ash proposed that the fair be moved, which was seconded by Cllr Elm and agreed by all.",
            carried(*CLLRS),
        ),
        (
            "It was proposed by Councillor de Vries and seconded by Cllr Elm.",
            no_fate("Councillor de Vries", "Cllr Elm"),
        ),
        (
            "The field was let, proposed by Cllr.\nK. Ash, seconded by Cllr Elm.",
            no_fate("Cllr. K. Ash", "Cllr Elm"),
        ),
        ("Our Secretary proposed a letter to the bank. This was AGREED.", carried("Our Secretary", None)),
        # county and district councils
        (
            "Mr Ash proposed, and Mr Elm seconded the motion that\na) the wall stand;\nb) the gate go.",
            no_fate("Mr Ash", "Mr Elm"),
        ),
        (
            "Mr Ash, Chair of Works, moved, and Mr Elm, Leader and Member for Roads, seconded, that it be so.",
            no_fate("Mr Ash", "Mr Elm"),
        ),
        ("A vote was taken and the proposal was defeated by 6 votes to 4.", (None, None, "lost", 4, 6, None)),
        (
            "Councillor Ash, seconded by Councillor Elm, moved that it lie. Carried.",
            carried("Councillor Ash", "Councillor Elm"),
        ),
        (
            "Councillor Ash moved that it lie. Councillor Elm, who had asked for it, seconded. Carried.",
            carried("Councillor Ash", "Councillor Elm"),
        ),
        # councils in Ireland
        (
            "On the proposal of Councillor Ash (J), seconded by Councillor Elm (M), it was resolved to go.",
            carried("Councillor Ash (J)", "Councillor Elm (M)"),
        ),
        (
            'Proposed by Councillor Ash;\n\nSeconded by Councillor Elm;\n\nAnd Resolved:\n\n"That it be signed."',
            carried("Councillor Ash", "Councillor Elm"),
        ),
        ("Councillor Ash withdrew his motion, and this was agreed.", (None, None, "withdrawn", None, None, None)),
        ("Councillor Ash withdrew the motion.", (None, None, "withdrawn", None, None, None)),
        # US city councils, townships and counties
        (
            "On motion of Councilmember Ash, second by Elm, the plan was adopted. Motion carried 3-1.",
            carried("Councilmember Ash", "Elm", 3, 1),
        ),
        ("Motion by Ash, second by Elm, to approve the plan. Motion carried 5-0.", carried(*BARE, 5, 0)),
        ("Moved Ash to adopt. Motion Carried 6-1.", carried("Ash", None, 6, 1)),
        (
            "Motion by Trustee Ash, supported by Trustee Elm, to pay. Yes: 6, No: 1.",
            carried("Trustee Ash", "Trustee Elm", 6, 1),
        ),
        (
            "A motion to approve the plan was made by Jo Ash and seconded by Ben Elm. The motion carried.",
            carried("Jo Ash", "Ben Elm"),
        ),
        ("Motion to adjourn by Ash, second by Elm. Vote 7 yes, 0 no.", carried(*BARE, 7, 0)),
        ("Ash moved to approve the plan; Elm seconded. The motion passed unanimously.", carried(*BARE)),
        (
            "Council Member Ash made a motion to pay the bills. Elm seconded the motion. Motion passed.",
            carried("Council Member Ash", "Elm"),
        ),
        (
            "MOVER: Jo Ash, Councilor\nSECONDER: Ben Elm, Councilor\nRESULT: APPROVED [UNANIMOUS]",
            carried("Jo Ash", "Ben Elm"),
        ),
        ("Ash introduced Resolution 5 and moved its adoption. Elm seconded. Resolution adopted.", carried(*BARE)),
        ("Upon motion duly made, seconded and unanimously carried, the budget was adopted.", carried(None, None)),
        ("The motion passed on a 6 to 1 vote.", carried(None, None, 6, 1)),
        ("On a motion by Ash and a second by Elm, the board voted 5-0 to approve it.", carried(*BARE, 5, 0)),
        ("It was moved by Comm. Ash, seconded by Comm. Elm and carried 4-0.", carried("Comm. Ash", "Comm. Elm", 4, 0)),
        ("Ash moved that it be paid. Support by Elm. Roll call: Ayes - 6, Nays - 0.", carried(*BARE, 6, 0)),
        ("Roll Call Vote: Yea: Ash, Elm; Nay: Birch; Absent: Yew. Motion carried.", carried(None, None)),
        ("The motion carried, 4 to 1.", carried(None, None, 4, 1)),
        # US boards: short forms
        ("ACTION: Motion to approve the agenda (Ash/Elm); passed 6-0.", carried(*BARE, 6, 0)),
        ("ACTION: Motion Ash, second Elm, to approve the agenda. Carried 5-0.", carried(*BARE, 5, 0)),
        ("M: Ash S: Elm to approve the minutes. Carried.", carried(*BARE)),
        ("Motion: Ash    Second: Elm    Ayes: 5   Nays: 0   Abstain: 0", carried(*BARE, 5, 0, 0)),
        ("M/S/C (Ash, Elm) to adopt the agenda.", carried(*BARE)),
        ("M/S Ash/Elm to approve the minutes. All in favor. Motion carried.", carried(*BARE)),
        ("MOTION: Ash / Elm to approve the budget. Vote: 7-2.", carried(*BARE, 7, 2)),
        ("Motion (Ash/Elm): to approve the budget. CARRIED", carried(*BARE)),
        ("Motion by Ash/Elm to approve. 7 Ayes, 0 Nays.", carried(*BARE, 7, 0)),
        ("1st Ash 2nd Elm. All agreed.", carried(*BARE)),
        ("The minutes were approved (Ash/Elm).", carried(*BARE)),
        # Canadian townships
        ("R2023-094 J. Ash, B. Elm:\nThat the by-law be read a third time. Carried.", carried("J. Ash", "B. Elm")),
        ("J. Ash, B. Elm: THAT we pass By-Law 4. Carried.", carried("J. Ash", "B. Elm")),
        (
            "MOVED: D. Ash SECONDED: R. Elm\nThat the agenda be adopted.\nDEFEATED",
            ("D. Ash", "R. Elm", "lost", None, None, None),
        ),
        # Australian and New Zealand councils
        ("RESOLVED (Cr Ash/Cr Elm) That the plan be adopted.", carried("Cr Ash", "Cr Elm")),
        (
            "MOVED Cr Ash, SECONDED Cr Elm that the report be received.\nCARRIED UNANIMOUSLY",
            carried("Cr Ash", "Cr Elm"),
        ),
        (
            "Moved: Cr Ash Seconded: Cr Elm\nThat the report be received.\nCARRIED 7/0",
            carried("Cr Ash", "Cr Elm", 7, 0),
        ),
        # school boards
        (
            "Board Member Ash motioned to approve. Board Member Elm seconded. The motion passed 6-0-1.",
            carried("Board Member Ash", "Board Member Elm", 6, 0, 1),
        ),
        (
            "Director Ash moved to table the item. Director Elm seconded. Motion failed 2-5.",
            ("Director Ash", "Director Elm", "lost", 2, 5, None),
        ),
        # clubs, societies and student unions
        (
            "Jo Ash was nominated for Treasurer by Ben Elm, seconded by Cal Oak, and duly elected.",
            carried("Ben Elm", "Cal Oak"),
        ),
        (
            "Cllr Ash was proposed as Chair by Jo Elm and seconded by Jo Oak. Cllr Ash was elected.",
            carried("Jo Elm", "Jo Oak"),
        ),
        (
            "Motion 4: Free printing\nProposed by Jo Ash, seconded by Ben Elm\nFor: 26\nAgainst: 3\nAbstain: 2",
            carried("Jo Ash", "Ben Elm", 26, 3, 2),
        ),
        (
            "The accounts were adopted on the proposal of Mr J Ash, seconded by Mrs B Elm.",
            carried("Mr J Ash", "Mrs B Elm"),
        ),
        ("Amendments proposed, seconded and passed on a show of hands.", carried(None, None)),
        (
            "DS suggested a raffle. This proposal was not accepted on cost grounds.",
            ("DS", None, "lost", None, None, None),
        ),
        ("These were moved as correct by Jo Ash and Ben Elm.", no_fate("Jo Ash", None)),
        ("Nominee: Jo Yew. Proposer: Ben Elm. Seconder: Cal Oak. Elected.", carried("Ben Elm", "Cal Oak")),
        ("Chair: Jo Yew – proposed Ben Elm, seconded Cal Oak", no_fate("Ben Elm", "Cal Oak")),
        ("Ben proposed a vote of no confidence; there was no seconder.", ("Ben", None, "lost", None, None, None)),
        # foundations and boards of open source
        ("Sam proposes we accept the change. Passed.", carried("Sam", None)),
        ("Karen moves to accept the charter, Sue seconds, passes unanimously.", carried("Karen", "Sue")),
        ("Vote on the charter was held.\nPassed with 6 votes", carried(None, None, 6)),
        # what became of it
        (
            "Cllr Ash moved that the path be closed. The motion lapsed for want of a seconder.",
            ("Cllr Ash", None, "lost", None, None, None),
        ),
        (
            "Proposed by Cllr Ash, seconded by Cllr Elm that it be so. The motion was withdrawn.",
            (*CLLRS, "withdrawn", None, None, None),
        ),
        (
            "Ash moved to adopt Ordinance 12. Elm seconded. The motion was tabled.",
            (*BARE, "deferred", None, None, None),
        ),
        ("Ash moved that the item be deferred to May. Elm seconded. Carried.", carried(*BARE)),
        (
            "It was moved by Ash, seconded by Elm and referred back to the Roads Committee.",
            (*BARE, "deferred", None, None, None),
        ),
        (
            "Cllr Ash tabled a motion that it be shut, seconded by Cllr Elm. It was defeated.",
            (*CLLRS, "lost", None, None, None),
        ),
        ("The vote was 5 for and 1 against. Proposed Cllr Ash, seconded Cllr Elm.", carried(*CLLRS, 5, 1)),
    ],
)  # fmt: skip
def test_motion(text: str, expected: Told) -> None:
    assert [told(motion) for motion in item_of(text).motions] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The layout proposed by the County Council was discussed.",  # a body's plan
        "The works proposed by Highways were noted.",
        "Proposed changes to the timetable were noted.",
        "The clerk moved to a new office in May.",
        "A motion will be proposed by Cllr Ash at the next meeting.",  # of another meeting
        "Notice of Motion by Councillor Ash was received.",
        "The clerk reported that the motion passed at the last meeting had been sent to the MP.",
        "Following a show of hands seven were in favour and one was against at the November meeting.",
        "At its meeting on 3 May, the panel resolved, proposed by Cllr Ash, seconded by Cllr Elm, to close it.",
        "If the motion was carried, costs would rise.",
        "Jo Ash was seconded to the trust for a year.",
        "The Chair proposed a walk. The weather was fine.",
        "Mr Ash spoke in favour of the scheme.",
        "The planning proposal was approved by the district council.",
        "Approved unanimously.",  # a decision alone
        "The boxes were carried to the hall. She had lost the keys.",
        "Emotional support was carried out.",
        "It was agreed to paint the wall (AS/MB).",  # owners
    ],
)
def test_no_motion(text: str) -> None:
    assert item_of(text).motions == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Cllr Ash moved, seconded by Cllr Elm, that it be so. Carried.",
            "Cllr Ash moved, seconded by Cllr Elm, that it be so.",
        ),
        # people on a line of their own: the words are below, or above
        ("Moved: Cr Ash Seconded: Cr Elm\nThat the report be received.\nCARRIED", "That the report be received."),
        ("J. Ash, B. Elm: THAT we pass By-Law 4. Carried.", "THAT we pass By-Law 4."),
        (
            "RESOLVED: That the wall be built. (Cllr Ash proposed, Cllr Elm seconded, all in favour).",
            "RESOLVED: That the wall be built.",
        ),
        ("The wall will be built. Clerk to action. Prop Cllr Ash, 2nd Cllr Elm.", "The wall will be built."),
        (
            "There was one name. Jo Yew, proposed by Jo Ash, seconded by Jo Elm.",
            "Jo Yew, proposed by Jo Ash, seconded by Jo Elm.",
        ),
        # the list that a sentence leads to
        (
            "Mr Ash proposed and Mr Elm seconded that:\na) the wall stand;\nb) the gate go.\nMotion carried.",
            "Mr Ash proposed and Mr Elm seconded that: a) the wall stand; b) the gate go.",
        ),
    ],
)  # fmt: skip
def test_words_of_a_motion(text: str, words: str) -> None:
    assert [motion.text for motion in item_of(text).motions] == [words]


def test_an_amendment_is_kept_apart_from_its_motion() -> None:
    # county councils: the amendment falls, then the motion is put
    motions = item_of(
        "Cllr Ash moved, seconded by Cllr Elm, that the hall be let. Cllr Oak moved an amendment, seconded by Cllr "
        "Yew, that it be sold. The amendment was lost by 5 votes to 4. The motion was then put to the vote and carried."
    ).motions
    assert [told(motion) for motion in motions] == [
        carried("Cllr Ash", "Cllr Elm"),
        ("Cllr Oak", "Cllr Yew", "lost", 4, 5, None),
    ]


def test_an_amendment_under_a_heading_becomes_the_substantive_motion() -> None:
    # students' unions and city councils
    motions = item_of(
        "Cllr Ash proposed that the hall be let, seconded by Cllr Elm.\nAmendment\nProposed by Cllr Oak, seconded by "
        "Cllr Yew: that it be let for a year.\nThe amendment was carried by 5 votes to 4.\n"
        "The substantive motion was carried 8-1."
    ).motions
    assert [told(motion) for motion in motions] == [
        carried("Cllr Ash", "Cllr Elm", 8, 1),
        carried("Cllr Oak", "Cllr Yew", 5, 4),
    ]


def test_the_same_motion_moved_again_counts_once() -> None:
    # committee systems print the motion in the agenda and again in the minute
    motions = item_of(
        "Proposed by Councillor Moss, Seconded by Councillor Lyle:\nThat hedges be kept.\n"
        "Councillor Moss introduced the motion and Councillor Lyle seconded it.\nRESOLVED that the motion be supported."
    ).motions
    assert [told(motion) for motion in motions] == [carried("Councillor Moss", "Councillor Lyle")]


def test_two_motions_in_one_paragraph() -> None:
    motions = item_of(
        "Motion by Ash, second by Elm, to approve the minutes. Motion carried 5-0. "
        "Motion by Oak, second by Yew, to approve the bills. Motion carried 4-1."
    ).motions
    assert [told(motion) for motion in motions] == [carried("Ash", "Elm", 5, 0), carried("Oak", "Yew", 4, 1)]


def test_a_fate_after_a_long_debate() -> None:
    # county councils: a fate that names itself may stand far below
    debate = "\n".join(f"{n}) Mr Yew spoke of wall {n} and the stones that it needs." for n in range(2, 40))
    motions = item_of(f"1) Mr Ash proposed and Mr Elm seconded that it be so.\n{debate}\nMotion lost.").motions
    assert [told(motion) for motion in motions] == [("Mr Ash", "Mr Elm", "lost", None, None, None)]


def test_a_table_of_elections() -> None:
    # community councils: the sentence below a table tells what became of its rows
    motions = item_of(
        "Office\tAppointee\tProposer\tSeconder\nChair\tJo Ash\tBen Elm\tCal Oak\nClerk\tDee Yew\tJo Ash\tBen Elm\n\n"
        "The appointments were agreed unanimously."
    ).motions
    assert [told(motion) for motion in motions] == [carried("Ben Elm", "Cal Oak"), carried("Jo Ash", "Ben Elm")]
    assert motions[0].text == "Chair Jo Ash Ben Elm Cal Oak"


def test_a_table_whose_rows_name_both_people_and_the_fate() -> None:
    # Canadian councils: dispositions
    motions = item_of(
        "No\tMover & Seconder\tSubject\tDisposition\n1\tAsh/Elm\tThat the wall stand\tCARRIED\n"
        "2\tOak/Yew\tThat it fall\tLOST"
    ).motions
    assert [told(motion)[:3] for motion in motions] == [("Ash", "Elm", "carried"), ("Oak", "Yew", "lost")]


def test_the_title_of_an_item_can_name_its_movers() -> None:
    # Canadian townships: the number of the resolution is the item's
    found = parse(
        "Present: Cllr Xavier Yew\n\n1. Minutes, proposed by Cllr Ash, seconded by Cllr Elm\nAll in favour.\n\n"
        "2. End\nNone."
    )
    assert [told(motion) for item in found.items for motion in item.motions] == [carried(*CLLRS)]


def test_a_shared_title_is_printed_in_the_singular() -> None:
    (motion,) = item_of("Moved by Councillors Ash and Elm. Carried.").motions
    assert told(motion) == carried("Councillor Ash", None)


def test_people_are_linked_to_those_present() -> None:
    (motion,) = item_of("Prop. Xavier Yew, 2nd Jo Ash. Carried.").motions
    assert motion.mover is not None
    assert motion.mover.attendee == "xavier-yew"


@pytest.mark.parametrize(
    "text",
    [
        # Irish language minutes
        pytest.param("Bun thairiscint Cllr Ash, arna cuidiú ag Cllr Elm.", id="Irish"),
        # US councils, older style: the mover before the verb is left to a bare 'By'
        pytest.param("By Cllr Ash, seconded by Cllr Elm, that the plan stand.", id="bare By"),
        # Australian councils: the pair behind the resolution
        pytest.param("Resolved: That the report be received. Cllr Ash/Cllr Elm. Carried", id="pair behind"),
        # councils whose tables print each cell on a line of its own
        pytest.param("Proposer\nSeconder\nCllr Ash\nCllr Elm", id="cells on lines"),
    ],
)
@pytest.mark.xfail(strict=True, reason="forms that are not read yet")
def test_form_that_is_not_read(text: str) -> None:
    assert [told(motion)[:2] for motion in item_of(text).motions] == [CLLRS]


@pytest.mark.parametrize(
    ("sentence", "subject", "outcome"),
    [
        ("The motion was carried.", "motion", "carried"),  # councils
        ("Motion lost", "motion", "lost"),  # alone on its line
        ("The motion was withdrawn.", "motion", "withdrawn"),  # by its mover
        ("The amendment was lost.", "amendment", "lost"),
        ("The Chair declared the amendment carried.", "amendment", "carried"),
        ("The resolution was passed.", "motion", "carried"),
        ("Motion failed for lack of a second.", "motion", "lost"),  # US councils
        ("The motion did not pass.", "motion", "lost"),
        ("Motion denied.", "motion", "lost"),
        ("The motion to table was not carried.", "motion", "lost"),
        ("The motion was tabled by Cllr Ash.", "motion", None),  # put forward, in the UK and Ireland
        ("All Cllrs agreed to this proposal.", "proposal", "carried"),
        ("CARRIED UNANIMOUSLY", "", "carried"),
        ("All in favour.", "", "carried"),
        ("M/C", "", "carried"),  # New Zealand boards
        ("Result: carried.", "", "carried"),
        ("Nem con.", "", "carried"),  # clubs
    ],
)
def test_fate_of_a_motion(sentence: str, subject: str, outcome: str | None) -> None:
    fate = fate_of(sentence)
    assert fate is not None
    assert (fate.subject, fate.outcome) == (subject, outcome)


@pytest.mark.parametrize(
    "sentence",
    [
        "She carried the box.",
        "Carried out in May.",
        "Passed to the Clerk.",
        "Write to MPs to say that our motion has been passed.",
        "Once that resolution was passed, a contract existed.",
    ],
)
def test_no_fate_of_a_motion(sentence: str) -> None:
    assert fate_of(sentence) is None


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("and unanimously agreed that the rejected bid be heard", "carried"),
        ("that the item be deferred, and it was agreed", "carried"),
        ("Jo Ash was duly elected", "carried"),
        ("as defeated", "lost"),
        ("so long as agreed with the owner", None),
        ("The minutes of the approved scheme", None),
    ],
)
def test_outcome_in_a_sentence(words: str, outcome: str | None) -> None:
    assert outcome_of(words) == outcome


@pytest.mark.parametrize(
    ("text", "decided"),
    [
        # the fate in a sentence of its own, or in a line below the proposal: the words are the proposal's
        (
            "Jo Ash moved to paint the wall. Bo Elm seconded the motion. A vote was taken. The motion passed 5-0.",
            "Jo Ash moved to paint the wall.",
        ),
        (
            "Motion by Ash supported by Elm to paint the wall.\n\nVoice vote taken. Motion carried.",
            "Motion by Ash supported by Elm to paint the wall.",
        ),
        ("Proposal to paint the wall\n\nProposal seconded and accepted", "Proposal to paint the wall"),
        # the proposal's own words behind its people, over several paragraphs
        (
            'Motion 12/2024 Moved by Cllr Ash, "THAT the wall be painted: AND\n\nTHAT the gate be sold."\n\nCarried',
            'THAT the wall be painted: AND THAT the gate be sold."',
        ),
        # what leads up to it, and the names of the voters behind it, are left out
        (
            "After debate, it was moved by Mr. Ash, seconded by Mr. Elm, to paint it. MOTION CARRIED 2-0 [AYES: All].",
            "it was moved by Mr. Ash, seconded by Mr. Elm, to paint it.",
        ),
    ],
)
def test_a_carried_motion_is_one_decision_in_its_own_words(text: str, decided: str) -> None:
    assert [decision.text for decision in item_of(text).decisions] == [decided]


def test_a_resolution_that_sums_up_a_motion_is_the_decision() -> None:
    item = item_of("Cllr Ash proposed, seconded by Cllr Elm, to paint it. All agreed. RESOLVED: That it be painted.")
    assert [decision.text for decision in item.decisions] == ["That it be painted."]


def test_a_vote_on_nothing_that_is_told_is_no_decision() -> None:
    assert item_of("Call for votes:\n\n10 votes yes (unanimous)").decisions == ()


@pytest.mark.parametrize(
    ("text", "motion"),
    [
        (
            "Ann set motion to adjourn the meeting.\n\nBob seconded.\n\nThe meeting adjourned at 9 pm.",
            ("Ann", "Bob", "carried"),
        ),
        ("Approval of the minutes (AB, CD, passed)", ("AB", "CD", "carried")),
        (
            "Motion to pay it by Jo XA1BCD\n\nSeconded by Bo XB2CDE\n\nMotion carried",
            ("Jo XA1BCD", "Bo XB2CDE", "carried"),
        ),
        (
            "Director Page moved to pay it. Director Hall seconded the motion. Motion carried.",
            ("Director Page", "Director Hall", "carried"),
        ),
    ],
)
def test_motions_in_few_words(text: str, motion: tuple[str, str, str]) -> None:
    assert [told(one)[:3] for one in item_of(text).motions] == [motion]
