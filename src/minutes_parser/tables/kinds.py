"""What tables there are: for each kind of record its columns, and its rows in a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from minutes_parser.schema import Item, Minutes
from minutes_parser.tables.columns import Cell, Column, Type, columns, optional, people, person

Row = tuple[Cell, ...]


class Branch(NamedTuple):
    """An item and where it stands in the tree of items of its document."""

    item: Item
    path: str
    """The numbers from the outermost item to this one, such as '4/4.1'; '#3' for a third item that has none."""
    parent: int | None
    """Where in the list of branches the item stands that this is a sub-item of."""


Records = Iterable[tuple[int | None, Any]]


class Kind(NamedTuple):
    """A kind of record: where its records are, and the columns of its table."""

    records: Callable[[Minutes, list[Branch]], Records]
    """Each record, and where in the list of branches the item stands that it belongs to, if any."""
    columns: tuple[Column, ...]
    """What the record itself says."""
    of_item: tuple[Column, ...] = ()
    """Which item (a Branch) the record belongs to."""


def branches(minutes: Minutes) -> list[Branch]:
    """The items of a document with their sub-items, in its order."""
    found: list[Branch] = []

    def climb(items: Iterable[Item], path: str, parent: int | None) -> None:
        for count, item in enumerate(items, 1):
            at = len(found)
            found.append(Branch(item, f"{path}{item.number or f'#{count}'}", parent))
            climb(item.items, f"{found[at].path}/", at)

    climb(minutes.items, "", None)
    return found


def all_columns(kind: Kind) -> tuple[Column, ...]:
    """The columns of the rows of a kind: those of its meeting, of its item, its own."""
    return (*OF_MEETING, *kind.of_item, *kind.columns)


def rows(kind: Kind, minutes: Minutes) -> Iterator[Row]:
    """A row for each record of a kind, in the order of the document; those outside every item are last."""
    tree = branches(minutes)
    meeting = cells(OF_MEETING, minutes)
    for at, record in kind.records(minutes, tree):
        item = cells(kind.of_item, tree[at]) if at is not None else (None,) * len(kind.of_item)
        yield (*meeting, *item, *cells(kind.columns, record))


def cells(of: Iterable[Column], record: object) -> Row:
    """What the columns hold for a record."""
    return tuple([column.value(record) for column in of])


def _minutes(minutes: Minutes, _: list[Branch]) -> Records:
    yield None, minutes


def _branches(_: Minutes, tree: list[Branch]) -> Records:
    return enumerate(tree)


def _listed(name: str) -> Callable[[Minutes, list[Branch]], Records]:
    """Records that the document lists beside its items."""
    return lambda minutes, _: ((None, record) for record in getattr(minutes, name))


def _anywhere(name: str) -> Callable[[Minutes, list[Branch]], Records]:
    """Records that items hold, and then those that stand outside every item."""

    def records(minutes: Minutes, tree: list[Branch]) -> Records:
        for at, branch in enumerate(tree):
            for record in getattr(branch.item, name):
                yield at, record
        for record in getattr(minutes, name):
            yield None, record

    return records


def _votes(side: str, field: str) -> Column:
    names: Callable[[Any], tuple[str, ...]] = attrgetter(f"names.{field}")
    return Column(f"names_{side}", Type.LIST, lambda motion: names(motion.votes) if motion.votes else ())


OF_MEETING = (
    Column("document", Type.TEXT, attrgetter("source.name")),
    *columns(Type.TEXT, "organisation body date", "meeting"),
)
OF_ITEM = (
    Column("item_path", Type.TEXT, attrgetter("path")),
    *(Column(f"item_{name}", Type.TEXT, attrgetter(f"item.{name}")) for name in ("number", "title")),
)
PLACE = optional(Type.INTEGER, "line page start end", "span", "")

KINDS = {
    "meetings": Kind(
        _minutes,
        (
            *columns(Type.TEXT, "kind status start_time end_time venue", "meeting"),
            *optional(Type.TEXT, "name phone email", "meeting.contact", "contact_"),
            *optional(Type.TEXT, "date start_time venue", "next_meeting", "next_"),
            *columns(Type.TEXT, "layout"),
            *columns(Type.TEXT, "sha256 media_type encoding", "source"),
            *columns(Type.INTEGER, "characters pages", "source"),
            *columns(Type.INTEGER, "unparsed", "coverage"),
            *optional(Type.INTEGER, "line page start end", "meeting.span", ""),
        ),
    ),
    "attendees": Kind(
        _listed("attendees"),
        (
            Column("attendee", Type.TEXT, attrgetter("id")),
            *columns(Type.TEXT, "name title post_nominals role affiliation group status substitute_for"),
            *columns(Type.BOOLEAN, "remote"),
            *columns(Type.TEXT, "arrived left"),
            *PLACE,
        ),
    ),
    "items": Kind(
        _branches,
        (
            *columns(Type.TEXT, "path"),
            *columns(Type.TEXT, "number title agenda_number", "item"),
            *people("presenters", "item"),
            *columns(Type.TEXT, "purpose", "item"),
            *columns(Type.INTEGER, "duration_minutes", "item"),
            Column("documents", Type.LIST, lambda branch: tuple(entry.title for entry in branch.item.documents)),
            *columns(Type.TEXT, "text", "item"),
            *columns(Type.LIST, "headings", "item"),
            *columns(Type.BOOLEAN, "truncated", "item"),
            *optional(Type.INTEGER, "line page start end", "item.span", ""),
        ),
    ),
    "decisions": Kind(
        _anywhere("decisions"),
        (
            *columns(Type.TEXT, "kind text"),
            *columns(Type.LIST, "clauses"),
            *columns(Type.BOOLEAN, "formal"),
            *PLACE,
        ),
        OF_ITEM,
    ),
    "motions": Kind(
        _anywhere("motions"),
        (
            *columns(Type.TEXT, "text"),
            *person("mover"),
            *person("seconder"),
            *columns(Type.TEXT, "outcome"),
            Column("votes_for", Type.INTEGER, lambda motion: motion.votes and motion.votes.for_),
            *optional(Type.INTEGER, "against abstain", "votes", "votes_"),
            _votes("for", "for_"),
            _votes("against", "against"),
            _votes("abstain", "abstain"),
            *PLACE,
        ),
        OF_ITEM,
    ),
    "actions": Kind(
        _anywhere("actions"),
        (
            *columns(Type.TEXT, "text"),
            *people("owners"),
            Column("due", Type.TEXT, lambda action: action.due and action.due.text),
            *optional(Type.TEXT, "date", "due", "due_"),
            *columns(Type.BOOLEAN, "explicit"),
            *PLACE,
        ),
        OF_ITEM,
    ),
    "declarations": Kind(
        _anywhere("declarations"),
        (
            *person("person"),
            *columns(Type.TEXT, "kind text"),
            *columns(Type.BOOLEAN, "left_meeting"),
            *PLACE,
        ),
        OF_ITEM,
    ),
    "appendices": Kind(_listed("appendices"), (*columns(Type.TEXT, "title"), *PLACE)),
    "warnings": Kind(_listed("warnings"), (*columns(Type.TEXT, "code message"), *PLACE)),
}
