"""From bytes to a document, one module a file type.

A reader is a function `(data, name, limits) → Document`; the limits concern what unfolds, such as pages. READERS
names them by media type; a reader's module is imported when the first such file is read, because most runs see one type
only.
"""

from __future__ import annotations

import hashlib
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from typing import cast

from minutes_parser.cautions import caution
from minutes_parser.document import Document
from minutes_parser.errors import UsageError
from minutes_parser.limits import DEFAULT, Limits
from minutes_parser.readers.files import refuse_large
from minutes_parser.readers.sniff import DOCX, HTML, MARKDOWN, PDF, TEXT, sniff

READERS = {
    TEXT: "minutes_parser.readers.plain:read_plain",
    HTML: "minutes_parser.readers.html_:read_html",
    MARKDOWN: "minutes_parser.readers.markdown:read_markdown",
    PDF: "minutes_parser.readers.pdf:read_pdf",
    DOCX: "minutes_parser.readers.docx:read_docx",
}

# what a person may call the types
SHORT_NAMES = {"txt": TEXT, "html": HTML, "md": MARKDOWN, "pdf": PDF, "docx": DOCX}


def read(data: bytes, name: str = "-", media_type: str | None = None, limits: Limits = DEFAULT) -> Document:
    """The document that `data` holds, read as `media_type` or as what its content and the suffix of `name` say.

    A document without text is no error: it is read, with the warning 'empty', so that a run over an archive accounts
    for every file in it. Raises UnreadableError for what no reader is for or is beyond the limits, UsageError for a
    media type that has none.
    """
    name = printable(name)
    refuse_large(name, len(data), limits.bytes)
    media_type = _known(media_type) if media_type else sniff(data, name)
    reader = cast(Callable[[bytes, str, Limits], Document], pkgutil.resolve_name(READERS[media_type]))
    document = reader(data, name, limits)
    warnings = document.warnings
    if not document.text.strip():
        warnings = (*warnings, caution(document, "empty", "the document holds no text"))
    return replace(
        document, name=name, sha256=hashlib.sha256(data).hexdigest(), media_type=media_type, warnings=warnings
    )


def printable(name: str) -> str:
    """`name` with the bytes of a file name that are not UTF-8 written as escapes, so that it can be encoded."""
    return name.encode("utf-8", "backslashreplace").decode()


def _known(media_type: str) -> str:
    """The key of READERS that a short name, or a media type with or without parameters, means."""
    bare = media_type.partition(";")[0].strip().lower()
    bare = SHORT_NAMES.get(bare, bare)
    if bare not in READERS:
        raise UsageError(f"no reader for {media_type!r}: use one of {', '.join((*SHORT_NAMES, *READERS))}")
    return bare
