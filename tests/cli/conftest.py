"""The command line, on a database of the test's own."""

from pathlib import Path

import pytest

from tests.cli.command import Sitrep


@pytest.fixture
def sitrep(database: Path) -> Sitrep:
    return Sitrep(database)
