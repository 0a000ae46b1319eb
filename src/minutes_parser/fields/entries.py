"""The shape of the rows of an attendance list: one person to a row or several, and the boxes that are ticked."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from minutes_parser.document import Passage
from minutes_parser.fields.names import is_name, name_end, take_title
from minutes_parser.fields.words import COMPANIES, POST_NOMINALS
from minutes_parser.late import late_pattern

FEWEST_ROWS = 3
"""With fewer rows 'Jo Ash, Oaktech' may as well be two people."""
# what parts a name from what is said of it: ', ', ' (', ' - ', ': '; not the '-' of 'Ash-Cole'
_BEHIND_NAME = late_pattern(r"(?P<comma> ,[ ]*+ ) | [ ]?+ [(\[:;\t] | (?<! [ ] ) [ ]++ -", regex.VERBOSE)
_IN_BRACKETS = late_pattern(r"[(\[] [^()\[\]]*+ [)\]]", regex.VERBOSE)
# 'Jo', 'Ben (late)', 'Kim R.', 'Di - notes'; not 'Tree planting', 'Jo to cut the hedge'
_FORENAME = late_pattern(r"\p{Lu} \p{Ll}++ (?: [ ] \p{Lu} \.?+ )?+ [ ]*+ (?: [(\[,] | [ ] - | $ )", regex.VERBOSE)
# '[x] Jo Ash', '[ ] Ben Elm', '☑ Di Fir'; not '[JA] Jo Ash'
_BOX = late_pattern(r"(?: \[ (?P<mark> [ xX✓✔]?+ ) \] | (?P<sign> [☐☑☒✅❌✓✔✗✘] ) \ufe0f?+ ) [ ]*+", regex.VERBOSE)
_TICKED = frozenset("xX✓✔☑☒✅")
# '[JA] Jo Ash', '(JA) Jo Ash'; not '[x] Jo Ash', '(Chair) Jo Ash'
TAG_BEFORE = late_pattern(r"[(\[] (?P<tag> \p{Lu} [\p{Lu}\p{Ll}'-]{1,4}+ ) [)\]] [ ]++ (?= \p{Lu} )", regex.VERBOSE)


def box_at(text: Passage) -> tuple[bool | None, Passage]:
    """Whether the box that a row begins with is ticked (None where there is no box), and the row behind it."""
    found = _BOX.match(text.text) if text.text[:1] in "[☐☑☒✅❌✓✔✗✘" else None
    if not found:
        return None, text
    return (found["mark"] or found["sign"] or "") in _TICKED, text.cut(found.end())


def one_a_row(rows: Sequence[Passage], bulleted: bool) -> bool:
    """Whether each row names one person, so that what follows a comma is said of them: 'Jo Ash, Oaktech'.

    Rows that all hold one name and one thing more are no lists of two people each. Without bullets some of the things
    must plainly be no names, since a long list may be broken into lines.
    """
    behind = [rest for row in rows if (rest := _behind_name(row)) is not None]
    said = [rest for rest in behind if rest]
    if len(behind) < FEWEST_ROWS or 5 * len(behind) < 4 * len(rows) or 2 * len(said) < len(rows):
        return False
    return bulleted or 2 * sum(not is_name(rest) or " " not in rest for rest in said) >= len(said)


def are_forenames(rows: Sequence[Passage]) -> bool:
    """Whether rows name people by one word alone: 'Jo', 'Ben (late)', 'Kim R.'; two in three are enough."""
    named = sum(_FORENAME.match(row.text) is not None and is_name(row.text.split(" ")[0]) for row in rows)
    return len(rows) >= FEWEST_ROWS and 3 * named >= 2 * len(rows)


def _behind_name(row: Passage) -> str | None:
    """What stands behind the comma of a row with one name; '' where there is no comma, None where the row is another.

    >>> [_behind_name(Passage(row, 0)) for row in ("Jo Ash, Oaktech (Guest)", "Jo Ash", "Jo Ash, Ben Elm, Di Fir")]
    ['Oaktech', '', None]
    """
    text = TAG_BEFORE.sub("", row.text)
    title = take_title(text)
    at = title.end() + 1 if title else 0
    end = name_end(text, at)
    mark = _BEHIND_NAME.match(text, end)
    if end == at or not (title or " " in text[at:end]) or (end < len(text) and not mark):
        return None
    if not mark or not mark["comma"]:
        return ""
    parts = [part.strip() for part in _IN_BRACKETS.sub("", text[mark.end() :]).split(",")]
    parts = [part for part in parts if part.strip(" .").lower() not in COMPANIES and not _are_letters(part)]
    return None if len(parts) != 1 or take_title(parts[0]) or " and " in parts[0] else parts[0]


def _are_letters(part: str) -> bool:
    """Whether a part is letters after a name: 'OBE', 'Ph.D.'."""
    return part.replace(".", "") in POST_NOMINALS
