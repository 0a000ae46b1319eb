"""What stands after the last item: the close, lists of actions, and appendices, which are no minutes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import regex

from minutes_parser.document import Line
from minutes_parser.late import late_pattern

# 'APPENDIX A', 'Annex 1: Terms', 'Schedule of payments'; not 'Appendix 1 sets out the fees.' (a sentence)
APPENDIX = re.compile(
    r"(?: appendi(?:x|ces) | annex(?:e|ure)? | attachments? | schedule[ ]of ) \b .{0,80} (?<![.;,]) $",
    re.VERBOSE | re.IGNORECASE,
)
_APPENDIX_LETTERS = frozenset("aAsS")
# 'The meeting closed at 9.15pm', 'Signed: …… Chair', 'There being no further business'; not 'the road was shut at 9.15'
CLOSE = late_pattern(
    r"""
    .{0,60}? \b
    (?: meeting [ ] (?:was[ ])? (?:formally[ ])? (?: clos | end | conclu | adjourn | finish | terminat )
      | (?: clos | end | conclu | adjourn | finish ) \w*+ [ ] (?: the[ ]meeting | meeting | at[ ][0-9] )
      | no [ ] (?: further | other ) [ ] business
      | signed \b
      | respectfully [ ] submitted
      | chair (?: man | person )? [ ]*+ [.…_]{3}
      | date [ ]*+ [.…_:]{3}
    )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# a list of its own: 'Actions', '## Action items', 'Summary of actions'; not 'Action: Clerk' (an item's own mark)
LIST_HEADING = re.compile(
    r"""
    (?: \#{1,6}+ [ ]+ | \*\* )?+
    (?: summary[ ]of[ ] | list[ ]of[ ] )?+
    (?: actions | decisions | action (?=[ ]) )
    (?: [ ] (?: items | points | list | log | table | summary | arising | agreed ) )*+
    (?: \*\* )?+ $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LIST_LETTERS = frozenset("#*sSlLaAdD")
# '3rd', '7.30', 'Village Hall', 'to be confirmed'; not '2021'
_DATE_OR_PLACE = late_pattern(
    r"""
      \b [0-9]{1,2} (?: st | nd | rd | th )? \b
    | \b (?: venue | location | hall | room | tbc | confirmed | agreed | arranged ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'the next', 'meetings'; not 'nextdoor'
_NEXT = late_pattern(r"\b (?: next | future | following | meetings? ) \b", regex.VERBOSE | regex.IGNORECASE)
# 'Monday', '2024'; not '2024/25 accounts' (a year of its own)
_DAY_OR_YEAR = late_pattern(
    r"\b (?: (?: mon | tues | wednes | thurs | fri | satur | sun ) day | (?:19|20)[0-9]{2} ) \b",
    regex.VERBOSE | regex.IGNORECASE,
)
LONGEST_DATE = 120
LONGEST_TAIL = 3
"""A next-meeting item says its date in few lines; more than this many lines without a word of it are something else."""


def end_of_last_item(body: Sequence[Line], closing: bool) -> tuple[int, int]:
    """How many lines of the last item's body are its own, and where the appendices begin.

    `closing` says that the item is the date of the next meeting or the close. The lines between the two belong to the
    close of the minutes.
    """
    marked = next((at for at, line in enumerate(body) if at and is_appendix(line.text)), len(body))
    listed = next((at for at, line in enumerate(body[:marked]) if is_list_heading(line.text)), marked)
    if not closing or listed < marked:
        return listed, marked
    own = 0
    for at, line in enumerate(body[:marked]):
        if _belongs(line.text, at > own):
            own = at + 1
        elif at - own >= LONGEST_TAIL:
            break
    rest = marked - own
    return (own, own) if rest > LONGEST_TAIL or (own and rest and marked < len(body)) else (marked, marked)


def is_appendix(text: str) -> bool:
    """Whether a line is the heading of something that was attached to the minutes."""
    return text[0] in _APPENDIX_LETTERS and APPENDIX.match(text) is not None


def is_list_heading(text: str) -> bool:
    """Whether a line is the heading of a list of actions or decisions."""
    return text[0] in _LIST_LETTERS and LIST_HEADING.match(text) is not None


def _belongs(text: str, after_other: bool) -> bool:
    """Whether a line can be part of the item that ends the minutes; a bare date only where no other text came first."""
    if CLOSE.match(text) or (_NEXT.search(text) and _DATE_OR_PLACE.search(text)):
        return True
    return not after_other and len(text) < LONGEST_DATE and _DAY_OR_YEAR.search(text) is not None
