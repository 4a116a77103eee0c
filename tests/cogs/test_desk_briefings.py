"""`/desk briefing …`: founding, renaming, opening, closing and painting, in two servers."""

from typing import Any

import pytest
import simcord
from discord import app_commands

from bot.app.app import App
from bot.client import SitrepBot
from cogs.host import NOWHERE
from tests.cogs.alerts_desk import AlertsDesk
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, parts, private, text_of


class Bureau(DeskRoom):
    """Its administrator, who is no editor, sees the desk's commands too."""

    async def briefing(self, command: str, **options: str) -> simcord.InteractionResult:
        """The administrator types `/desk briefing …`."""
        return await self.admin.slash(self.channel, f"desk briefing {command}", **options)

    async def click(
        self, shown: simcord.InteractionResult, label: str
    ) -> simcord.InteractionResult:
        """The administrator clicks."""
        assert shown.response
        return await self.admin.click(shown.response, label=label)


@pytest.fixture
async def bureau(env: simcord.Env, app: App) -> Bureau:
    made = Bureau(env, app)
    await made.opened()
    await made.allow(made.admin, made.editors)
    return made


def accent(shown: simcord.InteractionResult) -> int | None:
    return next(parts(shown)).get("accent_color")


async def names(bureau: Bureau) -> dict[str, bool]:
    """The newsroom's briefings, and whether each is public."""
    found = await bureau.app.briefing_making.of_newsroom(bureau.guild.id)
    return {each.name: each.public for each in found}


async def test_a_briefing_is_private_unless_somebody_says_public(bureau: Bureau) -> None:
    made = await bureau.briefing("create", name="Tides")
    assert private(made)
    assert text_of(made).splitlines()[:2] == ["# Tides is made", "Only this server reads it."]
    assert await names(bureau) == {"Harbour Notes": True, "Tides": False}
    taken = await bureau.briefing("create", name="tides", visibility="public")
    assert "There is a briefing called tides here already" in text_of(taken)
    bureau.assert_refused()


async def test_it_is_asked_before_a_briefing_is_public(bureau: Bureau) -> None:
    asked = await bureau.briefing("create", name="Tides", visibility="public")
    assert private(asked)
    assert "Every server where this bot is may read and subscribe to it." in text_of(asked)
    assert "Tides" not in await names(bureau)
    nothing = await bureau.click(asked, "Make nothing")
    assert in_place(nothing)
    assert text_of(nothing) == "Nothing was made."
    again, late = [
        await bureau.briefing("create", name="Tides", visibility="public") for _ in range(2)
    ]
    made = await bureau.click(again, "Make it public")
    assert in_place(made)
    assert "# Tides is made" in text_of(made)
    assert (await names(bureau))["Tides"]
    late = await bureau.click(late, "Make it for this server only")
    assert "There is a briefing called Tides here already" in text_of(late)


async def test_whoever_was_asked_may_keep_it_for_their_server(bureau: Bureau) -> None:
    asked = await bureau.briefing("create", name="Tides", visibility="public")
    made = await bureau.click(asked, "Make it for this server only")
    assert "Only this server reads it." in text_of(made)
    assert not (await names(bureau))["Tides"]


async def test_a_new_name_stands_on_every_card_from_then_on(bureau: Bureau) -> None:
    await bureau.publish(DOCUMENT, public=True)
    renamed = await bureau.briefing("rename", briefing="Harbour Notes", name="Harbour Letter")
    assert private(renamed)
    assert "# Harbour Notes is called Harbour Letter now" in text_of(renamed)
    assert "# Harbour Letter #9" in text_of(await bureau.ask())
    same = await bureau.briefing("rename", briefing="1", name="Harbour Letter")
    assert "It is called Harbour Letter already" in text_of(same)
    unknown = await bureau.briefing("rename", briefing="Fog", name="Mist")
    assert "This newsroom has no such briefing" in text_of(unknown)
    bureau.assert_refused()


async def test_a_name_is_shown_inert(bureau: Bureau) -> None:
    made = await bureau.briefing("create", name="# <@&1> **Tides** @everyone")
    assert "# \\# \\<@\u200b&1\\> \\*\\*Tides\\*\\* @\u200beveryone is made" in text_of(made)


