"""Notices of standing: who is told that a channel gets no alerts any more, or gets them again."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime

from bot.app.standing import closed
from bot.domain.access import Access
from bot.domain.subscription import Subscription
from bot.presentation.card import Card
from bot.presentation.lost_right_card import lost_right_card
from bot.presentation.works_again_card import Regained, works_again_card
from cogs.host import Host
from cogs.looking import look
from cogs.telling import Heard, language_of_server, tell, writable

Change = tuple[Subscription | None, Subscription]
"""A subscription as it was while its channel could not be reached, if known, and as it is now."""

_Told = dict[tuple[int, int | None], Heard]
"""What came of telling of a channel, or of a server, in a place or to a person."""


class StandingNotices:
    """Goes where the server wants notices, else to who subscribed; never to another channel."""

    def __init__(self, bot: Host) -> None:
        self._bot = bot
        self._app = bot.app
        self._telling = asyncio.Lock()

    async def lost(self, keys: Sequence[int]) -> None:
        """Tells of those whose loss has to be told; what cannot be sent now is told another day."""
        if not keys:
            return
        subscribing, told = self._app.subscribing, _Told()
        async with self._telling:  # one channel is lost for several reasons at once
            for each in await subscribing.to_tell(keys):
                access = await look(self._bot, each.place, each.wishes.ping)
                language = language_of_server(self._bot, each.place.server)
                others = await self._beside(each)
                card = lost_right_card(each, access or Access(), language, others)
                if await self._tell(each, card, told) is not Heard.NOT_NOW:
                    await subscribing.note_told(each.id)

    async def regained(self, changes: Sequence[Change]) -> None:
        """Tells of those whose loss was told, or that have missed something; a channel once."""
        channels = dict[tuple[int, int | None], list[Regained]]()
        for before, now in changes:
            if before is None:
                continue
            found = await self.since(before, now)
            if before.told or found.missed:
                audience = now.place.channel, now.subscriber
                channels.setdefault(audience, []).append(found)
        told = _Told()
        for found in channels.values():
            await self._tell(found[0].subscription, works_again_card(found), told)

    async def since(self, before: Subscription, now: Subscription) -> Regained:
        """What is sent to one now that works again, and what came too late for it."""
        since = before.since or now.since
        if since is None or closed(now):
            return Regained(now, since or datetime.min.replace(tzinfo=UTC))
        app = self._app.catching_up
        missed = await app.missed(now.id, since)
        return Regained(now, since, await app.waiting(now.id), missed)

    async def _beside(self, found: Subscription) -> list[Subscription]:
        """Others that are paused with one, in the same channel."""
        mine = await self._app.subscribing.of_server(found.place.server)
        return [
            each
            for each in mine
            if each.id != found.id
            and each.place.channel == found.place.channel
            and each.standing is found.standing
        ]

    async def _tell(self, about: Subscription, card: Card, told: _Told) -> Heard:
        """Once for each channel, or for the whole server if that is gone, and each who hears it."""
        server = about.place.server
        choices = await self._app.servers.choices(server)
        place = writable(self._bot, server, choices.notice_channel)
        subject = about.place.channel if self._bot.get_guild(server) else server
        told_before = (subject, place.id if place else about.subscriber)
        if told_before not in told:
            told[told_before] = (await tell(self._bot, place, about.subscriber, card)).heard
        return told[told_before]
