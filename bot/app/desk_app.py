"""The desk of the app: everything that an editor can ask for."""

from dataclasses import dataclass

from bot.app.alerts import Alerts
from bot.app.briefing_making import BriefingMaking
from bot.app.clock import Clock
from bot.app.desk import Desk
from bot.app.desk_approving import DeskApproving
from bot.app.desk_briefings import DeskBriefings
from bot.app.desk_correcting import DeskCorrecting
from bot.app.desk_history import DeskHistory
from bot.app.desk_live import DeskLive
from bot.app.desk_messages import DeskMessages
from bot.app.desk_places import DeskPlaces
from bot.app.desk_publishing import DeskPublishing
from bot.app.desk_reach import DeskReach
from bot.app.desk_scheduling import DeskScheduling
from bot.app.desk_settings import DeskSettings
from bot.app.desk_tracing import DeskTracing
from bot.app.desk_typing import DeskTyping
from bot.app.planning import Planning
from bot.app.publishing import Publishing
from bot.delivery.bell import Bell
from bot.domain.gazetteer import Gazetteer
from bot.store.store import Store


@dataclass(frozen=True)
class DeskApp:
    """A part of the app."""

    desk: Desk
    desk_settings: DeskSettings
    desk_typing: DeskTyping
    desk_history: DeskHistory
    desk_briefings: DeskBriefings
    desk_reach: DeskReach
    desk_publishing: DeskPublishing
    desk_live: DeskLive
    desk_scheduling: DeskScheduling
    desk_correcting: DeskCorrecting
    desk_tracing: DeskTracing
    desk_places: DeskPlaces
    desk_messages: DeskMessages
    desk_approving: DeskApproving


def build_desk(
    store: Store,
    gazetteer: Gazetteer,
    clock: Clock,
    bell: Bell,
    planning: Planning,
    publishing: Publishing,
    alerts: Alerts,
    making: BriefingMaking,
) -> DeskApp:
    """Puts it together."""
    desk = Desk(store, gazetteer, clock)
    out = DeskPublishing(store, desk, publishing, alerts, making)
    live = DeskLive(store, gazetteer, clock, desk, publishing, alerts, making)
    scheduling = DeskScheduling(store, desk, out, publishing, clock, bell)
    correcting = DeskCorrecting(store, desk, planning, alerts, clock, bell)
    return DeskApp(
        desk=desk,
        desk_settings=DeskSettings(store, clock),
        desk_typing=DeskTyping(gazetteer),
        desk_history=DeskHistory(store, desk),
        desk_briefings=DeskBriefings(store, making, clock),
        desk_reach=DeskReach(store, clock, bell),
        desk_publishing=out,
        desk_live=live,
        desk_scheduling=scheduling,
        desk_correcting=correcting,
        desk_tracing=DeskTracing(store, desk),
        desk_places=DeskPlaces(store),
        desk_messages=DeskMessages(store, desk, gazetteer, clock),
        desk_approving=DeskApproving(store, clock, desk, out, scheduling, correcting, live),
    )
