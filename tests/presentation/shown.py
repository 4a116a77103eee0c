"""What a card shows and carries, and whether Discord would take it."""

from collections.abc import Iterator
from typing import Any

from bot.presentation import custom_id
from bot.presentation.card import Card
from bot.presentation.line import visible
from bot.presentation.room import units
from tests.presentation.custom_ids import kind_of

Component = dict[str, Any]
BUTTON, SELECT, TEXT = 2, 3, 10


def components(card: Card) -> Iterator[Component]:
    """Every component as it is sent, the nested ones too."""
    waiting = list(card.to_components())
    while waiting:
        component = waiting.pop(0)
        yield component
        nested = [*component.get("components", []), component.get("accessory")]
        waiting[:0] = [item for item in nested if item]


def of_kind(card: Card, kind: int) -> list[Component]:
    return [component for component in components(card) if component["type"] == kind]


def text(card: Card) -> str:
    """All that is written on a card outside its controls."""
    return "\n".join(component["content"] for component in of_kind(card, TEXT))


def buttons(card: Card) -> dict[str, str]:
    """Labels and custom ids, of the enabled buttons only."""
    return {
        button["label"]: button["custom_id"]
        for button in of_kind(card, BUTTON)
        if not button["disabled"]
    }


def menus(card: Card) -> dict[str, Component]:
    """Menus by their custom ids."""
    return {menu["custom_id"]: menu for menu in of_kind(card, SELECT)}


def options(menu: Component) -> dict[str, str]:
    """Values and labels of a menu."""
    return {option["value"]: option["label"] for option in menu["options"]}


def turn(card: Card, label: str) -> custom_id.CustomId | None:
    """What the button of that label asks for; None if it is absent or disabled."""
    found = buttons(card).get(label)
    return kind_of(found) if found else None


def assert_sendable(card: Card) -> None:
    """Fails where Discord's limits do (https://discord.com/developers/docs/components/reference)."""
    parts = list(components(card))
    assert len(parts) == card.total_children_count <= 40
    texts = [part["content"] for part in parts if part["type"] == TEXT]
    assert all(visible(shown) for shown in texts)
    assert texts
    assert sum(units(shown) for shown in texts) <= 4000
    # https://github.com/discord/discord-api-docs/issues/8554
    assert sum(len(shown.encode()) for shown in texts) + 12 * len(texts) <= 10_170
    ids = [part["custom_id"] for part in parts if "custom_id" in part]
    assert len(set(ids)) == len(ids)
    assert all(len(found) <= 100 and kind_of(found) for found in ids)
    for part in parts:
        _assert_control(part)


def _assert_control(part: Component) -> None:
    match part["type"]:
        case 1:
            assert 1 <= len(part["components"]) <= 5
        case 2:
            assert visible(part["label"])
            assert units(part["label"]) <= 80
        case 3:
            _assert_menu(part)


def _assert_menu(menu: Component) -> None:
    options = menu["options"]
    assert 1 <= len(options) <= 25
    assert len({option["value"] for option in options}) == len(options)
    assert sum(option["default"] for option in options) <= menu["max_values"]
    assert menu["min_values"] <= menu["max_values"] <= len(options)
    assert units(menu["placeholder"]) <= 150
    for option in options:
        for name in ("label", "value", "description"):
            assert option.get(name) is None or 1 <= units(option[name]) <= 100
        assert visible(option["label"])
