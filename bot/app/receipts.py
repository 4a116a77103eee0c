"""Receipts: what became of the messages of a release, and trying the failed ones again."""

from bot.app.clock import Clock
from bot.delivery.bell import Bell
from bot.domain.delivery import DeliveryState
from bot.domain.issue import Issue
from bot.domain.receipt import Receipt
from bot.domain.release import ReleaseState
from bot.errors import Refused
from bot.store.store import Store, Transaction

FAILED = (DeliveryState.FAILED, DeliveryState.MISSED)
UNCERTAIN = (DeliveryState.UNCERTAIN,)


class Receipts:
    """For the newsroom that released something, and for the operator."""

    def __init__(self, store: Store, clock: Clock, bell: Bell) -> None:
        self._store = store
        self._clock = clock
        self._bell = bell

    async def of(self, release: int) -> Receipt:
        """The receipt of one release; raises Refused if there is none such."""
        async with self._store.read() as store:
            return await _receipt(store, release)

    async def of_issue(self, issue: Issue) -> list[Receipt]:
        """The receipts of an issue's releases, newest first."""
        async with self._store.read() as store:
            found = await store.releases.of_issue(issue.id)
            return [await store.receipts.of(each) for each in found]

    async def latest(self, limit: int) -> list[Receipt]:
        """The receipts of the newest releases; for the operator."""
        async with self._store.read() as store:
            found = await store.releases.latest(limit)
            return [await store.receipts.of(each) for each in found]

    async def keep_post(self, release: int, channel: int, message: int) -> None:
        """Remembers the message that tells of a release, so that it can be kept true."""
        async with self._store.write() as store:
            await store.receipts.keep_post(release, channel, message)

    async def post_of(self, release: int) -> tuple[int, int] | None:
        """The channel and the message that tell of a release."""
        async with self._store.read() as store:
            return await store.receipts.post_of(release)

    async def retry(
        self,
        server: int,
        release: int,
        states: tuple[DeliveryState, ...],
        interaction: int | None = None,
    ) -> tuple[Receipt, int]:
        """Sends again what stands so; gives the receipt, and how many are tried.

        Raises Refused outside the newsroom, or if there is nothing to try.
        """
        now = self._clock()
        async with self._store.write() as store:
            await store.acts.once(interaction, now)
            found = await _receipt(store, release)
            if found.release.issue.briefing.newsroom != server:
                raise Refused("Only the newsroom of this briefing can do that.")
            tried = await store.fan_out.retry(release, states, now)
            if not tried:
                raise Refused("There is nothing left to send again.")
            await store.releases.set_state(release, ReleaseState.OPEN)
            receipt = await _receipt(store, release)
        self._bell.ring()
        return receipt, tried


async def _receipt(store: Transaction, release: int) -> Receipt:
    found = await store.releases.get(release)
    if found is None:
        raise Refused("There is no such release.")
    return await store.receipts.of(found)
