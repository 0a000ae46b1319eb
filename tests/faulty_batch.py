"""`minutes` whose workers do what the name of a document says, so that tests see what becomes of it.

Run as a script it is the command; its workers import it as a module. Each start of a conversion is noted, with the
worker's process, in the file that NOTES names.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import Any

from minutes_parser import pipeline
from minutes_parser.batch import pool

CHILD = ("-P", "-c", "import sys; sys.path[:] = sys.argv[1:]; import faulty_batch; faulty_batch.child()")
parse = pipeline.parse


def act(data: bytes, *, name: str, **options: Any) -> Any:
    """Parses, unless the name says otherwise."""
    notes = os.environ.get("NOTES")
    if notes:
        with open(notes, "ab") as file:
            file.write(os.fsencode(f"{os.getpid()} {name}\n"))
    file_name = os.path.basename(name)
    if "dies" in file_name:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "killed" in file_name:
        os.kill(os.getpid(), signal.SIGKILL)
    if "hangs" in file_name:
        while True:
            time.sleep(1)
    if "hoards" in file_name:
        bytearray(1 << 40)
    if "fails" in file_name:
        raise KeyError("hedge")
    time.sleep(float(os.environ.get("SLOWER", "0")))
    return parse(data, name=name, **options)


def child() -> None:
    """What a worker runs."""
    from minutes_parser.batch.child import main

    pipeline.parse = act
    main()


if __name__ == "__main__":
    from minutes_parser.cli import main

    pool.CHILD = CHILD
    main(sys.argv[1:])
