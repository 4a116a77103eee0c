"""Isolation: another server learns nothing of a private briefing, in any way there is."""

import pytest

from bot.store.store import Store
from tests.cogs.newsroom import Newsroom
from tests.cogs.shown import all_words, parts, text_of, usable, use
from tests.shelving import subscribe_channel

SECRETS = ("harbour", "storm", "berth", "senda", "march 1", "#8", "#7", "japan")
"""Words of the private briefing, in lower case; nobody else's documents have them."""


def assert_nothing_of_it(shown: str) -> None:
    assert [word for word in SECRETS if word in shown.casefold()] == []


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("latest", {}),
        ("latest", {"country": "JP"}),
        ("latest", {"country": "Jpaan"}),
        ("latest", {"country": "Atlantis"}),
        ("latest", {"briefing": "1"}),
        ("latest", {"country": "JP", "briefing": "1"}),
        ("issue", {}),
        ("issue", {"number": "8"}),
        ("issue", {"number": "9", "briefing": "1"}),
        ("issue", {"number": "#q2"}),
        ("issue", {"number": "s2"}),
        ("briefings", {}),
        ("help", {}),
        ("quotes", {"briefing": "1"}),
        ("quotes", {"speaker": "Aiko"}),
        ("timeline", {"briefing": "1", "country": "RU"}),
        ("search", {"query": "open", "briefing": "1"}),
        ("search", {"query": "#q2"}),
    ],
)
async def test_no_command_tells_of_it(
    newsroom: Newsroom, stranger: Newsroom, command: str, options: dict[str, str]
) -> None:
    asked = await stranger.ask(command, **options)
    assert_nothing_of_it(text_of(asked))
    assert not any(part.get("custom_id") for part in parts(asked))


@pytest.mark.parametrize("name", ["Harbour Notes", "Harbour Notes · Harbour Desk"])
async def test_knowing_its_name_does_not_help(
    newsroom: Newsroom, stranger: Newsroom, name: str
) -> None:
    known = text_of(await stranger.ask(country="JP", briefing=name))
    unknown = text_of(await stranger.ask(country="JP", briefing="Never Was"))
    assert known.replace(name, "Never Was") == unknown


@pytest.mark.parametrize("typed", ["", "har", "ja", "8", "storm", "1"])
async def test_no_autocomplete_tells_of_it(
    newsroom: Newsroom, stranger: Newsroom, typed: str
) -> None:
    for filled in ({}, {"briefing": "1"}, {"briefing": "Harbour Notes"}):
        assert await stranger.suggest("latest", "country", typed, **filled) == []
        assert await stranger.suggest("issue", "number", typed, **filled) == []
        assert await stranger.suggest("quotes", "speaker", typed, **filled) == []
        assert await stranger.suggest("timeline", "country", typed, **filled) == []
        assert await stranger.suggest("search", "query", typed, **filled) in ([], [typed])
    assert await stranger.suggest("latest", "briefing", typed) == []
    assert await stranger.suggest("issue", "briefing", typed) == []


CARDS = [
    ("latest", {"briefing": "1"}),
    ("latest", {"briefing": "1", "country": "Russia"}),
    ("latest", {"briefing": "1", "country": "Jpaan"}),
    ("latest", {"briefing": "1", "country": "France"}),
    ("latest", {"briefing": "1", "show": "everyone"}),
    ("issue", {"briefing": "1", "number": "55"}),
    ("issue", {"briefing": "1", "show": "everyone"}),
    ("briefings", {}),
    ("quotes", {"briefing": "1"}),
    ("quotes", {"briefing": "1", "speaker": "Senta"}),
    ("timeline", {"briefing": "1", "show": "everyone"}),
    ("search", {"briefing": "1", "query": "open"}),
    ("search", {"query": "#q2"}),
]


@pytest.mark.parametrize(("command", "options"), CARDS)
async def test_no_control_of_an_older_card_tells_of_it_once_it_is_private(
    newsroom: Newsroom, stranger: Newsroom, store: Store, command: str, options: dict[str, str]
) -> None:
    people = [stranger.reader]
    if options.get("show") == "everyone":
        people.append(stranger.second)
    await open_to_all(store, True)
    controls = usable(await stranger.ask(command, **options))
    assert controls
    for person in people:
        for control in controls:
            await open_to_all(store, True)
            card = await stranger.ask(command, **options)
            await open_to_all(store, False)
            assert_nothing_of_it(all_words(await use(person, card, control)))


async def test_a_shared_card_tells_no_more_once_it_is_private(
    newsroom: Newsroom, stranger: Newsroom, store: Store
) -> None:
    await open_to_all(store, True)
    card = await stranger.ask(briefing="1", country="Japan")
    assert card.response
    posted = await stranger.reader.click(card.response, label="Share")
    await open_to_all(store, False)
    for control in usable(posted):
        for person in (stranger.reader, stranger.second):
            assert_nothing_of_it(all_words(await use(person, posted, control)))


async def test_a_subscription_reads_no_more_once_it_is_private(
    newsroom: Newsroom, stranger: Newsroom, store: Store
) -> None:
    await open_to_all(store, True)
    async with store.write() as transaction:
        await subscribe_channel(transaction, stranger.guild.id, stranger.channel.id, 1)
    assert "berth" in text_of(await stranger.ask(country="Japan"))
    await open_to_all(store, False)
    for command in ("latest", "issue", "briefings", "help"):
        assert_nothing_of_it(all_words(await stranger.ask(command)))
    assert await stranger.suggest("latest", "country", "") == []


async def test_its_own_server_still_reads_it(newsroom: Newsroom, store: Store) -> None:
    await open_to_all(store, True)
    card = await newsroom.ask()
    await open_to_all(store, False)
    assert card.response
    assert "berth" in text_of(await newsroom.reader.click(card.response, label="Next"))


async def open_to_all(store: Store, public: bool) -> None:
    async with store.write() as transaction:
        await transaction.briefings.set_public(1, public)
