"""The card of an alert: what a channel that has subscribed to a briefing is told."""

from bot.domain.alert import Alert
from bot.domain.answer import Reading
from bot.domain.delivery import CopyKind
from bot.presentation.alert_body import AlertBody, alert_body
from bot.presentation.card import Card, button
from bot.presentation.custom_id import FromAlert, Jump
from bot.presentation.language import Language
from bot.presentation.place import NOBODY, Place
from bot.presentation.tally_buttons import tally_buttons

_COLOURS = {CopyKind.UPDATE: 0xE8A33D, CopyKind.NOTE: 0xC0392B}  # the words say it too
_COLOUR, _WITHDRAWN = 0x3B6FD4, 0x6B7280


def alert_card(alert: Alert, language: Language, body: AlertBody | None = None) -> Card:
    """The message; quick with the `body` of an alert that differs only in `ping` and `stamp`."""
    body = body or alert_body(alert, language)
    card = Card(_colour(alert))
    if alert.withdrawn is None:
        card.say(f"<@&{alert.ping}>" if alert.ping else "")
    for place, group in enumerate(body.groups):
        if place:
            card.rule()
        for text in group:
            card.say(text)
    if alert.withdrawn is None:
        _add_controls(card, alert, body)
    return card


def _colour(alert: Alert) -> int:
    """That of the briefing; without one, that of what kind of news it is."""
    if alert.withdrawn is not None:
        return _WITHDRAWN
    own = alert.issue.briefing.colour
    return _COLOURS.get(alert.kind, _COLOUR) if own is None else own


def _add_controls(card: Card, alert: Alert, body: AlertBody) -> None:
    """The first button tells which delivery this is; none of them forgets what it opens."""
    issue = alert.issue
    whole = Reading(issue=issue, entries=(), newest=issue, tallies=alert.tallies)
    read = button("Read", FromAlert(issue.id, alert.stamp))
    card.buttons([read, *tally_buttons(whole, None, Place(asker=NOBODY))])
    jump = Jump(issue.id, None, 0, 1, short=False, asker=NOBODY)
    card.menu("Open a section…", jump, list(body.options))
