"""A subscription: one channel that wants the releases of one briefing."""

from enum import StrEnum

from bot.domain.briefing import Briefing
from bot.domain.record import CountryCode, Moment, Record


class ChannelKind(StrEnum):
    """What kind of channel the messages go to."""

    TEXT = "text"
    ANNOUNCEMENT = "announcement"
    THREAD = "thread"
    FORUM = "forum"
    """Each issue is a post of its own there, and its updates are written below it."""


class Standing(StrEnum):
    """Whether a subscription gets messages, and if not, why."""

    WORKING = "working"
    BY_HAND = "by_hand"
    """Somebody paused it."""
    NO_RIGHT = "no_right"
    """The bot may not write in the channel."""
    GONE = "gone"
    """The channel is not there, or the bot is not in the server."""
    CLOSED = "closed"
    """The briefing is private now, and another server's."""
    ENDED = "ended"
    """Somebody ended it; the row is kept because its messages are still corrected."""


HELD = (Standing.NO_RIGHT, Standing.GONE)
"""What ends by itself: releases wait meanwhile, as long as they are worth sending."""


class Place(Record):
    """A channel as Discord knows it: ids of the server and the channel, and its kind."""

    server: int
    channel: int
    kind: ChannelKind = ChannelKind.TEXT


class Wishes(Record):
    """What a channel wants: countries (none are all), and a role to ping, on updates too or not."""

    countries: tuple[CountryCode, ...] = ()
    ping: int | None = None
    ping_updates: bool = False


class Subscription(Record):
    """A channel, a briefing, and what it wants of it.

    `subscriber` is the Discord id of who subscribed, None where nobody said. `detail` is what is
    known beside the standing: the names of missing rights. `since` is when the standing began,
    `last_sent` when a message last came through.
    """

    id: int
    place: Place
    briefing: Briefing
    wishes: Wishes = Wishes()
    subscriber: int | None = None
    standing: Standing = Standing.WORKING
    detail: str = ""
    since: Moment | None = None
    told_at: Moment | None = None
    last_sent: Moment | None = None

    @property
    def told(self) -> bool:
        """Whether somebody was told since it stands as it does."""
        return self.told_at is not None and self.since is not None and self.told_at >= self.since

    @property
    def announced(self) -> bool:
        """Whether its messages are passed on to other servers, where their buttons do nothing."""
        return self.place.kind is ChannelKind.ANNOUNCEMENT
