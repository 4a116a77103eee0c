"""Help shows what can be asked, with what is there to ask about."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answer import Help, Shelf
from bot.presentation.card import Card
from bot.presentation.help import help_card
from bot.presentation.place import Place
from tests.presentation.entries import briefings, codes, issues
from tests.presentation.examples import ASKER, HARBOUR, POLICY, briefing, issue, language, shelf
from tests.presentation.shown import assert_sendable, buttons, text

READABLE = (shelf(HARBOUR), shelf(POLICY, issue(246), 4))


def card(answer: Help, locale: str = "en-US") -> Card:
    return help_card(answer, Place(asker=ASKER), language(locale))


def test_the_examples_are_from_what_can_be_read() -> None:
    shown = text(card(Help(shelves=READABLE, countries=("CN", "RU"))))
    assert "`/latest country: China`" in shown
    assert "`/issue number: 246`" in shown
    assert "`/quotes country: China`" in shown
    assert "`/timeline country: China`" in shown
    assert "`/search query: China`" in shown
    assert "`/briefings`" in shown
    assert "Here you can read Harbour Watch, Policy Alert." in shown


def test_the_examples_are_in_the_reader_s_language() -> None:
    shown = text(card(Help(shelves=READABLE, countries=("RU",)), "de"))
    assert "`/latest country: Russland`" in shown


def test_the_first_questions_are_buttons() -> None:
    shown = card(Help(shelves=READABLE, countries=("CN", "RU", "IN", "JP", "US", "FR")))
    assert list(buttons(shown)) == ["China", "Russia", "India", "Japan", "United States"]
    assert buttons(shown)["China"] == f"ask:CN:-:0:{ASKER}"


def test_it_says_who_sees_an_answer() -> None:
    shown = text(card(Help(shelves=READABLE, countries=())))
    assert "Only you see an answer" in shown
    assert "Share" in shown


def test_where_nothing_can_be_read_it_says_how_to_begin() -> None:
    for shelves in ((), (shelf(HARBOUR),)):
        shown = card(Help(shelves=shelves, countries=()))
        assert "Nothing can be read here yet." in text(shown)
        assert "Here you can read" not in text(shown)
        assert buttons(shown) == {}


def test_only_the_first_briefings_are_named() -> None:
    many = tuple(shelf(briefing(number), issue(number), 1) for number in range(1, 13))
    assert "Gazette and 7 more." in text(card(Help(shelves=many, countries=())))


shelves = st.builds(Shelf, briefing=briefings, newest=st.none() | issues, issues=st.just(1))


@given(st.lists(shelves, max_size=12), st.lists(codes, max_size=8))
def test_any_help_can_be_sent(found: list[Shelf], countries: list[str]) -> None:
    assert_sendable(card(Help(shelves=tuple(found), countries=tuple(countries))))
