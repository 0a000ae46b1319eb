"""Item labels: numbers, minute references and letters at the start of a line, and the runs that they form.

A label proves little by itself: lists inside an item, quantities and dates begin with numbers too. What proves it is
the run that it belongs to, so labels are grouped by style ('12.', '133/23', 'CM 27/23', '01.18.02') and the items are
the run of one style that rises and whose titles look most like titles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple

import regex

from minutes_parser.document import Line, Passage
from minutes_parser.fields.dates import MONTHS
from minutes_parser.late import late_pattern

# '12. Finance', '(14) Minutes', '7 Planning', '163/18 Apologies', 'CPP/17/22', 'BM 18/2021', '01.18..05 Report',
# 'Item 5 - Roads', 'Topic 5: Roads', '5A. Audit', '5 . Audit' (Markdown's '5\\.'); not '£12.50',
# '11 applications were …' (dates and times are told apart by `_is_label`)
LABEL = late_pattern(
    r"""
    (?: \#{1,6}+ [ ]+ | \*\* )?+
    (?P<word> (?: (?: agenda [ ]+ )? (?: item | minute ) | agenda | topic ) [ ]*+ (?: no\.? | number | \# )? [ ]*+ )?+
    (?P<open> [(\[] )?+
    (?P<code> (?-i: [A-Z] [A-Z&]{0,5}+ ) [ ./-]? [ ]? )?+
    (?P<numbers> [0-9]{1,4}+ (?: (?: [ ]? [/-]{1,2}+ [ ]? | \.{1,2}+ | [ ]\.[ ]? ) [0-9]{1,5}+ ){0,3}+ )
    (?P<letter> \([a-z]\) | [a-z] (?![a-z0-9]) )?+
    (?P<close> [ ] [.)] (?= [ ] | $ ) | [)\].:;]*+ )
    (?= [ \t*-] | $ | (?-i: [A-Z"'(] ) )
    \*{0,2}+ [ \t]*+ (?: - [ ]*+ )?
    """,
    regex.VERBOSE | regex.IGNORECASE,
)

# 'a) Highways', '(ii) Cash machine', 'b. Car parking'; not 'a letter was read' (a mark must follow the letter)
LETTER = late_pattern(
    r"""
    (?P<open> \( )?+
    (?P<letter> [a-z] | [ivx]{1,5}+ )
    (?P<close> [ ] [.)] (?= [ ] | $ ) | [).:]{1,2}+ )
    (?= [ \t] | $ | (?-i: [A-Z"'(] ) )
    [ \t]*+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)

# what makes a number a date or a time: 'th May', ' of June', 'pm', ' hrs'; not ' Mayoral visit'
_TIME_OR_DATE = re.compile(
    rf"""
    (?: st | nd | rd | th )? \s*+ (?: of \s++ )?
    (?: {"|".join(name for spellings in MONTHS for name in spellings)} | [ap]\.?m\b | noon | hrs | hours ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORDS = frozenset(("agen", "item", "minu", "topi"))
_DIGITS = re.compile(r"[0-9]+")
_NOT_SEPARATORS = frozenset("0123456789 ")
# 'IV. Reports', '## II) Minutes', 'Item IV: Roads'; not 'I. Ash' alone (the run decides), 'I was'
ROMAN_LABEL = late_pattern(
    r"""
    (?: \#{1,6}+ [ ]+ | \*\* )?+
    (?P<word> (?i: (?: agenda [ ] )? item | agenda | topic ) [ ]++ )?+
    (?P<numeral> [IVX]{1,6}+ )
    (?P<close> [ ]?+ [.)] | (?(word) [ ]?+ [:-] | (?!) ) )
    \*{0,2}+ [ ]++ (?= [A-Z] )
    """,
    regex.VERBOSE,
)
ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
ROMAN = {ten + one: n for n, (ten, one) in enumerate(product(("", "x", "xx"), ONES)) if n}

BIGGEST_STEP = 4
"""How many numbers a run may leave out at once: items are struck off agendas, rarely more than a few together."""
REPEATED = 2.5
"""What a label printed twice costs its run: one is repeated by mistake, but an agenda printed first repeats all."""


class Label(NamedTuple):
    """A label at the start of a line: its printed form, its style, and its place in the style's run."""

    printed: Passage
    style: str
    value: tuple[int, ...]
    rest: Passage
    """What follows the label on its line; may be empty."""


def parse_label(text: Passage) -> Label | None:
    """The number or reference at the start of `text`, or None where it is no label."""
    head = text.text[:1]
    if _is_prose(text.text) or not (head.isalnum() or head in "([#*"):
        return None
    found = LABEL.match(text.text)
    if not found or not _is_label(found, text.text):
        return None
    numbers = _DIGITS.findall(found["numbers"])
    letter = (found["letter"] or "").strip("()").lower()
    start = found.start("code") if found["code"] else found.start("numbers")
    end = found.end("letter") if found["letter"] else found.end("numbers")
    code = (found["code"] or "").strip(" ./-")
    separators = "".join(sorted(set(found["numbers"]) - _NOT_SEPARATORS))
    bracket = ")" if ")" in found["close"] else ""  # '3)' counts what '3.' does not; a stop may be left out
    style = f"{(found['word'] or '').strip().lower()[:4]}{code}{separators}{len(numbers)}{bracket}"
    if letter and "/" in separators and found["letter"].isupper():
        style, letter = style + letter, ""  # the '14/23E' of an extra meeting is its reference, and no part of '14/23'
    value = (*map(int, numbers), ord(letter) - 96 if letter else 0)
    return Label(text.cut(start, end), style, value, text.cut(found.end()))


def label_of(line: Line) -> Label | None:
    """The number or reference that a line begins with."""
    return None if _is_prose(line.text) else parse_label(line.passage)


def label_or_roman(line: Line) -> Label | None:
    """The same, or else its Roman numeral."""
    return None if _is_prose(line.text) else parse_label(line.passage) or parse_roman(line.passage)


def _is_prose(text: str) -> bool:
    """Whether a text begins with a word of small letters, or all but its first: of labels only 'Item 5' does."""
    return text[1:2].islower() and text[:1].isalpha() and text[:4].lower() not in _WORDS


def parse_roman(text: Passage) -> Label | None:
    """The Roman numeral in capitals at the start of `text`, or None; many boards in the United States count so."""
    found = ROMAN_LABEL.match(text.text) if text.text[:1] in "IVX#*AaTti" else None
    value = ROMAN.get(found["numeral"].lower()) if found else None
    if not found or not value:
        return None
    printed = text.cut(found.start("numeral"), found.end("numeral"))
    return Label(printed, f"roman{found['close'].strip()}", (value, 0), text.cut(found.end()))


def _is_label(found: regex.Match[str], text: str) -> bool:
    """Whether a match reads as a label and not as a quantity, a date or a word."""
    rest = text[found.end() :]
    marked = bool(found["close"] or found["word"] or found["open"])
    if found["open"] and not found["close"]:
        return False
    if _TIME_OR_DATE.match(text, found.end("numbers")) or _TIME_OR_DATE.match(rest):
        return False
    if found["code"] and not any(c in found["numbers"] + found["code"] for c in "/.- "):
        return False
    if text[found.end("numbers") : found.end("numbers") + 1].isalpha() and not marked and "/" not in found["numbers"]:
        return False  # '2Agriculture'
    if not rest:
        return marked or not found["code"] or "/" in found["numbers"]
    first = rest.lstrip("\"'*([")[:1]
    return first.isupper() or first.isdigit() or (marked and first.isalpha())


def is_reference(label: Label) -> bool:
    """Whether a label is one that nothing but a matter of the meeting has: '163/18', 'BM 18/2021', 'Item 5', '7.0'."""
    if label.style.startswith("roman"):
        return False
    return not label.style[0].isdigit() and (label.style != ".2" or label.value[1] == 0)


def parse_letter(text: Passage) -> Label | None:
    """The letter or Roman numeral at the start of `text`, or None; 'i' is both, the run decides."""
    if text.text[:1] not in "(" and text.text[1:2] not in ").:" and text.text[2:3] not in ").:IVXivx":
        return None
    found = LETTER.match(text.text)
    if not found or (found["open"] and ")" not in found["close"]):
        return None
    letter = found["letter"].lower()
    shape = ("(" if found["open"] else "") + found["close"].strip()[0]
    if len(letter) == 1 and letter not in "ivx":
        kind, value = "a", ord(letter) - 96
    else:
        kind, value = "i", ROMAN.get(letter, 0)
    return Label(text.cut(found.start("letter"), found.end("letter")), kind + shape, (value,), text.cut(found.end()))


def as_letter(label: Label, last: Label | None) -> Label:
    """A label that was read as a Roman numeral, as the letter that it is where it follows 'h', 'u' or 'w'."""
    printed = label.printed.text.lower()
    if not last or label.style[0] != "i" or len(printed) != 1 or last.style != "a" + label.style[1:]:
        return label
    place = ord(printed) - 96
    return label._replace(style=last.style, value=(place,)) if last.value == (place - 1,) else label


class Candidate(NamedTuple):
    """A label that may begin an item, with the line it stands on and how much it looks like an item."""

    label: Label
    line: Line
    weight: float


def without_nested(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The labels without the lists that begin again at 1 inside an item, and after which its number is followed on.

    '4. Decisions', '1. Fire policy', '2. Hire policy', '5. Reports': 1 and 2 are parts of item 4.
    """
    nested: set[int] = set()
    stacks: dict[str, list[list[Candidate]]] = defaultdict(list)
    for candidate in candidates:
        number, *others = candidate.label.value
        if others != [0]:
            continue
        stack = stacks[candidate.label.style]
        if stack and number == _last(stack[-1]) + 1:
            stack[-1].append(candidate)
        elif len(stack) > 1 and number == _last(stack[-2]) + 1:
            nested.update(inner.line.start for inner in stack.pop())
            stack[-1].append(candidate)
        elif number == 1:
            stack.append([candidate])
    return [candidate for candidate in candidates if candidate.line.start not in nested]


def _last(run: Sequence[Candidate]) -> int:
    return run[-1].label.value[0]


class _End(NamedTuple):
    """The best run that ends in some value: its weight, its last candidate, and the end that it extends."""

    weight: float
    candidate: Candidate
    before: _End | None


def best_run(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The run of one style, with rising labels, that weighs most; empty where there is none.

    One pass. In a run one number of the label rises and the others stay ('17/22', '18/22'), so that each label stands
    on one track for each of its numbers. For each track the best run that ends in each value is kept, and a label
    extends the heaviest run that ends at most `BIGGEST_STEP` below it.
    """
    tracks: dict[tuple[object, ...], dict[tuple[int, int], _End]] = defaultdict(dict)
    best: _End | None = None
    for candidate in candidates:
        *numbers, letter = candidate.label.value
        for i, number in enumerate(numbers):
            ends = tracks[candidate.label.style, i, *numbers[:i], *numbers[i + 1 :]]
            end = _extended(ends, candidate, number, letter)
            known = ends.get((number, letter))
            if known is None or end.weight > known.weight:
                ends[number, letter] = end
            if best is None or end.weight > best.weight:
                best = end
    run = []
    while best:
        run.append(best.candidate)
        best = best.before
    return run[::-1]


def _extended(ends: dict[tuple[int, int], _End], candidate: Candidate, number: int, letter: int) -> _End:
    """The heaviest run that a label ends: alone, or after a run that ends just below it."""
    before = max(
        (ends[v] for v in _predecessors(number, letter) if v in ends), key=lambda end: end.weight, default=None
    )
    same = ends.get((number, letter))
    if same and same.weight - REPEATED > max(before.weight if before else 0.0, 0.0):
        return _End(same.weight - REPEATED + candidate.weight, candidate, same)
    if before is None or before.weight <= 0:
        return _End(candidate.weight, candidate, None)
    return _End(before.weight + candidate.weight, candidate, before)


def _predecessors(number: int, letter: int) -> Iterable[tuple[int, int]]:
    """The values that may stand before a label in a run: '4', '4B' and '2' before '5', '5A' before '5B'."""
    if letter:
        yield number, letter - 1
        return
    yield from ((number - 1, extra) for extra in range(1, 5))
    yield from ((number - step, 0) for step in range(1, min(BIGGEST_STEP, number) + 1))
