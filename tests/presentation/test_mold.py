"""A mold: the same card for each delivery, but for the stamp on its first button."""

import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.alert import Alert
from bot.presentation.alert_card import alert_card
from bot.presentation.card import Card, button
from bot.presentation.custom_id import FromAlert
from bot.presentation.mold import Components, Mold
from tests.presentation.alerts import alert, alerts, withdrawn_alerts
from tests.presentation.examples import language

STAMP = "alert:1:2"


def ids(components: Components) -> list[str]:
    """The ids of all that can be clicked, in order."""
    found: list[str] = []
    for each in components:
        found += [each["custom_id"]] if "custom_id" in each else ids(each.get("components", []))
    return found


def stamped(found: Alert, stamp: int) -> Card:
    return alert_card(found.model_copy(update={"stamp": stamp}), language())


@settings(max_examples=25)
@given(alerts, st.integers(1, 10**12 - 1))
def test_a_cast_is_the_card_with_another_stamp(found: Alert, stamp: int) -> None:
    cast = Mold(stamped(found, 0)).cast(str(FromAlert(found.issue.id, stamp)))
    assert cast.to_components() == stamped(found, stamp).to_components()


@settings(max_examples=25)
@given(withdrawn_alerts)
def test_a_card_without_a_button_stays_as_it_is(found: Alert) -> None:
    card = alert_card(found, language())
    assert Mold(card).cast(STAMP).to_components() == card.to_components()


def test_no_cast_changes_another() -> None:
    mold = Mold(alert_card(alert(), language()))
    first = mold.cast("alert:1:1")
    before = copy.deepcopy(first.to_components())
    second = mold.cast(STAMP)
    assert first.to_components() == before
    assert [ids(each.to_components())[0] for each in (first, second)] == ["alert:1:1", STAMP]


async def test_a_cast_is_sent_as_a_card_and_waits_for_no_click() -> None:
    cast = Mold(alert_card(alert(), language())).cast(STAMP)
    assert cast.has_components_v2()
    assert cast.is_finished()


def test_only_the_first_button_is_stamped() -> None:
    card = Card()
    card.say("Hello.")
    card.buttons([button("One", FromAlert(1, 0)), button("Two", FromAlert(2, 0))])
    card.buttons([button("Three", FromAlert(3, 0))])
    assert ids(Mold(card).cast(STAMP).to_components()) == [STAMP, "alert:2:0", "alert:3:0"]
