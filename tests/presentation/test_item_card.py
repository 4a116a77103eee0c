"""The card of one quote or event holds all that is known of it."""

from typing import Any

from bot.domain.doubt import Confidence
from bot.domain.item import Happened, Said
from bot.domain.listing import Opened
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.place import Place
from tests.presentation.examples import ASKER, SENTENCE, language
from tests.presentation.items import SENTENCE as MEETING
from tests.presentation.items import WORDS, detached, happened, said, said_in
from tests.presentation.shown import assert_sendable, buttons, text


def card(item: Said | Happened, **place: Any) -> Card:
    made = render(Opened(item=item), Place(**{"asker": ASKER, **place}), language())
    assert_sendable(made)
    return made


def test_a_quote_is_shown_whole_with_its_origin() -> None:
    assert text(card(said())).splitlines() == [
        "# Quote",
        f"> “{WORDS}”",
        "**Ada Quill**, harbour master, 🇯🇵 Japan",
        "January 21, 2022",
        "-# Policy Alert #244 · section Japan · #q345",
    ]


def test_an_unknown_day_and_a_doubtful_speaker_are_said() -> None:
    lines = text(card(said(said_on=None, confidence=Confidence.CHECK))).splitlines()
    assert lines[2:4] == [
        "**Ada Quill**, harbour master, 🇯🇵 Japan, speaker not certain",
        "In the issue of January 28, 2022",
    ]


def test_a_detached_quote_names_its_source_and_has_no_context() -> None:
    shown = card(detached(said_on=None))
    assert text(shown).splitlines()[3:5] == [
        "From Tidewater \\*Radio\\*",
        "Not in the text of the issue.",
    ]
    assert "in the issue of" not in text(shown).lower()
    assert list(buttons(shown)) == ["Section", "Cite", "Share"]


def test_a_quote_of_several_paragraphs_stays_one_block() -> None:
    words = "One day.\n\nTwo days.\n# Three"
    assert "> “One day.\n> Two days.\n> \\# Three”" in text(card(said_in(words, words)))


def test_a_long_quote_says_where_its_rest_stands() -> None:
    shown = text(card(said_in(SENTENCE * 60, SENTENCE * 60)))
    assert "…”" in shown
    assert "The rest stands in its section." in shown
    short = card(said_in(SENTENCE * 60, SENTENCE * 60), short=True, private=False)
    assert len(text(short)) < 1000


def test_a_long_detached_quote_promises_no_rest() -> None:
    shown = text(card(detached(text=SENTENCE * 60)))
    assert "The rest is cut." in shown


def test_a_quote_leads_to_its_context_its_section_and_its_citation() -> None:
    assert buttons(card(said())) == {
        "In context": f"context:q345:0:{ASKER}",
        "Section": "turn:section:244:-:12:1:0:0",
        "Cite": "cite:q345",
        "Share": "shareitem:q345:0:0",
    }


def test_a_shared_card_names_who_shared_it() -> None:
    shown = card(said(), private=False, shared_by="Ben Oar")
    assert text(shown).endswith("-# shared by Ben Oar")
    assert "Share" not in buttons(shown)


def test_an_event_is_shown_with_date_and_countries() -> None:
    shown = card(happened(when="2022-01", expected=True, countries=("JP", "US")))
    assert text(shown).splitlines() == [
        "# Event",
        "**January 2022**, expected",
        f"> {MEETING}",
        "Japan and United States",
        "-# Policy Alert #244 · section Japan · #e7",
    ]
    assert list(buttons(shown)) == ["Section", "Cite", "Share"]


def test_an_event_on_very_many_countries_counts_the_last() -> None:
    codes = tuple(sorted(language().gazetteer.codes))[:30]
    assert " and 5 more\n" in text(card(happened(countries=codes)))


def test_a_long_event_is_cut() -> None:
    shown = text(card(happened(sentence=SENTENCE * 60)))
    assert "The rest stands in its section." in shown
