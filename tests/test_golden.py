"""Every fixture gives the record beside it, spans and source included.

A document that is still read wrongly has no golden record: its lines stand in MISTAKES, as failures that are expected.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from minutes_parser.schema import Item, Minutes
from minutes_parser.writers.json_ import dump_json
from update_golden import FIXTURES, read_fixture

DOCUMENTS = sorted([*FIXTURES.glob("*.txt"), *FIXTURES.glob("*.md")])
GOLDEN = [path for path in DOCUMENTS if path.with_suffix(".json").exists()]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_fixture_gives_its_golden_record(path: Path) -> None:
    golden = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads(dump_json(read_fixture(path))) == golden


def titled(minutes: Minutes, title: str) -> Item:
    """The item or sub-item of a title."""
    return next(i for item in minutes.items for i in (item, *item.items) if i.title == title)


def affiliation(name: str) -> Callable[[Minutes], str | None]:
    return lambda minutes: next(a.affiliation for a in minutes.attendees if a.name == name)


def documents(title: str) -> Callable[[Minutes], list[str]]:
    return lambda minutes: [d.title for d in titled(minutes, title).documents]


def motion(title: str) -> Callable[[Minutes], tuple[Any, ...]]:
    def told(minutes: Minutes) -> tuple[Any, ...]:
        found = titled(minutes, title).motions[0]
        votes = found.votes and (found.votes.for_, found.votes.against)
        return found.mover and found.mover.attendee, found.seconder and found.seconder.attendee, found.outcome, votes

    return told


MISTAKES: list[tuple[str, str, Callable[[Minutes], Any], Any]] = [
    # an affiliation that begins with the word of a departure
    ("tagged-clean.txt", "· Leaving Care Service, PCC", affiliation("Rufus Kelby"), "Leaving Care Service, PCC"),
    ("numbered-columns.txt", "- Leaving Care Service", affiliation("Nadia Frome"), "Leaving Care Service"),
    # the first slide after the last item is its title alone
    ("numbered-columns.txt", "School Places", lambda m: m.appendices[0].title, "School Places"),
    # why somebody is away is no affiliation
    ("numbered-parish.txt", "Cllr Gwen Sharp (holiday)", affiliation("Gwen Sharp"), None),
    # one motion in three sentences
    ("numbered-parish.txt", "Seconded by Cllr Harrow. Vote: 3 for, 1 against.", motion("Precept"),
     ("dora-finch", "ines-harrow", "carried", (3, 1))),
    ("free-markdown.md", "Ola seconded. Carried, 2 for, 1 against.", motion("Membership fees"),
     ("pia-munro", "ola-brandt", "carried", (2, 1))),
    # a finished sentence, and the next one on a line of its own
    ("numbered-parish.txt", "Cllr Ogden agreed to tape off the swing.",
     lambda m: [a.explicit for a in titled(m, "Playground").actions], [True, False]),
    # the heading of the meeting under the heading of the body
    ("free-markdown.md", "## Trustees' meeting, 17 October 2021, 18:00",
     lambda m: (m.meeting.date, m.meeting.start_time, m.items[0].title),
     ("2021-10-17", "18:00", "Approval of minutes")),
    # an attached document under 'Additional documents:'
    ("web-page.txt", "Recruitment leaflet pdf icon PDF 210 KB", documents("Recruitment Plan"),
     ["Recruitment Plan", "Recruitment leaflet"]),
    ("web-decisions.txt", "Appendix A pdf icon PDF 1 MB", documents("Museum Roof"), ["Museum Roof", "Appendix A"]),
    ("web-decisions.txt", "Appendix A pdf icon PDF 1 MB", lambda m: titled(m, "Museum Roof").presenters, ()),
    # a row of a flattened table whose recommendation follows its title in one line
    ("web-pipe.txt", "Harbour Dues PDF 92 KB Report by the Harbour Master (CA4).",
     lambda m: [i.title for i in m.items][2], "Harbour Dues"),
    ("web-pipe.txt", "The Cabinet is RECOMMENDED to approve the dues.",
     lambda m: [d.kind for i in m.items for d in i.decisions if d.formal], ["resolved", "resolved"]),
    # the rules of a flattened table
    ("web-pipe.txt", "|||||||||||||", lambda m: m.coverage.unparsed, 0),
    # whatever is left unparsed has a warning
    ("web-pipe.txt", "|||||||||||||",
     lambda m: not m.coverage.unparsed or any("unparsed" in w.code for w in m.warnings), True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "line", "read", "expected"), MISTAKES, ids=lambda part: part if isinstance(part, str) else ""
)
def test_line_that_is_still_read_wrongly(
    name: str, line: str, read: Callable[[Minutes], Any], expected: object, request: pytest.FixtureRequest
) -> None:
    request.applymarker(pytest.mark.xfail(strict=True, reason=f"{name}: {line}"))
    assert line in (FIXTURES / name).read_text(encoding="utf-8")
    assert read(read_fixture(FIXTURES / name)) == expected
