"""Votes by name: lists under 'For' and 'Against', roll calls, and those who asked that their vote be recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from minutes_parser.document import Document, Passage
from minutes_parser.fields.mentions import NAME, is_person
from minutes_parser.fields.owners import named
from minutes_parser.fields.prose import has_any
from minutes_parser.fields.votes import COUNT, Counts, Side, number_of
from minutes_parser.late import late_pattern
from minutes_parser.schema import VoteNames

Names = dict[Side, tuple[str, ...]]

# how a list of those who voted is headed → side; the last are those who did not vote
HEADS: dict[str, Side | None] = {
    "for": "for", "votes for": "for", "voting for": "for", "voted for": "for", "those voting for": "for",
    "in favour": "for", "in favor": "for", "votes in favour": "for", "votes in favor": "for", "voting in favour": "for",
    "those in favour": "for", "those voting in favour": "for", "voting aye": "for", "voting yes": "for", "ayes": "for",
    "aye": "for", "yeas": "for", "yea": "for", "yes": "for", "against": "against", "votes against": "against",
    "voting against": "against", "voted against": "against", "those against": "against",
    "those voting against": "against", "voting no": "against", "voting nay": "against", "noes": "against",
    "nays": "against", "nay": "against", "no": "against", "opposed": "against", "abstentions": "abstain",
    "abstention": "abstain", "abstained": "abstain", "abstaining": "abstain", "abstain": "abstain", "absent": None,
    "excused": None, "not voting": None, "recused": None, "did not vote": None,
}  # fmt: skip
_HEAD = "|".join(sorted((head.replace(" ", "[ ]") for head in HEADS), key=len, reverse=True))
_OF_WHAT = r"""
    (?: [ ] (?:of[ ])? the [ ] (?:proposed[ ])? (?: amendment | motion | recommendation | proposal | resolution ) )?+
