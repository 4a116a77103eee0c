"""The card of the desk's settings: a row for each, for whoever looks at it."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.access import NOWHERE, Access
from bot.domain.server_choices import ServerChoices
from bot.presentation.card import Card
from bot.presentation.desk_settings import SettingsState, settings_card, zone_form
from tests.presentation.examples import language
from tests.presentation.setups import any_setup, setup_state
from tests.presentation.shown import assert_sendable, buttons, components, of_kind, text
from tests.presentation.texts import long_texts, short_texts

ROLES, CHANNELS = 6, 8
"""Types of menus in Discord's component reference."""

TIME = datetime(2022, 1, 28, 14, 5, tzinfo=UTC)
SPEAKS = language()


def card(choices: ServerChoices | None = None, log: Access | None = None, **changes: Any) -> Card:
    """As an administrator sees it."""
    state = SettingsState(setup_state(choices=choices, log=log), TIME, may_change=True)
    made = settings_card(SettingsState(**{**vars(state), **changes}), SPEAKS)
    assert_sendable(made)
    return made


def menu(made: Card, kind: int) -> dict[str, Any]:
    (found,) = of_kind(made, kind)
    return found


def test_a_server_that_has_chosen_nothing_has_a_row_for_each() -> None:
    made = card()
    assert text(made).splitlines() == [
        "# Settings of the desk",
        "## Editors",
        "Everybody with **Manage Messages** may edit here.",
        "## Log channel",
        "What became of each release, Sitrep tells whoever made it, in a direct message.",
        "## Time zone",
        "None is chosen, so days begin as in **UTC**. It is 14:05 there, January 28, 2022.",
        "## Two people",
        "**Off.** Whoever wrote the last change cannot publish it; another editor approves it in "
        "the log channel. One editor alone can publish nothing then.",
    ]
    assert buttons(made) == {"Change…": "deskset:zone:0", "Switch on": "deskset:two:0"}
    roles, channels = menu(made, ROLES), menu(made, CHANNELS)
    assert (roles["custom_id"], channels["custom_id"]) == ("deskset:editors:0", "deskset:log:0")
    assert not roles.get("default_values")
    assert not channels.get("default_values")
    assert (roles["min_values"], roles["max_values"]) == (1, 1)
    assert (channels["min_values"], channels["max_values"]) == (0, 1)
    assert channels["channel_types"] == [0, 5, 11, 12, 10]


def test_what_is_chosen_stands_in_its_row() -> None:
    chosen = ServerChoices(
        editor_role=7, log_channel=6, time_zone="America/New_York", two_people=True
    )
    made = card(chosen, Access(), turn=3, news="Two people: on.")
    said = text(made).splitlines()
    assert said[1] == "Two people: on."
    assert "Members with <@&7> may edit here." in said
    assert "What became of each release, Sitrep says in <#6>." in said
    assert "**America/New York**. It is 14:05 there, January 28, 2022." in said
    assert any(line.startswith("**On.** Whoever wrote") for line in said)
    assert menu(made, ROLES)["default_values"] == [{"id": 7, "type": "role"}]
    assert menu(made, CHANNELS)["default_values"] == [{"id": 6, "type": "channel"}]
    assert menu(made, CHANNELS)["min_values"] == 1
    assert buttons(made) == {
        "Everybody with Manage Messages": "deskset:anybody:3",
        "Change…": "deskset:zone:3",
        "Switch off": "deskset:one:3",
    }


def test_a_role_without_the_right_says_where_an_administrator_allows_it() -> None:
    said = text(card(ServerChoices(editor_role=7), role_lacks=True))
    assert "under **Server Settings > Integrations**, open Sitrep and add the role." in said


def test_what_is_gone_is_said_and_not_ticked() -> None:
    chosen = ServerChoices(editor_role=7, log_channel=6)
    made = card(chosen, NOWHERE, role_gone=True)
    assert "The role of the editors is not there any more, so nobody may edit" in text(made)
    assert "- <#6> is not there any more: choose another channel." in text(made)
    assert not menu(made, ROLES).get("default_values")
    assert not menu(made, CHANNELS).get("default_values")


def test_a_log_that_cannot_be_written_in_names_the_right() -> None:
    said = text(card(ServerChoices(log_channel=6), Access(send=False, history=False)))
    assert "allow **Send Messages**" in said
    assert "Read Message History" not in said


def test_two_people_without_a_log_are_told_to_choose_one() -> None:
    said = text(card(ServerChoices(two_people=True)))
    assert "There is no log channel, so nothing can be approved: choose one." in said


def test_who_may_not_change_them_sees_everything_and_can_use_nothing() -> None:
    made = card(ServerChoices(editor_role=7), may_change=False)
    assert "Only people with **Manage Server** may change these settings" in text(made)
    controls = [part for part in components(made) if part.get("custom_id")]
    assert len(controls) == 5
    assert all(part["disabled"] for part in controls)


def test_the_form_asks_for_a_zone() -> None:
    form = zone_form("Europe/Oslo", 4).to_dict()
    assert form["custom_id"] == "deskzone:4"
    assert len(form["title"]) <= 45
    (question,) = form["components"]
    assert question["component"]["value"] == "Europe/Oslo"
    assert len(question["description"]) <= 100


@given(
    st.builds(
        SettingsState,
        any_setup,
        st.datetimes(timezones=st.just(UTC)),
        st.booleans(),
        st.booleans(),
        st.booleans(),
        st.integers(0, 10**6 - 1),
        st.just("A line."),
    )
)
def test_whatever_a_server_has_chosen_can_be_shown(state: SettingsState) -> None:
    assert_sendable(settings_card(state, SPEAKS))


@given(short_texts | long_texts)
def test_whatever_zone_is_kept_can_be_asked_again(zone: str) -> None:
    (question,) = zone_form(zone, 0).to_dict()["components"]
    assert len(question["component"].get("value") or "") <= question["component"]["max_length"]
