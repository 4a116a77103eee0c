"""Opening: a release whose window has closed changes its issue, and messages begin to go out."""

from collections.abc import Sequence
from datetime import datetime

from bot.delivery.correction_below import carry_correction
from bot.domain.change import Change
from bot.domain.difference import difference
from bot.domain.entry import Entry
from bot.domain.issue import Contents, State
from bot.domain.release import Release, ReleaseKind, ReleaseState
from bot.domain.revision import Revision
from bot.domain.terms import Terms
from bot.store.store import Transaction


class Opening:
    """One release, opened within one transaction."""

    def __init__(self, store: Transaction, release: Release, terms: Terms, now: datetime) -> None:
        self._store = store
        self._release = release
        self._issue = release.issue
        self._terms = terms
        self._now = now

    async def open(self) -> Release:
        """Changes the issue, keeps the revision, and puts a row for each message in the outbox."""
        change = await self._store.releases.change(self._release.id)
        match self._release.kind:
            case ReleaseKind.PUBLICATION:
                await self._publish()
            case ReleaseKind.UPDATE:
                await self._update(change)
            case ReleaseKind.CORRECTION:
                await self._correct(change)
            case ReleaseKind.WITHDRAWAL:
                await self._withdraw()
        return await self._store.releases.existing(self._release.id)

    async def _publish(self) -> None:
        await self._store.issues.mark_published(self._issue.id, self._now)
        await self._keep_revision(1, "First publication")
        await self._mark_open(1)
        if not self._release.quiet:
            entries = await self._store.entries.of(self._issue.id)
            await self._tell(self._release.id, entries, self._now)

    async def _update(self, change: Change) -> None:
        key, number = self._issue.id, self._issue.revision + 1
        before = await self._store.entries.of(key)
        live = [entry.model_copy(update={"live_at": self._now}) for entry in change.entries]
        whole = await self._store.entries.whole(key)
        await self._store.entries.replace(key, [*whole, *live])
        await self._store.issues.mark_revised(key, number)
        await self._keep_revision(number, self._release.reason or "Live update")
        known = {entry.id for entry in before}
        new = [entry for entry in await self._store.entries.of(key) if entry.id not in known]
        await carry_correction(self._store, self._release, live, self._now)
        await self._store.releases.tell_of(self._release.id, [entry.id for entry in new])
        await self._gather(number, new)

    async def _gather(self, revision: int, new: Sequence[Entry]) -> None:
        """The first update goes out at once; those that follow it closely go as one message.

        One of those bears the message of all: it is its own batch, and that of the others.
        """
        key, gathering = self._release.id, self._terms.gathering
        lately = await self._store.releases.updates(self._issue.id, self._now - gathering)
        first = next((each for each in reversed(lately) if each.batch is None), None)
        if first is None or first.opened_at is None or self._release.quiet:
            await self._mark_open(revision)
            if not self._release.quiet:
                await self._tell(key, new, self._now)
            return
        after = [each.batch for each in lately if each.id > first.id and each.batch is not None]
        bearer = after[0] if after else key
        await self._mark_open(revision, batch=bearer)
        # It may have been done already, for want of a channel that wanted it.
        await self._store.releases.set_state(bearer, ReleaseState.OPEN)
        await self._tell(bearer, new, first.opened_at + gathering)

    async def _correct(self, change: Change) -> None:
        key, number = self._issue.id, self._issue.revision + 1
        contents = change.contents or await self._contents()
        made = difference(await self._contents(), contents)
        await self._store.issues.rewrite(key, contents)
        await self._store.entries.replace(key, contents.entries)
        await self._store.issues.mark_corrected(key, number, self._now)
        await self._keep_revision(number, self._release.reason)
        await self._mark_open(number)
        fan_out, own = self._store.fan_out, self._release.id
        await fan_out.to_copies(own, key, number, self._now)
        if not self._release.quiet:
            await fan_out.notes(own, key, made.countries, self._now)

    async def _withdraw(self) -> None:
        key, number = self._issue.id, self._issue.revision + 1
        await self._keep_revision(number, self._release.reason)
        await self._store.issues.mark_revised(key, number)
        await self._store.issues.set_state(key, State.WITHDRAWN)
        await self._mark_open(number)
        await self._store.fan_out.to_every_copy(self._release.id, key, self._now)

    async def _tell(self, release: int, entries: Sequence[Entry], due: datetime) -> None:
        countries = sorted({code for entry in entries for code in entry.countries})
        briefing = self._issue.briefing.id
        await self._store.fan_out.to_subscribers(release, briefing, countries, due, self._now)

    async def _mark_open(self, revision: int, batch: int | None = None) -> None:
        expires = None if self._release.kind.mends else self._now + self._terms.lasting
        await self._store.releases.set_state(
            self._release.id,
            ReleaseState.OPEN,
            opened_at=self._now,
            expires_at=expires,
            revision=revision,
            batch=batch,
            change=None,
        )

    async def _contents(self) -> Contents:
        return await self._store.issues.contents(self._issue.id)

    async def _keep_revision(self, number: int, reason: str) -> None:
        revision = Revision(
            number=number,
            author=self._release.author,
            made_at=self._now,
            reason=reason,
            contents=await self._contents(),
        )
        await self._store.revisions.add(self._issue.id, revision)
