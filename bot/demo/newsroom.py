"""The newsroom of the demo: what its editor can send out, and take back, from the start page."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.app.app import App
from bot.app.planning import Order, Planned
from bot.domain.issue import Issue
from bot.domain.release import Author
from bot.errors import Refused, SitrepError

_EDITOR = Author(name="Eda (editor)")
_UPDATE = (
    "The second crane of Surabaya was lifted into place this morning. “Now we can talk,” Port"
    " Director Bagus Prawiranata told the Surabaya Beacon."
)
_SAID, _MEANT = "so empty that we can hear the bell again", "so still that we can hear the bell"
_REASON = "The words of Marijke Oosterhuizen were taken down wrongly."
_WITHDRAWN = "The issue was sent before the count of the owners was checked."


@dataclass
class Desk:
    """Publishes one issue of the samples, changes it, and withdraws it; `said` is the last news."""

    app: App
    issue: Issue
    document: str
    said: str = "Nothing was sent out yet."
    acts: dict[str, tuple[str, Callable[[], Awaitable[str]]]] = field(init=False)

    def __post_init__(self) -> None:
        self.acts = {
            "publish": ("Publish the issue", self._publish),
            "update": ("Add an update", self._update),
            "correct": ("Correct a quote", self._correct),
            "withdraw": ("Withdraw it", self._withdraw),
            "undo": ("Undo", self._undo),
        }

    async def act(self, name: str) -> None:
        """Does it; a refusal is news too."""
        try:
            self.said = await self.acts[name][1]()
        except SitrepError as error:
            self.said = str(error)

    async def _publish(self) -> str:
        return _told(await self.app.publishing.publish(self.issue.id, _order()))

    async def _update(self) -> str:
        entries = self.app.importing.read_update(_UPDATE, ["ID"])
        return _told(await self.app.publishing.update(self.issue.id, entries, _order()))

    async def _correct(self) -> str:
        text = self.document.replace(_SAID, _MEANT)
        contents = await self.app.importing.read_correction(self.issue, text.encode(), "issue.md")
        sent = await self.app.publishing.correct(self.issue.id, contents, _REASON, _order())
        return _told(sent)

    async def _withdraw(self) -> str:
        return _told(await self.app.publishing.withdraw(self.issue.id, _WITHDRAWN, _order()))

    async def _undo(self) -> str:
        pending = await self.app.publishing.pending(self.issue.id)
        if pending is None:
            raise Refused("Nothing waits to go out; only what waits can be undone.")
        undone = await self.app.publishing.undo(pending.id)
        return f"The {undone.kind} was taken back, and nobody was told."


def _order() -> Order:
    return Order(author=_EDITOR)


def _told(planned: Planned) -> str:
    release = planned.release
    left = round((release.due_at - datetime.now(UTC)).total_seconds())
    return f"The {release.kind} goes out in {left} seconds, unless it is undone; look at #alerts."
