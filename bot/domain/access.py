"""Access: what the bot may do in a channel, as Discord says it now."""

from enum import StrEnum

from bot.domain.record import Record
from bot.domain.subscription import ChannelKind


class Right(StrEnum):
    """What a person can allow the bot in a channel's settings."""

    VIEW = "view"
    SEND = "send"
    SEND_IN_THREADS = "send_in_threads"
    CREATE_POSTS = "create_posts"
    SEND_IN_POSTS = "send_in_posts"
    UNLOCKED = "unlocked"
    """That the thread is open to the bot."""
    TAG = "tag"
    """That a forum which wants a tag on every post has one that the bot may use."""
    HISTORY = "history"
    PING = "ping"
    """To mention the role that was chosen; without it, messages come all the same."""


class Access(Record):
    """`there` is false for a channel that is gone, or whose server the bot is not in.

    `send_in_posts` and `tagged` are of a forum only. `kind` is None where nobody looked,
    `can_ping` where no role was chosen.
    """

    there: bool = True
    view: bool = True
    send: bool = True
    history: bool = True
    kind: ChannelKind | None = None
    locked: bool = False
    send_in_posts: bool = True
    tagged: bool = True
    can_ping: bool | None = None

    @property
    def missing(self) -> tuple[Right, ...]:
        """Every right that is missing, the most important first.

        Who does not see a channel may do nothing in it, so nothing else is known to be missing.
        """
        if not self.view:
            return (Right.VIEW,)
        wanted = {
            self._writing: self.send,
            Right.SEND_IN_POSTS: self.send_in_posts,
            Right.UNLOCKED: not self.locked,
            Right.TAG: self.tagged,
            Right.HISTORY: self.history,
            Right.PING: self.can_ping is not False,
        }
        return tuple(right for right, given in wanted.items() if not given)

    @property
    def _writing(self) -> Right:
        match self.kind:
            case ChannelKind.THREAD:
                return Right.SEND_IN_THREADS
            case ChannelKind.FORUM:
                return Right.CREATE_POSTS
            case _:
                return Right.SEND

    @property
    def blocking(self) -> tuple[Right, ...]:
        """Those without which no message may be sent; a channel that is gone lacks all."""
        if not self.there:
            return (Right.VIEW,)
        return tuple(right for right in self.missing if right is not Right.PING)


NOWHERE = Access(there=False, view=False, send=False, history=False)
"""A channel that the bot does not know."""
