"""Who said it: what is known, in words, and nothing invented."""

from typing import Any

import pytest

from bot.domain.doubt import Confidence
from bot.presentation.attribution import NOBODY, attribution, doubt, said_on, speaker
from bot.presentation.room import Room
from tests.presentation.examples import language
from tests.presentation.items import PAST_LIMITS, detached, said


def shown(**changes: Any) -> str:
    return attribution(said(**changes).quote, language())


def test_name_role_and_country_stand_on_one_line() -> None:
    assert shown() == "**Ada Quill**, harbour master, 🇯🇵 Japan"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"role": None}, "**Ada Quill**, 🇯🇵 Japan"),
        ({"country": None}, "**Ada Quill**, harbour master"),
        ({"role": None, "country": None}, "**Ada Quill**"),
        ({"speaker": None}, "Speaker not named, harbour master, 🇯🇵 Japan"),
        ({"speaker": None, "role": None, "country": None}, "Speaker not named"),
        ({"speaker": "\u200b ", "role": "\n"}, "Speaker not named, 🇯🇵 Japan"),
        ({"speaker": "*Ada*\nQuill"}, "**\\*Ada\\* Quill**, harbour master, 🇯🇵 Japan"),
        ({"speaker": "أدا كويل", "role": None}, "**أدا كويل**, 🇯🇵 Japan"),
        ({"speaker": "港口長", "role": None}, "**港口長**, 🇯🇵 Japan"),
    ],
)
def test_what_is_not_known_is_not_invented(changes: dict[str, object], expected: str) -> None:
    assert shown(**changes) == expected


def test_a_name_that_turns_the_line_around_does_not() -> None:
    assert shown(speaker="Ada \u202equill", role=None) == "**Ada quill**, 🇯🇵 Japan"


def test_a_long_name_and_a_long_role_are_cut() -> None:
    name, role, country = shown(speaker=PAST_LIMITS, role=PAST_LIMITS).split(", ")
    assert name.endswith("…**")
    assert role.endswith("…")
    assert max(len(name), len(role)) < 110
    assert country == "🇯🇵 Japan"


def test_a_country_is_named_in_the_reader_s_language() -> None:
    assert attribution(said(role=None).quote, language("de")) == "**Ada Quill**, 🇯🇵 Japan"
    assert attribution(said(role=None).quote, language("fr")) == "**Ada Quill**, 🇯🇵 Japon"


def test_the_speaker_in_a_menu_is_not_escaped() -> None:
    assert speaker(said(speaker="*Ada*").quote) == "*Ada*"
    assert speaker(said(speaker=None).quote) == NOBODY


def test_only_what_an_editor_should_check_is_doubted() -> None:
    assert doubt(said(confidence=Confidence.CHECK).quote) == "speaker not certain"
    assert doubt(said(confidence=Confidence.LIKELY).quote) == ""
    assert doubt(said(confidence=Confidence.CHECK, speaker=None).quote) == ""


def test_the_doubt_stands_in_the_attribution_itself() -> None:
    doubtful = shown(confidence=Confidence.CHECK)
    assert doubtful == "**Ada Quill**, harbour master, 🇯🇵 Japan, speaker not certain"


def test_words_from_elsewhere_are_never_in_the_issue() -> None:
    assert said_on(detached(said_on=None), language()) == "from Tidewater \\*Radio\\*"
    dated = "January 21, 2022, from Tidewater \\*Radio\\*"
    assert said_on(detached(), language()) == dated
    assert said_on(detached(source="\u200b", said_on=None), language()) == "from an unnamed source"


def test_a_long_source_is_cut_to_its_room() -> None:
    found = detached(source=PAST_LIMITS, said_on=None)
    assert len(said_on(found, language(), Room(30, 90))) <= len("from ") + 30


def test_the_day_is_that_of_the_words_else_that_of_the_issue() -> None:
    assert said_on(said(), language()) == "January 21, 2022"
    assert said_on(said(said_on=None), language()) == "in the issue of January 28, 2022"
