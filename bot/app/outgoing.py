"""Outgoing: what the courier of this process works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.app.clock import Clock
from bot.app.gate import Gate
from bot.delivery.bell import Bell
from bot.delivery.courier import Courier, Hooks
from bot.delivery.ledger import Ledger
from bot.domain.tenure import Tenure
from bot.domain.terms import Terms
from bot.store.store import Store

if TYPE_CHECKING:  # it loads discord.py, which the command line starts faster without
    from bot.delivery.sender import Sender


class Outgoing:
    """Makes the courier, for whoever has a sender; the store stays with the app."""

    def __init__(self, store: Store, terms: Terms, clock: Clock, bell: Bell, gate: Gate) -> None:
        self._store = store
        self._terms = terms
        self._clock = clock
        self._bell = bell
        self._gate = gate

    def courier(self, sender: Sender, tenure: Tenure, hooks: Hooks) -> Courier:
        """A courier for the process that holds this lease."""
        ledger = Ledger(self._store, self._terms, tenure, hooks.report, self._gate.blocks)
        return Courier(ledger, sender, self._clock, self._bell, hooks)
