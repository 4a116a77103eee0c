"""Places at the desk: the screen that an editor had last."""

from bot.app.desk_rights import require_editor, required_issue
from bot.domain.editor import Editor
from bot.store.store import Store


class DeskPlaces:
    """Remembered for each editor in each newsroom; each method asks for their right."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def note(self, editor: Editor, issue: int, screen: str) -> None:
        """Remembers the screen of an issue that an editor looks at, as a custom id."""
        async with self._store.read() as store:
            if await store.desk_places.of(editor.id, editor.server) == screen:
                return
        async with self._store.write() as store:
            await required_issue(store, editor, issue)
            await store.desk_places.keep(editor.id, editor.server, issue, screen)

    async def last(self, editor: Editor) -> str | None:
        """The screen that was noted last; None if there is none."""
        async with self._store.read() as store:
            await require_editor(store, editor)
            return await store.desk_places.of(editor.id, editor.server)
