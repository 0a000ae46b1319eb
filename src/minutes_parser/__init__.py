"""Turns the minutes of councils, boards and committees into structured data.

>>> from minutes_parser import parse
>>> minutes = parse("1. Apologies\\nNone.\\n2. Hedges\\nRESOLVED: That the hedge be cut.")
>>> minutes.items[1].decisions[0].text
'That the hedge be cut.'
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from minutes_parser.errors import MinutesError as MinutesError
    from minutes_parser.errors import UnreadableError as UnreadableError
    from minutes_parser.errors import UsageError as UsageError
    from minutes_parser.limits import Limits as Limits
    from minutes_parser.pipeline import parse as parse
    from minutes_parser.pipeline import parse_file as parse_file
    from minutes_parser.schema import Minutes as Minutes

# public name → the module that holds it; loaded at first use, because `minutes --help` must not wait for pydantic
_PUBLIC = {
    "parse": "pipeline",
    "parse_file": "pipeline",
    "Minutes": "schema",
    "Limits": "limits",
    "MinutesError": "errors",
    "UnreadableError": "errors",
    "UsageError": "errors",
}

__all__ = ["Limits", "Minutes", "MinutesError", "UnreadableError", "UsageError", "__version__", "parse", "parse_file"]


def __getattr__(name: str) -> Any:
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_PUBLIC[name]}"), name)
