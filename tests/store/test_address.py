"""DATABASE_URL: a SQLite file, or one sentence saying so."""

from pathlib import Path

import pytest

from bot.errors import Misconfigured
from bot.store.address import database_file

ROOT = Path("/srv/sitrep")


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///data/state/sitrep.db", "/srv/sitrep/data/state/sitrep.db"),
        ("sqlite+aiosqlite:///data/state/sitrep.db", "/srv/sitrep/data/state/sitrep.db"),
        ("sqlite:////var/lib/sitrep.db", "/var/lib/sitrep.db"),
    ],
)
def test_a_file_is_found_from_the_root(url: str, file: str) -> None:
    assert database_file(url, ROOT) == Path(file)


@pytest.mark.parametrize(
    "url",
    ["postgresql://db/sitrep", "mysql://db/sitrep", "sqlite://", "sqlite:///:memory:", "x", ""],
)
def test_anything_else_is_refused_with_what_to_write(url: str) -> None:
    with pytest.raises(Misconfigured, match=r"^DATABASE_URL .*sqlite:///data/state/sitrep\.db"):
        database_file(url, ROOT)


def test_a_password_is_not_repeated() -> None:
    with pytest.raises(Misconfigured) as told:
        database_file("postgresql://ada:tide42@db/sitrep", ROOT)
    assert "tide42" not in str(told.value)
