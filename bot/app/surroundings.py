"""The surroundings of an issue: what it is checked against, and what is found."""

from datetime import date

from bot.domain.checks import Finding, Surroundings, compared, findings
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
        return found
    now = await store.issues.contents(issue.id, await store.entries.whole(issue.id))
    own = around.model_copy(update={"taken": False})
    return compared(found, contents, findings(now, own, gazetteer.codes_in), now)


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
