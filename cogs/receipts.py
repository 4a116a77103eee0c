"""Receipts: a newsroom hears what became of its releases, and can send again what failed."""

import discord
import structlog
from discord.ext import commands, tasks

from bot.app.receipts import FAILED, UNCERTAIN
from bot.domain.delivery import DeliveryState
from bot.domain.receipt import Receipt
from bot.errors import Refused
from bot.presentation.card import Card
from bot.presentation.custom_id import ResendUncertain, RetryFailed
from bot.presentation.receipt_card import receipt_card
from bot.presentation.stopped_receipt_card import stopped_receipt_card
from cogs.background import reported
from cogs.entrance import Entrance
from cogs.host import Host, Interaction
from cogs.telling import Heard, language_of_server, rewrite, tell, writable

_GATHERED_SECONDS = 5
"""How long changes of a receipt are gathered: Discord limits edits."""

_log = structlog.stdlib.get_logger("sitrep.receipts")


class ReceiptPosts(commands.Cog):
    """Posts each receipt in the log that the newsroom chose, else sends it to who released.

    Where nobody on Discord did, it is posted where the newsroom wants notices.
    """

    def __init__(self, bot: Host) -> None:
        self._bot = bot
        self._outdated = set[int]()

    async def cog_unload(self) -> None:
        self._mend.cancel()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        if not self._mend.is_running():
            self._mend.start()

    @commands.Cog.listener()
    async def on_release_finished(self, release: int) -> None:
        """All its messages have gone out, or will not; a receipt that is there is changed."""
        receipt = await self._bot.app.receipts.of(release)
        if receipt.counts and not await self._change(receipt):
            language = language_of_server(self._bot, _newsroom(receipt))
            await self._post(receipt, receipt_card(receipt, language))

    @commands.Cog.listener()
    async def on_receipt_changed(self, release: int) -> None:
        """A message has come through later, or come too late."""
        self._outdated.add(release)

    @tasks.loop(seconds=_GATHERED_SECONDS)
    async def _mend(self) -> None:
        """Changes the receipts that are not true any more, each once for many messages."""
        while self._outdated:
            await reported(self._bot, self._mend_one(self._outdated.pop()))

    async def _mend_one(self, release: int) -> None:
        await self._change(await self._bot.app.receipts.of(release))

    async def _change(self, receipt: Receipt) -> bool:
        """Whether the receipt was posted, and shows what is so now."""
        where = await self._bot.app.receipts.post_of(receipt.release.id)
        if where is None:
            return False
        channel, message = where
        language = language_of_server(self._bot, _newsroom(receipt))
        return await rewrite(self._bot, channel, message, receipt_card(receipt, language))

    @commands.Cog.listener()
    async def on_release_stopped(self, release: int, reason: str) -> None:
        """Discord refuses what is sent, or it could not be made."""
        receipt = await self._bot.app.receipts.of(release)
        language = language_of_server(self._bot, _newsroom(receipt))
        await self._post(receipt, stopped_receipt_card(receipt, reason, language))

    async def _post(self, receipt: Receipt, card: Card) -> None:
        server, release = _newsroom(receipt), receipt.release
        choices = await self._bot.app.servers.choices(server)
        place = writable(self._bot, server, choices.log_channel)
        if place is None and release.author_id is None:
            place = writable(self._bot, server, choices.notice_channel)
        told = await tell(self._bot, place, release.author_id, card)
        if told.message is not None:
            posted = (told.message.channel.id, told.message.id)
            await self._bot.app.receipts.keep_post(release.id, *posted)
        counts = {"sent": receipt.number(DeliveryState.SENT), "failed": receipt.number(*FAILED)}
        counts["told"] = told.heard is Heard.TOLD
        _log.info("release ended", release=release.id, state=release.state, **counts)


class RetryFailedButton(Entrance[RetryFailed], kind=RetryFailed):
    """Sends again what failed, or came too late."""

    async def answer(self, interaction: Interaction) -> None:
        await _send_again(interaction, self.key.release, FAILED)


class ResendUncertainButton(Entrance[ResendUncertain], kind=ResendUncertain):
    """Sends again what may have come through."""

    async def answer(self, interaction: Interaction) -> None:
        await _send_again(interaction, self.key.release, UNCERTAIN)


async def _send_again(
    interaction: Interaction, release: int, states: tuple[DeliveryState, ...]
) -> None:
    """The receipt changes in place: what is tried is no longer among what failed."""
    receipts = interaction.client.app.receipts
    newsroom = _newsroom(await receipts.of(release))
    server = await _editing_server(interaction, newsroom)
    receipt, _ = await receipts.retry(server, release, states, interaction.id)
    language = language_of_server(interaction.client, newsroom)
    await interaction.response.edit_message(view=receipt_card(receipt, language))


async def _editing_server(interaction: Interaction, newsroom: int) -> int:
    """The server that the person acts for: where the click was made, else the newsroom.

    Raises Refused unless they may manage messages, or the server, there.
    """
    if interaction.guild_id is None:
        server, rights = newsroom, await _rights_in(interaction, newsroom)
    else:
        server, rights = interaction.guild_id, interaction.permissions
    if not (rights.manage_messages or rights.manage_guild):
        raise Refused(
            "Only people with Manage Messages or Manage Server in the newsroom may do this; ask"
            " one of them."
        )
    return server


async def _rights_in(interaction: Interaction, newsroom: int) -> discord.Permissions:
    """What the person may do in the newsroom, asked for from a direct message."""
    guild = interaction.client.get_guild(newsroom)
    if guild is None:
        return discord.Permissions.none()
    try:
        member = await guild.fetch_member(interaction.user.id)
    except discord.NotFound:
        return discord.Permissions.none()
    return member.guild_permissions


def _newsroom(receipt: Receipt) -> int:
    return receipt.release.issue.briefing.newsroom


async def setup(bot: Host) -> None:
    """Loads the listeners, and the buttons of every receipt ever sent."""
    bot.add_dynamic_items(RetryFailedButton, ResendUncertainButton)
    await bot.add_cog(ReceiptPosts(bot))
