"""The colour of a briefing: on every card of it that readers see, and never alone."""

from collections.abc import Callable

import pytest

from bot.domain.alert import Alert
from bot.domain.answer import Reading
from bot.domain.item import Happened, Said
from bot.domain.listing import Cited, InContext, NothingListed, Opened
from bot.presentation.alert_card import alert_card
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.citation_card import citation_card
from bot.presentation.context_card import context_card
from bot.presentation.item_card import item_card
from bot.presentation.place import Place
from bot.presentation.quotes_card import quotes_card
from bot.presentation.reading_card import reading_card
from bot.presentation.results_card import results_card
from bot.presentation.timeline_card import timeline_card
from tests.presentation.alerts import alert, mended, note, update
from tests.presentation.examples import POLICY, issue, language
from tests.presentation.items import ALL_QUOTES, happened, quotes, results, said, timeline
from tests.presentation.shown import assert_sendable, components, text

PLACE, SPEAKS = Place(), language()
TEAL = 0x16858F
PAINTED = POLICY.model_copy(update={"colour": TEAL})


def of(colour: int | None) -> Said:
    """A quote in an issue of a briefing of that colour."""
    painted = issue(briefing=POLICY.model_copy(update={"colour": colour}))
    return said().model_copy(update={"issue": painted})


def event(colour: int | None) -> Happened:
    return happened().model_copy(update={"issue": of(colour).issue})


def reading(colour: int | None) -> Reading:
    return Reading(issue=of(colour).issue, entries=(), newest=issue())


CARDS: dict[str, Callable[[int | None], Card]] = {
    "an issue": lambda colour: reading_card(reading(colour), PLACE, SPEAKS),
    "a quote": lambda colour: item_card(Opened(item=of(colour)), PLACE, SPEAKS),
    "an event": lambda colour: item_card(Opened(item=event(colour)), PLACE, SPEAKS),
    "a quote in context": lambda colour: context_card(InContext(item=of(colour)), PLACE, SPEAKS),
    "a citation": lambda colour: citation_card(Cited(issue=of(colour).issue), SPEAKS),
    "quotes": lambda colour: quotes_card(
        quotes(said(), briefing=of(colour).issue.briefing), PLACE, SPEAKS
    ),
    "events": lambda colour: timeline_card(
        timeline(happened(), briefing=of(colour).issue.briefing), PLACE, SPEAKS
    ),
    "hits": lambda colour: results_card(
        results(found=0, briefing=of(colour).issue.briefing), PLACE, SPEAKS
    ),
    "nothing": lambda colour: render(
        NothingListed(briefing=of(colour).issue.briefing, filter=ALL_QUOTES), PLACE, SPEAKS
    ),
}


def accent(card: Card) -> int | None:
    assert_sendable(card)
    return next(components(card)).get("accent_color")


@pytest.mark.parametrize("made", CARDS.values(), ids=CARDS)
def test_every_card_of_a_briefing_has_its_colour_and_says_the_same(
    made: Callable[[int | None], Card],
) -> None:
    assert accent(made(TEAL)) == TEAL
    assert accent(made(0)) == 0
    assert accent(made(None)) is None
    assert text(made(TEAL)) == text(made(None))


ALERTS = (alert(), update(), note(mended()))


@pytest.mark.parametrize("plain", ALERTS, ids=lambda each: each.kind)
def test_every_alert_of_a_briefing_has_its_colour(plain: Alert) -> None:
    painted = plain.model_copy(update={"issue": issue(briefing=PAINTED)})
    assert accent(alert_card(painted, SPEAKS)) == TEAL
    assert accent(alert_card(plain, SPEAKS)) not in (TEAL, None)


def test_what_was_withdrawn_is_grey_in_every_briefing() -> None:
    gone = alert(withdrawn=mended())
    painted = gone.model_copy(update={"issue": issue(briefing=PAINTED)})
    assert accent(alert_card(painted, SPEAKS)) == accent(alert_card(gone, SPEAKS)) != TEAL
