"""Who may do what at the desk: a table of every command, control and form, for each kind of person.

The controls are forged into a public message, because the desk's own are private: anybody can send
any custom id to a bot.
"""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import discord
import pytest
import simcord
from discord import app_commands
from discord.ext import commands

from bot.app.app import App
from bot.client import SitrepBot
from bot.domain.approval import Wish
from bot.domain.live_update import LiveUpdate
from bot.domain.release import ReleaseKind
from bot.presentation.card import Card, button
from bot.presentation.custom_id import CustomId
from bot.presentation.desk_briefing_ids import DeskMake, DeskTurn
from bot.presentation.desk_forms import FORMS, desk_form, desk_reason_form
from bot.presentation.desk_ids import (
    DeskAgain,
    DeskApproval,
    DeskAsk,
    DeskBring,
    DeskControl,
    DeskCorrect,
    DeskEnter,
    DeskFate,
    DeskForm,
    DeskKept,
    DeskOpen,
    DeskPast,
    DeskPaste,
    DeskSeen,
    DeskSend,
    DeskSetting,
    DeskThen,
    LiveControl,
)
from bot.presentation.desk_reach_ids import ReachPage, ReachPick, ReachServer
from bot.presentation.desk_settings import TYPED_ZONE, zone_form
from bot.presentation.desk_state import TypedForm
from bot.presentation.live_card import live_form
from cogs import desk_bringing, desk_panel, desk_settings, desk_tracing
from cogs.host import NOWHERE, Interaction
from tests.cogs.desk_room import DOCUMENT, DeskRoom
from tests.cogs.message_menu import pick_in_menu
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import private, text_of
from tests.cogs.world import living
from tests.rules.commands import spelled

MANAGERS = "Only people with Manage Server may do this"
REFUSED = "Only editors may do this"
ELSEWHERE = "There is no such issue at this desk"
SCREENS = (
    *("home", "section", "quotes", "quote", "events", "event", "likely", "checks", "shown"),
    *("divide", "goto", "pick", "qpick", "epick"),
)
OUT = ("preview", "publish", "now", "stop", "undo", "samespk", "usual", "cancel", "review", "again")
VERBS = (*SCREENS, *OUT, *desk_panel.DEEDS, *(verb for verb in FORMS if verb[0] == "f"))
"""Everything that a control of the panel can mean."""

COMMANDS: dict[str, dict[str, object]] = {
    "desk import": {"text": DOCUMENT},
    "desk new": {},
    "desk open": {},
    "desk list": {},
    "desk section": {"country": "Peru", "text": "Boats."},
    "desk quote": {"speaker": "Ada", "country": "Peru", "text": "Aye."},
    "desk event": {"day": "2022", "country": "Peru", "text": "Talks begin."},
    "desk preview": {},
    "desk publish": {},
    "desk undo": {},
    "desk history": {},
    "desk settings": {},
    "desk reach": {},
    "desk briefing create": {"name": "Tides"},
    "desk briefing rename": {"briefing": "1", "name": "Fog"},
    "desk briefing visibility": {"briefing": "1", "visibility": "private"},
    "desk briefing look": {"briefing": "1"},
    "live": {"country": "Peru", "text": "Boats."},
}

MANAGED = {
    *("desk settings", "desk reach"),
    *(name for name in COMMANDS if name.startswith("desk briefing ")),
}
"""What people with Manage Server may do who are no editors."""

SEEN_PAGES = (
    *(ReachPage(verb, 1) for verb in ("home", "prev", "next", "blocked", "bprev", "bnext")),
    *(ReachServer(verb, 1, 20) for verb in ("show", "prev", "next")),
)
"""What editors see of who gets a briefing, and people with Manage Server."""

DEEDS = (
    *(ReachServer(verb, 1, 20) for verb in ("ask", "block", "unblock")),
    *(DeskTurn(verb, 1) for verb in ("public", "private", "leave")),
    *(DeskMake(verb, 1) for verb in ("public", "private", "leave")),
)
"""What only people with Manage Server do."""


