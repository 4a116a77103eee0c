"""What a server has chosen: channels for notices and for the log, a time zone, who publishes."""

from bot.domain.record import Record


class ServerChoices(Record):
    """Ids of Discord's channels, a zone such as "Europe/Paris", and the id of the editors' role.

    `usual_time` is when its editors had something go out at a set time last, as "18:00". None is
    not chosen yet. With `two_people`, somebody else approves what an editor publishes.
    """

    notice_channel: int | None = None
    log_channel: int | None = None
    time_zone: str | None = None
    editor_role: int | None = None
    usual_time: str | None = None
    two_people: bool = False
