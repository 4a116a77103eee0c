"""An attempt that has ended, and what its rows become."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.delivery import Act, Copy, Delivery, DeliveryState
from bot.domain.outcome import (
    Again,
    Decision,
    Done,
    Doubt,
    Elsewhere,
    Fail,
    Instead,
    Late,
    Pause,
    Skip,
    StopAll,
    StopRelease,
)
from bot.store.outbox import Settled


@dataclass(frozen=True)
class Ended:
    """An attempt that has ended, and the revision that its message shows.

    `maybe` says that it may have come through all the same.
    """

    delivery: Delivery
    decision: Decision
    revision: int
    maybe: bool = False


def settled(ended: Ended, now: datetime) -> Settled:
    """What the row becomes that asked for it."""
    delivery = ended.delivery
    same = Settled(
        id=delivery.id,
        act=delivery.act,
        state=DeliveryState.WAITING,
        now=now,
        attempts=delivery.attempts,
        unsure_since=delivery.unsure_since or (delivery.sending_at if ended.maybe else None),
        reason=getattr(ended.decision, "reason", ""),
    )
    match ended.decision:
        case Done():
            return replace(same, state=DeliveryState.SENT)
        case Again(seconds=seconds, unsure=unsure):
            since = same.unsure_since or (delivery.sending_at if unsure else None)
            return replace(same, due_at=now + timedelta(seconds=seconds), unsure_since=since)
        case Instead():
            return replace(same, act=Act.REPLY, unsure_since=None)
        case Pause() if delivery.subscription:
            return replace(same, state=DeliveryState.HELD)
        case Skip():
            return replace(same, state=DeliveryState.SKIPPED)
        case Late():
            return replace(same, state=DeliveryState.MISSED)
        case Doubt():
            return replace(same, state=DeliveryState.UNCERTAIN)
        case Pause() | Fail() | StopRelease():
            return replace(same, state=DeliveryState.FAILED)
        case Elsewhere() | StopAll():
            return same


def new_copy(ended: Ended, now: datetime) -> Copy | None:
    """The new message that an act has made."""
    delivery, decision = ended.delivery, ended.decision
    if not (isinstance(decision, Done) and decision.message and delivery.act.posts):
        return None
    return Copy(
        id=0,
        issue=delivery.issue,
        release=delivery.release,
        subscription=delivery.subscription.id if delivery.subscription else None,
        server=delivery.subscription.place.server if delivery.subscription else None,
        channel=decision.channel or delivery.channel,
        message=decision.message,
        kind=delivery.makes,
        revision=ended.revision,
        posted_at=now,
    )


def is_announced(delivery: Delivery) -> bool:
    """Whether its messages are passed on to other servers."""
    return delivery.subscription is not None and delivery.subscription.announced


def shown(ended: Sequence[Ended]) -> list[tuple[int, int]]:
    """Which messages have been edited, and what they show."""
    return [
        (each.delivery.copy_of.id, each.revision)
        for each in ended
        if each.delivery.copy_of
        and each.delivery.act is Act.EDIT
        and isinstance(each.decision, Done)
    ]


def lost(ended: Sequence[Ended]) -> list[int]:
    """Which messages turned out to be gone."""
    return [
        each.delivery.copy_of.id
        for each in ended
        if each.delivery.copy_of
        and each.delivery.act is Act.EDIT
        and isinstance(each.decision, Skip)
        and not each.delivery.leaves_the_house
    ]


def closed(ended: Sequence[Ended]) -> list[tuple[int, int]]:
    """Which posts in forums take no messages any more, and of which subscription they are."""
    return [
        (each.delivery.subscription.id, each.delivery.post)
        for each in ended
        if each.delivery.subscription
        and each.delivery.post
        and isinstance(each.decision, Elsewhere)
    ]
