"""The heading of minutes cut into labelled fields and statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice
from typing import NamedTuple

from minutes_parser.document import Document, Line, Passage
from minutes_parser.fields.dates import find_dates
from minutes_parser.fields.presence import undecorated
from minutes_parser.fields.times import find_clock
from minutes_parser.outline import ItemBlock, Outline
from minutes_parser.schema import Contact

DEPTH = 25
"""Lines at the top in which a heading can stand."""
LONGEST_STATEMENT = 8
LONGEST_DATED = 200
"""A longer line with a date in it is text."""
MOST_LABELS = 20
"""Words on one line that are asked whether they are labels; a line that holds more of them is text."""
LABELS = {
    "venue": (
        "venue", "location", "place", "venue/location", "meeting venue", "meeting location", "where", "proposed venue",
        "at", "held at", "held in",
    ),
    "date": (
        "date", "meeting date", "date of meeting", "date and time", "date/time", "date & time", "when", "date held",
    ),
    "time": (
        "time", "start time", "meeting time", "time of meeting", "time commenced", "meeting opened", "time started",
        "start", "meeting started", "meeting commenced", "meeting start", "meeting began", "time opened",
    ),
    "end": (
        "end", "end time", "finish time", "finish", "time closed", "meeting closed", "meeting ended", "time ended",
        "time finished", "meeting end", "time adjourned", "meeting adjourned",
    ),
    "body": (
        "committee", "body", "title of meeting", "name of meeting", "name of committee", "title", "group",
        "meeting title",
    ),
    "contact": ("contact", "contact officer", "enquiries to", "contact details"),
}  # fmt: skip
"""Field → the labels that it is printed under."""
PREPOSITIONS = ("at", "held at", "held in")
"""Labels that begin sentences as well, so that they need their colon."""

FRONT_MATTER = {
    "title": "page-title", "date": "page-date", "start": "start", "end": "end", "location": "venue", "venue": "venue",
    "place": "venue", "where": "venue", "meeting-date": "date", "meeting_date": "date", "time": "time",
    "start-time": "time", "start_time": "time", "end-time": "end", "end_time": "end", "close-meeting": "end",
    "body": "body", "committee": "body", "group": "body",
}  # fmt: skip
"""Key at the top of a Markdown file → field."""

_FIELD = {label: field for field, labels in LABELS.items() for label in labels}
_NAMES = "|".join(re.escape(label) for label in sorted(_FIELD, key=len, reverse=True))
# 'Venue: Remote', 'DATE; 4 May', 'Date 15th May 2016', 'Place | The Barn', 'COMMITTEE Works Committee DATE 4 May';
# not 'Place names', 'Committee papers'
_LABEL = re.compile(
    rf"""
    (?: ^ | (?<= [ ,;] ) ) [*_|#\ ]{{0,8}}
    (?P<label> {_NAMES} ) [*_]{{0,3}}
    (?: [ \t]* (?P<colon> [:;] ) [*_]{{0,3}} [ \t]*
      | [ ]* (?P<tab> \t ) [ \t]*
      | [ ]+ - [ ]+
      | [ ]* \| [ ]*
      | [ ]{{1,8}} (?= [A-Z0-9] )
      | [ ]* $ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
# the first word of a line that begins with a label
_FIRST_WORD = re.compile(r"[*_|#\s]*(?P<word>[A-Za-z]+)")
_FIRST_WORDS = frozenset(label.replace("/", " ").split()[0] for label in _FIELD)
# lines of a site's page, or headings of its parts, that say nothing about the meeting: 'Agenda and draft minutes',
# 'Skip to main content', 'Page 2 of 9', '[Home](http://…)'; not 'Notes of the Works Panel'
_PAGE = re.compile(
    r"""
    (?: agenda (?: ,?[ ]decisions )? [ ] (?: and | & ) [ ] (?: draft[ ] )? minutes
      | printed[ ] (?: draft[ ] )? minutes .*
      | agenda (?: [ ]item )? | items? | no\.? [ |]+ item .* | items[ ]action | action
      | (?: councillors | committees ) (?: [ ]and[ ] (?: councillors | committees ) )?
      | skip[ ]to[ ] .* | home | menu | search | media | share[ ]this[ ] .*
      | issue[ ]-[ ] .* | note: .*
      | part[ ](?:one|i|1) .* | unrestricted[ ]items | attendance[ ]details
      | page[ ]\d .* | p[ ]a[ ]g[ ]e .* | .* \|[ ]?p[ ]?a[ ]?g[ ]?e .*
      | (?: \[ [^]]* \]\( http [^)]* \) [ |]* )+ | -{3,} ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# '… at the Town Hall Present: Cllr Ash': the list of people does not belong to the sentence
_ATTENDANCE = re.compile(
    r"[ ] (?: Attendance | Present | PRESENT | Attendees | In[ ]Attendance | Members[ ]Present ) [ ]? [:;]", re.VERBOSE
)
# how a statement about the meeting begins; not 'Notebooks'
_STARTS = re.compile(
    r"(?: minutes? | notes? | (?: a[ ] )? meeting | at[ ] (?: a | the ) [ ]meeting ) \b", re.VERBOSE | re.IGNORECASE
)
# 'held at …', 'and Works Panel', '7.30 pm': a line that carries on the one before; not 'Present'
_GOES_ON = re.compile(
    r"""
    [a-z&]
    | (?: at | in | on | held | via | HELD | AT | IN | ON | VIA | AND | OF ) \b
    | (?: committee | COMM\w+ | Meeting | MEETING ) \b
    | [0-9]{1,2} [.:] [0-9]{2}
    | [0-9]{1,2} [ ]? [ap]m
    """,
    re.VERBOSE,
)
# '… held on', '… the Works &': a line that cannot be the end
_OPEN = re.compile(
    r"""
    (?: , | & | -
      | \b (?: at | in | on | of | the | and | to | from | for | via | by )
      | \b (?: held | starting | commencing | sessions ) ) $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# 'jo.ash@vale.example'
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# '01234 567890', '(020) 7946-0000', '2741'; not 'ward7@vale.example'
_PHONE = re.compile(r"(?<![\w.@]) \+? \(? [0-9] [0-9\ ()-]{2,18} [0-9] (?![\w@])", re.VERBOSE)
# 'Sam Reed  Tel: …', 'Ada Moss, Clerk  2741'
_NAME_END = re.compile(
    r"[ ]{2,} | , | ; | \b (?: tel | telephone | phone | email | e-mail | on | mobile ) \b | [0-9(+]",
    re.VERBOSE | re.IGNORECASE,
)


class LabelledField(NamedTuple):
    """The value of a labelled field."""

    field: str
    value: Passage


class Header(NamedTuple):
    """What a heading consists of, in order."""

    document: Document
    fields: tuple[LabelledField, ...]
    statements: tuple[Passage, ...]
    """Sentences and short lines without a label, each in one piece however it is wrapped."""
    below: tuple[Line, ...]
    """The lines of the front that stand below the heading."""
    page: tuple[Passage, ...]
    """Lines of a committee page that only say what kind of page it is."""


def read_header(outline: Outline) -> Header:
    """The lines of the heading as fields and statements."""
    matter, lines = _front_matter(_lines(outline))
    lines = [line for line in lines if line.text.strip("*#_|- \\")]
    fields = list(matter)
    free: list[Line] = []
    page: list[Passage] = []
    value_start = -1
    for at, line in enumerate(lines):
        if line.start == value_start:
            continue
        text = Passage(undecorated(line.text), line.start)
        found = list(_labelled(text))
        if found and not found[-1].value.text and at + 1 < len(lines):
            found[-1] = found[-1]._replace(value=lines[at + 1].passage)
            value_start = lines[at + 1].start
        if found:
            fields += found
        elif _PAGE.match(text.text.strip()):
            page.append(text)
        else:
            free.append(line)
    statements = tuple(_statements(outline.document, free))
    return Header(outline.document, tuple(fields), statements, outline.front[DEPTH:], tuple(page))


def _front_matter(lines: Sequence[Line]) -> tuple[list[LabelledField], Sequence[Line]]:
    """The fields of the block between '---' lines at the top of a Markdown file, and the lines after it.

    Its `date` is the day on which a page was published, which counts only where no other date is printed.
    """
    if not lines or lines[0].text != "---":
        return [], lines
    end = next((at for at, line in enumerate(lines[1:], 1) if line.text == "---"), len(lines))
    fields = []
    for line in lines[1:end]:
        key, colon, value = line.text.partition(": ")
        if colon and key in FRONT_MATTER and value.strip("\"'"):
            passage = line.passage.cut(len(key) + 2)
            fields.append(LabelledField(FRONT_MATTER[key], passage))
    return fields, lines[end + 1 :]


def parse_contact(document: Document, value: Passage) -> Contact | None:
    """Name, telephone and e-mail of a contact line; None where it holds none of them."""
    email = _EMAIL.search(value.text)
    phone = next(
        (
            found
            for found in _PHONE.finditer(value.text)
            if not email or not email.start() <= found.start() < email.end()
        ),
        None,
    )
    end = _NAME_END.search(value.text)
    name = value.cut(0, end.start() if end else None)
    name_text = document.printed(name.start, name.end).strip(" ,;:.-") if name.text else ""
    if not (email or phone or name_text):
        return None
    return Contact(
        name=name_text or None,
        phone=_printed(document, value, phone),
        email=_printed(document, value, email),
    )


def _printed(document: Document, value: Passage, match: re.Match[str] | None) -> str | None:
    return document.printed(value.start + match.start(), value.start + match.end()).strip() if match else None


def _lines(outline: Outline) -> Sequence[Line]:
    """The lines that a heading can stand in: the front, or the top of the document where the front holds no date.

    Above the attendance, where the date stands there: what follows it may be the minutes themselves.
    """
    front = outline.front[:DEPTH]
    matter = (
        next((line.start for line in front[1:] if line.text == "---"), -1)
        if front[:1] and front[0].text == "---"
        else -1
    )
    first = next((people[0].start for people in outline.attendance if people[0].start > matter), None)
    above = [line for line in front if first is None or line.start < first]
    if any(find_dates(line.passage) and len(line.text) < LONGEST_DATED for line in above):
        front = tuple(above)
    if outline.layout == "web" or any(find_dates(line.passage) for line in front):
        return front
    first = next(dropwhile(_is_heading, outline.items), None)
    end = first.start if first else len(outline.document.text)
    top = [line for line in outline.document.lines[:DEPTH] if line.start < end]
    return top or front or outline.document.lines[:DEPTH]


def _is_heading(item: ItemBlock) -> bool:
    """Whether an item is in truth a line of the heading, which an outline may take for a title."""
    title = item.title.text.strip("*#_ ")
    dates = find_dates(item.title)
    if dates and len(dates) == 1 and dates[0].end - dates[0].start == len(item.title.text.strip("*#_ .,")):
        return True
    return bool(_STARTS.match(title) or (title[:12].isupper() and _GOES_ON.match(title)))


def _labelled(text: Passage) -> Iterator[LabelledField]:
    """The labelled fields of a line that begins with a label; 'COMMITTEE: Works DATE: 4 May' holds two."""
    first = _FIRST_WORD.match(text.text)
    if not first or first["word"].lower() not in _FIRST_WORDS:
        return
    marks = [match for match in islice(_LABEL.finditer(text.text), MOST_LABELS) if _is_label(text, match)]
    if not marks or text.text[: marks[0].start("label")].strip():
        return
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        value = text.cut(mark.end(), following.start("label") if following else None)
        yield LabelledField(_FIELD[mark["label"].lower()], value)


def _is_label(text: Passage, match: re.Match[str]) -> bool:
    """Whether a word is a label here: it has its colon, or a value of its kind follows."""
    field = _FIELD[match["label"].lower()]
    at_start = not text.text[: match.start("label")].strip()
    if match["colon"] or (match["tab"] and field != "contact"):
        return at_start or match["label"][0].isupper()
    rest = text.cut(match.end())
    if match["label"].lower() in PREPOSITIONS:
        return False
    if not rest.text:
        return at_start and field in ("venue", "date", "time")
    if field in ("date", "time"):
        found = find_dates(rest)[:1] if field == "date" else find_clock(rest)[:1]
        return bool(found and found[0].start - rest.start < 3 and match["label"][0].isupper())
    label = match["label"]
    return at_start and label[0].isupper() and (label.isupper() or field == "venue" or " " in label)


def _statements(document: Document, lines: Sequence[Line]) -> Iterator[Passage]:
    """Lines joined to sentences as far as they go on."""
    run: list[Line] = []
    for line in lines:
        if run and not _continues(document, run, line):
            yield _statement(document, run)
            run = []
        run.append(line)
    if run:
        yield _statement(document, run)


def _continues(document: Document, run: Sequence[Line], line: Line) -> bool:
    """Whether `line` carries on the sentence in `run`."""
    last = run[-1].text.strip("*_ ")
    if document.folded[run[-1].end : line.start].strip() or len(run) >= LONGEST_STATEMENT or last.endswith((".", ":")):
        return False
    text = line.text.strip("*#_ ")
    if line.gap and (not _STARTS.match(run[0].text.strip("*#_ ")) or any(find_dates(done.passage) for done in run)):
        return False
    if _STARTS.match(text) and not _OPEN.search(last):
        return text.lower().startswith("meeting of") and not find_dates(run[0].passage)
    begun = bool(_STARTS.match(run[0].text.strip("*#_ "))) or "held" in last.lower() or "meeting" in run[0].text.lower()
    return bool(
        _OPEN.search(last) or (_GOES_ON.match(text) and (begun or text[0].islower())) or (begun and len(last) > 60)
    )


def _statement(document: Document, run: Sequence[Line]) -> Passage:
    passage = document.passage(run[0].start, run[-1].end)
    end = _ATTENDANCE.search(passage.text)
    return Passage(undecorated(passage.text), passage.start).cut(0, end.start() if end else None)
