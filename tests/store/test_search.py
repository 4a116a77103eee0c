"""Searching finds words whatever surrounds them, in one briefing only, and marks them."""

import asyncio
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from bot.domain.briefing import Briefing
from bot.domain.entry import Entry
from bot.domain.filter import Filter, Listed
from bot.domain.issue import State
from bot.domain.item import Section
from bot.domain.query import parse_query
from bot.domain.reference import Kind, Reference
from bot.store.reading import making
from bot.store.search import MOST_RANKED
from bot.store.store import Store, open_migrated_store
from tests.contents import contents, dated, happening, section, speaking
from tests.shelving import DAY, found_briefing, publish, put


@pytest.fixture
async def tides(store: Store) -> Briefing:
    return await found_briefing(store, 1, "Tides")


async def ranked(store: Store, briefing: Briefing, typed: str, limit: int = 25) -> list[str]:
    """The texts of what was found, best first."""
    query = parse_query(typed)
    async with store.read() as transaction:
        found = await transaction.search.ranked(briefing.id, query, limit)
        hits = await transaction.search.hits(briefing.id, query, found)
        assert [hit.item.reference for hit in hits] == found
        return [hit.item.text for hit in hits]


async def marked(store: Store, briefing: Briefing, typed: str) -> list[list[str]]:
    """The marked words of each hit."""
    query = parse_query(typed)
    async with store.read() as transaction:
        found = await transaction.search.newest(briefing.id, query, 25)
        hits = await transaction.search.hits(briefing.id, query, found)
        return [[hit.item.text[start:end] for start, end in hit.spans] for hit in hits]


async def test_a_speaker_counts_more_than_a_heading_than_a_role_than_a_text(
    store: Store, tides: Briefing
) -> None:
    rest = "and then there was nothing else to be seen in the whole of the harbour"
    held = speaking("Port", ("Ilse", f"role {rest}"), role="Envoy of Marwan")
    await publish(
        store,
        tides,
        1,
        section(text=f"Marwan {rest}"),
        Entry(heading="Marwan", text=f"heading {rest}"),
        speaking("Port", ("Marwan", f"spoken {rest}")),
        held,
        *(section(text=f"calm {number} {rest}") for number in range(9)),
    )
    found = [text.split()[0] for text in await ranked(store, tides, "marwan")]
    assert found == ["spoken", "heading", "role", "Marwan", "Marwan"]


async def test_of_equally_good_ones_the_newest_comes_first(store: Store, tides: Briefing) -> None:
    for number in (2, 3, 1):
        day = DAY.replace(day=number)
        await publish(store, tides, number, section(text=f"calm number {number}"), day=day)
    assert await ranked(store, tides, "calm") == [f"calm number {n}" for n in (3, 2, 1)]
    assert await ranked(store, tides, "calm", 2) == ["calm number 3", "calm number 2"]


async def test_only_the_newest_of_very_many_are_ranked(store: Store, tides: Briefing) -> None:
    many = [section(text="calm and long and dull") for _ in range(MOST_RANKED)]
    await publish(store, tides, 2, *many)
    await publish(store, tides, 1, section(text="calm"), day=DAY.replace(year=2020))
    assert "calm" not in await ranked(store, tides, "calm", MOST_RANKED)
    assert await ranked(store, tides, "calm -dull", 1) == ["calm"]


