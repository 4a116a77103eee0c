"""Nothing of a private briefing reaches anybody outside its newsroom."""

from typing import Any

import pytest

from bot.app.app import App, build_app
from bot.app.lists import Wish
from bot.domain.briefing import Briefing
from bot.domain.cursor import Cursor, Way
from bot.domain.filter import Filter, Listed
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import State
from bot.domain.reader import Reader
from bot.domain.reference import Kind, Reference
from bot.domain.subscription import Standing
from bot.store.store import Store
from tests.app.places import ALONE, ELSEWHERE, NEXT_DOOR
from tests.app.probes import PARTS, QUESTIONS, Question, fillings
from tests.contents import contents, dated, happening, section, speaking
from tests.moments import NOW
from tests.shelving import DAY, found_briefing, put, subscribe_channel

_INSIDER = Reader(user=9, server=77, channel=770)
_SECRETS = ("Quiet Harbour", "Newsroom 77", "Lantern oil", "Secret title", "4711", "'IS'", "'MT'",
            "Hidden Person", "Whale", "May 1987")  # fmt: skip
"""Name, newsroom, text, title, number, countries, speaker, event and month of the private one."""

_PRIVATE = Briefing(
    id=2, newsroom=77, newsroom_name="Newsroom 77", name="Quiet Harbour", public=False
)

_SHUT_OUT = (ELSEWHERE, NEXT_DOOR)

_OUTSIDERS = {
    "a DM": ALONE,
    "the channel that had subscribed": ELSEWHERE,
    "another channel of that server": NEXT_DOOR,
    "a server with a briefing of its own": Reader(user=4, server=2, channel=20),
    "a server that nobody knows": Reader(user=5, server=9999, channel=99990),
    "a DM with the id of the newsroom's channel": Reader(user=5, channel=_INSIDER.channel),
}


async def open_shelf(store: Store) -> Briefing:
    """What everybody may read."""
    fog = await found_briefing(store, 2, "Fog")
    parts = (
        section("FI"),
        section("SE"),
        speaking("Voices", ("Open Person", "Lamps are lit."), country="FI"),
        happening("Dates", dated("2022-01-01", "The mist rose.", "SE")),
    )
    await put(store, fog, contents(1, DAY.replace(day=1), section(), *parts))
    return fog


async def closed_shelf(store: Store) -> tuple[Briefing, list[int]]:
    """A newer briefing with more sections, public until a server has subscribed, then private."""
    private = await found_briefing(store, _INSIDER.server or 0, "Quiet Harbour")
    parts = (
        section(text="Lantern oil"),
        section("IS", text="Lantern oil"),
        section("MT"),
        speaking("Voices", ("Hidden Person", "Lantern oil is dear."), country="IS"),
        happening("Dates", dated("1987-05-02", "A Whale was seen.", "MT")),
    )
    there = [
        await put(store, private, contents(4711, DAY, *parts, title="Secret title")),
        await put(store, private, contents(4712, DAY, *parts, title="Secret title"), State.DRAFT),
        await put(store, private, contents(4713, DAY, *parts), State.WITHDRAWN),
    ]
    async with store.write() as transaction:
        server, channel = ELSEWHERE.server or 0, ELSEWHERE.channel or 0
        await transaction.servers.ensure(server)
        await subscribe_channel(transaction, server, channel, private.id)
        await transaction.briefings.set_public(private.id, False)
        private = await transaction.briefings.named(private.newsroom, private.name) or private
    return private, [issue.id for issue in there]


async def shut_out(store: Store) -> Briefing:
    """A briefing like the private one, public, from which the server of some outsiders is kept."""
    private, issues = await closed_shelf(store)
    assert issues == [2, 3, 4]
    async with store.write() as transaction:
        server = ELSEWHERE.server or 0
        await transaction.briefings.set_public(private.id, True)
        mine = await transaction.subscriptions.of_servers(private.id, [server])
        ended = [each.id for each in mine]
        await transaction.subscriptions.set_standing(ended, Standing.ENDED, "", NOW)
        await transaction.blocks.add(private.id, server, None, NOW)
        return await transaction.briefings.get(private.id) or private