"""
# above names, or before them: 'For (51)', 'Against: 6', 'AYES: Ash, Elm', 'In favour of the amendment:', 'For
# Deferral', '(0) Motion lost.'; not 'For 3 years'
HEAD = late_pattern(
    rf"""
    (?: ^ | (?<= [.;:,)0-9] [ ]{{1,3}} ) | (?<= [ ]{{2}} | \t ) | (?<= none [ ] )
      | (?<= (?-i:[a-z]) [ ] ) (?= (?-i:[A-Z]{{2}}) ) )
    (?P<head> {_HEAD} ) {_OF_WHAT}
    (?: [ ]*+ (?: [:(-]++ | (?= \t | $ ) ) | (?: [ ] (?-i:[A-Z]) [\w']++ ){{1,2}}+ $ ) \s*+
    (?: {COUNT} \)?+ (?= [ ]*+ (?: $ | [,.;:(\t-] | (?<=[ ]) \p{{Lu}} ) ) [ ]*+ [:(.,;-]*+ )?+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# what may stand before the first head: 'On roll call vote: Ayes', 'Vote: Yes'; not 'Votes for: Ash'
_LEAD = late_pattern(
    r"""
    (?: (?: on | upon | a | the ) [ ] )*+ (?: roll [ -] call | recorded )?+ [ ]*+ (?: votes? | voting | result )?+
    (?: [ ] on [ ] (?:the[ ])? (?: motion | amendment ) )?+ (?: [ ] (?:was|is) [ ] (?: taken | as[ ]follows ) )?+
    [ ]*+ [:,-] [ ]*+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# '(13)' below the names or behind them, or a cell of its own; not '(a)'
TOTAL = late_pattern(r"(?: \( (?P<n> [0-9]{1,3} ) \) | \t (?P<n> [0-9]{1,3} ) (?=$) ) \.?", regex.VERBOSE)
# the letter that tells two of one surname apart, broken off from its name: '(T), Elm'; not '(13)'
_LETTER = late_pattern(r"(?P<letter> \( \p{Lu}{1,2} \) ) ,?+ [ ]*+", regex.VERBOSE)
# what parts names: ', ', '; ', ' and '; '(M)' stays with its name
_BETWEEN = late_pattern(r"(?<! \s ) \s*+ (?: [,;] (?: \s*+ and\b )?+ | \band\b | & | \t ) \s*+", regex.VERBOSE)
# the title that a list of voters shares: 'Councillors ', 'Crs '; not 'Cr '
_TITLES = late_pattern(
    r"""
    (?:The[ ])? (?: Council(?:l?ors|members) | Cllrs | Crs | Clrs | Members | Messrs | Trustees | Commissioners
                  | Supervisors | Aldermen ) \.? \s++
    """,
    regex.VERBOSE,
)
# 'Ash - aye', 'Cllr Elm: Yes', 'Oak voted no', 'Jo Ash: +1'; not 'Ash - for the record'
ROLL = late_pattern(
    rf"""
    (?P<name> {NAME} ) \s*+ (?: voted[ ] | (?! -[01] ) [-,:.(*]++ \s*+ | \t )?
    (?P<vote> [+]1 | -1 | [+-]?0
      | aye | yes | yea | for | nay | no | against | abstain(?:ed)?
      | Aye | Yes | Yea | For | Nay | No | Against | Abstain(?:ed)?
      | AYE | YES | YEA | NAY | NO
    )
    \)?+ (?= \s*+ (?: [,;.] | $ | and\b | \t | [ ][A-Z] ) ) \s*+ [,;.]?+ \s*+ (?:and\b)?+ \s*+
    """,
    regex.VERBOSE,
)
# the beginning of a vote → side
SIDES: dict[str, Side] = {
    "+1": "for", "-1": "against", "0": "abstain", "+0": "abstain", "-0": "abstain", "ay": "for", "ye": "for",
    "fo": "for", "na": "against", "no": "against", "ag": "against", "ab": "abstain",
}  # fmt: skip
# what joins a name to a vote: 'Ash-aye'; not 'Ash-Elm'
_HYPHEN = late_pattern(r"- (?= (?:aye|nay|yes|yea|no) \b )", regex.VERBOSE | regex.IGNORECASE)
# 'Cllr Ash voted against', 'Ash and Elm abstained', 'Cllr Ash asked that his vote against be recorded', 'with Ash
# opposed'; not 'Ash spoke against', 'Ash abstained from comment'
DISSENT = late_pattern(
    rf"""
    (?P<names> (?P<one> {NAME} ) (?: (?: ,[ ]and[ ] | ,[ ] | [ ]and[ ] | [ ]&[ ] ) (?&one) ){{0,8}} ) [ ]
    (?: (?: also | both | having ) [ ] )?
    (?: (?P<against> (?:voted|voting) [ ] (?: against | no\b | nay\b | in[ ]opposition ) | dissent(?:ed|ing)
          | (?:was|were)[ ] opposed | opposed (?= [ ]?[.,;)] | [ ]and\b | $ ) | opposing | objecting )
      | (?P<abstain> abstain(?:ed|ing|s) (?! [ ] from [ ] (?! voting | the[ ]vote ) ) )
      | (?: requested | asked | wished | wanted ) [ ] (?: that | for )? [ ]?+ (?: her | his | their | the ) [ ]
        .{{0,40}}?
        (?: (?P<against> against | dissent\w*+ | opposition | objection ) | (?P<abstain> abstention | abstaining ) )
        .{{0,40}}? (?: recorded | noted | minuted )
    ) \b
    """,
    regex.VERBOSE,
)
# '1 against (Cllr Ash)', 'two abstentions (Ash and Elm)'; not '1 against (proxy)'
COUNTED = late_pattern(
    rf"""
    {COUNT} [ ] (?: (?P<against> against | opposed | nays? | noes ) | (?P<abstain> abst\w++ ) )
    [ ] \( (?P<names> [^()]{{2,90}} ) \)
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_GATE = (
    "for", "favo", "aye", "yea", "yes", "against", "noes", "nay", "no", "oppos", "abst", "1", "0", "dissent", "object",
)  # fmt: skip

_DISSENTING = (
    "voted ", "voting ", "dissent", "opposed", "opposing", "objecting", "abstain", "recorded", "minuted", " noted",
)  # fmt: skip
FATES = frozenset(("Passes", "Passed", "Carries", "Carried", "Fails", "Failed", "Approved", "Adopted", "Defeated"))
"""Words behind a count that say what became of the motion: 'Against: 0. Passes.'"""
LONGEST_HEAD = 50
"""A head with its mark stands within so many characters."""


class RecordedVote:
    """The counts and the names of one vote, gathered from sentences in their order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.counts: Counts = {}
        self.names: Names = {}

    def read(self, told: Sequence[Passage]) -> None:
        """Reads the lists, the roll call and the dissent that some sentences tell."""
        open_side: Side | None = None
        for sentence in told:
            heads = heads_in(sentence)
            if heads:
                open_side = self._headed(sentence, heads)
            elif open_side and not self._goes_on(sentence, open_side):
                open_side = None
            elif not open_side:
                self._called(sentence)

    def _headed(self, sentence: Passage, heads: Sequence[regex.Match[str]]) -> Side | None:
        """Reads lists with a head each; the side of the last where its names must follow."""
        side: Side | None = None
        for at, head in enumerate(heads):
            side = _side(head)
            end = heads[at + 1].start() if at + 1 < len(heads) else None
            rest = sentence.cut(head.end(), end)
            if side is None:
                continue
            if head["n"]:
                self.counts[side] = number_of(head["n"])
            self._add(side, rest)
            if rest.text.strip(" ().") and side not in self.names:
                side = None
        return side

    def _goes_on(self, sentence: Passage, side: Side) -> bool:
        """Reads a line of names under a head, or the total below them."""
        total = TOTAL.fullmatch(sentence.text)
        if total:
            self.counts[side] = int(total["n"])
            return True
        letter = _LETTER.match(sentence.text)
        if letter and self.names.get(side):
            *others, last = self.names[side]
            self.names[side] = (*others, f"{last} {letter['letter']}")
            sentence = sentence.cut(letter.end())
        return self._add(side, sentence)

    def _add(self, side: Side, listed: Passage) -> bool:
        names = tuple(self.document.printed(name.start, name.end) for name in voters_of(listed))
        total = TOTAL.search(listed.text)
        if names and total and total.end() == len(listed.text):
            self.counts[side] = int(total["n"])
        if names:
            self.names[side] = (*self.names.get(side, ()), *names)
        return bool(names)

    def _called(self, sentence: Passage) -> None:
        """Reads a roll call, or else who dissented."""
        if not has_any(sentence.text.lower(), _GATE):
            return
        for name, side in (*roll_call(sentence), *dissenters(sentence)):
            printed = self.document.printed(name.start, name.end)
            if printed not in self.names.get(side, ()):
                self.names[side] = (*self.names.get(side, ()), printed)

    def vote_names(self) -> VoteNames:
        """The names of each side."""
        return VoteNames(**{"for": (), "against": (), "abstain": (), **self.names})


def heads_in(sentence: Passage) -> list[regex.Match[str]]:
    """The heads of lists of voters in a sentence that begins with one."""
    head = sentence.text[:LONGEST_HEAD].lower()
    if (len(head) == LONGEST_HEAD and not has_any(head, (":", "(", "\t"))) or not has_any(head, _GATE):
        return []
    lead = _LEAD.match(sentence.text)
    first = HEAD.match(sentence.text, lead.end() if lead else 0)
    if not first:
        return []
    heads = [first, *HEAD.finditer(sentence.text, first.end())]
    rest = sentence.cut(first.end(), heads[1].start() if len(heads) > 1 else None)
    return heads if first["n"] or _is_list(rest) else []


def _is_list(rest: Passage) -> bool:
    """Whether what follows a head is what it heads: nothing, since it stands below, 'All', 'None', or names."""
    text = rest.text.lower()
    return not text or text.startswith(("all", "none", "nil", "unanim")) or next(voters_of(rest), None) is not None


def _side(head: regex.Match[str]) -> Side | None:
    return HEADS[" ".join(head["head"].lower().split())]


def voters_of(listed: Passage) -> Iterator[Passage]:
    """The people of a list of voters, without the title that they share; none where any of it is no name."""
    total = TOTAL.search(listed.text)
    text = listed.cut(0, total.start()) if total and total.end() == len(listed.text) else listed
    shared = _TITLES.match(text.text)
    text = text.cut(shared.end() if shared else 0)
    found, at = [], 0
    for gap in _BETWEEN.finditer(text.text):
        found.append(text.cut(at, gap.start()))
        at = gap.end()
    found.append(text.cut(at))
    people = [name.cut(0, len(name.text.rstrip(" ."))) for name in found if name.text.strip(" .")]
    if all(is_person(name.text) and name.text not in FATES for name in people):
        yield from people


def roll_call(sentence: Passage) -> Iterator[tuple[Passage, Side]]:
    """Each voter with his vote, in a sentence that holds nothing else: 'Ash aye; Elm nay'."""
    text = _HYPHEN.sub(" ", sentence.text)
    lead = _LEAD.match(text)
    at = lead.end() if lead else 0
    found = []
    while call := ROLL.match(text, at):
        found.append((named(sentence, call, "name"), SIDES[call["vote"].lower()[:2]]))
        at = call.end()
    if at == len(text) and all(is_person(name.text) for name, _ in found):
        yield from found


def dissenters(sentence: Passage) -> Iterator[tuple[Passage, Side]]:
    """Those who are said to have voted against or abstained, or are named beside the count of those who did."""
    text = sentence.text
    for found in COUNTED.finditer(text) if "(" in text else ():
        for name in voters_of(named(sentence, found, "names")):
            yield name, "against" if found["against"] else "abstain"
    for found in DISSENT.finditer(text) if has_any(text, _DISSENTING) else ():
        side: Side = "against" if found["against"] else "abstain"
        for name in voters_of(named(sentence, found, "names")):
            yield name, side
