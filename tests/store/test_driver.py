"""The driver: what SQLAlchemy hears from SQLite through one crossing per statement."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError

from bot.store.engine import async_engine


@pytest.fixture
async def connection(tmp_path: Path):
    engine = async_engine(tmp_path / "x.db")
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT UNIQUE)"))
        yield connection
    await engine.dispose()


async def test_rows_columns_and_counts_arrive(connection) -> None:
    adding = text("INSERT INTO t (word) VALUES (:word)")
    made = await connection.execute(adding, {"word": "fog"})
    assert (made.rowcount, made.lastrowid) == (1, 1)
    many = await connection.execute(adding, [{"word": "ice"}, {"word": "tide"}])
    assert many.rowcount == 2
    found = await connection.execute(text("SELECT id, word FROM t ORDER BY id"))
    assert list(found.keys()) == ["id", "word"]
    assert [tuple(row) for row in found] == [(1, "fog"), (2, "ice"), (3, "tide")]
    assert (await connection.execute(text("DELETE FROM t"))).rowcount == 3


async def test_two_results_may_be_read_at_once(connection) -> None:
    counting = text("WITH n(x) AS (VALUES (1), (2), (3)) SELECT x FROM n")
    one, other = await connection.execute(counting), await connection.execute(counting)
    assert [tuple(pair) for pair in zip(one.scalars(), other.scalars(), strict=True)] == [
        (1, 1),
        (2, 2),
        (3, 3),
    ]


async def test_errors_are_those_of_sqlalchemy(connection) -> None:
    adding = text("INSERT INTO t (word) VALUES ('fog')")
    await connection.execute(adding)
    with pytest.raises(IntegrityError):
        await connection.execute(adding)
    with pytest.raises(OperationalError):
        await connection.execute(text("SELECT nothing FROM nowhere"))
    assert await connection.scalar(text("SELECT count(*) FROM t")) == 1


async def test_a_connection_that_was_closed_underneath_is_told_as_such(tmp_path: Path) -> None:
    engine = async_engine(tmp_path / "x.db")
    async with engine.connect() as connection:
        raw = await connection.get_raw_connection()
        assert raw.driver_connection
        await raw.driver_connection.close()
        with pytest.raises(OperationalError, match=r"(?i)connection closed") as caught:
            await connection.execute(text("SELECT 1"))
        assert caught.value.connection_invalidated
    async with engine.connect() as again:
        assert await again.scalar(text("SELECT 1")) == 1
    await engine.dispose()


async def test_sqlite_is_the_one_of_the_standard_library(connection) -> None:
    raw = await connection.get_raw_connection()
    assert isinstance(raw.driver_connection._conn, sqlite3.Connection)


async def test_a_reading_transaction_sees_what_was_there_at_its_first_statement(
    tmp_path: Path,
) -> None:
    engine = async_engine(tmp_path / "x.db")
    async with engine.begin() as writing:
        await writing.execute(text("CREATE TABLE t (id INTEGER)"))
    counting, adding = text("SELECT count(*) FROM t"), text("INSERT INTO t VALUES (1)")
    async with engine.begin() as reading:
        assert await reading.scalar(counting) == 0
        async with engine.begin() as writing:
            await writing.execute(adding)
        assert await reading.scalar(counting) == 0
        raw = await reading.get_raw_connection()
        assert raw.driver_connection
        assert raw.driver_connection.in_transaction
    async with engine.begin() as reading:
        assert await reading.scalar(counting) == 1
    await engine.dispose()


async def test_a_transaction_without_a_statement_is_none(tmp_path: Path) -> None:
    engine = async_engine(tmp_path / "x.db")
    for _ in range(2):
        async with engine.begin() as connection:
            raw = await connection.get_raw_connection()
            assert raw.driver_connection
            assert not raw.driver_connection.in_transaction
    await engine.dispose()


async def test_what_failed_is_undone(tmp_path: Path) -> None:
    engine = async_engine(tmp_path / "x.db")

    async def stumble() -> None:
        async with engine.begin() as connection:
            await connection.execute(text("CREATE TABLE t (id INTEGER)"))
            await connection.execute(text("SELECT nothing FROM nowhere"))

    with pytest.raises(OperationalError):
        await stumble()
    async with engine.begin() as connection:
        found = await connection.execute(text("SELECT name FROM sqlite_master"))
        assert found.all() == []
    await engine.dispose()
