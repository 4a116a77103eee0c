"""What a server has chosen: its channels for notices and for the log, and its time zone."""

from bot.domain.record import Record


class ServerChoices(Record):
    """Ids of Discord's channels, and a zone such as "Europe/Paris"; None is not chosen yet."""

    notice_channel: int | None = None
    log_channel: int | None = None
    time_zone: str | None = None
