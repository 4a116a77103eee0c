"""The reach of a briefing, page by page: its servers, and those that are kept out."""

from collections.abc import Iterable

from discord import SelectOption

from bot.domain.reach import Block, Kept, Reach, ReachedServer, Totals
from bot.domain.subscription import Standing, Subscription
from bot.presentation import limits
from bot.presentation.card import Button, Card, button
from bot.presentation.desk_line import counted
from bot.presentation.desk_reach_ids import ReachPage, ReachPick
from bot.presentation.language import Language, listed_first
from bot.presentation.line import capital, label, line
from bot.presentation.masthead import briefing_name

STANDINGS = {
    Standing.WORKING: "working",
    Standing.BY_HAND: "paused by hand",
    Standing.NO_RIGHT: "paused, because Sitrep may not write there",
    Standing.GONE: "paused, because the channel cannot be found",
    Standing.CLOSED: "paused, because the briefing is private",
}
"""How a subscription stands that has not ended; for those who may not see its channel."""

_CHANNELS = 5


def reach_card(reach: Reach, language: Language) -> Card:
    """The servers of one page with how their channels stand, and a menu to open one."""
    card, key = Card(), reach.briefing.id
    card.say(f"# Who gets {briefing_name(reach.briefing)}", *_totals(reach.totals))
    for server in reach.servers:
        card.say(*_server(server, language, own=server.id == reach.briefing.newsroom))
    if reach.pages > 1:
        card.say(f"-# Page {reach.page + 1} of {reach.pages}")
    options = [server_option(server.id, server.name) for server in reach.servers]
    card.menu("Open a server…", ReachPick("server", key, reach.page), options)
    buttons = turning(key, reach.page, reach.pages)
    if reach.totals.blocked:
        buttons.append(button("Blocked servers", ReachPage("blocked", key)))
    card.buttons(buttons)
    return card


def kept_out_card(kept: Kept, language: Language) -> Card:
    """The blocked servers of one page, since when and by whom, and a menu to open one."""
    card, key = Card(), kept.briefing.id
    name = briefing_name(kept.briefing)
    card.say(f"# Blocked from {name}", *(_block(each, language) for each in kept.blocks))
    if not kept.blocks:
        card.say("No server is blocked.")
    if kept.pages > 1:
        card.say(f"-# Page {kept.page + 1} of {kept.pages}")
    options = [server_option(each.server, each.name) for each in kept.blocks]
    card.menu("Open one to unblock it…", ReachPick("blocked", key, kept.page), options)
    back = button("Back", ReachPage("home", key))
    card.buttons([*turning(key, kept.page, kept.pages, "b"), back])
    return card


def server_name(name: str) -> str:
    """What a server is called, inert."""
    return line(name, limits.NAME, "Unnamed server")


def wanted_countries(found: Iterable[Subscription], language: Language) -> str:
    """The first countries that these want together."""
    subscribed = list(found)
    if not all(each.wishes.countries for each in subscribed):
        return "all countries"
    codes = dict.fromkeys(code for each in subscribed for code in each.wishes.countries)
    return language.some_countries(codes)


def turning(briefing: int, page: int, pages: int, kind: str = "") -> list[Button]:
    """The buttons that turn pages, if there are several; `kind` begins their verbs."""
    if pages < 2:
        return []
    back, on = max(page - 1, 0), min(page + 1, pages - 1)
    return [
        button("Previous", ReachPage(f"{kind}prev", briefing, back), disabled=page == 0),
        button("Next", ReachPage(f"{kind}next", briefing, on), disabled=page == pages - 1),
    ]


def server_option(server: int, name: str) -> SelectOption:
    """A server in a menu."""
    return SelectOption(label=label(name, limits.OPTION, "Unnamed server"), value=str(server))


def _totals(totals: Totals) -> list[str]:
    if not totals.channels:
        reached = "No channel has subscribed to it yet."
    else:
        reached = f"{counted(totals.channels, 'channel')} in {counted(totals.servers, 'server')}"
        reached += f"; {totals.paused:,} paused." if totals.paused else "; all of them working."
    return [reached, f"{counted(totals.blocked, 'server')} blocked." if totals.blocked else ""]


def _server(server: ReachedServer, language: Language, *, own: bool) -> list[str]:
    found = server.subscriptions
    channels = counted(len(found), "channel")
    if own:
        mentions = [f"<#{each.place.channel}>" for each in found]
        channels = f"this server, {channels}: {listed_first(mentions, _CHANNELS)}"
    return [
        f"**{server_name(server.name)}** · {channels}",
        f"-# {capital(wanted_countries(found, language))}",
        *_standings(found, language),
    ]


def _standings(found: Iterable[Subscription], language: Language) -> list[str]:
    """How many stand in each way, and since when the first of them does."""
    groups = dict[Standing, list[Subscription]]()
    for each in found:
        groups.setdefault(each.standing, []).append(each)
    lines = list[str]()
    for standing, said in STANDINGS.items():
        if standing not in groups:
            continue
        moments = [each.since for each in groups[standing] if each.since]
        since = f", since {language.moment(min(moments))}" if moments else ""
        lines.append(f"- {len(groups[standing])} {said}{since}")
    return lines


def _block(block: Block, language: Language) -> str:
    by = f" by <@{block.by}>" if block.by else ""
    return f"- **{server_name(block.name)}** · blocked on {language.moment(block.at)}{by}"
