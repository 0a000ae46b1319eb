"""Coverage-guided fuzzing of one reader or of the whole pipeline: `python fuzz/fuzz.py TARGET [libFuzzer's options]`.

A target makes a source of the fuzzer's bytes, reads it, and checks what must hold of whatever was read. What fails is
written to fuzz/findings/TARGET, once for each place that it fails at, and the run goes on.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import atheris

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "tests")]

with atheris.instrument_imports(include=["minutes_parser"]):
    from minutes_parser import Minutes, UnreadableError, parse
    from minutes_parser.extractors import EXTRACTORS
    from minutes_parser.readers import SHORT_NAMES, read
    from minutes_parser.readers.docx import read_docx  # noqa: F401 - instrumented now, loaded late otherwise
    from minutes_parser.readers.html_ import read_html  # noqa: F401
    from minutes_parser.readers.markdown import read_markdown  # noqa: F401
    from minutes_parser.readers.pdf import read_pdf  # noqa: F401
    from minutes_parser.writers.json_ import dump_json

import sources  # noqa: E402 - after the package, which has to be instrumented first

import contract  # noqa: E402

FINDINGS = HERE / "findings"
CORPUS = HERE / "corpus"


def check_reader(kind: str, data: bytes) -> None:
    """A document whose parts fit its text, or our own error."""
    try:
        document = read(data, "fuzz", kind)
    except UnreadableError as error:
        if "\n" in str(error):
            raise AssertionError("a message of several lines") from error
        return
    text = document.text
    text.encode()
    assert len(document.folded) == len(text), "folding changed the length"
    assert list(document.pages) == sorted(document.pages), "pages out of order"
    assert all(0 <= start <= end <= len(text) for start, end in document.furniture), "furniture outside the text"
    assert all(0 <= start < len(text) for start, _ in document.headings), "a heading outside the text"


def check_pipeline(data: bytes) -> None:
    """A record with a sound contract, the same when it is read again."""
    choice, source = data[0] if data else 0, data[1:]
    layout = [None, *EXTRACTORS][choice % 5]
    kind = ("txt", "html", "md")[choice // 5 % 3]
    try:
        minutes = parse(source, layout=layout, media_type=kind)
    except UnreadableError:
        return
    dumped = dump_json(minutes)
    assert dump_json(Minutes.model_validate_json(dumped)) == dumped, "JSON is not the identity"
    faults = contract.faults(json.loads(dumped), read(source, "-", kind).text)
    assert not faults, faults[0]


TARGETS: dict[str, Callable[[bytes], None]] = {
    "plain": lambda data: check_reader("txt", data),
    "html": lambda data: check_reader("html", data),
    "markdown": lambda data: check_reader("md", data),
    "docx": lambda data: check_reader("docx", sources.docx_of(data)),
    "pdf": lambda data: check_reader("pdf", sources.pdf_of(data)),
    "pipeline": check_pipeline,
}
assert set(SHORT_NAMES) == {"txt", "html", "md", "pdf", "docx"}


class Collector:
    """Runs a target, and keeps one input for each place at which it fails."""

    def __init__(self, target: str) -> None:
        self._check = TARGETS[target]
        self._folder = FINDINGS / target
        self._seen: set[str] = set()

    def __call__(self, data: bytes) -> None:
        """One execution."""
        try:
            self._check(data)
        except Exception as error:  # whatever it is, it is a finding
            self._keep(data, error)

    def _keep(self, data: bytes, error: Exception) -> None:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{type(error).__name__} {Path(frame.filename).name}:{frame.lineno} {_kind(str(error))}"
        if place in self._seen:
            return
        self._seen.add(place)
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / hashlib.sha256(data).hexdigest()[:12]
        path.write_bytes(data)
        path.with_suffix(".trace").write_text(f"{place}\n{''.join(traceback.format_exception(error))}")
        print(f"FINDING {place}: {path}", file=sys.stderr)


def _kind(message: str) -> str:
    """What a message says without the words and numbers of its case."""
    return re.sub(r"\[.*\]|'.*'|[0-9]+", "#", message.split("\n")[0])[:60]


def main() -> None:
    """Fuzzes the target named by the first argument, from the seeds in fuzz/corpus/TARGET."""
    target, *options = sys.argv[1:]
    corpus = CORPUS / target
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(sources.seeds(target)):
        (corpus / f"seed-{number:02}").write_bytes(seed)
    artifacts = FINDINGS / target
    artifacts.mkdir(parents=True, exist_ok=True)
    words = HERE / "words.dict"
    atheris.Setup(
        [sys.argv[0], str(corpus), f"-dict={words}", f"-artifact_prefix={artifacts}/", *options], Collector(target)
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
