"""Replies: who sees an answer, and where it is put."""

import discord
import pytest
import simcord

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.store.store import Store
from tests.cogs.documents import LONG, NEWER, OTHER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, options, private, sections, text_of, title_of
from tests.cogs.world import living
from tests.moments import NOW
from tests.shelving import subscribe_channel

NOT_WRITING = discord.PermissionOverwrite(send_messages=False)


@pytest.mark.parametrize("command", ["latest", "issue", "briefings", "help", "quotes", "timeline"])
async def test_answers_are_private(newsroom: Newsroom, command: str) -> None:
    assert private(await newsroom.ask(command))
    assert newsroom.posted == []


@pytest.mark.parametrize("command", ["latest", "issue", "quotes", "timeline"])
async def test_show_everyone_is_public_and_needs_no_share_button(
    newsroom: Newsroom, command: str
) -> None:
    asked = await newsroom.ask(command, show="everyone")
    assert not private(asked)
    assert "Share" not in labels(asked)
    assert len(newsroom.posted) == 1


async def test_who_may_not_write_gets_a_private_answer_whatever_they_ask(
    newsroom: Newsroom,
) -> None:
    everyone = newsroom.guild.default_role
    quiet = newsroom.guild.create_text_channel("quiet", overwrites={everyone: NOT_WRITING})
    asked = await newsroom.reader.slash(quiet, "latest", show="everyone")
    assert private(asked)
    assert title_of(asked) == "# Harbour Notes #8"


async def test_in_a_thread_the_subscription_of_its_channel_is_meant(
    newsroom: Newsroom, store: Store
) -> None:
    await newsroom.publish(OTHER)
    async with store.write() as transaction:
        lantern = await transaction.briefings.named(newsroom.guild.id, "Lantern Letter")
        assert lantern
        await subscribe_channel(transaction, newsroom.guild.id, newsroom.channel.id, lantern.id)
    question = await newsroom.admin.send(newsroom.channel, "What is new?")
    await question.create_thread(name="What is new?")
    await newsroom.env.settle()
    (thread,) = newsroom.channel.threads
    assert title_of(await newsroom.reader.slash(thread, "latest")) == "# Lantern Letter #1"
    elsewhere = newsroom.guild.create_text_channel("elsewhere")
    assert title_of(await newsroom.reader.slash(elsewhere, "latest")) == "# Harbour Notes #8"


async def test_the_asker_of_a_public_card_changes_it_in_place(newsroom: Newsroom) -> None:
    asked = await newsroom.ask(show="everyone")
    assert asked.response
    turned = await newsroom.reader.click(asked.response, label="Next")
    assert in_place(turned)
    assert not private(turned)
    assert sections(turned) == ["🇯🇵 Japan"]
    assert len(newsroom.posted) == 1


async def test_anybody_elses_click_answers_that_person_privately(newsroom: Newsroom) -> None:
    asked = await newsroom.ask(show="everyone")
    assert asked.response
    before = text_of(asked)
    turned = await newsroom.second.click(asked.response, label="Next")
    assert not in_place(turned)
    assert private(turned)
    assert sections(turned) == ["🇯🇵 Japan"]
    assert text_of(asked) == before
    assert turned.response
    again = await newsroom.second.click(turned.response, label="Next")
    assert in_place(again)
    assert sections(again) == ["🇮🇳🇳🇴 India and Norway"]


async def test_anybody_elses_choice_in_a_menu_answers_that_person_privately(
    newsroom: Newsroom,
) -> None:
    asked = await newsroom.ask(show="everyone")
    japan = options(asked, "Go to a section")["Japan"]
    assert asked.response
    chosen = await newsroom.second.select(asked.response, [japan])
    assert not in_place(chosen)
    assert private(chosen)
    assert sections(chosen) == ["🇯🇵 Japan"]


async def test_a_short_public_card_stays_short_page_by_page(newsroom: Newsroom) -> None:
    await newsroom.publish(LONG)
    shown = await newsroom.ask(country="Norway", show="everyone")
    for _ in range(5):
        assert len(text_of(shown)) < 900
        assert shown.response
        shown = await newsroom.reader.click(shown.response, label="Next")


async def test_a_direct_message_reads_the_public_briefings_that_are_allowed(
    store: Store, gazetteer: Gazetteer
) -> None:
    app = build_app(store, gazetteer, lambda: NOW, allowed=None)
    async with living(SitrepBot(app)) as env:
        desk, other = Newsroom(env, app), Newsroom(env, app, "Far Shore")
        await env.settle()
        await desk.publish(NEWER)
        await other.publish(OTHER, public=True)
        lone = env.create_user("Lone")
        asked = await lone.slash("latest", country="Japan")
        listed = await lone.slash("briefings")
        env.raise_errors()
    assert not private(asked)
    assert title_of(asked) == "# Lantern Letter #1"
    assert "Lantern Letter · Far Shore · revision 1" in text_of(asked)
    assert labels(asked) == ["Whole issue", "Timeline (1)", "Cite"]
    assert sections(listed) == ["Lantern Letter"]


async def test_a_direct_message_turns_pages_in_place(newsroom: Newsroom, app: App) -> None:
    await newsroom.publish(LONG, public=True)
    lone = newsroom.env.create_user("Lone")
    asked = await lone.slash("latest", briefing="Harbour Notes", show="everyone")
    turned = await lone.click(asked.response, label="Next")
    assert in_place(turned)
    assert "Share" not in labels(turned)
    assert sections(turned) == ["🇳🇴 Norway (1/4)"]


async def test_a_direct_message_never_reads_a_private_briefing(
    newsroom: Newsroom, env: simcord.Env
) -> None:
    member = newsroom.reader.user
    for filled in ({}, {"briefing": "1"}, {"briefing": "Harbour Notes"}):
        shown = text_of(await member.slash("latest", **filled))
        assert "storm" not in shown.casefold()
    assert await member.autocomplete("latest", "country", "") == []
    assert await member.autocomplete("latest", "briefing", "") == []
