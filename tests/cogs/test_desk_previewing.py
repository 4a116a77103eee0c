"""Previews at the desk: as channels of the newsroom see an issue."""

import pytest
import simcord

from bot.app.app import App
from bot.domain.access import Access
from bot.domain.reader import Reader
from bot.domain.subscription import Place, Wishes
from tests.cogs.desk_room import DeskRoom
from tests.cogs.shown import labels, menu, options, text_of


@pytest.fixture
async def room(env: simcord.Env, app: App) -> DeskRoom:
    made = DeskRoom(env, app)
    await made.opened()
    return made


async def subscribed(room: DeskRoom, name: str, *countries: str, ping: int | None = None) -> int:
    channel = room.guild.create_text_channel(name)
    await room.env.settle()
    place = Place(server=room.guild.id, channel=channel.id)
    who = Reader(user=room.admin.id, server=room.guild.id)
    wishes = Wishes(countries=countries, ping=ping)
    return (await room.app.subscribing.subscribe(who, place, 1, wishes, Access())).id


async def test_without_channels_there_is_nothing_to_choose(room: DeskRoom) -> None:
    shown = await room.press(await room.brought(), "Preview")
    assert labels(shown)[-2:] == ["Publish", "Back"]
    with pytest.raises(StopIteration):
        menu(shown, "As seen by…")


async def test_it_is_seen_as_each_channel_sees_it(room: DeskRoom) -> None:
    peru = await subscribed(room, "andes", "PE", ping=room.editors.id)
    fjords = await subscribed(room, "fjords", "NO")
    shown = await room.press(await room.brought(), "Preview")
    assert options(shown, "As seen by…") == {
        "As any channel sees it that wants all of it": "all",
        "As #andes sees it": str(peru),
        "As #fjords sees it": str(fjords),
    }
    andes = await room.pick(shown, "As seen by…", str(peru))
    assert f"<@&{room.editors.id}>" in text_of(andes)
    assert "Peru" in text_of(andes).split("Also")[0]
    chosen = [each for each in menu(andes, "As seen by…")["options"] if each["default"]]
    assert [each["label"] for each in chosen] == ["As #andes sees it"]
    none = await room.pick(andes, "As seen by…", str(fjords))
    assert "gets no alert of it" in text_of(none)
    assert "It wants Norway, and no section is on that." in text_of(none)
    everything = await room.pick(none, "As seen by…", "all")
    assert "**Preview**, only for you" in text_of(everything)
    assert f"<@&{room.editors.id}>" not in text_of(everything)
    assert labels(everything)[-2:] == ["Publish", "Back"]


async def test_a_correction_is_seen_as_a_channel_sees_it(room: DeskRoom) -> None:
    peru = await subscribed(room, "andes", "PE")
    await room.published()
    panel = await room.desk("open")
    typed = {"number": "9", "day": "2022-01-28", "title": "Rough Seas"}
    await room.fill(panel, "Number, date, title…", **typed)
    shown = await room.desk("preview")
    andes = await room.pick(shown, "As seen by…", str(peru))
    assert "Rough Seas" in text_of(andes)
    assert labels(andes)[-2:] == ["Send the correction…", "Back"]


async def test_a_value_that_was_never_offered_shows_all_of_it(room: DeskRoom) -> None:
    await subscribed(room, "andes", "PE")
    shown = await room.press(await room.brought(), "Preview")
    custom_id = menu(shown, "As seen by…")["custom_id"]
    assert shown.response
    with pytest.raises(simcord.SetupError):
        await room.editor.select(shown.response, ["99"], custom_id=custom_id)


async def test_going_on_leads_to_the_screen_that_was_left(room: DeskRoom) -> None:
    section = await room.pick(await room.brought(), "Open a section", "1")
    await room.pick(section, "Open a quote", "1.0")
    assert "## A quote in Japan" in text_of(await room.desk("open"))
    other = await room.clerk.slash(room.channel, "desk open")
    assert "You have no draft yet" in text_of(other)
    room.assert_refused()


async def test_a_screen_whose_quote_is_gone_is_the_first_one(room: DeskRoom) -> None:
    section = await room.pick(await room.brought(), "Open a section", "1")
    one = await room.pick(section, "Open a quote", "1.0")
    await room.press(one, "Not a quote")
    assert text_of(await room.desk("open")).startswith("# Harbour Notes #9")
