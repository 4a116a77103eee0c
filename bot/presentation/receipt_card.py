"""The card of a receipt: what became of a release, for the log of its newsroom."""

from collections.abc import Iterator
from datetime import timedelta

from bot.domain.delivery import Act, DeliveryState
from bot.domain.receipt import Receipt
from bot.domain.receipt_part import CHANGES, PASSED_ON, POSTS, came_through, part
from bot.domain.release import Release, ReleaseKind, ReleaseState
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.custom_id import ResendUncertain, RetryFailed
from bot.presentation.language import Language
from bot.presentation.line import capital, line
from bot.presentation.masthead import issue_name
from bot.presentation.room import Room

_KINDS = {
    ReleaseKind.PUBLICATION: "Publication",
    ReleaseKind.UPDATE: "Update",
    ReleaseKind.CORRECTION: "Correction",
    ReleaseKind.WITHDRAWAL: "Withdrawal",
}
_STANDS = {
    ReleaseState.PENDING: "Nobody has been told yet; it can be undone.",
    ReleaseState.UNDONE: "Taken back before anybody was told.",
    ReleaseState.STOPPED: "**Stopped**: Discord refuses what Sitrep sends; its operator must look.",
}
_HEADINGS = {
    DeliveryState.FAILED: "**Failed: {}**",
    DeliveryState.UNCERTAIN: (
        "**Uncertain: {}**. They may have come through: look in the channels, and where one is "
        "missing, press **Send the uncertain again**."
    ),
    DeliveryState.MISSED: "**Missed: {}**",
    DeliveryState.HELD: "**Waiting: {}**, until their channels can be reached again",
    DeliveryState.SKIPPED: "**Skipped: {}**",
}
_UNITS = ((3600, "hour"), (60, "minute"), (1, "second"))
_REASONS = 4  # told of each kind
_REASON = Room(100, 300)


def receipt_card(receipt: Receipt, language: Language) -> Card:
    """What was asked for, what came through, and what a person can do about the rest."""
    release = receipt.release
    card = Card()
    card.say(
        f"## {_KINDS[release.kind]} of {issue_name(release.issue)}",
        line(release.reason, limits.REASON),
        _STANDS.get(release.state, ""),
    )
    card.say(*_came_through(receipt), _times(receipt, language), *_going_out(receipt))
    own = part(receipt, *POSTS, *CHANGES)
    for state, heading in _HEADINGS.items():
        if number := own.number(state):
            card.say(heading.format(number), *_reasons(own.reasons(state)))
    card.say(f"-# Released by {_who(release)} on {language.moment(release.made_at)}")
    card.buttons(_buttons(receipt))
    return card


def _who(release: Release) -> str:
    by = line(release.author, limits.NAME, "somebody")
    if release.approver is None:
        return by
    return f"{by}, approved by {line(release.approver, limits.NAME, 'somebody')},"


def _came_through(receipt: Receipt) -> Iterator[str]:
    for acts, said in (
        (POSTS, "Sent to **{} of {}** channels."),
        (CHANGES, "Changed **{} of {}** messages that were out already."),
        (PASSED_ON, "Passed on **{} of {}** to the servers that follow."),
    ):
        sent, asked = came_through(receipt, *acts)
        if asked:
            yield said.format(sent, asked)
    if replies := came_through(receipt, Act.REPLY)[0]:
        yield f"{replies} of them by an answer below, as Discord refuses edits of old messages."
    yield from _reasons(part(receipt, *PASSED_ON).reasons(DeliveryState.FAILED))
    if not receipt.counts:
        yield _nobody(receipt.release)


def _nobody(release: Release) -> str:
    """Why there is nothing to count."""
    if release.batch not in (None, release.id):
        return "Told in one message with another update."
    if release.quiet:
        return "Made quietly: nobody was told."
    return "There was nobody to tell." if release.state is ReleaseState.DONE else ""


def _going_out(receipt: Receipt) -> Iterator[str]:
    if number := receipt.number(DeliveryState.WAITING, DeliveryState.SENDING):
        yield f"Still going out: {number}."


def _times(receipt: Receipt, language: Language) -> str:
    if receipt.first is None or receipt.last is None:
        return ""
    first, took = language.moment(receipt.first), receipt.last - receipt.first
    if took < timedelta(seconds=1):
        return f"Came through on {first}."
    return f"The first came through on {first}, the last {_duration(took)} later."


def _duration(took: timedelta) -> str:
    seconds = int(took.total_seconds())
    size, unit = next(each for each in _UNITS if seconds >= each[0])
    number = seconds // size
    return f"{number} {unit}{'s' if number > 1 else ''}"


def _reasons(reasons: dict[str, int]) -> Iterator[str]:
    """The most frequent ones in a list; how many have others."""
    told = list(reasons.items())
    for reason, number in told[:_REASONS]:
        if reason or len(told) > 1:
            yield f"- {capital(line(reason, _REASON, 'no reason noted'))}: {number}"
    if rest := sum(number for _, number in told[_REASONS:]):
        yield f"- Other reasons: {rest}"


def _buttons(receipt: Receipt) -> list[Button]:
    key, buttons = receipt.release.id, list[Button]()
    if receipt.number(DeliveryState.FAILED, DeliveryState.MISSED):
        buttons.append(button("Try the failed again", RetryFailed(key)))
    if receipt.number(DeliveryState.UNCERTAIN):
        buttons.append(button("Send the uncertain again", ResendUncertain(key)))
    return buttons
