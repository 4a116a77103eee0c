"""Misquotes: in which published issues certain words are quoted."""

from datetime import date

from bot.store.store import Store
from tests.contents import contents, speaking
from tests.moments import NOW
from tests.shelving import found_briefing

WORDS = "We sail."


async def shelved(store: Store, briefing: int, number: int, *said: str, out: bool = True) -> int:
    entries = [speaking(f"Section {place}", ("Ada", words)) for place, words in enumerate(said)]
    written = contents(number, date(2022, 1, number), *entries)
    async with store.write() as transaction:
        key = await transaction.issues.add_draft(briefing, written)
        await transaction.entries.replace(key, written.entries)
        if out:
            await transaction.issues.mark_published(key, NOW)
    return key


async def test_words_are_found_in_what_is_published_newest_first(store: Store) -> None:
    tides, other = await found_briefing(store, 1, "Tides"), await found_briefing(store, 2, "Fog")
    old = await shelved(store, tides.id, 1, WORDS, "Aye.", WORDS)
    new = await shelved(store, tides.id, 2, WORDS)
    await shelved(store, tides.id, 3, WORDS, out=False)
    await shelved(store, tides.id, 4, "We sail", "we sail.", "We sail. ")
    await shelved(store, other.id, 5, WORDS)
    async with store.read() as transaction:
        assert await transaction.misquotes.of(tides.id, [WORDS]) == [(new, 1), (old, 2)]
        assert await transaction.misquotes.of(tides.id, [WORDS, "Aye."]) == [(new, 1), (old, 3)]
        assert await transaction.misquotes.of(tides.id, []) == []


async def test_words_of_any_kind_can_be_asked_for(store: Store) -> None:
    tides = await found_briefing(store, 1, "Tides")
    async with store.read() as transaction:
        for words in ("%", "'; DROP TABLE quotes; --", "\ud800", "x" * 4_000):
            assert await transaction.misquotes.of(tides.id, [words]) == []
