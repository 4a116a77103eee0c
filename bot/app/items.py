"""Items: one section, quote or event by its reference, in its context, and to be cited."""

from bot.app.reading import ReadingRoom
from bot.domain.answer import Answer, NoLongerReadable, Reading
from bot.domain.issue import Issue, State
from bot.domain.item import Said, Section
from bot.domain.listing import Cited, InContext, Opened
from bot.domain.reader import Reader
from bot.domain.reference import Kind, Reference
from bot.store.store import Store


class Items:
    """Finds what a reference names, if the reader may read it."""

    def __init__(self, store: Store, reading: ReadingRoom) -> None:
        self._store = store
        self._reading = reading

    async def issue(
        self, reader: Reader, typed: str | None = None, briefing: str | None = None
    ) -> Answer:
        """An issue by its number, or whatever a reference such as "q345" names; else the newest."""
        if reference := Reference.parse(typed or ""):
            return await self.open(reader, reference)
        return await self._reading.issue(reader, typed, briefing)

    async def open(self, reader: Reader, reference: Reference) -> Answer:
        """The quote or the event; for a section its issue, opened there."""
        if reference.kind is Kind.ISSUE:
            return await self._reading.open(reader, reference.id)
        async with self._store.read() as store:
            item = await store.passages.item(reference)
        if item is None or not _may_read(reader, item.issue):
            return await self._gone(reader, reference, item and item.issue)
        match item:
            case Section():
                answer = await self._reading.open(reader, item.issue.id)
                at = {"entry": item.entry.id}
                return answer.model_copy(update=at) if isinstance(answer, Reading) else answer
            case _:
                return Opened(item=item)

    async def context(self, reader: Reader, reference: Reference) -> Answer:
        """A quote in the paragraph it stands in; one from elsewhere stands in none, so alone."""
        async with self._store.read() as store:
            item = await store.passages.item(reference)
        if isinstance(item, Said) and _may_read(reader, item.issue):
            return Opened(item=item) if item.quote.source else InContext(item=item)
        return await self._gone(reader, reference, item and item.issue)

    async def cite(self, reader: Reader, reference: Reference) -> Answer:
        """What is needed to cite a section, a quote, an event or a whole issue."""
        async with self._store.read() as store:
            item = await store.passages.item(reference)
            issue = item.issue if item else None
            if reference.kind is Kind.ISSUE:
                issue = await store.issues.get(reference.id)
        if issue and _may_read(reader, issue):
            return Cited(issue=issue, item=item)
        return await self._gone(reader, reference, issue)

    async def _gone(self, reader: Reader, reference: Reference, issue: Issue | None) -> Answer:
        """A withdrawn issue is named to those who could read it; nobody learns of any other."""
        if issue and issue.state is State.WITHDRAWN and reader.may_read(issue.briefing):
            return await self._reading.open(reader, issue.id)
        return NoLongerReadable(reference=reference)


def _may_read(reader: Reader, issue: Issue) -> bool:
    return issue.state is State.PUBLISHED and reader.may_read(issue.briefing)
