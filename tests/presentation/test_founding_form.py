"""The form that makes a briefing comes filled in, and comes back with what was typed."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.founding import Founding
from bot.presentation.founding_form import founding_again_card, founding_form
from tests.presentation.shown import assert_sendable, buttons, text
from tests.presentation.texts import long_texts

LONGEST = 100
TYPED = Founding(name="Quay Letter", zone="Berlin", public=True)


def questions(founding: Founding) -> dict[str, dict[str, Any]]:
    """What Discord is sent, by the custom ids of the questions, within its limits."""
    form = founding_form(founding, LONGEST).to_dict()
    assert form["custom_id"] == "setupform"
    assert len(form["title"]) <= 45
    for label in form["components"]:
        assert len(label["label"]) <= 45
        assert len(label.get("description") or "") <= 100
    return {label["component"]["custom_id"]: label["component"] for label in form["components"]}


def test_it_asks_for_a_name_a_zone_and_the_readers() -> None:
    asked = questions(Founding(zone="Europe/Oslo"))
    assert list(asked) == ["name", "zone", "readers"]
    assert asked["name"].get("value") is None
    assert asked["name"]["max_length"] == LONGEST
    assert asked["zone"]["value"] == "Europe/Oslo"
    assert ticked(asked) == ["private"]


def test_it_comes_back_with_what_was_typed() -> None:
    asked = questions(TYPED)
    assert (asked["name"]["value"], asked["zone"]["value"]) == ("Quay Letter", "Berlin")
    assert ticked(asked) == ["public"]


def ticked(asked: dict[str, dict[str, Any]]) -> list[str]:
    return [each["value"] for each in asked["readers"]["options"] if each.get("default")]


def test_why_nothing_was_made_stands_beside_what_was_typed() -> None:
    card = founding_again_card("This time zone is not known.", TYPED, 7)
    assert_sendable(card)
    assert text(card).splitlines() == [
        "# Nothing was made yet",
        "This time zone is not known.",
        "You typed:",
        "- Name: Quay Letter",
        "- Time zone: Berlin",
        "- Who may read it: every server",
    ]
    assert buttons(card) == {"Correct it": "setupagain:7", "Back": "setup:home:0"}


@given(st.builds(Founding, name=long_texts, zone=long_texts, public=st.booleans()))
def test_whatever_was_typed_can_be_shown_and_asked_again(founding: Founding) -> None:
    assert_sendable(founding_again_card("No.", founding, 7))
    for question in list(questions(founding).values())[:2]:
        assert len(question.get("value") or "") <= question["max_length"]
