"""Published minutes beside the repository: each is read, and what runs along its pages is in no item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pytest

from conftest import ROOT
from minutes_parser import parse_file
from minutes_parser.document import Document
from minutes_parser.readers import read
from minutes_parser.schema import Item, Minutes

CORPUS = ROOT.parent / "shared" / "corpus"
FILES = sorted(path for path in CORPUS.glob("*") if path.suffix in {".txt", ".md", ".html", ".pdf", ".docx"})
PDFS = [path for path in FILES if path.suffix == ".pdf"]

pytestmark = pytest.mark.skipif(not FILES, reason=f"there are no published minutes in {CORPUS}")


@lru_cache(maxsize=1)
def parsed(path: Path) -> tuple[Document, Minutes]:
    return read(path.read_bytes(), path.name), parse_file(path)


def items_of(items: tuple[Item, ...]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from items_of(item.items)


def printed(minutes: Minutes) -> str:
    """Titles, texts, decisions and actions, a line each."""
    items = list(items_of(minutes.items))
    holders: list[Minutes | Item] = [minutes, *items]
    parts = [part for item in items for part in (item.title, item.text)]
    parts += [decision.text for holder in holders for decision in holder.decisions]
    parts += [action.text for holder in holders for action in holder.actions]
    return "\n".join(parts)


def running(document: Document) -> set[str]:
    """The furniture, as patterns that fit it on any page."""
    texts = (" ".join(document.text[start:end].split()) for start, end in document.furniture)
    return {re.sub(r"[0-9]+", "[0-9]+", re.escape(text)) for text in texts if text}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_document_is_read(path: Path) -> None:
    document, minutes = parsed(path)
    assert minutes.source.characters == len(document.text)
    assert minutes.items
    assert bool(minutes.source.pages) == (path.suffix == ".pdf")


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.name)
def test_what_runs_along_the_pages_is_in_no_item(path: Path) -> None:
    document, minutes = parsed(path)
    text = printed(minutes)
    assert not [pattern for pattern in running(document) if re.search(rf"^{pattern}$", text, re.MULTILINE)]
    long = [pattern for pattern in running(document) if len(re.findall(r"[^\W\d_]{2,}", pattern)) > 2]
    assert not [pattern for pattern in long if re.search(pattern, text)]
    assert not re.search(r"\b[Pp]age [0-9]+ of [0-9]+\b", text)
