"""The desk's settings: what a newsroom has chosen, and choosing otherwise."""

from datetime import datetime

from bot.app.clock import Clock
from bot.app.desk_rights import require_insider, require_manager
from bot.app.servers import keep_choices
from bot.domain.editor import Editor
from bot.domain.server_choices import ServerChoices
from bot.domain.zone import required_zone, zone_of
from bot.domain.zone_suggestion import zones_like
from bot.errors import Refused
from bot.store.store import Store


class DeskSettings:
    """Editors look at them, and people with Manage Server choose; each method asks for that."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def shown(self, editor: Editor) -> ServerChoices:
        """What is chosen now.

        Raises Refused for who is no editor here, and may not manage the server either.
        """
        async with self._store.read() as store:
            await require_insider(store, editor)
            return await store.server_settings.of(editor.server)

    def time_in(self, zone: str | None) -> datetime:
        """What the clocks show there now; in UTC where none is chosen."""
        return self._clock().astimezone(zone_of(zone))

    def zones(self, typed: str, locale: str, most: int) -> list[tuple[str, datetime]]:
        """Time zones that may be meant by what is typed so far, with the time that it is there."""
        return [(zone, self.time_in(zone)) for zone in zones_like(typed, locale, most)]

    async def choose_editors(
        self, editor: Editor, role: int | None, interaction: int | None = None
    ) -> None:
        """Names the role of the editors; None is everybody with Manage Messages.

        Raises Refused for who may not manage the server, and for a role that everyone has.
        """
        require_manager(editor)
        if role == editor.server:  # which is the id of @everyone
            raise Refused("Editors have a role of their own, which not everyone has; pick another.")
        await self._keep(editor, interaction, editor_role=role)

    async def choose_log(
        self, editor: Editor, channel: int | None, interaction: int | None = None
    ) -> None:
        """Names the channel that hears what became of each release; None is no channel.

        Raises Refused for who may not manage the server, and for none while two people publish.
        """
        require_manager(editor)
        await self._keep(editor, interaction, log_channel=channel)

    async def choose_zone(self, editor: Editor, typed: str, interaction: int | None = None) -> str:
        """Sets the time zone that was typed, and gives its name.

        Raises Refused for who may not manage the server, and for what is no time zone.
        """
        require_manager(editor)
        zone = required_zone(typed)
        await self._keep(editor, interaction, time_zone=zone)
        return zone

    async def want_two_people(
        self, editor: Editor, *, wanted: bool, interaction: int | None = None
    ) -> None:
        """Says whether a second editor has to approve what is published.

        Raises Refused for who may not manage the server, and while there is no log channel.
        """
        require_manager(editor)
        await self._keep(editor, interaction, two_people=wanted)

    async def _keep(
        self, editor: Editor, interaction: int | None, **chosen: int | str | bool | None
    ) -> None:
        async with self._store.write() as store:
            await store.acts.once(interaction, self._clock())
            await keep_choices(store, editor.server, **chosen)
