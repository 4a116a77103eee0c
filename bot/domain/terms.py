"""The terms of delivery, as the operator sets them."""

from datetime import timedelta

from bot.domain.record import Record


class Terms(Record):
    """`window` is how long a release can be undone, `lasting` how long an alert is worth sending.

    `gathering` is how long the updates that follow one are gathered into one message.
    """

    window: timedelta = timedelta(seconds=20)
    lasting: timedelta = timedelta(hours=24)
    gathering: timedelta = timedelta(minutes=2)
