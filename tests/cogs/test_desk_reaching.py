"""`/desk reach`: who gets a briefing, and a server that is blocked and let in again."""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import simcord

from bot.app.app import App, build_app
from bot.app.importing import Order as ImportOrder
from bot.app.planning import Order
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.domain.release import Author
from bot.store.store import open_store
from tests.cogs.alerts_desk import AlertsDesk
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, menu, options, private, text_of, words_of
from tests.cogs.world import at_home
from tests.moments import NOW

SECOND = DOCUMENT.replace("#9", "#10").replace("Calm Seas", "Rough Seas")
AT_ONCE = Order(author=Author(name="Ada"), at_once=True)
KEPT_OUT = "This newsroom does not let this server subscribe"
Restart = Callable[[], Awaitable[None]]


class Bureau(DeskRoom):
    """A newsroom with a public briefing, and a server abroad with two channels that get it."""

    def __init__(self, env: simcord.Env, app: App, stranger: Newsroom) -> None:
        super().__init__(env, app)
        self.far = AlertsDesk(stranger)
        self.side = self.far.room("side")

    async def spread(self) -> None:
        """One issue is out; both channels subscribe after it."""
        await self.opened()
        await self.publish(DOCUMENT, public=True)
        await self.allow(self.admin, self.editors)
        await self.far.subscribe(briefing="1")
        await self.far.subscribe(briefing="1", channel=self.side, country="Japan")

    async def release(self, text: str) -> None:
        """An issue goes out at once."""
        order = ImportOrder(newsroom=self.guild.id, author="test")
        brought = await self.app.importing.bring(text.encode(), "issue.txt", order)
        await self.app.publishing.publish(brought.issue.id, AT_ONCE)
        await self.env.advance_time(3)

    async def reach(self, **given: str) -> simcord.InteractionResult:
        """The administrator types `/desk reach`."""
        return await self.admin.slash(self.channel, "desk reach", **given)

    async def click(
        self, shown: simcord.InteractionResult, label: str
    ) -> simcord.InteractionResult:
        """The administrator clicks."""
        assert shown.response
        return await self.admin.click(shown.response, label=label)

    async def opened_server(self, name: str = "Far Shore") -> simcord.InteractionResult:
        """The administrator picks a server in the menu."""
        return await self.picked(await self.reach(), "Open a server", name)

    async def picked(
        self, shown: simcord.InteractionResult, prompt: str, name: str
    ) -> simcord.InteractionResult:
        """The administrator picks in a menu."""
        assert shown.response
        key, value = menu(shown, prompt)["custom_id"], options(shown, prompt)[name]
        return await self.admin.select(shown.response, [value], custom_id=key)

    async def block(self) -> simcord.InteractionResult:
        """Far Shore is kept out."""
        return await self.click(await self.click(await self.opened_server(), "Block…"), "Block")


@pytest.fixture
async def bureau(env: simcord.Env, app: App, stranger: Newsroom) -> Bureau:
    made = Bureau(env, app, stranger)
    await env.settle()
    await made.spread()
    return made


@pytest.fixture
async def restart(env: simcord.Env, database: Path, gazetteer: Gazetteer) -> AsyncIterator[Restart]:
    """Ends the bot and starts another, with nothing in common but the file."""
    async with open_store(database, NOW) as store:

        async def again() -> None:
            app = build_app(store, gazetteer, lambda: NOW, allowed=())
            await env.restart_bot(at_home(SitrepBot(app), env))

        yield again


async def test_editors_see_who_gets_it_and_no_channel_abroad(bureau: Bureau) -> None:
    home = AlertsDesk(bureau)
    await bureau.env.settle()
    await home.subscribe()
    shown = await bureau.desk("reach")
    assert private(shown)
    said = text_of(shown)
    assert "# Who gets Harbour Notes" in said
    assert "3 channels in 2 servers; all of them working." in said
    assert f"**Harbour Desk** · this server, 1 channel: <#{bureau.channel.id}>" in said
    assert "**Far Shore** · 2 channels" in said
    for secret in (str(bureau.far.channel.id), str(bureau.side.id), "side"):
        assert secret not in said
    there = await bureau.pick(shown, "Open a server", str(bureau.far.guild.id))
    assert in_place(there)
    assert "Channel 1 · All countries · working since <t:1643716800:f>" in text_of(there)
    assert "Channel 2 · Japan · working since <t:1643716800:f>" in text_of(there)
    assert "People with Manage Server can block a server" in text_of(there)
    assert labels(there) == ["Back"]
    assert "# Who gets Harbour Notes" in text_of(await bureau.press(there, "Back"))


async def test_a_paused_channel_says_why(bureau: Bureau) -> None:
    await bureau.far.forbid(bureau.side, send_messages=True)
    await bureau.far.ask("list")  # which looks at the channels again
    assert "2 channels in 1 server; 1 paused." in text_of(await bureau.reach())
    shown = text_of(await bureau.opened_server())
    assert "Channel 2 · Japan · paused, because Sitrep may not write there since" in shown


