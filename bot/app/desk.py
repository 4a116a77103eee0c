"""The desk: what editors write, each change a version that can be taken back."""

from datetime import date

from bot.app.clock import Clock
from bot.app.desk_rights import require_editor, required_draft, required_issue
from bot.app.desk_versions import base_of, contents_of, holds, number_of, undoing
from bot.app.surroundings import found_in
from bot.domain.bench import Bench, Clash, Listed
from bot.domain.briefing import Briefing
from bot.domain.editing.edit import Edit
from bot.domain.editing.quote_edits import RenameSpeaker
from bot.domain.editing.rebase import rebased
from bot.domain.editor import Editor
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents, Issue, State
from bot.domain.version import Version
from bot.domain.zone import day_in
from bot.errors import Refused
from bot.store.store import Store, Transaction

_PUBLISHED_LATELY = 10
ELSEWHERE = "Changed elsewhere"
"""What the history says of a draft that was changed by an import, say."""


class Desk:
    """For the editors of a newsroom; each method asks for their right."""

    def __init__(self, store: Store, gazetteer: Gazetteer, clock: Clock) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._clock = clock

    async def require(self, editor: Editor) -> None:
        """Raises Refused for who is no editor here."""
        async with self._store.read() as store:
            await require_editor(store, editor)

    async def may_edit(self, editor: Editor) -> bool:
        """Whether `require` would let them pass."""
        async with self._store.read() as store:
            return editor.may_edit((await store.server_settings.of(editor.server)).editor_role)

    async def briefings(self, editor: Editor) -> list[Briefing]:
        """Those of the newsroom."""
        async with self._store.read() as store:
            await require_editor(store, editor)
            return await store.briefings.of_newsroom(editor.server)

    async def named(self, editor: Editor, typed: str | None) -> Briefing | None:
        """The briefing of that id or name; left out, the only one, and None if there is not one.

        Raises Refused for another's.
        """
        owned = await self.briefings(editor)
        if not typed:
            return owned[0] if len(owned) == 1 else None
        for briefing in owned:
            if typed in (str(briefing.id), briefing.name):
                return briefing
        raise Refused("This newsroom has no such briefing; pick one that is offered.")

    async def one_named(self, editor: Editor, typed: str | None) -> Briefing:
        """The same; raises Refused if it has to be said which."""
        named = await self.named(editor, typed)
        if named is None:
            raise Refused("Say which briefing; the option `briefing` offers what there is.")
        return named

    async def open(self, editor: Editor, key: int) -> Bench:
        """An issue as it stands at the desk."""
        async with self._store.read() as store:
            return await self._bench(store, await required_issue(store, editor, key))

    async def seen(self, editor: Editor, key: int, at: int) -> Bench:
        """An issue as it was when somebody looked; as it is now if it never was so."""
        async with self._store.read() as store:
            issue = await required_issue(store, editor, key)
            bench = await self._bench(store, issue)
            version = await store.versions.get(key, at) if at != bench.version else None
            if version is None:
                return bench
            return bench.model_copy(
                update={"version": version.number, "contents": version.contents}
            )

    async def today(self, editor: Editor) -> date:
        """The day that it is in the newsroom."""
        async with self._store.read() as store:
            return await self._today(store, editor.server)

    async def last(self, editor: Editor) -> int | None:
        """The issue that this editor has changed last."""
        async with self._store.read() as store:
            await require_editor(store, editor)
            return await store.versions.last_by(editor.id, editor.server)

    async def listed(self, editor: Editor) -> list[Listed]:
        """What is not published, and what was published lately."""
        async with self._store.read() as store:
            await require_editor(store, editor)
            found = await store.issues.at_desk(editor.server, _PUBLISHED_LATELY)
            sent = await store.releases.at_desk(editor.server)
            asked = await store.approvals.at_desk(editor.server)
            last = await store.versions.heads([issue.id for issue in found])
            return [
                Listed(
                    issue=issue,
                    last=last.get(issue.id),
                    release=sent.get(issue.id),
                    requests=tuple(asked.get(issue.id, ())),
                )
                for issue in found
            ]

    async def new(
        self,
        editor: Editor,
        briefing: int,
        number: int | None = None,
        day: date | None = None,
        title: str | None = None,
        interaction: int | None = None,
    ) -> Bench:
        """An empty draft; its number follows the highest one, its day is the newsroom's today.

        Raises Refused if the number is taken, or the briefing is another newsroom's.
        """
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            await require_editor(store, editor)
            owned = {each.id for each in await store.briefings.of_newsroom(editor.server)}
            if briefing not in owned:
                raise Refused("This briefing is none of this newsroom; pick one that is offered.")
            wanted = await store.issues.next_number(briefing) if number is None else number
            day = day or await self._today(store, editor.server)
            contents = Contents(number=wanted, date=day, title=title, entries=())
            await _require_free(store, briefing, contents, 0)
            key = await store.issues.add_draft(briefing, contents)
            issue = await store.issues.existing(key)
            await self._keep(store, issue, editor, None, contents, "Begun")
            return await self._bench(store, issue)

    async def begun(self, editor: Editor, key: int, deed: str) -> Bench:
        """Notes who has brought a draft, as its first version; one that has versions stays so."""
        async with self._store.write() as store:
            issue = await required_issue(store, editor, key)
            if await store.versions.newest(key) is None and issue.state is State.DRAFT:
                contents = await contents_of(store, issue)
                await self._keep(store, issue, editor, None, contents, deed)
            return await self._bench(store, issue)

    async def edit(
        self, editor: Editor, key: int, at: int, edit: Edit, interaction: int | None = None
    ) -> Bench | Clash:
        """Makes one edit of the version `at`; of a later one, if that has the same part.

        Raises Refused for what cannot be.
        """
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            issue = await required_draft(store, editor, key)
            newest, contents = await self._current(store, issue, editor)
            if at != newest.number:
                seen = await store.versions.get(key, at)
                moved = rebased(edit, seen.contents, contents) if seen else None
                if seen is None or moved is None:
                    before = seen.contents if seen else contents
                    return Clash(before=before, bench=await self._bench(store, issue))
                edit = moved
            after = Contents.model_validate(edit.apply(contents).model_dump())
            if after != contents:
                await _require_free(store, issue.briefing.id, after, key)
                await self._write(store, issue, after)
                await self._keep(store, issue, editor, newest, after, edit.deed(contents))
                if isinstance(edit, RenameSpeaker):
                    await store.spellings.keep(issue.briefing.id, edit.speaker, edit.spoken)
            return await self._bench(store, await store.issues.existing(key))

    async def undo(
        self, editor: Editor, key: int, at: int, interaction: int | None = None
    ) -> Bench:
        """Takes the last change back, by a new version; the one before at the next time.

        Raises Refused if there is none, or somebody has changed something since.
        """
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            issue = await required_draft(store, editor, key)
            newest, _ = await self._current(store, issue, editor)
            if at != newest.number:
                raise Refused("Somebody has changed this since; look at it, then undo again.")
            changed, last = await undoing(store, issue, newest)
            before = await store.versions.get(key, last.number) if last else None
            if changed is None or before is None:
                raise Refused("There is nothing to undo; this is how it began.")
            await _require_free(store, issue.briefing.id, before.contents, key)
            await self._write(store, issue, before.contents)
            deed = f"Undone: {changed.deed}"
            await self._keep(store, issue, editor, newest, before.contents, deed, before.same_as)
            return await self._bench(store, await store.issues.existing(key))

    async def _current(
        self, store: Transaction, issue: Issue, editor: Editor
    ) -> tuple[Version, Contents]:
        """The newest version with its contents, made now if the draft was changed elsewhere."""
        newest = await store.versions.newest(issue.id)
        contents = await contents_of(store, issue, newest)
        if newest is None or not holds(newest, issue, contents):
            published = issue.state is State.PUBLISHED
            deed = "As published" if published else "As it was" if newest is None else ELSEWHERE
            newest = await self._keep(store, issue, editor, newest, contents, deed)
        return newest, contents

    async def _keep(
        self,
        store: Transaction,
        issue: Issue,
        editor: Editor,
        newest: Version | None,
        contents: Contents,
        deed: str,
        same_as: int | None = None,
    ) -> Version:
        """Writes the version that comes after the newest one."""
        number = newest.number + 1 if newest else 1
        version = Version(
            number=number,
            base=base_of(issue),
            author=editor.author,
            made_at=self._clock(),
            deed=deed,
            same_as=same_as or number,
            contents=contents,
        )
        await store.versions.add(issue.id, version)
        return version

    async def _write(self, store: Transaction, issue: Issue, contents: Contents) -> None:
        """Gives a draft its contents; of a published issue only the version has them.

        Raises Refused for a scheduled one that would lack what an issue needs to go out.
        """
        if issue.state is State.SCHEDULED and contents.missing:
            lacks = " and ".join(contents.missing)
            raise Refused(f"{issue.label} is scheduled and needs its {lacks}; cancel it first.")
        if issue.state is not State.PUBLISHED:
            await store.issues.rewrite(issue.id, contents)
            await store.entries.replace(issue.id, contents.entries)

    async def _bench(self, store: Transaction, issue: Issue) -> Bench:
        newest = await store.versions.newest(issue.id)
        mine = newest if newest and newest.base == base_of(issue) else None
        contents = await contents_of(store, issue, newest)
        choices = await store.server_settings.of(issue.briefing.newsroom)
        today = day_in(choices.time_zone, self._clock())
        found = await found_in(store, self._gazetteer, issue, contents, today)
        changed, _ = await undoing(store, issue, mine) if mine else (None, None)
        return Bench(
            issue=issue,
            version=number_of(newest, issue, contents),
            contents=contents,
            findings=tuple(found),
            last=newest,
            undoes=changed.deed if changed else "",
            pending=await store.releases.pending(issue.id),
            requests=tuple(await store.approvals.of_issue(issue.id)),
            two_people=choices.two_people,
        )

    async def _today(self, store: Transaction, server: int) -> date:
        return day_in((await store.server_settings.of(server)).time_zone, self._clock())


async def _require_free(store: Transaction, briefing: int, contents: Contents, key: int) -> None:
    """Raises Refused if another issue of the briefing has the number."""
    if contents.number is None:
        return
    taken = await store.issues.numbered(briefing, contents.number)
    if taken is not None and taken.id != key:
        raise Refused(f"{taken.label} is there already; choose another number.")
