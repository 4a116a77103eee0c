"""Remembering: which message shows an answer to everybody, so that a correction reaches it."""

from bot.domain.answer import Answer
from bot.errors import Unavailable
from bot.presentation.place import Place
from bot.presentation.showings import issues_in, showing_of
from cogs.host import Interaction


async def remember(
    interaction: Interaction, answer: Answer, place: Place, message: int | None
) -> None:
    """Keeps it, where the bot is in the server and so can edit its message later.

    The answer is given already: a database that cannot be used now is the operator's business.
    """
    guild, channel = interaction.guild_id, interaction.channel_id
    if guild is None or channel is None or message is None:
        return
    showing = showing_of(answer, place, guild, str(interaction.locale))
    if showing is None or interaction.client.get_guild(guild) is None:
        return
    try:
        await interaction.client.app.sharing.keep(showing, channel, message, issues_in(answer))
    except Unavailable as error:
        await interaction.client.report(error)
