"""The panel of `/alerts subscribe`: what is chosen on it, and what its Done button does."""

from collections.abc import Sequence

from bot.domain.access import Access
from bot.domain.briefing import Briefing
from bot.domain.subscription import Subscription, Wishes
from bot.errors import Refused
from bot.presentation.custom_id import number
from bot.presentation.subscription_card import subscription_card
from bot.presentation.subscription_ids import Panel
from bot.presentation.subscription_panel import panel_card
from bot.presentation.subscription_state import PanelState
from bot.presentation.subscriptions_card import subscriptions_card
from cogs.alert_targets import require_pings, targets
from cogs.alert_views import put, seen
from cogs.entrance import Entrance
from cogs.host import Interaction
from cogs.reaching import require_manage_channels
from cogs.replies import language_of, reader_of

_FORGOTTEN = "This panel was kept for 90 days; type `/alerts subscribe` to begin again."


async def begin(interaction: Interaction, state: PanelState) -> None:
    """Shows the panel with what is chosen already."""
