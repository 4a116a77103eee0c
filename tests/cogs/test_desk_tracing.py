"""From a message of Sitrep, or from a card that an editor reads, to its issue at the desk."""

from typing import Any

import discord
import pytest
import simcord

from bot.app.app import App
from bot.domain.access import Access
from bot.domain.reader import Reader
from bot.domain.subscription import Place, Wishes
from bot.presentation.desk_ids import DeskCorrect
from bot.store.store import Store
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.message_menu import pick_in_menu
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, options, parts, private, text_of

MENU = "Correct…"
NONE = "This message shows no issue of this newsroom"


@pytest.fixture
async def room(env: simcord.Env, app: App) -> DeskRoom:
    made = DeskRoom(env, app)
    await made.opened()
    await made.publish(DOCUMENT, public=True)
    return made


async def correct(
    room: DeskRoom, message: Any, channel: simcord.ChannelHandle | None = None
) -> simcord.InteractionResult:
    """The editor picks the entry in the menu of a message."""
    return await pick_in_menu(room.editor, channel or room.channel, MENU, message)


async def alerted(room: DeskRoom, app: App) -> discord.Message:
    """An alert of a further issue."""
    place = Place(server=room.guild.id, channel=room.channel.id)
    who = Reader(user=room.admin.id, server=room.guild.id)
    await app.subscribing.subscribe(who, place, 1, Wishes(), Access())
    panel = await room.brought(DOCUMENT.replace("#9", "#10").replace("Calm", "Rough"))
    await room.press(await room.press(panel, "Publish"), "Now")
    (issue, *_) = [
        each.issue for each in await app.desk.listed(room.as_editor) if each.issue.number == 10
    ]
    await room.out(issue.id)
    (alert,) = room.posted
    return alert


async def test_an_alert_leads_to_its_issue(room: DeskRoom, app: App) -> None:
    alert = await alerted(room, app)
    shown = await correct(room, alert)
    assert private(shown)
    assert text_of(shown).startswith("# Harbour Notes #10")
    assert "-# Published" in text_of(shown)


async def test_a_withdrawn_issue_is_corrected_no_more(room: DeskRoom, app: App) -> None:
    alert = await alerted(room, app)
    panel = await room.desk("open", issue="#10")
    await room.fill(panel, "Withdraw…", reason="All wrong.", number="10")
    (issue, *_) = [
        each.issue for each in await app.desk.listed(room.as_editor) if each.issue.number == 10
    ]
    await room.out(issue.id)
    refused = await correct(room, alert)
    assert "10 was withdrawn and stays as it is" in text_of(refused)
    room.assert_refused()


async def test_a_shared_answer_leads_to_its_issue_or_to_its_quote(room: DeskRoom) -> None:
    card = await room.reader.slash(room.channel, "latest", show="everyone")
    assert text_of(await correct(room, card.response)).startswith("# Harbour Notes #9")
    one = await room.reader.slash(room.channel, "issue", number="q1", show="everyone")
    assert text_of(await correct(room, one.response)).startswith("## A quote in Japan")


async def test_a_list_of_several_issues_asks_which_one(room: DeskRoom) -> None:
    await room.publish(DOCUMENT.replace("#9", "#10").replace("dawn", "noon"), public=True)
    card = await room.reader.slash(room.channel, "quotes", show="everyone")
    asked = await correct(room, card.response)
    assert text_of(asked).startswith("# Which one?")
    picks = options(asked, "Open…")
    assert sorted(picks) == ["Harbour Notes #10: Calm Seas", "Harbour Notes #9: Calm Seas"]
    opened = await room.pick(asked, "Open…", picks["Harbour Notes #9: Calm Seas"])
    assert text_of(opened).startswith("# Harbour Notes #9")


async def test_a_receipt_leads_to_its_issue(room: DeskRoom, app: App, store: Store) -> None:
    await alerted(room, app)
    written = room.posted[-1]
    async with store.write() as transaction:
        (release, *_) = await transaction.releases.latest(1)
        await transaction.receipts.keep_post(release.id, room.channel.id, written.id + 1)
        assert await transaction.receipts.issue_of(written.id + 1) == release.issue.id
        assert await transaction.receipts.issue_of(5) is None
    (issue,) = await app.desk_tracing.shown(room.as_editor, written.id + 1)
    assert issue.number == 10