PAST: tuple[CustomId, ...] = (
    DeskPast(1, 0),
    DeskThen("show", 1, 1, 0, 0, "v1"),
    DeskThen("restore", 1, 1, 0, 0, "v1"),
)
"""What leads into the history of an issue, and what is done there."""


MENUS = ("Import to desk", "Correct…")
"""What the menu of a message has."""


def others(kept: int) -> tuple[CustomId, ...]:
    """What stands beside the panel's controls."""
    return (
        DeskAgain(kept),
        DeskEnter(1),
        DeskSeen(1, 1),
        DeskFate("source", kept, None),
        DeskCorrect("i1"),
        *(DeskBring(verb, kept, 1) for verb in ("add", "new", "in")),
        DeskPaste(None),
        DeskPaste(kept, done=True),
        *(DeskSend(verb, 1, 1, None) for verb in ("look", "form", "tick", "preview", "stop")),
    )


@dataclass
class Forging(commands.Cog):
    """Shows buttons of these ids to everybody, or a form."""

    ids: Sequence[CustomId] = ()
    form: discord.ui.Modal | None = None
    past: DeskPast | None = None
    menu: CustomId = field(default_factory=DeskOpen)
    value: str = "1"

    @app_commands.command(description="Shows them")
    async def forged(self, interaction: Interaction) -> None:
        if self.form is not None:
            await interaction.response.send_modal(self.form)
            return
        card = Card()
        card.say("Press.")
        for start in range(0, len(self.ids), 5):
            card.buttons([button(str(each), each) for each in self.ids[start : start + 5]])
        card.menu("Open…", self.menu, [discord.SelectOption(label="One", value=self.value)])
        if self.past is not None:
            card.menu("Past…", self.past, [discord.SelectOption(label="One", value="v1")])
        await interaction.response.send_message(view=card)


@dataclass
class Scene:
    """A newsroom with a draft, another one beside it, and what is forged in both."""

    room: DeskRoom
    abroad: DeskRoom
    forging: Forging

    async def press(
        self, who: simcord.MemberActor, where: Newsroom, wanted: CustomId
    ) -> simcord.InteractionResult:
        self.forging.ids = [wanted]
        shown = await where.reader.slash(where.channel, "forged")
        assert shown.response
        return await who.click(shown.response, custom_id=str(wanted))


@pytest.fixture
async def scene(app: App) -> AsyncIterator[Scene]:
    forging = Forging()

    class ForgingBot(SitrepBot):
        async def setup_hook(self) -> None:
            await self.add_cog(forging)
            await super().setup_hook()

    async with living(ForgingBot(app)) as env:
        room, abroad = DeskRoom(env, app), DeskRoom(env, app, "Far Shore")
        for each in (room, abroad):
            await each.opened()
        await room.brought()
        yield Scene(room, abroad, forging)


def said(answer: simcord.InteractionResult) -> str:
    """What is answered; a form says nothing."""
    return text_of(answer) if answer.response else ""


def test_every_verb_stands_in_the_table() -> None:
    assert len(set(VERBS)) == len(VERBS)
    assert all(len(verb) <= 8 for verb in VERBS)


async def test_a_control_is_for_nobody_else(scene: Scene) -> None:
    for verb in VERBS:
        control = DeskControl(verb, 1, 1, 1, 0)
        for who in (scene.room.reader, scene.room.admin):
            assert REFUSED in said(await scene.press(who, scene.room, control)), verb
        abroad = await scene.press(scene.abroad.editor, scene.abroad, control)
        assert ELSEWHERE in said(abroad), verb


async def test_a_control_is_for_the_editors_of_its_newsroom(scene: Scene) -> None:
    for verb in VERBS:
        control = DeskControl(verb, 1, 1, 1, 0)
        answer = said(await scene.press(scene.room.clerk, scene.room, control))
        assert REFUSED not in answer, verb
        assert "Something went wrong" not in answer, verb


