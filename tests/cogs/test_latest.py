"""`/latest`: the newest section on a country, or the newest issue."""

import pytest
import simcord

from bot.app.app import App
from bot.app.importing import Order
from bot.store.store import Store
from tests.cogs.documents import NEWER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import in_place, labels, options, private, sections, text_of, title_of
from tests.contents import section
from tests.moments import NOW, later
from tests.shelving import found_briefing, publish

NAMES_OF_JAPAN = ["Japan", "japan", " JAPAN ", "JP", "🇯🇵", "日本", "Япония", "Japón", "Giappone",
                  "Tokyo", "Japanese", "일본", "日本国"]  # fmt: skip


async def test_without_a_country_the_newest_issue_opens(newsroom: Newsroom) -> None:
    asked = await newsroom.ask()
    assert text_of(asked).startswith(
        "# Harbour Notes #8\nMarch 11, 2024 · **Storm season and open ports**\n## Overview\n"
        "A storm closed four ports on March 9, 2024."
    )
    assert "**Japan**: Harbour master" in text_of(asked)
    assert "**India and Norway**: “No crew" in text_of(asked)
    assert list(options(asked, "Go to a section")) == ["Overview", "Japan", "India and Norway"]
    assert labels(asked)[-1] == "Share"


async def test_a_country_is_understood_by_every_name(newsroom: Newsroom) -> None:
    found = {name: sections(await newsroom.ask(country=name)) for name in NAMES_OF_JAPAN}
    assert {name: shown for name, shown in found.items() if shown != ["🇯🇵 Japan"]} == {}


async def test_a_section_on_two_countries_answers_for_both(newsroom: Newsroom) -> None:
    for name in ("India", "Norway"):
        assert sections(await newsroom.ask(country=name)) == ["🇮🇳🇳🇴 India and Norway"]


async def test_if_the_newest_issue_has_nothing_the_last_that_had_says_so(
    newsroom: Newsroom,
) -> None:
    asked = await newsroom.ask(country="Russia")
    assert title_of(asked) == "# Harbour Notes #7"
    assert (
        "The newest issue, #8 of March 11, 2024, has nothing on Russia; "
        "this is the last that had." in text_of(asked)
    )
    assert "fair to every boat" in text_of(asked)


async def test_a_name_almost_right_offers_a_button_that_runs_the_answer(
    newsroom: Newsroom,
) -> None:
    asked = await newsroom.ask(country="norvay")
    assert text_of(asked) == "I know no country called “norvay”. Did you mean:"
    assert labels(asked) == ["Norway"]
    assert asked.response
    clicked = await newsroom.reader.click(asked.response, label="Norway")
    assert in_place(clicked)
    assert private(clicked)
    assert sections(clicked) == ["🇮🇳🇳🇴 India and Norway"]


async def test_a_name_nobody_knows_says_what_there_is(newsroom: Newsroom) -> None:
    asked = await newsroom.ask(country="Xyzzyland")
    assert text_of(asked) == (
        "I know no country called “Xyzzyland”.\n"
        "Harbour Notes has sections on Japan, India, Norway and Russia."
    )
    assert labels(asked) == ["Japan", "India", "Norway", "Russia"]


async def test_a_country_without_a_section_says_which_have_one(newsroom: Newsroom) -> None:
    asked = await newsroom.ask(country="france")
    assert text_of(asked) == (
        "Harbour Notes has no section on France.\n"
        "It has sections on Japan, India, Norway and Russia."
    )
    assert asked.response
    clicked = await newsroom.reader.click(asked.response, label="Russia")
    assert sections(clicked) == ["🇷🇺 Russia"]


@pytest.mark.parametrize("named", ["Harbour Notes", "harbour notes · harbour desk", "1"])
async def test_a_briefing_is_named_as_shown_or_by_its_id(newsroom: Newsroom, named: str) -> None:
    asked = await newsroom.ask(country="japan", briefing=named)
    assert title_of(asked) == "# Harbour Notes #8"


async def test_an_unknown_briefing_is_an_answer_too(newsroom: Newsroom) -> None:
    asked = await newsroom.ask(briefing="Lost Letters")
    assert text_of(asked) == (
        "I know no briefing “Lost Letters” here; `/briefings` lists those you can read."
    )


async def test_a_draft_is_read_by_nobody(stranger: Newsroom, app: App) -> None:
    order = Order(newsroom=stranger.guild.id, author="test")
    await app.importing.bring(NEWER.encode(), "issue.txt", order)
    for options_ in ({}, {"country": "Japan"}):
        asked = await stranger.ask(**options_)
        assert "open" not in text_of(asked)
    assert "Harbour Notes has no published issue yet" in text_of(await stranger.ask())


async def test_where_there_is_nothing_the_answer_says_how_it_begins(stranger: Newsroom) -> None:
    assert text_of(await stranger.ask(country="Japan")).startswith("Nothing can be read here yet.")


async def test_live_updates_come_first_each_with_its_moment(
    stranger: Newsroom, store: Store, env: simcord.Env
) -> None:
    briefing = await found_briefing(store, stranger.guild.id, "Pier Wire")
    early, late = later(hours=1), later(hours=2)
    await publish(
        store,
        briefing,
        1,
        section("JP", text="The morning summary."),
        section("JP", text="A crane stopped.", live=early),
        section("JP", text="The crane moves again.", live=late),
    )
    shown = text_of(await stranger.ask(country="Japan"))
    order = ["The crane moves again.", "A crane stopped.", "The morning summary."]
    assert sorted(order, key=shown.index) == order
    assert shown.count("<t:") == 2
    assert f"<t:{int(late.timestamp())}" in shown


async def test_a_correction_shows_on_the_card(newsroom: Newsroom, app: App) -> None:
    order = Order(
        newsroom=newsroom.guild.id, author="test", replace=True, reason="A berth was miscounted"
    )
    await app.importing.bring(NEWER.replace("one berth", "two berths").encode(), "a.txt", order)
    shown = text_of(await newsroom.ask(country="Japan"))
    assert "two berths" in shown
    assert f"Corrected on <t:{int(NOW.timestamp())}" in shown
    assert "revision 2" in shown
