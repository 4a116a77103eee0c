"""The heads of versions: what a list of many issues shows without what each of them says."""

from bot.domain.release import Author
from bot.domain.version import Version, VersionHead
from bot.store.store import Store
from tests.contents import contents
from tests.moments import NOW
from tests.shelving import DAY, found_briefing, publish


def version(number: int, deed: str) -> Version:
    return Version(
        number=number,
        author=Author(name="Ben", id=8),
        made_at=NOW,
        deed=deed,
        same_as=1,
        contents=contents(7, DAY),
    )


async def test_each_issue_has_its_last_head(store: Store) -> None:
    briefing = await found_briefing(store, 1, "Tides")
    seven, eight, nine = [(await publish(store, briefing, number)).id for number in (7, 8, 9)]
    async with store.write() as transaction:
        for number in (1, 2, 3):
            await transaction.versions.add(seven, version(number, f"Seven {number}"))
        await transaction.versions.add(eight, version(1, "Eight"))
    async with store.read() as transaction:
        found = await transaction.versions.heads([seven, eight, nine])
        assert {key: (each.number, each.deed) for key, each in found.items()} == {
            seven: (3, "Seven 3"),
            eight: (1, "Eight"),
        }
        assert await transaction.versions.heads([]) == {}


async def test_a_head_is_its_version_without_what_it_says(store: Store) -> None:
    briefing = await found_briefing(store, 1, "Tides")
    seven = (await publish(store, briefing, 7)).id
    async with store.write() as transaction:
        await transaction.versions.add(seven, version(1, "Begun"))
    async with store.read() as transaction:
        head = await transaction.versions.head(seven, 1)
        whole = await transaction.versions.get(seven, 1)
        assert whole
        assert head == VersionHead(**whole.model_dump(exclude={"contents"}))
        assert await transaction.versions.head(seven, 2) is None
