"""The cards of approval: Discord takes any, and each says what it is about and leads on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.approval import Request, Wish
from bot.domain.bench import Bench, Listed
from bot.domain.difference import difference
from bot.domain.issue import Contents
from bot.domain.live_update import LiveUpdate
from bot.domain.release import Author, ReleaseKind
from bot.domain.request_look import End, Ended, RequestLook
from bot.presentation.desk_approval import (
    ask_card,
    asked_card,
    ended_card,
    request_card,
    taken_back_card,
)
from bot.presentation.desk_card import desk_card
from bot.presentation.desk_ids import DeskControl
from bot.presentation.desk_list import desk_list_card
from tests.domain.editing.drafts import draft
from tests.moments import NOW, later
from tests.presentation.alerts import update
from tests.presentation.benches import bench_of, benches, largest
from tests.presentation.entries import names
from tests.presentation.examples import issue, language
from tests.presentation.shown import assert_sendable, buttons, text

SPEAKS = language()
MOST = 10**12 - 1
BACK = DeskControl("home", MOST, 999_999_999)
EMPTY = Contents(number=1, date=None, title=None, entries=())


def looks(bench: Bench, who: str, reason: str) -> list[RequestLook]:
    """One of each kind: with a time, with a difference, with an update."""
    live = LiveUpdate(issue=1, text=reason, entries=bench.contents.entries)
    wishes = (
        {"kind": ReleaseKind.PUBLICATION, "due": later(hours=1)},
        {"kind": ReleaseKind.CORRECTION, "reason": reason[:500]},
        {"kind": ReleaseKind.UPDATE, "update": live},
    )
    more = (
        {},
        {"difference": difference(EMPTY, bench.contents), "others": 20},
        {"alert": update(*bench.contents.entries)},
    )
    return [
        RequestLook(
            request=Request(
                id=MOST,
                wish=Wish.model_validate({"issue": 1, "at": 3} | wish),
                asker=Author(name=who[:100] or "x", id=7),
                asked_at=NOW,
            ),
            issue=bench.issue,
            **extra,  # pyright: ignore[reportArgumentType]  # each is of its own kind
        )
        for wish, extra in zip(wishes, more, strict=True)
    ]


def check(look: RequestLook) -> None:
    assert_sendable(request_card(look, SPEAKS))
    assert_sendable(ask_card(look.request.wish, MOST, BACK))
    assert_sendable(asked_card(look, 10**19, BACK))
    for end in End:
        ended = Ended(request=look.request, issue=look.issue, end=end, by="*" * 100, at=NOW)
        card = ended_card(ended)
        assert_sendable(card)
        assert buttons(card) == {}
        assert_sendable(taken_back_card(ended, BACK))


@settings(deadline=None, max_examples=12)
@given(benches(), names, names)
def test_discord_takes_the_cards_of_any_request(bench: Bench, who: str, reason: str) -> None:
    for look in looks(bench, who, reason):
        check(look)


def test_discord_takes_those_of_the_largest_one() -> None:
    for look in looks(largest(), "*" * 100, "_" * 5000):
        check(look)


def test_the_buttons_lead_to_the_request_and_to_its_issue() -> None:
    look = looks(bench_of(draft()), "Ada", "A slip")[0]
    assert buttons(request_card(look, SPEAKS)) == {
        "Approve": f"deskok:approve:{MOST}",
        "Open": f"deskin:{look.issue.id}",
    }
    assert buttons(asked_card(look, 5, BACK)) == {
        "Take the request back": f"deskok:back:{MOST}",
        "Back": str(BACK),
    }


@pytest.mark.parametrize(
    ("place", "deed"),
    [
        (0, "Ada wants to publish it <t:1643720400:F>."),
        (1, "Ada wants to send a correction of it at once."),
        (2, "Ada wants to send a live update of it at once."),
    ],
)
def test_it_says_who_wants_what_and_when(place: int, deed: str) -> None:
    assert deed in text(request_card(looks(bench_of(draft()), "Ada", "A slip")[place], SPEAKS))


def test_nothing_that_was_typed_becomes_markup() -> None:
    for look in looks(bench_of(draft()), "@everyone *x*", "<@7> **y**"):
        shown = text(request_card(look, SPEAKS))
        assert "*x*" not in shown.replace("\\*", "")
        assert "<@7>" not in shown
        assert "@everyone" not in shown


@given(st.integers(1, 5))
def test_what_waits_stands_on_the_panel_and_in_the_list(number: int) -> None:
    look = looks(bench_of(draft()), "Ada", "A slip")[0]
    bench = bench_of(draft())
    requests = tuple(
        look.request.model_copy(
            update={"id": key, "wish": look.request.wish.model_copy(update={"at": bench.version})}
        )
        for key in range(number)
    )
    shown = desk_card(bench.model_copy(update={"requests": requests}), SPEAKS)
    assert text(shown).count("**Waiting for approval**, asked by Ada") == min(number, 3)
    assert len([label for label in buttons(shown) if label.startswith("Take")]) == min(number, 3)
    listed = Listed(issue=issue(), requests=(look.request,))
    assert not listed.waits
    first = look.request.model_copy(update={"wish": look.request.wish.model_copy(update={"at": 1})})
    waits = listed.model_copy(update={"requests": (first,)})
    assert "**waiting for approval**" in text(desk_list_card([waits], SPEAKS))
