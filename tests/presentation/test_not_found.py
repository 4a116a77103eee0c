"""Nothing found is an answer: it says what there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.answer import (
    Answer,
    DidYouMean,
    NoBriefing,
    NoLongerReadable,
    NoSuchIssue,
    NothingOnCountry,
    NothingPublished,
    UnknownCountry,
)
from bot.domain.filter import Filter, Listed
from bot.domain.listing import Forgotten
from bot.domain.reference import Kind, Reference
from bot.presentation.answers import render
from bot.presentation.card import Card
from bot.presentation.place import Place
from tests.presentation.entries import briefings, codes, issues
from tests.presentation.examples import ASKER, HARBOUR, POLICY, issue, language
from tests.presentation.items import ALL_EVENTS, ALL_QUOTES
from tests.presentation.shown import assert_sendable, buttons, menus, text
from tests.presentation.texts import long_texts

PLACE = Place(asker=ASKER)
COVERED = ("RU", "CN", "US", "IN", "JP", "FR")


def card(answer: Answer) -> Card:
    return render(answer, PLACE, language())


def test_a_typing_error_is_answered_with_buttons() -> None:
    shown = card(DidYouMean(typed="Rusia", countries=("RU", "RW"), briefing=POLICY))
    assert text(shown) == "I know no country called “Rusia”. Did you mean:"
    assert buttons(shown) == {"Russia": f"ask:RU:1:0:{ASKER}", "Rwanda": f"ask:RW:1:0:{ASKER}"}


def test_no_suggestion_is_no_question() -> None:
    assert (
        text(card(DidYouMean(typed="Qx", countries=(), briefing=POLICY)))
        == "I know no country called “Qx”."
    )


def test_an_unknown_country_is_answered_with_the_known_ones() -> None:
    shown = card(UnknownCountry(typed="Atlantis", covered=COVERED, briefing=POLICY))
    assert text(shown).splitlines() == [
        "I know no country called “Atlantis”.",
        "Policy Alert has sections on Russia, China, the United States, India, Japan and France.",
    ]
    assert list(buttons(shown)) == ["Russia", "China", "United States", "India", "Japan"]


def test_at_most_twenty_five_countries_are_named() -> None:
    covered = tuple(code for code in language().gazetteer.codes)[:40]
    shown = text(card(UnknownCountry(typed="x", covered=covered, briefing=POLICY)))
    assert shown.endswith(" and 15 more.")


def test_no_section_at_all_is_said() -> None:
    shown = card(UnknownCountry(typed="Atlantis", covered=(), briefing=POLICY))
    assert text(shown).endswith("There are no sections on any country yet.")
    assert buttons(shown) == {}


def test_a_country_without_section_is_answered_with_those_that_have_one() -> None:
    answer = NothingOnCountry(
        country="GB", briefing=POLICY, covered=("RU", "CN"), choices=(HARBOUR,)
    )
    shown = card(answer)
    assert text(shown).splitlines() == [
        "Policy Alert has no section on the United Kingdom.",
        "It has sections on Russia and China.",
    ]
    assert buttons(shown)["China"] == f"ask:CN:1:0:{ASKER}"
    assert list(menus(shown)) == [f"switch:1:GB:0:{ASKER}"]


def test_a_country_that_another_briefing_has_is_one_click_away() -> None:
    answer = NothingOnCountry(country="GB", briefing=POLICY, covered=("RU",), elsewhere=HARBOUR)
    shown = card(answer)
    assert text(shown).splitlines() == [
        "Policy Alert has no section on the United Kingdom.",
        "Harbour Watch has one.",
        "Policy Alert has sections on Russia.",
    ]
    assert buttons(shown)["Read it in Harbour Watch"] == f"ask:GB:2:0:{ASKER}"


def test_every_answer_about_a_briefing_offers_the_others() -> None:
    for answer in (
        DidYouMean(typed="Rusia", countries=("RU",), briefing=POLICY, choices=(HARBOUR,)),
        UnknownCountry(typed="x", covered=(), briefing=POLICY, choices=(HARBOUR,)),
        NoSuchIssue(typed="9", nearest=(), briefing=POLICY, choices=(HARBOUR,)),
    ):
        assert list(menus(card(answer))) == [f"switch:1:-:0:{ASKER}"]


def test_what_is_gone_says_where_to_look() -> None:
    assert text(card(NoLongerReadable())).startswith("This can no longer be read here")
    unasked = text(card(NoBriefing(nameable=True)))
    assert "no briefing of its own; `/briefings` lists" in unasked


def test_a_reference_that_cannot_be_read_says_why_it_may_be() -> None:
    gone = NoLongerReadable(reference=Reference(kind=Kind.QUOTE, id=345))
    assert text(card(gone)) == (
        "#q345 cannot be read here: it does not exist, was withdrawn, or is not open to this "
        "server; `/search` finds what is."
    )


@pytest.mark.parametrize("listed", Listed)
def test_a_forgotten_list_says_what_to_type(listed: Listed) -> None:
    assert text(card(Forgotten(listed=listed))) == (
        f"This list was kept for 90 days; type `/{listed.value}` to ask again."
    )


def test_a_country_that_was_meant_narrows_the_list_that_was_asked() -> None:
    asked = ALL_QUOTES.model_copy(update={"words": "port"})
    shown = card(
        DidYouMean(
            typed="Rusia", countries=("RU",), briefing=POLICY, filter=asked, choices=(HARBOUR,)
        )
    )
    assert buttons(shown) == {"Russia": f"page:list:-:0:{ASKER}:q1&cRU&wport-"}
    assert list(menus(shown)) == [f"list:-:0:{ASKER}:q1&wport-"]


def test_countries_that_no_button_has_room_for_are_named() -> None:
    asked = ALL_QUOTES.model_copy(update={"words": "w" * 60})
    answer = DidYouMean(typed="x", countries=("RU", "US"), briefing=POLICY, filter=asked)
    shown = render(answer, Place(asker=ASKER, kept=3), language())
    assert text(shown).endswith("Did you mean Russia or the United States?")
    assert buttons(shown) == {}


@pytest.mark.parametrize(
    ("asked", "items"), [(ALL_QUOTES, "quotes from"), (ALL_EVENTS, "events on")]
)
def test_an_unknown_country_of_a_list_is_answered_with_those_of_the_list(
    asked: Filter, items: str
) -> None:
    shown = card(UnknownCountry(typed="x", covered=("JP",), briefing=POLICY, filter=asked))
    assert text(shown).endswith(f"Policy Alert has {items} Japan.")
    assert list(buttons(shown)) == ["Japan"]
    nothing = card(UnknownCountry(typed="x", covered=(), briefing=POLICY, filter=asked))
    assert text(nothing).endswith(f"There are no {items} any country yet.")


def test_a_briefing_without_issue_says_what_to_wait_for() -> None:
    shown = card(NothingPublished(briefing=HARBOUR, choices=(POLICY,)))
    assert text(shown).startswith("Harbour Watch has no published issue yet")
    assert list(menus(shown)) == [f"switch:2:-:0:{ASKER}"]


def test_a_number_without_issue_is_answered_with_the_nearest() -> None:
    answer = NoSuchIssue(typed="999", briefing=POLICY, nearest=(issue(246), issue(244)))
    shown = card(answer)
    assert text(shown).splitlines() == [
        "Policy Alert has no published issue #999.",
        "The nearest that can be read:",
    ]
    assert buttons(shown) == {
        "#246 · January 28, 2022": f"issue:246:0:{ASKER}",
        "#244 · January 28, 2022": f"issue:244:0:{ASKER}",
    }


@pytest.mark.parametrize(
    ("typed", "named"), [("#12", "#12"), (" 12 ", "#12"), ("next", "“next”"), ("*", "“\\*”")]
)
def test_the_number_is_named_as_typed(typed: str, named: str) -> None:
    shown = card(NoSuchIssue(typed=typed, briefing=POLICY, nearest=()))
    assert text(shown) == f"Policy Alert has no published issue {named}."


def test_a_withdrawn_issue_is_called_withdrawn() -> None:
    shown = card(NoSuchIssue(typed="12", briefing=POLICY, nearest=(), withdrawn=True))
    assert text(shown) == "Policy Alert #12 was withdrawn by its editors."


def test_where_nothing_can_be_read_it_says_how_to_begin() -> None:
    shown = text(card(NoBriefing()))
    assert shown.startswith("Nothing can be read here yet.")
    assert "imports a document" in shown


def test_an_unknown_briefing_leads_to_the_list() -> None:
    assert text(card(NoBriefing(typed="Dail_y"))) == (
        "I know no briefing “Dail\\_y” here; `/briefings` lists those you can read."
    )


many_codes = st.lists(codes, max_size=40).map(tuple)
any_answer = st.one_of(
    st.builds(DidYouMean, typed=long_texts, countries=many_codes, briefing=briefings),
    st.builds(UnknownCountry, typed=long_texts, covered=many_codes, briefing=briefings),
    st.builds(
        NothingOnCountry,
        country=codes,
        briefing=briefings,
        covered=many_codes,
        choices=st.lists(briefings, max_size=30).map(tuple),
        elsewhere=st.none() | briefings,
    ).filter(lambda answer: answer.country not in answer.covered),
    st.builds(NothingPublished, briefing=briefings, choices=st.just(())),
    st.builds(
        NoSuchIssue,
        typed=long_texts,
        briefing=briefings,
        nearest=st.lists(issues, max_size=8).map(tuple),
        withdrawn=st.booleans(),
    ),
    st.builds(NoBriefing, typed=st.none() | long_texts),
)


@given(any_answer, st.sampled_from(("en-US", "th", "ru")))
def test_anything_typed_can_be_answered(answer: Answer, locale: str) -> None:
    assert_sendable(render(answer, Place(asker=10**20 - 1), language(locale)))
