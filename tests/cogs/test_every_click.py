"""Every kind of custom id, without exception, is answered by an entrance that some cog loads."""

import inspect
import pkgutil
from importlib import import_module

import simcord

import bot.presentation
from bot.client import SitrepBot
from bot.presentation.custom_id import CustomId
from cogs.entrance import Entrance


def kinds() -> set[type[CustomId]]:
    """All that the presentation puts on a button, a menu or a form."""
    for module in pkgutil.iter_modules(bot.presentation.__path__, "bot.presentation."):
        import_module(module.name)
    return {
        kind for kind in CustomId.__subclasses__() if kind.__module__.startswith("bot.presentation")
    }


def answered(client: SitrepBot) -> set[type[CustomId]]:
    """The kinds of what the cogs have loaded: dynamic items, and listeners for forms."""
    items = client._connection._view_store._dynamic_items.values()
    found = {item._kind for item in items if issubclass(item, Entrance)}
    for listener in client.extra_events.get("on_interaction", ()):
        forms = inspect.getclosurevars(listener).nonlocals.get("entrances", ())
        found |= {form._kind for form in forms}
    return found


async def test_whatever_can_be_clicked_or_sent_is_answered(env: simcord.Env) -> None:
    assert isinstance(env.bot, SitrepBot)
    assert {kind.__name__ for kind in kinds() - answered(env.bot)} == set()
    assert len(kinds()) > 25
