"""Servers: their names, and what their administrators have chosen."""

from collections.abc import Mapping
from typing import Any

from bot.app.clock import Clock
from bot.domain.reader import Reader
from bot.domain.server_choices import ServerChoices
from bot.errors import Refused
from bot.store.store import Store, Transaction

_NO_LOG = "Choose a log channel first: that is where another editor approves."
_LOG_IN_USE = (
    "Another editor approves in the log channel: choose another channel instead, or first switch"
    " off in `/desk settings` that two people publish."
)


async def keep_choices(store: Transaction, server: int, **chosen: Any) -> None:
    """Keeps some choices of a server and leaves the others.

    Raises Refused for two people without a log channel.
    """
    await store.servers.ensure(server)
    await store.server_settings.choose(server, **chosen)
    if chosen.keys() & {"log_channel", "two_people"}:
        now = await store.server_settings.of(server)
        if now.two_people and now.log_channel is None:
            raise Refused(_NO_LOG if "two_people" in chosen else _LOG_IN_USE)


class ServerWishes:
    """What the administrators of a server have chosen."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._kept: dict[int, str] = {}
        self._public: dict[int, bool] = {}

    async def public_answers(self, reader: Reader) -> bool:
        """Whether answers here are for everybody; never in a DM.

        Every answer asks, and only one process writes it, so it is remembered.
        """
        if reader.server is None:
            return False
        if reader.server in self._public:
            return self._public[reader.server]
        async with self._store.read() as store:
            found = await store.servers.public_answers(reader.server)
        # The choice may have been changed since it was read.
        return self._public.setdefault(reader.server, found)

    async def set_public_answers(
        self, server: int, public: bool, interaction: int | None = None
    ) -> None:
        """Keeps the choice; whoever calls has checked that the person may choose."""
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            await store.servers.set_public_answers(server, public)
        self._public[server] = public

    async def choices(self, server: int) -> ServerChoices:
        """The channels and the time zone that a server has chosen."""
        async with self._store.read() as store:
            return await store.server_settings.of(server)

    async def choose(self, server: int, interaction: int | None = None, **chosen: Any) -> None:
        """Keeps some choices; whoever calls has checked that the person may choose.

        Raises Refused for what `keep_choices` refuses.
        """
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            await keep_choices(store, server, **chosen)

    async def keep_names(self, names: Mapping[int, str]) -> None:
        """Keeps the names that Discord shows, to tell briefings of one name apart.

        Only one process names servers, so what it has kept once is not written again.
        """
        changed = {key: name for key, name in names.items() if self._kept.get(key) != name}
        if not changed:
            return
        async with self._store.write() as store:
            await store.servers.keep_names(changed)
        self._kept |= changed
