"""The aims of reading: what a measure may be at most, and whether it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.benchmarks.start import Starts
from tests.benchmarks.timing import Ledger, Timing

LISTS = ("/latest", "/issue", "/quotes", "/timeline")
SEARCH, TYPING = "/search", "typing"

MOST_GROWTH, MOST_TO_BARE, MOST_SEARCH_TO_BARE, MOST_BUSY = 2.0, 10.0, 1.5, 2.0
MOST_SEARCH_MS, MOST_TYPING_MS = 100.0, 30.0
MOST_START, MOST_MEMORY = 1.5, 1.3


@dataclass(frozen=True)
class Aim:
    """A measured value of what, and the most that it may be."""

    what: str
    worst: str
    value: float
    most: float

    @property
    def met(self) -> str:
        """As the table says it."""
        return "met" if self.value <= self.most else "NOT MET"


def reading_aims(ledgers: Mapping[int, Ledger]) -> Iterable[Aim]:
    """Of the smallest and the largest library."""
    small, large = ledgers[min(ledgers)], ledgers[max(ledgers)]
    lists = [command for command in large.ours if command.startswith(LISTS)]
    searches = [command for command in large.ours if command.startswith(SEARCH)]
    typing = [command for command in large.ours if command.startswith(TYPING)]
    size = f"at {max(ledgers):,}"
    growth = {each: large.timing(each).p99 / small.timing(each).p99 for each in lists}
    yield _worst(f"lists, p99 {size} / at {min(ledgers):,}", growth, MOST_GROWTH)
    for entries, ledger in ledgers.items():
        at = f"at {entries:,}"
        to_bare = {each: _ratio(ledger, each) for each in lists}
        yield _worst(f"lists, p50 / bare p50 {at}", to_bare, MOST_TO_BARE)
    to_bare = {each: _ratio(large, each) for each in searches}
    yield _worst(f"search, p50 / bare p50 {size}", to_bare, MOST_SEARCH_TO_BARE)
    slow = {each: large.timing(each).p99 for each in searches}
    yield _worst(f"search, p99 in ms {size}", slow, MOST_SEARCH_MS)
    slow = {each: large.timing(each).p99 for each in typing}
    yield _worst(f"typing, p99 in ms {size}", slow, MOST_TYPING_MS)


def busy_aims(writer: str, idle: Ledger, busy: Ledger) -> Iterable[Aim]:
    """Of reads beside a writer."""
    for name, pick in (("p50", _p50), ("p99", _p99)):
        waits = {each: pick(busy.timing(each)) / pick(idle.timing(each)) for each in idle.ours}
        yield _worst(f"{writer}: {name} busy / idle", waits, MOST_BUSY)


def start_aims(starts: Starts) -> Iterable[Aim]:
    """Of Sitrep's start beside a bare client's."""
    ours, bare = starts.sitrep, starts.bare
    yield Aim("start to ready / bare", "", ours.seconds / bare.seconds, MOST_START)
    memory = ours.memory.resident / bare.memory.resident
    yield Aim("resident memory / bare", "", memory, MOST_MEMORY)


def _p50(timing: Timing) -> float:
    return timing.p50


def _p99(timing: Timing) -> float:
    return timing.p99


def _ratio(ledger: Ledger, command: str) -> float:
    return ledger.timing(command).p50 / ledger.bare_timing(command).p50


def _worst(what: str, values: Mapping[str, float], most: float) -> Aim:
    worst = max(values, key=lambda command: values[command])
    return Aim(what, worst, values[worst], most)
