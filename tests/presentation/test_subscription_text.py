"""What is said of one subscription."""

from typing import Any

import pytest

from bot.domain.access import NOWHERE, Access
from bot.domain.subscription import Standing, Wishes
from bot.presentation.room import Room
from bot.presentation.subscription_text import alerts_of, standing, to_mend, wanted
from tests.presentation.alerts import ROLE, subscription
from tests.presentation.examples import MORNING, POLICY, language
from tests.presentation.subscriptions import NOTHING, seen
from tests.presentation.test_subscription_state import COUNTRIES

STAMP = "<t:1643443200:f>"


def test_it_is_named_by_briefing_newsroom_and_channel() -> None:
    assert alerts_of(subscription()) == "Policy Alert · Rising Tide in <#30>"
    hostile = POLICY.model_copy(update={"name": "# @everyone", "newsroom_name": "||x||"})
    assert alerts_of(subscription(briefing=hostile)) == (
        "\\# @\u200beveryone · \\|\\|x\\|\\| in <#30>"
    )


@pytest.mark.parametrize(
    ("wishes", "lines"),
    [
        (Wishes(), ["**Countries**: all", "**Ping**: nobody"]),
        (
            Wishes(countries=("JP", "FI"), ping=ROLE),
            ["**Countries**: Japan and Finland", f"**Ping**: <@&{ROLE}>, for each new issue"],
        ),
        (
            Wishes(countries=("JP",), ping=ROLE, ping_updates=True),
            [
                "**Countries**: Japan",
                f"**Ping**: <@&{ROLE}>, for each new issue and each update",
            ],
        ),
    ],
)
def test_it_says_what_the_channel_wants(wishes: Wishes, lines: list[str]) -> None:
    assert wanted(wishes, language()) == lines


def test_of_many_countries_the_first_are_named() -> None:
    long = wanted(Wishes(countries=COUNTRIES), language())[0]
    short = wanted(Wishes(countries=COUNTRIES), language(), short=True)[0]
    assert long.endswith("and 35 more")
    assert short.endswith("and 55 more")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            {},
            "**Working**: the next issue comes by itself; nothing has been sent yet.",
        ),
        ({"last_sent": MORNING}, f"**Working**: the last alert came on {STAMP}."),
        (
            {"standing": Standing.BY_HAND},
            f"**Paused by hand** since {STAMP}: press **Resume** to go on.",
        ),
        (
            {"standing": Standing.BY_HAND, "since": None},
            "**Paused by hand**: press **Resume** to go on.",
        ),
        (
            {"standing": Standing.NO_RIGHT},
            f"**Paused** since {STAMP}: it waits, and starts by itself once this is mended:",
        ),
        (
            {"standing": Standing.GONE},
            f"**Paused** since {STAMP}: it waits, and starts by itself once this is mended:",
        ),
        (
            {"standing": Standing.CLOSED},
            f"**Paused** since {STAMP}: the briefing is private to its own server now. It goes on "
            "by itself once it is public again.",
        ),
        ({"standing": Standing.ENDED}, f"**Ended** since {STAMP}."),
    ],
)
def test_how_it_stands_is_said_in_words(changes: dict[str, Any], said: str) -> None:
    assert standing(seen(**changes), language()) == said


def test_what_is_missing_is_a_list_of_sentences() -> None:
    assert to_mend(seen()) == []
    shown = to_mend(seen(Access(send=False, can_ping=False)))
    assert len(shown) == 2
    assert shown[0].startswith("- Sitrep may not write in <#30>: in the channel's settings")
    assert f"- Sitrep may not mention <@&{ROLE}>" in shown[1]
    (gone,) = to_mend(seen(NOWHERE))
    assert gone.startswith("- <#30> is not there any more")


def test_where_room_is_short_the_rest_is_counted() -> None:
    everything = to_mend(seen(NOTHING))
    assert len(everything) == 5
    some = to_mend(seen(NOTHING), Room(400, 1000))
    assert some[:-1] == everything[: len(some) - 1]
    left = 5 - len(some) + 1
    assert some[-1] == f"- {left} more rights are missing: `/alerts list` tells when you pick it."
    (only,) = to_mend(seen(Access(send=False)), Room(10, 10))
    assert only == "- 1 more right is missing: `/alerts list` tells when you pick it."
