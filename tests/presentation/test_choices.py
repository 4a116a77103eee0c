"""Choices say what they stand for, and stand for what is found again."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.doubt import Confidence
from bot.domain.item import Item
from bot.domain.listing import Speaker
from bot.presentation.choices import hit_choice, period_choice, query_choice, speaker_choice
from bot.presentation.room import units
from tests.presentation.examples import language
from tests.presentation.items import PAST_LIMITS, SENTENCE, WORDS, happened, said, section
from tests.presentation.lists import items, speakers


def test_a_speaker_comes_with_role_and_number_of_quotes() -> None:
    choice = speaker_choice(Speaker(name="Ada Quill", role="harbour master", quotes=12))
    assert (choice.name, choice.value) == ("Ada Quill · harbour master · 12 quotes", "Ada Quill")


def test_a_speaker_without_a_role_has_none_invented() -> None:
    assert speaker_choice(Speaker(name="Ada", quotes=1)).name == "Ada · 1 quote"
    assert speaker_choice(Speaker(name="Ada", role=" ", quotes=2)).name == "Ada · 2 quotes"


def test_a_long_name_stands_for_its_first_whole_words() -> None:
    choice = speaker_choice(Speaker(name=PAST_LIMITS, role="harbour master", quotes=3))
    assert len(choice.name) <= 100
    assert "harbour master · 3 quotes" in choice.name
    assert choice.value == "Maximiliana-Josephine Maximiliana-Josephine Maximiliana-Josephine " + (
        "Maximiliana-Josephine"
    )


def test_a_hit_says_what_it_is_and_stands_for_its_short_id() -> None:
    choice = hit_choice(said(), language())
    assert (choice.name, choice.value) == (f"Quote · Ada Quill: “{WORDS}”", "#q345")


def test_a_doubtful_speaker_is_offered_as_one() -> None:
    choice = hit_choice(said(confidence=Confidence.CHECK, speaker=PAST_LIMITS), language())
    assert "…, speaker not certain: “" in choice.name


def test_sections_and_events_are_hits_too() -> None:
    event = hit_choice(happened(), language())
    assert event.name.startswith(f"Event · January 21, 2022: {SENTENCE}"[:90])
    assert event.value == "#e7"
    assert hit_choice(section(), language()).name.startswith("Section · Japan: No wind. The tide")


def test_a_period_and_a_query_stand_for_themselves() -> None:
    assert (period_choice("last 7 days").name, period_choice("2022").value) == (
        "last 7 days",
        "2022",
    )
    assert (query_choice("“grain” -x").name, query_choice("“grain” -x").value) == (
        "“grain” -x",
        "“grain” -x",
    )


@given(speakers, items, st.text(min_size=1, max_size=300))
def test_any_choice_can_be_sent(speaker: Speaker, item: Item, typed: str) -> None:
    choices = (
        speaker_choice(speaker),
        hit_choice(item, language()),
        period_choice(typed),
        query_choice(typed),
    )
    for choice in choices:
        assert 1 <= units(choice.name) <= 100
        assert 1 <= units(choice.value) <= 100
