"""Where output goes: data to standard output or a file, whole or not at all; words for a person to standard error."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import IO

from minutes_parser.errors import MinutesError

Write = Callable[[str], None]

# what a terminal would obey, break a line at or choke on: controls, marks that turn the direction of writing, and the
# surrogates that stand for the bytes of a file name that are not UTF-8
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# the same without what makes lines and columns
OBEYED = re.compile("\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
PERMISSIONS = 0o666  # less the user's umask


class OutputError(MinutesError):
    """Output that could not be written: where to, and why."""


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
    if sys.stdout is None:
        raise OutputError("standard output: closed (open it, or give a file with -o)")
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _abandon_stdout()
        raise ClosedPipeError("standard output: nobody reads it") from None
    except OSError as error:
        _abandon_stdout()
        raise OutputError(f"standard output: {error.strerror} (make room, or give a file with -o)") from None


@contextmanager
def open_output(path: str) -> Iterator[Write]:
    """A function that writes to the file at `path`, or to standard output where that is `-`.

    The file appears under its name when all is written, so that a run that fails, is stopped or writes nothing leaves
    what was there before. Raises OutputError.
    """
    if path == "-":
        yield write_stdout
    elif _is_special(path):  # renaming over /dev/null would do harm
        with _failures(path), open(path, "wb") as file:
            yield _writer(path, file)
    else:
        with _replacing(os.path.realpath(path), path) as write:
            yield write


@contextmanager
def _replacing(target: str, path: str) -> Iterator[Write]:
    folder, name = os.path.split(target)
    temporary = os.path.join(folder, f".{name[:100]}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    with _vanishing(temporary), _opened(temporary, path) as file:
        yield _writer(path, file)
        with _failures(path):
            written = file.tell()
            file.close()
            if written:
                _keep_permissions(target, temporary)
                os.replace(temporary, target)


@contextmanager
def _vanishing(temporary: str) -> Iterator[None]:
    """Leaves no file of that name behind, whatever happens."""
    try:
        yield
    finally:
        with suppress(OSError):
            os.unlink(temporary)


@contextmanager
def _opened(temporary: str, path: str) -> Iterator[IO[bytes]]:
    """A new file, closed at the end; what its last flush could not write is somebody else's complaint."""
    with _failures(path):
        file = os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PERMISSIONS), "wb")
    try:
        yield file
    finally:
        with suppress(OSError):
            file.close()


def _writer(path: str, file: IO[bytes]) -> Write:
    def write(text: str) -> None:
        with _failures(path):
            file.write(text.encode())
            file.flush()

    return write


@contextmanager
def _failures(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path}: {error.strerror} (nothing was written; give another place with -o)") from None


def _is_special(path: str) -> bool:
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