async def test_a_server_is_blocked_after_a_question(bureau: Bureau) -> None:
    asked_before = await bureau.click(await bureau.opened_server(), "Block…")
    asked = await bureau.click(await bureau.opened_server(), "Block…")
    assert "# Block Far Shore?" in text_of(asked)
    assert "Its 2 subscriptions of Harbour Notes end now" in text_of(asked)
    back = await bureau.click(asked, "Back")
    assert "2 channels get Harbour Notes" in text_of(back)
    assert len(await bureau.far.subscriptions()) == 2
    blocked = await bureau.block()
    assert in_place(blocked)
    assert "Blocked: 2 subscriptions ended." in text_of(blocked)
    assert await bureau.far.subscriptions() == []
    late = await bureau.click(asked_before, "Block")
    assert "Far Shore is blocked already" in text_of(late)


async def test_what_is_published_then_does_not_reach_it(bureau: Bureau) -> None:
    await AlertsDesk(bureau).subscribe()
    await bureau.block()
    await bureau.release(SECOND)
    assert bureau.far.newsroom.posted == []
    assert len(bureau.posted) == 1


async def test_what_waits_for_it_is_not_sent(bureau: Bureau) -> None:
    await AlertsDesk(bureau).subscribe()
    out = await bureau.press(await bureau.press(await bureau.brought(SECOND), "Publish"), "Now")
    assert "goes out" in text_of(out)
    await bureau.block()
    await bureau.out(2)
    assert bureau.far.newsroom.posted == []
    assert len(bureau.posted) == 1


async def test_what_was_posted_there_is_corrected_and_withdrawn(bureau: Bureau) -> None:
    await bureau.release(SECOND)
    (posted,) = bureau.far.newsroom.posted
    assert "Rough Seas" in words_of(posted)
    await bureau.block()
    publishing = bureau.app.publishing
    contents = await publishing.contents(2)
    mended = contents.model_copy(update={"title": "Mended Seas"})
    await publishing.correct(2, mended, "A slip.", AT_ONCE)
    await bureau.env.advance_time(3)
    (posted,) = bureau.far.newsroom.posted
    assert "Mended Seas" in words_of(posted)
    await publishing.withdraw(2, "All wrong.", AT_ONCE)
    await bureau.env.advance_time(3)
    (posted,) = bureau.far.newsroom.posted
    assert "**Withdrawn**" in words_of(posted)


async def test_nobody_there_reads_or_subscribes_any_more(bureau: Bureau) -> None:
    stranger = bureau.far.newsroom
    card = await stranger.ask(briefing="1")
    ended = await bureau.far.ask("stop", channel=bureau.far.channel)
    await bureau.block()
    refused = await bureau.far.subscribe(briefing="1")
    assert private(refused)
    assert KEPT_OUT in text_of(refused)
    assert KEPT_OUT in text_of(await bureau.far.press(ended, "Undo"))
    for asked in (await stranger.ask(), await stranger.ask(briefing="1")):
        assert "Harbour" not in text_of(asked)
    assert card.response
    turned = await stranger.reader.click(card.response, label="Cite issue")
    assert "Harbour" not in text_of(turned)
    assert await stranger.suggest("latest", "briefing", "") == []
    assert "# Harbour Notes #9" in text_of(await bureau.ask())
    stranger.assert_refused()


async def test_a_blocked_server_is_let_in_again(bureau: Bureau) -> None:
    await bureau.block()
    home = await bureau.reach()
    assert "No channel has subscribed to it yet." in text_of(home)
    assert "1 server blocked." in text_of(home)
    listed = await bureau.click(home, "Blocked servers")
    who = f"by <@{bureau.admin.id}>"
    assert f"- **Far Shore** · blocked on <t:1643716800:f> {who}" in text_of(listed)
    there = await bureau.picked(listed, "Open one to unblock", "Far Shore")
    free = await bureau.click(there, "Unblock")
    assert "Unblocked: it may read and subscribe again." in text_of(free)
    assert await bureau.far.subscriptions() == []
    assert "# Harbour Notes" in text_of(await bureau.far.newsroom.ask(briefing="1"))
    await bureau.far.subscribe(briefing="1")
    assert (await bureau.far.the_one()).standing == "working"


async def test_every_control_answers_after_a_restart(bureau: Bureau, restart: Restart) -> None:
    home = await bureau.reach()
    await restart()
    there = await bureau.picked(home, "Open a server", "Far Shore")
    await restart()
    asked = await bureau.click(there, "Block…")
    await restart()
    blocked = await bureau.click(asked, "Block")
    assert "Blocked: 2 subscriptions ended." in text_of(blocked)
    await restart()
    assert "Unblocked" in text_of(await bureau.click(blocked, "Unblock"))


async def test_several_briefings_are_told_apart(bureau: Bureau) -> None:
    await bureau.app.briefing_making.found(bureau.guild.id, "Tides", public=True)
    assert "Say which briefing" in text_of(await bureau.reach())
    assert "# Who gets Tides" in text_of(await bureau.reach(briefing="Tides"))
    assert "has no such briefing" in text_of(await bureau.reach(briefing="Fog"))
    found = await bureau.admin.autocomplete(bureau.channel, "desk reach", "briefing", "tid")
    assert [choice["value"] for choice in found] == ["2"]
    bureau.assert_refused()
