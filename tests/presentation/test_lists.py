"""Any list can be sent, and reads well on a phone."""

import math
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.answer import Answer
from bot.domain.doubt import Confidence
from bot.domain.listing import (
    Cited,
    Hit,
    InContext,
    NothingListed,
    Opened,
    Quotes,
    Results,
    Timeline,
)
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.list_state import must_be_kept
from bot.presentation.place import Place
from tests.presentation.examples import ASKER, HARBOUR, language
from tests.presentation.items import (
    ALL_QUOTES,
    PAST_LIMITS,
    WORDS,
    detached,
    happened,
    quotes,
    results,
    said,
    timeline,
)
from tests.presentation.lists import findings, happenings, items, listings, nothings, sayings
from tests.presentation.shown import BUTTON, TEXT, assert_sendable, components

_WIDE, _LINES = 30, 15  # of a phone: characters in a line, lines without scrolling

LOCALES = st.sampled_from(("en-US", "th", "ru"))
PLACES = st.builds(
    Place,
    asker=st.just(10**20 - 1),
    short=st.booleans(),
    private=st.booleans(),
    shared_by=st.none() | st.text(max_size=200),
)


@settings(max_examples=60)
@given(listings | findings() | nothings, PLACES, LOCALES)
def test_any_list_can_be_sent(
    answer: Quotes | Timeline | Results | NothingListed, place: Place, locale: str
) -> None:
    if must_be_kept(answer.filter):
        place = Place(**{**vars(place), "kept": 10**12 - 1})
    assert_sendable(render(answer, place, language(locale)))


one = sayings() | happenings
any_item = (
    one.map(lambda item: Opened(item=item))
    | sayings().map(lambda item: InContext(item=item))
    | items.map(lambda item: Cited(issue=item.issue, item=item))
    | items.map(lambda item: Cited(issue=item.issue))
)


@settings(max_examples=60)
@given(any_item, PLACES, LOCALES)
def test_any_item_can_be_sent(answer: Answer, place: Place, locale: str) -> None:
    assert_sendable(render(answer, place, language(locale)))


def lines_before_the_first_button(card: Card) -> int:
    lines = 0
    for component in components(card):
        if component["type"] == BUTTON:
            return lines
        if component["type"] == TEXT:
            shown = component["content"].replace("**", "").splitlines()
            lines += sum(math.ceil(len(line) / _WIDE) for line in shown)
    return lines


def test_a_phone_shows_the_first_button_within_fifteen_lines() -> None:
    names: dict[str, Any] = {"role": PAST_LIMITS, "speaker": PAST_LIMITS}
    long = detached(text=WORDS * 9, confidence=Confidence.CHECK, **names)
    far = happened(sentence=WORDS * 9, countries=("RU", "CN", "IN", "JP"), expected=True)
    pages = (
        quotes(*[long] * 5, filter=ALL_QUOTES.model_copy(update={"country": "JP"})),
        timeline(*[far] * 5),
        results(*[Hit(item=long)] * 5, found=99, verbatim=False),
    )
    for answer in pages:
        card = render(answer, Place(asker=ASKER), language())
        assert lines_before_the_first_button(card) <= _LINES


def test_a_list_that_others_see_is_shorter() -> None:
    answer = quotes(*(said(key, text=WORDS * 9, start=None, source="x") for key in range(5)))
    private = render(answer, Place(), language())
    public = render(answer, Place(short=True, private=False), language())
    assert public.content_length() < private.content_length() - 300


def test_all_ids_of_a_list_that_is_kept_name_its_key() -> None:
    answer = quotes(said(), older=True, months=("2022-01", "2021-12"), choices=(HARBOUR,))
    card = render(answer, Place(asker=ASKER, kept=77), language())
    ids = [part["custom_id"] for part in components(card) if "custom_id" in part]
    of_the_list = [found for found in ids if found.startswith(("page:", "leap:", "list:", "share"))]
    assert len(of_the_list) == 5
    assert all(found.endswith(":~q77") for found in of_the_list)
