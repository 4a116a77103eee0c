"""The cities that stand for a time zone, and the zone that each language suggests."""

from collections.abc import Iterator
from functools import cache
from zoneinfo import available_timezones

from bot.domain.folding import fold

_AREAS = frozenset(
    "Africa America Antarctica Arctic Asia Atlantic Australia Europe Indian Pacific".split()
)

# Cities that people live in and the zone database does not name, by zone.
_MORE = {
    "Africa/Casablanca": "Rabat, Marrakesh",
    "Africa/Johannesburg": "Pretoria, Cape Town, Durban",
    "Africa/Lagos": "Abuja",
    "America/Chicago": "Houston, Dallas, Austin, Minneapolis, New Orleans",
    "America/Los_Angeles": "San Francisco, Seattle, San Diego, Las Vegas, Portland, LA",
    "America/New_York": (
        "Washington, Washington DC, Boston, Philadelphia, Atlanta, Miami, NYC, Baltimore"
    ),
    "America/Sao_Paulo": "Brasilia, Rio de Janeiro, Rio",
    "America/Toronto": "Ottawa",
    "Asia/Dubai": "Abu Dhabi",
    "Asia/Ho_Chi_Minh": "Hanoi, Ho Chi Minh City",
    "Asia/Jerusalem": "Haifa",
    "Asia/Karachi": "Islamabad, Lahore",
    "Asia/Kolkata": "New Delhi, Delhi, Mumbai, Bombay, Bangalore, Bengaluru, Chennai, Hyderabad",
    "Asia/Riyadh": "Jeddah, Mecca",
    "Asia/Shanghai": "Beijing, Peking, Shenzhen, Guangzhou",
    "Asia/Tokyo": "Osaka, Kyoto",
    "Europe/Amsterdam": "The Hague, Den Haag, Rotterdam",
    "Europe/Berlin": "Munich, München, Hamburg, Frankfurt, Cologne, Köln, Bonn, Leipzig",
    "Europe/Brussels": "Antwerp",
    "Europe/Istanbul": "Ankara, Izmir",
    "Europe/Kyiv": "Lviv, Odesa, Kharkiv",
    "Europe/London": "Edinburgh, Manchester, Birmingham, Cardiff, Glasgow, Oxford, Cambridge",
    "Europe/Madrid": "Barcelona, Seville, Valencia",
    "Europe/Moscow": "St Petersburg, Saint Petersburg",
    "Europe/Paris": "Marseille, Lyon, Strasbourg",
    "Europe/Rome": "Milan, Naples, Turin, Roma, Milano",
    "Europe/Vienna": "Wien, Graz",
    "Europe/Warsaw": "Warszawa, Krakow, Gdansk",
    "Europe/Zurich": "Geneva, Bern, Berne, Basel",
    "Pacific/Auckland": "Wellington",
}

# Where most people live who have set Discord to a language; the keys are Discord's locales.
BY_LOCALE = {
    "id": "Asia/Jakarta",
    "da": "Europe/Copenhagen",
    "de": "Europe/Berlin",
    "en-GB": "Europe/London",
    "en-US": "America/New_York",
    "es-ES": "Europe/Madrid",
    "es-419": "America/Mexico_City",
    "fr": "Europe/Paris",
    "hr": "Europe/Zagreb",
    "it": "Europe/Rome",
    "lt": "Europe/Vilnius",
    "hu": "Europe/Budapest",
    "nl": "Europe/Amsterdam",
    "no": "Europe/Oslo",
    "pl": "Europe/Warsaw",
    "pt-BR": "America/Sao_Paulo",
    "ro": "Europe/Bucharest",
    "fi": "Europe/Helsinki",
    "sv-SE": "Europe/Stockholm",
    "vi": "Asia/Ho_Chi_Minh",
    "tr": "Europe/Istanbul",
    "cs": "Europe/Prague",
    "el": "Europe/Athens",
    "bg": "Europe/Sofia",
    "ru": "Europe/Moscow",
    "uk": "Europe/Kyiv",
    "hi": "Asia/Kolkata",
    "th": "Asia/Bangkok",
    "zh-CN": "Asia/Shanghai",
    "ja": "Asia/Tokyo",
    "zh-TW": "Asia/Taipei",
    "ko": "Asia/Seoul",
}


@cache
def cities() -> dict[str, str]:
    """Zones by the folded name of a city, in order of the cities."""
    named = sorted(_named(), key=_preference)
    found = {fold(zone.rpartition("/")[2]): zone for zone in named}
    known = available_timezones()
    for zone, more in _MORE.items():
        if zone in known:
            found |= {fold(city): zone for city in more.split(", ")}
    return dict(sorted(found.items()))


def _named() -> Iterator[str]:
    return (zone for zone in available_timezones() if zone.partition("/")[0] in _AREAS)


def _preference(zone: str) -> tuple[int, bool, str]:
    """The last one wins: the zone database's own names are the longer ones, or in Europe."""
    return zone.count("/"), zone.startswith("Europe/"), zone
