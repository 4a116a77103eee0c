"""What a server has chosen: its channels for notices and for the log, and its time zone."""

from bot.domain.record import Moment, Record


class ServerChoices(Record):
    """Ids of Discord's channels, and the name of a zone such as "Europe/Paris"; None if not chosen.

    `left_at` is since when the bot is not in the server any more.
    """

    notice_channel: int | None = None
    log_channel: int | None = None
    time_zone: str | None = None
    left_at: Moment | None = None
