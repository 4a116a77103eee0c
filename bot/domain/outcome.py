"""The outcome of an attempt at Discord: what was heard, and what follows from it."""

from bot.domain.delivery import Act, Venue
from bot.domain.record import Record
from bot.domain.subscription import Standing

CONFIRMING_SECONDS = 10.0
"""How long a refusal is waited with before it is asked for a second time."""

_SHORTEST_SECONDS, _LONGEST_SECONDS = 0.5, 300.0
_BLOCKED_SECONDS = 60.0  # for a refusal that is not Discord's own, such as Cloudflare's
_APART_SECONDS = 10.0  # until a post that may be there is looked for
_SPREAD_SECONDS = 1.0  # over which those come back that were told to wait for the same moment

_OK, _REDIRECT, _SERVER_ERROR = 200, 300, 500
_FORBIDDEN, _NOT_FOUND = 403, 404

# Discord's own error codes, which the tables below name by what they mean:
# https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes
OLD_EDITS, _CROSSPOSTED_ALREADY = 30046, 40033
_DELETED, _NOT_MINE, _NOT_AN_ANNOUNCEMENT = 10008, 50005, 50024
_CHANNEL_GONE = {
    10003: "the channel is gone",
    10004: "the channel is gone",
    50008: "the channel takes no messages any more",
    _NOT_AN_ANNOUNCEMENT: "the channel takes no messages any more",
}
_NO_RIGHT = {
    50001: "the bot cannot see the channel",
    50013: "the bot may not write in the channel",
    50083: "the thread is closed to the bot",
    160005: "the thread is closed to the bot",
    40067: "the forum wants a tag on every post, and has none that the bot may use",
}
_POST_CLOSED = {
    10003: "the post was deleted",
    50083: "the post is closed to the bot",
    160005: "the post is closed to the bot",
}
_BLOCKED = (200000, 200001, 240000)
_OURS = (0, 50006, 50035, 50109)
"""What Discord says of a message that no channel would take: empty, or not of its form."""

_MOST_ERRORS = 60
"""Attempts, over some hours, after which an edit that Discord fails at is given up."""


class Heard(Record):
    """What came back from one attempt; without a `status` nothing did, or not in time.

    `code` is Discord's own error code, 0 if there is none. `wait` is how many seconds it asks to
    wait, `everyone` says that it asks so of all requests. `message` is the id of the message that
    is there now, `channel` that of the channel it is in. `about` says in a few words what
    happened, for the log and the receipt. `left` is false if no request has left at all. `maybe`
    says that an earlier request of the same attempt may have come through, whatever was heard of
    the last one.
    """

    status: int | None = None
    code: int = 0
    wait: float | None = None
    everyone: bool = False
    message: int | None = None
    channel: int | None = None
    about: str = ""
    left: bool = True
    maybe: bool = False


class Done(Record):
    """It is done; `message` is the message that is there now, in `channel`."""

    message: int | None = None
    channel: int | None = None


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


class Elsewhere(Record):
    """The post that it belongs to takes no messages any more, so another one is opened."""

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


class Late(Record):
    """It was not sent in time, and surely is not there: a person may still send it."""

    reason: str


class Doubt(Record):
    """Nobody can tell whether it has come through."""

    reason: str


Decision = (
    Done | Again | Pause | Instead | Elsewhere | Skip | Fail | StopRelease | StopAll | Late | Doubt
)


def decide(
    act: Act,
    heard: Heard,
    attempts: int,
    last: str,
    chance: float,
    venue: Venue = Venue.CHANNEL,
) -> Decision:
    """What follows from what was heard of an attempt.

    `attempts` counts this one, `last` is the reason that was noted for the one before, and
    `chance` lies between 0 and 1: it spreads those that failed together.
    """
    if venue is Venue.POST and heard.code in _POST_CLOSED:
        reason = _POST_CLOSED[heard.code]
        return Elsewhere(reason=reason) if act is Act.SEND else Skip(reason=reason)
    decision = _decided(act, heard, attempts, last, chance)
    if venue is Venue.FORUM and isinstance(decision, Again) and (decision.unsure or heard.maybe):
        # A request that Discord is still busy with makes its post after we have looked for it.
        return decision.model_copy(update={"seconds": max(decision.seconds, _APART_SECONDS)})
    return decision


def _decided(act: Act, heard: Heard, attempts: int, last: str, chance: float) -> Decision:
    match heard.status:
        case None:
            wait = _backoff(attempts, chance)
            return Again(seconds=wait, reason=heard.about, unsure=heard.left)
        case status if _OK <= status < _REDIRECT:
            return Done(message=heard.message, channel=heard.channel)
        case status if status >= _SERVER_ERROR:
            reason = f"Discord had an error ({status})"
            if attempts >= _MOST_ERRORS and act is Act.EDIT:
                return Fail(reason=reason)
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
    code = heard.code
    if code == _DELETED:
        return Skip(reason="the message was deleted")
    match act:
        case Act.CROSSPOST if code == _CROSSPOSTED_ALREADY:
            return Done()
        case Act.CROSSPOST if code == _NOT_AN_ANNOUNCEMENT:
            return Skip(reason="it is no announcement channel any more")
        case Act.EDIT if code == _NOT_MINE:
            return Skip(reason="the message is not ours to edit")
        case Act.EDIT | Act.REPLY | Act.CROSSPOST if code in _CHANNEL_GONE:
            return Skip(reason=_CHANNEL_GONE[code])
        case Act.CROSSPOST if code or heard.status != _FORBIDDEN:
            return Fail(reason=_as_said(heard))
        case _:
            return _out_of_reach(heard, last) or _unknown(heard)


def _out_of_reach(heard: Heard, last: str) -> Decision | None:
    """Pauses when the same is heard a second time: a first refusal may be Discord's confusion."""
    if heard.code in _CHANNEL_GONE:
        pause = Pause(standing=Standing.GONE, reason=_CHANNEL_GONE[heard.code])
    elif heard.code in _NO_RIGHT:
        pause = Pause(standing=Standing.NO_RIGHT, reason=_NO_RIGHT[heard.code])
    else:
        return None
    if last == pause.reason:
        return pause
    return Again(seconds=CONFIRMING_SECONDS, reason=pause.reason)


def _unknown(heard: Heard) -> Decision:
    """Only what no channel would take is ours; anything else is a matter of this one channel."""
    if heard.code in _BLOCKED:
        return Fail(reason="a moderation rule of the server blocks it")
    if heard.status == _FORBIDDEN and not heard.code:
        return Again(seconds=_BLOCKED_SECONDS, reason="something before Discord refuses the bot")
    if heard.status not in (_FORBIDDEN, _NOT_FOUND) and heard.code in _OURS:
        return StopRelease(reason=_as_said(heard))
    return Fail(reason=_as_said(heard))


def _as_said(heard: Heard) -> str:
    code = f", code {heard.code}" if heard.code else ""
    return f"Discord does not take it ({heard.status}{code}: {heard.about})"
