"""What stands after the last item: the close of the meeting, action lists, and appendices that are not minutes at
all.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.document import Line

# 'APPENDIX A', 'Annex 1: Terms', 'Schedule of payments'; not 'Appendix 1 sets out the fees.' (a sentence)
APPENDIX = regex.compile(
    r"(?:appendi(?:x|ces)|annex(?:e|ure)?|attachments?|schedule of)\b.{0,80}(?<![.;,])$", regex.IGNORECASE
)
# 'The meeting closed at 9.15pm', 'Signed: …… Chair', 'There being no further business'; not 'the road was closed at
# 9.15'
CLOSE = regex.compile(
    r"""
    .{0,60}? \b(?: meeting [ ] (?:was [ ])?(?:formally [ ])?(?:clos|end|conclu|adjourn|finish|terminat) | (?:clos|end|conclu|adjourn|finish)\w*+ [ ] (?:the [ ])?(?:meeting|at [ ] [0-9])
      | no [ ] (?:further|other) [ ] business | signed\b | respectfully [ ] submitted | chair(?:man|person)?[ ]*+[.…_]{3} | date[ ]*+[.…_:]{3} )
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
# 'Actions', '## Action items', 'Summary of actions', 'Action log': a list of its own; not 'Action: Clerk' (an item's
# own mark)
LIST_HEADING = regex.compile(
    r"(?:\#{1,6}+[ ]+|\*\*)?+(?:summary[ ]of[ ]|list[ ]of[ ])?(?:actions|decisions|action(?=[ ]))(?:[ ](?:items|points|list|log|table|summary|arising|agreed))*+(?:\*\*)?+$",
    regex.IGNORECASE,
)
_DATE_OR_TIME = regex.compile(
    r"\b[0-9]{1,2}(?:st|nd|rd|th)?\b|\b[0-9]{1,2}[.:][0-9]{2}\b|\b(?:venue|location|hall|room|tbc|confirmed|agreed|arranged)\b",
    regex.IGNORECASE,
)
_NEXT = regex.compile(r"\b(?:next|future|following)\b|\bmeetings?\b", regex.IGNORECASE)
LONGEST_TAIL = 3
"""A next-meeting item says its date in few lines; more than this many lines without a word of it are something else."""


def end_of_last_item(body: Sequence[Line], closing: bool) -> tuple[int, int]:
    """How many lines of the last item's body are its own, and where the appendices begin.

    `closing` says that the item is the date of the next meeting or the close. The lines between the two belong to the
    close of
    the minutes.
    """
    marked = next((at for at, line in enumerate(body) if at and APPENDIX.match(line.text)), len(body))
    listed = next((at for at, line in enumerate(body[:marked]) if LIST_HEADING.match(line.text)), marked)
    if not closing or listed < marked:
        return listed, marked
    own = 0
    for at, line in enumerate(body[:marked]):
        if _belongs(line.text):
            own = at + 1
        elif at - own >= LONGEST_TAIL:
            break
    rest = marked - own
    return (own, own) if rest > LONGEST_TAIL or (own and rest and marked < len(body)) else (marked, marked)


def _belongs(text: str) -> bool:
    """Whether a line can be part of the item that ends the minutes."""
    return bool(CLOSE.match(text)) or (bool(_DATE_OR_TIME.search(text) and _NEXT.search(text)) or _is_bare_date(text))


def _is_bare_date(text: str) -> bool:
    return len(text) < 120 and bool(
        regex.search(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:19|20)[0-9]{2}\b", text, regex.IGNORECASE)
    )
