"""The messenger: carries one delivery to Discord, and says what became of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.delivery.ended import Ended
from bot.domain.delivery import CopyKind, Delivery, Venue
from bot.domain.issue import State
from bot.domain.outcome import (
    Decision,
    Done,
    Doubt,
    Fail,
    Heard,
    Late,
    Skip,
    StopRelease,
    decide,
)
from bot.domain.release import ReleaseKind

if TYPE_CHECKING:  # it loads discord.py, which the command line starts faster without
    from bot.delivery.sender import Sender

_FRESH = timedelta(minutes=2)
"""How long Discord surely knows a nonce again: "the past few minutes", it says."""


class Messenger:
    """Looks where it must, does what is still to be done, and decides by what was heard.

    `salt` tells this database's nonces from those of another one with the same bot.
    """

    def __init__(self, sender: Sender, clock: Callable[[], datetime]) -> None:
        self.salt = ""
        self._sender = sender
        self._clock = clock

    async def carry(self, delivery: Delivery) -> Ended:
        """What becomes of a delivery; one that may be there already is looked for first.

        A message of an earlier attempt may show an earlier revision: nobody knows which, so 0.
        A post in a forum takes no nonce, so even a young one is looked for.
        """
        unsure = delivery.unsure_since if delivery.act.posts else None
        late = delivery.expires_at is not None and self._clock() >= delivery.expires_at
        is_post = delivery.venue is Venue.FORUM
        if unsure is not None and (late or is_post or self._is_old(unsure)):
            found = await self._look(delivery)
            if found is not None:
                return Ended(delivery, found, 0)
            unsure = None
        if unsure is None and (needless := _needless(delivery, late=late)):
            return Ended(delivery, needless, 0)
        begun = unsure or delivery.sending_at
        heard, revision = await self._sender.do(
            delivery, f"{self.salt}{delivery.id}", lambda: self._is_old(begun)
        )
        decision = self._decide(delivery, heard)
        copy = delivery.copy_of
        if isinstance(decision, StopRelease) and copy and copy.kind is CopyKind.SHARED:
            decision = Fail(reason=decision.reason)
        return Ended(delivery, decision, revision if unsure is None else 0, heard.maybe)

    async def _look(self, delivery: Delivery) -> Decision | None:
        """What follows from a look into the channel; None if the message surely is not there."""
        if delivery.kind is ReleaseKind.WITHDRAWAL:
            # A notice has no button, so nothing to be known again by.
            return Doubt(reason="it may have come through, and bears no mark")
        looked = await self._sender.look(delivery)
        if looked.message is not None:
            return Done(message=looked.message, channel=looked.channel)
        if looked.heard is not None:
            return self._decide(delivery, looked.heard)
        if not looked.certain:
            reason = "it may have come through, and the bot may not read the channel to see"
            return Doubt(reason=reason)
        return None

    def _is_old(self, begun: datetime) -> bool:
        """Whether Discord may have forgotten the nonce of an attempt begun then."""
        return self._clock() - begun > _FRESH

    def _decide(self, delivery: Delivery, heard: Heard) -> Decision:
        chance = random.random()  # noqa: S311  # it only spreads requests
        attempts, last = delivery.attempts, delivery.last
        return decide(delivery.act, heard, attempts, last, chance, delivery.venue)


def _needless(delivery: Delivery, *, late: bool) -> Decision | None:
    """Why it need not be done any more, or must not; nothing of it is in the channel."""
    withdrawn = delivery.issue_state is State.WITHDRAWN
    if delivery.leaves_the_house:
        return Skip(reason="the briefing is private now")
    if delivery.copy_gone:
        return Skip(reason="the message is gone, or shows something else now")
    if withdrawn and delivery.act.posts and delivery.kind is not ReleaseKind.WITHDRAWAL:
        return Skip(reason="the issue was withdrawn")
    if late and delivery.act.posts:
        return Late(reason="it came too late")
    return None
