"""A notice in a direct message offers to send the last issue; the right is asked in the server."""

import discord
import pytest
import simcord

from bot.domain.subscription import Subscription
from bot.presentation.card import button
from bot.presentation.custom_id import SendLast
from bot.presentation.works_again_card import Regained, works_again_card
from tests.cogs.alerts_desk import KEEPS, AlertsDesk
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import text_of
from tests.moments import NOW

LAST = "Send the last issue now"


@pytest.fixture
async def desk(newsroom: Newsroom) -> AlertsDesk:
    made = AlertsDesk(newsroom)
    await newsroom.env.settle()
    return made


@pytest.fixture
async def person(env: simcord.Env, desk: AlertsDesk) -> simcord.UserHandle:
    """Who has subscribed the channel."""
    user = env.create_user("subscriber")
    role = desk.guild.create_role("Subscribers", permissions=KEEPS)
    member = desk.guild.add_member(user, roles=[role])
    await member.slash(desk.channel, "alerts subscribe", channel=desk.channel)
    return user


async def notice(
    env: simcord.Env, person: simcord.UserHandle, found: Subscription
) -> discord.Message:
    """What the person is told in a direct message."""
    conversation = await env.bot.create_dm(discord.Object(person.id))
    card = works_again_card([Regained(found, NOW)])
    card.buttons([button("Send the last issue now", SendLast(found.id))])
    return await conversation.send(view=card)


async def test_who_subscribed_sends_it_from_a_direct_message(
    env: simcord.Env, desk: AlertsDesk, person: simcord.UserHandle
) -> None:
    told = await notice(env, person, await desk.the_one())
    sent = await person.click(told, label=LAST)
    assert text_of(sent) == f"Harbour Notes #8 is on its way to <#{desk.channel.id}>."


async def test_somebody_else_does_not(env: simcord.Env, desk: AlertsDesk) -> None:
    await desk.subscribe()
    other = env.create_user("other")
    desk.guild.add_member(other)
    told = await notice(env, other, await desk.the_one())
    assert "Somebody else subscribed this" in text_of(await other.click(told, label=LAST))


async def test_who_has_lost_the_right_does_not(
    env: simcord.Env, desk: AlertsDesk, person: simcord.UserHandle
) -> None:
    told = await notice(env, person, await desk.the_one())
    guild = env.bot.get_guild(desk.guild.id)
    assert guild
    role = discord.utils.get(guild.roles, name="Subscribers")
    assert role
    await role.edit(permissions=discord.Permissions.none())
    await env.settle()
    refused = await person.click(told, label=LAST)
    assert r"Only people with Manage Channels in \#briefings may do this there" in text_of(refused)


async def test_who_has_left_does_not(
    env: simcord.Env, desk: AlertsDesk, person: simcord.UserHandle
) -> None:
    told = await notice(env, person, await desk.the_one())
    desk.guild.remove_member(person)
    refused = await person.click(told, label=LAST)
    assert "not in that server together any more" in text_of(refused)
