"""The surroundings of an issue: what it is checked against, and what is found."""

from datetime import date

from bot.domain.checks import Finding, Surroundings, findings
from bot.domain.gazetteer import Gazetteer
from bot.domain.issue import Contents, Issue
from bot.store.store import Transaction


async def found_in(
    store: Transaction, gazetteer: Gazetteer, issue: Issue, contents: Contents, today: date
) -> list[Finding]:
    """Everything that the checks say of an issue with these contents, in its newsroom's day."""
    around = await _around(store, issue, contents, today)
    return findings(contents, around, gazetteer.codes_in)


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
