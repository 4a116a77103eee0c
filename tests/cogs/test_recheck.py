"""Check again: a notice looks at its channel, for whoever may ask."""

import pytest
import simcord

from bot.app.app import App
from bot.client import SitrepBot
from bot.domain.access import NOWHERE
from bot.domain.subscription import Standing
from tests.cogs.documents import NEWER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, private, text_of, title_of
from tests.cogs.watched import Watched
from tests.cogs.world import at_home

CHECK = "Check again"


@pytest.fixture
async def shore(env: simcord.Env, app: App) -> Watched:
    """A server in whose first channel the bot may not write; its notice is in the second one."""
    publisher = Newsroom(env, app, "Harbour Desk")
    shore = Watched(env, app)
    await env.settle()
    await publisher.publish(NEWER, public=True)
    await shore.subscribe()
    await shore.want_notices()
    await shore.deny(shore.channel, send_messages=True)
    return shore


def give_back(shore: Watched) -> None:
    """The right is there again, and nobody has looked yet."""
    shore.env.backend.edit_channel(shore.channel.id, {}, overwrites=[])


async def click(shore: Watched, who: simcord.MemberActor) -> simcord.InteractionResult:
    return await who.click(shore.desk.history()[-1], label=CHECK)


async def test_what_is_still_missing_is_said_again(shore: Watched) -> None:
    told = await click(shore, shore.keeper)
    assert in_place(told)
    assert "allow **Send Messages**" in text_of(told)
    assert labels(told) == [CHECK]


async def test_what_works_again_is_said_in_place(shore: Watched) -> None:
    give_back(shore)
    told = await click(shore, shore.keeper)
    assert in_place(told)
    assert title_of(told) == "## Alerts of Harbour Notes work again"
    assert (await shore.only()).standing is Standing.WORKING
    await shore.looked()
    assert len(shore.notices()) == 1


async def test_what_works_already_is_said_too(shore: Watched) -> None:
    notice = shore.desk.history()[-1]
    await shore.deny(shore.channel)
    told = await shore.keeper.click(notice, label=CHECK)
    assert title_of(told) == "## Alerts of Harbour Notes work again"


async def test_only_people_who_manage_channels_may_ask(shore: Watched) -> None:
    for person in (shore.reader, shore.admin):
        refused = await click(shore, person)
        assert text_of(refused).startswith("Only people with Manage Channels may do this")
        assert private(refused)


async def test_who_subscribed_asks_in_a_direct_message(shore: Watched) -> None:
    keepers = shore.guild.roles["Keepers"]
    shore.env.backend.add_member_role(shore.guild.id, shore.admin.id, keepers.id)
    await shore.app.servers.choose(shore.guild.id, notice_channel=None)
    second = shore.guild.create_text_channel("second")
    await shore.env.settle()
    await shore.subscribe(second)
    await shore.deny(second, send_messages=True)
    (letter,) = shore.admin.user.dm_channel.history()
    still = await shore.admin.user.click(letter, label=CHECK)
    assert f"may not write in <#{second.id}>" in text_of(still)
    shore.env.backend.edit_channel(second.id, {}, overwrites=[])
    told = await shore.admin.user.click(letter, label=CHECK)
    assert in_place(told)
    assert title_of(told) == "## Alerts of Harbour Notes work again"


async def test_who_subscribed_and_may_not_manage_it_any_more_is_refused(shore: Watched) -> None:
    await shore.app.servers.choose(shore.guild.id, notice_channel=None)
    second = shore.guild.create_text_channel("second")
    await shore.env.settle()
    await shore.subscribe(second)
    await shore.deny(second, send_messages=True)
    (letter,) = shore.admin.user.dm_channel.history()
    refused = await shore.admin.user.click(letter, label=CHECK)
    assert text_of(refused).startswith("Only people with Manage Channels in \\#second")
    shore.guild.remove_member(shore.admin)
    refused = await shore.admin.user.click(letter, label=CHECK)
    assert text_of(refused).startswith("You and Sitrep are not in that server together")


async def test_a_channel_that_is_gone_is_asked_about_by_who_manages_all_of_them(
    shore: Watched,
) -> None:
    shore.env.backend.delete_channel(shore.channel.id)
    await shore.looked()
    still = await click(shore, shore.keeper)
    assert "is not there any more" in text_of(still)


async def test_a_paused_subscription_is_refused(shore: Watched) -> None:
    found = await shore.only()
    await shore.app.subscribing.pause(shore.guild.id, found.id)
    refused = await click(shore, shore.keeper)
    assert text_of(refused).startswith("Its channel is not what keeps these alerts back")
    await shore.app.subscribing.remove(shore.guild.id, found.id)
    refused = await click(shore, shore.keeper)
    assert text_of(refused).startswith("This subscription has ended")


async def test_while_discord_cannot_say_nothing_changes(
    shore: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def unsure(*_: object) -> None:
        return None

    monkeypatch.setattr("cogs.recheck.look", unsure)
    refused = await click(shore, shore.keeper)
    assert text_of(refused).startswith("Discord cannot say just now")
    assert (await shore.only()).standing is Standing.NO_RIGHT


async def test_it_answers_after_a_restart(shore: Watched, env: simcord.Env, app: App) -> None:
    await env.restart_bot(at_home(SitrepBot(app), env))
    await app.subscribing.check({shore.channel.id: NOWHERE})
    give_back(shore)
    told = await click(shore, shore.keeper)
    assert title_of(told) == "## Alerts of Harbour Notes work again"
