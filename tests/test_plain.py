"""Bytes to text, and what a file is taken for."""

from __future__ import annotations

import hashlib
import os
import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_parser import readers
from minutes_parser.errors import UnreadableError, UsageError
from minutes_parser.readers.files import read_bytes
from minutes_parser.readers.plain import decode
from minutes_parser.readers.sniff import DOCX, HTML, MARKDOWN, PDF, TEXT, sniff

LINE = "Apologies – Cllr Zoë Ŵynn’s £5\r\nNone.\n"

DECODED = [
    # bytes, text, encoding, codes of the warnings
    (b"", "", "utf-8", []),
    (b"None.\n", "None.\n", "utf-8", []),
    (LINE.encode(), LINE, "utf-8", []),
    (b"\xef\xbb\xbf" + LINE.encode(), LINE, "utf-8", []),
    (b"\xff\xfe" + LINE.encode("utf-16-le"), LINE, "utf-16-le", []),
    (b"\xfe\xff" + LINE.encode("utf-16-be"), LINE, "utf-16-be", []),
    (LINE.encode("utf-16-le"), LINE, "utf-16-le", []),
    (LINE.encode("utf-16-be"), LINE, "utf-16-be", []),
    (b"\xff\xfe\x00\x00" + LINE.encode("utf-32-le"), LINE, "utf-32-le", []),
    (b"\x00\x00\xfe\xff" + LINE.encode("utf-32-be"), LINE, "utf-32-be", []),
    (b"\xff\xfe", "", "utf-16-le", []),
    # the last character is cut in half
    (b"\xff\xfeN\x00o", "N\ufffd", "utf-16-le", ["undefined-bytes"]),
    # half of a surrogate pair, which no text may hold
    (b"\xff\xfeN\x00\x00\xd8o\x00", "N\ufffdo", "utf-16-le", ["undefined-bytes"]),
    (b"Caf\xe9 \x80 5 \x96 \x93yes\x94", "Café € 5 – “yes”", "windows-1252", ["encoding-guessed"]),
    (b"CAF\xc9\x92S and Caf\xe9s", "CAFÉ’S and Cafés", "windows-1252", ["encoding-guessed"]),
    (b"a\x81b\xe9", "a\x81bé", "windows-1252", ["encoding-guessed", "undefined-bytes"]),
    # a line of Windows-1252 pasted into UTF-8
    ("Zoë £5 é\n".encode() + b"Caf\xe9\n", "Zoë £5 é\nCafé\n", "utf-8", ["encoding-guessed"]),
    # NUL bytes too few for UTF-16 stay what they are
    (b"One stray\x00 NUL among many letters", "One stray\x00 NUL among many letters", "utf-8", []),
    # line ends and page breaks stay
    (b"a\r\nb\rc\x0cd\x0b", "a\r\nb\rc\x0cd\x0b", "utf-8", []),
]


@pytest.mark.parametrize(("data", "text", "encoding", "codes"), DECODED)
def test_decode(data: bytes, text: str, encoding: str, codes: list[str]) -> None:
    found, name, problems = decode(data)
    assert (found, name, [problem.code for problem in problems]) == (text, encoding, codes)


def test_decoding_warnings_say_where_and_what() -> None:
    document = readers.read(b"None.\nCaf\xe9 \x81\n", "a.txt")
    assert [(w.message, w.span.line) for w in document.warnings if w.span] == [
        ("not UTF-8, read as Windows-1252", 2),
        ("1 byte is without a meaning in Windows-1252, kept as control characters", 2),
    ]


@given(st.binary())
def test_decode_takes_any_bytes(data: bytes) -> None:
    text, _, problems = decode(data)
    text.encode()  # a lone surrogate would raise
    assert all(0 <= problem.at < max(len(text), 1) for problem in problems)


@given(st.text())
def test_decode_gives_back_utf8(text: str) -> None:
    bare = text.lstrip("\ufeff")
    if "\0" not in bare:
        assert decode(bare.encode()) == (bare, "utf-8", ())


def zipped(*names: str) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


TYPES: list[tuple[bytes, str, str]] = [
    (b"1. Apologies", "a.txt", TEXT),
    (b"1. Apologies", "-", TEXT),
    (b"", "a.txt", TEXT),
    (b"# Apologies", "a.md", MARKDOWN),
    (b"# Apologies", "A.MARKDOWN", MARKDOWN),
    (b"<p>None", "a.md", MARKDOWN),
    (b"None", "a.htm", HTML),
    # content comes before the suffix
    (b"%PDF-1.7 ...", "a.txt", PDF),
    (b"\n\n%PDF-1.4", "-", PDF),
    (b"<!DOCTYPE html><title>", "a.txt", HTML),
    (b"\xef\xbb\xbf \n<!-- saved --><html lang=en>", "a.pdf", HTML),
    ("\ufeff<html>".encode("utf-16-le"), "-", HTML),
    (b'<?xml version="1.0"?>\n<!doctype HTML>', "-", HTML),
    (b'<div class="minutes">', "a.txt", HTML),
    (b"<AI1>\n1. Apologies\n</AI1>", "a.txt", TEXT),
    (b"The page begins with <html>", "a.txt", TEXT),
    # lines that end with tags are a page without its head; tags that are only spoken of are not
    (b"1. Apologies: None.<br />2. Hedges<br />", "a.txt", HTML),
    (b"1. Apologies<BR>\r\nNone.<br/>\r\n\r\n2. Hedges\r\n", "-", HTML),
    ("Apologies</p>\nNone</p>".encode("utf-16"), "a.txt", HTML),
    (b"<AI1>\n1. Website\nA <br> is missing\nand a <video>.\n</AI1>", "a.txt", TEXT),
    (b"Click <u>here</u>, Ann <ann@trust.example>", "a.txt", TEXT),
    (b"2. Hedges<br>Cut.<br>", "a.md", MARKDOWN),
    (zipped("[Content_Types].xml", "word/document.xml"), "a.txt", DOCX),
    # a name that its content does not bear out goes to the reader of that type, which says what is wrong
    (b"not a PDF", "a.pdf", PDF),
]


