"""Approving at the desk: an editor asks for what they may not let out alone, another one does."""

from bot.app.clock import Clock
from bot.app.desk import Desk
from bot.app.desk_correcting import DeskCorrecting
from bot.app.desk_live import DeskLive
from bot.app.desk_publishing import DeskPublishing
from bot.app.desk_rights import require_editor, required_issue
from bot.app.desk_scheduling import DeskScheduling
from bot.app.second_editor import SETTLED, needs_second, require_other
from bot.domain.approval import Request, Wish
from bot.domain.bench import Bench
from bot.domain.editor import Editor
from bot.domain.issue import Issue, State
from bot.domain.release import ReleaseKind
from bot.domain.request_look import Approved, Asked, End, Ended, RequestLook, Stale
from bot.errors import Refused
from bot.store.store import Store, Transaction

_ALONE = "You can let this out yourself; go back and do it there."
_CHANGED = "It was changed since; ask again."
_OUT = "It is out already, or about to go out; look at it as it is now."
_PASSED = "That time has passed; ask again."


class DeskApproving:
    """Requests of editors; each method asks for their right."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        desk: Desk,
        out: DeskPublishing,
        scheduling: DeskScheduling,
        correcting: DeskCorrecting,
        live: DeskLive,
    ) -> None:
        self._store = store
        self._clock = clock
        self._desk = desk
        self._out = out
        self._scheduling = scheduling
        self._correcting = correcting
        self._live = live

    async def is_needed(self, editor: Editor, wish: Wish) -> bool:
        """Whether they have to ask another editor; raises Refused as letting it out would."""
        async with self._store.read() as store:
            await required_issue(store, editor, wish.issue)
            needed = await needs_second(store, editor, wish)
        if needed:
            await self._look(editor, wish)
        return needed

    async def ask(self, editor: Editor, wish: Wish, interaction: int | None = None) -> Asked:
        """Keeps a request in place of what was asked of the issue before.

        Raises Refused for what may not go out, or may without it.
        """
        now = self._clock()
        if wish.due is not None and wish.due <= now:
            raise Refused(_PASSED)
        look = await self._look(editor, wish)
        async with self._store.write() as store:
            await store.acts.once(interaction, now)
            issue = await required_issue(store, editor, wish.issue)
            if not await needs_second(store, editor, wish):
                raise Refused(_ALONE)
            replaced = [
                each
                for each in await store.approvals.of_issue(wish.issue)
                if each.is_replaced_by(wish)
            ]
            for each in replaced:
                await store.approvals.drop(each.id)
            key = await store.approvals.add(wish, editor.author, now)
        request = look.request.model_copy(update={"id": key, "asked_at": now})
        return Asked(
            look=look.model_copy(update={"request": request}),
            replaced=tuple(self._ended(each, issue, End.REPLACED, editor) for each in replaced),
        )

    async def keep_post(self, request: int, channel: int, message: int) -> None:
        """Remembers the message that tells of it, so that it can be kept true."""
        async with self._store.write() as store:
            await store.approvals.keep_post(request, channel, message)

    async def approve(
        self, editor: Editor, key: int, interaction: int | None = None
    ) -> Approved | Stale:
        """Lets out exactly what was asked for.

        Raises Refused for who has asked or wrote the last change, and for what is settled.
        """
        request, bench = await self.found(editor, key)
        require_other(editor, request)
        if sentence := await self._outdated(request, bench):
            async with self._store.write() as store:
                await store.acts.once(interaction, self._clock())
                await store.approvals.drop(key)
            ended = self._ended(request, bench.issue, End.OUTDATED, editor)
            return Stale(ended=ended, sentence=sentence)
        ended = self._ended(request, bench.issue, End.APPROVED, editor)
        return await self._let_out(editor, ended, interaction)

    async def take_back(self, editor: Editor, key: int, interaction: int | None = None) -> Ended:
        """Nobody is asked any more; any editor may say so. Raises Refused for what is settled."""
        request, bench = await self.found(editor, key)
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            if not await store.approvals.drop(key):
                raise Refused(SETTLED)
        return self._ended(request, bench.issue, End.TAKEN_BACK, editor)

    async def released(self, editor: Editor, issue: int) -> list[Ended]:
        """What was asked of an issue that somebody has let out now; it waits no more."""
        async with self._store.read() as store:
            found = await required_issue(store, editor, issue)
            waiting = [
                each for each in await store.approvals.of_issue(issue) if each.wish.update is None
            ]
        if waiting:
            async with self._store.write() as store:
                waiting = [each for each in waiting if await store.approvals.drop(each.id)]
        return [self._ended(each, found, End.RELEASED, editor) for each in waiting]

    async def found(self, editor: Editor, key: int) -> tuple[Request, Bench]:
        """A request that waits, and its issue; raises Refused if it does not."""
        async with self._store.read() as store:
            await require_editor(store, editor)
            request = await _required_request(store, key)
        return request, await self._desk.open(editor, request.wish.issue)

    async def _look(self, editor: Editor, wish: Wish) -> RequestLook:
        """What a second editor is shown of it; raises Refused for what may not go out."""
        bench = await self._desk.open(editor, wish.issue)
        look = RequestLook(
            request=Request(id=0, wish=wish, asker=editor.author, asked_at=self._clock()),
            issue=bench.issue,
        )
        if wish.update is not None:
            live = await self._live.cleared(editor, wish.update)
            return look.model_copy(update={"issue": live.issue, "alert": live.alert})
        if wish.kind is ReleaseKind.CORRECTION:
            found = await self._correcting.cleared(
                editor, wish.issue, wish.at, wish.reason, wish.ticked
            )
            told = {"difference": found.difference, "others": len(found.others)}
            return look.model_copy(update=told)
        await self._out.cleared(editor, wish.issue, wish.at)
        scheduled = bench.pending is not None and bench.pending.scheduled
        if bench.issue.state is not State.DRAFT and not scheduled:
            raise Refused(_OUT)
        return look

    async def _outdated(self, request: Request, bench: Bench) -> str:
        """Why it cannot be approved any more; nothing if it can."""
        wish = request.wish
        if wish.due is not None and wish.due <= self._clock():
            return _PASSED
        if wish.update is None:
            return "" if request.fits(bench.version) else _CHANGED
        async with self._store.read() as store:
            newest = await store.issues.newest([bench.issue.briefing.id])
        if newest is not None and newest.id != wish.issue:
            return f"{newest.label} was published meanwhile; ask again."
        return ""

    async def _let_out(self, editor: Editor, ended: Ended, interaction: int | None) -> Approved:
        request, wish = ended.request, ended.request.wish
        told = (interaction, request)
        if wish.update is not None:
            planned = await self._live.send(editor, wish.update, *told)
            releases, messages = (planned.release,), planned.messages
        elif wish.kind is ReleaseKind.CORRECTION:
            said = (wish.reason, wish.ticked)
            sent = await self._correcting.send(editor, wish.issue, wish.at, *said, *told)
            releases, messages = sent.releases, sent.messages
        elif wish.due is not None:
            bench = await self._scheduling.set_to(editor, wish.issue, wish.at, wish.due, *told)
            releases = (bench.pending,) if bench.pending else ()
            messages = (await self._out.reach(editor, wish.issue))[0]
        else:
            _, planned = await self._out.publish(editor, wish.issue, wish.at, *told)
            releases, messages = (planned.release,), planned.messages
        bench = await self._desk.open(editor, wish.issue)
        return Approved(ended=ended, bench=bench, releases=releases, messages=messages)

    def _ended(self, request: Request, issue: Issue, end: End, editor: Editor) -> Ended:
        return Ended(request=request, issue=issue, end=end, by=editor.name, at=self._clock())


async def _required_request(store: Transaction, key: int) -> Request:
    found = await store.approvals.get(key)
    if found is None:
        raise Refused(SETTLED)
    return found
