"""What several test modules share: a run of the command in this process, and a record that has everything in it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

from minutes_parser import cli
from minutes_parser.schema import Minutes

# the same few examples in every run, or many new ones: HYPOTHESIS_PROFILE=thorough
settings.register_profile(
    "ci", derandomize=True, max_examples=100, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", max_examples=3_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples" / "riverside-parish-council.txt"

SPAN = {"start": 0, "end": 9, "line": 1, "page": None}
PERSON = {"text": "Cllr Reed", "attendee": "ada-reed"}
DECISION = {"kind": "resolved", "text": "to buy", "clauses": ["to buy"], "formal": True, "span": SPAN}
ACTION = {
    "text": "Write to the county",
    "owners": [PERSON],
    "due": {"text": "by 1 May", "date": None},
    "explicit": True,
    "span": SPAN,
}
VOTES = {"for": 7, "against": None, "abstain": 0, "names": {"for": ["Reed"], "against": [], "abstain": []}}
MOTION = {
    "text": "That it be so",
    "mover": PERSON,
    "seconder": None,
    "outcome": "carried",
    "votes": VOTES,
    "span": SPAN,
}
DECLARATION = {"person": PERSON, "kind": "personal", "text": "a friend", "left_meeting": None, "span": SPAN}


def record(text: str = "The hedge.\nThe ditch.", title: str = "Hedges") -> Minutes:
    """A record with at least one of everything; `text` and `title` are those of its item."""
    facts = {"decisions": [DECISION], "actions": [ACTION], "motions": [MOTION], "declarations": [DECLARATION]}
    item = {
        "number": "12:30",
        "agenda_number": None,
        "title": title,
        "presenters": [PERSON],
        "purpose": None,
        "duration_minutes": 15,
        "documents": [{"title": "Map", "media_type": "application/pdf", "size": "99 KB"}],
        "text": text,
        "headings": [],
        **facts,
        "truncated": False,
        "items": [],
        "span": SPAN,
    }
    attendee = dict.fromkeys(("post_nominals", "role", "affiliation", "group", "substitute_for", "remote", "left"))
    return Minutes.model_validate(
        {
            "source": {
                "name": "-",
                "sha256": "0" * 64,
                "media_type": "text/plain",
                "encoding": "utf-8",
                "characters": 9,
                "pages": None,
            },
            "layout": "numbered",
            "meeting": {
                **dict.fromkeys(("organisation", "kind", "end_time", "venue")),
                "body": "no",
                "status": "draft",
                "date": "2016-04-28",
                "start_time": "18:00",
                "contact": {"name": None, "phone": "01234 567", "email": None},
                "span": SPAN,
            },
            "attendees": [
                {
                    **attendee,
                    "id": "ada-reed",
                    "name": "Ada Reed",
                    "title": "Cllr",
                    "status": "present",
                    "arrived": "18:05",
                    "span": SPAN,
                }
            ],
            "items": [{**item, "items": [item]}],
            **facts,
            "next_meeting": {"date": None, "start_time": "09:30", "venue": None, "span": SPAN},
            "appendices": [{"title": "Slides", "span": SPAN}],
            "warnings": [{"code": "empty", "message": "nothing", "span": None}],
            "coverage": {
                "characters": 9,
                "front_matter": 0,
                "attendance": 0,
                "items": 9,
                "appendices": 0,
                "furniture": 0,
                "unparsed": 0,
            },
        }
    )


class Run(NamedTuple):
    """What a run of the command gave."""

    status: int
    out: str
    err: str


class Input(io.TextIOWrapper):
    """Standard input that may be a terminal."""

    def __init__(self, data: bytes | None) -> None:
        super().__init__(io.BytesIO(data or b""), encoding="utf-8")
        self.terminal = data is None

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def minutes(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """Runs `minutes ARGUMENTS` in this process; without `stdin`, a terminal is there."""

    def run(*arguments: object, stdin: bytes | None = None) -> Run:
        monkeypatch.setattr(sys, "stdin", Input(stdin))
        with pytest.raises(SystemExit) as exit_:
            cli.main([str(argument) for argument in arguments])
        out, err = capfdbinary.readouterr()
        return Run(int(str(exit_.value.code)), out.decode(), err.decode())

    return run
