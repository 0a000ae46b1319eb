"""The labels that Word shows before numbered paragraphs. They are not in the text: they are counted."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from minutes_parser.readers.list_numbers import written

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LEVELS = 9
PLACE = re.compile(r"%([1-9])")
# what Symbol, Wingdings and Courier show in place of the character in the file
BULLETS = {"o": "○", "§": "▪", "-": "-", "–": "–"}


class Level(NamedTuple):
    """How one level of a list is labelled."""

    start: int
    form: str
    text: str
    between: str
    is_legal: bool


class Numbering:
    """The lists of a document, with how far each has been counted."""

    def __init__(self, numbering: Element | None, styles: Element | None) -> None:
        abstract = {} if numbering is None else _by_id(numbering, "abstractNum", "abstractNumId")
        self._levels = {key: _levels(element) for key, element in abstract.items()}
        self._lists: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        for key, element in {} if numbering is None else _by_id(numbering, "num", "numId").items():
            self._lists[key] = _value(element.find(W + "abstractNumId")) or ""
            self._starts[key] = _overrides(element)
            self._levels[key + " own"] = {**self._levels.get(self._lists[key], {}), **_own_levels(element)}
        self._of_style = _style_numbering(styles)
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[str] = set()

    def label(self, properties: Element | None) -> str:
        """The label of the next paragraph with these properties, with the blank after it; '' where it has none."""
        number, level = self._place(properties)
        levels = self._levels.get(f"{number} own", {})
        if number is None or level not in levels:
            return ""
        counts = self._counts.setdefault(self._lists[number], [None] * LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for at, start in self._starts[number].items():
                counts[at] = start - 1
        before = counts[level]
        counts[level] = levels[level].start if before is None else before + 1
        counts[level + 1 :] = [None] * (LEVELS - level - 1)
        return _label(levels, level, counts)

    def _place(self, properties: Element | None) -> tuple[str | None, int]:
        """Number of the list and level, from the paragraph or from its style."""
        number = level = None
        if properties is not None:
            number, level = _number_and_level(properties)
            style = _value(properties.find(W + "pStyle"))
            of_style = self._of_style.get(style or "", (None, None))
            number = of_style[0] if number is None else number
            level = of_style[1] if level is None else level
        known = number in self._lists and number != "0"
        return (number if known else None), min(int(level) if level and level.isdigit() else 0, LEVELS - 1)


def _label(levels: dict[int, Level], level: int, counts: list[int | None]) -> str:
    own = levels[level]
    if own.form == "bullet":
        return (BULLETS.get(own.text, "•") if own.text else "") + " "
    if own.form == "none":
        return ""

    def shown(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        other = levels.get(at, own)
        count = counts[at]
        return written(other.start if count is None else count, "decimal" if own.is_legal else other.form)

    text = PLACE.sub(shown, own.text).strip()
    return text + own.between if text else ""


def _value(element: Element | None) -> str | None:
    return None if element is None else element.get(W + "val")


def _by_id(root: Element, tag: str, key: str) -> dict[str, Element]:
    return {element.get(W + key, ""): element for element in root.iter(W + tag)}


def _levels(abstract: Element) -> dict[int, Level]:
    return {_at(element): _level(element) for element in abstract.findall(W + "lvl")}


def _own_levels(number: Element) -> dict[int, Level]:
    found = (element.find(W + "lvl") for element in number.findall(W + "lvlOverride"))
    return {_at(element): _level(element) for element in found if element is not None}


def _overrides(number: Element) -> dict[int, int]:
    found = ((_at(element), _value(element.find(W + "startOverride"))) for element in number.findall(W + "lvlOverride"))
    return {at: _whole(start, 1) for at, start in found if start is not None}


def _level(element: Element) -> Level:
    suffix = _value(element.find(W + "suff"))
    return Level(
        start=_whole(_value(element.find(W + "start")), 0),
        form=_value(element.find(W + "numFmt")) or "decimal",
        text=_value(element.find(W + "lvlText")) or "",
        between="" if suffix == "nothing" else " ",
        is_legal=element.find(W + "isLgl") is not None,
    )


def _at(element: Element) -> int:
    return min(_whole(element.get(W + "ilvl"), 0), LEVELS - 1)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and len(text) < 7 and text.isascii() and text.isdigit() else otherwise


def _number_and_level(properties: Element) -> tuple[str | None, str | None]:
    found = properties.find(W + "numPr")
    if found is None:
        return None, None
    return _value(found.find(W + "numId")), _value(found.find(W + "ilvl"))


def _style_numbering(styles: Element | None) -> dict[str, tuple[str | None, str | None]]:
    """List and level of each paragraph style, taken from the style that it is based on where it has none."""
    found: dict[str, tuple[str | None, str | None]] = {}
    bases: dict[str, str] = {}
    for style in () if styles is None else styles.findall(W + "style"):
        key = style.get(W + "styleId", "")
        properties = style.find(W + "pPr")
        found[key] = (None, None) if properties is None else _number_and_level(properties)
        bases[key] = _value(style.find(W + "basedOn")) or ""
    settled: set[str] = set()
    for key in found:
        chain = [key]
        while found[chain[-1]][0] is None and chain[-1] not in settled and bases[chain[-1]] in found:
            settled.add(chain[-1])
            chain.append(bases[chain[-1]])
        for base, derived in pairwise(reversed(chain)):
            found[derived] = (found[base][0], found[derived][1] or found[base][1])
    return found
