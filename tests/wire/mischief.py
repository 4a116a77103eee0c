"""The mischief: decides which request meets with which fault."""

import random
from collections import Counter
from dataclasses import dataclass, replace

from tests.wire.fault import STATUSES, Fault, Plan
from tests.wire.record import Record


@dataclass(slots=True)
class _Underway:
    """A plan, how many requests it was about, how many faults it made, and when the first."""

    plan: Plan
    met: int = 0
    made: int = 0
    began: float | None = None

    def strikes(self, record: Record, chance: random.Random) -> bool:
        plan = self.plan
        if plan.route not in (None, record.name) or plan.channel not in (None, record.channel):
            return False
        self.met += 1
        if self.met <= plan.skip or self._is_over(record.at) or chance.random() >= plan.share:
            return False
        self.began = record.at if self.began is None else self.began
        self.made += 1
        return True

    def _is_over(self, now: float) -> bool:
        plan = self.plan
        if plan.times is not None and self.made >= plan.times:
            return True
        if self.began is None or plan.seconds is None:
            return False
        return now > self.began + plan.seconds


class Mischief:
    """The first plan that strikes decides.

    Chance depends on the seed and on how many requests of its route there were in its channel,
    so that it falls the same way in whatever order requests for many channels arrive.
    """

    def __init__(self, seed: int) -> None:
        self._seed = seed
        self._plans: list[_Underway] = []
        self._requests = Counter[tuple[str, int | None]]()

    def plan(self, plan: Plan) -> None:
        self._plans.append(_Underway(plan))

    def clear(self) -> None:
        """Nothing goes wrong any more."""
        self._plans.clear()

    def fault(self, record: Record) -> Fault | None:
        """What goes wrong with a request."""
        if not self._plans:
            return None
        key = (record.name, record.channel)
        self._requests[key] += 1
        chance = random.Random(f"{self._seed} {key} {self._requests[key]}")  # noqa: S311
        for underway in self._plans:
            if underway.strikes(record, chance):
                fault = chance.choice(underway.plan.faults)
                return replace(fault, status=fault.status or chance.choice(STATUSES))
        return None
