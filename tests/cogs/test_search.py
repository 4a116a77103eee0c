"""Search: words, phrases and short ids, with the matches marked."""

import pytest

from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, options, private, sections, text_of, title_of
from tests.cogs.test_lists import MANY, MONTHS, click


async def test_what_is_found_is_marked_and_opens(newsroom: Newsroom) -> None:
    found = await newsroom.ask("search", query="“berth open”")
    assert private(found)
    assert title_of(found) == "# Search · Harbour Notes"
    assert "**berth open**" in text_of(found)
    opened = await click(newsroom, found, "Open 1")
    assert not in_place(opened), "the results have to stay"
    assert "We kept one" in text_of(opened)


async def test_a_section_that_is_found_opens_in_its_issue(newsroom: Newsroom) -> None:
    found = await newsroom.ask("search", query="welcomed count")
    opened = await click(newsroom, found, "Open 1")
    assert title_of(opened) == "# Harbour Notes #7"
    assert sections(opened) == ["🇯🇵 Japan"]


async def test_a_phrase_that_is_nowhere_gives_its_words(newsroom: Newsroom) -> None:
    found = await newsroom.ask("search", query="“open berth”")
    assert "Not word for word" in text_of(found)
    assert "**berth open**" in text_of(found)


async def test_results_turn_and_are_jumped_to(newsroom: Newsroom) -> None:
    await newsroom.publish(*(MANY.format(number=n, month=m) for n, m in enumerate(MONTHS, 1)))
    found = await newsroom.ask("search", query="crane")
    first, pages = text_of(found), options(found, "Jump")
    turned = await click(newsroom, found, "Next")
    assert in_place(turned)
    second = text_of(turned)
    assert second != first
    assert text_of(await click(newsroom, turned, "Previous")) == first
    assert found.response
    jumped = await newsroom.reader.select(found.response, [list(pages.values())[1]])
    assert text_of(jumped) == second


async def test_nothing_found_offers_what_is_near(newsroom: Newsroom) -> None:
    nothing = await newsroom.ask("search", query="berthh")
    assert "berth" in labels(nothing)
    assert "one **berth** open" in text_of(await click(newsroom, nothing, "berth"))


@pytest.mark.parametrize("typed", ["-berth", "“”", "?!"])
async def test_nothing_to_look_for_is_one_private_sentence(newsroom: Newsroom, typed: str) -> None:
    refused = await newsroom.ask("search", query=typed, show="everyone")
    assert private(refused)
    assert text_of(refused).startswith("Type at least one word to look for")
    newsroom.assert_refused()


async def test_a_short_id_opens_what_it_names(newsroom: Newsroom) -> None:
    for command, option in (("search", "query"), ("issue", "number")):
        assert title_of(await newsroom.ask(command, **{option: "#q1"})) == "# Quote"
        assert title_of(await newsroom.ask(command, **{option: "e1"})) == "# Event"
        section = await newsroom.ask(command, **{option: "#s2"})
        assert sections(section) == ["🇷🇺 Russia"]
        unknown = await newsroom.ask(command, **{option: "#q999"})
        assert "#q999 cannot be read here" in text_of(unknown)


async def test_while_typing_the_last_word_may_be_unfinished(newsroom: Newsroom) -> None:
    typed, *found = await newsroom.suggest("search", "query", "one ber")
    assert typed == "one ber"
    assert found
    opened = await newsroom.ask("search", query=found[0])
    assert "berth" in text_of(opened)
    assert await newsroom.suggest("search", "query", "") == []
