"""What a file is: by its content first, because names lie, and by its suffix where the content leaves it open."""

from __future__ import annotations

import re
from pathlib import PurePath

from minutes_parser.errors import UnreadableError

TEXT = "text/plain"
HTML = "text/html"
MARKDOWN = "text/markdown"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SUFFIXES = {
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".pdf": PDF,
    ".docx": DOCX,
}

HEAD = 4096
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CONVERT = "convert it first: soffice --headless --convert-to docx FILE"
TRANSCRIBE = "its text has to be recognised or typed first"
UNPACK = "unpack it first"

# how a file that cannot be read begins, what it is, what to do
FOREIGN = (
    (b"{\\rtf", "a Rich Text file", CONVERT),
    (b"\x89PNG\r\n", "a PNG picture", TRANSCRIBE),
    (b"\xff\xd8\xff", "a JPEG picture", TRANSCRIBE),
    (b"GIF8", "a GIF picture", TRANSCRIBE),
    (b"II*\x00", "a TIFF picture", TRANSCRIBE),
    (b"MM\x00*", "a TIFF picture", TRANSCRIBE),
    (b"RIFF", "a RIFF picture or recording", TRANSCRIBE),
    (b"ID3", "an MP3 recording", TRANSCRIBE),
    (b"OggS", "an Ogg recording", TRANSCRIBE),
    (b"\x1f\x8b", "a gzip archive", UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
    (b"Rar!\x1a", "a RAR archive", UNPACK),
    (b"\x7fELF", "a program", "check that it is the file you mean"),
    (b"SQLite format 3\x00", "an SQLite database", "export its text first"),
)
# what the entries of a ZIP file are called, what it is, what to do
ZIPPED = (
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)", CONVERT),
    (b"xl/workbook", "an Excel workbook (.xlsx)", "save the minutes as text or DOCX"),
    (b"ppt/presentation", "a PowerPoint presentation (.pptx)", "save the minutes as text or DOCX"),
)

# matches '<!-- saved --> <!DOCTYPE html>'; must not match 'Minutes on the use of <html>'
PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
# matches '<div class="minutes">'; must not match '<AI1>' or '<person> said'
FRAGMENT = re.compile(
    rb"\s*<(?:head|body|meta|title|style|script|link|main|article|section|header|nav|div|span|table|ul|ol|dl|p|h[1-6])(?:\s[^>]*)?>",
    re.IGNORECASE,
)
# matches '<br />', '</li>'; must not match '<video>', '<u>here</u>'
LINE_BREAK = re.compile(rb"<br\s*/?>|</(?:p|div|li|tr|h[1-6])\s*>", re.IGNORECASE)


def sniff(data: bytes, name: str) -> str:
    """The media type to read `data` as.

    Raises UnreadableError where it is a file of a kind that no reader is for; the message says which and what to do.
    """
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(ZIP) and b"word/document" in data:
        return DOCX
    foreign = _foreign(data)
    if foreign:
        raise UnreadableError(f"{name}: {foreign}")
    return _text_type(data[:HEAD], PurePath(name).suffix.lower())


def _foreign(data: bytes) -> str | None:
    if data.startswith(OLE):
        return _ole(data)
    if data.startswith(ZIP):
        found = ((kind, advice) for mark, kind, advice in ZIPPED if mark in data)
        kind, advice = next(found, ("a ZIP archive", UNPACK))
        return f"{kind}, which cannot be read ({advice})"
    for mark, kind, advice in FOREIGN:
        if data.startswith(mark):
            return f"{kind}, which cannot be read ({advice})"
    return None


def _ole(data: bytes) -> str:
    """The container of Word 97, in which Office also wraps what it encrypts."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "protected with a password (save it without one)"
    return f"a Word 97-2003 document (.doc) or the like, which cannot be read ({CONVERT})"


def _text_type(head: bytes, suffix: str) -> str:
    letters = re.sub(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\x00", b"", head)
    if PAGE.match(letters):
        return HTML
    if suffix in SUFFIXES:
        return SUFFIXES[suffix]
    return HTML if FRAGMENT.match(letters) or _is_broken_by_tags(letters) else TEXT


def _is_broken_by_tags(text: bytes) -> bool:
    """Whether lines end with tags, as in the body of a page that was saved without its head: on every second at least.

    A tag that minutes only speak of stands among many lines without any.
    """
    lines = sum(1 for line in text.splitlines() if line.strip())
    return b"<" in text and 2 * len(LINE_BREAK.findall(text)) >= lines