async def test_another_message_shows_no_issue(room: DeskRoom) -> None:
    written = await room.reader.send(room.channel, DOCUMENT)
    assert NONE in text_of(await correct(room, written))
    helped = await room.reader.slash(room.channel, "latest", country="Norway", show="everyone")
    assert NONE in text_of(await correct(room, helped.response))
    room.assert_refused()


async def test_an_issue_of_another_newsroom_is_none_of_this_one(
    room: DeskRoom, env: simcord.Env, app: App
) -> None:
    other = DeskRoom(env, app, "Far Shore")
    await other.opened()
    await app.briefing_making.found(other.guild.id, "Far Notes", public=False)
    card = await other.reader.slash(other.channel, "latest", briefing="1", show="everyone")
    assert "Harbour Notes" in text_of(card)
    assert NONE in text_of(await correct(other, card.response))
    other.assert_refused()


async def test_an_editor_corrects_from_the_card_of_a_quote(room: DeskRoom) -> None:
    card = await room.editor.slash(room.channel, "issue", number="q1")
    assert labels(card)[-1] == MENU
    one = await room.press(card, MENU)
    assert private(one)
    assert not in_place(one)
    assert text_of(one).startswith("## A quote in Japan")
    assert "Change…" in labels(one)


async def test_an_editor_corrects_from_any_card_of_an_issue(room: DeskRoom) -> None:
    whole = await room.editor.slash(room.channel, "latest")
    assert text_of(await room.press(whole, MENU)).startswith("# Harbour Notes #9")
    section = await room.editor.slash(room.channel, "latest", country="Peru")
    assert text_of(await room.press(section, MENU)).startswith("## 🇵🇪 Peru")
    event = await room.editor.slash(room.channel, "issue", number="e1")
    assert text_of(await room.press(event, MENU)).startswith("## An event in")
    quote = await room.editor.slash(room.channel, "issue", number="q1")
    context = await room.press(quote, "In context")
    assert labels(context)[-1] == MENU
    turned = await room.press(section, "Whole issue")
    assert MENU in labels(turned)


async def test_what_was_changed_meanwhile_leads_to_its_section(room: DeskRoom) -> None:
    card = await room.editor.slash(room.channel, "issue", number="q1")
    one = await room.press(card, MENU)
    await room.press(one, "Not a quote")
    assert text_of(await room.press(card, MENU)).startswith("## 🇯🇵 Japan")


async def test_nobody_else_sees_the_button(room: DeskRoom, env: simcord.Env, app: App) -> None:
    assert MENU not in labels(await room.reader.slash(room.channel, "latest"))
    assert MENU not in labels(await room.admin.slash(room.channel, "latest"))
    public = await room.editor.slash(room.channel, "latest", show="everyone")
    assert MENU not in labels(public)
    shared = await room.press(await room.editor.slash(room.channel, "latest"), "Share")
    assert MENU not in labels(shared)
    listed = await room.editor.slash(room.channel, "quotes")
    assert MENU not in labels(listed)
    other = DeskRoom(env, app, "Far Shore")
    await other.opened()
    abroad = await other.editor.slash(other.channel, "latest", briefing="1")
    assert "#9" in text_of(abroad)
    assert MENU not in labels(abroad)


async def test_the_right_is_asked_for_again_at_the_click(room: DeskRoom, app: App) -> None:
    card = await room.editor.slash(room.channel, "latest")
    writers = room.guild.create_role("Writers")
    await app.servers.choose(room.guild.id, editor_role=writers.id)
    assert "Only editors may do this" in text_of(await room.press(card, MENU))


async def test_what_is_not_there_any_more_is_said(room: DeskRoom, app: App) -> None:
    card = await room.editor.slash(room.channel, "latest")
    key = next(p["custom_id"] for p in parts(card) if p.get("label") == MENU)
    assert key == str(DeskCorrect("i1"))
    panel = await room.desk("open", issue="#9")
    await room.fill(panel, "Withdraw…", reason="All wrong.", number="9")
    await room.out(1)
    assert "was withdrawn" in text_of(await room.press(card, MENU))


async def test_a_server_without_a_briefing_has_no_such_menu(
    room: DeskRoom, env: simcord.Env, app: App
) -> None:
    other = Newsroom(env, app, "No Shore")
    await env.settle()
    written = await other.admin.send(other.channel, "Hello.")
    with pytest.raises(simcord.SetupError, match="No application command"):
        await other.admin.context_menu(other.channel, MENU, written)
