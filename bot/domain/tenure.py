"""A tenure: one process does what only one may do, as long as it holds a lease."""

from bot.domain.record import Record


class Tenure(Record):
    """The name of the lease, the same for all processes of one bot, and of who holds it."""

    lease: str = "bot"
    holder: str = "this process"
