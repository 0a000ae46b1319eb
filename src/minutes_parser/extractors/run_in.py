"""Titles that run on into text: '5. Finance. The clerk …', 'Police Report: Attached.', 'Apologies There were none.'"""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from minutes_parser.document import Passage
from minutes_parser.late import late_pattern

LONGEST = 110
"""A title that runs on into text ends within this many characters."""
LONGEST_PURPOSE = 180
"""One that says what the meeting is to do may be longer."""
MOST_SECOND = 6
"""The half of a title behind its dash has at most so many words where a sentence follows it without a mark."""
MOST_WORDS = 28

# a mark that may end a title: 'Finance. The clerk', 'Report: attached', 'Lighting - it was'; not 'Item-by-item'
_BREAK = late_pattern(
    r"""
    (?P<mark> : -?+
      | \.
      | ;
      | [ ] - (?= [ ] | (?: Mr | Mrs | Ms | Dr | Cllr | The | There | It | This | All | No ) [ ] )
      | (?<= [.:)\w] ) (?= [ ] (?: [•·*] | \(? [a1i] [).] ) [ ] )
    )
    [ ]*+
    (?= [A-Za-z0-9"'(*•·£$] )
    """,
    regex.VERBOSE,
)
# what may follow a title's colon although it is no sentence: 'Cllr Ash', 'None', 'as attached'; not 'Phase 2'
_SAID_AT_ONCE = re.compile(
    r"""
      (?: Cllrs? | Councillors? | County[ ]Cllr | Mr | Mrs | Ms | Miss | Dr ) \b
    | (?: none | nil | n/a | noted | as[ ]attached | attached | received | deferred | agreed | approved | no
        | there[ ]were | there[ ]was ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# a matter that holds nothing but names, and the names: 'Apologies', 'Ann Lee, Bo Ash and Cy Oak'; not 'the Council'
_ATTENDANCE = re.compile(
    r"(?: apologies | present | in[ ]attendance | attendance | absent ) \b", re.VERBOSE | re.IGNORECASE
)
_NAMES = late_pattern(
    r"\p{Lu}[\p{L}'.-]*+ (?: [ ] \p{Lu}[\p{L}'.-]*+ ){1,3}+ (?: , | [ ]and[ ] | [ ]& | \.? $ | [ ]\( )",
    regex.VERBOSE,
)
# behind a dash these are no second half of a title: 'The following accounts were …'; not 'The Green'
_PROSE = re.compile(r"(?: The | There | It | This | These | An? | No | All ) [ ] [a-z]", re.VERBOSE)
# a title in capitals, with a sentence behind it: 'VILLAGE HALL The roof leaks'; not 'NHS England reported'
_CAPITALS = late_pattern(
    r"""
    (?P<title> [A-Z][A-Z'/&()-]++ (?: [ ] (?: [A-Z'/&()-]{2,}+ | & ) )++ )
    [ ]++ (?= [A-Z][a-z]*+ [ ] (?: [A-Za-z]++ [ ] ){1,3}? [a-z] )
    """,
    regex.VERBOSE,
)
# how what was done about a matter opens, however long its title: 'Zoning at 5 Mill Street | Moved by Ash to adopt';
# not 'Motion moved by the Club'
_MOVED = late_pattern(
    r"""
    (?<= [\w.)"',;:] ) [ ]++
    (?= (?: Moved | MOVED | Proposed | PROPOSED ) [ ] by [ ] [A-Z]
      | RESOLVED \b
      | M (?: otion | OTION ) [ ] [cC] (?: arried | ARRIED ) )
    """,
    regex.VERBOSE,
)
# what a stop belongs to without ending anything: 'J', 'Cllr', 'e.g'; not 'hall'
_ABBREVIATION = re.compile(
    r"(?: ^ | [ .(] ) (?: [A-Z] | Cllrs? | Mr | Mrs | Ms | Dr | St | No | Ref | Co | Rev | vs? | e\.?g | i\.?e ) $",
    re.VERBOSE,
)
LONGEST_ABBREVIATION = 7
# a sentence begins in mid-line without a mark: 'Apologies and Welcome | There were apologies', 'Apologies | To receive
# any'; not 'Minutes of The Group'
_OPENING = late_pattern(
    r"""
    (?<= [a-zA-Z0-9)'"] ) [ ]++
    (?= (?: There | It | All | Following | Members | Upon | Having | After ) [ ] [a-z]
      | There [ ] being [ ] | (?: [A-Z] [.]? [ ] ){1,2}+ [A-Z][a-z]++ [ ] (?: proposed | reported | asked | said ) \b
      | (?: The | This | These | An? | No ) [ ]
        (?: [a-z]++ [ ] | (?: [A-Z][\w'-]*+ [ ] ){1,3} (?! (?: of | for | and | to | in | on | at | by ) \b ) [a-z] )
      | Apologies [ ] (?: were | had | received | for [ ] absence [ ] (?: were | had ) )
      | (?: None | Nil ) \.?+ $
      | None [ ] [a-z]
      | (?: Minutes: | Resolved | RESOLVED ) [ ] [a-zA-Z]
      | (?<! (?: and | by | from | of | with | for | to ) [ ] )
        (?: Cllrs? | Councillors? | Mr | Mrs | Ms | Miss | Dr ) \b \.? [ ] [A-Z]
      | To [ ] [a-z]++ [ ] [a-z]
      | (?: Mon | Tues | Wednes | Thurs | Fri | Satur | Sun ) day [ ] [0-9a-z]
      | [0-9]{1,2} \. [0-9]{1,2} [ ] [A-Z]
    )
    """,
    regex.VERBOSE,
)
# an article that may open a sentence: 'the Mill Campaign | The Chair of …'; not 'Report of The Hub'
_ARTICLE = re.compile(r"(?<= [\w)'\"] ) [ ]++ (?= (?: The | An? ) [ ] )", re.VERBOSE)
_SMALL_ARTICLES = frozenset(("a", "an", "the"))
# a title that says what the meeting is to do: 'To receive …', 'Review current …'; not 'Tower'
_PURPOSE = re.compile(
    r"(?: To | Consider | Review | Receive | Discuss | Approve | Agree | Note | Confirm | Adopt ) [ ]", re.VERBOSE
)
# what may stand in lower case in a title whose other words have capitals
_SMALL = frozenset(
    """
    a an and any as at but by for from in into its near nor of on onwards or per re the to up via with within &
    """.split()
)
_WORD = re.compile(r"[^ ]+")
_SUBJECT = frozenset(
    ("Cllr", "Cllr.", "Cllrs", "Councillor", "Councillors", "Mr", "Mrs", "Ms", "Miss", "Dr", "The", "A", "It", "County")
)


def split_title(text: Passage) -> tuple[Passage, Passage]:
    """A line cut into its title and the text that runs on after it; the second is empty where all is title.

    >>> [p.text for p in split_title(Passage("Finance. The clerk gave the balance.", 0))]
    ['Finance', 'The clerk gave the balance.']
    """
    whole = text.text
    cell = whole.find("\t")
    if cell > 0:  # a row of a table: the title stands in its first cell
        title, rest = split_title(text.cut(0, cell))
        return title, text.cut(rest.start - text.start if rest.text else cell)
    end = _end(whole)
    if end:
        return text.cut(0, end[0]), text.cut(end[1])
    return text.cut(0, len(whole.rstrip(" :;-."))), text.cut(len(whole))


def _end(whole: str) -> tuple[int, int] | None:
    """Where the title of a line ends and where its text begins; None where the line is all title."""
    moved = _MOVED.search(whole)
    if not moved:
        return _end_before(whole)
    return _end_before(whole[: moved.start()]) or (len(whole[: moved.start()].rstrip(" :;-.")), moved.end())


def _end_before(whole: str) -> tuple[int, int] | None:
    """Where the title of a line without movers ends."""
    longest = LONGEST_PURPOSE if _PURPOSE.match(whole) else LONGEST
    mark, opening = _mark(whole, longest), _opening(whole, longest)
    if mark and opening:
        return opening if _is_second_half(whole, mark, opening) else min(mark, opening)
    end = mark or opening or _after_capitals(whole)
    if end and end[0] <= LONGEST:
        return end
    long = len(whole) > 2 * LONGEST or (len(whole) > LONGEST and whole[-1] in ".!?:")
    return (_change_of_case(whole) if long else None) or end


def _is_second_half(whole: str, mark: tuple[int, int], opening: tuple[int, int]) -> bool:
    """Whether a dash parts the halves of a title: 'Lighting - Chairman | The lamps …'; not 'Lighting - it was …'."""
    words = whole[mark[1] : opening[0]].split()
    return (
        whole[mark[0] : mark[1]].strip() == "-"
        and 0 < len(words) <= MOST_SECOND
        and all(w[0].isupper() or w in _SMALL for w in words)
    )


def _opening(whole: str, longest: int) -> tuple[int, int] | None:
    """Where a sentence opens without any mark before it."""
    if len(whole) <= 60 and not whole.endswith("."):
        return None
    found = (*_OPENING.finditer(whole, 0, 2 * longest), *_articles(whole, longest))
    return min((match.span() for match in found if match.start() <= longest), default=None)


def _articles(whole: str, longest: int) -> Iterator[regex.Match[str]]:
    """Articles with a capital in a title that writes its own small: they open the sentence behind it."""
    for found in _ARTICLE.finditer(whole, 0, longest):
        *before, last = whole[: found.start()].split()
        if last not in _SMALL and not _SMALL_ARTICLES.isdisjoint(before):
            yield found


def _mark(whole: str, longest: int) -> tuple[int, int] | None:
    """Where a mark ends the title and running text follows."""
    for found in _BREAK.finditer(whole, 0, longest + 4):
        start, end = found.span()
        if found["mark"] == "." and (whole[end].islower() or whole[end - 1] != " " or _is_abbreviated(whole, start)):
            continue
        head = whole[:start]
        if head.count("(") <= head.count(")") and _is_running_text(head, whole[end:], found["mark"]):
            return start, end
    return None


def _is_abbreviated(whole: str, stop: int) -> bool:
    """Whether a stop belongs to the word before it."""
    return _ABBREVIATION.search(whole, max(stop - LONGEST_ABBREVIATION, 0), stop) is not None


def _is_running_text(head: str, rest: str, mark: str) -> bool:
    """Whether what follows a mark is text under the title and not the title's second half."""
    if mark and _ATTENDANCE.match(head) and _NAMES.match(rest):
        return True
    if mark and head.isupper() and rest.isupper():
        return False
    if not mark or mark == "." or _PROSE.match(rest) or rest.rstrip().endswith((".", "!", "?", ";")) or len(rest) > 80:
        return True
    return _SAID_AT_ONCE.match(rest) is not None


def _after_capitals(whole: str) -> tuple[int, int] | None:
    """Where a title in capitals ends and a sentence follows: 'ANY OTHER BUSINESS Cllr Ash asked about the lamps.'"""
    found = _CAPITALS.match(whole) if whole.endswith(".") or len(whole) > LONGEST else None
    return (found.end("title"), found.end()) if found else None


def _change_of_case(whole: str) -> tuple[int, int] | None:
    """Where a title in capitals, or with a capital on every word, goes over into a sentence.

    'Village Gates Three prices had been received': the first word in lower case that no title has ('prices') belongs
    to the sentence, which begins at the word before it, or at the title of the person who is its subject.
    """
    words = list(_WORD.finditer(whole, 0, 3 * LONGEST))[:MOST_WORDS]
    at = next((i for i in range(2, len(words)) if _begins_prose(words[i][0]) and words[i - 1][0][0].isupper()), None)
    to = words[0][0] == "To"
    if (
        at is None or words[0][0] in _SUBJECT or (to and (words[1][0].islower() or at == 3))
    ):  # 'To Receive Urgent items'
        return None
    start = at - 1
    for back in range(at - 1, max(at - 5, 0), -1):
        if words[back][0] in _SUBJECT:
            start = back
            break
    return (words[start - 1].end(), words[start].start()) if start else None


def _begins_prose(word: str) -> bool:
    """Whether a word in lower case is one that stands in no title whose words have capitals."""
    return word[0].islower() and word.strip(",.;:") not in _SMALL