async def test_what_stands_beside_the_panel_is_for_editors_too(scene: Scene, app: App) -> None:
    typed = TypedForm(verb="faddq", issue=1, at=1, place=1, typed={"words": "Aye."})
    kept = await app.list_states.keep(typed.model_dump_json())
    for control in others(kept):
        if isinstance(control, DeskFate):
            continue  # it opens an empty form, which is asked for the right when it is sent
        for who in (scene.room.reader, scene.room.admin):
            assert REFUSED in said(await scene.press(who, scene.room, control))
    abroad = scene.abroad
    assert ELSEWHERE in said(await scene.press(abroad.editor, abroad, DeskAgain(kept)))
    for control in others(kept):
        if isinstance(control, DeskSend | DeskCorrect):
            assert ELSEWHERE in said(await scene.press(abroad.editor, abroad, control))


async def test_an_approval_is_for_the_editors_of_its_newsroom(scene: Scene, app: App) -> None:
    log = scene.room.guild.create_text_channel("log")
    await scene.room.env.settle()
    await app.servers.choose(scene.room.guild.id, log_channel=log.id, two_people=True)
    wish = Wish(kind=ReleaseKind.PUBLICATION, issue=1, at=1)
    kept = await app.list_states.keep(wish.model_dump_json())
    await app.desk_approving.ask(scene.room.as_editor, wish)
    controls = (DeskAsk(kept), *(DeskApproval(verb, 1) for verb in ("approve", "back")))
    for control in controls:
        for who in (scene.room.reader, scene.room.admin):
            assert REFUSED in said(await scene.press(who, scene.room, control)), control
        abroad = await scene.press(scene.abroad.editor, scene.abroad, control)
        assert ELSEWHERE in said(abroad), control
    for control in controls:
        answer = said(await scene.press(scene.room.clerk, scene.room, control))
        assert REFUSED not in answer, control
        assert "Something went wrong" not in answer, control


async def test_the_history_is_for_the_editors_of_its_newsroom(scene: Scene) -> None:
    for control in PAST:
        for who in (scene.room.reader, scene.room.admin):
            assert REFUSED in said(await scene.press(who, scene.room, control)), control
        abroad = await scene.press(scene.abroad.editor, scene.abroad, control)
        assert ELSEWHERE in said(abroad), control
        answer = said(await scene.press(scene.room.clerk, scene.room, control))
        assert REFUSED not in answer, control
        assert "Something went wrong" not in answer, control


async def test_the_menu_of_saved_states_is_for_the_editors_of_its_newsroom(scene: Scene) -> None:
    scene.forging.past = DeskPast(1, 0)
    for room, who, sentence in (
        (scene.room, scene.room.reader, REFUSED),
        (scene.room, scene.room.admin, REFUSED),
        (scene.abroad, scene.abroad.editor, ELSEWHERE),
        (scene.room, scene.room.clerk, "# A saved state of Harbour Notes #9"),
    ):
        shown = await room.reader.slash(room.channel, "forged")
        assert shown.response
        answer = await who.select(shown.response, ["v1"], custom_id=str(scene.forging.past))
        assert sentence in text_of(answer)


async def test_the_menu_of_issues_is_for_editors(scene: Scene) -> None:
    scene.forging.ids = []
    shown = await scene.room.reader.slash(scene.room.channel, "forged")
    assert shown.response
    refused = await scene.room.reader.select(shown.response, ["1"], custom_id=str(DeskOpen()))
    assert REFUSED in text_of(refused)


async def test_a_form_is_for_the_editors_of_its_newsroom(scene: Scene) -> None:
    for verb in (verb for verb in FORMS if verb not in ("fsource", "fwords", "freason")):
        scene.forging.form = desk_form(DeskForm(verb, 1, 1, 1, 0), {})
        typed = {field.name: "Peru"[: field.most] for field in FORMS[verb][1]}
        for room, who, sentence in (
            (scene.room, scene.room.reader, REFUSED),
            (scene.room, scene.room.admin, REFUSED),
            (scene.abroad, scene.abroad.editor, ELSEWHERE),
        ):
            form = await who.slash(room.channel, "forged")
            assert sentence in text_of(await who.submit_modal(form, typed)), verb


async def test_a_form_about_something_kept_is_for_editors(scene: Scene, app: App) -> None:
    typed = TypedForm(verb="faddq", issue=1, at=1, place=1, typed={"words": "Aye."})
    kept = await app.list_states.keep(typed.model_dump_json())
    scene.forging.form = desk_form(DeskForm("fsource", 1, 1), {})
    scene.forging.form.custom_id = str(DeskKept("source", kept, None))
    form = await scene.room.reader.slash(scene.room.channel, "forged")
    answer = await scene.room.reader.submit_modal(form, {"source": "Radio"})
    assert REFUSED in text_of(answer)


