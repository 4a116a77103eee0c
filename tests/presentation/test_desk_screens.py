"""The screens of the desk: Discord takes each, and all there is on the bench is within reach."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.approval import Request, Wish
from bot.domain.bench import Bench
from bot.domain.briefing import Briefing
from bot.domain.checks import Check, Finding
from bot.domain.editing.parts import parts
from bot.domain.editing.spot import Spot
from bot.domain.issue import Issue
from bot.domain.release import Author, Release, ReleaseKind, ReleaseState
from bot.presentation.card import Card, button
from bot.presentation.desk_broken import broken_card
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_checks import SHOWN, checks_card
from bot.presentation.desk_divide import divide_card
from bot.presentation.desk_forms import FORMS, desk_form
from bot.presentation.desk_ids import DeskControl, DeskForm
from bot.presentation.desk_list import which_card
from bot.presentation.desk_menus import spot_of
from bot.presentation.desk_message import message_card, which_briefing_card
from bot.presentation.desk_out import publish_card, scheduled_card
from bot.presentation.desk_parts import likely_card, list_card, part_card
from bot.presentation.desk_section import section_card
from bot.presentation.desk_shown import shown_card
from bot.presentation.desk_undo import undo_card
from tests.moments import NOW
from tests.presentation.benches import benches, largest
from tests.presentation.entries import briefings, issues
from tests.presentation.examples import issue, language
from tests.presentation.shown import assert_sendable, components, menus, options, text

SPEAKS = language()
RELEASE = Release(
    id=1,
    issue=issue(),
    kind=ReleaseKind.PUBLICATION,
    state=ReleaseState.PENDING,
    author="Ada",
    made_at=NOW,
    due_at=NOW,
    scheduled=True,
)

REQUEST = Request(
    id=1,
    wish=Wish(kind=ReleaseKind.PUBLICATION, issue=1, at=1),
    asker=Author(name="*" * 100, id=7),
    asked_at=NOW,
)


def screens(bench: Bench) -> Iterator[Card]:
    """Every screen, and every page of each."""
    for doubt in range(min(len(bench.doubts), 3) + 1):
        yield desk_card(bench, SPEAKS, "Done.", doubt)
    for page in range(len(bench.findings) // SHOWN + 1):
        yield checks_card(bench, SPEAKS, page)
    for events in (False, True):
        for page in range(3):
            yield list_card(bench, SPEAKS, page, events=events)
    yield likely_card(bench, SPEAKS)
    yield undo_card(bench, SPEAKS)
    yield publish_card(bench, 1000, 21, "18:00", zoned=True)
    yield scheduled_card(bench, RELEASE, 1000, rolled=True)
    yield desk_card(bench.model_copy(update={"pending": RELEASE}), SPEAKS)
    approving = bench.model_copy(
        update={
            "pending": RELEASE,
            "requests": (REQUEST,) * 4,
            "two_people": True,
            "findings": (Finding(check=Check.UNAPPROVED), *bench.findings),
        }
    )
    requests = tuple(
        each.model_copy(update={"id": number}) for number, each in enumerate(approving.requests)
    )
    approving = approving.model_copy(update={"requests": requests})
    yield desk_card(approving, SPEAKS, "Done.")
    yield scheduled_card(approving, RELEASE, 1000, rolled=True)
    if any(entry.quotes for entry in bench.contents.entries):
        yield shown_card(bench)
    for place, entry in list(enumerate(bench.contents.entries))[:3]:
        for part in range(min(len(parts(entry.text)), 3)):
            yield section_card(bench, place, SPEAKS, part)
        yield divide_card(bench, place)
        ways = [button("Edit the text again…", DeskControl("home", 1, 1))]
        yield broken_card(entry, range(len(entry.quotes)), 10**12 - 1, ways, SPEAKS)
        for item in range(len(entry.quotes)):
            yield part_card(bench, Spot(entry=place, item=item), SPEAKS)
        for item in range(len(entry.events)):
            yield part_card(bench, Spot(entry=place, item=item), SPEAKS, event=True)


@settings(deadline=None, max_examples=12)
@given(benches())
def test_discord_takes_every_screen_of_any_draft(bench: Bench) -> None:
    for card in screens(bench):
        assert_sendable(card)


def test_discord_takes_every_screen_of_the_largest_draft() -> None:
    for card in screens(largest()):
        assert_sendable(card)


def test_every_quote_and_event_of_many_is_in_a_menu_of_the_second_screen() -> None:
    bench = largest(sections=20, quotes=3, events=2)
    for events, count in ((False, 60), (True, 40)):
        found = [
            value
            for menu in menus(list_card(bench, SPEAKS, 0, events=events)).values()
            for value in options(menu)
        ]
        assert len(set(found)) == count
        assert all(spot_of(value) for value in found)


def test_the_first_screen_opens_every_section() -> None:
    shown = menus(desk_card(largest(), SPEAKS))
    assert sorted(int(value) for menu in shown.values() for value in options(menu)) == [*range(60)]


@pytest.mark.parametrize("value", ["", "1", "1.", ".1", "-1.2", "1.2.3", "a.b", "123456.789"])
def test_what_no_menu_offers_is_no_place(value: str) -> None:
    assert spot_of(value) is None


@pytest.mark.parametrize("verb", FORMS)
def test_every_form_can_be_opened_with_whatever_was_typed(verb: str) -> None:
    typed = {field.name: "x" * 9_000 for field in FORMS[verb][1]}
    for values in ({}, typed):
        payload = desk_form(DeskForm(verb, 1, 1, None, None), values).to_dict()
        assert len(payload["components"]) == len(FORMS[verb][1]) <= 5
        assert len(payload["title"]) <= 45
        for label in payload["components"]:
            assert len(label["label"]) <= 45
            assert len(label.get("description") or "") <= 100
            field = label["component"]
            assert len(field.get("value") or "") <= field["max_length"] <= 4_000


def test_the_screen_says_what_stands_in_the_way() -> None:
    bench = largest(sections=2)
    assert "things to mend before it can go out" in text(desk_card(bench, SPEAKS))
    there = str(DeskControl("fmast", bench.issue.id, bench.version, None, 0))
    assert there in {part.get("custom_id") for part in components(checks_card(bench, SPEAKS))}


@given(st.lists(briefings, min_size=1, max_size=40, unique_by=lambda each: each.id), issues)
def test_discord_takes_what_is_asked_about_a_message(owned: list[Briefing], draft: Issue) -> None:
    assert_sendable(message_card(draft, 10**12 - 1))
    assert_sendable(which_briefing_card(owned, 10**12 - 1))
    assert_sendable(which_card([draft.model_copy(update={"id": key}) for key in range(40)]))
