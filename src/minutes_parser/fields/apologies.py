"""Apologies, absence and substitutes as sentences say them, mostly under the first items."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_parser.document import Document, Line, Passage
from minutes_parser.fields.merging import Change, Found
from minutes_parser.fields.movements import WELCOMED, Movements
from minutes_parser.fields.movements import WORDS as MOVEMENT_WORDS
from minutes_parser.fields.names import bare
from minutes_parser.fields.people import parse_person
from minutes_parser.fields.people_lists import parse_people
from minutes_parser.fields.person_tail import PersonParts
from minutes_parser.fields.presence import STATUS_LABELS
from minutes_parser.fields.prose import has_any, paragraphs, sentences
from minutes_parser.fields.sentence_patterns import sentence_pattern
from minutes_parser.fields.times import find_times
from minutes_parser.fields.words import JOBS, PARTICLES
from minutes_parser.late import late_pattern
from minutes_parser.outline import ItemBlock, Outline
from minutes_parser.schema import Attendance

FIRST_ITEMS = 2
"""Attendance is said in the first items, or in those whose title says that they are about it."""
_APOLOGIES_TITLES = ("apolog", "absen", "regrets")
_ATTENDANCE_TITLES = (
    *_APOLOGIES_TITLES, "attendance", "present", "welcome", "introduction", "roll call", "sederunt", "opening",
    "substitut",
)  # fmt: skip
_PRESENT_TITLES = ("attendance", "present")
"""A list under a title with one of these may be of anybody, whatever else stands in the title."""

# 'apologies were received and noted from A, B', 'Apologies on behalf of A', 'apologies were received for Cllr A',
# 'for the absence of A', 'to accept the apologies of A';
# not 'apologies for the delay' (a name must follow 'for')
FROM = sentence_pattern(
    r"""
    (?: apolog(?:y|ies) | regrets ) \b
    [^.;:]{0,90}?
    [ ] (?: from | of (?= [ ] (?-i:\p{Lu}) ) | on [ ] behalf [ ] of | by
          | for [ ] the [ ] (?: absence | inability ) [ ] of
          | for (?= [ ] (?! absence | lateness ) (?-i:\p{Lu}) ) )
    [ ]*+ :?+ [ ]*+
    (?P<people> .+ )
    """
)
# 'Apologies: A and B', 'Apologies for absence - A'; not 'Apologies were accepted'
LISTED = sentence_pattern(
    r"""
    (?: apolog(?:y|ies|ises) | regrets )
    (?: [ ] for [ ] absence )?
    (?: [ ] (?: were [ ] )? (?: received | noted | given ) )?
    [ ]*+ [:;-]++ [ ]*+
    (?P<people> .+ )
    """
)
# under a title about apologies: 'Received from Cllr Ash', 'From Jo Elm'; not 'From the road'
RECEIVED = sentence_pattern(
    r"""
    (?: (?: these [ ] were | were | had [ ] been ) [ ] )?
    (?: (?: received | accepted | noted | given | submitted ) [ ] )? (?: from | by | on [ ] behalf [ ] of )
    [ ]*+ :?+ [ ]*+ (?P<people> (?-i:\p{Lu}) .+ )
    """
)
# what people are, in small letters or as a mere kind, before the first of them: 'supervisors Jo Ash', 'Members Elm'
_KIND = (
    r"(?: (?: the [ ] )? (?: (?: board | council | committee ) [ ] )? (?: members? | supervisors | trustees | directors"
    r" | commissioners | councill?ors | guests | visitors | residents | staff ) [ ] )?"
)
# 'Members present were Ash, Elm', 'Absent was Fir', 'Board members present were trustees Ash and Elm', 'Present at the
# meeting were Jo Ash'; not 'Those present were told'
WERE = sentence_pattern(
    rf"""
    (?: (?: the | [\p{{L}}]++ ) [ ] ){{0,4}}?
    (?P<status> present | absent | excused | in [ ] attendance | attending )
    (?: [ ] (?: at | for | from | on ) [ ] (?: [\w']++ [ ] ){{1,5}}? | [ ] )
    (?: was | were | included? ) [ ]*+ :?+ [ ]*+ {_KIND}
    (?= (?-i:\p{{Lu}}) )
    """
)
# 'Present: Ash, Elm', 'Roll call: Absent: Fir', 'Trustees present: Ash', 'The following were present: Ash'; not 'All
# present: the meeting began'
LABELLED = sentence_pattern(
    rf"""
    (?: ^ | : [ ] | (?: following | ^ ) [ ]*+ (?: [\p{{L}}'-]++ [ ] ){{1,5}} )
    (?: also [ ] )?
    (?P<status> not [ ] present | present | absent | in [ ] attendance | excused | attended )
    [ ]*+ :-?+ [ ] {_KIND} (?= (?-i:\p{{Lu}}) )
    """
)
# 'Cllr Ash and Jo Elm sent their apologies', 'Mrs Fir had given her apologies'; not 'letters of apology'
SENT = sentence_pattern(
    r"""
    (?P<people> .{3,200}? )
    [ ] (?: (?: has | have | had | also | both ) [ ] )*+
    (?: sent | gave | given | submitted | tendered | offered | conveyed | extended )
    [ ] (?: (?: his | her | their | an | in ) [ ] )?
    apolog
    """
)
# 'Cllr Ash was absent', 'Jo Elm and Ben Fir were not present'; not 'a quorum was present'
ABSENT = sentence_pattern(
    r"(?P<people> .{3,200}? ) [ ] (?: was | were ) [ ] (?: absent | not [ ] present | not [ ] in [ ] attendance ) \b"
)
# '(Ms Elm attended as substitute)', '(Dr Fir attended in her absence)', '(substitute: Cllr Fir)',
# '(Cllr Fir substituting)', '(substituted by Cllr Fir)'; not '(attended)', '(substitute)'
STOOD_IN = sentence_pattern(
    r"""
    (?P<who> .+? )
    [ ] (?: attend(?:ed|ing) | (?: was [ ] )? present | to [ ] attend )
    [ ] (?: as [ ] (?: (?: an? | the | his | her ) [ ] )? (?: nominated [ ] )? (?: substitute | deputy | proxy )
          | in [ ] (?: his | her | their ) [ ] (?: absence | place | stead )
          | on [ ] (?: his | her | their ) [ ] behalf )
    | (?P<who> .+? ) [ ] (?: (?: is | was ) [ ] )? (?: substitut(?:e|ing) | deputi[sz]ing | deputy )
      (?: [ ] (?: for | in ) \b .* )? $
    | (?: substitute | deputy | proxy | sub | substituted [ ] by | replaced [ ] by ) (?: [ ]*+ [:-] )? [ ]*+
      (?P<name> (?-i:\p{Lu}) .+ )
    """
)
# 'Roll call: | Ash - present; …', 'The roll was called: | …'
_ROLL = sentence_pattern(
    r"\b roll (?: [ ]? call | [ ] was [ ] (?: called | taken ) ) [^:;.]{0,30} [:.-]++ [ ]*+ (?= (?-i:\p{Lu}) )"
)
# 'Jo Ash presided; | Trustees present: …'
_FURTHER_LABEL = sentence_pattern(
    r"; [ ]*+ (?= (?: [\p{L}'-]++ [ ] ){0,3}? (?: present | absent | excused | in [ ] attendance ) [ ]*+ : )"
)
FEWEST_ANSWERS = 2
"""A roll call with fewer answers may be that of a vote."""
_IN_BRACKETS = late_pattern(r"\([^()]*+\)")
_BRACKET = late_pattern(r"[ ]*+\((?P<inner>[^()]{5,150}+)\)")
# where a list of people in a sentence ends: '… due to illness', '… who came late'; not '… and Jo Elm'
_LIST_END = sentence_pattern(
    r"""
    (?P<bracket> [()] )
    | [.] [ ]++ [+*]
    | ,?+ [ ]
      (?: due | who | as [ ] (?: he | she | they ) | because | owing
        | were | was | had | has | have | both | with | which | but | there | it [ ] was | these | through
        | on [ ] account
        | (?: noted | received | accepted | approved ) (?= \.? $ )
        | and [ ] (?: these | were | was | it | the [ ] reasons? | apologies | noted | accepted )
        | for [ ] (?: absence | lateness | the | this | his | her | their | personal )
        | (?-i: The | It | There | These | All | No ) [ ] (?-i:[a-z])
      ) \b
    """
)
_LEAD_IN = sentence_pattern(r".* \b (?: that | noted | reported | including | from | with ) [ ] (?= (?-i:\p{Lu}) )")
# 'Jo Ash, | Director of Roads | would retire'
_APPOSITION = sentence_pattern(
    r"""
    (?P<job> (?-i:\p{Lu}) [^,.;()]{3,80}? )
    (?= , | [ ] (?: would | was | had | has | will | is | gave | and [ ] (?-i:\p{Ll}) ) \b )
    """
)


def read_sentences(outline: Outline, listed: Sequence[Found]) -> tuple[list[Found], list[Change]]:
    """The people whom sentences name, and what is said of those already known; `listed` are those of the lists."""
    reader = _Sentences(outline.document)
    for passage in paragraphs(outline.document, outline.front):
        reader.paragraph(passage, "")
    for at, item in enumerate(outline.items):
        reader.item(item, at < FIRST_ITEMS)
    reader.jobs([*listed, *reader.found])
    return reader.found, reader.movements.changes


class _Sentences:
    """Gathers what sentences say, one after another."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.movements = Movements(document)
        self.found = self.movements.found
        self.appositions: list[Passage] = []

    def item(self, item: ItemBlock, first: bool) -> None:
        """The sentences of an item; all kinds of the first ones, and coming, going and guests in the others."""
        title = item.title.text.lower()
        about = first or has_any(title, _ATTENDANCE_TITLES)
        self._title(item.title)
        for part in item.parts:
            if part.kind == "intro" or not part.lines:
                continue
            if about:
                for passage in paragraphs(self.document, part.lines):
                    self.paragraph(passage, title)
            elif self._says_something(part.lines):
                for passage in paragraphs(self.document, part.lines):
                    self.later(passage)
        for sub in item.items:
            self.item(sub, first)

    def _title(self, title: Passage) -> None:
        """Those whom a title lists: 'Apologies for absence - Cllrs Ash (ill) and Elm'."""
        if ":" in title.text and LABELLED.search(title.text):
            self._absence(title, "")
        listed = LISTED.match(title.text) if title.text[:1] in "Aa" else None
        if listed and _is_bare_list(listed["people"]):
            people = parse_people(title.cut(listed.start("people")), self.document)
            if all(person.title or " " in person.name.text for person in people):
                self._take(title.cut(listed.start("people")), "apologies")

    def _says_something(self, lines: Sequence[Line]) -> bool:
        """Whether a word that `later` looks for stands in some lines."""
        text = self.document.folded[lines[0].start : lines[-1].end]
        return has_any(text, ("apologies", *MOVEMENT_WORDS))

    def paragraph(self, passage: Passage, title: str) -> None:
        """A paragraph about attendance."""
        for sentence in sentences(passage):
            for clause in _clauses(sentence):
                if not (self._roll(clause) or self._absence(clause, title)):
                    self._presence(clause)
        self.movements.substitutes(passage)

    def later(self, passage: Passage) -> None:
        """A paragraph of an item about something else."""
        if "apologies" in passage.text:
            self.appositions.append(passage)
        if has_any(passage.text, MOVEMENT_WORDS):
            for sentence in sentences(passage):
                self._presence(sentence)

    def _absence(self, sentence: Passage, title: str) -> bool:
        """Take down whom a sentence says to have sent apologies, been absent or present; whether there is anybody."""
        text, lowered = sentence.text, sentence.text.lower()
        if ("apolog" in lowered or "regrets" in lowered) and self._apologies(sentence, lowered):
            return True
        label = LABELLED.search(text) if ":" in text else WERE.match(text) if " w" in text else None
        if label:
            status = STATUS_LABELS[" ".join(label["status"].lower().split())]
            return self._take(sentence.cut(label.end()), status)
        if "absent" in lowered or " not " in lowered:
            absent = ABSENT.match(text)
            return bool(absent) and self._take(_clause(sentence.cut(0, absent.end("people"))), "absent")
        about = has_any(title, _APOLOGIES_TITLES) and not has_any(title, _PRESENT_TITLES)
        received = RECEIVED.match(text) if about else None
        if received:
            return self._take(sentence.cut(received.start("people")), "apologies")
        return about and _is_bare_list(text) and self._take(sentence, "apologies")

    def _roll(self, clause: Passage) -> bool:
        """Take down those who answered a roll call ('Roll call: Ash - present; Elm - absent'), or did not."""
        roll = _ROLL.search(clause.text) if "oll" in clause.text or "OLL" in clause.text else None
        people = parse_people(clause.cut(roll.end()), self.document) if roll else []
        answers = [(person, person.status or self._excused(person)) for person in people]
        if sum(status is not None for _, status in answers) < FEWEST_ANSWERS:
            return False
        self.found += [Found(person, status, listed=False) for person, status in answers if status]
        return True

    def _excused(self, person: PersonParts) -> Attendance | None:
        return "apologies" if "excused" in self.document.printed(person.name.end, person.end) else None

    def _apologies(self, sentence: Passage, lowered: str) -> bool:
        found = FROM.search(sentence.text) or LISTED.match(sentence.text)
        if found:
            late = "late" in lowered[: found.start("people")]
            return self._take(sentence.cut(found.start("people")), "present" if late else "apologies")
        sent = SENT.match(sentence.text)
        return bool(sent) and self._take(_clause(sentence.cut(0, sent.end("people"))), "apologies")

    def _take(self, people: Passage, status: Attendance) -> bool:
        """Take down the people of a list inside a sentence, and their substitutes; whether there is anybody."""
        end = _list_end(people.text)
        rest, people = people.cut(end), people.cut(0, end)
        known = len(self.found)
        for person in parse_people(people, self.document):
            if status == "present":
                time = next(iter(find_times(rest)), None) if "arriv" in rest.text or "join" in rest.text else None
                person = person._replace(arrived=person.arrived or (time.value if time else None))
            else:
                person, substitute = without_stand_in(self.document, people, person)
                self.found += [Found(one, "present", listed=False) for one in substitute]
            self.found.append(Found(person, status, listed=False))
        return len(self.found) > known

    def _presence(self, sentence: Passage) -> None:
        """Coming, going, guests, and who led the meeting."""
        text = sentence.text
        if ("welcomed" in text or "attendance" in text) and (" was " in text or " were " in text):
            welcomed = WELCOMED.match(sentence.text)
            people = _clause(sentence.cut(0, welcomed.end("people"))) if welcomed else None
            if welcomed and people and welcomed["verb"].lower() == "was":
                self.movements.guest(people)
            elif people:
                self._take(people, "present")
        self.movements.moved(sentence)
        self.movements.led(sentence)

    def jobs(self, people: Sequence[Found]) -> None:
        """The job of somebody who sent apologies, where another paragraph about apologies prints it behind the name."""
        absent = [one.person for one in people if one.status == "apologies" and not one.person.affiliation]
        for passage in self.appositions:
            for person in absent:
                name = person.name.text
                at = passage.text.find(f"{name}, ")
                job = _APPOSITION.match(passage.text, at + len(name) + 2) if at >= 0 else None
                if job and bare(job["job"].split(" ")[0]) in JOBS:
                    start, end = (passage.start + offset for offset in job.span("job"))
                    self.movements.changes.append(Change(name, "affiliation", self.document.printed(start, end)))


def without_stand_in(document: Document, people: Passage, person: PersonParts) -> tuple[PersonParts, list[PersonParts]]:
    """Somebody absent without the bracket that names a substitute ('(Cllr Elm substituting)'), and the substitute."""
    bracket = _BRACKET.match(people.text, person.name.end - people.start)
    stood = STOOD_IN.match(bracket["inner"]) if bracket else None
    if bracket is None or stood is None:
        return person, []
    group = "who" if stood["who"] else "name"
    inner = people.cut(bracket.start("inner"), bracket.end("inner"))
    substitute = parse_person(inner.cut(stood.start(group), stood.end(group)), document)
    name = document.printed(person.name.start, person.name.end)
    person = person._replace(affiliation=None, role=None, end=person.name.end)
    return person, [substitute._replace(substitute_for=name)] if substitute else []


def _is_bare_list(text: str) -> bool:
    """Whether a text is nothing but names, so that under a title about apologies it lists who sent them."""
    outside = _IN_BRACKETS.sub("", text)
    return all(
        word[0].isupper() or word in ("and", "&", "-", ",", ";", ".") or bare(word) in PARTICLES
        for word in outside.split()
    )


def _clauses(sentence: Passage) -> Iterator[Passage]:
    """A sentence cut at the semicolons behind which the label of a further list stands."""
    at = 0
    for found in _FURTHER_LABEL.finditer(sentence.text) if ";" in sentence.text else ():
        yield sentence.cut(at, found.start())
        at = found.end()
    yield sentence.cut(at)


def _clause(people: Passage) -> Passage:
    """The people before a verb without what leads up to them: 'It was noted that | Jo Elm'."""
    lead = _LEAD_IN.match(people.text)
    return people.cut(lead.end() if lead else 0)


def _list_end(text: str) -> int:
    """Where a list of people in a sentence ends."""
    depth = 0
    for found in _LIST_END.finditer(text):
        if found["bracket"]:
            depth += 1 if found["bracket"] == "(" else -1
        elif depth <= 0:
            return int(found.start())
    return len(text)
