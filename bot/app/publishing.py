"""Publishing: what readers are told, planned, and taken back while nobody has been told."""

from collections.abc import Awaitable, Callable

from bot.app.clock import Clock
from bot.app.planning import Order, Planned, Planning
from bot.delivery.bell import Bell
from bot.domain.entry import Entry
from bot.domain.issue import Contents, Issue, State
from bot.domain.release import Release, ReleaseKind, ReleaseState
from bot.errors import Refused
from bot.store.store import Store, Transaction

Guard = Callable[[Transaction], Awaitable[None]]
"""Asked in the same transaction; raises Refused for what may not go out."""


class Publishing:
    """Plans releases of issues by their ids; each is one transaction, then the courier is told."""

    def __init__(self, store: Store, planning: Planning, clock: Clock, bell: Bell) -> None:
        self._store = store
        self._planning = planning
        self._clock = clock
        self._bell = bell

    async def publish(self, issue: int, order: Order, guard: Guard | None = None) -> Planned:
        """A draft; raises as `Planning.publish` does, and the guard."""
        plan = self._planning.publish
        return await self._plan(issue, order, lambda store, found: plan(store, found, order), guard)

    async def update(
        self, issue: int, entries: tuple[Entry, ...], order: Order, guard: Guard | None = None
    ) -> Planned:
        """New entries; raises as `Planning.update` does, and the guard."""
        plan = self._planning.update
        return await self._plan(
            issue, order, lambda store, found: plan(store, found, entries, order), guard
        )

    async def correct(self, issue: int, contents: Contents, reason: str, order: Order) -> Planned:
        """Other contents; raises as `Planning.correct` does."""
        plan = self._planning.correct
        return await self._plan(
            issue, order, lambda store, found: plan(store, found, contents, reason, order)
        )

    async def withdraw(self, issue: int, reason: str, order: Order) -> Planned:
        """The whole issue; raises as `Planning.withdraw` does."""
        return await self._plan(
            issue, order, lambda store, found: self._planning.withdraw(store, found, reason, order)
        )

    async def contents(self, issue: int) -> Contents:
        """Everything an issue says now, to be corrected; raises Refused if there is none such."""
        async with self._store.read() as store:
            found = await _there(store, issue)
            return await store.issues.contents(found.id)

    async def undo(self, release: int, interaction: int | None = None) -> Release:
        """Takes a release back while nobody has been told: a publication is a draft again.

        Raises Refused once its messages go out.
        """
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            found = await store.releases.get(release)
            if found is None or not found.can_be_undone:
                raise Refused("It has gone out already; correct or withdraw the issue instead.")
            if found.kind is ReleaseKind.PUBLICATION:
                await store.issues.set_state(found.issue.id, State.DRAFT)
            await store.releases.set_state(release, ReleaseState.UNDONE, change=None)
            return await store.releases.existing(release)

    async def pending(self, issue: int) -> Release | None:
        """The release of an issue that can still be undone."""
        async with self._store.read() as store:
            return await store.releases.pending(issue)

    async def _plan(
        self,
        issue: int,
        order: Order,
        plan: Callable[[Transaction, Issue], Awaitable[Planned]],
        guard: Guard | None = None,
    ) -> Planned:
        async with self._store.write() as store:
            await store.acts.once(order.interaction, self._clock())
            if guard is not None:
                await guard(store)
            planned = await plan(store, await _there(store, issue))
        self._bell.ring()
        return planned


async def _there(store: Transaction, issue: int) -> Issue:
    found = await store.issues.get(issue)
    if found is None:
        raise Refused("There is no such issue; `sitrep issues` lists them.")
    return found
