"""Rendering: what a delivery's message says when it is sent, and how it is known again."""

import asyncio
import re
from typing import NamedTuple

import discord

from bot.app.app import App
from bot.delivery.sender import Rendered
from bot.domain.delivery import Act, Copy, CopyKind, Delivery
from bot.domain.release import ReleaseKind
from bot.domain.showing import Showing
from bot.presentation.alert_card import alert_card
from bot.presentation.answers import render
from bot.presentation.custom_id import FromAlert
from bot.presentation.language import Language
from bot.presentation.list_state import must_be_kept
from bot.presentation.masthead import post_title
from bot.presentation.mold import Mold
from bot.presentation.showings import place_of

_REMEMBERED = 64
"""Messages that are remembered: most channels of a release are told the same."""

_ENGLISH = str(discord.Locale.american_english)
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


class _Made(NamedTuple):
    """A message to cast, the revision that it shows, and the title of a post that begins so."""

    mold: Mold
    revision: int
    title: str


class MessageRenderer:
    """Renders by the same cards that a preview shows; equal messages only once."""

    def __init__(self, app: App, client: discord.Client) -> None:
        self._app = app
        self._client = client
        self._molds: dict[_Same, _Made] = {}
        self._making = asyncio.Lock()

    async def render(self, delivery: Delivery) -> Rendered:
        """The message as it is to be now."""
        copy = delivery.copy_of
        if copy is not None and copy.kind is CopyKind.SHARED and delivery.act is Act.EDIT:
            return await self._again(delivery, copy)
        key = _same(delivery, self._locale(delivery), self._app.alerts.ping(delivery))
        known = self._molds.get(key)
        if known is None:
            # One at a time: a fan-out begins with dozens that ask for the same.
            async with self._making:
                known = self._molds.get(key) or await self._make(delivery, key)
        stamp = FromAlert(delivery.issue, delivery.id)
        return Rendered(known.mold.cast(str(stamp)), key.ping, known.revision, known.title)

    def stamp_in(self, custom_id: str) -> int | None:
        """The delivery that a button names."""
        found = _STAMP.fullmatch(custom_id)
        return FromAlert.parse(found).delivery if found else None

    async def _again(self, delivery: Delivery, copy: Copy) -> Rendered:
        """An answer that somebody shared, as it would be given now."""
        showing = Showing.model_validate_json(copy.showing or "{}")
        if delivery.kind is ReleaseKind.WITHDRAWAL and showing.filter is None:
            alert = await self._app.alerts.of(delivery)
            language = Language(showing.locale, self._app.gazetteer)
            return Rendered(alert_card(alert, language), None, delivery.revision)
        answer = await self._app.sharing.again(showing)
        text = must_be_kept(showing.filter) if showing.filter else None
        kept = await self._app.list_states.keep(text) if text else None
        language = Language(showing.locale, self._app.gazetteer)
        card = render(answer, place_of(showing, kept), language)
        return Rendered(card, None, delivery.revision)

    async def _make(self, delivery: Delivery, key: _Same) -> _Made:
        alert = await self._app.alerts.of(delivery)
        own = alert.model_copy(update={"ping": key.ping})
        card = alert_card(own, Language(key.locale, self._app.gazetteer))
        while len(self._molds) >= _REMEMBERED:
            self._molds.pop(next(iter(self._molds)))
        self._molds[key] = made = _Made(Mold(card), alert.issue.revision, post_title(alert.issue))
        return made

    def _locale(self, delivery: Delivery) -> str:
        """The language of the server: a message in a channel is read by all of it."""
        subscription = delivery.subscription
        guild = self._client.get_guild(subscription.place.server) if subscription else None
        return str(guild.preferred_locale) if guild else _ENGLISH


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
