"""A delivery: one act at Discord that a release asks for, in one channel."""

from enum import StrEnum

from bot.domain.issue import State
from bot.domain.record import Moment, Record
from bot.domain.release import ReleaseKind
from bot.domain.subscription import ChannelKind, Subscription


class Act(StrEnum):
    """What is done in the channel."""

    SEND = "send"
    EDIT = "edit"
    REPLY = "reply"
    """An edit that Discord refuses, said as an answer to the message instead."""
    CROSSPOST = "crosspost"
    """Publishing a message of an announcement channel to the servers that follow it."""

    @property
    def posts(self) -> bool:
        """Whether it makes a new message, so that doing it twice would be seen."""
        return self in (Act.SEND, Act.REPLY)


class Venue(StrEnum):
    """Where it is done, as far as it matters for what Discord answers."""

    CHANNEL = "channel"
    """A channel or a thread that somebody chose."""
    FORUM = "forum"
    """A forum, where a post is opened. Discord makes a second one of a second request."""
    POST = "post"
    """A post of ours in a forum, which moderators may close or delete."""


class DeliveryState(StrEnum):
    """Where a delivery stands."""

    WAITING = "waiting"
    HELD = "held"
    """It waits for its subscription to work again."""
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    """It may have come through; only a person can tell."""
    FAILED = "failed"
    SKIPPED = "skipped"
    """There is no need any more."""
    MISSED = "missed"
    """It expired before it could be sent."""


OPEN = (DeliveryState.WAITING, DeliveryState.SENDING)
"""What later acts in the same channel wait for."""


class CopyKind(StrEnum):
    """What a message of ours is."""

    ALERT = "alert"
    UPDATE = "update"
    NOTE = "note"
    SHARED = "shared"
    """An answer that somebody shared."""


_MADE = {ReleaseKind.PUBLICATION: CopyKind.ALERT, ReleaseKind.UPDATE: CopyKind.UPDATE}


class Copy(Record):
    """A message of ours that shows an issue as of a revision.

    `showing` says how an answer that was shared is asked again; None for an alert.
    """

    id: int
    issue: int
    release: int | None = None
    subscription: int | None = None
    server: int | None = None
    channel: int
    message: int
    kind: CopyKind
    revision: int
    showing: str | None = None
    posted_at: Moment


class Delivery(Record):
    """One act, claimed: what the courier needs to do it.

    `attempts` counts this one. `unsure_since` is when an attempt was begun of which nobody knows
    whether it came through, None if there is no such one. `sending_at` is when this one was
    begun. `post` is the post in a forum that shows the issue already. `copy_of` is the message to
    edit, to answer or to crosspost, `copy_gone` whether it is there no more or shows something
    else. `newsroom` and `public` are the briefing's. `expires_at` is when it is not worth sending
    any more, None if it always is.
    """

    id: int
    act: Act
    release: int
    kind: ReleaseKind
    issue: int
    issue_state: State
    revision: int
    channel: int
    subscription: Subscription | None = None
    post: int | None = None
    copy_of: Copy | None = None
    copy_gone: bool = False
    newsroom: int = 0
    public: bool = True
    expires_at: Moment | None = None
    attempts: int = 1
    sending_at: Moment
    unsure_since: Moment | None = None
    last: str = ""

    @property
    def venue(self) -> Venue:
        """Where it is done."""
        place = self.subscription.place if self.subscription else None
        if place is None or place.kind is not ChannelKind.FORUM:
            return Venue.CHANNEL
        return Venue.FORUM if self.act is Act.SEND and self.post is None else Venue.POST

    @property
    def makes(self) -> CopyKind:
        """What a new message of it is: an answer to one that is there is a note."""
        if self.act is Act.REPLY:
            return CopyKind.NOTE
        return _MADE.get(self.kind, CopyKind.NOTE)

    @property
    def leaves_the_house(self) -> bool:
        """Whether it would tell others of a briefing that is private to its newsroom now.

        A withdrawal says nothing of what the issue said.
        """
        if self.public or self.kind is ReleaseKind.WITHDRAWAL:
            return False
        server = self.subscription.place.server if self.subscription else None
        if self.subscription is None and self.copy_of is not None:
            server = self.copy_of.server
        return server != self.newsroom or self.act is Act.CROSSPOST
