"""The numbers, letters and Roman numerals of automatic lists, as Word and a browser count."""

from __future__ import annotations

from collections.abc import Callable

MOST = 100_000
"""Larger numbers are not letters or Roman any more."""
ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def written(number: int, form: str) -> str:
    """A number as a list shows it, such as `iv` for 4 in the form `lowerRoman`; the forms are named as in DOCX."""
    if not 0 < number < MOST:
        return str(number)
    return FORMS.get(form, str)(number)


def _letters(number: int) -> str:
    """1 is a, 26 z, 27 aa, 28 bb, as Word counts."""
    return chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 30)


def _alphabetic(number: int) -> str:
    """1 is a, 26 z, 27 aa, 28 ab, as a browser counts."""
    letters = ""
    while number:
        number, at = divmod(number - 1, 26)
        letters = chr(ord("a") + at) + letters
    return letters


def _roman(number: int) -> str:
    if number >= 4000:
        return str(number)
    parts = []
    for value, sign in ROMAN:
        parts.append(sign * (number // value))
        number %= value
    return "".join(parts)


def _ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerAlpha": _alphabetic,
    "upperAlpha": lambda number: _alphabetic(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "ordinal": _ordinal,
}