async def test_a_briefing_closes_and_opens_with_its_subscribers_abroad(
    bureau: Bureau, stranger: Newsroom
) -> None:
    await bureau.publish(DOCUMENT, public=True)
    far = AlertsDesk(stranger)
    await stranger.env.settle()
    await far.subscribe(briefing="1")
    refused = await bureau.briefing("visibility", briefing="1", visibility="public")
    assert "Harbour Notes is public already" in text_of(refused)
    asked = await bureau.briefing("visibility", briefing="1", visibility="private")
    assert "1 subscription of other servers pauses, and goes on once" in text_of(asked)
    left = await bureau.click(asked, "Leave it as it is")
    assert text_of(left) == "Harbour Notes stays public."
    assert (await far.the_one()).standing == "working"
    asked, late = [
        await bureau.briefing("visibility", briefing="1", visibility="private") for _ in range(2)
    ]
    closed = await bureau.click(asked, "Make it private")
    assert in_place(closed)
    assert "# Harbour Notes is private now" in text_of(closed)
    assert (await far.the_one()).standing == "closed"
    assert "Harbour" not in text_of(await stranger.ask())
    late = await bureau.click(late, "Make it private")
    assert "Harbour Notes is private already" in text_of(late)
    opening = await bureau.briefing("visibility", briefing="1", visibility="public")
    assert "1 subscription of other servers is paused because it is private" in text_of(opening)
    opened = await bureau.click(opening, "Make it public")
    assert "1 subscription of other servers works again." in text_of(opened)
    assert (await far.the_one()).standing == "working"
    assert "# Harbour Notes #9" in text_of(await stranger.ask())
    bureau.assert_refused()


async def test_a_colour_is_shown_chosen_and_taken_back(bureau: Bureau) -> None:
    await bureau.publish(DOCUMENT, public=True)
    assert "has no colour of its own" in text_of(await bureau.briefing("look", briefing="1"))
    painted = await bureau.briefing("look", briefing="1", colour="teal")
    assert accent(painted) == 0x16858F
    assert "Teal, #16858f" in text_of(painted)
    for command, options in (("latest", {}), ("quotes", {}), ("timeline", {})):
        assert accent(await bureau.ask(command, **options)) == 0x16858F
    wrong = await bureau.briefing("look", briefing="1", colour="#12")
    assert "This colour is not known" in text_of(wrong)
    assert accent(await bureau.briefing("look", briefing="1")) == 0x16858F
    await bureau.briefing("look", briefing="1", colour="none")
    assert accent(await bureau.ask()) is None
    bureau.assert_refused()


async def test_a_preview_has_the_colour(bureau: Bureau) -> None:
    await bureau.briefing("look", briefing="1", colour="#2b6cb0")
    preview = await bureau.press(await bureau.brought(), "Preview")
    assert "**Preview**" in text_of(preview)
    assert accent(preview) == 0x2B6CB0


async def offered(
    bureau: Bureau, who: simcord.MemberActor, option: str, typed: str, **filled: str
) -> list[str]:
    found = await who.autocomplete(bureau.channel, "desk briefing look", option, typed, **filled)
    return [choice["value"] for choice in found]


async def test_briefings_and_colours_are_offered(bureau: Bureau) -> None:
    await bureau.briefing("create", name="Tides")
    assert await offered(bureau, bureau.admin, "briefing", "tid") == ["2"]
    assert await offered(bureau, bureau.editor, "briefing", "") == ["1", "2"]
    assert await offered(bureau, bureau.admin, "colour", "re", briefing="1") == [
        "red",
        "green",
        "grey",
    ]
    assert "none" in await offered(bureau, bureau.admin, "colour", "", briefing="1")


async def test_an_editor_is_told_who_may(bureau: Bureau) -> None:
    asked = await bureau.briefing("create", name="Tides", visibility="public")
    for command, options in {
        "create": {"name": "Fog"},
        "rename": {"briefing": "1", "name": "Fog"},
        "visibility": {"briefing": "1", "visibility": "private"},
        "look": {"briefing": "1"},
    }.items():
        told = await bureau.desk(f"briefing {command}", **options)
        assert private(told)
        assert "Only people with Manage Server may do this; ask an administrator" in text_of(told)
    assert labels(asked) == ["Make it public", "Make it for this server only", "Make nothing"]
    bureau.assert_refused()


def size(command: dict[str, Any]) -> int:
    """The characters of a command as Discord counts them, with all that is below it."""
    texts = [command.get("name", ""), command.get("description", "")]
    texts += [f"{each['name']}{each['value']}" for each in command.get("choices", ())]
    return len("".join(texts)) + sum(size(each) for each in command.get("options", ()))


async def test_the_desk_is_not_larger_than_a_command_may_be(bureau: Bureau) -> None:
    bot = bureau.env.bot
    assert isinstance(bot, SitrepBot)
    found = bot.tree.get_command("desk", guild=NOWHERE)
    assert isinstance(found, app_commands.Group)
    desk = found.to_dict(bot.tree)
    assert len(desk["options"]) <= 25
    # https://discord.com/developers/docs/interactions/application-commands#slash-commands
    assert size(desk) <= 8_000
