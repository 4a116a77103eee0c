"""`/alerts stop`: all alerts of a channel end, and can come back as they were."""

import discord
import pytest
import simcord

from bot.domain.subscription import Standing, Wishes
from bot.store.store import Store
from tests.cogs.alerts_desk import AlertsDesk
from tests.cogs.documents import OTHER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, private, text_of


@pytest.fixture
async def desk(newsroom: Newsroom, stranger: Newsroom) -> AlertsDesk:
    """The channel is subscribed to two briefings, to one of them only for Japan."""
    await stranger.publish(OTHER, public=True)
    made = AlertsDesk(newsroom)
    await newsroom.env.settle()
    await made.subscribe(briefing="Harbour Notes", country="Japan")
    await made.subscribe(briefing="Lantern Letter")
    return made


async def test_all_alerts_of_this_channel_end_and_are_named(desk: AlertsDesk) -> None:
    ended = await desk.ask("stop")
    assert private(ended)
    assert text_of(ended).splitlines()[0] == (
        f"<#{desk.channel.id}> gets no more alerts of **Harbour Notes** and **Lantern Letter**."
    )
    assert await desk.subscriptions() == []


async def test_another_channel_is_named(desk: AlertsDesk) -> None:
    room = desk.room("lounge")
    await desk.subscribe(channel=room, briefing="Harbour Notes")
    ended = await desk.ask("stop", channel=room)
    assert text_of(ended).startswith(f"<#{room.id}> gets no more alerts of **Harbour Notes**.")
    assert {each.place.channel for each in await desk.subscriptions()} == {desk.channel.id}


async def test_in_a_thread_it_means_the_thread(desk: AlertsDesk) -> None:
    thread = await desk.thread()
    await desk.subscribe(channel=thread, briefing="Harbour Notes")
    ended = await desk.keeper.slash(thread, "alerts stop")
    assert text_of(ended).startswith(f"<#{thread.id}> gets no more alerts")
    assert len(await desk.subscriptions()) == 2


async def test_nothing_to_stop_is_refused(desk: AlertsDesk) -> None:
    refused = await desk.ask("stop", channel=desk.room("lounge"))
    assert private(refused)
    assert "This channel is not subscribed to anything" in text_of(refused)
    desk.newsroom.assert_refused()


async def test_undo_subscribes_again_as_before(desk: AlertsDesk) -> None:
    first, second = await desk.subscriptions()
    await desk.newsroom.app.subscribing.pause(desk.guild.id, second.id)
    back = await desk.press(await desk.ask("stop"), "Undo")
    assert in_place(back)
    assert text_of(back) == (
        f"<#{desk.channel.id}> is subscribed to **Harbour Notes** and **Lantern Letter** again,"
        " as before; `/alerts list` shows how it stands."
    )
    one, other = await desk.subscriptions()
    assert (one.id, one.wishes, one.standing) == (
        first.id,
        Wishes(countries=("JP",)),
        Standing.WORKING,
    )
    assert (other.id, other.standing) == (second.id, Standing.BY_HAND)


async def test_what_was_subscribed_anew_meanwhile_is_left_alone(desk: AlertsDesk) -> None:
    ended = await desk.ask("stop")
    await desk.subscribe(briefing="Harbour Notes", country="Norway")
    await desk.subscribe(briefing="Lantern Letter")
    back = await desk.press(ended, "Undo")
    assert f"<#{desk.channel.id}> was subscribed anew" in text_of(back)
    assert [each.wishes.countries for each in await desk.subscriptions()] == [("NO",), ()]


async def test_an_undo_that_is_kept_no_longer_says_so(desk: AlertsDesk, store: Store) -> None:
    ended = await desk.ask("stop")
    async with store.write() as transaction:
        await transaction.list_states.forget(discord.utils.utcnow().replace(year=2090))
    late = await desk.press(ended, "Undo")
    assert private(late)
    assert "This can no longer be undone" in text_of(late)


async def test_who_manages_another_channel_only_neither_stops_nor_undoes(
    desk: AlertsDesk, env: simcord.Env
) -> None:
    warden = desk.member("warden", discord.Permissions.none())
    own = discord.PermissionOverwrite(manage_channels=True)
    lodge = desk.guild.create_text_channel("lodge", overwrites={warden: own})
    refused = await warden.slash(lodge, "alerts stop", channel=desk.channel)
    assert r"Only people with Manage Channels in \#briefings may do this" in text_of(refused)
    desk.newsroom.assert_refused()
    assert len(await desk.subscriptions()) == 2
