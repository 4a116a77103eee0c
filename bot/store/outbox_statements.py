"""Statements of the outbox, built once: to build one takes longer than to answer it."""

from sqlalchemy import (
    and_,
    bindparam,
    case,
    exists,
    func,
    or_,
    select,
    text,
    union_all,
    update,
)

from bot.domain.delivery import Act, DeliveryState
from bot.domain.release import ReleaseKind, ReleaseState
from bot.domain.subscription import ChannelKind
from bot.store.briefings import OWNED
from bot.store.columns import UtcMoment
from bot.store.copies import FIELDS
from bot.store.delivery_tables import copies, deliveries, leases, releases, subscriptions
from bot.store.subscriptions import COLUMNS as SUBSCRIPTION
from bot.store.tables import briefings, issues

UNSENT = (DeliveryState.WAITING, DeliveryState.HELD)

# The states stand in their conditions as text, because SQLite uses a partial index for its own
# condition only (https://sqlite.org/partialindex.html, 3).
_NOW = bindparam("now", type_=UtcMoment)
_due = deliveries.alias("due")
BEFORE = deliveries.alias("before")
_held = exists().where(
    leases.c.name == bindparam("lease"),
    leases.c.holder == bindparam("holder"),
    leases.c.expires_at > _NOW,
)
_goes_out = exists().where(
    releases.c.id == _due.c.release_id,
    releases.c.state.in_((ReleaseState.OPEN, ReleaseState.DONE)),
    or_(
        releases.c.expires_at.is_(None),
        releases.c.expires_at > _NOW,
        _due.c.asked,
        # It may be there: that is found out, and it is not sent any more if it is not.
        _due.c.unsure_since.is_not(None),
    ),
)
STOPPED = select(releases.c.id).where(releases.c.state == ReleaseState.STOPPED)
_in_the_way = exists().where(
    text("before.state IN ('waiting', 'sending')"),
    BEFORE.c.channel_id == _due.c.channel_id,
    BEFORE.c.id != _due.c.id,
    or_(
        BEFORE.c.state == DeliveryState.SENDING,
        # What is sent comes before what is passed on; one statement may take both.
        and_(_due.c.act == Act.CROSSPOST, BEFORE.c.act != Act.CROSSPOST, BEFORE.c.due_at <= _NOW),
        and_(
            BEFORE.c.id < _due.c.id,
            (BEFORE.c.act == Act.CROSSPOST) == (_due.c.act == Act.CROSSPOST),
            # An edit that Discord puts off for an hour keeps no news back.
            or_(BEFORE.c.act != Act.EDIT, BEFORE.c.due_at <= bindparam("soon", type_=UtcMoment)),
            BEFORE.c.release_id.not_in(STOPPED),
        ),
    ),
)
_chosen = (
    select(_due.c.id)
    .where(text("due.state = 'waiting'"), _due.c.due_at <= _NOW, _held, _goes_out, ~_in_the_way)
    .order_by(_due.c.due_at, _due.c.id)
    .limit(bindparam("limit"))
)
CLAIM = (
    update(deliveries)
    .where(deliveries.c.id.in_(_chosen))
    .values(
        state=DeliveryState.SENDING,
        sending_at=_NOW,
        attempts=deliveries.c.attempts + 1,
    )
    .returning(deliveries.c.id)
)
_shown = copies.alias("shown")
_post = (
    select(func.max(_shown.c.channel_id))
    .where(
        _shown.c.subscription_id == deliveries.c.subscription_id,
        _shown.c.issue_id == releases.c.issue_id,
        _shown.c.gone.is_(False),
    )
    .correlate(deliveries, releases)
    .scalar_subquery()
)
_in_a_post = and_(
    subscriptions.c.kind == ChannelKind.FORUM,
    deliveries.c.act == Act.SEND,
    releases.c.kind != ReleaseKind.PUBLICATION,
)
OWN = ("act", "attempts", "sending_at", "unsure_since", "reason")
CLAIMED = (
    select(
        *(deliveries.c[name] for name in OWN),
        deliveries.c.id.label("delivery_id"),
        deliveries.c.channel_id.label("delivery_channel"),
        deliveries.c.release_id,
        releases.c.kind.label("release_kind"),
        releases.c.issue_id,
        issues.c.state.label("issue_state"),
        issues.c.revision.label("issue_revision"),
        releases.c.expires_at,
        deliveries.c.asked,
        case((_in_a_post, _post)).label("post"),
        copies.c.gone.label("copy_gone"),
        *(copies.c[column].label(f"copy_{column}") for _, column in FIELDS),
        *SUBSCRIPTION,
    )
    .select_from(
        deliveries.join(releases, releases.c.id == deliveries.c.release_id)
        .join(issues, issues.c.id == releases.c.issue_id)
        .join(OWNED, briefings.c.id == issues.c.briefing_id)
        .outerjoin(copies, copies.c.id == deliveries.c.copy_id)
        .outerjoin(subscriptions, subscriptions.c.id == deliveries.c.subscription_id)
    )
    .where(deliveries.c.id.in_(bindparam("keys", expanding=True)))
    .order_by(deliveries.c.due_at, deliveries.c.id)
)
SETTLE = (
    update(deliveries)
    .where(
        deliveries.c.id == bindparam("key"),
        deliveries.c.state == DeliveryState.SENDING,
        # Another process may have claimed it meanwhile.
        deliveries.c.attempts == bindparam("tries"),
    )
    .values(
        act=bindparam("as_act"),
        state=bindparam("as_state"),
        due_at=bindparam("as_due"),
        reason=bindparam("as_reason"),
        unsure_since=bindparam("as_unsure"),
        ended_at=bindparam("at"),
    )
)
CLOSE = (
    update(copies)
    .where(copies.c.subscription_id == bindparam("of"), copies.c.channel_id == bindparam("post"))
    .values(gone=True)
)
SHOW = update(copies).where(copies.c.id == bindparam("key")).values(revision=bindparam("shows"))
RECOVER = (
    update(deliveries)
    .where(
        text("deliveries.state = 'sending'"),
        deliveries.c.id.not_in(bindparam("but", expanding=True)),
    )
    .values(
        state=DeliveryState.WAITING,
        due_at=_NOW,
        unsure_since=func.coalesce(deliveries.c.unsure_since, deliveries.c.sending_at),
    )
)
_expired = select(releases.c.id).where(
    releases.c.expires_at <= _NOW, releases.c.state.in_((ReleaseState.OPEN, ReleaseState.DONE))
)
EXPIRE = (
    update(deliveries)
    .where(
        deliveries.c.release_id.in_(_expired),
        deliveries.c.state.in_(UNSENT),
        deliveries.c.asked.is_(False),
        deliveries.c.unsure_since.is_(None),
    )
    .values(state=DeliveryState.MISSED, reason="it came too late", ended_at=_NOW)
    .returning(deliveries.c.release_id)
)
_waits = text("due.state = 'waiting'")
_is_pending = releases.c.state == ReleaseState.PENDING
_soonest = union_all(
    select(func.min(_due.c.due_at).label("at")).where(_waits, _due.c.due_at > _NOW),
    select(func.min(releases.c.due_at).label("at")).where(_is_pending),
).subquery()
_unfinished = exists().where(
    deliveries.c.release_id == releases.c.id,
    deliveries.c.state.in_((DeliveryState.WAITING, DeliveryState.SENDING)),
    deliveries.c.act != Act.CROSSPOST,
)
_to_be_finished = exists().where(releases.c.state == ReleaseState.OPEN, ~_unfinished)
OUTLOOK = select(
    exists().where(_is_pending, releases.c.due_at <= _NOW),
    or_(exists().where(_waits, _due.c.due_at <= _NOW), _to_be_finished),
    select(func.min(_soonest.c.at, type_=UtcMoment)).scalar_subquery(),
)
FINISH = (
    update(releases)
    .where(releases.c.state == ReleaseState.OPEN, ~_unfinished)
    .values(state=ReleaseState.DONE)
    .returning(releases.c.id)
)
