"""Bringing: each file by itself, and what is done is told before the next one begins."""

import json
from pathlib import Path

import pytest

from bot.app.app import App, build_app
from bot.app.importing import Order
from bot.bringing import bring_all, read_document
from bot.domain.gazetteer import Gazetteer
from bot.errors import Unreadable
from bot.store.store import Store
from tests.app.documents import FULL, MENDED, NEXT
from tests.moments import NOW

ORDER = Order(newsroom=1, author="Ada")
Printed = pytest.CaptureFixture[str]


@pytest.fixture
def app(store: Store, gazetteer: Gazetteer) -> App:
    return build_app(store, gazetteer, lambda: NOW)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A document, another text of its number, and the next document."""
    made = [tmp_path / name for name in ("full.txt", "mended.txt", "next.txt")]
    for file, text in zip(made, (FULL, MENDED, NEXT), strict=True):
        file.write_text(text)
    return made


async def test_results_and_refusals_go_where_they_belong(
    app: App, files: list[Path], capsys: Printed
) -> None:
    assert not await bring_all(app, files, ORDER, as_json=False)
    printed = capsys.readouterr()
    lines = [line for line in printed.out.splitlines() if line.startswith("/")]
    assert lines == [
        f"{files[0]}: Tide Watch #12 is a draft now.",
        f"{files[2]}: Tide Watch #13 is a draft now.",
    ]
    assert printed.err == (
        f"{files[1]}: Tide Watch #12 is there already with another text,"
        " and replacing it was not asked for (--replace).\n"
    )


async def test_a_program_gets_one_object_a_file(
    app: App, files: list[Path], capsys: Printed
) -> None:
    assert not await bring_all(app, files, ORDER, as_json=True)
    printed = capsys.readouterr()
    told = [json.loads(line) for line in printed.out.splitlines()]
    assert printed.err == ""
    assert [each["file"] for each in told] == [str(file) for file in files]
    assert [each.get("outcome") for each in told] == ["drafted", None, "drafted"]
    assert told[1]["error"].endswith("(--replace).")


async def test_what_was_done_before_an_unexpected_error_is_told(
    app: App, files: list[Path], capsys: Printed
) -> None:
    impossible = Path("a name with \0 in it")
    with pytest.raises(ValueError, match="null byte"):
        await bring_all(app, [files[0], impossible, files[2]], ORDER, as_json=False)
    assert "Tide Watch #12 is a draft now." in capsys.readouterr().out
    assert [issue.number for issue in await app.archive.issues()] == [12]


async def test_all_that_went_well_is_a_success(app: App, files: list[Path]) -> None:
    assert await bring_all(app, files[:1], ORDER, as_json=False)
    assert await bring_all(app, files[:1], ORDER, as_json=False)


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"cannot be read \(Is a directory\); check the path"):
        read_document(tmp_path)
