"""`/briefings`: what can be read here."""

import pytest

from bot.store.store import Store
from tests.cogs.documents import OTHER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, private, sections, text_of, title_of
from tests.contents import contents, section
from tests.shelving import DAY, found_briefing, put


async def test_a_briefing_is_listed_with_its_newest_issue(newsroom: Newsroom) -> None:
    asked = await newsroom.ask("briefings")
    assert private(asked)
    assert text_of(asked) == (
        "# Briefings\n## Harbour Notes\nHarbour Desk\n"
        "-# private to its server · 2 issues · newest #8 · March 11, 2024"
    )
    assert asked.response
    read = await newsroom.reader.click(asked.response, label="Read")
    assert in_place(read)
    assert title_of(read) == "# Harbour Notes #8"


async def test_another_servers_public_briefings_are_listed_too(
    newsroom: Newsroom, stranger: Newsroom
) -> None:
    await stranger.publish(OTHER, public=True)
    await stranger.publish(OTHER.replace("Lantern Letter", "Coal Letter"))
    asked = await newsroom.ask("briefings")
    assert sections(asked) == ["Harbour Notes", "Lantern Letter"]
    assert "Far Shore\n-# public · 1 issue · newest #1 · March 2, 2024" in text_of(asked)
    assert labels(asked) == ["Read", "Read"]


async def test_a_briefing_without_an_issue_has_no_button(stranger: Newsroom, store: Store) -> None:
    await found_briefing(store, stranger.guild.id, "Pier Wire")
    shown = await stranger.ask("briefings")
    assert "no issue published yet" in text_of(shown)
    assert labels(shown) == []


async def test_many_briefings_are_paged(stranger: Newsroom, store: Store) -> None:
    names = [f"Wire {number:02}" for number in range(20)]
    for name in names:
        briefing = await found_briefing(store, stranger.guild.id, name)
        await put(store, briefing, contents(1, DAY, section("JP")))
    shown = await stranger.ask("briefings")
    seen = sections(shown)
    for page in (2, 3):
        assert shown.response
        shown = await stranger.reader.click(shown.response, label="Next")
        assert in_place(shown)
        assert f"Page {page} of 3" in text_of(shown)
        seen += sections(shown)
    assert seen == names
    assert shown.response
    back = await stranger.reader.click(shown.response, label="Previous")
    assert sections(back) == names[8:16]


@pytest.mark.parametrize("command", ["latest", "issue", "briefings", "help"])
async def test_where_nothing_can_be_read_every_command_says_how_it_begins(
    stranger: Newsroom, command: str
) -> None:
    shown = await stranger.ask(command)
    assert private(shown)
    assert "Nothing can be read here yet." in text_of(shown)
    assert "imports a document and publishes it" in text_of(shown)
