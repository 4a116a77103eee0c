"""A copy of the migration scripts with more versions in it than Sitrep has."""

import shutil
from pathlib import Path

import pytest

from bot.store import version as versions

_SCRIPT = """
from alembic import op
from sqlalchemy import Column, Integer, text

revision = "{version}"
down_revision = "{parent}"


def upgrade() -> None:
    op.create_table("harbours", Column("id", Integer, primary_key=True))
    {then}
"""


def next_version(folder: Path, monkeypatch: pytest.MonkeyPatch, then: str = "pass") -> str:
    """Adds a version that makes a table, then does what `then` says; gives its name."""
    scripts = folder / "scripts"
    shutil.copytree(versions.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    parent, version = versions.newest_version(), "9999"
    file = scripts / "versions" / f"v{version}_next.py"
    file.write_text(_SCRIPT.format(version=version, parent=parent, then=then), "utf-8")
    monkeypatch.setattr(versions, "SCRIPTS", scripts)
    return version


def first_version_only(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes all later versions away, as if they had not been written yet."""
    scripts = folder / "older"
    shutil.copytree(versions.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (scripts / "versions").glob("v*.py"):
        if not file.name.startswith("v0001_"):
            file.unlink()
    monkeypatch.setattr(versions, "SCRIPTS", scripts)
