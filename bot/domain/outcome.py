"""The outcome of an attempt at Discord: what was heard, and what follows from it."""

from bot.domain.delivery import Act
from bot.domain.record import Record
from bot.domain.subscription import Standing

CONFIRMING_SECONDS = 10.0
"""How long a refusal is waited with before it is asked for a second time."""

_SHORTEST_SECONDS, _LONGEST_SECONDS = 0.5, 300.0
_BLOCKED_SECONDS = 60.0  # for a refusal that is not Discord's own, such as Cloudflare's
_SPREAD_SECONDS = 1.0  # over which those come back that were told to wait for the same moment

_OK, _REDIRECT, _TOO_MANY, _SERVER_ERROR = 200, 300, 429, 500
_BAD_REQUEST, _UNAUTHORIZED, _FORBIDDEN, _NOT_FOUND = 400, 401, 403, 404

# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
UNKNOWN_CHANNEL, UNKNOWN_SERVER, UNKNOWN_MESSAGE = 10003, 10004, 10008
MISSING_ACCESS, MISSING_RIGHTS = 50001, 50013
_NOT_MINE, _WRONG_KIND_OF_CHANNEL, _NO_TEXT_CHANNEL = 50005, 50024, 50008
_ARCHIVED, _BLOCKED_BY_RULE = 50083, (200000, 200001)
OLD_EDITS, _CROSSPOSTED_ALREADY = 30046, 40033


class Heard(Record):
    """What came back from one attempt; without a `status` nothing did, or not in time.

    `code` is Discord's own error code, 0 if there is none. `wait` is how many seconds it asks to
    wait, `everyone` says that it asks so of all requests. `message` is the id of the message that
    is there now. `about` says in a few words what happened, for the log and the receipt.
    """

    status: int | None = None
    code: int = 0
    wait: float | None = None
    everyone: bool = False
    message: int | None = None
    about: str = ""


class Done(Record):
    """It is done; `message` is the message that is there now."""

    message: int | None = None


class Again(Record):
    """To be tried again after so many seconds; `unsure` if it may have come through."""

    seconds: float
    reason: str
    unsure: bool = False


class Pause(Record):
    """The channel is out of reach: its subscription pauses, and this waits with it."""

    standing: Standing
    reason: str


class Instead(Record):
    """Discord refuses to edit the message, so an answer to it says the same."""

    reason: str


class Skip(Record):
    """There is nothing to do any more."""

    reason: str


class Fail(Record):
    """This one will not come through, and nobody else is concerned."""

    reason: str


class StopRelease(Record):
    """Discord does not take what we send: an error of ours, in every channel alike."""

    reason: str


class StopAll(Record):
    """Discord does not know the bot any more."""

    reason: str


class Doubt(Record):
    """Nobody can tell whether it has come through."""

    reason: str


Decision = Done | Again | Pause | Instead | Skip | Fail | StopRelease | StopAll | Doubt


def decide(act: Act, heard: Heard, attempts: int, last: str, chance: float) -> Decision:
    """What follows from what was heard of an attempt.

    `attempts` counts this one, `last` is the reason that was noted for the one before, and
    `chance` lies between 0 and 1: it spreads those that failed together.
    """
    match heard.status:
        case None:
            return Again(seconds=_backoff(attempts, chance), reason=heard.about, unsure=True)
        case status if _OK <= status < _REDIRECT:
            return Done(message=heard.message)
        case status if status >= _SERVER_ERROR:
            reason = f"Discord had an error ({status})"
            return Again(seconds=_backoff(attempts, chance), reason=reason, unsure=True)
        case 429:
            return _told_to_wait(act, heard, attempts, chance)
        case 401:
            return StopAll(reason="Discord does not know the token any more")
        case _:
            return _refused(act, heard, last)


def _backoff(attempts: int, chance: float) -> float:
    """Doubles with every attempt, between half and one and a half of that."""
    doubled = _SHORTEST_SECONDS * 2.0 ** min(attempts - 1, 16)
    return min(doubled, _LONGEST_SECONDS) * (0.5 + chance)


def _told_to_wait(act: Act, heard: Heard, attempts: int, chance: float) -> Decision:
    if act is Act.EDIT and heard.code == OLD_EDITS:
        return Instead(reason="Discord takes no more edits of messages older than an hour")
    wait = _backoff(attempts, chance) if heard.wait is None else heard.wait
    return Again(seconds=wait + _SPREAD_SECONDS * chance, reason="Discord asked to wait")


def _refused(act: Act, heard: Heard, last: str) -> Decision:
    """A refusal of this one request, which another attempt would meet too."""
    match heard.code:
        case 10008:
            return Skip(reason="the message was deleted")
        case 50005 if act is Act.EDIT:
            return Skip(reason="the message is not ours to edit")
        case 40033 if act is Act.CROSSPOST:
            return Done()
        case 10003 | 10004 if act is not Act.SEND:
            return Skip(reason="the channel is gone")
        case 10003 | 10004 | 50008:
            return _confirmed(Pause(standing=Standing.GONE, reason="the channel is gone"), last)
        case 50024:
            if act is Act.CROSSPOST:
                return Skip(reason="it is no announcement channel any more")
            gone = Pause(standing=Standing.GONE, reason="the channel takes no messages any more")
            return _confirmed(gone, last)
        case 50001 | 50013 | 50083:
            return _without_a_right(act, heard.code, last)
        case 200000 | 200001:
            return Fail(reason="a moderation rule of the server blocks it")
        case _:
            return _unknown(heard)


def _without_a_right(act: Act, code: int, last: str) -> Decision:
    reasons = {
        MISSING_ACCESS: "the bot cannot see the channel",
        MISSING_RIGHTS: "the bot may not write in the channel",
        _ARCHIVED: "the thread is closed to the bot",
    }
    if act is Act.CROSSPOST:
        return Fail(reason="the bot may not publish in the channel")
    return _confirmed(Pause(standing=Standing.NO_RIGHT, reason=reasons[code]), last)


def _confirmed(pause: Pause, last: str) -> Decision:
    """Pauses when the same is heard a second time: a first refusal may be Discord's confusion."""
    if last == pause.reason:
        return pause
    return Again(seconds=CONFIRMING_SECONDS, reason=pause.reason)


def _unknown(heard: Heard) -> Decision:
    if heard.status == _FORBIDDEN and not heard.code:
        return Again(seconds=_BLOCKED_SECONDS, reason="something before Discord refuses the bot")
    return StopRelease(reason=f"Discord does not take it ({heard.status}, {heard.about})")
