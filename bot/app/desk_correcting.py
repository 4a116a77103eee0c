"""Correcting at the desk: what a correction would change is shown, then it is sent."""

from collections.abc import Collection

from bot.app.alerts import Alerts
from bot.app.clock import Clock
from bot.app.desk import Desk
from bot.app.desk_echoes import correction, is_changed
from bot.app.desk_publishing import order_of
from bot.app.desk_rights import BLOCKED, CHANGED, require_editor, required_draft, required_issue
from bot.app.desk_versions import contents_of, number_of
from bot.app.planning import Planning, required_reason
from bot.app.second_editor import require_second
from bot.delivery.bell import Bell
from bot.domain.alert import Alert, Mended
from bot.domain.approval import Request, Wish
from bot.domain.bench import Bench
from bot.domain.correction import Correction
from bot.domain.editor import Editor
from bot.domain.issue import Issue
from bot.domain.record import Record
from bot.domain.release import Release, ReleaseKind, ReleaseState
from bot.domain.subscription import Subscription
from bot.errors import Refused
from bot.store.store import Store, Transaction

_TICKED = "Something that you ticked has changed since; look at it again."


class Sent(Record):
    """A correction that is about to go out, with those of other issues that go with it."""

    bench: Bench
    releases: tuple[Release, ...]
    messages: int


class DeskCorrecting:
    """What an editor mends of what is published; each method asks for their right."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        planning: Planning,
        alerts: Alerts,
        clock: Clock,
        bell: Bell,
    ) -> None:
        self._store = store
        self._desk = desk
        self._planning = planning
        self._alerts = alerts
        self._clock = clock
        self._bell = bell

    async def review(
        self, editor: Editor, key: int, ticked: Collection[str] | None = None
    ) -> Correction:
        """What would go out with these ticked; all that name the same person if left out.

        Raises Refused if nothing was changed, or it is not published.
        """
        bench = await self._desk.open(editor, key)
        _require_published(bench.issue)
        async with self._store.read() as store:
            return await correction(store, bench, ticked)

    async def preview(
        self,
        editor: Editor,
        key: int,
        ticked: Collection[str] | None = None,
        subscription: Subscription | None = None,
    ) -> Alert:
        """What a channel's message will say, or one's that wants all of it; without the reason."""
        bench = await self._desk.open(editor, key)
        async with self._store.read() as store:
            if not await is_changed(store, bench):
                told = bench.contents
                return await self._alerts.of_contents(key, told, subscription=subscription)
            found = await correction(store, bench, ticked)
        mended = Mended(reason="", at=self._clock(), difference=found.difference)
        return await self._alerts.of_contents(key, found.contents, mended, subscription)

    async def cleared(
        self, editor: Editor, key: int, at: int, reason: str, ticked: Collection[str]
    ) -> Correction:
        """What would go out; raises Refused and Incomplete as `send` does."""
        bench = await self._unblocked(editor, key)
        async with self._store.read() as store:
            issue = await _required_published(store, editor, key)
            if bench.version != at:
                raise Refused(CHANGED)
            required_reason(issue, reason, ReleaseKind.CORRECTION)
            return await _with_ticked(store, bench, ticked)

    async def send(
        self,
        editor: Editor,
        key: int,
        at: int,
        reason: str,
        ticked: Collection[str] = (),
        interaction: int | None = None,
        request: Request | None = None,
    ) -> Sent:
        """Lets out what was changed, in every message too, and what is ticked in other issues.

        All of it or nothing, as another editor has asked if there is one. Raises Refused if it is
        not what the editor has seen, something blocks it, or another editor has to let it out,
        Incomplete without a reason.
        """
        bench = await self._unblocked(editor, key)
        wish = Wish(kind=ReleaseKind.CORRECTION, issue=key, at=at)
        order = order_of(editor, None, at, request)
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            issue = await _required_published(store, editor, key)
            if bench.version != at or not await _is_still(store, issue, bench):
                raise Refused(CHANGED)
            await require_second(store, editor, wish, request)
            found = await _with_ticked(store, bench, ticked)
            said = {key: found.contents, **found.others}
            planned = [
                await self._planning.correct(
                    store, await store.issues.existing(each), contents, reason, order
                )
                for each, contents in said.items()
            ]
        self._bell.ring()
        releases = tuple(each.release for each in planned)
        bench = await self._desk.open(editor, key)
        return Sent(bench=bench, releases=releases, messages=found.messages)

    async def _unblocked(self, editor: Editor, key: int) -> Bench:
        bench = await self._desk.open(editor, key)
        if bench.blocked:
            raise Refused(BLOCKED)
        return bench

    async def stop(
        self, editor: Editor, releases: Collection[int], interaction: int | None = None
    ) -> list[Release]:
        """Takes back all of these that wait; gives those that have gone out already.

        Raises Refused if none waits any more.
        """
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            await require_editor(store, editor)
            late = list[Release]()
            for key in releases:
                found = await store.releases.get(key)
                if found is None:
                    continue
                await required_issue(store, editor, found.issue.id)
                if found.can_be_undone:
                    await store.releases.set_state(key, ReleaseState.UNDONE, change=None)
                elif found.state is not ReleaseState.UNDONE:
                    late.append(found)
            if len(late) == len(releases):
                raise Refused("It has gone out already; correct or withdraw the issue instead.")
        return late


def _require_published(issue: Issue) -> None:
    if issue.revision == 0:
        raise Refused(f"{issue.label} is not published yet; there is nothing to correct.")


async def _required_published(store: Transaction, editor: Editor, key: int) -> Issue:
    issue = await required_draft(store, editor, key)
    _require_published(issue)
    return issue


async def _with_ticked(store: Transaction, bench: Bench, ticked: Collection[str]) -> Correction:
    """What goes out; raises Refused if not all that is ticked is there still."""
    found = await correction(store, bench, ticked)
    if set(found.ticked) != set(ticked):
        raise Refused(_TICKED)
    return found


async def _is_still(store: Transaction, issue: Issue, bench: Bench) -> bool:
    """Whether it is at the desk what it was a moment ago."""
    newest = await store.versions.newest(issue.id)
    contents = await contents_of(store, issue, newest)
    return contents == bench.contents and number_of(newest, issue, contents) == bench.version
