"""The desk's settings: who looks, who chooses, and what cannot be chosen."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.app.app import App
from bot.domain.editor import Editor
from bot.domain.server_choices import ServerChoices
from bot.errors import Refused
from bot.store.store import Store
from tests.moments import NOW

SERVER, ROLE, LOG = 1, 44, 90
ADMIN = Editor(id=6, name="Cal", server=SERVER, manages_server=True)
EDITOR = Editor(id=7, name="Ada", server=SERVER, manages_messages=True)
READER = Editor(id=9, name="Eve", server=SERVER)
STRANGER = Editor(id=10, name="Mal", server=2, manages_messages=True, manages_server=True)
NOTHING = ServerChoices()


async def test_editors_and_who_manages_the_server_look_at_them(app: App) -> None:
    for who in (ADMIN, EDITOR):
        assert await app.desk_settings.shown(who) == NOTHING
    with pytest.raises(Refused, match="Only editors may do this"):
        await app.desk_settings.shown(READER)


async def test_who_was_an_editor_before_a_role_was_named_looks_no_more(app: App) -> None:
    await app.desk_settings.choose_editors(ADMIN, ROLE)
    with pytest.raises(Refused, match="Only editors may do this"):
        await app.desk_settings.shown(EDITOR)
    writer = READER.model_copy(update={"roles": frozenset({ROLE})})
    assert (await app.desk_settings.shown(writer)).editor_role == ROLE
    await app.desk_settings.choose_editors(ADMIN, None)
    assert await app.desk_settings.shown(EDITOR) == NOTHING


@pytest.mark.parametrize("who", [READER, EDITOR])
async def test_nobody_else_chooses(app: App, who: Editor) -> None:
    settings = app.desk_settings
    calls: list[Callable[[], object]] = [
        lambda: settings.choose_editors(who, ROLE),
        lambda: settings.choose_editors(who, None),
        lambda: settings.choose_log(who, LOG),
        lambda: settings.choose_zone(who, "Oslo"),
        lambda: settings.choose_zone(who, "Atlantis"),
        lambda: settings.want_two_people(who, wanted=True),
        lambda: settings.want_two_people(who, wanted=False),
    ]
    for call in calls:
        with pytest.raises(Refused, match="Only people with Manage Server may do this"):
            await call()  # pyright: ignore[reportGeneralTypeIssues]  # all are coroutines
    assert await settings.shown(ADMIN) == NOTHING


async def test_each_server_has_its_own(app: App) -> None:
    await app.desk_settings.choose_editors(STRANGER, ROLE)
    await app.desk_settings.choose_zone(STRANGER, "Oslo")
    assert await app.desk_settings.shown(ADMIN) == NOTHING


async def test_each_is_chosen_by_itself(app: App) -> None:
    settings = app.desk_settings
    await settings.choose_editors(ADMIN, ROLE)
    await settings.choose_log(ADMIN, LOG)
    assert await settings.choose_zone(ADMIN, "oslo") == "Europe/Oslo"
    await settings.want_two_people(ADMIN, wanted=True)
    everything = ServerChoices(
        editor_role=ROLE, log_channel=LOG, time_zone="Europe/Oslo", two_people=True
    )
    assert await settings.shown(ADMIN) == everything
    assert await app.servers.choices(SERVER) == everything


async def test_everyone_is_no_role_of_editors(app: App) -> None:
    with pytest.raises(Refused, match="which not everyone has; pick another"):
        await app.desk_settings.choose_editors(ADMIN, SERVER)
    assert await app.desk_settings.shown(ADMIN) == NOTHING


async def test_two_people_need_a_log_channel(app: App) -> None:
    settings = app.desk_settings
    with pytest.raises(Refused, match="Choose a log channel first"):
        await settings.want_two_people(ADMIN, wanted=True)
    assert await settings.shown(ADMIN) == NOTHING
    await settings.choose_log(ADMIN, LOG)
    await settings.want_two_people(ADMIN, wanted=True)
    with pytest.raises(Refused, match="choose another channel instead, or first switch off"):
        await settings.choose_log(ADMIN, None)
    await settings.choose_log(ADMIN, LOG + 1)
    await settings.want_two_people(ADMIN, wanted=False)
    await settings.choose_log(ADMIN, None)
    assert await settings.shown(ADMIN) == NOTHING


async def test_a_log_that_went_missing_keeps_nothing_else_from_being_chosen(
    app: App, store: Store
) -> None:
    async with store.write() as transaction:
        await transaction.servers.ensure(SERVER)
        await transaction.server_settings.choose(SERVER, two_people=True)
    await app.desk_settings.choose_zone(ADMIN, "UTC")
    await app.desk_settings.choose_editors(ADMIN, ROLE)
    await app.desk_settings.want_two_people(ADMIN, wanted=False)


async def test_what_is_no_time_zone_is_refused(app: App) -> None:
    with pytest.raises(Refused, match="This time zone is not known; type a city such as Berlin"):
        await app.desk_settings.choose_zone(ADMIN, "Atlantis")
    assert await app.desk_settings.shown(ADMIN) == NOTHING


async def test_a_doubled_click_chooses_once(app: App) -> None:
    settings = app.desk_settings
    await settings.choose_log(ADMIN, LOG, 5)
    with pytest.raises(Refused, match="done already"):
        await settings.choose_log(ADMIN, None, 5)
    with pytest.raises(Refused, match="done already"):
        await settings.want_two_people(ADMIN, wanted=True, interaction=5)
    assert await settings.shown(ADMIN) == ServerChoices(log_channel=LOG)


def test_the_time_is_that_of_the_zone(app: App) -> None:
    assert app.desk_settings.time_in(None).utcoffset() == timedelta()
    tokyo = app.desk_settings.time_in("Asia/Tokyo")
    assert (tokyo, tokyo.utcoffset()) == (NOW, timedelta(hours=9))


def test_zones_are_offered_with_their_time(app: App) -> None:
    (found,) = app.desk_settings.zones("tokyo", "de", 25)
    assert found == ("Asia/Tokyo", NOW)
    assert app.desk_settings.zones("", "de", 25)[0][0] == "Europe/Berlin"
