"""Scheduling from the desk: an issue goes out at a moment that an editor chooses."""

from datetime import datetime

from bot.app.clock import Clock
from bot.app.desk import Desk
from bot.app.desk_publishing import DeskPublishing, order_of
from bot.app.desk_rights import required_issue
from bot.app.publishing import Publishing
from bot.app.second_editor import guarding, require_second
from bot.delivery.bell import Bell
from bot.domain.approval import Request, Wish
from bot.domain.bench import Bench
from bot.domain.due import Due, clock_in, parse_due
from bot.domain.editor import Editor
from bot.domain.release import Release, ReleaseKind
from bot.domain.server_choices import ServerChoices
from bot.domain.zone import parse_zone
from bot.errors import Refused
from bot.store.store import Store

_NO_ZONE = "Say in which time zone: a city such as Berlin or New York, or an offset such as +2."


class DeskScheduling:
    """Sets moments, moves and cancels them; each method asks for the editor's right."""

    def __init__(
        self,
        store: Store,
        desk: Desk,
        out: DeskPublishing,
        publishing: Publishing,
        clock: Clock,
        bell: Bell,
    ) -> None:
        self._store = store
        self._desk = desk
        self._out = out
        self._publishing = publishing
        self._clock = clock
        self._bell = bell

    async def choices(self, editor: Editor) -> ServerChoices:
        """The newsroom's time zone, and the time that it used last."""
        await self._desk.require(editor)
        async with self._store.read() as store:
            return await store.server_settings.of(editor.server)

    async def due(self, editor: Editor, typed: str, zone: str = "") -> Due:
        """The moment that was typed; a zone is kept for the newsroom if it has none.

        Raises Refused for what is no moment to come, and without a zone.
        """
        own = (await self.choices(editor)).time_zone
        kept = own or parse_zone(zone)
        if kept is None:
            raise Refused(_NO_ZONE)
        due = parse_due(typed, self._clock(), kept)
        if own is None:
            async with self._store.write() as store:
                await store.server_settings.choose(editor.server, time_zone=kept)
        return due

    async def schedule(
        self, editor: Editor, key: int, at: int, due: datetime, interaction: int | None = None
    ) -> Bench:
        """As `set_to`; the time is offered for the next issue."""
        bench = await self.set_to(editor, key, at, due, interaction)
        zone = (await self.choices(editor)).time_zone
        async with self._store.write() as store:
            await store.server_settings.choose(editor.server, usual_time=clock_in(zone, due))
        return bench

    async def set_to(
        self,
        editor: Editor,
        key: int,
        at: int,
        due: datetime,
        interaction: int | None = None,
        request: Request | None = None,
    ) -> Bench:
        """Lets a draft out at that moment, as another editor has asked if there is one.

        Where one waits, it gets that moment: that lets it out as it is now. Raises Refused as
        `DeskPublishing.publish` does.
        """
        bench = await self._desk.open(editor, key)
        wish = Wish(kind=ReleaseKind.PUBLICATION, issue=key, at=at, due=due)
        if bench.pending is None:
            await self._out.cleared(editor, key, at)
            order = order_of(editor, interaction, at, request).model_copy(update={"due": due})
            await self._publishing.publish(key, order, guarding(editor, wish, request))
        else:
            await self._move(editor, wish, interaction, request)
        return await self._desk.open(editor, key)

    async def cancel(self, editor: Editor, key: int, interaction: int | None = None) -> Bench:
        """Makes a scheduled issue a draft again; raises Refused if none waits for its moment."""
        bench = await self._desk.open(editor, key)
        release = scheduled(bench.pending)
        await self._publishing.undo(release.id, interaction)
        return await self._desk.open(editor, key)

    async def _move(
        self, editor: Editor, wish: Wish, interaction: int | None, request: Request | None
    ) -> None:
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            await required_issue(store, editor, wish.issue)
            release = scheduled(await store.releases.pending(wish.issue))
            if request or (await store.server_settings.of(editor.server)).two_people:
                await require_second(store, editor, wish, request)
            who = (editor.author,) if request is None else (request.asker, editor.author)
            await store.releases.move(release.id, wish.due or release.due_at, wish.at, *who)
        self._bell.ring()


def scheduled(release: Release | None) -> Release:
    """The release; raises Refused unless it waits for a set time."""
    if release is None or not release.scheduled:
        raise Refused("It does not wait for a set time any more; look at it as it is now.")
    return release
