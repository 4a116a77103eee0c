"""The rooms of an alert: how its texts divide what Discord takes of one message."""

from dataclasses import dataclass

from bot.presentation.room import Room

ALERT = Room(3900, 10_000)
"""All of it; what is laid out first takes its room from what comes after it."""

CORRECTION = Room(1100, 2700)
NAME = Room(40, 120)
"""One of several sections that are only named."""


@dataclass(frozen=True)
class AlertRooms:
    """The most that the parts of one alert take."""

    sections: Room
    overview: Room
    quote: Room
    new: Room
    """All new sections of an update together."""


_ALERT = AlertRooms(
    sections=Room(1300, 3200),
    overview=Room(600, 1500),
    quote=Room(220, 600),
    new=Room(1500, 3800),
)
_ANNOUNCED = AlertRooms(
    sections=Room(1700, 4200),
    overview=Room(1200, 3000),
    quote=Room(300, 800),
    new=Room(2800, 7000),
)


def alert_rooms(*, announced: bool) -> AlertRooms:
    """Larger ones where people read without buttons that would open the rest."""
    return _ANNOUNCED if announced else _ALERT
