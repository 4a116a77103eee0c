"""Cite: from the button of a card, and from the menu of the message it is in."""

import pytest
import simcord

from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import private, text_of
from tests.cogs.test_lists import click


async def cited(newsroom: Newsroom, shown: simcord.InteractionResult) -> str:
    """The citation that the message menu gives; the button gives the same."""
    assert shown.response
    by_menu = await newsroom.reader.context_menu(newsroom.channel, "Cite", shown.response)
    by_button = await click(newsroom, shown, "Cite")
    assert private(by_menu)
    assert private(by_button)
    assert text_of(by_menu) == text_of(by_button)
    return text_of(by_menu)


async def test_a_section_is_cited_in_three_forms(newsroom: Newsroom) -> None:
    citation = await cited(newsroom, await newsroom.ask("latest", country="Japan"))
    for word in ("Plain text", "Markdown", "BibTeX", "Harbour Notes", "#8", "Japan", "@misc{"):
        assert word in citation


async def test_a_quote_is_cited_word_for_word(newsroom: Newsroom) -> None:
    quote = await newsroom.ask("search", query="#q2")
    citation = await cited(newsroom, quote)
    assert "We kept one berth open for everyone." in citation
    assert "Aiko Senda" in citation
    assert "q2" in citation


async def test_a_shared_card_is_cited_by_anybody(newsroom: Newsroom) -> None:
    posted = await click(newsroom, await newsroom.ask("latest", country="Japan"), "Share")
    assert posted.response
    menu = await newsroom.second.context_menu(newsroom.channel, "Cite", posted.response)
    assert private(menu)
    assert "Harbour Notes" in text_of(menu)


@pytest.mark.parametrize("what", ["a message", "a list"])
async def test_what_is_no_card_of_one_thing_is_refused(newsroom: Newsroom, what: str) -> None:
    message = await newsroom.reader.send(newsroom.channel, "Nothing to cite.")
    if what == "a list":
        asked = await newsroom.ask("quotes", show="everyone")
        assert asked.response
        message = asked.response
    refused = await newsroom.reader.context_menu(newsroom.channel, "Cite", message)
    assert private(refused)
    assert text_of(refused).startswith("Cite works on a card of Sitrep that shows one")
    newsroom.assert_refused()


async def test_a_stranger_cites_nothing_of_a_private_briefing(
    newsroom: Newsroom, stranger: Newsroom
) -> None:
    asked = await stranger.ask("search", query="#q2")
    assert "#q2 cannot be read here" in text_of(asked)
