"""Quotes and timelines: asked, turned, jumped through, opened, shared and kept."""

from datetime import timedelta

import pytest
import simcord

from bot.app.app import App, build_app
from bot.client import SitrepBot
from bot.domain.gazetteer import Gazetteer
from bot.store.store import Store
from tests.cogs.documents import OTHER
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import (
    all_words,
    in_place,
    labels,
    menu,
    options,
    private,
    sections,
    text_of,
    title_of,
    usable,
)
from tests.cogs.world import at_home
from tests.moments import NOW

MANY = "\n\n".join(
    [
        "Harbour Notes #{number} | {month} 28, 2023",
        "A month at sea.",
        "Norway",
        *(
            f"On {{month}} {day}, 2023, Pier Warden Tove Lund said, “Crane {{number}}.{day} stands"
            f" still until the ice is gone.”"
            for day in range(3, 7)
        ),
    ]
)
MONTHS = "January February March April".split()


@pytest.fixture
async def busy(newsroom: Newsroom) -> Newsroom:
    """The newsroom with sixteen more quotes and events, in four months."""
    texts = (MANY.format(number=n, month=month) for n, month in enumerate(MONTHS, 1))
    await newsroom.publish(*texts)
    return newsroom


async def click(
    newsroom: Newsroom, shown: simcord.InteractionResult, label: str
) -> simcord.InteractionResult:
    assert shown.response
    return await newsroom.reader.click(shown.response, label=label)


def cranes(shown: simcord.InteractionResult) -> list[str]:
    """Which of the quotes about cranes are shown, by month and day."""
    words = text_of(shown).split("Crane ")[1:]
    return [each.split(" ")[0] for each in words]


async def test_quotes_say_who_when_and_where(newsroom: Newsroom) -> None:
    asked = await newsroom.ask("quotes")
    assert private(asked)
    assert title_of(asked) == "# Quotes · Harbour Notes"
    shown = text_of(asked)
    assert "“We kept one berth open for everyone.”" in shown
    assert "Aiko Senda" in shown
    assert "in the issue of March 11, 2024" in shown
    assert shown.index("berth") < shown.index("fair to every boat")
    assert "March 1, 2024" in shown
    assert labels(asked)[:3] == ["Open 1", "Open 2", "Open 3"]


async def test_quotes_turn_both_ways(busy: Newsroom) -> None:
    first = await busy.ask("quotes", speaker="lund")
    assert cranes(first) == ["4.6", "4.5", "4.4", "4.3", "3.6"]
    second = await click(busy, first, "Next")
    assert in_place(second)
    assert cranes(second) == ["3.5", "3.4", "3.3", "2.6", "2.5"]
    assert cranes(await click(busy, second, "Previous")) == cranes(first)


async def test_a_month_is_jumped_to(busy: Newsroom) -> None:
    first = await busy.ask("quotes", speaker="Tove Lund")
    months = options(first, "Jump")
    assert list(months) == ["April 2023", "March 2023", "February 2023", "January 2023"]
    assert first.response
    jumped = await busy.reader.select(
        first.response, [months["February 2023"]], custom_id=menu(first, "Jump")["custom_id"]
    )
    assert cranes(jumped) == ["2.6", "2.5", "2.4", "2.3", "1.6"]


async def test_a_timeline_opens_at_the_newest_month_and_goes_earlier(busy: Newsroom) -> None:
    opened = await busy.ask("timeline", country="Norway")
    assert sections(opened)[-1] == "April 2023"
    earlier = await click(busy, opened, "Earlier")
    assert in_place(earlier)
    assert sections(earlier)[-1] in ("March 2023", "April 2023")
    assert text_of(await click(busy, earlier, "Later")) == text_of(opened)


async def test_a_quote_opens_on_a_card_of_its_own_and_in_context(newsroom: Newsroom) -> None:
    asked = await newsroom.ask("quotes", words="berth")
    card = await click(newsroom, asked, "Open 1")
    assert not in_place(card), "the list has to stay"
    assert private(card)
    assert "> “We kept one berth open for everyone.”" in text_of(card)
    assert "#q" in text_of(card)
    context = await click(newsroom, card, "In context")
    assert "told reporters, “**We kept one berth open for everyone.**”" in text_of(context)
    assert in_place(context)
    assert text_of(await click(newsroom, context, "Back to quote")).startswith("# Quote\n")
    section = await click(newsroom, card, "Section")
    assert sections(section) == ["🇯🇵 Japan"]


@pytest.mark.parametrize(("command", "opened"), [("quotes", "# Quote"), ("timeline", "# Event")])
async def test_one_item_is_shared(newsroom: Newsroom, command: str, opened: str) -> None:
    asked = await newsroom.ask(command)
    posted = await click(newsroom, await click(newsroom, asked, "Open 1"), "Share")
    assert not private(posted)
    assert title_of(posted) == opened
    assert "shared by reader" in text_of(posted)
    assert "Share" not in labels(posted)
    cited = await click(newsroom, posted, "Cite")
    assert private(cited)


