"""Of each channel it is said whether alerts reach it, and what to mend where they do not."""

import pytest

from bot.domain.access import NOWHERE, Access
from bot.domain.server_choices import ServerChoices
from bot.domain.subscription import Standing, Wishes
from bot.presentation.channel_lines import alert_lines, log_line, notice_line
from tests.presentation.setups import setup_state
from tests.presentation.subscriptions import NOTHING, seen, several


def test_a_channel_that_works_is_one_line() -> None:
    assert alert_lines([seen()]) == ["- <#30> gets Policy Alert."]


def test_whatever_is_missing_stands_below_its_channel() -> None:
    (block,) = alert_lines([seen(Access(send=False, history=False), standing=Standing.NO_RIGHT)])
    first, *rest = block.splitlines()
    assert first == "- <#30> does not get Policy Alert yet:"
    assert all(line.startswith("  - Sitrep may not ") for line in rest)
    assert len(rest) == 2


def test_a_ping_that_pings_nobody_keeps_nothing_back() -> None:
    (block,) = alert_lines([seen(Access(can_ping=False), wishes=Wishes(ping=7))])
    assert block.startswith("- <#30> gets Policy Alert, but:\n  - Sitrep may not mention <@&7>")


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (
            Standing.BY_HAND,
            "- <#30>: Policy Alert is paused by hand; `/alerts list` lets it go on.",
        ),
        (Standing.CLOSED, "- <#30>: Policy Alert is private to its own server now."),
        (Standing.NO_RIGHT, "- <#30> gets Policy Alert again in a few seconds: Sitrep is looking."),
    ],
)
def test_a_pause_is_said_to_be_one(standing: Standing, said: str) -> None:
    assert alert_lines([seen(standing=standing)]) == [said]


def test_those_in_trouble_come_first() -> None:
    blocks = alert_lines([seen(), seen(NOWHERE, standing=Standing.GONE), seen()])
    assert "does not get" in blocks[0]
    assert blocks[1] == blocks[2] == "- <#30> gets Policy Alert."


def test_where_room_is_short_it_says_how_many_more_there_are() -> None:
    shown = alert_lines(several(100, NOTHING))
    assert sum(len(block) for block in shown) < 2300
    assert shown[-1] == f"- {101 - len(shown)} more: `/alerts list` shows them all."


def test_notices_go_to_people_until_a_channel_is_chosen() -> None:
    assert "in a direct message" in notice_line(setup_state())
    assert "in a direct message" in log_line(setup_state())


def test_a_chosen_channel_is_named() -> None:
    state = setup_state(
        choices=ServerChoices(notice_channel=5, log_channel=6), notices=Access(), log=Access()
    )
    assert notice_line(state) == (
        "If alerts cannot reach a channel, Sitrep says so in <#5>; if it cannot write there "
        "either, to whoever subscribed."
    )
    assert log_line(state) == "What became of each release, Sitrep says in <#6>."


def test_what_is_missing_in_it_is_said_but_not_its_history() -> None:
    access = Access(send=False, history=False)
    state = setup_state(choices=ServerChoices(notice_channel=5), notices=access)
    _, *sentences = notice_line(state).splitlines()
    assert len(sentences) == 1
    assert "allow **Send Messages**" in sentences[0]


def test_a_chosen_channel_that_is_gone_is_to_be_chosen_again() -> None:
    state = setup_state(choices=ServerChoices(log_channel=6), log=NOWHERE)
    assert log_line(state).endswith("- <#6> is not there any more: choose another channel.")
