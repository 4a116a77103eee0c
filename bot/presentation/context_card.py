"""The card of a quote in its context: the paragraph that it stands in, with the quote marked."""

from bot.domain.listing import InContext, Opened, Span
from bot.presentation import limits
from bot.presentation.attribution import attribution, said_on
from bot.presentation.card import Card, button
from bot.presentation.custom_id import OpenItem
from bot.presentation.emphasis import emphasised
from bot.presentation.footing import footing
from bot.presentation.item_card import item_card
from bot.presentation.item_controls import item_buttons
from bot.presentation.language import Language
from bot.presentation.line import line, visible
from bot.presentation.list_controls import item_key
from bot.presentation.origin import standing
from bot.presentation.place import Place
from bot.presentation.room import Room
from bot.presentation.word_edge import edge_after, edge_before

_ELLIPSIS = "…"
_BEGINNING = Room(60, 180)


def context_card(answer: InContext, place: Place, language: Language) -> Card:
    """The paragraph, the quote in it in bold; one that stands in none, on a card of its own."""
    said = answer.item
    if said.quote.start is None:
        return item_card(Opened(item=said), place, language)
    card = Card(said.issue.briefing.colour)
    card.say(
        "# Quote in context",
        attribution(said.quote, language),
        f"“{line(said.text, _BEGINNING)}” is in bold in its paragraph:",
    )
    span = (said.quote.start, said.quote.start + len(said.text))
    card.say(_paragraph(said.entry.text, span, limits.quote(short=place.short)))
    small = (standing(said, language), said_on(said, language), str(said.reference))
    card.say(f"-# {' · '.join(part for part in small if part)}", footing(place))
    back = OpenItem(item_key(said), place.short, place.asker)
    card.buttons([button("Back to quote", back), *item_buttons(said, place, context=True)])
    return card


def _paragraph(text: str, span: Span, room: Room) -> str:
    start, end = _window(text, span, room)
    shown = emphasised(text[start:end], [(span[0] - start, min(span[1], end) - start)])
    first, last = _bounds(text, span)
    before = _ELLIPSIS if text[first:start].strip() else ""
    paragraph = f"{before}{shown.strip()}{_ELLIPSIS if text[end:last].strip() else ''}"
    return paragraph if visible(paragraph) else _ELLIPSIS


def _bounds(text: str, span: Span) -> Span:
    """The paragraph, or those that the quote runs over."""
    last = text.find("\n", span[1])
    return text.rfind("\n", 0, span[0]) + 1, len(text) if last < 0 else last


def _window(text: str, span: Span, room: Room) -> Span:
    """As much of the paragraph as has room: the quote, then before it, then after it."""
    first, last = _bounds(text, span)
    # However long the quote is, a quarter of the room is for what stands around it.
    most = Room(room.units * 3 // 4, room.octets * 3 // 4)
    reached = min(most.reach(text, span[0]), span[1])
    left = room.without(text[span[0] : reached])
    before = Room(left.units // 2, left.octets // 2).reach(text[first : span[0]][::-1])
    start = max(edge_after(text, span[0] - before, span[0]), first)
    if reached < span[1]:
        return start, edge_before(text, span[0], reached)
    end = left.without(text[start : span[0]]).reach(text[:last], reached)
    return start, end if end == last else edge_before(text, reached, end)
