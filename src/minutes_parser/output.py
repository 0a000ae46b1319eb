"""Where output goes: data to standard output or a file, whole or not at all; words for a person to standard error."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO

from minutes_parser.errors import MinutesError

Write = Callable[[str], None]
WriteBytes = Callable[[bytes], None]

# what a terminal would obey, break a line at or choke on: controls, marks that turn the direction of writing, and the
# surrogates that stand for the bytes of a file name that are not UTF-8
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
ADVICE = "nothing was written; give another place with -o"
# the same without what makes lines and columns
OBEYED = re.compile("\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
PERMISSIONS = 0o666  # less the user's umask
# the name of a file that is being written, and that a killed run leaves behind: '.all.jsonl.4711.0a1b2c3d.tmp'
TEMPORARY = re.compile(r"\..*\.(?P<process>[0-9]+)\.[0-9a-f]{8}\.tmp", re.DOTALL)
# what no other file of the same run will fare better with
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO})


class OutputError(MinutesError):
    """Output that could not be written: where to, and why; `no_room` where nothing else can be written there either."""

    no_room = False


class ClosedPipeError(OutputError):
    """The program that read our output has gone, as `head` does when it has seen enough."""


def clean(text: str) -> str:
    """`text` on one line, with every character that a terminal would obey written as an escape."""
    return CONTROLS.sub(_escaped, text)


def _escaped(control: re.Match[str]) -> str:
    return control[0].encode("unicode_escape").decode()


def tell(text: str) -> None:
    """A line for a person, on standard error; nobody may be there to read it."""
    if sys.stderr is not None:
        with suppress(OSError):
            print(clean(text), file=sys.stderr)


def write_text(text: str) -> None:
    """Writes the text of a document to standard output: as it is, or, on a terminal, without what that would obey.

    Raises OutputError as `write_stdout` does.
    """
    is_terminal = sys.stdout is not None and sys.stdout.isatty()
    write_stdout(OBEYED.sub(_escaped, text) if is_terminal else text)


def write_stdout(text: str) -> None:
    """Writes `text` to standard output at once, as UTF-8 whatever the locale says.

    Raises OutputError where it cannot be written, ClosedPipeError where nobody reads it any more.
    """
    write_stdout_bytes(text.encode())


def write_stdout_bytes(data: bytes) -> None:
    """Writes `data` to standard output; see `write_stdout`."""
    if sys.stdout is None:
        raise OutputError("standard output: closed (open it, or give a file with -o)")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _abandon_stdout()
        raise ClosedPipeError("standard output: nobody reads it") from None
    except OSError as error:
        _abandon_stdout()
        raise OutputError(f"standard output: {error.strerror} (make room, or give a file with -o)") from None


@contextmanager
def open_output(path: str) -> Iterator[Write]:
    """A function that writes text, as UTF-8, to the file at `path` or to standard output; see `open_bytes`."""
    with open_bytes(path) as write:
        yield lambda text: write(text.encode())


@contextmanager
def open_bytes(path: str, advice: str = ADVICE) -> Iterator[WriteBytes]:
    """A function that writes to the file at `path`, or to standard output where that is `-`.

    The file appears under its name when all is written, so that a run that fails, is stopped or writes nothing leaves
    what was there before. Raises OutputError.
    """
    if path == "-":
        yield write_stdout_bytes
    elif is_special(path):  # renaming over /dev/null would do harm
        with failures(path, advice), open(path, "wb", buffering=0) as file:
            yield _writer(path, file, advice)
    else:
        with replacing(path, advice) as write:
            yield write


class Draft:
    """A file that is written beside the one whose place it takes."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.done = False
        """Whether it takes the place; to be set by who writes it."""


@contextmanager
def drafting(path: str, advice: str = ADVICE) -> Iterator[Draft]:
    """A new, empty file, which takes the place of the file at `path` when the body has ended and it is done.

    In every other case it goes, and what was there before stays. Raises OutputError, with `advice`.
    """
    target = os.path.realpath(path)
    draft = Draft(f"{_beginning(target)}{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        with failures(path, advice):
            os.close(os.open(draft.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PERMISSIONS))
        yield draft
        if draft.done:
            with failures(path, advice):
                _keep_permissions(target, draft.path)
                os.replace(draft.path, target)
    finally:
        with suppress(OSError):  # where it has taken the place, it is no longer there
            os.unlink(draft.path)


@contextmanager
def replacing(path: str, advice: str = ADVICE) -> Iterator[WriteBytes]:
    """A function that writes bytes to a file that takes the place of the one at `path` when all is written.

    It is written beside the target, and left out where nothing is written: no bytes are something, as the table of
    documents without such records is. Raises OutputError, with `advice`.
    """
    with drafting(path, advice) as draft:
        with failures(path, advice):
            file = os.fdopen(os.open(draft.path, os.O_WRONLY), "wb", buffering=0)
        write = _writer(path, file, advice)

        def write_draft(data: bytes) -> None:
            write(data)
            draft.done = True

        try:
            yield write_draft
        finally:
            with failures(path, advice):
                file.close()


def remove_half_written(path: str) -> None:
    """Removes what runs that were killed have left of the file at `path`."""
    beginning = _beginning(os.path.realpath(path))
    for name in os.listdir(os.path.dirname(beginning)):
        left = os.path.join(os.path.dirname(beginning), name)
        if left.startswith(beginning) and TEMPORARY.fullmatch(name):
            with suppress(FileNotFoundError):
                os.unlink(left)


def _beginning(target: str) -> str:
    """How the paths of the files begin that are written beside a target, to take its place."""
    folder, name = os.path.split(target)
    short = os.fsdecode(os.fsencode(name)[:100])  # a name may have 255 bytes, and this one is longer
    return os.path.join(folder, f".{short}.")


def _writer(path: str, file: FileIO, advice: str = ADVICE) -> WriteBytes:
    def write(data: bytes) -> None:
        rest = memoryview(data)
        with failures(path, advice):
            while rest:
                rest = rest[file.write(rest) :]

    return write


@contextmanager
def failures(path: str, advice: str = ADVICE) -> Iterator[None]:
    """Raises OutputError, with `advice`, for what goes wrong in the block while the output at `path` is written."""
    try:
        yield
    except OSError as error:
        wrong = OutputError(f"{path}: {error.strerror} ({advice})")
        wrong.no_room = error.errno in NO_ROOM
        raise wrong from None


def is_special(path: str) -> bool:
    """Whether something other than a regular file is there: a device or a pipe."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _keep_permissions(target: str, temporary: str) -> None:
    if os.path.exists(target):
        os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))


def _abandon_stdout() -> None:
    """Lets Python's last flush of standard output go nowhere instead of failing a second time."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
