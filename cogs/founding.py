"""Founding: what sending the form of a new briefing does."""

from bot.domain.briefing import Briefing
from bot.domain.founding import Founding
from bot.domain.zone import required_zone
from bot.errors import Refused
from bot.presentation.founding_form import NAME, PUBLIC, READERS, ZONE, founding_again_card
from bot.presentation.setup_ids import SetupForm
from cogs.alert_views import put
from cogs.host import Interaction
from cogs.kept import keep
from cogs.modals import FormEntrance
from cogs.reaching import require_manage_server
from cogs.setup_pages import briefing_page

_MADE = "It is made. Now choose the channels."


class FoundingEntrance(FormEntrance[SetupForm], kind=SetupForm):
    """Makes the briefing, or says why not and keeps what was typed."""

    async def answer(self, interaction: Interaction) -> None:
        server = require_manage_server(interaction)
        founding = Founding(
            name=self.typed.get(NAME, ""),
            zone=self.typed.get(ZONE, ""),
            public=self.typed.get(READERS) == PUBLIC,
        )
        try:
            briefing = await _found(interaction, server, founding)
        except Refused as refusal:
            kept = await keep(interaction, founding)
            card = founding_again_card(str(refusal), founding, kept)
        else:
            card = await briefing_page(interaction, server, briefing.id, [_MADE])
        await put(interaction, card)


async def _found(interaction: Interaction, server: int, founding: Founding) -> Briefing:
    """Makes the briefing and keeps the zone; raises Refused before anything is made."""
    app, zone = interaction.client.app, required_zone(founding.zone)
    briefing = await app.briefing_making.found(
        server, founding.name, public=founding.public, interaction=interaction.id
    )
    await app.servers.choose(server, time_zone=zone)
    interaction.client.dispatch("newsroom_made", server)
    return briefing
