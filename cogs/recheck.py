"""Rechecking: the button of a notice that a channel gets no alerts any more."""

from bot.domain.subscription import HELD, Standing, Subscription
from bot.errors import Refused
from bot.presentation.custom_id import CheckAgain
from bot.presentation.lost_right_card import lost_right_card
from bot.presentation.works_again_card import works_again_card
from cogs.alert_targets import managed
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.looking import look
from cogs.standing_notices import StandingNotices
from cogs.telling import language_of_server


class CheckAgainButton(Entrance[CheckAgain], kind=CheckAgain):
    """Looks at the channel again; the notice says what is so now."""

    async def answer(self, interaction: Interaction) -> None:
        bot, subscribing = interaction.client, interaction.client.app.subscribing
        before = await _paused(interaction, self.key.subscription)
        place = before.place
        access = await look(bot, place, before.wishes.ping)
        if access is None:
            raise Refused("Discord cannot say just now; press Check again in a minute.")
        await subscribing.check({place.channel: access})
        now = await subscribing.get(place.server, before.id)
        card = lost_right_card(now, access, language_of_server(bot, place.server))
        if now.standing is Standing.WORKING:
            card = works_again_card([await StandingNotices(bot).since(before, now)])
        await interaction.response.edit_message(view=card)


async def _paused(interaction: Interaction, key: int) -> Subscription:
    """The subscription, if the person may manage its channel, also in a direct message."""
    found = await managed(interaction, key)
    if found.standing not in (*HELD, Standing.WORKING):
        raise Refused(
            "Its channel is not what keeps these alerts back any more; `/alerts list` in the"
            " server shows how they stand."
        )
    return found


ENTRANCES = (CheckAgainButton,)