@pytest.mark.parametrize("command", ["quotes", "timeline"])
async def test_a_list_is_shared_and_turned_by_others_privately(
    busy: Newsroom, command: str
) -> None:
    posted = await click(busy, await busy.ask(command), "Share")
    assert not private(posted)
    assert posted.response
    back = "Next" if command == "quotes" else "Earlier"
    turned = await busy.second.click(posted.response, label=back)
    assert private(turned)
    assert text_of(turned) != text_of(posted)


async def test_a_section_offers_its_own_quotes_and_events(newsroom: Newsroom) -> None:
    japan = await newsroom.ask("latest", country="Japan")
    assert "Quotes (1)" in labels(japan)
    quotes = await click(newsroom, japan, "Quotes (1)")
    assert "one berth" in text_of(quotes)
    assert "No crew" not in text_of(quotes)
    whole = await newsroom.ask("latest")
    assert "Quotes (2)" in labels(whole)
    assert "Timeline (1)" in labels(whole)
    events = await click(newsroom, whole, "Timeline (1)")
    assert "A storm closed four ports" in text_of(events)


async def test_no_quotes_says_who_is_quoted(newsroom: Newsroom) -> None:
    asked = await newsroom.ask("quotes", speaker="Sendra")
    assert "No quotes by “Sendra”" in text_of(asked)
    assert "Aiko Senda" in text_of(asked)
    found = await click(newsroom, asked, "Aiko Senda")
    assert "one berth" in text_of(found)


async def test_a_misspelt_country_leads_to_the_same_list(newsroom: Newsroom) -> None:
    asked = await newsroom.ask("quotes", country="Jpaan")
    found = await click(newsroom, asked, "Japan")
    assert title_of(found) == "# Quotes · Harbour Notes"
    assert "one berth" in text_of(found)


@pytest.mark.parametrize("command", ["quotes", "timeline"])
async def test_a_day_that_cannot_be_read_is_one_private_sentence(
    newsroom: Newsroom, command: str
) -> None:
    asked = await newsroom.ask(command, since="someday", show="everyone")
    assert private(asked)
    assert text_of(asked).startswith("“someday” is no day I can read; type 2022-01-28")
    newsroom.assert_refused()


async def test_the_same_list_of_another_briefing(newsroom: Newsroom) -> None:
    await newsroom.publish(OTHER)
    asked = await newsroom.ask("timeline", briefing="Harbour Notes")
    others = menu(asked, "another briefing")
    assert asked.response
    other = await newsroom.reader.select(
        asked.response, [others["options"][-1]["value"]], custom_id=others["custom_id"]
    )
    assert title_of(other) == "# Timeline · Lantern Letter"
    assert "March 20, 2024" in text_of(other)


LONG_WORDS = "ice -" + "x" * 90


async def test_what_does_not_fit_into_a_button_is_kept(busy: Newsroom, app: App) -> None:
    asked = await busy.ask("quotes", speaker="Tove Lund", words=LONG_WORDS)
    ids = [control["custom_id"] for control in usable(asked)]
    assert all(len(each) <= 100 for each in ids)
    turned = await click(busy, asked, "Next")
    assert cranes(turned) == ["3.5", "3.4", "3.3", "2.6", "2.5"]
    assert await app.list_states.recall(1)


async def test_a_list_that_is_kept_no_longer_says_what_to_type(
    busy: Newsroom, env: simcord.Env, store: Store, gazetteer: Gazetteer
) -> None:
    old = await busy.ask("quotes", speaker="Tove Lund", words=LONG_WORDS)
    later = NOW + timedelta(days=91)
    await env.restart_bot(at_home(SitrepBot(build_app(store, gazetteer, lambda: later)), env))
    await busy.ask("quotes", speaker="Aiko Senda", words=f"open {LONG_WORDS}"[:100])
    forgotten = await click(busy, old, "Next")
    assert "/quotes" in text_of(forgotten)
    assert "90 days" in text_of(forgotten)


async def test_a_quote_that_was_corrected_away_is_gone_from_its_button(
    newsroom: Newsroom, store: Store
) -> None:
    asked = await newsroom.ask("quotes", words="berth")
    async with store.write() as transaction:
        issue = await transaction.issues.numbered(1, 8)
        assert issue
        await transaction.entries.replace(issue.id, ())
    gone = await click(newsroom, asked, "Open 1")
    assert "cannot be read here" in text_of(gone)
    assert "one berth" not in all_words(gone)


async def test_suggestions_of_the_lists(newsroom: Newsroom, app: App) -> None:
    assert await newsroom.suggest("quotes", "speaker", "send") == ["Aiko Senda"]
    assert await newsroom.suggest("quotes", "speaker", "sendra") == ["Aiko Senda"]
    assert set(await newsroom.suggest("quotes", "country", "")) == {"JP", "RU"}
    assert await newsroom.suggest("timeline", "country", "zzz") == []
    assert "last 7 days" in await newsroom.suggest("timeline", "since", "last")
    assert "January 2022" in await newsroom.suggest("quotes", "until", "jan")
