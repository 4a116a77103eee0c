"""Publishing from the desk: checked once more, and taken back while nobody has been told."""

from datetime import timedelta

from bot.app.alerts import Alerts
from bot.app.briefing_making import BriefingMaking
from bot.app.desk import Desk
from bot.app.desk_rights import BLOCKED, CHANGED
from bot.app.planning import Order, Planned, channels_of
from bot.app.publishing import Publishing
from bot.app.second_editor import guarding
from bot.domain.alert import Alert
from bot.domain.approval import Request, Wish
from bot.domain.bench import Bench
from bot.domain.editor import Editor
from bot.domain.release import ReleaseKind
from bot.domain.subscription import Subscription
from bot.errors import Refused
from bot.store.store import Store

WINDOW = timedelta(seconds=30)
"""How long an editor can stop what they have just published."""

_PER_SECOND = 48


class DeskPublishing:
    """What an editor lets out; each method asks for their right."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        publishing: Publishing,
        alerts: Alerts,
        making: BriefingMaking,
    ) -> None:
        self._store = store
        self._desk = desk
        self._publishing = publishing
        self._alerts = alerts
        self._making = making

    async def preview(
        self, editor: Editor, key: int, subscription: Subscription | None = None
    ) -> Alert:
        """What a channel will get, or any that wants all of it."""
        bench = await self._desk.open(editor, key)
        return await self._alerts.of_contents(key, bench.contents, subscription=subscription)

    async def channels(self, editor: Editor, key: int) -> list[Subscription]:
        """The newsroom's own channels that have subscribed to the briefing of an issue."""
        bench = await self._desk.open(editor, key)
        async with self._store.read() as store:
            return await store.subscriptions.of_servers(bench.issue.briefing.id, [editor.server])

    async def reach(self, editor: Editor, key: int) -> tuple[int, float]:
        """How many channels would get it now, and for how many seconds that takes."""
        bench = await self._desk.open(editor, key)
        async with self._store.read() as store:
            count = await channels_of(store, bench.issue.briefing.id, bench.contents.entries)
        return count, seconds_for(count)

    async def publish(
        self,
        editor: Editor,
        key: int,
        at: int,
        interaction: int | None = None,
        request: Request | None = None,
    ) -> tuple[Bench, Planned]:
        """Lets a draft out when its window has closed, as another editor has asked if there is one.

        Raises Refused if something blocks it, it is not what the editor has seen, or another
        editor has to let it out.
        """
        await self.cleared(editor, key, at)
        wish = Wish(kind=ReleaseKind.PUBLICATION, issue=key, at=at)
        order = order_of(editor, interaction, at, request)
        planned = await self._publishing.publish(key, order, guarding(editor, wish, request))
        return await self._desk.open(editor, key), planned

    async def cleared(self, editor: Editor, key: int, at: int) -> Bench:
        """A draft that may go out; raises Refused as `publish` does."""
        self._making.require(editor.server)
        return await self._seen(editor, key, at)

    async def withdraw(
        self,
        editor: Editor,
        key: int,
        at: int,
        number: str,
        reason: str,
        interaction: int | None = None,
    ) -> tuple[Bench, Planned]:
        """Takes a published issue back; its number is typed once more.

        Raises Refused for another number, Incomplete without a reason.
        """
        bench = await self._seen(editor, key, at, withdrawn=True)
        if number.strip().lstrip("#") != str(bench.issue.number):
            raise Refused(f"To withdraw it, type its number: {bench.issue.number}.")
        planned = await self._publishing.withdraw(key, reason, order_of(editor, interaction))
        return await self._desk.open(editor, key), planned

    async def _seen(self, editor: Editor, key: int, at: int, *, withdrawn: bool = False) -> Bench:
        """The issue, if it is what the editor has seen; nothing blocks a withdrawal."""
        bench = await self._desk.open(editor, key)
        if bench.version != at:
            raise Refused(CHANGED)
        if bench.blocked and not withdrawn:
            raise Refused(BLOCKED)
        return bench

    async def stop(self, editor: Editor, key: int, interaction: int | None = None) -> Bench:
        """Takes back what waits to go out; raises Refused if nothing waits, or it is too late."""
        await self._desk.open(editor, key)
        pending = await self._publishing.pending(key)
        if pending is None:
            raise Refused("It has gone out already; correct or withdraw the issue instead.")
        await self._publishing.undo(pending.id, interaction)
        return await self._desk.open(editor, key)


def seconds_for(messages: int) -> float:
    """How long it takes to send or change so many."""
    return messages / _PER_SECOND


def order_of(
    editor: Editor,
    interaction: int | None,
    version: int | None = None,
    request: Request | None = None,
) -> Order:
    """A release of an editor's, or of who has asked them; it can be stopped for a while."""
    order = Order(author=editor.author, window=WINDOW, interaction=interaction, version=version)
    if request is None:
        return order
    return order.model_copy(update={"author": request.asker, "approver": editor.author})
