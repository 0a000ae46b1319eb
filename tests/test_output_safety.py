"""What reaches a terminal or another program is safe to read, and nothing that a document names is opened or run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from conftest import Run, record
from make_docx import make_docx, p
from make_pdf import Text, make_pdf
from minutes_parser import parse
from minutes_parser.output import write_text
from minutes_parser.readers import read
from minutes_parser.writers import WRITERS, writer

Minutes = Callable[..., Run]
ESCAPES = "\x1b]0;owned\x07\x1b[2J\x9b31m\x08\x7f\u202e\u2066\u200f"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
HOSTILE_TEXT = (
    f"Hedge{ESCAPES} Committee\n\nPresent: Cllr Sam{ESCAPES} Hill, Cllr Sam Moor\n\n"
    f"1. Hedges{ESCAPES}\n\nAction: Sam to write{ESCAPES}.\n\n1. Paths\n\nMonday 31 February 2024{ESCAPES}\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ["parse", "a.txt", "-v"],
        ["parse", "a.txt", "-f", "yaml"],
        ["parse", "a.txt", "--compact"],
        ["parse", f"b{ESCAPES}.txt"],
        ["parse", f"*{ESCAPES}"],
        ["parse", f"b{ESCAPES}.txt", f"--layout={ESCAPES}"],
        ["parse", "a.txt", f"--{ESCAPES}"],
        ["parse", "a.txt", "--max-bytes", ESCAPES],
        ["parse", "a.txt", "-o", f"{ESCAPES}/b.json"],
        ["parse", "a.txt", "a.txt", "-o", f"./a.txt{ESCAPES}/../a.txt"],
        ["text", f"b{ESCAPES}.txt"],
        [ESCAPES],
    ],
    ids=lambda arguments: " ".join(arguments).replace(ESCAPES, "ESC"),
)
def test_no_message_and_no_record_holds_what_a_terminal_obeys(
    minutes: Minutes, folder: Path, arguments: list[str]
) -> None:
    Path("a.txt").write_text(HOSTILE_TEXT, encoding="utf-8")
    run = minutes(*arguments)
    assert not OBEYED.findall(run.out + run.err)
    assert run.out or run.err


def test_text_for_a_terminal_is_printed_without_what_it_obeys(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"Hedges{ESCAPES}\tcut\r\nPaths\r"
    write_text(text)
    assert capfdbinary.readouterr().out.decode() == text
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True)
    write_text(text)
    shown = r"\x1b]0;owned\x07\x1b[2J\x9b31m\x08\x7f\u202e\u2066\u200f"
    assert capfdbinary.readouterr().out.decode() == f"Hedges{shown}\tcut\r\nPaths\\r"


# values that YAML could take for another type, and JSON for no text

WORDS = "no Yes on OFF null ~ y n 12:30 12:30:45 0o17 0x1f 1e3 1_000 .5 +.inf .NaN 2024-01-01 = << &a *a - ? | > % @ `"
SIGNS = ("!!python/object:os.system", "{a: [#", "", " ", "a: b", "a #b", "- a", "\n", "a\n", "\na", " a\n b", "a\r\nb")
ODD = ("\t", "\x1b[0m", "\x00", "\x85", "\u2028", "\ufeff", ESCAPES, "\U0001f333", "\u202ea\nb")
TRICKS = [*WORDS.split(), *SIGNS, *ODD]


@pytest.mark.parametrize("text", TRICKS, ids=ascii)
def test_yaml_and_json_load_back_to_the_same_text(text: str) -> None:
    minutes = record(text=text, title=text)
    for loaded in (yaml.safe_load(writer("yaml")(minutes)), json.loads(writer("json")(minutes))):
        assert loaded["items"][0]["text"] == loaded["items"][0]["title"] == text
    assert not any(OBEYED.findall(writer(name)(minutes)) for name in WRITERS)


HALVES = {
    "a string": "1. Hedges \ud800\n\n2. Paths \udfff\n",
    "UTF-16": "1. Hedges \ud800\n\n2. Paths\n".encode("utf-16-le", "surrogatepass"),
    "UTF-8": "1. Hedges \ud800\n\n2. Paths\n".encode("utf-8", "surrogatepass"),
    "HTML": b"<p>1. Hedges &#xd800; &amp;#xd800; &#55296;</p><p>2. Paths",
}


@pytest.mark.parametrize("source", HALVES.values(), ids=HALVES)
def test_no_half_of_a_character_is_in_the_output(source: str | bytes) -> None:
    for name in WRITERS:
        assert "Hedges" in writer(name)(parse(source, name="\udcff")).encode().decode()


SCRIPTS = [
    "<script>evil()</script>",
    "<SCRIPT SRC=//a.example/>evil()</SCRIPT >",
    "<script><!--<script>evil()</script>-->evil()</script>",
    "<svg><script>evil()</script><text>evil()</text></svg>",
    "<style>evil()</style>",
    "<noscript>evil()</noscript>",
    "<template>evil()</template>",
    "<iframe srcdoc='<p>evil()'></iframe>",
    "<object data='data:text/html,evil()'>evil()</object>",
    "<p onclick='evil()'><a href='javascript:evil()'><img src=x onerror=evil()>",
    "<math><mtext>evil()</mtext></math>",
    "<!--[if IE]>evil()<![endif]-->",
    "<![CDATA[evil()]]>",
    "<?php evil() ?>",
    "<script>evil()",
]


@pytest.mark.parametrize("script", SCRIPTS)
def test_no_script_is_in_the_text_of_a_page(script: str) -> None:
    text = read(f"<!doctype html><p>1. Hedges</p>{script}".encode()).text
    assert "Hedges" in text
    assert "evil" not in text


# a document that names everything that a careless reader would open, in every file type

LINK = "http://127.0.0.1:9/evil"
PAGE = f"""<!doctype html><base href="{LINK}"><link rel=stylesheet href="{LINK}">
<meta http-equiv=refresh content="0;{LINK}"><script src="{LINK}"></script><iframe src="{LINK}"></iframe>
<p>1. Hedges <a href="file:///etc/passwd">cut</a><img src="{LINK}">
<object data="/etc/passwd"></object><p>2. Paths <embed src="{LINK}"><form action="{LINK}"><input type=file></form>"""
FRONT = '---\nfile: !!python/object/apply:os.system ["touch evil"]\ninclude: !include /etc/passwd\n---\n\n'
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    f'Type="image" Target="{LINK}" TargetMode="External"/></Relationships>'
)
NAMED = {
    "a.txt": b"1. Hedges, see file:///etc/passwd and $(touch evil) `touch evil`\n\n2. Paths http://127.0.0.1:9/evil\n",
    "a.md": f"{FRONT}# 1. Hedges ![a]({LINK})\n\n# 2. Paths <{LINK}>\n\n{{% include /etc/passwd %}}\n".encode(),
    "a.html": PAGE.encode(),
    "a.docx": make_docx(
        p("1. Hedges") + f'<w:p><w:hyperlink w:anchor="{LINK}"><w:r><w:t>2. Paths</w:t></w:r></w:hyperlink></w:p>'
        '<w:p><w:r><w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText></w:r></w:p>'
    ),
    "a.pdf": make_pdf(
        [[Text(72, 700, "1. Hedges"), Text(72, 650, "2. Paths")]], f"/OpenAction << /S /URI /URI ({LINK}) >>"
    ),
}
AUDIT = """
import os, sys
from minutes_parser import parse_file
from minutes_parser.writers import WRITERS, writer
def work():
    for path in sys.argv[1:]:
        for name in WRITERS:
            writer(name)(parse_file(path))
work()  # what is loaded at first use is loaded now
def watch(event, arguments):
    opens = event == "open" and not isinstance(arguments[0], int) and arguments[0] not in sys.argv[1:]
    if opens or event in CALLS or event.startswith(KINDS):
        seen.append((event, str(arguments[:1])))
CALLS = "os.listdir os.scandir glob.glob import compile exec os.remove os.rename os.mkdir ctypes.dlopen".split()
KINDS = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.")
seen = []
sys.addaudithook(watch)
work()
print(seen)
"""


def test_nothing_that_a_document_names_is_opened_or_run(folder: Path) -> None:
    for name, data in NAMED.items():
        Path(name).write_bytes(data)
    done = subprocess.run([sys.executable, "-c", AUDIT, *NAMED], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMED)
