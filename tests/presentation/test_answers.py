"""Every answer has its card."""

from typing import get_args

import pytest

from bot.domain.answer import (
    Answer,
    DidYouMean,
    Help,
    NoBriefing,
    NoLongerReadable,
    NoSuchIssue,
    NothingOnCountry,
    NothingPublished,
    Shelves,
    UnknownCountry,
)
from bot.domain.listing import Cited, Forgotten, Hit, InContext, NothingListed, Opened
from bot.presentation.answers import render
from bot.presentation.place import Place
from tests.presentation.examples import OVERVIEW, POLICY, issue, language, reading
from tests.presentation.items import (
    ALL_QUOTES,
    happened,
    quotes,
    results,
    said,
    section,
    timeline,
)
from tests.presentation.shown import assert_sendable, text

ANSWERS: dict[str, Answer] = {
    "# Policy Alert #244": reading(OVERVIEW),
    "Did you mean": DidYouMean(typed="Rusia", countries=("RU",), briefing=POLICY),
    "has sections on": UnknownCountry(typed="Atlantis", covered=("RU",), briefing=POLICY),
    "no section on China": NothingOnCountry(country="CN", briefing=POLICY, covered=()),
    "no published issue yet": NothingPublished(briefing=POLICY),
    "no published issue #9": NoSuchIssue(typed="9", briefing=POLICY, nearest=()),
    "Nothing can be read": NoBriefing(),
    "no longer be read": NoLongerReadable(),
    "# Briefings": Shelves(shelves=()),
    "# What you can ask": Help(shelves=(), countries=()),
    "# Quotes": quotes(said()),
    "# Timeline": timeline(happened()),
    "# Search": results(Hit(item=section()), found=1),
    "No quotes": NothingListed(briefing=POLICY, filter=ALL_QUOTES),
    "# Event": Opened(item=happened()),
    "# Quote in context": InContext(item=said()),
    "# Citation": Cited(issue=issue()),
    "kept for 90 days": Forgotten(listed=ALL_QUOTES.listed),
}


@pytest.mark.parametrize("beginning", ANSWERS)
def test_an_answer_is_shown_as_its_own_card(beginning: str) -> None:
    card = render(ANSWERS[beginning], Place(), language())
    assert beginning in text(card)
    assert_sendable(card)


def test_no_answer_is_forgotten() -> None:
    assert {type(answer) for answer in ANSWERS.values()} == set(get_args(Answer))
