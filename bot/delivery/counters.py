"""Counters of what the courier does, ready to be exported."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Counters:
    """Whole numbers that only grow, but for `in_flight`; names as a monitor would show them."""

    outcomes: Counter[str] = field(default_factory=Counter[str])
    releases_opened: int = 0
    releases_finished: int = 0
    recovered: int = 0
    in_flight: int = 0

    def snapshot(self) -> dict[str, int]:
        """All of them by name: {"sitrep_deliveries_sent": 12, …}."""
        made = {f"sitrep_deliveries_{name}": count for name, count in self.outcomes.items()}
        return made | {
            "sitrep_releases_opened": self.releases_opened,
            "sitrep_releases_finished": self.releases_finished,
            "sitrep_deliveries_recovered": self.recovered,
            "sitrep_deliveries_in_flight": self.in_flight,
        }
