"""An attempt: one act at Discord, as it is seen on the wire, with the patience for it."""

import asyncio
from collections.abc import Callable
from contextvars import ContextVar

from bot.domain.outcome import Heard

_OK, _REDIRECT, _SERVER_ERROR = 200, 300, 500
_FIRST_SECONDS, _LONGEST_SECONDS = 2.0, 32.0
_BEFORE_SECONDS = 120.0  # for its turn, and for a limit of the channel's own
_LONGEST_WAIT_SECONDS = 5.0
_READING_SECONDS = 15.0  # after a good answer: discord.py may wait for the channel's limit then

NO_ANSWER, NO_TURN = "no answer in time", "it did not get its turn in time"


class TooLate(Exception):
    """A request must not leave any more: nobody could say what a second message would be."""


class Attempt:
    """Set around what an act does, so that the wire can say what it sees.

    The deadline of an answer begins when the request leaves, not when it queues for its turn. The
    first one is short, because whatever is asked again with the same nonce is made once; it doubles
    with every attempt, because Discord may be slow as a whole.

    What is made anew by every request is asked for `once`, and with all the patience there is.
    """

    def __init__(
        self,
        number: int,
        timeout: asyncio.Timeout,
        too_late: Callable[[], bool] = lambda: False,
        *,
        once: bool = False,
    ) -> None:
        self.heard: Heard | None = None
        self.maybe = False
        self._left = self._unanswered = False
        self._too_late = too_late
        self._once = once
        self._queueing = False
        self._timeout = timeout
        patience = _FIRST_SECONDS * 2.0 ** min(number - 1, 8)
        self._patience = _LONGEST_SECONDS if once else min(patience, _LONGEST_SECONDS)

    def queues(self) -> None:
        """A request waits for its turn, the first one or one that discord.py repeats."""
        if not self._queueing:
            self._queueing = True
            self._give(_BEFORE_SECONDS)

    def leaves(self) -> None:
        """It leaves; what was answered before does not say what becomes of it.

        Raises TooLate if it must not leave any more.
        """
        self.maybe = self.maybe or self._unanswered
        if self._too_late() or (self._once and self.maybe):
            raise TooLate
        self._left = self._unanswered = True
        self.heard = None
        self._queueing = False
        self._give(self._patience)

    def answered(self, heard: Heard) -> None:
        """An answer has come; discord.py may still wait, or ask again, before it gives it.

        A wait that holds for all requests must not be cut short: discord.py would hold back every
        other one for ever. One of this route alone is waited for by the courier if it is long.
        """
        self.heard = heard
        self._unanswered = False
        self.maybe = self.maybe or (heard.status or 0) >= _SERVER_ERROR
        if heard.wait is not None:
            ours = heard.everyone or heard.wait <= _LONGEST_WAIT_SECONDS
            self._give(heard.wait + self._patience if ours else 0.0)
        elif heard.status is not None and _OK <= heard.status < _REDIRECT:
            self._give(_READING_SECONDS)

    def given_up(self) -> Heard:
        """What is known of an attempt that took too long: the last answer, if there was one."""
        if self.heard is None or self.heard.status == _OK:
            return Heard(about=NO_ANSWER if self._left else NO_TURN, left=self._left)
        return self.heard

    def _give(self, seconds: float) -> None:
        if not self._timeout.expired():
            self._timeout.reschedule(asyncio.get_running_loop().time() + seconds)


ATTEMPT: ContextVar[Attempt | None] = ContextVar("attempt", default=None)
"""The attempt that the present task makes; None for any other request of the bot."""
