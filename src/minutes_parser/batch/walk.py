"""What is to be converted: a stream of files in sorted order, and what is passed over, with the reason."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePosixPath
from typing import NamedTuple

from minutes_parser.batch.places import Entry, is_remote, join, place_of
from minutes_parser.errors import UsageError
from minutes_parser.output import clean
from minutes_parser.readers.sniff import SUFFIXES

DOCUMENTS = frozenset({*SUFFIXES, ".txt", ".text"})

Identity = tuple[int, int]


class Root(NamedTuple):
    """A source as it was given, and the folder of the output tree that its files go to ('' for the tree itself)."""

    path: str
    prefix: str


class Found(NamedTuple):
    """A file, or what was passed over: `path` as the user would name it, `inner` its path in the output tree."""

    path: str
    inner: str
    skipped: str | None = None
    error: str | None = None


@dataclass(frozen=True)
class Selection:
    """Which files of a folder are wanted. A glob without a slash is for the name, one with a slash for the path."""

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    follow_links: bool = False
    avoid: frozenset[Identity] = frozenset()  # folders of our own, which are no source

    def objection(self, entry: Entry, inner: str) -> str | None:
        """Why an entry is passed over; None where it is wanted."""
        if entry.name.startswith("."):
            return "hidden"
        if _matches(inner, self.exclude):
            return "excluded"
        if entry.is_link and not self.follow_links:
            return "a link"
        if entry.is_folder or _matches(inner, self.include):
            return None
        if self.include:
            return "not included"
        known = PurePosixPath(entry.name).suffix.lower() in DOCUMENTS
        return None if known else "another file type"


class _Folder(NamedTuple):
    path: str
    inner: str
    identity: Identity | None
    entries: Iterator[Entry]


def check_sources(sources: Iterable[str]) -> None:
    """Raises UsageError for a source that is not there."""
    for source in sources:
        place = place_of(source)
        if not place.is_folder(source) and place.stamp(source) is None:
            raise UsageError(f"'{clean(source)}' does not exist.")


def roots_of(sources: Sequence[str]) -> list[Root]:
    """Where the files of each source go in the output tree.

    The files of one folder go straight into it; of several sources each folder keeps its own name. Raises UsageError
    where two sources would write the same files.
    """
    named: dict[str, str] = {}
    for source in sources:
        name = _own_name(source)
        if name in named:
            pair = f"'{clean(named[name])}' and '{clean(source)}'"
            raise UsageError(f"{pair} would write the same files: convert them into two folders.")
        named[name] = source
    keep_name = len(sources) > 1
    return [Root(path, name if keep_name and place_of(path).is_folder(path) else "") for name, path in named.items()]


def walk(roots: Iterable[Root], selection: Selection) -> Iterator[Found]:
    """Every file and every folder that is passed over, in sorted order; a file that was named is always wanted."""
    for root in roots:
        if place_of(root.path).is_folder(root.path):
            yield from _walk_folder(root, selection)
        else:
            yield Found(root.path, _own_name(root.path))


def _walk_folder(root: Root, selection: Selection) -> Iterator[Found]:
    """Depth first, with a stack of our own: an archive may be nested deeper than Python calls may be."""
    top = _open(Found(root.path, root.prefix), (), selection)
    stack = [top] if isinstance(top, _Folder) else []
    if isinstance(top, Found):
        yield top
    while stack:
        entry = next(stack[-1].entries, None)
        if entry is None:
            stack.pop()
            continue
        found = _look_at(entry, stack[-1], root, selection)
        opened = found if found.skipped or not entry.is_folder else _open(found, stack, selection)
        if isinstance(opened, _Folder):
            stack.append(opened)
        elif opened:
            yield opened


def _look_at(entry: Entry, folder: _Folder, root: Root, selection: Selection) -> Found:
    inner = join(folder.inner, entry.name) if folder.inner else entry.name
    objection = selection.objection(entry, inner.removeprefix(f"{root.prefix}/") if root.prefix else inner)
    return Found(join(folder.path, entry.name), inner, skipped=objection)


def _open(found: Found, above: Sequence[_Folder], selection: Selection) -> _Folder | Found | None:
    """The folder with its entries, or why it has none to give; None for a folder of our own."""
    identity = _identity(found.path)
    if identity in selection.avoid:
        return None
    if identity and any(folder.identity == identity for folder in above):
        return found._replace(skipped="a link to a folder that it is in")
    try:
        entries = place_of(found.path).entries(found.path)
    except OSError as error:
        return found._replace(error=f"{found.path}: {error.strerror or error} (its files were not read)")
    return _Folder(found.path, found.inner, identity, iter(entries))


def _identity(path: str) -> Identity | None:
    return None if is_remote(path) else identity_of(path)


def identity_of(path: str) -> Identity | None:
    """What two paths of one local folder have in common; None where nothing is there."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _own_name(source: str) -> str:
    """The last part of a path; of '.' and '..', that of the folder that is meant."""
    if is_remote(source):
        return source.rstrip("/").rpartition("/")[2]
    return os.path.basename(os.path.abspath(source))


def _matches(inner: str, globs: Iterable[str]) -> bool:
    name = inner.rpartition("/")[2]
    return any(fnmatchcase(inner if "/" in glob else name, glob) for glob in globs)
