"""Founding: a server makes a briefing with one form, whatever was typed and whenever it is sent."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import simcord
from structlog.testing import capture_logs

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.store.store import open_store
from tests.cogs.newsroom import Newsroom
from tests.cogs.setting_up import (
    at_form,
    channel_menus,
    choose,
    click,
    fill,
    opened,
    proposed,
)
from tests.cogs.shown import in_place, labels, options, private, text_of, title_of
from tests.cogs.world import at_home
from tests.moments import NOW

Restart = Callable[[], Awaitable[App]]


@pytest.fixture
async def desk(env: simcord.Env, app: App) -> Newsroom:
    found = Newsroom(env, app)
    await env.settle()
    return found


@pytest.fixture
async def restart(env: simcord.Env, database: Path, gazetteer: Gazetteer) -> AsyncIterator[Restart]:
    """Ends the bot and starts another, with nothing in common but the file."""
    async with open_store(database, NOW) as store:

        async def again() -> App:
            app = build_app(store, gazetteer, lambda: NOW)
            await env.restart_bot(at_home(SitrepBot(app), env))
            return app

        yield again


async def test_the_form_proposes_the_zone_of_the_person_s_language_and_privacy(
    desk: Newsroom,
) -> None:
    form = await at_form(desk)
    assert proposed(form) == {"name": None, "zone": "America/New_York", "readers": "private"}


async def test_a_briefing_is_made_and_its_page_follows(desk: Newsroom) -> None:
    page = await fill(desk, await at_form(desk), name=" Quay  Letter ", readers="public")
    assert in_place(page)
    assert private(page)
    assert title_of(page) == "# Quay Letter"
    assert "It is made. Now choose the channels." in text_of(page)
    assert "every server may read it" in text_of(page)
    assert "Time zone: Europe/Berlin" in text_of(page)
    (briefing,) = await desk.app.briefing_making.of_newsroom(desk.guild.id)
    assert (briefing.name, briefing.public) == ("Quay Letter", True)
    assert (await desk.app.servers.choices(desk.guild.id)).time_zone == "Europe/Berlin"


async def test_its_channels_are_chosen_on_that_page(desk: Newsroom) -> None:
    page = await fill(desk, await at_form(desk))
    assert len(channel_menus(page)) == 3
    page = await choose(desk, page, "alerts", [desk.channel])
    page = await choose(desk, page, "notices", [desk.channel])
    page = await choose(desk, page, "log", [desk.channel])
    assert f"<#{desk.channel.id}> gets Quay Letter." in text_of(page)
    assert f"What became of each release, Sitrep says in <#{desk.channel.id}>." in text_of(page)
    choices = await desk.app.servers.choices(desk.guild.id)
    assert (choices.notice_channel, choices.log_channel) == (desk.channel.id, desk.channel.id)
    (subscription,) = await desk.app.subscribing.of_server(desk.guild.id)
    assert subscription.briefing.name == "Quay Letter"
    home = await click(desk, page, "Back")
    assert "This server publishes Quay Letter." in text_of(home)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"zone": "Atlantis"}, "This time zone is not known"),
        ({"name": "  "}, "A name has 1 to 100 characters"),
        ({"name": "Harbour Notes"}, "There is a briefing called Harbour Notes here already"),
    ],
)
async def test_wrong_input_is_told_and_comes_back_into_the_form(
    desk: Newsroom, typed: dict[str, str], sentence: str
) -> None:
    making = desk.app.briefing_making
    if typed.get("name") == "Harbour Notes":
        await making.found(desk.guild.id, "Harbour Notes", public=False)
        own = await click(desk, await opened(desk), "I want to publish")
        form = await click(desk, own, "Make another briefing")
    else:
        form = await at_form(desk)
    before = await making.of_newsroom(desk.guild.id)
    told = await fill(desk, form, readers="public", **typed)
    assert in_place(told)
    assert private(told)
    assert sentence in text_of(told)
    assert "Who may read it: every server" in text_of(told)
    assert labels(told) == ["Correct it", "Back"]
    assert await making.of_newsroom(desk.guild.id) == before
    again = await click(desk, told, "Correct it")
    expected = {"name": "Quay Letter", "zone": "Berlin", "readers": "public"} | typed
    assert proposed(again) == expected
    done = await fill(desk, again, name="Another Letter", zone="+2")
    assert title_of(done) == "# Another Letter"
    assert "Time zone: UTC+02:00" in text_of(done)


async def test_what_was_typed_shows_as_it_stands(desk: Newsroom) -> None:
    told = await fill(desk, await at_form(desk), name="# @everyone <@1>", zone="**")
    assert "Name: \\# @\u200beveryone \\<@\u200b1\\>" in text_of(told)
    assert "Time zone: \\*\\*" in text_of(told)


async def test_nothing_typed_is_lost_across_a_restart(desk: Newsroom, restart: Restart) -> None:
    form = await at_form(desk)
    await restart()
    told = await fill(desk, form, name="Tide Tables", zone="Atlantis")
    assert "Name: Tide Tables" in text_of(told)
    await restart()
    again = await click(desk, told, "Correct it")
    app = await restart()
    page = await fill(desk, again, name="Tide Tables", zone="Oslo")
    assert title_of(page) == "# Tide Tables"
    (made,) = await app.briefing_making.of_newsroom(desk.guild.id)
    assert made.name == "Tide Tables"
    await restart()
    chosen = await choose(desk, page, "alerts", [desk.channel])
    assert f"<#{desk.channel.id}> gets Tide Tables." in text_of(chosen)


async def test_a_server_with_briefings_chooses_one_or_makes_another(desk: Newsroom) -> None:
    await fill(desk, await at_form(desk), zone="Tokyo")
    own = await click(desk, await opened(desk), "I want to publish")
    (value,) = options(own, "Briefing").values()
    assert own.response
    page = await desk.admin.select(own.response, [value])
    assert title_of(page) == "# Quay Letter"
    own = await click(desk, await opened(desk), "I want to publish")
    form = await click(desk, own, "Make another briefing")
    assert proposed(form)["zone"] == "Asia/Tokyo"


async def test_who_lost_the_right_meanwhile_makes_nothing(desk: Newsroom) -> None:
    form = await at_form(desk)
    admins = desk.guild.roles["Administrators"]
    desk.env.backend.remove_member_role(desk.guild.id, desk.admin.id, admins.id)
    refused = await fill(desk, form)
    assert text_of(refused).startswith("Only people with Manage Server may do this")
    assert private(refused)
    assert await desk.app.briefing_making.of_newsroom(desk.guild.id) == []


async def test_an_error_of_ours_is_told_and_logged(
    desk: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = await at_form(desk)
    monkeypatch.setattr("cogs.founding.required_zone", lambda _: 1 / 0)
    with capture_logs() as lines:
        told = await fill(desk, form)
    assert "Something went wrong here" in text_of(told)
    assert private(told)
    (line,) = (line for line in lines if line["event"] == "error")
    assert isinstance(line["exc_info"], ZeroDivisionError)
    assert line["entrance"] == "setupform"