async def test_sections_quotes_and_events_are_found(store: Store, tides: Briefing) -> None:
    quotes = speaking("Port", ("Ada", "calm water"))
    events = happening("Quay", dated("2022-01-05", "A calm day."))
    await publish(store, tides, 1, section(text="calm"), quotes, events)
    async with store.read() as transaction:
        found = await transaction.search.ranked(tides.id, parse_query("calm"), 25)
    assert {str(reference) for reference in found} == {"#s1", "#s2", "#s3", "#q1", "#e1"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("“grain deal”", ["a grain deal"]),
        ("deal grain", ["a grain deal", "a deal on grain"]),
        ("grain -deal", ["grain alone"]),
        ("u.s.", ["the U.S. fleet"]),
        ("cafe", ["a CAFÉ, closed"]),
        ("елка", ["одна ёлка"]),
        ("ЁЛКА", ["одна ёлка"]),
        ("nowhere", []),
        ("!?", []),
        ("b1", []),
        ("ꙮ", ["ꙮ b1s"]),
        ("ꙮb1", []),
        ("ꙮb1s", []),
        ("a:b^c", []),
    ],
)
async def test_what_is_typed_finds_what_it_means(
    store: Store, tides: Briefing, typed: str, found: list[str]
) -> None:
    texts = "a grain deal|a deal on grain|grain alone|the U.S. fleet|a CAFÉ, closed|одна ёлка"
    await publish(store, tides, 1, *(section(text=each) for each in f"{texts}|ꙮ b1s".split("|")))
    assert sorted(await ranked(store, tides, typed)) == sorted(found)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("ferry", ["ferry", "Ferry"]),
        ("“must sail”", ["must sail"]),
        ("елки sail", ["sail", "Ёлки"]),
        ("cafe", ["Cafe\u0301", "CAFÉ"]),
        ("“ferry ferry”", []),
        ("port", []),
    ],
)
async def test_what_matches_is_marked(
    store: Store, tides: Briefing, typed: str, words: list[str]
) -> None:
    text = "\ue000 The ferry must sail. \ue001 Ёлки! 🌲 Ferry. Cafe\u0301 CAFÉ"
    await publish(store, tides, 1, Entry(heading="Port", text=text))
    assert await marked(store, tides, typed) == ([words] if words or typed == "port" else [])


async def test_a_text_with_a_nul_in_it_is_marked_as_far_as_sqlite_reads(
    store: Store, tides: Briefing
) -> None:
    await publish(store, tides, 1, section(text="calm\0calm"))
    assert await marked(store, tides, "calm") == [["calm"]]


async def test_the_newest_come_by_the_beginning_of_a_word(store: Store, tides: Briefing) -> None:
    for number, text in enumerate(("ferry", "fern", "quay", "ferro"), 1):
        await publish(store, tides, number, section(text=text), day=DAY.replace(day=number))
    query = parse_query("fer", typing=True)
    async with store.read() as transaction:
        found = await transaction.search.newest(tides.id, query, 2)
        assert [str(reference) for reference in found] == ["#s4", "#s2"]
        assert await transaction.search.newest(tides.id, parse_query(""), 2) == []
        every = await transaction.search.newest(tides.id, parse_query("b", typing=True), 9)
        assert every == []


async def test_others_and_unpublished_words_are_not_found(store: Store, tides: Briefing) -> None:
    storms = await found_briefing(store, 2, "Storms", public=False)
    await publish(store, storms, 1, section(text="secret calm"))
    await put(store, tides, contents(2, DAY, section(text="secret draft")), State.DRAFT)
    await put(store, tides, contents(3, DAY, section(text="secret past")), State.WITHDRAWN)
    assert await ranked(store, tides, "secret") == []
    assert await ranked(store, storms, "secret") == ["secret calm"]
    async with store.read() as transaction:
        other = [Reference(kind=Kind.SECTION, id=key) for key in (1, 2, 3, 99)]
        assert await transaction.search.hits(tides.id, parse_query("secret"), other) == ()
        assert await transaction.search.newest(tides.id, parse_query("secret"), 9) == []


async def test_hits_come_in_the_order_asked_for(store: Store, tides: Briefing) -> None:
    await publish(store, tides, 1, section(text="calm"), speaking("Port", ("Ada", "calm sea")))
    order = [Reference(kind=Kind(kind), id=key) for kind, key in (("q", 1), ("s", 1), ("s", 2))]
    async with store.read() as transaction:
        hits = await transaction.search.hits(tides.id, parse_query("sea"), order)
        assert [hit.item.reference for hit in hits] == order
        assert [len(hit.spans) for hit in hits] == [1, 0, 1]
        assert isinstance(hits[1].item, Section)
        unmarked = await transaction.search.hits(tides.id, parse_query(""), order)
        assert [hit.spans for hit in unmarked] == [(), (), ()]


