"""Subscribing: which channels of a server get which briefings, and whether they can be reached."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import timedelta

from bot.app.clock import Clock
from bot.app.country_typing import countries_typed
from bot.app.scope import Scope
from bot.app.standing import closed, existing, own, reopen, require_room, restand, untold
from bot.delivery.bell import Bell
from bot.domain.access import Access
from bot.domain.briefing import Briefing
from bot.domain.gazetteer import Gazetteer
from bot.domain.reader import Reader
from bot.domain.record import CountryCode, Record
from bot.domain.reference import Kind
from bot.domain.subscription import HELD, Place, Standing, Subscription, Wishes
from bot.errors import Refused
from bot.store.store import Store

_KEPT = timedelta(days=30)
"""How long a channel that is gone is waited for."""

_KEPT_OUT = "This newsroom does not let this server subscribe; ask the people who run it."
_WHICH = "Say which briefing; the option `briefing` offers what there is."
_NONE = (
    "There is no briefing to subscribe to yet: `/setup` makes one here, or wait until another"
    " server makes its briefing public."
)


class Checked(Record):
    """What a look at channels has changed: subscriptions that pause now, and that work again."""

    lost: tuple[Subscription, ...] = ()
    regained: tuple[Subscription, ...] = ()


class Subscribing:
    """What people with Manage Channels may ask for in their server; cogs check that right."""

    def __init__(
        self, store: Store, gazetteer: Gazetteer, scope: Scope, clock: Clock, bell: Bell
    ) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._scope = scope
        self._clock = clock
        self._bell = bell

    async def briefings(self, reader: Reader) -> list[Briefing]:
        """What this server may subscribe to: its own, and the public ones."""
        async with self._store.read() as store:
            own = await store.briefings.of_newsroom(reader.server or 0)
            public = await store.briefings.public()
        both = {briefing.id: briefing for briefing in (*own, *public)}.values()
        return [briefing for briefing in both if reader.may_read(briefing)]

    async def countries(self, briefing: int) -> tuple[CountryCode, ...]:
        """The countries that a briefing has sections on, those of the most sections first."""
        async with self._store.read() as store:
            return tuple(await store.passages.countries(briefing, Kind.SECTION))

    async def named(self, reader: Reader, briefing: str | int | None) -> Briefing:
        """The briefing of that id, name or label; the only one there is if none is named.

        Raises Refused if there is none such that this server may read.
        """
        if briefing is None:
            offered = await self.briefings(reader)
            if len(offered) == 1:
                return offered[0]
            raise Refused(_WHICH if offered else _NONE)
        async with self._store.read() as store:
            choice = await self._scope.choose(store, reader, briefing)
            if choice is None and await self._scope.keeps_out(store, reader, briefing):
                raise Refused(_KEPT_OUT)
        if choice is None:
            raise Refused("No such briefing can be read here; pick one that `briefing` offers.")
        return choice.briefing

    def countries_typed(self, typed: str) -> tuple[CountryCode, ...]:
        """The countries that somebody typed, commas between them; raises Refused if one is none."""
        countries = countries_typed(self._gazetteer, typed)
        if not countries:
            raise Refused(
                "Name a country, several with commas between them, or leave it out for all."
            )
        return countries

    async def subscribe(
        self,
        reader: Reader,
        place: Place,
        briefing: int,
        wishes: Wishes,
        access: Access,
        interaction: int | None = None,
    ) -> Subscription:
        """Subscribes one channel; see `subscribe_all`."""
        target = (place, access)
        (kept,) = await self.subscribe_all(reader, [target], briefing, wishes, interaction)
        return kept

    async def subscribe_all(
        self,
        reader: Reader,
        targets: Iterable[tuple[Place, Access]],
        briefing: int,
        wishes: Wishes,
        interaction: int | None = None,
    ) -> list[Subscription]:
        """Subscribes channels, or changes what they want; without the rights they wait for them.

        Raises Refused if this server may not read the briefing, or has too many subscriptions;
        then none is subscribed.
        """
        now, kept = self._clock(), list[Subscription]()
        async with self._store.write() as store:
            await store.acts.once(interaction, now)
            found = await store.briefings.get(briefing)
            if found is not None and found.public and reader.is_kept_out(found):
                raise Refused(_KEPT_OUT)
            for place, access in targets:
                if found is None or not reader.may_read(found) or reader.server != place.server:
                    raise Refused("This briefing can no longer be read here; pick another one.")
                await require_room(store, place, briefing)
                await store.servers.ensure(place.server)
                key = await store.subscriptions.keep(place, briefing, wishes, reader.user, now)
                kept.append(await reopen(store, key, access, now))
        self._bell.ring()
        return kept

    async def change(
        self, server: int, key: int, wishes: Wishes, interaction: int | None = None
    ) -> Subscription:
        """Changes what a subscription wants, and not how it stands."""
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            await own(store, server, key)
            await store.subscriptions.want(key, wishes)
            return await existing(store, key)

    async def of_server(self, server: int) -> list[Subscription]:
        """A server's subscriptions, how each stands, and when it last got something."""
        async with self._store.read() as store:
            return await store.subscriptions.of_server(server)

    async def get(self, server: int, key: int) -> Subscription:
        """One subscription of a server; raises Refused if it has none such."""
        async with self._store.read() as store:
            return await own(store, server, key)

    async def of_subscriber(self, person: int, key: int) -> Subscription:
        """One that somebody has subscribed; raises Refused if it is not theirs."""
        async with self._store.read() as store:
            found = await existing(store, key)
            if found.subscriber != person:
                raise Refused(
                    "Somebody else subscribed this; they can do it, or do it in the server."
                )
            return await own(store, found.place.server, key)

    async def stop(
        self, server: int, channel: int, interaction: int | None = None
    ) -> list[Subscription]:
        """Ends all that a channel is subscribed to; raises Refused if that is nothing."""
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            found = [
                each
                for each in await store.subscriptions.of_channels([channel])
                if each.place.server == server
            ]
            if not found:
                raise Refused(
                    "This channel is not subscribed to anything; `/alerts list` shows what is."
                )
            keys = [each.id for each in found]
            await store.subscriptions.set_standing(keys, Standing.ENDED, "", self._clock())
        return found

    async def restore(
        self,
        reader: Reader,
        keys: Collection[int],
        paused: Collection[int],
        access: Access,
        interaction: int | None = None,
    ) -> list[Subscription]:
        """Takes back that subscriptions of one channel ended; the `paused` among them stay so.

        Those that have been subscribed again meanwhile are left as they are, and those of briefings
        that this server is kept out of now; raises Refused if nothing is left.
        """
        now, back, out = self._clock(), list[Subscription](), False
        async with self._store.write() as store:
            await store.acts.once(interaction, now)
            for key in keys:
                found = await existing(store, key)
                if found.place.server != reader.server or found.standing is not Standing.ENDED:
                    continue
                if reader.is_kept_out(found.briefing):
                    out = True
                    continue
                await require_room(store, found.place, found.briefing.id)
                await reopen(store, key, access, now)
                if key in paused:
                    await store.subscriptions.set_standing([key], Standing.BY_HAND, "", now)
                back.append(await existing(store, key))
            if out and not back:
                raise Refused(_KEPT_OUT)
        return back

    async def remove(self, server: int, key: int, interaction: int | None = None) -> Subscription:
        """Ends one subscription; its messages are corrected all the same."""
        return await self._set(server, key, Standing.ENDED, interaction)

    async def pause(self, server: int, key: int, interaction: int | None = None) -> Subscription:
        """Lets a subscription rest: what is released meanwhile is not sent to it."""
        return await self._set(server, key, Standing.BY_HAND, interaction)

    async def resume(
        self, server: int, key: int, access: Access, interaction: int | None = None
    ) -> Subscription:
        """Lets a subscription work again, if its channel can be reached."""
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            if closed(await own(store, server, key)):
                raise Refused(
                    "The briefing is private to its own server now; once it is public again, this"
                    " works again by itself."
                )
            changed = await reopen(store, key, access, self._clock())
        self._bell.ring()
        return changed

    async def check(self, found: Mapping[int, Access]) -> Checked:
        """Takes note of what the bot may do in these channels, by their ids.

        A subscription whose channel lost a right pauses, and one that regained all works again.
        """
        lost, regained = list[Subscription](), list[Subscription]()
        async with self._store.write() as store:
            for each in await store.subscriptions.of_channels(list(found)):
                access = found[each.place.channel]
                if each.standing not in (Standing.WORKING, *HELD):
                    continue
                if await restand(store, each, access, self._clock()):
                    now = await existing(store, each.id)
                    (lost if now.standing in HELD else regained).append(now)
        if regained:
            self._bell.ring()
        return Checked(lost=tuple(lost), regained=tuple(regained))

    async def out_of_reach(self) -> list[Subscription]:
        """Those that pause because their channel cannot be reached; too old ones are let go."""
        async with self._store.write() as store:
            await store.subscriptions.forget(self._clock() - _KEPT, self._clock())
            everyone = await store.subscriptions.everyone()
        return [each for each in everyone if each.standing in HELD]

    async def to_tell(self, keys: Sequence[int]) -> list[Subscription]:
        """Those of them whose loss has to be told now: each once, and a channel once a day.

        What a notice of the same channel to the same person has told already is noted as told.
        """
        async with self._store.write() as store:
            return await untold(store, keys, self._clock())

    async def note_told(self, key: int) -> None:
        """Its people have been told of its loss, or nobody can be."""
        async with self._store.write() as store:
            await store.subscriptions.told([key], self._clock())

    async def _set(
        self, server: int, key: int, standing: Standing, interaction: int | None
    ) -> Subscription:
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            await own(store, server, key)
            await store.subscriptions.set_standing([key], standing, "", self._clock())
            return await existing(store, key)