async def test_the_reason_of_a_correction_is_for_the_editors_of_its_newsroom(scene: Scene) -> None:
    scene.forging.form = desk_reason_form(DeskSend("form", 1, 1, None), "")
    for room, who, sentence in (
        (scene.room, scene.room.reader, REFUSED),
        (scene.room, scene.room.admin, REFUSED),
        (scene.abroad, scene.abroad.editor, ELSEWHERE),
    ):
        form = await who.slash(room.channel, "forged")
        assert sentence in text_of(await who.submit_modal(form, {"reason": "A slip"}))


def test_every_command_stands_in_the_table(scene: Scene) -> None:
    bot = scene.room.env.bot
    assert isinstance(bot, SitrepBot)
    slashes = discord.AppCommandType.chat_input
    loaded = {each.name: each for each in bot.tree.get_commands(guild=NOWHERE, type=slashes)}
    desk = loaded.pop("desk")
    assert isinstance(desk, app_commands.Group)
    assert {*spelled([desk]), *spelled(loaded.values())} == {f"/{name}" for name in COMMANDS}


async def test_a_setting_is_for_people_who_manage_the_server(scene: Scene, app: App) -> None:
    room, abroad = scene.room, scene.abroad
    before = await app.servers.choices(room.guild.id)
    for verb in (*desk_settings.VERBS, "other"):
        control = DeskSetting(verb, 0)
        for who in (room.reader, room.clerk):
            assert MANAGERS in said(await scene.press(who, room, control)), verb
        answer = said(await scene.press(abroad.admin, abroad, control))
        assert MANAGERS not in answer, verb
        assert "Something went wrong" not in answer, verb
    assert await app.servers.choices(room.guild.id) == before


async def test_the_form_of_the_time_zone_is_for_people_who_manage_the_server(
    scene: Scene, app: App
) -> None:
    room, abroad = scene.room, scene.abroad
    scene.forging.form = zone_form("UTC", 0)
    for where, who in ((room, room.reader), (room, room.clerk), (abroad, abroad.admin)):
        form = await who.slash(where.channel, "forged")
        answer = await who.submit_modal(form, {TYPED_ZONE: "Oslo"})
        assert (MANAGERS in said(answer)) is (who is not abroad.admin)
    assert (await app.servers.choices(room.guild.id)).time_zone is None
    assert (await app.servers.choices(abroad.guild.id)).time_zone == "Europe/Oslo"


async def test_the_option_of_the_time_zone_is_for_people_who_manage_the_server(
    scene: Scene,
) -> None:
    room = scene.room
    await room.allow(room.reader, room.admin, room.editors)
    for who in (room.reader, room.clerk, room.admin):
        answer = await who.slash(room.channel, "desk settings", timezone="Oslo")
        assert (MANAGERS in said(answer)) is (who is not room.admin)


@pytest.mark.parametrize("control", SEEN_PAGES, ids=str)
async def test_who_gets_a_briefing_is_for_those_inside(scene: Scene, control: CustomId) -> None:
    room, abroad = scene.room, scene.abroad
    assert REFUSED in said(await scene.press(room.reader, room, control))
    for who in (room.clerk, room.admin):
        answer = said(await scene.press(who, room, control))
        assert REFUSED not in answer
        assert "Something went wrong" not in answer
    for who in (abroad.editor, abroad.admin):
        assert "has no such briefing" in said(await scene.press(who, abroad, control))


@pytest.mark.parametrize("control", DEEDS, ids=str)
async def test_a_deed_about_a_briefing_is_for_managers(scene: Scene, control: CustomId) -> None:
    room, abroad = scene.room, scene.abroad
    for who in (room.reader, room.clerk):
        assert MANAGERS in said(await scene.press(who, room, control))
    if not isinstance(control, DeskMake):
        assert "has no such briefing" in said(await scene.press(abroad.admin, abroad, control))
    answer = said(await scene.press(room.admin, room, control))
    assert MANAGERS not in answer
    assert "Something went wrong" not in answer


