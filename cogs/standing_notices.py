"""Notices of standing: who is told that a channel gets no alerts any more, or gets them again."""

import asyncio
from collections.abc import Sequence

from bot.app.standing import closed
from bot.domain.access import Access
from bot.domain.issue import Issue
from bot.domain.release import Release, ReleaseKind
from bot.domain.subscription import Subscription
from bot.presentation.card import Card
from bot.presentation.lost_right_card import lost_right_card
from bot.presentation.works_again_card import works_again_card
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
                card = lost_right_card(each, access or Access(), language)
                if await self._tell(each, card, told) is not Heard.NOT_NOW:
                    await subscribing.note_told(each.id)

    async def regained(self, changes: Sequence[Change]) -> None:
        """Tells of each whose loss was told."""
        told = _Told()
        for before, now in changes:
            if before is not None and before.told:
                missed = await self.missed(before, now)
                await self._tell(now, works_again_card(now, missed), told)

    async def missed(self, before: Subscription, now: Subscription) -> list[Issue]:
        """The newest issue, if it came out meanwhile and is not sent by itself any more."""
        newest = None if closed(now) else await self._app.alerts.preview(now)
        if newest is None or before.since is None or now.since is None:
            return []
        receipts = await self._app.receipts.of_issue(newest.issue)
        late = any(_is_late(each.release, before, now) for each in receipts)
        return [newest.issue] if late else []

    async def _tell(self, about: Subscription, card: Card, told: _Told) -> Heard:
        """Once for each channel, or for the whole server if that is gone, and each who hears it."""
        server = about.place.server
        choices = await self._app.servers.choices(server)
        place = writable(self._bot, server, choices.notice_channel)
        subject = about.place.channel if self._bot.get_guild(server) else server
        told_before = (subject, place.id if place else about.subscriber)
        if told_before not in told:
            told[told_before] = await tell(self._bot, place, about.subscriber, card)
        return told[told_before]


def _is_late(release: Release, before: Subscription, now: Subscription) -> bool:
    """Whether it went out while the channel could not be reached, and has expired since."""
    moments = before.since, release.opened_at, release.expires_at, now.since
    since, opened, expires, until = moments
    if release.kind is not ReleaseKind.PUBLICATION or not (since and opened and expires and until):
        return False
    return since <= opened and expires <= until
