"""The newsroom's briefings, as the people who manage its server found and change them."""

from bot.app.briefing_making import BriefingMaking, free_name, open_or_close
from bot.app.clock import Clock
from bot.app.desk_rights import require_insider, require_manager, required_briefing
from bot.domain.briefing import Briefing
from bot.domain.colour import colour_typed
from bot.domain.editor import Editor
from bot.domain.record import Record
from bot.errors import Refused
from bot.store.store import Store


class Turned(Record):
    """What it means that a briefing is `briefing.public`: so many foreign channels pause, or go on.

    Where it was only asked, the briefing is shown as it would be.
    """

    briefing: Briefing
    channels: int = 0


class DeskBriefings:
    """For people with Manage Server; each method asks for their right."""

    def __init__(self, store: Store, making: BriefingMaking, clock: Clock) -> None:
        self._store = store
        self._making = making
        self._clock = clock

    def require(self, editor: Editor) -> None:
        """Raises Refused for who may not change briefings here."""
        require_manager(editor)

    async def owned(self, editor: Editor) -> list[Briefing]:
        """Those of the newsroom, for its editors too; raises Refused for anybody else."""
        async with self._store.read() as store:
            await require_insider(store, editor)
            return await store.briefings.of_newsroom(editor.server)

    async def named(self, editor: Editor, typed: str | None) -> Briefing:
        """The briefing of that id or name; left out, the only one.

        Raises Refused for another's, and where there are several and none is named.
        """
        owned = await self.owned(editor)
        if not typed and len(owned) != 1:
            raise Refused("Say which briefing; the option `briefing` offers what there is.")
        sought = (typed or "").strip()
        for briefing in owned:
            if not sought or sought == str(briefing.id):
                return briefing
        for briefing in owned:
            if sought.casefold() == briefing.name.casefold():
                return briefing
        raise Refused("This newsroom has no such briefing; pick one that is offered.")

    async def may_be_called(self, editor: Editor, name: str) -> str:
        """The name as a new briefing would have it; raises Refused if none can be called so."""
        require_manager(editor)
        self._making.require(editor.server)
        async with self._store.read() as store:
            return await free_name(store, editor.server, name)

    async def found(
        self, editor: Editor, name: str, *, public: bool, interaction: int | None = None
    ) -> Briefing:
        """Makes a briefing; raises Refused for a name that is taken or none."""
        require_manager(editor)
        return await self._making.found(editor.server, name, public=public, interaction=interaction)

    async def rename(
        self, editor: Editor, key: int, name: str, interaction: int | None = None
    ) -> tuple[Briefing, Briefing]:
        """Calls it something else; gives it as it was and as it is.

        Raises Refused for a name that is taken or none, or the one that it has.
        """
        require_manager(editor)
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            before = await required_briefing(store, editor, key)
            name = await free_name(store, editor.server, name, key)
            if name == before.name:
                raise Refused(f"It is called {name} already; type another name.")
            await store.briefings.rename(key, name)
            return before, await required_briefing(store, editor, key)

    async def turning(self, editor: Editor, key: int, *, public: bool) -> Turned:
        """What would follow if it were public, or private; raises Refused if it is so already."""
        require_manager(editor)
        async with self._store.read() as store:
            found = await required_briefing(store, editor, key)
            _require_other(found, public=public)
            channels = await store.subscriptions.foreign(found, public=public)
            changed = found.model_copy(update={"public": public})
            return Turned(briefing=changed, channels=len(channels))

    async def turn(
        self, editor: Editor, key: int, *, public: bool, interaction: int | None = None
    ) -> Turned:
        """Lets every server read it, or its own only; raises Refused if it is so already."""
        require_manager(editor)
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            found = await required_briefing(store, editor, key)
            _require_other(found, public=public)
            channels = await open_or_close(store, found, public=public, clock=self._clock)
            return Turned(briefing=await required_briefing(store, editor, key), channels=channels)

    async def look(self, editor: Editor, key: int) -> Briefing:
        """One of them, with its colour."""
        require_manager(editor)
        async with self._store.read() as store:
            return await required_briefing(store, editor, key)

    async def paint(
        self, editor: Editor, key: int, typed: str, interaction: int | None = None
    ) -> Briefing:
        """Gives its cards the colour that was typed; "none" takes it back.

        Raises Refused for what is no colour.
        """
        require_manager(editor)
        colour = colour_typed(typed)
        if colour is None and typed.strip().casefold() != "none":
            raise Refused("This colour is not known; type a name such as red, or #2b6cb0.")
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            await required_briefing(store, editor, key)
            await store.briefings.paint(key, colour)
            return await required_briefing(store, editor, key)


def _require_other(briefing: Briefing, *, public: bool) -> None:
    if briefing.public == public:
        raise Refused(f"{briefing.name} is {'public' if public else 'private'} already.")
