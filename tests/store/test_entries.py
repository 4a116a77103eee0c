"""Entries come back exactly as they were kept."""

import asyncio
from pathlib import Path
from shutil import copyfile

import pytest
from hypothesis import HealthCheck, given, settings

from bot.domain.entry import Entry
from bot.domain.event import Event
from bot.domain.issue import Contents
from bot.domain.quote import Quote, QuoteKind
from bot.domain.when import When
from bot.store.store import Store, open_migrated_store
from tests.contents import contents, said, section
from tests.moments import later
from tests.shelving import DAY, found_briefing, put
from tests.store.strategies import CONTENTS

_TEXT = "The ferry “must sail”, Marwan said on 27 January. Nobody answered."


def full_entry() -> Entry:
    """An entry with a placed and a detached quote, and an event with two countries."""
    letter = Quote(text="never", kind=QuoteKind.PHRASE, source="An open letter", said_on=DAY)
    sailing = Event(
        when=When.parse("2022-01-27"), sentence=_TEXT[:50], countries=("EE", "FI"), start=0, end=50
    )
    return Entry(
        heading="Finland and Estonia",
        countries=("FI", "EE"),
        text=_TEXT,
        live_at=later(hours=1),
        quotes=(said("must sail", _TEXT), letter),
        events=(sailing, sailing.model_copy(update={"countries": (), "expected": True})),
    )


async def kept(store: Store, what: Contents) -> Contents:
    """The contents of a draft after it was kept."""
    async with store.write() as transaction:
        await transaction.servers.ensure(1)
        briefing = await transaction.briefings.named(1, "Tides") or await transaction.briefings.add(
            1, "Tides", public=True
        )
        key = await transaction.issues.add_draft(briefing.id, what)
        await transaction.entries.replace(key, what.entries)
        found = await transaction.issues.contents(key)
        # Hypothesis may think of a number twice.
        await transaction.issues.rewrite(key, what.model_copy(update={"number": None}))
        return found


async def test_whole_contents_come_back(store: Store) -> None:
    what = contents(7, DAY, section(text="All calm."), full_entry(), title="Ferries")
    what = what.model_copy(update={"notes": ("look at the year",)})
    assert await kept(store, what) == what


@pytest.fixture(scope="module")
def spare(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that many examples share."""
    return Path(copyfile(migrated, tmp_path_factory.mktemp("spare") / "sitrep.db"))


async def kept_in(file: Path, what: Contents) -> Contents:
    async with open_migrated_store(file) as store:
        return await kept(store, what)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(what=CONTENTS)
def test_any_contents_come_back(spare: Path, what: Contents) -> None:
    assert asyncio.run(kept_in(spare, what)) == what


async def test_entries_are_read_without_quotes_and_events(store: Store) -> None:
    briefing = await found_briefing(store, 1, "Tides")
    issue = await put(store, briefing, contents(7, DAY, section(), full_entry()))
    async with store.read() as transaction:
        overview, finland = await transaction.entries.of(issue.id)
    assert overview == section().model_copy(update={"id": overview.id})
    bare = {"id": finland.id, "quotes": (), "events": ()}
    assert finland == full_entry().model_copy(update=bare)
    assert 0 < overview.id < finland.id


async def test_a_country_picks_its_entries_in_order(store: Store) -> None:
    briefing = await found_briefing(store, 1, "Tides")
    parts = [section(), section("FI", text="1"), section("SE"), section("EE", "FI", text="2")]
    issue = await put(store, briefing, contents(7, DAY, *parts))
    async with store.read() as transaction:
        found = await transaction.entries.of(issue.id, "FI")
        assert [entry.text for entry in found] == ["1", "2"]
        assert await transaction.entries.of(issue.id, "JP") == ()


async def test_new_entries_take_the_place_of_the_old(store: Store) -> None:
    briefing = await found_briefing(store, 1, "Tides")
    issue = await put(store, briefing, contents(7, DAY, full_entry(), section("SE")))
    other = await put(store, briefing, contents(8, DAY, full_entry()))
    async with store.write() as transaction:
        await transaction.entries.replace(issue.id, [section("JP")])
        assert await transaction.entries.whole(issue.id) == (section("JP"),)
        assert await transaction.entries.whole(other.id) == (full_entry(),)


async def test_a_section_keeps_its_id_when_only_its_heading_changes(store: Store) -> None:
    briefing = await found_briefing(store, 1, "Tides")
    issue = await put(store, briefing, contents(7, DAY, section("FI"), section("SE", text="Fog.")))
    async with store.write() as transaction:
        before = await transaction.entries.of(issue.id)
        ports = section("SE", text="Fog.").model_copy(update={"heading": "Ports"})
        changed = section("FI", text="Ice.").model_copy(update={"heading": "Harbours"})
        await transaction.entries.replace(issue.id, [ports, changed])
        after = await transaction.entries.of(issue.id)
    assert [entry.heading for entry in after] == ["Ports", "Harbours"]
    assert after[0].id == before[1].id
    assert after[1].id not in {entry.id for entry in before}


async def test_a_country_named_twice_is_kept_once(store: Store) -> None:
    briefing = await found_briefing(store, 1, "Tides")
    issue = await put(store, briefing, contents(7, DAY, section("FI", "EE", "FI")))
    async with store.read() as transaction:
        (entry,) = await transaction.entries.of(issue.id)
    assert entry.countries == ("FI", "EE")


async def test_an_issue_may_have_no_entries(store: Store) -> None:
    briefing = await found_briefing(store, 1, "Tides")
    issue = await put(store, briefing, contents(7, DAY))
    async with store.read() as transaction:
        assert await transaction.entries.whole(issue.id) == ()
