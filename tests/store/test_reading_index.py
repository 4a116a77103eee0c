"""An index that says something else than the base tables is found and made anew."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import Refused, Unavailable
from bot.store.reading_index import index_faults, rebuild_index
from bot.store.store import Store
from tests.contents import contents, dated, happening, section, speaking
from tests.moments import NOW
from tests.shelving import DAY, found_briefing, put
from tests.store.sqlite import change, rows, schema


@pytest.fixture
async def filled(store: Store, database: Path) -> Path:
    """A database with a few published things in it."""
    briefing = await found_briefing(store, 1, "Tides")
    quotes = speaking("Port", ("Ada", "calm water"), ("Bert", "calm sea"))
    events = happening("Quay", dated("2022-01-05", "A calm day.", "FI"))
    await put(store, briefing, contents(1, DAY, section("FI", "EE"), quotes, events))
    async with store.write() as transaction:
        await transaction.list_states.keep("kept", NOW)
    return database


_DAMAGES = {
    "a passage is gone": "DELETE FROM passages WHERE kind = 'q' AND item_id = 1",
    "a passage too many": "INSERT INTO passages VALUES (5, 1, 1, 1, 'q', 77, 'x', 'x', NULL, NULL)",
    "another day": "UPDATE passages SET last = '2023-01-01' WHERE kind = 'e'",
    "another speaker": "UPDATE passages SET speaker = 'Cleo' WHERE item_id = 1 AND kind = 'q'",
    "a country is gone": "DELETE FROM passage_countries WHERE country = 'EE'",
    "a country too many": "INSERT INTO passage_countries SELECT id, 'SE', 1, kind FROM passages",
    "a wrong count": "UPDATE coverage SET passages = passages + 1",
    "a count too many": "INSERT INTO coverage VALUES (1, 'q', 'JP', 1)",
    "a wrong number of quotes": "UPDATE speakers SET quotes = 7",
    "a speaker too many": "INSERT INTO speakers (briefing_id, name, quotes) VALUES (1, 'Zoë', 1)",
    "a speaker is gone": "DELETE FROM speakers WHERE name = 'Ada'",
    "a text is gone": "DELETE FROM passages_fts WHERE body MATCH 'sea'",
    "another text": "UPDATE passages_fts SET body = 'wild sea' WHERE body MATCH 'sea'",
    "a text too many": "INSERT INTO passages_fts (rowid, body) VALUES (3, 'wild')",
    "another name": "UPDATE speakers_fts SET name = 'Eve' WHERE name MATCH 'Ada'",
    "text changed behind the index": "UPDATE passages_fts_content SET c3 = 'wild'",
    "words are gone": "DELETE FROM passages_fts_data WHERE id > 10",
    "words are nonsense": "UPDATE passages_fts_data SET block = x'00' WHERE id > 10",
    "structure is gone": "DELETE FROM passages_fts_data WHERE id = 10",
    "sizes are gone": "DELETE FROM passages_fts_docsize",
    "settings are gone": "DELETE FROM passages_fts_config",
    "words of names are gone": "DELETE FROM speakers_fts_data WHERE id > 10",
    "a part is gone": "DROP TABLE passages_fts_config",
    "several parts are gone": "DROP TABLE speakers_fts_data; DROP TABLE speakers_fts_idx",
    "the index is gone": "DROP TABLE passages_fts",
    "a table is gone": "DROP TABLE coverage",
    "the triggers are gone": "DROP TRIGGER passage_of_changed_quote; UPDATE quotes SET text = 'x'",
    "by an update that replaces": "UPDATE OR REPLACE quotes SET position = 0",
    "by replacing": "INSERT OR REPLACE INTO quotes SELECT 9, entry_id, position, text, kind,"
    ' speaker, role, country, said_on, start, "end", source, confidence, notes, shown FROM quotes'
    " WHERE id = 1",
}


async def test_a_sound_index_has_no_faults_and_is_left_alone(filled: Path) -> None:
    before = filled.read_bytes()
    assert index_faults(filled) == 0
    assert filled.read_bytes() == before


@pytest.mark.parametrize("damage", _DAMAGES.values(), ids=_DAMAGES.keys())
async def test_damage_is_found_and_mended(filled: Path, damage: str) -> None:
    sound = schema(filled)
    change(filled, damage)
    before = filled.read_bytes()
    assert index_faults(filled) > 0
    assert filled.read_bytes() == before
    rebuild_index(filled)
    assert index_faults(filled) == 0
    assert schema(filled) == sound
    found = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH 'calm'"
    ((calm,),) = rows(filled, found)
    assert calm >= 2
    assert rows(filled, "SELECT text FROM list_states") == [("kept",)]
    with closing(sqlite3.connect(filled)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


async def test_a_rebuilt_index_follows_again(filled: Path) -> None:
    rebuild_index(filled)
    change(filled, "UPDATE quotes SET text = 'Ahoy' WHERE id = 1")
    assert index_faults(filled) == 0
    assert rows(filled, "SELECT rowid FROM passages_fts WHERE passages_fts MATCH 'ahoy'") != []


async def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    for act in (index_faults, rebuild_index):
        with pytest.raises(Refused, match="There is no file"):
            act(tmp_path / "nothing.db")


async def test_nothing_is_made_anew_while_another_writes(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.reading_index._PATIENCE", 0.05)
    with closing(sqlite3.connect(filled, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("UPDATE quotes SET text = 'Ahoy'")
        with pytest.raises(Unavailable, match="cannot be made anew"):
            rebuild_index(filled)
        assert index_faults(filled) == 0


async def test_a_rebuild_that_fails_leaves_all_as_it_was(filled: Path) -> None:
    change(filled, "DROP TABLE event_countries")
    before = schema(filled)
    with pytest.raises(Unavailable, match="cannot be made anew"):
        rebuild_index(filled)
    assert schema(filled) == before
