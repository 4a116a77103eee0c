"""Migration: bringing a database file to the tables of this version."""

import sqlite3
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError

from bot.errors import Refused, Unavailable
from bot.store import version as versions
from bot.store.copy import copy_database
from bot.store.engine import migration_engine


def migrate(file: Path, now: datetime) -> Path | None:
    """Brings the file up to date, or makes a new one; gives the backup made before, if any.

    Raises Refused for a file of a newer Sitrep, Unavailable if it can't be opened.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _migrate(file, now)
    except (OSError, sqlite3.Error, DatabaseError) as error:
        reason = getattr(error, "orig", None) or error
        raise Unavailable(
            f"The database {file} cannot be opened ({reason});"
            " check the path, its permissions and the free space."
        ) from error


def _migrate(file: Path, now: datetime) -> Path | None:
    engine = migration_engine(file)
    try:
        with engine.connect() as connection:
            version = check_version(connection, file)
            if version == versions.newest_version():
                return None
            backup = _backup(file, version, now) if version else None
            connection.rollback()
            with connection.begin():
                _upgrade(connection)
            return backup
    finally:
        engine.dispose()


def check_version(connection: Connection, file: Path) -> str | None:
    """The version of the file's tables, None for an empty file.

    Raises Refused if it is none that this program knows.
    """
    version = versions.version_of(connection)
    if version and version not in versions.known_versions():
        raise Refused(
            f"The database {file} was made by a newer Sitrep (version {version});"
            " upgrade Sitrep, or restore a backup made by this one."
        )
    if version is None and connection.exec_driver_sql("SELECT 1 FROM sqlite_master").first():
        raise Refused(
            f"{file} is a database of another program; name another file in DATABASE_URL."
        )
    return version


def _backup(file: Path, version: str, now: datetime) -> Path:
    backup = file.with_name(f"{file.name}.before-{version}-{now:%Y%m%dT%H%M%SZ}")
    copy_database(file, backup)
    return backup


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415  # a tenth of a second and ten megabytes
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # The option is a template in which % has a meaning.
    config.set_main_option("script_location", str(versions.SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise Unavailable(f"The upgrade would break {len(broken)} references; nothing was changed.")
