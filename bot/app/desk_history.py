"""The history at the desk: what an issue said at any time, and how it says that again."""

from bot.app.desk import Desk
from bot.app.desk_rights import require_editor, required_issue
from bot.domain.bench import Bench, Clash
from bot.domain.comparison import NOTHING, compared
from bot.domain.editing.restore import Restore
from bot.domain.editor import Editor
from bot.domain.history import HistoryPage, Kind, Mark, Past, Saved
from bot.domain.issue import Issue
from bot.domain.reference import Kind as Named
from bot.domain.reference import Reference
from bot.domain.zone import zone_of
from bot.errors import Refused
from bot.store.store import Store, Transaction

SIZE = 10
"""States on a page."""

_NONE_SUCH = "There is no such issue at this desk; pick one that is offered."


class DeskHistory:
    """For the editors of a newsroom; each method asks for their right."""

    def __init__(self, store: Store, desk: Desk) -> None:
        self._store = store
        self._desk = desk

    async def offered(self, editor: Editor, typed: str, limit: int) -> list[Issue]:
        """The newsroom's issues in any state, by number or title, the newest first."""
        async with self._store.read() as store:
            await require_editor(store, editor)
            return await store.issues.of_newsroom(editor.server, typed, limit)

    async def chosen(self, editor: Editor, typed: str | None) -> int:
        """The issue of a reference such as "i12", or a number; left out, the one changed last.

        Raises Refused if there is none such.
        """
        if typed is None:
            last = await self._desk.last(editor)
            if last is None:
                raise Refused("You have changed nothing yet; say with `issue` which one you mean.")
            return last
        async with self._store.read() as store:
            await require_editor(store, editor)
            typed = typed.strip()
            reference = Reference.parse(typed)
            if reference is not None and reference.kind is Named.ISSUE:
                return (await required_issue(store, editor, reference.id)).id
            number = typed.rpartition("#")[2]
            if not (number.isascii() and number.isdecimal() and len(number) < 10):
                raise Refused(_NONE_SUCH)
            found = await store.issues.numbered_in(editor.server, int(number))
            named = [issue for issue in found if typed in (number, f"#{number}", issue.label)]
            if not named:
                raise Refused(_NONE_SUCH)
            return named[0].id

    async def page(self, editor: Editor, key: int, page: int = 0) -> HistoryPage:
        """Ten states, the newest first; the last page if there are not so many."""
        async with self._store.read() as store:
            issue = await required_issue(store, editor, key)
            total = await store.history.count(key)
            last = max((total - 1) // SIZE, 0)
            page = min(page, last)
            saved = await store.history.newest(key, SIZE, page * SIZE)
        return HistoryPage(
            issue=issue,
            saved=tuple(saved),
            total=total,
            first=total - page * SIZE,
            page=page,
            pages=last + 1,
        )

    async def past(self, editor: Editor, key: int, mark: Mark) -> Past:
        """What one state changed; raises Refused if there is none such."""
        bench = await self._desk.open(editor, key)
        async with self._store.read() as store:
            saved = await _required(store, key, mark)
            before = await store.history.before(key, saved)
            contents = await store.history.contents(key, mark)
            old = NOTHING if before is None else await store.history.contents(key, before.mark)
        return Past(
            bench=bench,
            saved=saved,
            before=before,
            comparison=compared(old, contents),
            current=contents == bench.contents,
            lost=compared(bench.contents, contents).live_removed if bench.corrects else 0,
        )

    async def restore(
        self, editor: Editor, key: int, at: int, mark: Mark, interaction: int | None = None
    ) -> Bench | Clash:
        """Makes what a state said the newest version, if the version `at` is the newest still.

        Of a published issue it becomes a correction in the making. Raises Refused as `Desk.edit`
        does, and where it says so already.
        """
        async with self._store.read() as store:
            await required_issue(store, editor, key)
            saved = await _required(store, key, mark)
            contents = await store.history.contents(key, mark)
            zone = (await store.server_settings.of(editor.server)).time_zone
        edit = Restore(contents=contents, told=_told(saved, zone))
        return await self._desk.edit(editor, key, at, edit, interaction)


async def _required(store: Transaction, key: int, mark: Mark) -> Saved:
    saved = await store.history.get(key, mark)
    if saved is None:
        raise Refused("This is not in the history of the issue; open `/desk history` again.")
    return saved


def _told(saved: Saved, zone: str | None) -> str:
    """Of when it is, on the newsroom's clock: "as of 2022-01-28 08:00, revision 2"."""
    moment = f"as of {saved.made_at.astimezone(zone_of(zone)):%Y-%m-%d %H:%M}"
    is_revision = saved.mark.kind is Kind.REVISION
    return f"{moment}, revision {saved.mark.number}" if is_revision else moment
