"""The reach of a briefing: who gets it, and who is kept out."""

from bot.app.clock import Clock
from bot.app.desk_rights import require_insider, require_manager, required_briefing
from bot.delivery.bell import Bell
from bot.domain.briefing import Briefing
from bot.domain.editor import Editor
from bot.domain.reach import Kept, Reach, ReachedServer, Visit
from bot.domain.subscription import Standing
from bot.errors import Refused
from bot.store.store import Store, Transaction

SIZE = 5
"""Servers on a page."""


class DeskReach:
    """For editors to see, and for people with Manage Server to change; asked each time."""

    def __init__(self, store: Store, clock: Clock, bell: Bell) -> None:
        self._store = store
        self._clock = clock
        self._bell = bell

    async def of(self, editor: Editor, key: int, page: int = 0) -> Reach:
        """One page of the servers that get it; a page beyond the end is the last."""
        async with self._store.read() as store:
            briefing = await _required(store, editor, key)
            totals = await store.reaches.totals(key)
            page, pages = _within(page, totals.servers)
            named = await store.reaches.servers(briefing, page * SIZE, SIZE)
            found = await store.subscriptions.of_servers(key, list(named))
        servers = [
            ReachedServer(
                id=server,
                name=name,
                subscriptions=tuple(each for each in found if each.place.server == server),
            )
            for server, name in named.items()
        ]
        return Reach(
            briefing=briefing, totals=totals, servers=tuple(servers), page=page, pages=pages
        )

    async def kept_out(self, editor: Editor, key: int, page: int = 0) -> Kept:
        """One page of the servers that are kept out; a page beyond the end is the last."""
        async with self._store.read() as store:
            briefing = await _required(store, editor, key)
            page, pages = _within(page, await store.blocks.count(key))
            blocks = await store.blocks.of_briefing(key, page * SIZE, SIZE)
        return Kept(briefing=briefing, blocks=tuple(blocks), page=page, pages=pages)

    async def visit(self, editor: Editor, key: int, server: int) -> Visit:
        """One server; raises Refused for one that has never had anything to do with it."""
        async with self._store.read() as store:
            briefing = await _required(store, editor, key)
            return await _visit(store, briefing, server)

    async def asked(self, editor: Editor, key: int, server: int) -> Visit:
        """A server that might be blocked; raises Refused for one that cannot be."""
        require_manager(editor)
        visit = await self.visit(editor, key, server)
        _require_foreign(visit)
        return visit

    async def block(
        self, editor: Editor, key: int, server: int, interaction: int | None = None
    ) -> tuple[Visit, int]:
        """Keeps a server out, and ends its subscriptions; gives how many those were.

        What was posted there is corrected all the same. Raises Refused for the newsroom itself, and
        for a server that is out already.
        """
        require_manager(editor)
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            briefing = await _required(store, editor, key)
            visit = await _visit(store, briefing, server)
            _require_foreign(visit)
            await store.blocks.add(key, server, editor.id, self._clock())
            ended = [each.id for each in visit.server.subscriptions]
            await store.subscriptions.set_standing(ended, Standing.ENDED, "", self._clock())
            after = await _visit(store, await required_briefing(store, editor, key), server)
        self._bell.ring()  # corrections that waited for a channel are tried now
        return after, len(ended)

    async def unblock(
        self, editor: Editor, key: int, server: int, interaction: int | None = None
    ) -> Visit:
        """Lets a server subscribe again; raises Refused if it is not kept out."""
        require_manager(editor)
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            visit = await _visit(store, await _required(store, editor, key), server)
            if not await store.blocks.remove(key, server):
                raise Refused(f"{visit.server.name} is not blocked; it may subscribe.")
            return visit.model_copy(
                update={"briefing": await required_briefing(store, editor, key), "blocked": False}
            )


async def _required(store: Transaction, editor: Editor, key: int) -> Briefing:
    await require_insider(store, editor)
    return await required_briefing(store, editor, key)


async def _visit(store: Transaction, briefing: Briefing, server: int) -> Visit:
    """A stranger's name is nobody's business: no id tells it that is no subscriber's."""
    name = await store.reaches.name(briefing.id, server)
    blocked = server in briefing.kept_out
    if name is None and not blocked:
        raise Refused("This server does not get this briefing; `/desk reach` shows which do.")
    found = await store.subscriptions.of_servers(briefing.id, [server])
    reached = ReachedServer(id=server, name=name or f"server {server}", subscriptions=tuple(found))
    return Visit(briefing=briefing, server=reached, blocked=blocked)


def _require_foreign(visit: Visit) -> None:
    if visit.own:
        raise Refused("This is the newsroom's own server, which always reads its briefings.")
    if visit.blocked:
        raise Refused(f"{visit.server.name} is blocked already.")


def _within(page: int, count: int) -> tuple[int, int]:
    """The page nearest to the one that is asked for, and how many there are."""
    pages = max(-(-count // SIZE), 1)
    return min(max(page, 0), pages - 1), pages
