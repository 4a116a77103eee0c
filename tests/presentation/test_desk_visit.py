"""One server that gets a briefing: its channels, and what can be done about it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.reach import Visit
from bot.domain.subscription import Standing
from bot.presentation.desk_visit import (
    SIZE,
    UNBLOCKED,
    ask_block_card,
    blocked_news,
    visit_card,
)
from tests.presentation.examples import POLICY, language
from tests.presentation.reaches import channel, shore, visit, visits
from tests.presentation.shown import assert_sendable, buttons, text

SPEAKS = language()


@settings(deadline=None)
@given(visits, st.integers(0, 99), st.booleans())
def test_discord_takes_any_server(found: Visit, page: int, manages: bool) -> None:
    assert_sendable(visit_card(found, SPEAKS, page, UNBLOCKED, manages=manages))
    assert_sendable(ask_block_card(found))


def test_a_channel_abroad_has_a_number_only() -> None:
    found = (channel(1, "JP"), channel(2, standing=Standing.BY_HAND))
    shown = visit_card(visit(*found), SPEAKS, manages=True)
    assert text(shown).splitlines() == [
        "# Far \\*Shore\\*",
        "2 channels get Policy Alert; 1 paused.",
        "- Channel 1 · Japan · working since <t:1643443200:f>",
        "- Channel 2 · All countries · paused by hand since <t:1643443200:f>",
    ]
    assert "1001" not in text(shown)
    assert buttons(shown) == {"Block…": "reachsrv:ask:1:20:0", "Back": "reach:home:1:0"}


def test_an_own_channel_is_named_and_its_server_is_never_blocked() -> None:
    own = shore(channel(1, "JP", server=POLICY.newsroom), id=POLICY.newsroom)
    shown = visit_card(Visit(briefing=POLICY, server=own), SPEAKS, manages=True)
    assert "- <#1001> · Japan · working" in text(shown)
    assert "1 channel gets Policy Alert." in text(shown)
    assert list(buttons(shown)) == ["Back"]


def test_an_editor_is_told_who_may_block() -> None:
    shown = visit_card(visit(), SPEAKS)
    assert "-# People with Manage Server can block a server." in text(shown)
    assert list(buttons(shown)) == ["Back"]


def test_a_blocked_server_can_be_let_in() -> None:
    empty = shore().model_copy(update={"subscriptions": ()})
    out = visit(server=empty, blocked=True)
    shown = visit_card(out, SPEAKS, news=blocked_news(1), manages=True)
    assert text(shown).splitlines()[1:] == [
        "Blocked: 1 subscription ended.",
        "**Blocked**: nobody there can read Policy Alert or subscribe to it.",
    ]
    assert buttons(shown) == {"Unblock": "reachsrv:unblock:1:20:0", "Back": "reach:home:1:0"}


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 subscription of Policy Alert ends"), (2, "end")]
)
def test_it_is_said_what_happens_before_it_happens(count: int, said: str) -> None:
    shown = ask_block_card(visit(*(channel(key) for key in range(1, count + 1))))
    assert text(shown).splitlines()[0] == "# Block Far \\*Shore\\*?"
    assert f"{said} now; what waits to be sent there is not sent." in text(shown)
    assert "What was posted there stays, and is still corrected" in text(shown)
    assert buttons(shown) == {"Block": "reachsrv:block:1:20:0", "Back": "reachsrv:show:1:20:0"}


def test_many_channels_are_turned_page_by_page() -> None:
    many = visit(*(channel(key) for key in range(1, 2 * SIZE + 2)))
    last = visit_card(many, SPEAKS, 99, manages=True)
    assert "- Channel 21 · " in text(last)
    assert "-# Page 3 of 3" in text(last)
    assert buttons(last)["Previous"] == "reachsrv:prev:1:20:1"
    assert "Next" not in buttons(last)
