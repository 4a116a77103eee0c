"""The gate: whether something keeps a scheduled issue from going out."""

from datetime import datetime

from bot.app.surroundings import found_in
from bot.domain.gazetteer import Gazetteer
from bot.domain.release import Release
from bot.domain.zone import day_in
from bot.store.store import Transaction


class Gate:
    """Asked before the moment, and at it: what goes out is what stands then."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer

    async def blocks(self, store: Transaction, release: Release, now: datetime) -> bool:
        """Whether a check that must be mended stands against it."""
        issue = release.issue
        contents = await store.issues.contents(issue.id)
        zone = (await store.server_settings.of(issue.briefing.newsroom)).time_zone
        found = await found_in(store, self._gazetteer, issue, contents, day_in(zone, now))
        return any(finding.blocks for finding in found)
