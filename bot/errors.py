"""What a person can be told: the message of each error is the sentence they read."""


class SitrepError(Exception):
    """An expected refusal; its message says what is wrong and what to do next."""


class Unreadable(SitrepError):
    """A document that cannot be read as text."""


class Refused(SitrepError):
    """A request that the stored data does not allow, such as a number already taken."""


class Incomplete(Refused):
    """A request that is granted once it says more: `lacks` is the name of what it leaves out."""

    def __init__(self, sentence: str, *, lacks: str) -> None:
        super().__init__(sentence)
        self.lacks = lacks


class Misconfigured(SitrepError):
    """A setting that is missing or wrong."""


class Unavailable(SitrepError):
    """A database or a service that cannot be used now."""
