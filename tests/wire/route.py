"""A route of Discord's API."""

import hashlib
import re
from dataclasses import dataclass

from tests.wire.bucket import Allowance

_CHANNEL = r"/channels/(?P<channel>\d+)"
_MESSAGE = _CHANNEL + r"/messages/(?P<message>\d+)"
_TOKEN = r"/webhooks/\d+/(?P<token>[^/]+)"  # noqa: S105  # a pattern
_PLENTY = Allowance(50, 1)


@dataclass(frozen=True, slots=True)
class Route:
    """`exempt`: the global limit does not count it."""

    name: str
    method: str
    path: re.Pattern[str]
    allowance: Allowance | None = None
    exempt: bool = False

    @property
    def bucket(self) -> str:
        """Discord names buckets by what looks like a digest."""
        return hashlib.sha256(self.name.encode()).hexdigest()[:32]


def _route(
    name: str, method: str, path: str, allowance: Allowance | None = None, *, exempt: bool = False
) -> Route:
    return Route(name, method, re.compile(path), allowance, exempt)


# How much create, edit and crosspost allow was observed; how much the others do is made up.
ROUTES = (
    _route("create", "POST", _CHANNEL + "/messages", Allowance(5, 5)),
    _route("edit", "PATCH", _MESSAGE, Allowance(5, 5)),
    _route("delete", "DELETE", _MESSAGE, Allowance(5, 1)),
    _route("fetch", "GET", _MESSAGE, _PLENTY),
    _route("history", "GET", _CHANNEL + "/messages", _PLENTY),
    _route("crosspost", "POST", _MESSAGE + "/crosspost", Allowance(10, 3600)),
    _route("post", "POST", _CHANNEL + "/threads", Allowance(5, 5)),
    _route("channel", "GET", _CHANNEL, _PLENTY),
    _route("change", "PATCH", _CHANNEL, _PLENTY),
    _route("active", "GET", r"/guilds/(?P<server>\d+)/threads/active", _PLENTY),
    _route("archived", "GET", _CHANNEL + "/threads/archived/public", _PLENTY),
    _route("callback", "POST", r"/interactions/(?P<id>\d+)/(?P<token>[^/]+)/callback", exempt=True),
    _route("follow", "POST", _TOKEN, exempt=True),
    _route("original", "GET", _TOKEN + "/messages/@original", exempt=True),
    _route("amend", "PATCH", _TOKEN + r"/messages/(?P<reply>@original|\d+)", exempt=True),
    _route("retract", "DELETE", _TOKEN + r"/messages/(?P<reply>@original|\d+)", exempt=True),
    _route("me", "GET", "/users/@me"),
    _route("application", "GET", "(/oauth2)?/applications/@me"),
    _route("gateway", "GET", "/gateway/bot"),
    _route("commands", "PUT", r"/applications/\d+(/guilds/\d+)?/commands"),
)
UNKNOWN = _route("unknown", "", "")


def routed(method: str, path: str) -> tuple[Route, dict[str, str]]:
    """The route that a request is for, and what its path says."""
    for route in ROUTES:
        if route.method == method and (match := route.path.fullmatch(path)):
            return route, match.groupdict()
    return UNKNOWN, {}
