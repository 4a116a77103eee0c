"""Rendering: what a delivery's message says when it is sent, and how it is known again."""

import re
from typing import NamedTuple

import discord

from bot.app.app import App
from bot.delivery.sender import Rendered
from bot.domain.alert import Alert
from bot.domain.delivery import Act, Delivery
from bot.presentation.alert_body import AlertBody, alert_body
from bot.presentation.alert_card import alert_card
from bot.presentation.custom_id import FromAlert
from bot.presentation.language import Language

_REMEMBERED = 64
"""Bodies that are remembered: most channels of a release are told the same."""

_STAMP = re.compile(FromAlert.TEMPLATE)


class _Same(NamedTuple):
    """What tells apart the texts of two deliveries."""

    release: int
    act: Act
    copy_of: int
    issue: int
    revision: int
    countries: tuple[str, ...]
    announced: bool
    locale: str


class MessageRenderer:
    """Renders by the same cards that a preview shows; the text of equal messages only once."""

    def __init__(self, app: App, client: discord.Client) -> None:
        self._app = app
        self._client = client
        self._bodies: dict[_Same, tuple[Alert, AlertBody]] = {}

    async def render(self, delivery: Delivery) -> Rendered:
        """The message as it is to be now."""
        locale = self._locale(delivery)
        language = Language(locale, self._app.gazetteer)
        alert, body = await self._known(delivery, locale, language)
        ping = self._app.alerts.ping(delivery)
        own = alert.model_copy(update={"stamp": delivery.id, "ping": ping})
        return Rendered(alert_card(own, language, body), ping, alert.issue.revision)

    def stamp_in(self, custom_id: str) -> int | None:
        """The delivery that a button names."""
        found = _STAMP.fullmatch(custom_id)
        return FromAlert.parse(found).delivery if found else None

    async def _known(
        self, delivery: Delivery, locale: str, language: Language
    ) -> tuple[Alert, AlertBody]:
        key = _same(delivery, locale)
        if key not in self._bodies:
            alert = await self._app.alerts.of(delivery)
            while len(self._bodies) >= _REMEMBERED:
                self._bodies.pop(next(iter(self._bodies)))
            self._bodies[key] = alert, alert_body(alert, language)
        return self._bodies[key]

    def _locale(self, delivery: Delivery) -> str:
        """The language of the server: a message in a channel is read by all of it."""
        subscription = delivery.subscription
        guild = self._client.get_guild(subscription.place.server) if subscription else None
        return str(guild.preferred_locale) if guild else str(discord.Locale.american_english)


def _same(delivery: Delivery, locale: str) -> _Same:
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
        locale=locale,
    )
