"""By when a task is to be done: 'by 12 May 2021', 'before the next meeting', 'by end of Q2', 'Due: 3 June'."""

from __future__ import annotations

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.dates import MONTHS, WEEKDAYS
from minutes_parser.late import late_pattern

FEASTS = ("Christmas", "Easter", "Michaelmas", "Whitsun", "Thanksgiving")
NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "[0-9]{1,2}",
)  # fmt: skip
# times of a year or a week that are not printed with a capital
SEASONS = (
    "spring", "summer", "autumn", "winter", "half[ ]term", "half-term", "mid-term", "term", "year[ ]end", "year-end",
    "month[ ]end", "close[ ]of[ ]play", "close[ ]of[ ]business", "tomorrow", "tonight", "lunchtime", "then", "now",
    "eod", "eow", "cob", "the[ ]weekend", "the[ ](?:agm|egm)", "agm", "egm",
)  # fmt: skip
_FEASTS = "|".join(FEASTS)
_DAY = "|".join(sorted((day for spellings in WEEKDAYS for day in spellings), key=len, reverse=True))
_MONTH = "|".join(sorted((month for spellings in MONTHS for month in spellings), key=len, reverse=True))
_FULL_MONTH = "|".join(spellings[0] for spellings in MONTHS)
_LENGTH = r"(?:days?|weeks?|months?)"
_DATE = rf"""
    (?: (?-i: (?:{_DAY}) \b ) [ ,.]*+ )?+ (?:the[ ])?+
    (?: [0-9]{{1,2}} (?:st|nd|rd|th)? [ ] (?:of[ ])? (?-i: (?:{_MONTH}) \b ) \.? (?: [ ,]*+ (?:19|20)[0-9]{{2}} )?
      | (?-i: (?:{_MONTH}) ) \.? [ ] [0-9]{{1,2}} (?:st|nd|rd|th)? \b (?: ,?[ ] (?:19|20)[0-9]{{2}} )?
      | [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}
      | [0-9]{{1,2}} [/.] [0-9]{{1,2}} (?: [/.] [0-9]{{2,4}} )?
      | [0-9]{{1,2}} (?:st|nd|rd|th) \b
    )
"""
# when something is to be done by, without the word before it: '3 June', 'the end of Q2', 'early May', 'next Friday',
# 'the next meeting', 'week 5', 'Easter'; not 'post', 'the clerk'
_TIME = rf"""
    (?: (?:the[ ])?+ (?:end|middle|beginning|start) [ ] of [ ] [\w' ]{{2,24}}
      | {_DATE}
      | (?: (?:the[ ])?+ (?: early | late | mid ) [ -] | w/c[ ] | week[ ] (?:commencing|ending|beginning) [ ] )?+
        (?: {_DATE} | (?-i: (?: {_FULL_MONTH} | {_FEASTS} ) \b ) (?: [ ] (?:19|20)[0-9]{{2}} )?
          | (?-i: (?:{_DAY}) \b ) )
      | (?: (?:the[ ])?+ (?:next|following|forthcoming) | (?:the[ ]) (?-i: [A-Z][a-z]++ ) ) [ ]
        (?: \w++ [ ] ){{0,3}} (?: meeting | agm )
      | (?:the[ ])?+ (?: next | following | this ) [ ]
        (?: {_DAY} | {_FULL_MONTH} | week | month | year | term | quarter ) \b (?!')
      | (?: the[ ] )?+ meeting \b
      | week [ ] [0-9]{{1,2}} \b
      | (?-i: Q[1-4] | [1-4]Q ) \b
      | (?: the[ ] | early[ ] | late[ ] )?+ (?: {"|".join(SEASONS)} ) \b
      | end [ ] [\w]{{2,12}} \b
    )
"""
# 'by 12 May 2021', 'before the next meeting', 'at the October Board meeting', 'within two weeks', 'asap', 'by end of
# Q2', 'in week 5'; not 'by e-mail', 'at the hall'
DUE = late_pattern(
    rf"""
    \b(?:
        (?P<due> (?: by | before | until | till | no[ ]later[ ]than | in[ ]time[ ]for | ahead[ ]of | in[ ]advance[ ]of )
            [ ] {_TIME} )
      | (?: at | for | to | in ) [ ] (?:the[ ])?
        (?P<due>
            (?: next | following | (?-i: {_FULL_MONTH} ) ) [ ] (?: (?-i: [A-Z] ) \w*+ [ ] )?
            (?: meeting | agenda | (?-i: Board | Council | Committee | item ) )
          | (?-i: [A-Z][a-z]++ ) [ ] (?: (?-i: [A-Z] ) \w*+ [ ] )? meeting
        ) \b
      | (?P<due>
            next [ ] (?: week | month | year ) \b (?!')
          |
            prior [ ] to [ ] (?:the[ ])? (?:next[ ])? meeting
          | within [ ] (?:the[ ]next[ ])? \w++ [ ] {_LENGTH}
          | (?: in | after ) [ ] (?: {"|".join(NUMBERS)} ) [ ] {_LENGTH}
          | in [ ] (?: week[ ][0-9]{{1,2}} | (?-i: Q[1-4] )
                  | (?:the[ ])?(?: spring | summer | autumn | new[ ]year ) ) \b
          | asap \b
          | as[ ]soon[ ]as[ ]possible
        )
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# the label of a due time: '(due 12 June)', 'Deadline: Friday', 'Target date: Q2'; not 'due to rain'
LABEL = r"""
    (?i: due (?: [ ] (?: date | by | on ) )?+ (?= [ ]*+ : | [ ] (?!to\b) ) | dead[ -]?line (?: [ ]date )?+
       | target (?: [ ]date )?+ (?= [ ]*+ : | [ ] [0-9] )
       | by[ ]when | time[ -]?(?:scale|line) (?= [ ]*+ : ) | completion[ ]date | eta (?= [ ]*+ : ) ) [ ]*+ [:-]?+ [ ]*+
"""
# a labelled due time behind a task: '… (due 12 June)', '… Deadline: 12 June.', '… [by when: Friday]'; not '… is due
# from the trust'
LABELLED = late_pattern(
    rf"(?: [ ] [(\[] | [.;,)]?+ [ ] -{{0,2}} [ ]?+ ) {LABEL} (?P<due> [^()\[\]:]{{2,40}}+ ) [)\]]?+ [ ]*+ \.? $",
    regex.VERBOSE,
)
# a due time and nothing else, with a label or without: 'by 3 June', '3 June', 'Due: Friday', 'asap'; not '3 chairs'
ONLY = late_pattern(
    rf"""
    [ ]*+ (?: {LABEL} (?P<due> [^\s()\[\]] [^()\[\]]{{1,40}}+ )
      | (?P<due> (?: (?: by | before | until | for | on | at | in | from ) [ ]++ )?+ {_TIME}
          (?: [ ] [\w ]{{1,20}}+ )?+ )
      | (?P<due> asap | ongoing | immediately | as[ ]soon[ ]as[ ]possible | within[ ] .{{3,20}} )
    ) [ .)\]]*+ $
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
LONGEST = 60
"""A due time behind a task stands in its last characters."""
_LABELS = ("ue", "UE", "eadline", "EADLINE", "arget", "when", "ETA", "imescale", "imeline", "ompletion")


