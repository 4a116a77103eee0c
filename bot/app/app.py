"""The app: everything a person can ask for, on one store."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.app.alerts import Alerts
from bot.app.archive import Archive
from bot.app.briefing_making import BriefingMaking
from bot.app.catching_up import CatchingUp
from bot.app.clock import Clock
from bot.app.desk_app import DeskApp, build_desk
from bot.app.forgetting import Forgetting
from bot.app.gate import Gate
from bot.app.importing import Importing
from bot.app.items import Items
from bot.app.keeping import ListStates
from bot.app.lists import Lists
from bot.app.outgoing import Outgoing
from bot.app.planning import Planning
from bot.app.process import ProcessNotes
from bot.app.publishing import Publishing
from bot.app.reading import ReadingRoom
from bot.app.receipts import Receipts
from bot.app.scope import Scope
from bot.app.searching import Searching
from bot.app.servers import ServerWishes
from bot.app.sharing import Sharing
from bot.app.subscribing import Subscribing
from bot.app.suggestions import Suggestions
from bot.delivery.bell import Bell
from bot.domain.gazetteer import Gazetteer
from bot.domain.terms import Terms
from bot.store.store import Store

_TERMS = Terms()


@dataclass(frozen=True)
class App(DeskApp):
    """Shared by the cogs, the command line and the demo."""

    gazetteer: Gazetteer
    reading: ReadingRoom
    items: Items
    lists: Lists
    searching: Searching
    list_states: ListStates
    suggestions: Suggestions
    importing: Importing
    publishing: Publishing
    briefing_making: BriefingMaking
    alerts: Alerts
    sharing: Sharing
    subscribing: Subscribing
    catching_up: CatchingUp
    receipts: Receipts
    outgoing: Outgoing
    servers: ServerWishes
    process: ProcessNotes
    archive: Archive
    forgetting: Forgetting


def build_app(
    store: Store,
    gazetteer: Gazetteer,
    clock: Clock,
    allowed: Collection[int] | None = (),
    terms: Terms = _TERMS,
    newsrooms: Collection[int] | None = None,
) -> App:
    """Puts the app together.

    `allowed` are the public briefings read unasked, `newsrooms` the servers that may publish; None
    stands for all.
    """
    scope = Scope(allowed)
    planning, bell = Planning(clock, terms), Bell()
    reading = ReadingRoom(store, gazetteer, scope)
    items = Items(store, reading)
    lists, searching = Lists(store, gazetteer, scope, clock), Searching(store, scope, items)
    alerts = Alerts(store)
    publishing = Publishing(store, planning, clock, bell)
    making = BriefingMaking(store, clock, newsrooms)
    desk = build_desk(store, gazetteer, clock, bell, planning, publishing, alerts, making)
    return App(
        **vars(desk),
        gazetteer=gazetteer,
        reading=reading,
        items=items,
        lists=lists,
        searching=searching,
        list_states=ListStates(store, clock),
        suggestions=Suggestions(store, gazetteer, scope, clock),
        importing=Importing(store, gazetteer, planning, clock, bell),
        publishing=publishing,
        briefing_making=making,
        alerts=alerts,
        sharing=Sharing(store, reading, items, lists, searching, clock, bell),
        subscribing=Subscribing(store, gazetteer, scope, clock, bell),
        catching_up=CatchingUp(store, clock, bell),
        receipts=Receipts(store, clock, bell),
        outgoing=Outgoing(store, terms, clock, bell, Gate(gazetteer)),
        servers=ServerWishes(store, clock),
        process=ProcessNotes(store, clock),
        archive=Archive(store),
        forgetting=Forgetting(store),
    )
