"""The words that tasks are told with: verbs, modals, and who may be given one without a name. Tables, not rules."""

from __future__ import annotations

# verbs of tasks in their base form; what the meeting itself does ('discuss', 'note', 'vote') is not among them
TASK_VERBS = (
    "add", "address", "amend", "apply", "approach", "arrange", "ask", "attend", "begin", "book", "bring", "buy", "call",
    "chase", "check", "circulate", "collate", "collect", "come back", "complete", "confirm", "contact", "contribute",
    "co-ordinate", "coordinate", "create", "deal", "deliver", "develop", "discuss this", "display", "do", "draft",
    "draw up", "e-mail", "email", "endeavour", "ensure", "explore", "feed back", "feedback", "find", "fix", "finalise",
    "find out", "follow", "forward", "gather", "get", "help", "identify", "include", "inform", "inspect",
    "install", "investigate", "invite", "issue", "keep", "lead", "let", "liaise", "look into", "look at",
    "meet", "monitor", "move", "notify", "obtain", "order", "organise", "pass", "pay", "place", "post", "prepare",
    "produce", "progress", "provide", "publish", "purchase", "put", "raise", "refer", "remind", "remove", "repair",
    "replace", "reply", "report", "request", "research", "respond", "review", "seek", "send", "set up", "share",
    "sign", "source", "speak", "submit", "supply", "take", "talk", "tell", "try", "update", "upload",
    "visit", "write",
)  # fmt: skip
# more verbs that begin a task in a list; within a sentence they tell as often what somebody does all the time
LISTED_VERBS = (
    "advertise", "advise", "agree", "allocate", "analyse", "analyze", "announce", "assess", "assign", "audit", "build",
    "change", "choose", "clarify", "clean", "clear", "close", "compare", "compile", "conduct", "consult", "continue",
    "convene", "cost", "define", "design", "determine", "distribute", "document", "edit", "engage", "establish",
    "examine", "file", "finalize", "finish", "give", "hire", "implement", "improve", "inquire", "enquire", "instruct",
    "introduce", "join", "launch", "list", "make", "map", "merge", "open", "organize", "outline", "paint", "plan",
    "price", "print", "promote", "propose", "publicise", "publicize", "push", "record", "recruit", "register",
    "release", "resolve", "return", "ring", "run", "schedule", "sell", "set", "sort", "start", "store", "study",
    "summarise", "summarize", "suggest", "switch", "talk", "test", "thank", "trim", "verify", "work", "write up",
)  # fmt: skip
# who may be given a task without a name, singly or together
OFFICES = (
    "clerk", "chair", "chairman", "chairwoman", "chairperson", "secretary", "treasurer", "officer", "officers",
    "members", "councillors", "board", "committee", "panel", "council", "headteacher", "manager", "director",
    "all[ ]members", "everyone", "staff", "governors",
)  # fmt: skip
# the same where nothing but an owner can stand: before the verb of a marked task, in brackets or alone behind it
OWNER_OFFICES = (
    "clerk", "deputy clerk", "chair", "vice chair", "vice-chair", "chairman", "vice chairman", "vice-chairman",
    "chairwoman", "chairperson", "convenor", "convener", "president", "vice president", "secretary", "treasurer",
    "headteacher", "head", "principal", "manager", "director", "officers", "officer", "members", "councillors",
    "cllrs", "trustees", "directors", "governors", "staff", "everyone", "everybody", "all", "all members",
    "all trustees",
    "all councillors", "all governors", "all directors", "board", "committee", "panel", "council", "exec", "executive",
    "rfo", "ceo", "secretariat",
)  # fmt: skip
# the last word of what a body, or a part of one, is called: 'finance working group', 'the web team'
GROUP_WORDS = (
    "team", "teams", "group", "subgroup", "sub-group", "committee", "subcommittee", "sub-committee", "board", "council",
    "panel", "office", "department", "party", "secretariat", "forum", "staff", "officers", "officer", "members",
    "trustees", "directors", "governors", "organisers", "volunteers", "chairs", "editors", "maintainers", "manager",
    "coordinator", "co-ordinator", "administrator", "representatives", "secretary", "treasurer", "lead", "leads",
)  # fmt: skip
# words of a sentence that no name of a group holds
NOT_IN_GROUPS = (
    "and", "or", "to", "the", "a", "an", "for", "from", "with", "by", "on", "in", "at", "will", "would", "is", "are",
    "be", "was", "were", "has", "have", "had", "this", "that", "their", "his", "her", "as", "if", "any", "no", "not",
)  # fmt: skip
# what may stand between the owner and the verb of a marked task
MODALS = (
    "to", "will", "would", "shall", "should", "must", "is to", "are to", "agreed to", "offered to", "undertook to",
    "promised to", "volunteered to", "agreed that", "needs to", "need to", "has agreed to", "have agreed to",
    "was asked to", "were asked to", "is asked to", "are asked to", "was requested to", "were requested to",
    "asked to", "requested to", "tasked with", "has been asked to", "has offered to", "has volunteered to",
    "is going to", "is", "are", "offered", "volunteered",
)  # fmt: skip