def due_of(passage: Passage) -> Passage | None:
    """The words that say when a task is to be done."""
    found = DUE.search(passage.text)
    return passage.cut(found.start("due"), found.end("due")) if found else None


def without_due(passage: Passage) -> tuple[Passage, Passage | None]:
    """A task without the labelled due time behind it, and that time; the task as it is where no label stands there."""
    tail = passage.text[-LONGEST:]
    if not any(label in tail for label in _LABELS):
        return passage, None
    found = LABELLED.search(passage.text, max(len(passage.text) - LONGEST, 0))
    if not found or not found.start() or _is_open(passage.text[: found.start()]):
        return passage, None
    ends = passage.text[found.start()] in ".)"  # the stop or bracket before the label is the task's
    return passage.cut(0, found.start() + ends), passage.cut(found.start("due"), found.end("due"))


def _is_open(text: str) -> bool:
    """Whether a text leaves a bracket open: '… (Ann'."""
    return max(text.rfind("("), text.rfind("[")) > max(text.rfind(")"), text.rfind("]"))


def only_due(passage: Passage) -> Passage | None:
    """The due time that a passage is, without its label; None where it says anything else."""
    found = ONLY.match(passage.text) if len(passage.text) <= LONGEST else None
    return passage.cut(found.start("due"), found.end("due")) if found else None
