"""What a list is narrowed to, in words."""

from datetime import date

import pytest

from bot.domain.filter import Filter
from bot.presentation.filter_line import filter_line, narrowings
from tests.presentation.examples import language
from tests.presentation.items import ALL_EVENTS, ALL_QUOTES, said


def shown(asked: Filter, **changes: object) -> str:
    return filter_line(asked.model_copy(update=changes), language(), said())


def test_a_list_of_everything_needs_no_words() -> None:
    assert shown(ALL_QUOTES) == ""


def test_everything_that_narrows_a_list_is_named_in_order() -> None:
    changes = {
        "speaker": "quill",
        "country": "US",
        "words": "port",
        "since": date(2022, 1, 1),
        "until": date(2022, 1, 31),
    }
    assert shown(ALL_QUOTES, **changes) == (
        "by “quill” · from the United States · with “port” · since January 1, 2022"
        " · until January 31, 2022"
    )


@pytest.mark.parametrize(
    ("asked", "changes", "phrase"),
    [
        (ALL_EVENTS, {"country": "JP"}, "on Japan"),
        (ALL_QUOTES, {"speaker": "*a*"}, "by “\\*a\\*”"),
        (ALL_QUOTES, {"issue": 5}, "in #244"),
        (ALL_QUOTES, {"entries": (12,)}, "in section Japan of #244"),
        (ALL_QUOTES, {"entries": (12, 13)}, "in 2 sections of #244"),
        (ALL_EVENTS, {"since": date(1, 1, 1)}, "since January 1, 1"),
    ],
)
def test_each_narrowing_is_a_phrase(asked: Filter, changes: dict[str, object], phrase: str) -> None:
    assert shown(asked, **changes) == phrase


def test_where_nothing_was_found_an_issue_that_is_not_known_is_not_named() -> None:
    assert narrowings(ALL_QUOTES.model_copy(update={"issue": 5}), language()) == ["in one issue"]
    one, two = (ALL_QUOTES.model_copy(update={"entries": keys}) for keys in ((1,), (1, 2)))
    assert narrowings(one, language()) == ["in one section of one issue"]
    assert narrowings(two, language()) == ["in 2 sections of one issue"]


def test_where_nothing_was_found_the_issue_is_named_if_it_is_known() -> None:
    phrases = {
        "in #244": {"issue": 5},
        "in one section of #244": {"entries": (1,)},
        "in 2 sections of #244": {"entries": (1, 2)},
    }
    for phrase, changes in phrases.items():
        asked = ALL_QUOTES.model_copy(update=changes)
        assert narrowings(asked, language(), issue=said().issue) == [phrase]
