"""Sharing: answers that everybody sees are remembered, so that a correction reaches them."""

from bot.app.clock import Clock
from bot.app.items import Items
from bot.app.lists import Lists
from bot.app.reading import ReadingRoom
from bot.app.searching import Searching
from bot.delivery.bell import Bell
from bot.domain.answer import Answer, NoLongerReadable
from bot.domain.cursor import Cursor
from bot.domain.filter import Listed
from bot.domain.issue import Issue
from bot.domain.reader import Reader
from bot.domain.reference import Reference
from bot.domain.showing import Showing
from bot.store.store import Store


class Sharing:
    """Keeps what a message shows for 90 days, and asks it again."""

    def __init__(
        self,
        store: Store,
        reading: ReadingRoom,
        items: Items,
        lists: Lists,
        searching: Searching,
        clock: Clock,
        bell: Bell,
    ) -> None:
        self._store = store
        self._reading = reading
        self._items = items
        self._lists = lists
        self._searching = searching
        self._clock = clock
        self._bell = bell

    async def keep(
        self, showing: Showing, channel: int, message: int, issues: tuple[Issue, ...]
    ) -> None:
        """Remembers a message in a channel, and which issues it shows."""
        shown = {
            "server_id": showing.server,
            "channel_id": channel,
            "message_id": message,
            "showing": showing.model_dump_json(exclude_defaults=True),
            "posted_at": self._clock(),
        }
        revisions = {issue.id: issue.revision for issue in issues}
        async with self._store.write() as store:
            await store.copies.share(shown, list(revisions.items()))
            # An issue may have been corrected since it was read.
            await store.fan_out.of_late_copies([message], self._clock())
        self._bell.ring()

    async def again(self, showing: Showing) -> Answer:
        """The answer as it would be given now, there."""
        reader = Reader(user=showing.asker, server=showing.server)
        if showing.issue is not None:
            return await self._reading.open(reader, showing.issue, showing.country)
        if showing.item is not None:
            ask = self._items.context if showing.context else self._items.open
            return await ask(reader, showing.item)
        if showing.filter is None:
            return NoLongerReadable()
        cursor = showing.cursor or ""
        if showing.filter.listed is Listed.SEARCH:
            return await self._searching.go_on(reader, showing.filter, Reference.parse(cursor))
        return await self._lists.go_on(reader, showing.filter, Cursor.parse(cursor))
