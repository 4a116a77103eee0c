"""One server as it gets a briefing: how its channels stand, and Block or Unblock."""

from bot.domain.reach import Visit
from bot.domain.subscription import Subscription
from bot.presentation.card import Button, Card, button
from bot.presentation.desk_line import counted
from bot.presentation.desk_reach import STANDINGS, server_name, wanted_countries
from bot.presentation.desk_reach_ids import ReachPage, ReachServer
from bot.presentation.language import Language
from bot.presentation.line import capital
from bot.presentation.masthead import briefing_name

SIZE = 10
"""Channels on a page."""

_WHO = "-# People with Manage Server can block a server."


def visit_card(
    visit: Visit, language: Language, page: int = 0, news: str = "", *, manages: bool = False
) -> Card:
    """Another server's channels have no names here; `manages` is whether this person may block."""
    found, pages = visit.server.subscriptions, _pages(visit)
    page = min(max(page, 0), pages - 1)
    card = Card()
    card.say(f"# {server_name(visit.server.name)}", news, *_head(visit))
    shown = enumerate(found[page * SIZE : (page + 1) * SIZE], page * SIZE + 1)
    card.say(*(_channel(number, each, visit, language) for number, each in shown))
    if pages > 1:
        card.say(f"-# Page {page + 1} of {pages}")
    if not visit.own and not manages:
        card.say(_WHO)
    card.buttons([*_turning(visit, page, pages), *_deeds(visit, manages=manages)])
    return card


def ask_block_card(visit: Visit) -> Card:
    """What happens if this server is blocked."""
    name, server = briefing_name(visit.briefing), server_name(visit.server.name)
    ends = counted(len(visit.server.subscriptions), "subscription")
    card = Card()
    card.say(
        f"# Block {server}?",
        f"- Its {ends} of {name} {'ends' if ends.startswith('1 ') else 'end'} now; what waits to "
        "be sent there is not sent.",
        "- Nobody there can read it or subscribe to it, until you unblock the server.",
        "- What was posted there stays, and is still corrected or withdrawn with the others.",
    )
    key = (visit.briefing.id, visit.server.id)
    card.buttons([button("Block", ReachServer("block", *key)), _back(*key)])
    return card


def blocked_news(ended: int) -> str:
    """What was done just now."""
    return f"Blocked: {counted(ended, 'subscription')} ended."


UNBLOCKED = "Unblocked: it may read and subscribe again. What had ended stays so."


def _head(visit: Visit) -> list[str]:
    name, found = briefing_name(visit.briefing), visit.server.subscriptions
    channels = f"{counted(len(found), 'channel')} {'gets' if len(found) == 1 else 'get'} {name}"
    paused = f"; {visit.server.paused} paused" if visit.server.paused else ""
    blocked = f"**Blocked**: nobody there can read {name} or subscribe to it."
    return [blocked if visit.blocked else "", "" if visit.blocked else f"{channels}{paused}."]


def _channel(number: int, found: Subscription, visit: Visit, language: Language) -> str:
    name = f"<#{found.place.channel}>" if visit.own else f"Channel {number}"
    since = f" since {language.moment(found.since)}" if found.since else ""
    countries = capital(wanted_countries([found], language))
    return f"- {name} · {countries} · {STANDINGS.get(found.standing, 'ended')}{since}"


def _deeds(visit: Visit, *, manages: bool) -> list[Button]:
    key = (visit.briefing.id, visit.server.id)
    back = button("Back", ReachPage("home", visit.briefing.id))
    if visit.own or not manages:
        return [back]
    if visit.blocked:
        return [button("Unblock", ReachServer("unblock", *key)), back]
    return [button("Block…", ReachServer("ask", *key)), back]


def _back(briefing: int, server: int) -> Button:
    return button("Back", ReachServer("show", briefing, server))


def _turning(visit: Visit, page: int, pages: int) -> list[Button]:
    if pages < 2:
        return []
    key, back, on = (visit.briefing.id, visit.server.id), max(page - 1, 0), min(page + 1, pages - 1)
    return [
        button("Previous", ReachServer("prev", *key, back), disabled=page == 0),
        button("Next", ReachServer("next", *key, on), disabled=page == pages - 1),
    ]


def _pages(visit: Visit) -> int:
    return max(-(-len(visit.server.subscriptions) // SIZE), 1)
