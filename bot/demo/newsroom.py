"""The newsroom of the demo: what its editor can send out, and take back, from the start page."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.app.app import App
from bot.app.planning import Order, Planned
from bot.domain.issue import Issue, State
from bot.domain.release import Author
from bot.errors import Refused, SitrepError

WINDOW = timedelta(seconds=10)
"""How long what is sent out can be undone here: long enough to press a button."""

_STANDS = {
    State.DRAFT: "{} waits to be published. Send it out, change it, take it back.",
    State.SCHEDULED: "{} is about to be published.",
    State.PUBLISHED: "{} is published. Add to it, correct it, or withdraw it.",
    State.WITHDRAWN: (
        "{} was withdrawn, which is the end of this demo: its number stays taken. To begin anew,"
        " stop the demo (Ctrl-C where it was started) and start it again."
    ),
}
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
    """Publishes one issue of the samples, changes it, and withdraws it.

    `said` is the last news; with the id of a release in `sent`, that is how it stands.
    """

    app: App
    issue: Issue
    document: str
    said: str = "Nothing was sent out yet."
    sent: int | None = None
    acts: dict[str, tuple[str, Callable[[], Awaitable[str | Planned]]]] = field(init=False)

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
            self.tell(await self.acts[name][1]())
        except SitrepError as error:
            self.tell(str(error))

    def tell(self, news: str | Planned) -> None:
        """Keeps the last news."""
        if isinstance(news, Planned):
            self.sent = news.release.id
        else:
            self.said, self.sent = news, None

    async def stands(self) -> str:
        """How the issue stands now."""
        found = await self.app.archive.issues(self.issue.briefing.newsroom)
        issue = next(each for each in found if each.id == self.issue.id)
        return _STANDS[issue.state].format(issue.label)

    async def news(self) -> tuple[str, bool]:
        """The last news as it is now, and whether it changes soon."""
        if self.sent is None:
            return self.said, False
        release = (await self.app.receipts.of(self.sent)).release
        if not release.can_be_undone:
            return f"The {release.kind} has gone out; look at #alerts.", False
        left = max(round((release.due_at - datetime.now(UTC)).total_seconds()), 0)
        return f"The {release.kind} goes out in {left} seconds, unless it is undone.", True

    async def _publish(self) -> Planned:
        return await self.app.publishing.publish(self.issue.id, _order())

    async def _update(self) -> Planned:
        entries = self.app.importing.read_update(_UPDATE, ["ID"])
        return await self.app.publishing.update(self.issue.id, entries, _order())

    async def _correct(self) -> Planned:
        text = self.document.replace(_SAID, _MEANT)
        contents = await self.app.importing.read_correction(self.issue, text.encode(), "issue.md")
        return await self.app.publishing.correct(self.issue.id, contents, _REASON, _order())

    async def _withdraw(self) -> Planned:
        return await self.app.publishing.withdraw(self.issue.id, _WITHDRAWN, _order())

    async def _undo(self) -> str:
        pending = await self.app.publishing.pending(self.issue.id)
        if pending is None:
            raise Refused("Nothing waits to go out; only what waits can be undone.")
        undone = await self.app.publishing.undo(pending.id)
        return f"The {undone.kind} was taken back, and nobody was told."


def _order() -> Order:
    return Order(author=_EDITOR)
