"""Columns: a name, a type, and how the cell is got from a record."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from operator import attrgetter
from typing import Any, NamedTuple

from minutes_parser.schema import Person

Cell = str | int | bool | tuple[str | None, ...] | None


class Type(StrEnum):
    """What a cell holds where it holds anything."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    LIST = "list"
    """Texts in order; in a list of attendees, null where no attendee fits."""
    ATTENDEE = "attendee"
    """The `attendee` of one row of `attendees` of the same document."""


class Column(NamedTuple):
    """A column of a table, and the function that gives its cell of a record."""

    name: str
    type: Type
    value: Callable[[Any], Cell]


def columns(type_: Type, names: str, within: str = "") -> tuple[Column, ...]:
    """Columns that are called as what they hold: attributes of the record, or of the record `within` it."""
    return tuple(Column(name, type_, attrgetter(f"{within}.{name}".lstrip("."))) for name in names.split())


def optional(type_: Type, names: str, within: str, prefix: str) -> tuple[Column, ...]:
    """Columns of attributes of a record `within` the record that may not be there; their cells are null then."""
    return tuple(Column(prefix + name, type_, _if_there(within, name)) for name in names.split())


def person(name: str) -> tuple[Column, ...]:
    """The columns of one person who is mentioned: as printed, and as the attendee."""
    return (
        Column(name, Type.TEXT, _if_there(name, "text")),
        Column(f"{name}_attendee", Type.ATTENDEE, _if_there(name, "attendee")),
    )


def people(name: str, within: str = "") -> tuple[Column, ...]:
    """The columns of several people who are mentioned: as printed, and as the attendees, in the same order."""
    mentioned: Callable[[Any], tuple[Person, ...]] = attrgetter(f"{within}.{name}".lstrip("."))
    return (
        Column(name, Type.LIST, lambda record: tuple([one.text for one in mentioned(record)])),
        Column(f"{name[:-1]}_attendees", Type.LIST, lambda record: tuple([one.attendee for one in mentioned(record)])),
    )


def _if_there(within: str, name: str) -> Callable[[Any], Cell]:
    outer: Callable[[Any], Any] = attrgetter(within)
    inner: Callable[[Any], Cell] = attrgetter(name)

    def value(record: Any) -> Cell:
        found = outer(record)
        return None if found is None else inner(found)

    return value
