"""Who is at the desk: a member of a server, with the roles and rights that Discord tells of now."""

import discord

from bot.domain.editor import Editor
from bot.errors import Refused
from cogs.host import Interaction


def editor_of(interaction: Interaction) -> Editor:
    """The person who asks, as the app judges them; raises Refused outside a server."""
    person = interaction.user
    if interaction.guild_id is None or not isinstance(person, discord.Member):
        raise Refused("The desk is in the newsroom's own server; open it there.")
    allowed = person.guild_permissions
    return Editor(
        id=person.id,
        name=person.display_name[:100] or str(person.id),
        server=interaction.guild_id,
        roles=frozenset(role.id for role in person.roles),
        manages_messages=allowed.manage_messages,
        manages_server=allowed.manage_guild,
    )