def fillings_of(private: Briefing, issues: list[int], fog: Briefing) -> dict[str, list[Any]]:
    """What a person may fill in who knows all names, or guesses ids."""
    names = [None, str(private.id), private.id, private.label, str(fog.id)]
    narrowed: list[dict[str, Any]] = [{}, {"country": "IS"}, {"issue": issues[0]}]
    narrowed.append({"speaker": "Hidden"})
    filters = [
        Filter(listed=listed, briefing=private.id, **more)
        for listed in (Listed.QUOTES, Listed.TIMELINE)
        for more in narrowed
    ]
    wishes = [{}, {"country": "Iceland"}, {"speaker": "Hiden"}, {"words": "lantern"}]
    return {
        "reading.open.country": [None, "IS", "FI"],
        "lists.go_on.wanted": filters,
        "searching.go_on.wanted": [
            Filter(listed=Listed.SEARCH, briefing=private.id, words=words)
            for words in ("lantern", "whale", "mist")
        ],
        "searching.search.typed": ["lantern", "“oil lantern”", "lanturn", "hidden", "#q2", "q2"],
        "suggestions.periods.typed": ["", "jan", "2022"],
        "suggestions.found.typed": ["lant", "whale"],
        "suggestions.speakers.typed": ["", "hidd", "Hiddn Person"],
        "items.issue.typed": [None, "4711", "#q2", "e2", "#s9"],
        "wish": [Wish(**wish, briefing=b) for wish in wishes for b in (None, str(private.id))],
        "cursor": [None, Cursor(way=Way.OLDER, day="2022-02-01")],
        "first": [None, Reference(kind=Kind.QUOTE, id=2)],
        "reference": [Reference(kind=kind, id=key) for kind in Kind for key in (2, 3, 8, 9, 99)],
        "kind": list(Kind),
        "listed": [Listed.QUOTES, Listed.TIMELINE],
        "country": [None, "Iceland", "Finland", "Icelnad", "Qqqqqq"],
        "number": [None, "4711", "#4713", "x"],
        "briefing": names,
        "issue": [*issues, 1, 99],
        "typed": ["", "4711", "Quiet", "Iceland"],
        "language": ["en-US"],
        "limit": [25],
    }


async def answers(
    app: App, question: Question, reader: Reader, known: dict[str, list[Any]]
) -> list[tuple[dict[str, Any], Any]]:
    asked = fillings(question, known)
    return [(given, await question.ask(app, reader, **given)) for given in asked]


async def told_outside(app: App, question: Question, known: dict[str, list[Any]]) -> dict[str, Any]:
    """Everything that each outsider asks and is told."""
    return {
        name: await answers(app, question, reader, known) for name, reader in _OUTSIDERS.items()
    }


def unechoed(answer: Any) -> Any:
    """An answer without what the person typed, and what was asked for."""
    if isinstance(answer, list):
        return answer
    echoed = {"typed", "country", "filter", "reference"}
    return answer.model_copy(update=dict.fromkeys(echoed & set(vars(answer))))


def leaks(asked: dict[str, Any], answer: Any) -> list[str]:
    """What an answer betrays that the question does not say."""
    found = repr(unechoed(answer))
    # A name that a person types wrongly is mended from the gazetteer, for everybody alike.
    mended = {"'IS'"} if asked.get("country") == "Icelnad" else set()
    return [secret for secret in _SECRETS if secret in found and secret not in mended]


@pytest.mark.parametrize("allowed", [{1, 2, 3}, None], ids=["some", "all"])
@pytest.mark.parametrize("question", QUESTIONS, ids=".".join)
async def test_answers_are_as_if_it_did_not_exist_and_say_no_word_of_it(
    store: Store, gazetteer: Gazetteer, question: Question, allowed: set[int] | None
) -> None:
    """The operator may still list it among the public ones, from when it was public."""
    app = build_app(store, gazetteer, lambda: NOW, allowed)
    fog = await open_shelf(store)
    known = fillings_of(_PRIVATE, [2, 3, 4], fog)
    before = await told_outside(app, question, known)
    assert await closed_shelf(store) == (_PRIVATE, [2, 3, 4])
    told = await told_outside(app, question, known)
    assert told == before
    assert [
        (name, asked, found)
        for name, pairs in told.items()
        for asked, answer in pairs
        if (found := leaks(asked, answer))
    ] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=".".join)
async def test_a_server_that_is_kept_out_is_told_as_little(
    store: Store, generous: App, question: Question
) -> None:
    fog = await open_shelf(store)
    known = fillings_of(_PRIVATE, [2, 3, 4], fog)
    before = {reader: await answers(generous, question, reader, known) for reader in _SHUT_OUT}
    assert (await shut_out(store)).kept_out == {ELSEWHERE.server}
    for reader in _SHUT_OUT:
        told = await answers(generous, question, reader, known)
        assert told == before[reader]
        assert [asked for asked, answer in told if leaks(asked, answer)] == []


@pytest.mark.parametrize("question", QUESTIONS, ids=".".join)
async def test_its_own_newsroom_is_told(store: Store, generous: App, question: Question) -> None:
    """Otherwise the tests above would find nothing because there is nothing to find."""
    fog = await open_shelf(store)
    known = fillings_of(*await closed_shelf(store), fog)
    told = await answers(generous, question, _INSIDER, known)
    assert any(leaks({}, answer) for _, answer in told if answer)


async def test_together_the_answers_to_its_newsroom_hold_every_secret(
    store: Store, generous: App
) -> None:
    fog = await open_shelf(store)
    known = fillings_of(*await closed_shelf(store), fog)
    found = {
        secret
        for question in QUESTIONS
        for _, answer in await answers(generous, question, _INSIDER, known)
        for secret in leaks({}, answer)
    }
    assert found == set(_SECRETS)


def test_every_question_is_asked() -> None:
    assert {question.part for question in QUESTIONS} == set(PARTS)
    assert {"latest", "open", "countries"} <= {question.method for question in QUESTIONS}


def test_a_parameter_that_nobody_fills_in_is_seen() -> None:
    with pytest.raises(KeyError):
        list(fillings(Question("reading", "latest"), {"country": [None]}))
