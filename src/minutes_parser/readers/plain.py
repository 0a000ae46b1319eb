"""Plain text: from bytes to text, whatever they are encoded in.

The ladder goes from certain to likely: a byte-order mark, the NUL bytes that betray UTF-16, strict UTF-8, and at last
Windows-1252, in which nearly every older file in English is written. The last step is a guess and is warned of.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from typing import NamedTuple

from minutes_parser.cautions import caution
from minutes_parser.document import Document
from minutes_parser.errors import UnreadableError
from minutes_parser.limits import DEFAULT, Limits

# the longer mark first: UTF-32's begins with UTF-16's
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
HEAD = 4096
UTF16_SHARE = 0.2
"""Share of NUL bytes from which a text is UTF-16: in English half of them are."""
BINARY_SHARE = 0.05
"""Share of control characters from which it is no text: random bytes have a tenth, printed pages none."""
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")
UNDEFINED = re.compile(r"[\x80-\x9f\ufffd]")


class Problem(NamedTuple):
    """What had to be guessed in decoding: the code of a warning, its message, and its first place in the text."""

    code: str
    message: str
    at: int


def read_plain(data: bytes, name: str, limits: Limits = DEFAULT) -> Document:
    """The document that `data` is, its text unchanged.

    Raises UnreadableError where the bytes are no text.
    """
    text, encoding, problems = decode(data)
    refuse_binary(text, name)
    document = Document(text, name=name, encoding=encoding)
    warnings = (caution(document, code, message, at, at + 1) for code, message, at in problems)
    return replace(document, warnings=tuple(warnings))


def decode(data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """Text, name of the encoding, and what had to be guessed.

    The text has no byte-order mark and no lone surrogate; line ends and control characters stay as they are.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    return _decode_as(data, _utf16_side(data[:HEAD]) or "utf-8")


def refuse_binary(text: str, name: str) -> None:
    """Raises UnreadableError where what was decoded is no text."""
    if is_binary(text):
        raise UnreadableError(f"{name}: not text but binary data (check that it is the file you mean)")


def is_binary(text: str) -> bool:
    """Whether so many control characters stand in the first lines that nobody can have typed them."""
    head = text[:HEAD]
    return len(CONTROLS.findall(head)) > BINARY_SHARE * len(head)


def _utf16_side(head: bytes) -> str | None:
    """The UTF-16 that the NUL bytes betray: they are the upper halves of plain letters, all on one side."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    if even + odd <= UTF16_SHARE * len(head) or min(even, odd) * 10 > max(even, odd):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _decode_as(data: bytes, encoding: str) -> tuple[str, str, tuple[Problem, ...]]:
    try:
        return data.decode(encoding), encoding, ()
    except UnicodeDecodeError:
        return _decode_utf8_at_a_guess(data) if encoding == "utf-8" else _decode_with_losses(data, encoding)


def _decode_with_losses(data: bytes, encoding: str) -> tuple[str, str, tuple[Problem, ...]]:
    """UTF-16 and UTF-32 that are damaged: cut off inside a character, or half of a pair missing."""
    text = data.decode(encoding, "replace")
    message = f"the {encoding.upper()} text is damaged; what has no meaning was read as U+FFFD"
    return text, encoding, (Problem("undefined-bytes", message, text.index("\ufffd")),)


def _decode_utf8_at_a_guess(data: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """Windows-1252, or UTF-8 into which a few bytes of Windows-1252 were pasted, whichever explains more bytes."""
    valid = data.decode("utf-8", "ignore")
    strays = len(data) - len(valid.encode())
    if len(NOT_ASCII.findall(valid)) > strays:
        text, encoding = data.decode("utf-8", "minutes.stray"), "utf-8"
        message = f"{_bytes(strays)} not UTF-8, read as Windows-1252"
    else:
        text, encoding = data.decode("cp1252", "minutes.undefined"), "windows-1252"
        message = "not UTF-8, read as Windows-1252"
    first = NOT_ASCII.search(text)
    problems = [Problem("encoding-guessed", message, first.start() if first else 0)]
    undefined = UNDEFINED.findall(text)
    if undefined:
        message = f"{_bytes(len(undefined))} without a meaning in Windows-1252, kept as control characters"
        problems.append(Problem("undefined-bytes", message, text.index(undefined[0])))
    return text, encoding, tuple(problems)


def _bytes(count: int) -> str:
    return "1 byte is" if count == 1 else f"{count} bytes are"


def _as_control(error: UnicodeError) -> tuple[str, int]:
    """The five bytes that Windows-1252 leaves undefined, as the control characters of the same number."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8, as Windows-1252."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "minutes.undefined"), error.end


codecs.register_error("minutes.undefined", _as_control)
codecs.register_error("minutes.stray", _as_windows)
