"""Making briefings: a newsroom founds a series, and opens it to others or closes it."""

from collections.abc import Collection

from bot.app.clock import Clock
from bot.app.drafted import LONGEST_NAME
from bot.domain.briefing import Briefing
from bot.errors import Refused
from bot.store.store import Store, Transaction


class BriefingMaking:
    """What a newsroom decides about its briefings.

    `newsrooms` are the servers that may found one; None stands for all.
    """

    def __init__(self, store: Store, clock: Clock, newsrooms: Collection[int] | None) -> None:
        self._store = store
        self._clock = clock
        self._newsrooms = newsrooms

    def may_publish(self, server: int | None) -> bool:
        """Whether this server may have briefings of its own."""
        return server is not None and (self._newsrooms is None or server in self._newsrooms)

    def require(self, server: int) -> None:
        """Raises Refused for a server that may not."""
        if not self.may_publish(server):
            raise Refused("This bot publishes for other servers only; ask who runs it.")

    async def found(
        self, server: int, name: str, *, public: bool, interaction: int | None = None
    ) -> Briefing:
        """Makes a briefing.

        Raises Refused if the server may not have one, or has one of that name already.
        """
        self.require(server)
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            await store.servers.ensure(server)
            name = await free_name(store, server, name)
            return await store.briefings.add(server, name, public=public)

    async def newsrooms(self) -> set[int]:
        """The servers that own a briefing."""
        async with self._store.read() as store:
            return await store.briefings.newsrooms()

    async def of_newsroom(self, server: int) -> list[Briefing]:
        """The briefings that a server owns."""
        async with self._store.read() as store:
            return await store.briefings.of_newsroom(server)


async def free_name(
    store: Transaction, server: int, typed: str, briefing: int | None = None
) -> str:
    """The name that was typed, for a new briefing or for this one.

    Raises Refused for one that is empty, too long, or that of another briefing here.
    """
    name = " ".join(typed.split())
    if not 1 <= len(name) <= LONGEST_NAME:
        raise Refused(f"A name has 1 to {LONGEST_NAME} characters; shorten it.")
    taken = await store.briefings.named(server, name)
    if taken is not None and taken.id != briefing:
        raise Refused(f"There is a briefing called {name} here already; choose another name.")
    return name


async def open_or_close(
    store: Transaction, briefing: Briefing, *, public: bool, clock: Clock
) -> int:
    """Lets every server read a briefing, or its own only; foreign subscriptions pause meanwhile.

    Gives how many subscriptions pause now, or work again.
    """
    await store.briefings.set_public(briefing.id, public)
    return await store.subscriptions.open_or_close(briefing, public=public, now=clock())
