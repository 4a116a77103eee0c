"""Echoes at the desk: where else the words stand that a correction changes."""

from collections.abc import Collection

from bot.app.desk_versions import base_of
from bot.domain.bench import Bench
from bot.domain.correction import Bar, Correction, Elsewhere
from bot.domain.difference import difference
from bot.domain.editing.echoes import can_be_corrected, corrected, echoes, misquoted_words
from bot.domain.issue import Contents, Issue
from bot.errors import Refused
from bot.store.store import Transaction

MOST_ECHOES = 25
"""Places that are listed: one menu."""


async def correction(
    store: Transaction, bench: Bench, ticked: Collection[str] | None = None
) -> Correction:
    """What goes out with these ticked, at first with all that name the same person.

    What is not there any more is not ticked. Raises Refused if nothing was changed.
    """
    issue = bench.issue
    now = await store.issues.contents(issue.id)
    if bench.contents == now:
        raise Refused(f"{issue.label} says this already; nothing was changed.")
    search = _Search(store, bench, now)
    await search.go()
    free = {each.key: each for each in search.found if each.bar is None}
    if ticked is None:
        ticked = [key for key, each in free.items() if each.echo.alike]
    chosen = [free[key] for key in free if key in ticked]
    said = {key: _with(search.contents[key], key, chosen) for key in _issues(issue, chosen)}
    made = difference(now, said[issue.id])
    others = {key: after for key, after in said.items() if key != issue.id}
    told = [difference(search.contents[key], after) for key, after in others.items()]
    return Correction(
        bench=bench,
        difference=made,
        contents=said[issue.id],
        others=others,
        elsewhere=tuple(search.found),
        more=search.more,
        ticked=tuple(each.key for each in chosen),
        messages=await _messages(store, list(said)),
        noted=any(each.misquoted for each in (made, *told)),
    )


async def is_changed(store: Transaction, bench: Bench) -> bool:
    """Whether a correction is in the making: the desk says something else than readers have."""
    return bench.contents != await store.issues.contents(bench.issue.id)


class _Search:
    """Reads what may have the same words, the newest first."""

    def __init__(self, store: Transaction, bench: Bench, now: Contents) -> None:
        self._store = store
        self._issue = bench.issue
        self._wrong = difference(now, bench.contents).quotes
        self.contents = {bench.issue.id: bench.contents}
        self.found = list[Elsewhere]()
        self.more = 0

    async def go(self) -> None:
        """Lists so many places, its own issue first, and counts the others."""
        self._list(self._issue, None)
        words = misquoted_words(self._wrong)
        for key, count in await self._store.misquotes.of(self._issue.briefing.id, words):
            if key == self._issue.id:
                continue
            if len(self.found) + count > MOST_ECHOES:
                self.more += count
                continue
            issue = await self._store.issues.existing(key)
            self.contents[key] = await self._store.issues.contents(key)
            self._list(issue, await _bar(self._store, issue, self.contents[key]))

    def _list(self, issue: Issue, bar: Bar | None) -> None:
        contents = self.contents[issue.id]
        every = echoes(contents, self._wrong)
        room = MOST_ECHOES - len(self.found)
        self.more += len(every[room:])
        for echo in every[:room]:
            stuck = None if can_be_corrected(contents, echo) else Bar.STUCK
            entry = contents.entries[echo.at.entry]
            self.found.append(Elsewhere(issue=issue, entry=entry, echo=echo, bar=bar or stuck))


async def _bar(store: Transaction, issue: Issue, contents: Contents) -> Bar | None:
    """What keeps an issue from being corrected by the way."""
    if await store.releases.pending(issue.id):
        return Bar.PENDING
    newest = await store.versions.newest(issue.id)
    if newest and newest.base == base_of(issue) and newest.contents != contents:
        return Bar.WRITTEN
    return None


def _issues(issue: Issue, chosen: list[Elsewhere]) -> list[int]:
    return list(dict.fromkeys((issue.id, *(each.issue.id for each in chosen))))


def _with(contents: Contents, key: int, chosen: list[Elsewhere]) -> Contents:
    return corrected(contents, [each.echo for each in chosen if each.issue.id == key])


async def _messages(store: Transaction, issues: list[int]) -> int:
    """How many messages show one of these; a list may show several."""
    copies = [copy for key in issues for copy in await store.copies.of_issue(key)]
    return len({copy.message for copy in copies})
