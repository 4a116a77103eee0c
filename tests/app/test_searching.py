"""Searching: any text gives an answer, and the words that were meant."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app.app import App
from bot.domain.answer import Answer, NoBriefing, NoLongerReadable, Reading
from bot.domain.briefing import Briefing
from bot.domain.filter import Filter, Listed
from bot.domain.item import Said
from bot.domain.listing import NothingListed, Opened, Page, Results
from bot.domain.query import parse_query
from bot.domain.reference import Kind, Reference
from bot.errors import Refused
from bot.store.store import Store
from tests.app.places import ALONE, HOME
from tests.contents import dated, happening, section, speaking
from tests.shelving import found_briefing, publish


@pytest.fixture
async def tides(store: Store) -> Briefing:
    tides = await found_briefing(store, HOME.server or 0, "Tides")
    await publish(
        store,
        tides,
        1,
        section(text="The grain deal of the northern ports was signed in Besançon."),
        speaking("Grain", ("Ilse Marwan", "A deal about grain, at last.")),
        happening("Dates", dated("2022-01-03", "The ёлка fair opened.", "FI")),
    )
    await publish(
        store,
        tides,
        2,
        section("FI", text="A deal, after years of talk about ferries, that moves grain."),
        section("SE", text="Ferries wait for the S400 crane. " * 3),
    )
    return tides


async def search(app: App, typed: str, limit: int = 5) -> Answer:
    return await app.searching.search(HOME, typed, limit=limit)


def texts(answer: Answer) -> list[str]:
    assert isinstance(answer, Results), answer
    return [hit.item.text for hit in answer.hits]


def marked(answer: Answer) -> list[str]:
    """The words that are marked in the first hit."""
    assert isinstance(answer, Results), answer
    hit = answer.hits[0]
    return [hit.item.text[start:end] for start, end in hit.spans]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("besancon", ["Besançon"]),
        ("елка", ["ёлка"]),
        ("“grain deal”", ["grain deal"]),
        ("fair -grain", ["fair"]),
    ],
)
async def test_what_was_meant_is_found_and_marked(
    app: App, tides: Briefing, typed: str, words: list[str]
) -> None:
    answer = await search(app, typed)
    assert marked(answer) == words
    assert isinstance(answer, Results)
    assert answer.verbatim


async def test_a_speaker_is_found_by_name(app: App, tides: Briefing) -> None:
    answer = await search(app, "marwan")
    assert isinstance(answer, Results)
    assert isinstance(answer.hits[0].item, Said)


async def test_a_phrase_found_nowhere_gives_what_has_its_words_nearer_first(
    app: App, tides: Briefing
) -> None:
    answer = await search(app, "“deal grain”")
    assert isinstance(answer, Results)
    assert (answer.verbatim, answer.found) == (False, 4)
    assert texts(answer)[-1].startswith("A deal, after years")
    assert sorted(marked(answer)) == ["deal", "grain"]


async def test_pages_are_found_again_by_their_first_item(app: App, tides: Briefing) -> None:
    first = await search(app, "grain", limit=2)
    assert isinstance(first, Results)
    assert (first.place, len(first.hits), first.found, len(first.pages)) == (0, 2, 4, 2)
    wanted = first.filter
    at = await app.searching.go_on(HOME, wanted, first.pages[1].first)
    assert isinstance(at, Results)
    assert at.place == 2
    assert at.hits[0].item.reference == first.pages[1].first


async def test_previous_shows_what_was_shown_before_whatever_came_since(
    app: App, store: Store, tides: Briefing
) -> None:
    await publish(store, tides, 3, *(section(text=f"Fog {n} " + "lay low " * n) for n in range(8)))
    first = await search(app, "fog")
    assert isinstance(first, Results)
    assert first.pages == (
        Page(place=0, first=first.hits[0].item.reference),
        Page(place=5, first=first.pages[1].first),
    )
    await publish(store, tides, 4, section(text="Fog"), section(text="Fog, fog"))
    second = await app.searching.go_on(HOME, first.filter, first.pages[1].first)
    assert isinstance(second, Results)
    assert (second.place, second.found) == (7, 10)
    assert [page.place for page in second.pages] == [0, 2, 7]
    previous = [page for page in second.pages if page.place < second.place][-1]
    again = await app.searching.go_on(HOME, first.filter, previous.first)
    assert texts(again) == texts(first)


async def test_a_page_whose_first_item_is_gone_begins_again(app: App, tides: Briefing) -> None:
    wanted = Filter(listed=Listed.SEARCH, briefing=tides.id, words="grain")
    gone = Reference(kind=Kind.EVENT, id=999)
    answer = await app.searching.go_on(HOME, wanted, gone)
    assert isinstance(answer, Results)
    assert answer.place == 0


async def test_a_reference_opens_what_it_names(app: App, tides: Briefing) -> None:
    found = await search(app, "marwan")
    assert isinstance(found, Results)
    reference = found.hits[0].item.reference
    assert isinstance(await search(app, str(reference)), Opened)
    assert isinstance(await search(app, str(reference).removeprefix("#")), Opened)
    assert isinstance(await search(app, "#s1"), Reading)
    assert await search(app, "#e999") == NoLongerReadable(
        reference=Reference(kind=Kind.EVENT, id=999)
    )


async def test_words_that_look_like_a_reference_are_words_first(
    app: App, store: Store, tides: Briefing
) -> None:
    assert texts(await search(app, "s400"))[0].startswith("Ferries wait for the S400")
    answer = await search(app, "s500")
    assert isinstance(answer, NothingListed)
    assert answer.filter.words == "s500"
    hidden = await found_briefing(store, 2, "Quiet", public=False)
    await publish(store, hidden, 1, section(text="Unseen."))
    assert isinstance(await app.searching.search(ALONE, "#s6"), NoLongerReadable)
    assert isinstance(await search(app, "s6"), NothingListed)


@pytest.mark.parametrize("typed", ["", "   ", "-grain", "“”", "!?", "-“grain deal”"])
async def test_nothing_to_look_for_is_refused(app: App, tides: Briefing, typed: str) -> None:
    with pytest.raises(Refused, match="Type at least one word"):
        await search(app, typed)


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("ferryes", ("ferries",)),
        ("grainn", ("grain",)),
        ("grain zzzzzz", ("grain",)),
        ("Graim feries", ("grain ferries",)),
        ("feries “graim deal” -salt", ("ferries “grain deal” -salt",)),
        ("feries -salt -“grain ice”", ("ferries -salt -“grain ice”",)),
        ("feries -ferries", ("ferries",)),
        ("fair crane", ("fair", "crane")),
        ("fair cranne", ("fair", "crane")),
        ("qqqqqq", ()),
    ],
)
async def test_nothing_found_offers_what_is_near(
    app: App, tides: Briefing, typed: str, near: tuple[str, ...]
) -> None:
    answer = await search(app, typed)
    assert isinstance(answer, NothingListed)
    assert answer.near == near
    assert answer.filter.words == typed


async def test_the_words_of_another_briefing_are_not_offered(
    app: App, store: Store, tides: Briefing
) -> None:
    secret = await found_briefing(store, 2, "Quiet", public=False)
    await publish(store, secret, 1, section(text="Lanterns burn tonight."))
    answer = await search(app, "lantorns")
    assert isinstance(answer, NothingListed)
    assert answer.near == ()
    await publish(store, tides, 3, section(text="The Lantanns came."))
    answer = await search(app, "lantorns")
    assert isinstance(answer, NothingListed)
    assert answer.near == ("lantanns",)


async def test_a_button_of_a_private_briefing_says_no_more(
    app: App, store: Store, tides: Briefing
) -> None:
    async with store.write() as transaction:
        await transaction.briefings.set_public(tides.id, False)
    wanted = Filter(listed=Listed.SEARCH, briefing=tides.id, words="grain")
    assert await app.searching.go_on(ALONE, wanted) == NoLongerReadable()
    assert isinstance(await app.searching.search(ALONE, "grain"), NoBriefing)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.text(max_size=110) | st.text("\"“”«»'-*^:()#OR ANDNET.qse1", max_size=60))
async def test_any_text_gives_an_answer(app: App, tides: Briefing, typed: str) -> None:
    if parse_query(typed.strip()).empty and not Reference.parse(typed, marked=True):
        with pytest.raises(Refused, match="Type at least one word"):
            await search(app, typed)
    else:
        answer = await search(app, typed)
        assert isinstance(answer, Results | NothingListed | Opened | Reading | NoLongerReadable)
