"""Furnishing: the server of the demo, its people and channels, and what was published there."""

from dataclasses import dataclass

import discord
import simcord
from simcord.backend.models import Overwrite
from simcord.enums import OverwriteType

from bot.app.app import App
from bot.app.importing import Order
from bot.demo.newsroom import Desk
from bot.demo.room import Room
from bot.domain.access import Access
from bot.domain.reader import Reader
from bot.domain.subscription import Place, Wishes

_SERVER_NAME = "Rising Powers Desk"
_DRAFT = "harbour-watch-13.md"
"""What the start page publishes; everything else is published from the start."""


@dataclass(frozen=True)
class Scene:
    """What the start page shows: rooms, the desk, and a channel whose rights can be taken away."""

    env: simcord.Env
    rooms: list[Room]
    desk: Desk
    night: simcord.ChannelHandle

    def allow(self, *, writing: bool) -> None:
        """Lets the bot write in the night desk's channel, or not."""
        rights = discord.PermissionOverwrite(send_messages=None if writing else False)
        allowed, denied = rights.pair()
        everyone = self.night.guild.id if self.night.guild else 0
        overwrite = Overwrite(
            target_id=everyone,
            type=OverwriteType.ROLE,
            allow=allowed.value,
            deny=denied.value,
        )
        self.env.backend.edit_channel(self.night.id, {}, overwrites=[overwrite])


async def furnish(env: simcord.Env, app: App, samples: dict[str, bytes]) -> Scene:
    """Makes the server and its people, imports the samples, asks the first question."""
    guild = env.create_guild(_SERVER_NAME)
    names = ("briefings", "alerts", "night-desk", "log", "desk")
    briefings, alerts, night, log, newsroom = (guild.create_text_channel(name) for name in names)
    editors = guild.create_role("Editors", permissions=discord.Permissions(manage_messages=True))
    admins = guild.create_role("Administrators", permissions=discord.Permissions.all())
    robin = env.create_user("Robin (reader)")
    reader = guild.add_member(robin)
    editor = guild.add_member(env.create_user("Eda (editor)"), roles=[editors])
    admin = guild.add_member(env.create_user("Ada (administrator)"), roles=[admins])
    desk = await _publish_samples(app, guild.id, samples)
    await _subscribe(app, guild.id, admin.id, desk, alerts, night)
    await app.servers.choose(guild.id, notice_channel=log.id, log_channel=log.id)
    await admin.send(briefings, "Ask Sitrep here: type / and pick a command.")
    await admin.send(alerts, "Alerts of Harbour Watch come here; /alerts list says how they stand.")
    await admin.send(night, "This channel gets them too, as long as Sitrep may write here.")
    await admin.send(log, "Sitrep says here what became of the alerts.")
    await editor.send(newsroom, "The editors write here: /desk list shows what there is.")
    await robin.send_dm("Hello!")
    await reader.slash(briefings, "latest", country="Russia")
    people = (reader, editor, admin)
    rooms = [
        Room("briefings", "#briefings", "where /latest was just answered", briefings, people),
        Room("alerts", "#alerts", "subscribed to Harbour Watch", alerts, people),
        Room("night", "#night-desk", "subscribed too; its rights are below", night, people),
        Room(
            "desk", "#desk", "where the editor types /desk; see docs/editors.md", newsroom, people
        ),
        Room("log", "#log", "receipts and notices", log, people),
        Room("dm", "Direct message", "the reader alone with Sitrep", robin.dm_channel, (robin,)),
    ]
    return Scene(env, rooms, desk, night)


async def _publish_samples(app: App, newsroom: int, samples: dict[str, bytes]) -> Desk:
    order = Order(newsroom=newsroom, author="demo", publish=True, public=True)
    for name, document in samples.items():
        if name != _DRAFT:
            await app.importing.bring(document, name, order)
    kept = order.model_copy(update={"publish": False})
    drafted = await app.importing.bring(samples[_DRAFT], _DRAFT, kept)
    return Desk(app, drafted.issue, samples[_DRAFT].decode())


async def _subscribe(
    app: App, server: int, user: int, desk: Desk, *channels: simcord.ChannelHandle
) -> None:
    who, briefing = Reader(user=user, server=server), desk.issue.briefing.id
    for channel in channels:
        place = Place(server=server, channel=channel.id)
        await app.subscribing.subscribe(who, place, briefing, Wishes(), Access())
