"""An answer to one request."""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import web

from tests.wire.bucket import thousandths

_JSON, _HTML = "application/json", "text/html"


@dataclass(frozen=True, slots=True)
class Answer:
    """Its status is 0 if the connection is reset instead."""

    status: int = 200
    body: bytes = b""
    kind: str = _JSON
    headers: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def is_from_between(self) -> bool:
        """Whether Discord itself never heard of the request."""
        return self.kind == _HTML

    def response(self, headers: Mapping[str, str]) -> web.Response:
        """Without a charset, with which discord.py would not take it for JSON."""
        kind = {"Content-Type": self.kind} if self.body else {}
        return web.Response(
            body=self.body, status=self.status, headers={**headers, **kind, **self.headers}
        )


RESET = Answer(0)
NOTHING = Answer(204)
UNKNOWN_TOKEN = Answer(401, b'{"message": "401: Unauthorized", "code": 0}')
UNKNOWN_PATH = Answer(404, b'{"message": "404: Not Found", "code": 0}')
BANNED = Answer(
    429, b"<!doctype html><title>Access denied</title>error code: 1015", _HTML,
    {"Retry-After": "600"},
)  # fmt: skip
"""What Cloudflare says of itself, without a `Via` header, to whom Discord has had enough of."""


def in_json(body: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(status, json.dumps(body).encode(), _JSON, headers or {})


def broken(status: int) -> Answer:
    """A failure of Discord's own (500), or of what stands between (all others)."""
    if status == 500:
        return in_json({"message": "500: Internal Server Error", "code": 0}, status)
    return Answer(status, f"<html><h1>{status}</h1><hr>cloudflare</html>".encode(), _HTML)


def limited(scope: str, wait: float) -> Answer:
    """Too many requests; `scope` is "user", "shared" or "global"."""
    whole = scope == "global"
    body = {"message": "You are being rate limited.", "global": whole}
    headers = {"Via": "1.1 google", "X-RateLimit-Scope": scope, "Retry-After": str(math.ceil(wait))}
    if whole:
        headers["X-RateLimit-Global"] = "true"
    return in_json(body | {"retry_after": thousandths(wait)}, 429, headers)