@pytest.mark.parametrize("value", ["x", "-1", "²", "٣", "9" * 20, "9" * 21, "20"])
async def test_the_menu_of_servers_is_for_those_inside(scene: Scene, value: str) -> None:
    room = scene.room
    scene.forging.ids, scene.forging.menu = [], ReachPick("server", 1)
    scene.forging.value = value
    shown = await room.reader.slash(room.channel, "forged")
    assert shown.response
    for who, sentence in ((room.reader, REFUSED), (room.admin, "This server ")):
        key = str(scene.forging.menu)
        assert sentence in text_of(await who.select(shown.response, [value], custom_id=key))


async def test_a_command_is_for_editors(scene: Scene) -> None:
    room = scene.room
    await room.allow(room.reader, room.admin, room.editors)
    for command, options in COMMANDS.items():
        for who in (room.reader, room.admin):
            answer = await who.slash(room.channel, command, **options)
            manages = who is room.admin and command in MANAGED
            assert ((REFUSED in text_of(answer)) or MANAGERS in text_of(answer)) is not manages, (
                command
            )
        answer = await room.clerk.slash(room.channel, command, **options)
        assert REFUSED not in said(answer), command
        assert (MANAGERS in said(answer)) is command.startswith("desk briefing "), command


async def test_a_live_update_is_for_the_editors_of_its_newsroom(scene: Scene, app: App) -> None:
    kept = await app.list_states.keep(LiveUpdate(issue=1, text="Boats.").model_dump_json())
    for verb in ("edit", "right", "drop", "send", "stop", "draft", "to", "show"):
        control = LiveControl(verb, kept)
        for who in (scene.room.reader, scene.room.admin):
            assert REFUSED in said(await scene.press(who, scene.room, control)), verb
        abroad = await scene.press(scene.abroad.editor, scene.abroad, control)
        assert ELSEWHERE in said(abroad), verb
        assert REFUSED not in said(await scene.press(scene.room.clerk, scene.room, control)), verb
    scene.forging.form = live_form(LiveUpdate(issue=1), kept)
    for room, who, sentence in (
        (scene.room, scene.room.reader, REFUSED),
        (scene.abroad, scene.abroad.editor, ELSEWHERE),
    ):
        form = await who.slash(room.channel, "forged")
        sent = await who.submit_modal(form, {"country": "Peru", "text": "x", "source": ""})
        assert sentence in text_of(sent)


def test_every_entry_of_a_message_menu_stands_in_the_table() -> None:
    assert {menu.name for module in (desk_bringing, desk_tracing) for menu in module.MENUS} == set(
        MENUS
    )


async def test_an_entry_of_a_message_menu_is_for_editors(scene: Scene) -> None:
    room = scene.room
    await room.allow(room.reader, room.admin, room.editors)
    written = await room.reader.send(room.channel, DOCUMENT)
    for name in MENUS:
        for who in (room.reader, room.admin):
            answer = await pick_in_menu(who, room.channel, name, written)
            assert REFUSED in text_of(answer), name
            assert private(answer)
        answer = await pick_in_menu(room.clerk, room.channel, name, written)
        assert REFUSED not in said(answer), name


async def test_a_key_that_stands_for_nothing_or_for_something_else_is_refused(
    scene: Scene, app: App
) -> None:
    update = await app.list_states.keep(LiveUpdate(issue=1, text="Boats.").model_dump_json())
    form = await app.list_states.keep(TypedForm(verb="fmast", issue=1, at=1).model_dump_json())
    for control in (DeskAgain(update), LiveControl("show", form), DeskAgain(999_999)):
        answer = said(await scene.press(scene.room.clerk, scene.room, control))
        assert "This was kept for 90 days; " in answer, control


async def test_a_server_without_a_briefing_has_no_desk(scene: Scene, app: App) -> None:
    other = Newsroom(scene.room.env, app, "No Shore")
    await scene.room.env.settle()
    with pytest.raises(simcord.SetupError, match="No application command named 'desk'"):
        await other.admin.slash(other.channel, "desk list")
