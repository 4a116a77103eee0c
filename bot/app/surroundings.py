"""The surroundings of an issue: what it is checked against, and what is found."""

from datetime import date

from bot.app.desk_versions import number_of
from bot.domain.approval import is_covered
from bot.domain.checks import Check, Finding, Surroundings, compared, findings
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents, Issue, State
from bot.store.store import Transaction


async def found_in(
    store: Transaction, gazetteer: Gazetteer, issue: Issue, contents: Contents, today: date
) -> list[Finding]:
    """Everything that the checks say of an issue with these contents, in its newsroom's day.

    Of a correction, only what it brings can keep it back.
    """
    around = await _around(store, issue, contents, today)
    found = findings(contents, around, gazetteer.codes_in)
    if issue.state is not State.PUBLISHED:
        return [*await _unapproved(store, issue, contents), *found]
    now = await store.issues.contents(issue.id)
    own = around.model_copy(update={"taken": False})
    return compared(found, contents, findings(now, own, gazetteer.codes_in), now)


async def _unapproved(store: Transaction, issue: Issue, contents: Contents) -> list[Finding]:
    """Whether another editor has to let out again what waits for its moment."""
    if issue.state is not State.SCHEDULED:
        return []
    release = await store.releases.pending(issue.id)
    choices = await store.server_settings.of(issue.briefing.newsroom)
    if release is None or not release.scheduled or not choices.two_people:
        return []
    newest = await store.versions.newest(issue.id)
    if is_covered(release, number_of(newest, issue, contents), newest):
        return []
    return [Finding(check=Check.UNAPPROVED)]


async def _around(
    store: Transaction, issue: Issue, contents: Contents, today: date
) -> Surroundings:
    previous = await store.issues.newest([issue.briefing.id])
    taken = None
    if contents.number is not None:
        taken = await store.issues.numbered(issue.briefing.id, contents.number)
    others = previous is not None and previous.id != issue.id
    return Surroundings(
        taken=taken is not None and taken.id != issue.id,
        today=today,
        previous=await store.entries.of(previous.id) if previous and others else (),
    )
