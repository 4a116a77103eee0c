"""Acts upon copies: the statements that put edits and crossposts of messages into the outbox."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, case, func, literal, select
from sqlalchemy.dialects.sqlite import Insert, insert

from bot.domain.delivery import Act, CopyKind, DeliveryState
from bot.domain.release import ReleaseKind, ReleaseState
from bot.domain.subscription import HELD, ChannelKind
from bot.store.delivery_tables import copies, deliveries, releases, subscriptions
from bot.store.tables import briefings

NOW = bindparam("now", type_=deliveries.c.due_at.type)
_MESSAGES: BindParameter[int] = bindparam("messages", expanding=True)
_COLUMNS = ("release_id", "act", "subscription_id", "copy_id", "channel_id", "state", "due_at")


def edits(release: Any, wanted: Sequence[ColumnElement[bool]]) -> Insert:
    """Puts an edit of each of these messages into the outbox; again adds nothing."""
    held = subscriptions.c.standing.in_(HELD)
    found = (
        select(
            release,
            literal(Act.EDIT),
            copies.c.subscription_id,
            copies.c.id,
            copies.c.channel_id,
            case((held, DeliveryState.HELD), else_=DeliveryState.WAITING),
            NOW,
        )
        .select_from(copies)
        .outerjoin(subscriptions, subscriptions.c.id == copies.c.subscription_id)
        .where(copies.c.gone.is_(False), *wanted)
        .order_by(copies.c.id)
    )
    return insert(deliveries).from_select(_COLUMNS, found).on_conflict_do_nothing()


def _crossposts() -> Insert:
    """Puts it into the outbox to publish those of these messages that can be followed."""
    found = (
        select(
            copies.c.release_id,
            literal(Act.CROSSPOST),
            copies.c.subscription_id,
            copies.c.id,
            copies.c.channel_id,
            literal(DeliveryState.WAITING),
            NOW,
        )
        .select_from(copies)
        .join(subscriptions, subscriptions.c.id == copies.c.subscription_id)
        .join(briefings, briefings.c.id == subscriptions.c.briefing_id)
        .where(
            copies.c.message_id.in_(_MESSAGES),
            copies.c.kind.in_((CopyKind.ALERT, CopyKind.UPDATE, CopyKind.NOTE)),
            subscriptions.c.kind == ChannelKind.ANNOUNCEMENT,
            briefings.c.public,
        )
    )
    return insert(deliveries).from_select(_COLUMNS, found).on_conflict_do_nothing()


# Built once: every round of a fan-out asks these.
_newest = (
    select(func.max(releases.c.id))
    .where(
        releases.c.issue_id == copies.c.issue_id,
        releases.c.kind.in_([kind for kind in ReleaseKind if kind.mends]),
        releases.c.state.in_((ReleaseState.OPEN, ReleaseState.DONE)),
        releases.c.revision > copies.c.revision,
    )
    .correlate(copies)
    .scalar_subquery()
)
LATE_EDITS = edits(_newest, (copies.c.message_id.in_(_MESSAGES), _newest.is_not(None)))
"""Edits of those of these new messages that their issue has changed behind."""

CROSSPOSTS = _crossposts()
"""Crossposts of those of these new messages that can be followed."""