@pytest.mark.parametrize(("data", "name", "media_type"), TYPES)
def test_sniff(data: bytes, name: str, media_type: str) -> None:
    assert sniff(data, name) == media_type


CONVERT = "which cannot be read (convert it first: soffice --headless --convert-to docx FILE)"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
FOREIGN: list[tuple[bytes, str]] = [
    (b"{\\rtf1\\ansi None.}", f"a.txt: a Rich Text file, {CONVERT}"),
    (OLE, f"a.txt: a Word 97-2003 document (.doc) or the like, {CONVERT}"),
    (OLE + "EncryptedPackage".encode("utf-16-le"), "a.txt: protected with a password (save it without one)"),
    (
        zipped("mimetype").replace(b"x", b"application/vnd.oasis.opendocument.text"),
        f"a.txt: an OpenDocument text (.odt), {CONVERT}",
    ),
    (
        zipped("xl/workbook.xml"),
        "a.txt: an Excel workbook (.xlsx), which cannot be read (save the minutes as text or DOCX)",
    ),
    (zipped("a.txt"), "a.txt: a ZIP archive, which cannot be read (unpack it first)"),
    (
        b"\x89PNG\r\n\x1a\n",
        "a.txt: a PNG picture, which cannot be read (its text has to be recognised or typed first)",
    ),
    (
        b"\xff\xd8\xff\xe0",
        "a.txt: a JPEG picture, which cannot be read (its text has to be recognised or typed first)",
    ),
    (
        random.Random(1).randbytes(9000),
        "a.txt: not text but binary data (check that it is the file you mean)",
    ),
    (bytes(100), "a.txt: not text but binary data (check that it is the file you mean)"),
]


@pytest.mark.parametrize(("data", "message"), FOREIGN)
def test_foreign_files_are_named(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        readers.read(data, "a.txt")
    assert str(error.value) == message


def test_read_fills_in_what_is_known() -> None:
    document = readers.read(b"None.", "caf\udce9.txt")
    assert document.name == "caf\\udce9.txt"
    assert document.sha256 == hashlib.sha256(b"None.").hexdigest()
    assert (document.media_type, document.encoding, document.text) == (TEXT, "utf-8", "None.")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_document_without_text_is_read_with_a_warning(data: bytes) -> None:
    document = readers.read(data)
    assert [(w.code, w.message, w.span) for w in document.warnings] == [("empty", "the document holds no text", None)]


@pytest.mark.parametrize("media_type", ["text/plain", "txt", "Text/Plain; charset=utf-8"])
def test_the_type_can_be_forced(media_type: str) -> None:
    assert readers.read(b"<html>None", media_type=media_type).text == "<html>None"


def test_an_unknown_type_is_a_wrong_call() -> None:
    with pytest.raises(UsageError, match=r"^no reader for 'text/x': use one of txt, html, md, pdf, docx, text/plain, "):
        readers.read(b"", media_type="text/x")


def test_read_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"None.")
    assert read_bytes(tmp_path / "a.txt") == b"None."


def _missing(path: Path) -> None: ...


NOT_FILES: list[tuple[Callable[[Path], object], str]] = [
    (_missing, "{}: no such file (check the spelling)"),
    (Path.mkdir, "{}: is a folder (give its files, such as {}/*.txt)"),
    (os.mkfifo, "{}: is a pipe (send it to standard input: minutes parse - < {})"),
    (
        lambda path: path.symlink_to("/dev/null"),
        "{}: is a device (give a file, or - for standard input)",
    ),
    (lambda path: path.symlink_to(path), "{}: Too many levels of symbolic links (check the path)"),
]


@pytest.mark.parametrize(("make", "message"), NOT_FILES)
def test_what_is_no_file_is_named(make: Callable[[Path], object], message: str, tmp_path: Path) -> None:
    path = tmp_path / "a"
    make(path)
    with pytest.raises(UnreadableError) as error:
        read_bytes(path)
    assert str(error.value) == message.replace("{}", str(path))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.touch(mode=0)
    with pytest.raises(UnreadableError, match=r"permission denied \(ask its owner"):
        read_bytes(path)


@pytest.mark.parametrize("path", ["a\0b", "a" * 5000])
def test_paths_that_cannot_be(path: str) -> None:
    with pytest.raises(UnreadableError, match=r"\(check the path\)$"):
        read_bytes(path)
