"""The records that every document is turned into (schema version 1.0).

Every key is always there. What the document does not say is `None` or an empty tuple: nothing is guessed. Dates are ISO
(`2016-04-28`), times 24-hour (`18:00`), both as text, so that a record is the same in JSON, YAML and Python.
"""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Literal["1.0"] = "1.0"

Layout = Literal["ai-tagged", "web", "numbered", "free-text"]
Outcome = Literal["carried", "lost", "withdrawn", "deferred"]
Attendance = Literal["present", "apologies", "absent"]
IsoDate = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
ClockTime = Annotated[str, Field(pattern=r"^\d{2}:\d{2}$")]


class Record(BaseModel):
    """What all records share: they cannot be changed, and a key that is not in the schema is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_post_init(self, context: Any) -> None:
        """Lets the records of a kind share one set of the names of their keys, which halves their memory.

        All keys of a record are always set, and pydantic keeps a set of them with each record.
        """
        object.__setattr__(self, "__pydantic_fields_set__", _keys(type(self)))


@cache
def _keys(kind: type[Record]) -> set[str]:
    return set(kind.model_fields)


class Span(Record):
    """The place of a value in the text that `minutes text FILE` prints."""

    start: int = Field(ge=0, description="Offset of the first character, counted in Unicode code points from 0.")
    end: int = Field(ge=0, description="Offset after the last character.")
    line: int = Field(ge=1, description="Line of the first character, counted from 1.")
    page: int | None = Field(description="Page of the first character, counted from 1; null where there are no pages.")


class Source(Record):
    """The document that was read."""

    name: str = Field(description="Name of the file as it was given, or '-' for standard input.")
    sha256: str = Field(description="SHA-256 of the bytes, in hexadecimal.")
    media_type: str = Field(description="What the bytes were read as, such as text/plain.")
    encoding: str | None = Field(description="Character encoding of the bytes; null for binary file types.")
    characters: int = Field(ge=0, description="Length of the decoded or extracted text in code points.")
    pages: int | None = Field(description="Number of pages; null where there are none.")


class Contact(Record):
    """Whom to ask about the meeting."""

    name: str | None = Field(description="Name of the contact as printed.")
    phone: str | None = Field(description="Telephone number as printed.")
    email: str | None = Field(description="E-mail address as printed.")


class Meeting(Record):
    """Which body met, when and where."""

    organisation: str | None = Field(description="The council, trust or company that the body belongs to, as printed.")
    body: str | None = Field(description="The committee, board, panel or council that met, as printed.")
    kind: str | None = Field(description="Kind of meeting as printed: Ordinary, Extraordinary, Annual General, …")
    status: str | None = Field(description="Standing of the minutes as printed: draft, approved, confirmed, …")
    date: IsoDate | None = Field(description="Day of the meeting; the first day where it ran over several.")
    start_time: ClockTime | None = Field(description="When the meeting began.")
    end_time: ClockTime | None = Field(description="When the meeting closed.")
    venue: str | None = Field(description="Where the body met, as printed, on one line.")
    contact: Contact | None = Field(description="Whom to ask about the meeting.")
    span: Span | None = Field(description="The heading that these values were read from.")


class Attendee(Record):
    """Somebody whom the document lists as present, absent or sending apologies."""

    id: str = Field(description="Identifier within this document, made from the name; other records refer to it.")
    name: str = Field(description="Name as printed, without title, post-nominals and role.")
    title: str | None = Field(description="Councillor, Cllr, Mr, Dr, …, in the singular, as printed.")
    post_nominals: str | None = Field(description="Letters after the name, such as CBE.")
    role: str | None = Field(description="Office in the meeting or the body: Chair, Vice-Chair, Clerk, …")
    affiliation: str | None = Field(description="Organisation, job or ward printed with the name.")
    group: str | None = Field(description="Heading of the list that the name stands in: Members, Officers, …")
    status: Attendance = Field(description="Whether the person was present, sent apologies or was absent.")
    substitute_for: str | None = Field(description="Whom the person stood in for, as printed.")
    remote: bool | None = Field(description="True where the document says that the person attended remotely.")
    arrived: ClockTime | None = Field(description="When the person came, where they came late at a stated time.")
    left: ClockTime | None = Field(description="When the person went, where they went early at a stated time.")
    span: Span = Field(description="The printed name and what belongs to it.")


class Person(Record):
    """Somebody who is mentioned as owner, mover, seconder, declarant or presenter."""

    text: str = Field(description="The person as printed.")
    attendee: str | None = Field(description="`id` of the one attendee who fits; null where none or several do.")


class AttachedDocument(Record):
    """A document attached to an item of a committee system's page."""

    title: str = Field(description="Title of the document, or of the item it is attached to.")
    media_type: str | None = Field(description="Its file type, such as application/pdf.")
    size: str | None = Field(description="Its size as printed, such as '99 KB'.")


class Decision(Record):
    """What was resolved, with or without a vote."""

    kind: str = Field(description="resolved, agreed, noted, approved, recommended, decided, adopted or carried.")
    text: str = Field(description="The decision whole, white space folded, without its marker.")
    clauses: tuple[str, ...] = Field(description="Its lettered or numbered parts, without their labels.")
    formal: bool = Field(description="True where the document marks it; false where it was read out of a sentence.")
    span: Span = Field(description="The printed words of the text.")


class Due(Record):
    """When an action is to be done."""

    text: str = Field(description="The words as printed, such as 'by 12 May 2021'.")
    date: IsoDate | None = Field(description="The day, where it can be worked out from the words.")


