"""A receipt as lines of text: what became of a release."""

from collections.abc import Iterator
from datetime import UTC, datetime

from bot.domain.delivery import DeliveryState
from bot.domain.receipt import Receipt
from bot.domain.receipt_part import CHANGES, PASSED_ON, POSTS, came_through, part
from bot.domain.release import ReleaseState
from bot.terminal.wrapped import wrapped

_STATES = {
    DeliveryState.WAITING: "going out: {}",
    DeliveryState.SENDING: "being sent: {}",
    DeliveryState.FAILED: "failed: {}",
    DeliveryState.UNCERTAIN: "uncertain: {}; they may have come through, look in the channels",
    DeliveryState.MISSED: "missed: {}",
    DeliveryState.HELD: "waiting until their channels can be reached again: {}",
    DeliveryState.SKIPPED: "skipped: {}",
}
_STANDS = {
    ReleaseState.PENDING: "waiting for its window",
    ReleaseState.OPEN: "going out",
    ReleaseState.DONE: "done",
    ReleaseState.UNDONE: "taken back",
    ReleaseState.STOPPED: "stopped: Discord refuses what Sitrep sends, see the log",
}
_INDENT = "  "


def receipt_lines(receipt: Receipt) -> list[str]:
    """The release by its id, what came through, and the rest by its reasons."""
    return list(_lines(receipt))


def _lines(receipt: Receipt) -> Iterator[str]:
    release = receipt.release
    about = (
        f"{release.id}: {release.kind} of {release.issue.label}",
        _STANDS[release.state],
        f"by {release.author}",
        _moment(release.made_at),
    )
    yield from wrapped([" · ".join(about)], "")
    yield from wrapped([release.reason] if release.reason.strip() else [], _INDENT)
    yield from wrapped(_quietly(receipt), _INDENT)
    yield from wrapped(_came_through(receipt), _INDENT)
    own = part(receipt, *POSTS, *CHANGES)
    for state, said in _STATES.items():
        if number := own.number(state):
            yield from wrapped([said.format(number)], _INDENT)
            yield from wrapped(_reasons(own.reasons(state)), _INDENT * 3)


def _quietly(receipt: Receipt) -> Iterator[str]:
    if receipt.release.quiet and receipt.release.kind.mends:
        yield "made quietly: messages are edited without a note"
    elif receipt.release.quiet:
        yield "made quietly: nobody is told" if not receipt.counts else "made quietly"


def _came_through(receipt: Receipt) -> Iterator[str]:
    for acts, said in (
        (POSTS, "sent: {} of {}"),
        (CHANGES, "changed: {} of {}"),
        (PASSED_ON, "passed on to servers that follow: {} of {}"),
    ):
        sent, asked = came_through(receipt, *acts)
        if asked:
            yield said.format(sent, asked)
    if receipt.first and receipt.last:
        yield f"from {_moment(receipt.first)} to {_moment(receipt.last)}"


def _reasons(reasons: dict[str, int]) -> Iterator[str]:
    yield from (f"{reason}: {number}" for reason, number in reasons.items() if reason)


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"
