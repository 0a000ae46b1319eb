"""What holds for any input: text and bytes of every kind, and fixtures that were damaged, mixed and printed otherwise.

`HYPOTHESIS_PROFILE=thorough pytest tests/test_properties.py` tries many more examples, other ones each time.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from contract import Json, faults
from minutes_parser import Minutes, UnreadableError, parse
from minutes_parser.extractors import EXTRACTORS
from minutes_parser.readers import SHORT_NAMES, read
from minutes_parser.writers import WRITERS, writer
from minutes_parser.writers.json_ import dump_json
from same_meeting import PLAIN, WAYS
from test_golden import DOCUMENTS
from test_invariants import meaning

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in DOCUMENTS if path.suffix in (".txt", ".md")}
KINDS = st.sampled_from(sorted(SHORT_NAMES))
LAYOUTS = st.sampled_from([None, *EXTRACTORS])
# what minutes are made of, so that examples reach further than noise does
WORDS = st.sampled_from(
    "1. 2. 3) 4.1 (a) a) b) i. Item <AI1> </AI1> <AI2> </AI2> <TRAILER_SECTION> Minutes: Decision: Present: Apologies: "
    "Action: RESOLVED RESOLVED: AGREED: For Against carried proposed seconded by Cllr Ada Reed AR Ben Stone (Chair) "
    "Clerk Next meeting Tuesday 12 March 2024 12/03/24 7.30pm 31st in the hall that hedge be cut noted declared an "
    "interest left meeting • - | ** # --- , ; : . ( ) … £5 99% <b> </td> <li> <table> &amp; \ufeff \u200b \u2028 ‘ ’ – "
    "Appendix A closed at There being no further business".split(" ")
)
SPACES = st.sampled_from([" ", " ", " ", "\n", "\n", "\n\n", "\t", "  ", "\r\n", "\r", "\f", ""])
MINUTES_LIKE = st.lists(st.tuples(WORDS, SPACES), max_size=60).map(lambda parts: "".join(map("".join, parts)))
ANY_TEXT = st.one_of(st.text(max_size=300), MINUTES_LIKE)


def parsed(source: bytes | str, kind: str | None, layout: str | None) -> Minutes | None:
    """The record; None where there is our own error, on one line, with what to do."""
    try:
        return parse(source, layout=layout, media_type=kind)
    except UnreadableError as error:
        message = str(error)
    assert re.fullmatch(r"-: .+ \(.+\)", message)
    return None


def check(source: bytes, kind: str | None, layout: str | None = None) -> None:
    """A sound record, the same in every format and when it is read again, or our own error on one line."""
    minutes = parsed(source, kind, layout)
    if minutes is None:
        return
    dumped = dump_json(minutes)
    assert dump_json(Minutes.model_validate_json(dumped)) == dumped
    assert dump_json(parse(source, layout=layout, media_type=kind)) == dumped
    assert faults(json.loads(dumped), read(source, media_type=kind).text) == []
    for format_ in WRITERS:
        writer(format_)(minutes).encode()


@given(ANY_TEXT, st.sampled_from(["txt", "md", "html"]), LAYOUTS)
def test_any_text(text: str, kind: str, layout: str | None) -> None:
    check(text.encode("utf-8", "surrogatepass"), kind, layout)


@given(ANY_TEXT, LAYOUTS)
def test_any_text_as_a_string(text: str, layout: str | None) -> None:
    assert parsed(text, None, layout) == parsed(text, None, layout)


@given(st.binary(max_size=400), st.one_of(st.none(), KINDS))
def test_any_bytes(data: bytes, kind: str | None) -> None:
    check(data, kind)


@given(st.data())
def test_a_file_with_some_bytes_changed(data: st.DataObject) -> None:
    way = data.draw(st.sampled_from(sorted(WAYS)))
    source = bytearray(WAYS[way](PLAIN))
    for _ in range(data.draw(st.integers(1, 8))):
        source[data.draw(st.integers(0, len(source) - 1))] = data.draw(st.integers(0, 255))
    check(bytes(source), data.draw(st.sampled_from([None, way])))


@given(st.data())
def test_a_file_cut_off(data: st.DataObject) -> None:
    way = data.draw(st.sampled_from(sorted(WAYS)))
    source = WAYS[way](PLAIN)
    check(source[: data.draw(st.integers(0, len(source)))], data.draw(st.sampled_from([None, way])))


# what may befall the lines of a document


def removed(lines: list[str], draw: random.Random) -> list[str]:
    return [line for line in lines if draw.random() > 0.1]


def doubled(lines: list[str], draw: random.Random) -> list[str]:
    return [line for line in lines for _ in range(1 + (draw.random() < 0.1))]


def swapped(lines: list[str], draw: random.Random) -> list[str]:
    lines = list(lines)
    for _ in range(5):
        one, other = draw.randrange(len(lines)), draw.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]
    return lines


def shortened(lines: list[str], draw: random.Random) -> list[str]:
    return [line[: draw.randrange(len(line) + 1)] if draw.random() < 0.1 else line for line in lines]


def joined(lines: list[str], draw: random.Random) -> list[str]:
    return [line.rstrip("\n") + " " if draw.random() < 0.1 else line for line in lines]


def spliced(lines: list[str], draw: random.Random) -> list[str]:
    others = TEXTS[draw.choice(sorted(TEXTS))].splitlines(keepends=True)
    return lines[: draw.randrange(len(lines))] + others[draw.randrange(len(others)) :]


Damage = Callable[[list[str], random.Random], list[str]]
DAMAGES: list[Damage] = [removed, doubled, swapped, shortened, joined, spliced]
NAMES = st.sampled_from(sorted(TEXTS))
ENCODINGS = st.sampled_from(["utf-8", "cp1252", "utf-16", "utf-16-le", "utf-8-sig", "latin-1"])


@given(NAMES, st.lists(st.sampled_from(DAMAGES), min_size=1, max_size=3), st.randoms(), ENCODINGS)
def test_a_damaged_fixture(name: str, damages: list[Damage], draw: random.Random, encoding: str) -> None:
    lines = TEXTS[name].splitlines(keepends=True)
    for damage in damages:
        lines = damage(lines, draw) or ["\n"]
    check("".join(lines).encode(encoding, "replace"), None)


# printings that change no record


def below_blank_lines(text: str) -> st.SearchStrategy[int]:
    """Where a line may be added that parts nothing which is not parted."""
    return st.sampled_from([0, *(found.end() for found in re.finditer(r"\n[ \t]*\n", text))])


@given(NAMES, st.data())
def test_a_blank_line_more_changes_nothing_but_spans(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    at = data.draw(below_blank_lines(text))
    assert meaning(record(text[:at] + "\n" + text[at:], name)) == meaning(record(text, name))


@given(NAMES, st.data())
def test_a_page_number_between_paragraphs_changes_nothing_but_spans(name: str, data: st.DataObject) -> None:
    text = TEXTS[name]
    at = data.draw(below_blank_lines(text))
    assert meaning(record(f"{text[:at]}Page 2 of 3\n\n{text[at:]}", name)) == meaning(record(text, name))


def is_own(word: str, minutes: Json) -> bool:
    """Whether a word stands in the name of one attendee alone."""
    return sum(word in one["name"].split(" ") for one in minutes["attendees"]) == 1


def record(text: str, name: str) -> Json:
    kind = "md" if name.endswith("markdown") else "txt"
    loaded: Json = json.loads(dump_json(parse(text.encode(), media_type=kind)))
    return loaded


ENDINGS = st.tuples(st.sampled_from(["olin", "abel", "esme"]), st.sampled_from(["ettlewick", "undle", "ostrel"]))


@given(NAMES, ENDINGS, st.data())
def test_a_person_renamed_everywhere_changes_that_name_alone(
    name: str, endings: tuple[str, str], data: st.DataObject
) -> None:
    text = TEXTS[name]
    before = record(text, name)
    old = data.draw(st.sampled_from([one["name"] for one in before["attendees"]] or ["Nobody"])).split(" ")
    assume(len(old) == 2 and all(re.fullmatch(r"[A-Z][a-z]+", word) and is_own(word, before) for word in old))
    new = [word[0] + ending for word, ending in zip(old, endings, strict=True)]  # the minutes may use the initials
    after = meaning(record(replaced(text, old, new), name))
    assert in_all_text(after, lambda value: replaced(value, new, old)) == meaning(before)


def replaced(text: str, old: list[str], new: list[str]) -> str:
    """The text with other words, also where they stand in an identifier."""
    for one, other in zip(old, new, strict=True):
        text = re.sub(rf"\b{one}\b", other, re.sub(rf"\b{one.lower()}\b", other.lower(), text))
    return text


def in_all_text(value: object, change: Callable[[str], str]) -> object:
    """A record with every text in it changed."""
    if isinstance(value, dict):
        return {key: in_all_text(entry, change) for key, entry in value.items()}
    if isinstance(value, list):
        return [in_all_text(entry, change) for entry in value]
    return change(value) if isinstance(value, str) else value


@pytest.mark.parametrize("profile", ["ci", "thorough"])
def test_profiles_are_there(profile: str) -> None:
    assert settings.get_profile(profile).suppress_health_check == (HealthCheck.too_slow,)