@pytest.fixture(scope="module")
def shared(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with one published section, whose text any example may change."""
    file = Path(copyfile(migrated, tmp_path_factory.mktemp("shared") / "sitrep.db"))

    async def fill() -> None:
        async with open_migrated_store(file) as store:
            await publish(store, await found_briefing(store, 1, "Tides"), 1, section())

    asyncio.run(fill())
    return file


_SEARCH = Filter(listed=Listed.SEARCH, briefing=1)


async def searched(file: Path, text: str, typed: str) -> list[tuple[str, ...]]:
    """What is marked in the text by a search for something."""
    query = parse_query(typed)
    async with open_migrated_store(file) as store:
        async with store.write() as transaction:
            connection = transaction.search._connection
            await connection.exec_driver_sql("UPDATE entries SET text = ?", (text,))
            found = await transaction.search.ranked(1, query, 9)
            hits = await transaction.search.hits(1, query, found)
            await transaction.search.newest(1, parse_query(typed, typing=True), 9)
            await transaction.vocabulary.nearest(_SEARCH, typed)
            await transaction.speakers.matching(1, typed, 9)
        return [tuple(hit.item.text[a:b] for a, b in hit.spans) for hit in hits]


SIGNS = st.sampled_from("€₽₿🫠🛸\u061c\u2066\u2069⸻﷼«»-'’\u200d\ufe0f·")
LETTERS = st.sampled_from("aЁяéß中ا0Ⅳꙮᦰ\u0301")
WRITTEN = st.text(SIGNS | LETTERS | st.characters(exclude_categories=["Cs", "Cn"]), max_size=40)
QUIET = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def alone(text: str, place: int) -> bool:
    """Whether a mark stands there that no letter, number or other mark stands before."""
    before = unicodedata.category(text[place - 1]) if place else "Zs"
    return unicodedata.category(text[place])[0] == "M" and before[0] not in "LNM"


@QUIET
@given(WRITTEN, st.data())
@example("50₿50", None)
def test_any_word_of_any_text_is_found(shared: Path, text: str, data: st.DataObject | None) -> None:
    # A mark with no letter to stand on is a letter to SQLite, if it is younger than its table.
    assume(not any(alone(text, place) for place in range(len(text))))
    words = text.split()
    word = data.draw(st.sampled_from(words)) if data and words else text
    if parse_query(word).empty:
        return
    # The word alone, so that nothing in it is taken for a phrase or for something to leave out.
    tokens = " ".join(token for token in parse_query(f".{word}").words)
    if tokens:
        assert len(asyncio.run(searched(shared, text, tokens))) == 1


@QUIET
@given(WRITTEN, st.text(max_size=40))
def test_any_text_is_a_search(shared: Path, text: str, typed: str) -> None:
    assert len(asyncio.run(searched(shared, text, typed))) <= 1


def test_every_sign_of_today_separates_words_in_the_index() -> None:
    signs = [chr(c) for c in range(1, 0x110000) if not 0xD800 <= c < 0xE000]
    signs = [sign for sign in signs if _assigned(sign) and len(parse_query(f"a{sign}b").words) == 2]
    rows = ((ord(sign), f"a{sign}b") for sign in signs)
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(making("passages_fts"))
        database.execute("CREATE VIRTUAL TABLE w USING fts5vocab(passages_fts, instance)")
        database.executemany("INSERT INTO passages_fts (rowid, body) VALUES (?, ?)", rows)
        joined = "SELECT doc FROM w GROUP BY doc HAVING count(*) = 1"
        assert [chr(code) for (code,) in database.execute(joined)] == []


def _assigned(sign: str) -> bool:
    return unicodedata.category(sign) != "Cn"
