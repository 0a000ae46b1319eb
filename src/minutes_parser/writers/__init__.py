"""From records to text, one module a format.

A writer is a function `Minutes → str`; its text ends with a line end, and the texts of several records can be put one
after the other. WRITERS names them by format; a writer's module is imported when it is first used.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from typing import cast

from minutes_parser.errors import UsageError
from minutes_parser.schema import Minutes

WRITERS = {
    "json": "minutes_parser.writers.json_:dump_json",
    "jsonl": "minutes_parser.writers.json_:dump_jsonl",
    "yaml": "minutes_parser.writers.yaml_:dump_yaml",
}


def writer(format: str) -> Callable[[Minutes], str]:
    """The dump function of `format`.

    Raises UsageError for a format that does not exist.
    """
    if format not in WRITERS:
        raise UsageError(f"no format {format!r}: use one of {', '.join(WRITERS)}")
    return cast(Callable[[Minutes], str], pkgutil.resolve_name(WRITERS[format]))
