"""Live updates from the desk: breaking news into the newest published issue."""

from bot.app.alerts import Alerts
from bot.app.briefing_making import BriefingMaking
from bot.app.clock import Clock
from bot.app.country_typing import countries_typed
from bot.app.desk import Desk
from bot.app.desk_publishing import order_of, seconds_for
from bot.app.desk_rights import required_issue
from bot.app.planning import Planned, channels_of
from bot.app.publishing import Publishing
from bot.app.second_editor import guarding
from bot.app.update_reading import read_update
from bot.domain.approval import Request, Wish
from bot.domain.bench import Bench, Clash
from bot.domain.checks import Surroundings, findings_of_sections
from bot.domain.editing.edit import Several
from bot.domain.editing.section_edits import AddSection
from bot.domain.editing.text_edit import sourced
from bot.domain.editor import Editor
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Issue, State
from bot.domain.live_update import LiveLook, LiveUpdate
from bot.domain.release import ReleaseKind
from bot.errors import Refused
from bot.store.store import Store


class DeskLive:
    """Reads, shows and sends updates; each method asks for the editor's right."""

    def __init__(
        self,
        store: Store,
        gazetteer: Gazetteer,
        clock: Clock,
        desk: Desk,
        publishing: Publishing,
        alerts: Alerts,
        making: BriefingMaking,
    ) -> None:
        self._store = store
        self._gazetteer = gazetteer
        self._clock = clock
        self._desk = desk
        self._publishing = publishing
        self._alerts = alerts
        self._making = making

    async def begun(self, editor: Editor, briefing: str | None) -> LiveUpdate:
        """An empty update for the newest published issue of a briefing, left out of any.

        Raises Refused if none is published.
        """
        named = await self._desk.named(editor, briefing)
        owned = [named] if named else await self._desk.briefings(editor)
        async with self._store.read() as store:
            issue = await store.issues.newest([each.id for each in owned])
        if issue is None:
            names = " and ".join(each.name for each in owned)
            raise Refused(
                f"{names} has no published issue yet; `/desk section` adds this to a draft."
            )
        return LiveUpdate(issue=issue.id)

    async def read(self, editor: Editor, typed: LiveUpdate) -> LiveUpdate:
        """What was typed, read for the issue that is the newest now.

        Raises Refused for a country that is none, or a text that says nothing.
        """
        issue = await self._issue(editor, typed.issue)
        newest = await self._newest(issue.briefing.id) or issue
        countries = countries_typed(self._gazetteer, typed.country)
        today = await self._desk.today(editor)
        entries = read_update(typed.text, countries, self._gazetteer, today)
        if typed.source.strip():
            source = {"source": sourced(typed.source)}
            entries = tuple(entry.model_copy(update=source) for entry in entries)
        return typed.model_copy(update={"issue": newest.id, "entries": entries})

    async def look(self, editor: Editor, update: LiveUpdate) -> LiveLook:
        """What goes out, to how many channels, and what keeps it from that."""
        issue = await self._issue(editor, update.issue)
        around = Surroundings(today=await self._desk.today(editor))
        owned = [each.id for each in await self._desk.briefings(editor)]
        async with self._store.read() as store:
            channels = await channels_of(store, issue.briefing.id, update.entries)
            newest = await store.issues.newest_of_each(owned)
        others = (each for key, (each, _) in newest.items() if key != issue.briefing.id)
        return LiveLook(
            update=update,
            issue=issue,
            alert=await self._alerts.of_update(issue.id, update.entries, self._clock()),
            findings=tuple(findings_of_sections(update.entries, around, self._gazetteer.codes_in)),
            channels=channels,
            seconds=seconds_for(channels),
            others=tuple(others),
        )

    async def send(
        self,
        editor: Editor,
        update: LiveUpdate,
        interaction: int | None = None,
        request: Request | None = None,
    ) -> Planned:
        """Lets it out when its window has closed, as another editor has asked if there is one.

        Raises Refused if something blocks it, its issue is not the newest any more, or another
        editor has to let it out.
        """
        await self.cleared(editor, update)
        wish = Wish(kind=ReleaseKind.UPDATE, issue=update.issue, at=0, update=update)
        order, guard = order_of(editor, interaction, 0, request), guarding(editor, wish, request)
        return await self._publishing.update(update.issue, update.entries, order, guard)

    async def cleared(self, editor: Editor, update: LiveUpdate) -> LiveLook:
        """An update that may go out; raises Refused as `send` does."""
        self._making.require(editor.server)
        look = await self.look(editor, update)
        if look.blocked:
            raise Refused("Something has to be settled first; the card says what.")
        newest = await self._newest(look.issue.briefing.id)
        if newest is not None and newest.id != update.issue:
            raise Refused(f"{newest.label} was published meanwhile; press Edit to send it there.")
        return look

    async def to_draft(
        self, editor: Editor, update: LiveUpdate, interaction: int | None = None
    ) -> Bench:
        """Its sections in the newest draft of the briefing, which is begun if there is none."""
        issue = await self._issue(editor, update.issue)
        drafts = [
            each.issue
            for each in await self._desk.listed(editor)
            if each.issue.state is State.DRAFT and each.issue.briefing.id == issue.briefing.id
        ]
        if drafts:
            bench = await self._desk.open(editor, drafts[0].id)
        else:
            bench = await self._desk.new(editor, issue.briefing.id)
        edits = tuple(AddSection(section=entry) for entry in update.entries)
        edit = Several(edits, "; ".join(each.deed(bench.contents) for each in edits))
        done = await self._desk.edit(editor, bench.issue.id, bench.version, edit, interaction)
        if isinstance(done, Clash):
            raise Refused("Somebody has changed the draft just now; press To draft again.")
        return done

    async def _issue(self, editor: Editor, key: int) -> Issue:
        async with self._store.read() as store:
            return await required_issue(store, editor, key)

    async def _newest(self, briefing: int) -> Issue | None:
        async with self._store.read() as store:
            return await store.issues.newest([briefing])
