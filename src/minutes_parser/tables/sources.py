"""What tables are made of: documents, parsed outputs and folders of either, as one stream of records."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator

from minutes_parser.errors import UnreadableError
from minutes_parser.readers.files import explaining
from minutes_parser.readers.sniff import SUFFIXES
from minutes_parser.schema import Minutes
from minutes_parser.tables.outputs import Found, is_output, read_outputs

DOCUMENT_SUFFIXES = (".txt", *SUFFIXES)
# what `minutes batch` keeps beside its outputs: an account of the run, no record
MANIFEST = "manifest.jsonl"
# what it adds to the name of a document for its output
OUTPUTS = (".json", ".yaml")


class Sources:
    """The records of some paths, one at a time, and how many sources could not be read or were passed over.

    A path is a document, a parsed output (`.json`, `.jsonl`, `.jsonl.gz`, `.yaml`), a folder of either, or `-` for
    records on standard input. A folder is walked in order of name, without its hidden files, manifests and the file
    `output`; what else is passed over is counted: links, other types of files, and documents beside their outputs.
    """

    def __init__(self, paths: Iterable[str], complain: Callable[[UnreadableError], object], output: str = "-") -> None:
        self.paths = paths
        self.complain = complain
        self.output = os.path.realpath(output)
        self.read = self.failed = self.skipped = 0

    def __iter__(self) -> Iterator[Minutes]:
        for path in self.paths:
            for found in self._found(path):
                if isinstance(found, Minutes):
                    self.read += 1
                    yield found
                else:
                    self.failed += 1
                    self.complain(found)

    def _found(self, path: str) -> Iterator[Found]:
        waiting = [path]
        while waiting:
            path = waiting.pop()
            if path == "-" or not os.path.isdir(path):
                yield from _in_file(path)
                continue
            try:
                waiting += self._entries(path)
            except UnreadableError as error:
                yield error

    def _entries(self, folder: str) -> list[str]:
        """The paths in a folder that are to be read, the last first."""
        with explaining(folder), os.scandir(folder) as entries:
            shown = {entry.name: entry for entry in entries if not entry.name.startswith(".")}
        known = [name for name in sorted(shown, reverse=True) if name != MANIFEST and not self._is_output(shown[name])]
        wanted = [name for name in known if _is_wanted(shown[name], shown)]
        self.skipped += len(known) - len(wanted)
        return [shown[name].path for name in wanted]

    def _is_output(self, entry: os.DirEntry[str]) -> bool:
        return entry.name == os.path.basename(self.output) and os.path.realpath(entry.path) == self.output


def _is_wanted(entry: os.DirEntry[str], beside: Container[str]) -> bool:
    """Whether an entry of a folder is a folder, a parsed output, or a document without its output beside it."""
    if entry.is_dir(follow_symlinks=False):
        return True
    if not entry.is_file(follow_symlinks=False):
        return False
    is_document = os.path.splitext(entry.name)[1].lower() in DOCUMENT_SUFFIXES
    return is_output(entry.name) or (is_document and not any(entry.name + suffix in beside for suffix in OUTPUTS))


def _in_file(path: str) -> Iterator[Found]:
    if path == "-" or is_output(path):
        yield from read_outputs(path)
        return
    from minutes_parser.pipeline import parse_file  # tables of parsed outputs need no parser

    try:
        yield parse_file(path)
    except UnreadableError as error:
        yield error
