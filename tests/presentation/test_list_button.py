"""A button opens a list from its beginning."""

from bot.presentation.list_button import country_buttons, list_button, list_buttons
from bot.presentation.place import Place
from tests.presentation.examples import ASKER, language
from tests.presentation.items import ALL_QUOTES

PLACE = Place(asker=ASKER, short=True)
COUNTRIES = ("JP", "RU", "JP", "US", "CN", "IN", "FR")


def test_a_button_carries_the_list_and_who_asked() -> None:
    made = list_button("All quotes", ALL_QUOTES, PLACE)
    assert made is not None
    assert made.label == "All quotes"
    assert made.custom_id == f"page:list:-:1:{ASKER}:q1"


def test_a_list_that_no_id_has_room_for_has_no_button() -> None:
    assert list_button("Long", ALL_QUOTES.model_copy(update={"words": "w" * 90}), PLACE) is None


def test_a_row_has_each_list_once_and_at_most_five() -> None:
    offers = [(name, ALL_QUOTES.model_copy(update={"speaker": name})) for name in "abcabdefgh"]
    assert [made.label for made in list_buttons(offers, PLACE)] == list("abcde")


def test_of_two_names_for_one_list_the_first_stays() -> None:
    offers = [("First", ALL_QUOTES), ("Second", ALL_QUOTES)]
    assert [made.label for made in list_buttons(offers, PLACE)] == ["First"]


def test_a_country_asks_for_its_newest_section() -> None:
    made = country_buttons(COUNTRIES, 3, PLACE, language())
    assert [found.label for found in made] == ["Japan", "Russia", "United States", "China", "India"]
    assert made[0].custom_id == f"ask:JP:3:1:{ASKER}"


def test_where_a_list_was_asked_a_country_narrows_the_list() -> None:
    asked = ALL_QUOTES.model_copy(update={"speaker": "quill"})
    made = country_buttons(COUNTRIES, 3, PLACE, language(), asked)
    assert made[1].label == "Russia"
    assert made[1].custom_id == f"page:list:-:1:{ASKER}:q1&cRU&squill-"
