"""The reach of a briefing: what editors see of servers, and what they do not."""

from hypothesis import given, settings

from bot.domain.reach import Kept, Reach, Totals
from bot.domain.subscription import Standing
from bot.presentation.desk_reach import STANDINGS, kept_out_card, reach_card
from tests.presentation.examples import POLICY, language
from tests.presentation.reaches import block, channel, kept, reaches, shore
from tests.presentation.shown import assert_sendable, buttons, menus, options, text

SPEAKS = language()


@settings(deadline=None)
@given(reaches)
def test_discord_takes_any_page(reach: Reach) -> None:
    assert_sendable(reach_card(reach, SPEAKS))


@settings(deadline=None)
@given(kept)
def test_discord_takes_any_page_of_the_blocked(kept: Kept) -> None:
    assert_sendable(kept_out_card(kept, SPEAKS))


def test_every_way_to_stand_has_a_name() -> None:
    assert set(STANDINGS) == set(Standing) - {Standing.ENDED}


def test_a_server_abroad_has_no_channels_by_name() -> None:
    own = shore(*(channel(key, "JP", server=POLICY.newsroom) for key in range(1, 8)))
    abroad = shore(
        channel(20, "JP", "PE"),
        channel(21, "JP"),
        channel(22, "RU", standing=Standing.GONE),
    )
    reach = Reach(
        briefing=POLICY,
        totals=Totals(servers=2, channels=10, paused=1, blocked=1),
        servers=(own.model_copy(update={"id": POLICY.newsroom, "name": "Rising Tide"}), abroad),
    )
    shown = reach_card(reach, SPEAKS)
    assert text(shown).splitlines() == [
        "# Who gets Policy Alert",
        "10 channels in 2 servers; 1 paused.",
        "1 server blocked.",
        "**Rising Tide** · this server, 7 channels: "
        "<#1001>, <#1002>, <#1003>, <#1004>, <#1005> and 2 more",
        "-# Japan",
        "- 7 working, since <t:1643443200:f>",
        "**Far \\*Shore\\*** · 3 channels",
        "-# Japan, Peru and Russia",
        "- 2 working, since <t:1643443200:f>",
        "- 1 paused, because the channel cannot be found, since <t:1643443200:f>",
    ]
    assert buttons(shown) == {"Blocked servers": "reach:blocked:1:0"}
    (menu,) = menus(shown).values()
    assert options(menu) == {"11": "Rising Tide", "20": "Far *Shore*"}


def test_who_wants_all_countries_is_said_to() -> None:
    reach = Reach(briefing=POLICY, totals=Totals(), servers=(shore(channel(1, "JP"), channel(2)),))
    assert "-# All countries" in text(reach_card(reach, SPEAKS))


def test_nobody_may_get_it() -> None:
    shown = reach_card(Reach(briefing=POLICY, totals=Totals(), servers=()), SPEAKS)
    assert text(shown).splitlines()[1] == "No channel has subscribed to it yet."
    assert buttons(shown) == menus(shown) == {}


def test_pages_are_turned() -> None:
    reach = Reach(
        briefing=POLICY, totals=Totals(channels=9, servers=9), servers=(shore(),), page=1, pages=3
    )
    shown = reach_card(reach, SPEAKS)
    assert "9 channels in 9 servers; all of them working." in text(shown)
    assert "-# Page 2 of 3" in text(shown)
    assert buttons(shown) == {"Previous": "reach:prev:1:0", "Next": "reach:next:1:2"}


def test_the_blocked_say_since_when_and_by_whom() -> None:
    blocks = (block(), block(server=21, name="Cape", by=None))
    shown = kept_out_card(Kept(briefing=POLICY, blocks=blocks, page=1, pages=2), SPEAKS)
    assert text(shown).splitlines() == [
        "# Blocked from Policy Alert",
        "- **Far \\*Shore\\*** · blocked on <t:1643443200:f> by <@77>",
        "- **Cape** · blocked on <t:1643443200:f>",
        "-# Page 2 of 2",
    ]
    assert buttons(shown) == {"Previous": "reach:bprev:1:0", "Back": "reach:home:1:0"}
    none = kept_out_card(Kept(briefing=POLICY, blocks=()), SPEAKS)
    assert "No server is blocked." in text(none)
    assert menus(none) == {}
