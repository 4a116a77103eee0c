"""An answer that found nothing as lines of text: what there is instead."""

import pytest

from bot.domain.answer import (
    DidYouMean,
    NoBriefing,
    NoLongerReadable,
    NoSuchIssue,
    NothingOnCountry,
    NothingPublished,
    UnknownCountry,
)
from bot.domain.filter import Filter
from bot.domain.gazetteer import Gazetteer
from bot.domain.listing import NothingListed, Speaker
from bot.domain.reference import Kind, Reference
from bot.terminal.nothing import Nothing, nothing_lines
from tests.terminal.examples import BRIEFING, DAY, QUOTES, TIMELINE, search

SPEAKERS = (
    Speaker(name="Rin Okada", role="Port Minister", quotes=3),
    Speaker(name="Ada Quill", quotes=1),
)


def nothing(asked: Filter, **there: object) -> NothingListed:
    return NothingListed(briefing=BRIEFING, filter=asked).model_copy(update=there)


@pytest.mark.parametrize(
    ("answer", "lines"),
    [
        (
            DidYouMean(typed="norvay", countries=("NO", "NA"), briefing=BRIEFING),
            ["I know no country called “norvay”. Did you mean Norway, Namibia?"],
        ),
        (
            UnknownCountry(typed="xyz", covered=("JP",), briefing=BRIEFING),
            ["I know no country called “xyz”. There are sections on:", "Japan"],
        ),
        (
            UnknownCountry(typed="xyz", covered=("JP",), briefing=BRIEFING, filter=QUOTES),
            ["I know no country called “xyz”. There are quotes from:", "Japan"],
        ),
        (
            UnknownCountry(typed="xyz", covered=(), briefing=BRIEFING, filter=TIMELINE),
            ["I know no country called “xyz”. There are events on:", "nothing yet"],
        ),
        (
            NothingOnCountry(country="FR", briefing=BRIEFING, covered=("JP", "NO")),
            ["Quay Report has no section on France. It has sections on:", "Japan, Norway"],
        ),
        (NothingPublished(briefing=BRIEFING), ["Quay Report has no published issue yet."]),
        (
            NoBriefing(),
            [
                "This server has no briefing of its own, and PUBLIC_BRIEFINGS opens none to it;"
                " --newsroom reads as another server, --briefing any public one, and"
                " `sitrep issues` lists all."
            ],
        ),
        (
            NoBriefing(typed="Tide"),
            [
                "No briefing that this server reads is called “Tide”; `sitrep issues` lists"
                " them by id, and --newsroom reads as another server."
            ],
        ),
        (
            NoLongerReadable(reference=Reference(kind=Kind.QUOTE, id=345)),
            [
                "#q345 cannot be read here: it does not exist, was withdrawn, or is not open"
                " to this server; `sitrep search` finds what is."
            ],
        ),
        (
            NoSuchIssue(briefing=BRIEFING, typed="#12", nearest=(), withdrawn=True),
            ["Quay Report #12 was withdrawn; `sitrep issues` lists what there is."],
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_not_found_is_said_in_words(
    gazetteer: Gazetteer, answer: Nothing, lines: list[str]
) -> None:
    assert list(nothing_lines(answer, gazetteer)) == lines


def test_no_quotes_are_said_beside_the_speakers_and_countries_there_are(
    gazetteer: Gazetteer,
) -> None:
    asked = QUOTES.model_copy(update={"speaker": "okuda", "country": "NO", "words": "dawn"})
    answer = nothing(asked, near=("Rin Okada",), speakers=SPEAKERS, countries=("JP", "FI"))
    assert list(nothing_lines(answer, gazetteer)) == [
        "No quotes by “okuda” from Norway with “dawn” in Quay Report.",
        "Did you mean Rin Okada?",
        "Speakers in this briefing: Rin Okada, Port Minister (3 quotes), Ada Quill (1 quote).",
        "There are quotes from: Japan, Finland.",
    ]


def test_quotes_offer_the_nearest_spellings_of_their_words(gazetteer: Gazetteer) -> None:
    answer = nothing(
        QUOTES.model_copy(update={"words": "feries dawn"}), near_words=("ferries dawn", "fairies")
    )
    assert list(nothing_lines(answer, gazetteer)) == [
        "No quotes with “feries dawn” in Quay Report.",
        "Words spelt nearest: ferries dawn, fairies.",
    ]


def test_no_events_name_the_countries_and_the_days(gazetteer: Gazetteer) -> None:
    answer = nothing(TIMELINE.model_copy(update={"since": DAY}), countries=("JP",))
    assert list(nothing_lines(answer, gazetteer)) == [
        f"No events since {DAY} in Quay Report.",
        "There are events on: Japan.",
        "Other days may have some: leave out --since and --until.",
    ]


def test_an_empty_briefing_has_nothing_to_offer(gazetteer: Gazetteer) -> None:
    assert list(nothing_lines(nothing(QUOTES), gazetteer)) == ["No quotes in Quay Report."]


def test_a_search_offers_what_it_finds(gazetteer: Gazetteer) -> None:
    asked = search('"fery strike"')
    assert list(nothing_lines(nothing(asked, near=("ferry", "strike")), gazetteer)) == [
        'Nothing found in Quay Report for: "fery strike"',
        "Each of these is found: ferry, strike.",
    ]
    assert list(nothing_lines(nothing(asked), gazetteer)) == [
        'Nothing found in Quay Report for: "fery strike"'
    ]
