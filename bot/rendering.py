"""Rendering: what a delivery's message says when it is sent, and how it is known again."""

import asyncio
import re
from typing import NamedTuple

import discord

from bot.app.app import App
from bot.delivery.sender import Rendered
from bot.domain.delivery import Act, Delivery
from bot.presentation.alert_card import alert_card
from bot.presentation.custom_id import FromAlert
from bot.presentation.language import Language
from bot.presentation.mold import Mold

_REMEMBERED = 64
"""Messages that are remembered: most channels of a release are told the same."""

_STAMP = re.compile(FromAlert.TEMPLATE)


class _Same(NamedTuple):
    """What tells apart the messages of two deliveries, but for their stamps."""

    release: int
    act: Act
    copy_of: int
    issue: int
    revision: int
    countries: tuple[str, ...]
    announced: bool
    ping: int | None
    locale: str


class MessageRenderer:
    """Renders by the same cards that a preview shows; equal messages only once."""

    def __init__(self, app: App, client: discord.Client) -> None:
        self._app = app
        self._client = client
        self._molds: dict[_Same, tuple[Mold, int]] = {}
        self._making = asyncio.Lock()

    async def render(self, delivery: Delivery) -> Rendered:
        """The message as it is to be now."""
        key = _same(delivery, self._locale(delivery), self._app.alerts.ping(delivery))
        known = self._molds.get(key)
        if known is None:
            # One at a time: a fan-out begins with dozens that ask for the same.
            async with self._making:
                known = self._molds.get(key) or await self._make(delivery, key)
        mold, revision = known
        stamp = FromAlert(delivery.issue, delivery.id)
        return Rendered(mold.cast(str(stamp)), key.ping, revision)

    def stamp_in(self, custom_id: str) -> int | None:
        """The delivery that a button names."""
        found = _STAMP.fullmatch(custom_id)
        return FromAlert.parse(found).delivery if found else None

    async def _make(self, delivery: Delivery, key: _Same) -> tuple[Mold, int]:
        alert = await self._app.alerts.of(delivery)
        own = alert.model_copy(update={"ping": key.ping})
        card = alert_card(own, Language(key.locale, self._app.gazetteer))
        while len(self._molds) >= _REMEMBERED:
            self._molds.pop(next(iter(self._molds)))
        self._molds[key] = made = Mold(card), alert.issue.revision
        return made

    def _locale(self, delivery: Delivery) -> str:
        """The language of the server: a message in a channel is read by all of it."""
        subscription = delivery.subscription
        guild = self._client.get_guild(subscription.place.server) if subscription else None
        return str(guild.preferred_locale) if guild else str(discord.Locale.american_english)


def _same(delivery: Delivery, locale: str, ping: int | None) -> _Same:
    subscription, copy = delivery.subscription, delivery.copy_of
    return _Same(
        release=delivery.release,
        act=delivery.act,
        # Two messages of one issue may have been made by different releases.
        copy_of=(copy.release or 0) if copy else 0,
        issue=delivery.issue,
        revision=delivery.revision,
        countries=subscription.wishes.countries if subscription else (),
        announced=bool(subscription and subscription.announced),
        ping=ping,
        locale=locale,
    )
