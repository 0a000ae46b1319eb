"""The warnings that a record can carry: their codes, and how one is made. docs/warnings.md explains each."""

from __future__ import annotations

from minutes_parser.document import Document
from minutes_parser.schema import ParseWarning

CODES = {
    "encoding-guessed": "The bytes are not UTF-8 and were read as Windows-1252.",
    "undefined-bytes": "Some bytes have no meaning in the encoding and were kept as control characters.",
    "pages-without-text": "Some pages hold no text, only images or nothing.",
    "tracked-changes": "Tracked deletions were left out and insertions kept, as if accepted.",
    "empty": "The document holds no text.",
    "no-items": "No agenda item was found.",
    "not-minutes": "The document does not look like the minutes of a meeting.",
    "several-meetings": "The file holds other meetings as well; they are kept as appendices.",
    "unclosed-tag": "An item's tag is opened and never closed.",
    "unopened-tag": "An item's closing tag has no opening tag.",
    "untagged-item": "An item stands inside the tags of another.",
    "truncated-item": "The page cuts the item's text short.",
    "nameless-row": "A row of an attendance table has lost its name.",
    "unpaired-columns": "Names and affiliations stand in separate columns of different length.",
    "paired-columns": "Names and affiliations stand in separate columns and were paired by order.",
    "ambiguous-person": "A person who is mentioned fits two attendees.",
    "two-dates": "The heading holds two different dates.",
    "ambiguous-date": "A numeric date can be read day first or month first.",
    "impossible-date": "A printed date does not exist.",
    "weekday-mismatch": "A printed weekday is not that of its date.",
    "early-next-meeting": "The next meeting has a date that is not after the meeting.",
    "repeated-number": "Two items have the same number.",
    "vote-mismatch": "A printed tally does not fit the names or the outcome.",
    "unparsed-text": "Some text belongs to no part of the record.",
}


def caution(
    document: Document, code: str, message: str, start: int | None = None, end: int | None = None
) -> ParseWarning:
    """A warning about the text from `start` to `end`, or about the whole document."""
    if code not in CODES:
        raise KeyError(code)
    span = None if start is None or end is None else document.span(start, end)
    return ParseWarning(code=code, message=message, span=span)
