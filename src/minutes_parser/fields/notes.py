"""What a bracket behind a name says of how, when or for whom somebody attended."""

from __future__ import annotations

import re

from minutes_parser.schema import Attendance

CHANNELS = (
    "teams", "zoom", "vc", "video", "video conference", "videoconference", "video link", "videolink", "skype", "webex",
    "telephone", "phone", "remote", "remotely", "online", "on-line", "virtual", "virtually", "electronic attendance",
)  # fmt: skip
_CHANNEL = "|".join(re.escape(channel) for channel in sorted(CHANNELS, key=len, reverse=True))
# '(via Teams)', '(remotely)', '(online)', 'by phone'; not '(via the gate)'
REMOTE = re.compile(
    rf"""
    (?: attend\w*[ ] | joined[ ] | joining[ ] )?
    (?: via | on | by | over | through | from )? [ ]?
    (?: ms[ ] | microsoft[ ] )?
    \b (?: {_CHANNEL} ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
# what stands before a time: 'arrived at', 'from', 'late:'; not 'interim'
ARRIVED = re.compile(r"\b (?: arriv | from\b | join | came | enter | late\b )", re.VERBOSE | re.IGNORECASE)
# 'left at', 'until', 'absent from'; not 'total'
LEFT = re.compile(r"\b (?: absent[ ]from | left | until | till | to\b | depart | leaving )", re.VERBOSE | re.IGNORECASE)
# why somebody was away: '(holiday)'
REASONS = (
    "holiday", "on holiday", "annual leave", "leave", "ill", "illness", "sick", "sickness", "unwell", "work",
    "work commitments", "personal", "personal reasons", "family", "family reasons", "other commitments",
    "another meeting",
    "on council business", "council business", "maternity leave", "bereavement",
)  # fmt: skip
_REASON = "|".join(re.escape(reason) for reason in REASONS)
# notes on attendance that say neither job nor office: '(part)', '(left early)', '(item 5 only)'; not '(Partner)',
# '(Minutes)'
NOTE = re.compile(
    rf"""
    (?: in[ ] )? part\b
    | left\b | leaving\b (?! [ ] (?-i: [A-Z] ) ) | arriv | join | until | from\b | late\b | early\b
    | items?[ ]\S | for[ ]items? | minutes?[ ]\S*[0-9]
    | absent | (?: no[ ] )? apolog | accepted $ | excused $ | present | presided\b | except | who\b
    | via\b | by[ ]invitation
    | [0-9:.]+ [ ]? (?: am | pm )? $
    | new $ | \*+ $
    | (?: {_REASON} ) $
    | non-voting | voting $
    """,
    re.VERBOSE | re.IGNORECASE,
)
# a note that says of somebody what the list does not: '(apologies)', '- absent'; not '(absent from 8pm)', '(excused)',
# which a list of those absent has as well
STATUSES: dict[str, Attendance] = {
    "present": "present", "attended": "present", "absent": "absent", "not present": "absent",
    "did not attend": "absent", "no apologies": "absent", "apologies": "apologies", "apology": "apologies",
    "apols": "apologies", "sent apologies": "apologies", "apologies sent": "apologies",
    "apologies received": "apologies", "apologies given": "apologies", "here": "present", "in attendance": "present",
    "excused absence": "apologies", "absent excused": "apologies", "absent (excused)": "apologies",
    "not in attendance": "absent", "regrets": "apologies", "sent regrets": "apologies",
}  # fmt: skip
# '(substitute for Jo Ash)', 'on behalf of Jo Ash', 'deputising for Jo Ash', 'sub. for …'; not 'Deputy Clerk'
SUBSTITUTE = re.compile(
    r"""
    (?: attend\w*[ ] )? (?: as[ ] )? (?: an?[ ] | the[ ] | nominated[ ] )?
    (?: subs? (?: titut\w+ )? \.? | deput\w+ | proxy | alternate
      | standing[ ]in | in[ ]place | on[ ]behalf | instead | acting )
    [ ] (?: for | of ) [ ]
    (?P<who> .+ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
