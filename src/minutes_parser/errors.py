"""The errors that a caller may see. Odd text is never one of them: it gives warnings in the record."""


class MinutesError(Exception):
    """The base of every error that this package raises on purpose; `str(error)` is one line for a person."""


class UnreadableError(MinutesError):
    """A source that cannot be read as a document: what is wrong with it, where, and what to do."""


class UsageError(MinutesError):
    """A call that cannot be right, such as the name of a layout that does not exist."""
