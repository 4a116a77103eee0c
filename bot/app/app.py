"""The app: everything a person can ask for, on one store."""

from collections.abc import Collection
from dataclasses import dataclass

from bot.app.archive import Archive
from bot.app.clock import Clock
from bot.app.importing import Importing
from bot.app.items import Items
from bot.app.keeping import ListStates
from bot.app.lists import Lists
from bot.app.process import ProcessNotes
from bot.app.reading import ReadingRoom
from bot.app.scope import Scope
from bot.app.searching import Searching
from bot.app.servers import ServerWishes
from bot.app.suggestions import Suggestions
from bot.domain.gazetteer import Gazetteer
from bot.store.store import Store


@dataclass(frozen=True)
class App:
    """Shared by the cogs, the command line and the demo."""

    gazetteer: Gazetteer
    reading: ReadingRoom
    items: Items
    lists: Lists
    searching: Searching
    list_states: ListStates
    suggestions: Suggestions
    importing: Importing
    servers: ServerWishes
    process: ProcessNotes
    archive: Archive


def build_app(
    store: Store, gazetteer: Gazetteer, clock: Clock, allowed: Collection[int] | None = ()
) -> App:
    """Puts the app together; `allowed` are the public briefings read unasked, None for all."""
    scope = Scope(allowed)
    reading = ReadingRoom(store, gazetteer, scope)
    items = Items(store, reading)
    return App(
        gazetteer=gazetteer,
        reading=reading,
        items=items,
        lists=Lists(store, gazetteer, scope, clock),
        searching=Searching(store, scope, items),
        list_states=ListStates(store, clock),
        suggestions=Suggestions(store, gazetteer, scope, clock),
        importing=Importing(store, gazetteer, clock),
        servers=ServerWishes(store),
        process=ProcessNotes(store, clock),
        archive=Archive(store),
    )
