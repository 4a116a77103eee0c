"""An item is named by its kind and by what tells it apart."""

from typing import Any

from bot.domain.doubt import Confidence
from bot.presentation.item_name import caveat, distinction, item_name, kind_word
from tests.presentation.examples import language
from tests.presentation.items import PAST_LIMITS, happened, said, section


def test_each_kind_has_its_word() -> None:
    kinds = [kind_word(item) for item in (section(), said(), happened())]
    assert kinds == ["Section", "Quote", "Event"]


def test_what_tells_it_apart_is_named_and_nothing_is_bold() -> None:
    assert item_name(section(), language()) == "Section · Japan"
    assert item_name(said(), language()) == "Quote · Ada Quill, harbour master"
    assert item_name(said(role=None), language()) == "Quote · Ada Quill"
    assert item_name(said(speaker=None, role=None), language()) == "Quote · Speaker not named"
    assert item_name(happened(when="2022-01"), language()) == "Event · January 2022"


def test_an_event_to_come_says_so() -> None:
    coming = happened(expected=True)
    assert item_name(coming, language()) == "Event · January 21, 2022, expected"


def test_a_doubtful_speaker_is_called_so_however_long_the_name() -> None:
    doubtful: dict[str, Any] = {"confidence": Confidence.CHECK}
    named = "Quote · Ada Quill, harbour master, speaker not certain"
    assert item_name(said(**doubtful), language()) == named
    long = item_name(said(speaker=PAST_LIMITS, **doubtful), language())
    assert long.endswith("…, speaker not certain")
    assert caveat(said(speaker=None, **doubtful)) == ""
    assert caveat(section()) == ""


def test_a_name_is_inert_on_a_card_only() -> None:
    hostile = said(speaker="_x_", role=None)
    assert distinction(hostile, language()) == "_x_"
    assert item_name(hostile, language()) == "Quote · \\_x\\_"
