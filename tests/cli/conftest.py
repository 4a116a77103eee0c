"""The command line, on a database of the test's own."""

from pathlib import Path

import pytest

from tests.cli.command import NEWSROOM, Sitrep, said
from tests.cli.documents import GOOD, NEXT


@pytest.fixture
def sitrep(database: Path) -> Sitrep:
    return Sitrep(database)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Sitrep:
    """A database with two issues for whoever only reads: nobody writes to it."""
    folder = tmp_path_factory.mktemp("published")
    sitrep = Sitrep(folder / "sitrep.db")
    (folder / "good.txt").write_text(GOOD)
    (folder / "next.txt").write_text(NEXT.replace("Norway\n", "Iceland\n"))
    files = (folder / "good.txt", folder / "next.txt")
    said(sitrep("import", "--newsroom", NEWSROOM, "--publish", *files))
    return sitrep
