"""What a title looks like: short, without the end of a sentence, and often one that every agenda has."""

from __future__ import annotations

import re

# first words of the matters that nearly every agenda of a council, board or society has
STANDING = (
    "apolog", "welcome", "introduction", "attendance", "present", "minutes", "notes of", "matters arising",
    "declaration", "disclosure", "members' interests", "interests", "conflicts of interest", "any other", "aob",
    "aocb", "date of next", "date and time", "date and place", "next meeting", "dates of", "correspondence",
    "planning", "finance", "financial", "treasurer's", "treasurers", "treasurer report", "chair's", "chairs ",
    "chairman's", "chairmans", "chairperson's", "secretary's", "secretarys", "clerk's", "clerks ", "clerk report",
    "public participation", "public forum", "public question", "open forum", "police", "highways", "questions",
    "petitions", "deputations", "exclusion of", "election of", "appointment", "co-option", "approval of",
    "to receive", "to approve", "to consider", "to note", "to confirm", "to agree", "to discuss", "to record",
    "urgent", "reports", "report of", "update", "accounts", "budget", "annual report", "closure", "close", "adjourn",
    "roll call", "call to order", "work programme", "forward plan", "governance", "safeguarding",
    "health and safety", "membership", "terms of reference", "actions from", "committee reports",
)  # fmt: skip
LONGEST_STANDING = max(map(len, STANDING))
# 'ACTION: …', 'RESOLVED', 'Decision:' mark what was done about a matter; not 'Actions from the last meeting' (a matter)
MARK = re.compile(
    r"""
    (?: actions? | resolved | resolution | decisions? | agreed | noted | recommended | moved | proposed | seconded
      | carried )
    [ ]*+
    (?: [:-] | $ | (?-i: [A-Z]{2} ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# one who moves or seconds, with a title or an initial: 'T. Hall', 'Cllr Lee'
_MOVER = r"(?: (?: [A-Z]\. [ ]? ){1,4}+ | (?: Cllr | Councillor | Cr | Mr | Mrs | Ms | Dr ) \b \.? [ ] ) [A-Z] [\w'-]++"
# 'R2023-094 T. Hall, S. Kirk:', 'Cllr Lee / Cllr Ash:' above a resolution; not 'Welcome and Apologies:'
_MOVERS = re.compile(
    rf"(?: [A-Z]*+ [0-9] [\w/-]*+ [ ]++ )? {_MOVER} [ ]? (?: , | / | and ) [ ]? {_MOVER} : $", re.VERBOSE
)
LONGEST = 160
"""A title over this many characters is a paragraph."""


def is_standing(text: str) -> bool:
    """Whether `text` begins like an item that nearly every agenda has ('Apologies for absence')."""
    head = text[: LONGEST_STANDING + 4].lower()
    return head.startswith(STANDING) or (head.startswith("the ") and head[4:].lstrip().startswith(STANDING))


def names_movers(text: str) -> bool:
    """Whether a line names the two people of the resolution below it, and is no title."""
    return text.endswith(":") and _MOVERS.match(text) is not None


def title_weight(text: str) -> float:
    """How much `text` looks like an item's title: above 1 it does, below 0 it does not."""
    if not text:
        return 0.0
    words = text.split()
    weight = 1.0 if len(text) <= 90 else 0.6 if len(text) <= LONGEST else -0.6
    if is_standing(text):
        weight += 1.5
    if text.isupper() and len(text) > 3:
        weight += 1.0
    if text[-1] in ".;," and len(words) > 8:
        weight -= 0.8
    if text[0].islower():
        weight -= 0.8
    return weight
