"""An item is named by its kind and by what tells it apart."""

from bot.presentation.item_name import distinction, item_name, kind_word
from tests.presentation.examples import language
from tests.presentation.items import happened, said, section


def test_each_kind_has_its_word() -> None:
    kinds = [kind_word(item) for item in (section(), said(), happened())]
    assert kinds == ["Section", "Quote", "Event"]


def test_what_tells_it_apart_is_bold() -> None:
    assert item_name(section(), language()) == "Section · **Japan**"
    assert item_name(said(), language()) == "Quote · **Ada Quill**"
    assert item_name(said(speaker=None), language()) == "Quote · **Speaker not named**"
    assert item_name(happened(when="2022-01"), language()) == "Event · **January 2022**"


def test_an_event_to_come_says_so() -> None:
    coming = happened(expected=True)
    assert distinction(coming, language()) == "January 21, 2022, expected"


def test_a_name_is_inert_on_a_card_only() -> None:
    hostile = said(speaker="_x_")
    assert distinction(hostile, language()) == "_x_"
    assert item_name(hostile, language()) == "Quote · **\\_x\\_**"
