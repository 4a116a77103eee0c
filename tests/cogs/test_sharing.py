"""Share: one public card, for everybody in the channel."""

import re

import discord
import pytest
import simcord

from bot.app.app import App
from bot.store.store import Store
from tests.cogs.documents import LONG
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import (
    in_place,
    labels,
    options,
    private,
    sections,
    text_of,
    title_of,
    words_of,
)

NOT_WRITING = discord.PermissionOverwrite(send_messages=False)


async def shared(newsroom: Newsroom, **asked: str) -> simcord.InteractionResult:
    card = await newsroom.ask(**asked)
    assert card.response
    return await newsroom.reader.click(card.response, label="Share")


async def test_share_posts_the_card_once_and_says_by_whom(newsroom: Newsroom) -> None:
    posted = await shared(newsroom, country="Japan")
    assert not private(posted)
    assert not in_place(posted)
    assert sections(posted) == ["🇯🇵 Japan"]
    assert text_of(posted).endswith("-# shared by reader")
    assert labels(posted) == ["Whole issue", "Quotes (1)", "Cite"]
    assert [words_of(message) for message in newsroom.posted] == [text_of(posted)]


async def test_share_posts_the_page_that_was_open(newsroom: Newsroom) -> None:
    await newsroom.publish(LONG)
    card = await newsroom.ask(country="Norway")
    assert card.response
    turned = await newsroom.reader.click(card.response, label="Next")
    assert turned.response
    posted = await newsroom.reader.click(turned.response, label="Share")
    assert sections(posted) == ["🇳🇴 Norway (2/4)"]


async def test_a_click_on_a_shared_card_answers_privately_whoever_clicks(
    newsroom: Newsroom,
) -> None:
    posted = await shared(newsroom)
    before = text_of(posted)
    joint = options(posted, "Go to a section")["India and Norway"]
    assert posted.response
    for person in (newsroom.reader, newsroom.second):
        clicked = await person.click(posted.response, label="Next")
        assert not in_place(clicked)
        assert private(clicked)
        assert sections(clicked) == ["🇯🇵 Japan"]
        chosen = await person.select(posted.response, [joint])
        assert private(chosen)
        assert sections(chosen) == ["🇮🇳🇳🇴 India and Norway"]
    assert text_of(posted) == before
    assert len(newsroom.posted) == 1


async def test_the_private_answer_to_a_shared_card_can_be_shared_again(
    newsroom: Newsroom,
) -> None:
    posted = await shared(newsroom)
    assert posted.response
    clicked = await newsroom.second.click(posted.response, label="Next")
    assert clicked.response
    again = await newsroom.second.click(clicked.response, label="Share")
    assert text_of(again).endswith("-# shared by second")
    assert len(newsroom.posted) == 2


async def test_share_is_no_way_around_a_channel_where_one_may_not_write(
    newsroom: Newsroom, env: simcord.Env
) -> None:
    everyone = newsroom.guild.default_role
    quiet = newsroom.guild.create_text_channel("quiet", overwrites={everyone: NOT_WRITING})
    card = await newsroom.reader.slash(quiet, "latest")
    assert card.response
    refused = await newsroom.reader.click(card.response, label="Share")
    assert private(refused)
    assert text_of(refused) == "You may not write in this channel, so nothing was shared."
    assert all(message.flags.ephemeral for message in quiet.history())


@pytest.mark.parametrize("may_write", [True, False])
async def test_in_a_thread_its_own_permission_counts(
    newsroom: Newsroom, env: simcord.Env, may_write: bool
) -> None:
    rule = discord.PermissionOverwrite(send_messages_in_threads=may_write)
    everyone = newsroom.guild.default_role
    parent = newsroom.guild.create_text_channel("talk", overwrites={everyone: rule})
    opened = await (await newsroom.admin.send(parent, "Here?")).create_thread(name="Here")
    await env.settle()
    (thread,) = parent.threads
    assert thread.id == opened.id
    card = await newsroom.reader.slash(thread, "latest")
    assert card.response
    answer = await newsroom.reader.click(card.response, label="Share")
    assert private(answer) is not may_write
    assert text_of(answer).startswith("# Harbour Notes #8" if may_write else "You may not write")


async def test_an_issue_that_is_gone_is_not_shared(newsroom: Newsroom, store: Store) -> None:
    card = await newsroom.ask()
    assert card.response
    async with store.write() as transaction:
        issue = await transaction.issues.numbered(1, 8)
        assert issue
        await transaction.issues._set(issue.id, {"state": "withdrawn"})
    refused = await newsroom.reader.click(card.response, label="Share")
    assert private(refused)
    assert text_of(refused).startswith("This issue can no longer be read here")
    assert newsroom.posted == []


@pytest.mark.parametrize("name", ["@everyone", "**Bold** [me](https://example.com)", "<@1> `x`"])
async def test_the_name_of_who_shares_is_inert(
    newsroom: Newsroom, env: simcord.Env, app: App, name: str
) -> None:
    prankster = newsroom.guild.add_member(env.create_user("p", global_name=name))
    card = await prankster.slash(newsroom.channel, "latest", country="Japan")
    assert card.response
    posted = await prankster.click(card.response, label="Share")
    line = text_of(posted).splitlines()[-1]
    assert line.startswith("-# shared by ")
    assert "@everyone" not in line
    assert not re.search(r"(?<!\\)[*\[`<]", line)
    assert title_of(posted) == "# Harbour Notes #8"
