"""Catching up: what a channel was not sent by itself is sent when a person asks for it."""

from collections.abc import Sequence
from datetime import datetime

from bot.app.clock import Clock
from bot.app.standing import own
from bot.delivery.bell import Bell
from bot.domain.issue import Issue
from bot.domain.release import Release
from bot.domain.subscription import Standing, Subscription
from bot.errors import Refused
from bot.store.store import Store, Transaction


class CatchingUp:
    """For people with Manage Channels, in their server; cogs check that right."""

    def __init__(self, store: Store, clock: Clock, bell: Bell) -> None:
        self._store = store
        self._clock = clock
        self._bell = bell

    async def missed(self, key: int, since: datetime) -> list[Issue]:
        """What came out and expired after that moment without being sent, the oldest first."""
        async with self._store.read() as store:
            return _issues(await store.releases.missed_by(key, since, self._clock()))

    async def waiting(self, key: int) -> list[Issue]:
        """The issues that are on their way to one now, the oldest first."""
        async with self._store.read() as store:
            return _issues(await store.releases.on_their_way(key, self._clock()))

    async def send_missed(
        self, server: int, key: int, since: datetime, interaction: int | None = None
    ) -> tuple[Subscription, list[Issue]]:
        """Sends that, however late; gives the subscription and the issues.

        Raises Refused if the subscription does not work, or if nothing is left to send.
        """
        now = self._clock()
        async with self._store.write() as store:
            await store.acts.once(interaction, now)
            found = await _working(store, server, key)
            await store.outbox.expire(now)
            missed = await store.releases.missed_by(key, since, now)
            if not missed:
                raise Refused("Nothing is left to send; `/alerts list` shows the last alert.")
            for release in missed:
                await store.fan_out.ask_for(release.id, found, now)
        self._bell.ring()
        return found, _issues(missed)

    async def send_last(
        self, server: int, key: int, interaction: int | None = None
    ) -> tuple[Subscription, Issue]:
        """Sends the newest issue to one subscription, however old it is.

        Raises Refused if the subscription does not work, or there is no issue.
        """
        now = self._clock()
        async with self._store.write() as store:
            await store.acts.once(interaction, now)
            found = await _working(store, server, key)
            issue = await store.issues.newest([found.briefing.id])
            if issue is None:
                raise Refused(f"{found.briefing.name} has no published issue yet.")
            release = await store.releases.publication(issue, now)
            if not await store.fan_out.ask_for(release, found, now):
                raise Refused(f"{issue.label} is on its way to this channel already.")
        self._bell.ring()
        return found, issue


async def _working(store: Transaction, server: int, key: int) -> Subscription:
    found = await own(store, server, key)
    if found.standing is not Standing.WORKING:
        raise Refused("This subscription is paused; resume it first.")
    return found


def _issues(releases: Sequence[Release]) -> list[Issue]:
    return [release.issue for release in releases]
