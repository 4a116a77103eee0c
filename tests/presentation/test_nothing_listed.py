"""A list without anything in it says what there is instead."""

from datetime import date
from typing import Any

from bot.domain.listing import NothingListed, Speaker
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.custom_id import ListPage
from bot.presentation.place import Place
from tests.presentation.custom_ids import kind_of
from tests.presentation.examples import ASKER, HARBOUR, POLICY, language
from tests.presentation.items import ALL_EVENTS, ALL_QUOTES, PAST_LIMITS, SEARCH
from tests.presentation.shown import assert_sendable, buttons, menus, text

SPEAKERS = (Speaker(name="Ada Quill", quotes=4), Speaker(name="Ben Oar", quotes=2))
BY_QUIL = ALL_QUOTES.model_copy(update={"speaker": "quil", "country": "JP"})


def card(**fields: Any) -> Card:
    answer = NothingListed(briefing=POLICY, **fields)
    made = render(answer, Place(asker=ASKER), language())
    assert_sendable(made)
    return made


def ways_on(shown: Card) -> dict[str, str]:
    """Which list each button opens from its beginning."""
    keys = {name: kind_of(key) for name, key in buttons(shown).items()}
    opened = {name: key for name, key in keys.items() if isinstance(key, ListPage)}
    assert all(key.cursor is None and key.asker == ASKER for key in opened.values())
    return {name: key.state for name, key in opened.items()}


def test_no_quotes_name_the_nearest_and_the_most_quoted_speakers() -> None:
    shown = card(filter=BY_QUIL, near=("Ada Quill",), speakers=SPEAKERS, countries=("JP", "US"))
    assert text(shown).splitlines() == [
        "No quotes by “quil” from Japan in Policy Alert.",
        "Did you mean “Ada Quill”?",
        "Speakers in this briefing: Ada Quill and Ben Oar.",
        "It has quotes from Japan and the United States.",
    ]
    assert ways_on(shown) == {
        "Ada Quill": "q1&sAda+Quill-",
        "Ben Oar": "q1&sBen+Oar-",
        "Japan": "q1&cJP",
        "United States": "q1&cUS",
        "Without the country": "q1&squil-",
        "Without the speaker": "q1&cJP",
    }


def test_the_nearest_spelling_keeps_what_else_was_asked() -> None:
    shown = card(filter=BY_QUIL, near=("Ada Quill",))
    assert ways_on(shown)["Ada Quill"] == "q1&cJP&sAda+Quill-"


def test_dates_and_words_can_be_dropped() -> None:
    asked = ALL_QUOTES.model_copy(
        update={"words": "port", "since": date(2022, 1, 1), "until": date(2022, 1, 31)}
    )
    shown = card(filter=asked, countries=("JP",))
    assert text(shown).splitlines()[0] == (
        "No quotes with “port” since January 1, 2022 until January 31, 2022 in Policy Alert."
    )
    assert ways_on(shown) == {
        "Japan": "q1&cJP",
        "Without the dates": "q1&wport-",
        "Without the words": "q1&f20220101&u20220131",
    }


def test_no_events_name_the_countries_there_are_some_on() -> None:
    asked = ALL_EVENTS.model_copy(update={"country": "FR", "until": date(1, 1, 1)})
    shown = card(filter=asked, countries=("JP", "US"))
    assert text(shown).splitlines() == [
        "No events on France until January 1, 1 in Policy Alert.",
        "It has events on Japan and the United States.",
    ]
    assert ways_on(shown) == {
        "Japan": "t1&cJP",
        "United States": "t1&cUS",
        "Without the country": "t1&u00010101",
        "Without the dates": "t1&cFR",
    }


def test_many_countries_are_counted() -> None:
    codes = tuple(sorted(language().gazetteer.codes))[:40]
    assert text(card(filter=ALL_EVENTS, countries=codes)).endswith(" and 15 more.")


def test_a_briefing_without_any_says_so() -> None:
    assert text(card(filter=ALL_EVENTS, empty=True)).splitlines() == [
        "No events in Policy Alert.",
        "Its issues have no events yet; `/latest` shows the newest.",
    ]


def test_a_briefing_without_any_says_so_whatever_was_asked() -> None:
    shown = card(filter=BY_QUIL, empty=True)
    assert text(shown).splitlines() == [
        "No quotes by “quil” from Japan in Policy Alert.",
        "Its issues have no quotes yet; `/latest` shows the newest.",
    ]
    assert ways_on(shown) == {}


def test_near_words_are_asked_of_the_same_list() -> None:
    asked = BY_QUIL.model_copy(update={"words": "prot"})
    shown = card(filter=asked, near_words=("port",), speakers=SPEAKERS)
    assert text(shown).splitlines()[1] == "Did you mean “port”?"
    assert ways_on(shown)["port"] == "q1&cJP&squil-&wport-"


def test_a_speaker_alone_is_not_dropped() -> None:
    asked = ALL_QUOTES.model_copy(update={"speaker": "quil"})
    assert list(ways_on(card(filter=asked, speakers=SPEAKERS))) == ["Ada Quill", "Ben Oar"]


def test_names_without_anything_to_see_are_left_out() -> None:
    hidden = (Speaker(name="\0", quotes=9), *SPEAKERS)
    asked = ALL_QUOTES.model_copy(update={"speaker": "\0", "words": "“low tide”"})
    lines = text(card(filter=asked, speakers=hidden)).splitlines()
    assert lines[0] == (
        "No quotes by something that cannot be read with “low tide” in Policy Alert."
    )
    assert lines[1] == "Speakers in this briefing: Ada Quill and Ben Oar."


def test_a_search_offers_near_queries() -> None:
    shown = card(filter=SEARCH, near=("ports", "sport"))
    assert text(shown).splitlines() == [
        "Nothing in Policy Alert has “port”.",
        "Did you mean “ports” or “sport”?",
    ]
    assert ways_on(shown) == {"ports": "s1&wports-", "sport": "s1&wsport-"}


def test_a_search_without_near_queries_says_what_to_try() -> None:
    shown = card(filter=SEARCH)
    assert text(shown).splitlines()[1] == "Try fewer words, or others."
    assert buttons(shown) == {}


def test_one_list_under_two_names_has_two_buttons_that_discord_can_tell_apart() -> None:
    asked = ALL_QUOTES.model_copy(update={"country": "JP", "words": "port"})
    shown = card(filter=asked, countries=("JP",))
    assert ways_on(shown) == {
        "Japan": "q1&cJP",
        "Without the country": "q1&wport-",
        "Without the words": "q1&cJP",
    }


def test_a_name_that_no_id_has_room_for_is_still_named() -> None:
    shown = card(filter=ALL_QUOTES, speakers=(Speaker(name=PAST_LIMITS, quotes=1), *SPEAKERS))
    assert "Maximiliana-Josephine" in text(shown)
    assert list(buttons(shown)) == ["Ada Quill", "Ben Oar"]


def test_other_briefings_are_asked_the_same() -> None:
    assert list(menus(card(filter=BY_QUIL, choices=(HARBOUR,)))) == [
        f"list:-:0:{ASKER}:q1&cJP&squil-"
    ]
