"""Where the database lies: a SQLite file, named by a URL."""

from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import Misconfigured

_INSTEAD = "write sqlite:///data/state/sitrep.db or leave it out."


def database_file(url: str, root: Path) -> Path:
    """The file that `url` names; a relative one is found from `root`.

    Raises Misconfigured for anything but a SQLite file.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise Misconfigured(f"DATABASE_URL is not a database URL; {_INSTEAD}") from None
    if (
        parsed.get_backend_name() != "sqlite"
        or not parsed.database
        or parsed.database == ":memory:"
    ):
        raise Misconfigured(
            f"DATABASE_URL names {parsed.get_backend_name()},"
            f" and Sitrep works with a SQLite file only; {_INSTEAD}"
        )
    return root / parsed.database
