"""`/help`: what one can ask, with examples from this server's own data."""

from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, private, sections, text_of


async def test_the_examples_are_from_what_can_be_read_here(newsroom: Newsroom) -> None:
    asked = await newsroom.ask("help")
    shown = text_of(asked)
    assert private(asked)
    assert "`/latest country: Japan`" in shown
    assert "`/issue number: 8`" in shown
    assert "Here you can read Harbour Notes." in shown
    assert labels(asked) == ["Japan", "India", "Norway", "Russia"]


async def test_every_command_a_reader_sees_is_in_it(newsroom: Newsroom) -> None:
    shown = text_of(await newsroom.ask("help"))
    seen = set(newsroom.reader.available_commands(newsroom.channel))
    assert seen == {"latest", "issue", "quotes", "timeline", "search", "briefings", "help"}
    assert all(f"`/{command}" in shown for command in seen - {"help"})


async def test_an_example_is_a_button_that_asks(newsroom: Newsroom) -> None:
    asked = await newsroom.ask("help")
    assert asked.response
    clicked = await newsroom.reader.click(asked.response, label="Russia")
    assert in_place(clicked)
    assert sections(clicked) == ["🇷🇺 Russia"]
