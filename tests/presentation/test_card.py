"""A card is sent as it is built and keeps nothing alive."""

import discord
import pytest

from bot.presentation.card import Card, button
from bot.presentation.custom_id import Jump, Open
from tests.presentation.shown import SELECT, assert_sendable, buttons, components, of_kind, text

READ = Open(1, short=False, asker=2)


async def test_discord_py_need_not_keep_a_card() -> None:
    card = Card()
    card.say("Something")
    card.buttons([button("Read", READ)])
    assert card.is_finished()
    assert card.timeout is None


def test_a_card_can_be_built_where_no_loop_runs() -> None:
    card = Card()
    card.say("Something")
    assert_sendable(card)


def test_texts_stand_in_order_in_one_frame() -> None:
    card = Card()
    card.say("One", "", "Two")
    card.say("Three")
    assert [component["type"] for component in components(card)] == [17, 10, 10]
    assert text(card) == "One\nTwo\nThree"


def test_nothing_to_say_adds_nothing() -> None:
    card = Card()
    card.say()
    card.say("", "")
    card.buttons([])
    card.menu("Choose", Jump(1, None, 0, 1, short=False, asker=2), [])
    assert [component["type"] for component in components(card)] == [17]


def test_a_button_carries_its_id_and_no_answer_of_its_own() -> None:
    card = Card()
    card.buttons([button("Read", READ), button("Not now", READ, disabled=True)])
    assert buttons(card) == {"Read": str(READ)}
    assert type(button("Read", READ)) is discord.ui.Button


def test_a_menu_has_its_options() -> None:
    card = Card()
    options = [discord.SelectOption(label="Russia", value="1")]
    card.menu("Choose", Jump(1, None, 0, 1, short=False, asker=2), options)
    (menu,) = of_kind(card, SELECT)
    assert menu["placeholder"] == "Choose"
    assert menu["custom_id"] == "jump:1:-:0:1:0:2"
    assert [option["label"] for option in menu["options"]] == ["Russia"]


def test_six_buttons_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="maximum"):
        Card().buttons([button(str(number), READ) for number in range(6)])
