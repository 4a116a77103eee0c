"""The history of an issue: versions and revisions in one order, whatever the clocks said."""

import pytest

from bot.domain.history import Mark, Saved
from bot.domain.issue import Issue
from bot.domain.release import Author
from bot.domain.revision import Revision
from bot.domain.version import Version
from bot.store.store import Store
from tests.contents import contents
from tests.moments import NOW, later
from tests.shelving import DAY, found_briefing, publish

ORDER = ["v4", "v3", "r2", "v2", "r1", "v1"]


def version(number: int, base: int) -> Version:
    return Version(
        number=number,
        base=base,
        author=Author(name="Ben", id=8),
        # The clock goes back with each: no order may come from it.
        made_at=later(hours=-number),
        deed=f"Deed {number}",
        same_as=number,
        contents=contents(7, DAY, title=f"Version {number}"),
    )


def revision(number: int) -> Revision:
    said = contents(7, DAY, title=f"Revision {number}")
    return Revision(
        number=number, author="Ada", made_at=NOW, reason=f"Reason {number}", contents=said
    )


@pytest.fixture
async def issue(store: Store) -> Issue:
    """One with a draft, two corrections, and another issue beside it."""
    briefing = await found_briefing(store, 1, "Tides")
    made, other = await publish(store, briefing, 7), await publish(store, briefing, 8)
    async with store.write() as transaction:
        for number, base in ((1, 0), (2, 1), (3, 2), (4, 2)):
            await transaction.versions.add(made.id, version(number, base))
            await transaction.versions.add(other.id, version(number, base))
        for number in (1, 2):
            await transaction.revisions.add(made.id, revision(number))
    return made


def mark(text: str) -> Mark:
    found = Mark.parse(text)
    assert found
    return found


async def test_the_newest_comes_first(store: Store, issue: Issue) -> None:
    async with store.read() as transaction:
        found = await transaction.history.newest(issue.id, 99)
        assert [str(each.mark) for each in found] == ORDER
        assert await transaction.history.count(issue.id) == len(ORDER)
        assert await transaction.history.count(issue.id + 99) == 0
        for offset in range(7):
            some = await transaction.history.newest(issue.id, 2, offset)
            assert some == found[offset : offset + 2]


async def test_a_state_is_told_without_what_it_says(store: Store, issue: Issue) -> None:
    async with store.read() as transaction:
        found = {text: await transaction.history.get(issue.id, mark(text)) for text in ORDER}
    assert found["r2"] == Saved(
        mark=mark("r2"), after=2, author="Ada", made_at=NOW, told="Reason 2"
    )
    assert found["v3"] == Saved(
        mark=mark("v3"), after=2, author="Ben", made_at=later(hours=-3), told="Deed 3"
    )


async def test_a_revision_follows_a_revision_and_a_version_whatever_was_last(
    store: Store, issue: Issue
) -> None:
    before = dict[str, str]()
    async with store.read() as transaction:
        for each in await transaction.history.newest(issue.id, 99):
            found = await transaction.history.before(issue.id, each)
            before[str(each.mark)] = str(found.mark) if found else ""
    assert before == {"v4": "v3", "v3": "r2", "r2": "r1", "v2": "r1", "r1": "v1", "v1": ""}


@pytest.mark.parametrize("text", ["v5", "v0", "r3", "v999999999"])
async def test_what_was_never_saved_is_not_there(store: Store, issue: Issue, text: str) -> None:
    async with store.read() as transaction:
        assert await transaction.history.get(issue.id, mark(text)) is None


async def test_what_a_state_says_is_read_alone(store: Store, issue: Issue) -> None:
    async with store.read() as transaction:
        titles = [
            (await transaction.history.contents(issue.id, mark(text))).title for text in ORDER
        ]
    assert titles == [
        *("Version 4", "Version 3", "Revision 2"),
        *("Version 2", "Revision 1", "Version 1"),
    ]