class Action(Record):
    """A task given to somebody."""

    text: str = Field(description="The task as printed, without marker and trailing owner.")
    owners: tuple[Person, ...] = Field(description="Who is to do it, as printed.")
    due: Due | None = Field(description="When it is to be done.")
    explicit: bool = Field(description="True where the document marks it; false where it was read out of a sentence.")
    span: Span = Field(description="The printed words of the text.")


class VoteNames(Record):
    """The names of a recorded vote."""

    for_: tuple[str, ...] = Field(alias="for", description="Those who voted for.")
    against: tuple[str, ...] = Field(description="Those who voted against.")
    abstain: tuple[str, ...] = Field(description="Those who abstained.")

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)


class Votes(Record):
    """The count of a vote, exactly as printed: nothing is worked out."""

    for_: int | None = Field(alias="for", ge=0, description="Votes for.")
    against: int | None = Field(ge=0, description="Votes against.")
    abstain: int | None = Field(ge=0, description="Abstentions.")
    names: VoteNames = Field(description="The names, where the vote was recorded by name.")

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)


class Motion(Record):
    """A formal proposal, its people, its fate, its count."""

    text: str = Field(description="The proposal as printed.")
    mover: Person | None = Field(description="Who proposed it.")
    seconder: Person | None = Field(description="Who seconded it.")
    outcome: Outcome | None = Field(description="What became of it.")
    votes: Votes | None = Field(description="The printed count; null where none is printed.")
    span: Span = Field(description="The printed words of the proposal, its people and its fate.")


class Declaration(Record):
    """An interest that somebody declared."""

    person: Person = Field(description="Who declared it.")
    kind: str | None = Field(description="Kind of interest as printed: pecuniary, personal, prejudicial, …")
    text: str = Field(description="The declaration as printed.")
    left_meeting: bool | None = Field(description="Whether the person left for the matter; null where it is not said.")
    span: Span = Field(description="The printed words of the declaration.")


class Item(Record):
    """A matter on the agenda as it was taken."""

    number: str | None = Field(description="Number or minute reference as printed, without a trailing dot or bracket.")
    agenda_number: str | None = Field(description="Number on the agenda, where it is printed beside the number.")
    title: str = Field(description="Title on one line, without duration, document mark or agenda reference.")
    presenters: tuple[Person, ...] = Field(description="Who led the item, where a line under the title says so.")
    purpose: str | None = Field(description="What the item was for, such as 'To note the report.'")
    duration_minutes: int | None = Field(description="Time set aside, in minutes, where it is printed with the title.")
    documents: tuple[AttachedDocument, ...] = Field(description="Documents attached to the item.")
    text: str = Field(description="The item's own text, one paragraph a line, without sub-items.")
    headings: tuple[str, ...] = Field(description="Headings inside the item's text.")
    decisions: tuple[Decision, ...] = Field(description="What was decided.")
    actions: tuple[Action, ...] = Field(description="Who is to do what.")
    motions: tuple[Motion, ...] = Field(description="What was formally proposed.")
    declarations: tuple[Declaration, ...] = Field(description="Interests declared under this item.")
    truncated: bool = Field(description="True where the page cuts the text short ('view the full minutes text').")
    items: tuple[Item, ...] = Field(description="Sub-items.")
    span: Span = Field(description="The whole item, sub-items included.")


class NextMeeting(Record):
    """When and where the body meets again."""

    date: IsoDate | None = Field(description="Day of the next meeting.")
    start_time: ClockTime | None = Field(description="When it begins.")
    venue: str | None = Field(description="Where it is held, as printed.")
    span: Span = Field(description="The sentence or lines that say so.")


class Appendix(Record):
    """Slides, reports or lists that follow the minutes in the same file."""

    title: str = Field(description="First line of the appendix.")
    span: Span = Field(description="The whole appendix.")


class ParseWarning(Record):
    """Something that a reader of the record should look at."""

    code: str = Field(description="One of the codes of docs/warnings.md.")
    message: str = Field(description="What was found, for a person.")
    span: Span | None = Field(description="Where it was found; null where it concerns the whole document.")


class Coverage(Record):
    """How many non-blank characters of the text each part holds; the parts add up to `characters`."""

    characters: int = Field(ge=0, description="Non-blank characters of the text.")
    front_matter: int = Field(ge=0, description="Heading, venue, contact and whatever else stands before the items.")
    attendance: int = Field(ge=0, description="Lists of attendees.")
    items: int = Field(ge=0, description="Agenda items with their text.")
    appendices: int = Field(ge=0, description="What follows the minutes.")
    furniture: int = Field(ge=0, description="Page headers, page numbers, tags and menus.")
    unparsed: int = Field(ge=0, description="Text that no part claims; a warning names it.")


class Minutes(Record):
    """The record of one meeting."""

    schema_version: Literal["1.0"] = Field(default=SCHEMA_VERSION, description="Version of this schema.")
    source: Source = Field(description="The document that was read.")
    layout: Layout = Field(description="Layout that the document was read as.")
    meeting: Meeting = Field(description="Which body met, when and where.")
    attendees: tuple[Attendee, ...] = Field(description="Who was there and who was not.")
    items: tuple[Item, ...] = Field(description="The agenda items, in order.")
    decisions: tuple[Decision, ...] = Field(description="Decisions that stand outside every item.")
    actions: tuple[Action, ...] = Field(description="Actions that stand outside every item.")
    motions: tuple[Motion, ...] = Field(description="Motions that stand outside every item.")
    declarations: tuple[Declaration, ...] = Field(description="Declarations that stand outside every item.")
    next_meeting: NextMeeting | None = Field(description="When the body meets again; null where it is not printed.")
    appendices: tuple[Appendix, ...] = Field(description="What follows the minutes in the same file.")
    warnings: tuple[ParseWarning, ...] = Field(description="What a reader of this record should look at.")
    coverage: Coverage = Field(description="What became of the text.")
