"""The terms of delivery, as the operator sets them."""

from datetime import timedelta

from bot.domain.record import Record


class Terms(Record):
    """`window` is how long a release can be undone, `lasting` how long an alert is worth sending.

    `gathering` is how long the updates that follow one are gathered into one message. `grace` is
    how late a scheduled release still goes out, `warning` how long before its moment its author is
    told that something blocks it.
    """

    window: timedelta = timedelta(seconds=20)
    lasting: timedelta = timedelta(hours=24)
    gathering: timedelta = timedelta(minutes=2)
    grace: timedelta = timedelta(minutes=60)
    warning: timedelta = timedelta(minutes=10)
