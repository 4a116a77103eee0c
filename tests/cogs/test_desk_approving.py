"""Two people: who wrote the last change asks in the log, and another editor lets it out there."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.domain.release import Release
from bot.presentation.card import Card, button
from bot.presentation.custom_id import CustomId
from bot.presentation.desk_ids import DeskApproval
from bot.store.store import open_store
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.shown import (
    in_place,
    labels,
    private,
    text_of,
    words_below,
    words_of,
)
from tests.cogs.test_restart import Restart
from tests.cogs.world import at_home
from tests.moments import NOW

ASKS = "You wrote the last change, so another editor has to let it out."
SECTION = {"heading": "Norway", "country": "", "text": "Fjords.", "source": ""}
SAID = {"speaker": "Ada Quill", "role": "harbour master", "country": "Japan", "day": "2022-01-27"}
PARIS_18 = 1_643_734_800


@pytest.fixture
async def restart(env: simcord.Env, database: Path, gazetteer: Gazetteer) -> AsyncIterator[Restart]:
    """Ends the bot and starts another, with nothing in common but the file."""
    async with open_store(database, NOW) as store:

        async def again() -> None:
            app = build_app(store, gazetteer, lambda: NOW, allowed=())
            await env.restart_bot(at_home(SitrepBot(app), env))

        yield again


class Pair(DeskRoom):
    """Ada asks, Ben approves."""

    def __init__(self, env: simcord.Env, app: App, name: str = "Harbour Desk") -> None:
        super().__init__(env, app, name)
        self.log = self.guild.create_text_channel("log")

    async def paired(self) -> None:
        await self.opened()
        await self.on()

    async def on(self, *, two: bool = True) -> None:
        await self.app.servers.choose(self.guild.id, log_channel=self.log.id, two_people=two)

    async def asked(self) -> discord.Message:
        """The editor has imported a document, wants it out at once, and asks."""
        asks = await self.press(await self.press(await self.brought(), "Publish"), "Now")
        await self.press(asks, "Ask for approval")
        return self.posts[-1]

    @property
    def posts(self) -> list[discord.Message]:
        return list(self.log.history())

    async def approve(
        self, message: discord.Message, who: simcord.MemberActor | None = None
    ) -> simcord.InteractionResult:
        return await (who or self.clerk).click(message, label="Approve")

    @property
    def bot_log(self) -> discord.TextChannel:
        """The log, as the bot has it."""
        found = self.env.bot.get_channel(self.log.id)
        assert isinstance(found, discord.TextChannel)
        return found

    async def forged(self, control: CustomId) -> discord.Message:
        """Another message with that button: anybody can send any custom id to a bot."""
        card = Card()
        card.say("Press.")
        card.buttons([button("Approve", control)])
        sent = await self.bot_log.send(view=card)
        return next(each for each in self.posts if each.id == sent.id)

    async def pending(self, key: int = 1) -> Release | None:
        return await self.app.publishing.pending(key)


@pytest.fixture
async def room(env: simcord.Env, app: App) -> Pair:
    made = Pair(env, app)
    await made.paired()
    return made


def keys(message: discord.Message) -> list[str]:
    return [
        str(part["custom_id"])
        for row in message.components
        for part in _parts(dict(row.to_dict()))
        if part.get("custom_id")
    ]


def _parts(component: dict[str, Any]) -> list[dict[str, Any]]:
    nested = [each for part in component.get("components", ()) for each in _parts(part)]
    return [component, *nested]


def said_alone(answer: simcord.InteractionResult) -> str:
    """What only the person sees who pressed a button in the log."""
    return "\n".join(words_below(answer)) if answer.followups else text_of(answer)


async def test_who_wrote_the_last_change_asks_and_another_editor_lets_it_out(room: Pair) -> None:
    card = await room.press(await room.brought(), "Publish")
    assert "Ada wrote the last change, so another editor lets it out." in text_of(card)
    asks = await room.press(card, "Now")
    assert in_place(asks)
    assert ASKS in text_of(asks)
    assert labels(asks) == ["Ask for approval", "Back"]
    assert await room.pending() is None
    assert room.posts == []
    asked = await room.press(asks, "Ask for approval")
    assert asked.response
    assert asks.response
    assert asked.response.id == asks.response.id
    assert f"Another editor approves it in <#{room.log.id}>." in text_of(asked)
    (post,) = room.posts
    assert words_of(post).splitlines() == [
        "# Harbour Notes #9 waits for approval",
        "Ada wants to publish it at once.",
        "**Calm Seas**",
        "-# Another editor presses **Approve**, and it goes out 30 seconds later, as it is now. "
        "**Open** shows it.",
    ]
    out = await room.approve(post)
    (post,) = room.posts
    assert "**Approved by Ben <t:" in words_of(post)
    assert keys(post) == []
    assert "# Harbour Notes #9 goes out <t:" in said_alone(out)
    release = await room.pending()
    assert release
    assert (release.author, release.approver) == ("Ada", "Ben")
    await room.out(1)
    assert "Calm seas were seen" in text_of(await room.ask())


async def test_the_approver_can_stop_it(room: Pair) -> None:
    out = await room.approve(await room.asked())
    (countdown,) = out.followups
    stopped = await room.clerk.click(countdown, label="Stop")
    assert "Stopped: nobody was told." in text_of(stopped)
    assert await room.pending() is None


async def test_nobody_else_approves(room: Pair, env: simcord.Env, app: App) -> None:
    post = await room.asked()
    own = await room.approve(post, room.editor)
    assert private(own)
    assert "You have asked for this yourself; another editor has to approve it." in text_of(own)
    assert "Only editors may do this" in text_of(await room.approve(post, room.reader))
    assert "Only editors may do this" in text_of(await room.approve(post, room.admin))
    abroad = Pair(env, app, "Far Shore")
    await abroad.paired()
    twin = await abroad.forged(DeskApproval("approve", 1))
    refused = await room.approve(twin, abroad.editor)
    assert "There is no such issue at this desk" in text_of(refused)
    assert room.posts == [post]
    assert await room.pending() is None


async def test_open_shows_it_privately(room: Pair) -> None:
    opened = await room.clerk.click(await room.asked(), label="Open")
    assert private(opened)
    assert "**Waiting for approval**, asked by Ada <t:1643716800:R>" in text_of(opened)
    assert "Take the request back" in labels(opened)


async def test_another_editor_publishes_without_asking(room: Pair) -> None:
    post = await room.asked()
    card = await room.clerk.slash(room.channel, "desk publish", issue="#9")
    assert card.response
    out = await room.clerk.click(card.response, label="Now")
    assert "goes out" in text_of(out)
    (ended,) = room.posts
    assert (ended.id, keys(ended)) == (post.id, [])
    assert "**Not needed any more: Ben let it out <t:" in words_of(ended)


async def test_what_was_changed_since_is_not_approved(room: Pair) -> None:
    post = await room.asked()
    panel = await room.fill(await room.desk("open"), "Add section…", **SECTION)
    assert "**Approval has to be asked for again**, asked by Ada" in text_of(panel)
    late = await room.approve(post)
    assert "It was changed since; ask again." in said_alone(late)
    (ended,) = room.posts
    assert "**Outdated: it was changed since" in words_of(ended)
    assert keys(ended) == []
    assert await room.pending() is None
    assert "settled" not in text_of(await room.desk("open"))


async def test_asking_again_replaces_the_request(room: Pair) -> None:
    old = await room.asked()
    panel = await room.fill(await room.desk("open"), "Add section…", **SECTION)
    asks = await room.press(await room.press(panel, "Publish"), "Now")
    await room.press(asks, "Ask for approval")
    first, second = room.posts
    assert first.id == old.id
    assert "**Outdated: Ada has asked again <t:" in words_of(first)
    assert keys(first) == []
    late = await room.approve(await room.forged(DeskApproval("approve", 1)))
    assert "This request is settled or was taken back" in text_of(late)
    assert await room.pending() is None
    assert "goes out" in said_alone(await room.approve(second))


async def test_a_restart_between_asking_and_approving_loses_nothing(
    room: Pair, restart: Restart
) -> None:
    asks = await room.press(await room.press(await room.brought(), "Publish"), "Now")
    await restart()
    asked = await room.press(asks, "Ask for approval")
    await restart()
    assert asked.response
    assert "goes out" in said_alone(await room.approve(room.posts[0]))
    assert "Approved by Ben" in words_of(room.posts[0])


async def test_two_clicks_let_it_out_once(room: Pair) -> None:
    twin = await room.forged(DeskApproval("approve", 1))
    await room.approve(await room.asked())
    again = await room.approve(twin)
    assert "This request is settled or was taken back" in text_of(again)
    assert len(await releases(room)) == 1


async def releases(room: Pair, key: int = 1) -> list[Release]:
    async with room.app.publishing._store.read() as store:
        return await store.releases.of_issue(key)


async def test_it_is_taken_back(room: Pair) -> None:
    await room.asked()
    taken = await room.press(await room.desk("open"), "Take the request back")
    assert "# Taken back" in text_of(taken)
    assert "**Taken back by Ada <t:" in words_of(room.posts[0])
    panel = await room.press(taken, "Back")
    assert "Waiting for approval" not in text_of(panel)
    assert "Take the request back" not in labels(panel)


async def test_the_list_says_what_waits(room: Pair) -> None:
    await room.asked()
    assert "draft · **waiting for approval**" in text_of(await room.desk("list"))
    await room.fill(await room.desk("open"), "Add section…", **SECTION)
    assert "waiting for approval" not in text_of(await room.desk("list"))


@pytest.mark.parametrize("how", ["gone", "closed", "late"])
async def test_without_a_log_nothing_is_asked(room: Pair, how: str, env: simcord.Env) -> None:
    asks = await room.press(await room.press(await room.brought(), "Publish"), "Now")
    if how == "gone":
        await room.bot_log.delete()
    elif how == "closed":
        denied = discord.PermissionOverwrite(send_messages=False)
        await room.bot_log.set_permissions(room.bot_log.guild.default_role, overwrite=denied)
    else:
        env.inject_error("POST", f"/channels/{room.log.id}/messages", status=403, code=50013)
    await env.settle()
    refused = await room.press(asks, "Ask for approval")
    assert "Sitrep cannot write in the log channel" in said_alone(refused)
    assert "Take the request back" not in labels(await room.desk("open"))


async def corrected(room: Pair) -> simcord.InteractionResult:
    """The reason of a correction is given; the issue was published before two people were."""
    await room.on(two=False)
    await room.published()
    await room.on()
    quotes = await room.press(await room.desk("open"), "Quotes (1)")
    one = await room.pick(quotes, "Quotes 1", "1.0")
    panel = await room.fill(one, "Change…", words="We sail at noon,", **SAID)
    return await room.corrected(panel, "A slip of the pen.")


async def test_a_correction_is_asked_for_with_its_difference_and_its_reason(room: Pair) -> None:
    asks = await corrected(room)
    assert ASKS in text_of(asks)
    back = await room.press(asks, "Back")
    assert "# Send the correction of Harbour Notes #9?" in text_of(back)
    form = await room.press(back, "Give the reason and send…")
    asks = await room.editor.submit_modal(form, {"reason": "A slip of the pen."})
    await room.press(asks, "Ask for approval")
    post = room.posts[0]
    assert "Ada wants to send a correction of it at once." in words_of(post)
    assert "was “We sail at dawn,” and is now “We sail at noon,”" in words_of(post)
    assert "Reason: A slip of the pen." in words_of(post)
    out = await room.approve(post)
    assert "# The correction of Harbour Notes #9 goes out <t:" in said_alone(out)
    assert "Approved by Ben" in words_of(room.posts[0])
    (release, _) = await releases(room)
    assert (release.author, release.approver, release.reason) == (
        *("Ada", "Ben"),
        "A slip of the pen.",
    )
    await room.out(1)
    assert "We sail at noon" in text_of(await room.ask(country="Japan"))


async def test_a_withdrawal_is_urgent_and_needs_nobody_else(room: Pair) -> None:
    await room.on(two=False)
    await room.published()
    await room.on()
    panel = await room.desk("open")
    gone = await room.fill(panel, "Withdraw…", number="9", reason="It is all wrong.")
    assert "# Harbour Notes #9 is withdrawn <t:" in text_of(gone)


async def live(room: Pair, text: str = "The bell is silent.") -> simcord.InteractionResult:
    shown = await room.editor.slash(room.channel, "live", country="Peru", text=text)
    return await room.press(shown, "Send")


async def test_a_live_update_goes_out_when_another_editor_approves_it(room: Pair) -> None:
    await room.on(two=False)
    await room.published()
    await room.on()
    asks = await live(room)
    assert "You wrote this update, so another editor has to let it out." in text_of(asks)
    assert labels(await room.press(asks, "Back")) == ["Send", "Edit…", "To draft"]
    await room.press(await live(room), "Ask for approval")
    await room.press(await live(room, "The bell rings."), "Ask for approval")
    post, second = room.posts
    assert "Ada wants to send a live update of it at once." in words_of(post)
    assert "The bell is silent." in words_of(post)
    assert "The bell rings." in words_of(second)
    panel = await room.desk("open")
    assert text_of(panel).count("**A live update waits for approval**, asked by Ada") == 2
    assert "Take request 2 back" in labels(panel)
    out = await room.approve(post)
    assert "# The update of Harbour Notes #9 goes out <t:" in said_alone(out)
    await room.out(1)
    assert "The bell is silent." in text_of(await room.ask(country="Peru"))
    (countdown,) = (await room.approve(second)).followups
    stopped = await room.clerk.click(countdown, label="Stop")
    assert "Stopped: nobody was told." in text_of(stopped)
    assert "The bell rings." in text_of(stopped)


async def test_an_update_of_what_is_not_the_newest_is_not_approved(room: Pair) -> None:
    await room.on(two=False)
    await room.published()
    await room.on()
    await room.press(await live(room), "Ask for approval")
    await room.publish(DOCUMENT.replace("#9", "#10").replace("Calm Seas", "High Seas"))
    late = await room.approve(room.posts[0])
    assert "#10 was published meanwhile; ask again." in said_alone(late)
    assert "**Outdated" in words_of(room.posts[0])


async def scheduled(room: Pair) -> discord.Message:
    """The editor asks for a set time."""
    asks = await room.press(await room.brought(), "Publish")
    asks = await room.fill(asks, "Other time…", when="18:00", zone="Paris")
    assert f"It would go out <t:{PARIS_18}:F>." in text_of(asks)
    await room.press(asks, "Ask for approval")
    return room.posts[0]


async def test_a_set_time_is_approved(room: Pair) -> None:
    post = await scheduled(room)
    assert f"Ada wants to publish it <t:{PARIS_18}:F>." in words_of(post)
    planned = await room.approve(post)
    assert f"<t:{PARIS_18}:F>, to 0 channels" in said_alone(planned)
    release = await room.pending()
    assert release
    assert (release.scheduled, release.author, release.approver) == (True, "Ada", "Ben")
    assert "another editor has to let it out again" in said_alone(planned)


async def test_a_change_after_it_needs_approval_again(room: Pair) -> None:
    await room.approve(await scheduled(room))
    panel = await room.fill(await room.desk("open"), "Add section…", **SECTION)
    assert "**Changed after it was let out**" in text_of(panel)
    assert "Let it out as it is now" in labels(panel)
    asks = await room.press(panel, "Let it out as it is now")
    assert ASKS in text_of(asks)
    await room.press(asks, "Ask for approval")
    await room.approve(room.posts[-1])
    panel = await room.desk("open")
    assert "Changed after" not in text_of(panel)
    other = await room.fill(panel, "Add section…", **SECTION | {"heading": "Peru"})
    assert "**Changed after it was let out**" in text_of(other)
    shown = await room.clerk.slash(room.channel, "desk open", issue="#9")
    assert shown.response
    now = await room.clerk.click(shown.response, label="Let it out as it is now")
    assert "Let out as it is now." in text_of(now)
    assert "Changed after" not in text_of(now)


async def test_what_nobody_has_approved_does_not_go_out_at_its_moment(room: Pair) -> None:
    await room.approve(await scheduled(room))
    await room.fill(await room.desk("open"), "Add section…", **SECTION)
    async with room.app.publishing._store.write() as store:
        pending = await store.releases.pending(1)
        assert pending
        moment: dict[str, Any] = {"due_at": pending.made_at - timedelta(minutes=1)}
        await store.releases.set_state(pending.id, pending.state, **moment)
    await room.env.advance_time(3)
    notice = room.posts[-1]
    assert "# Harbour Notes #9 did not go out" in words_of(notice)
    assert "Something has to be mended or approved first" in words_of(notice)
    assert "**missed**, a draft again" in text_of(await room.desk("list"))
