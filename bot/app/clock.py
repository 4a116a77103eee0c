"""The clock that is passed in: nobody but the wiring reads the time."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Gives the present as an aware datetime."""
