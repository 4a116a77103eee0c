"""The record of one request."""

import json
from dataclasses import dataclass
from typing import Any, Literal

from tests.wire.route import Route

Outcome = Literal["", "stored", "deduplicated", "edited", "deleted", "crossposted", "answered"]


@dataclass(slots=True, eq=False)
class Record:
    """`at`: when it arrived. `raw`: its body. `status`: 0 until it is answered, or if it was reset.

    `outcome`: what came of it, whatever was answered. `message`: the message it was about.
    `scope`: of the limit that refused it. `fault`: the kind of fault it met with.
    """

    at: float
    method: str
    path: str
    route: Route
    names: dict[str, str]
    query: dict[str, str]
    raw: bytes = b""
    nonce: str | None = None
    status: int = 0
    outcome: Outcome = ""
    message: int | None = None
    scope: str = ""
    fault: str = ""

    @property
    def channel(self) -> int | None:
        return int(self.names["channel"]) if "channel" in self.names else None

    @property
    def name(self) -> str:
        """Of its route."""
        return self.route.name

    @property
    def body(self) -> dict[str, Any]:
        """Read again each time: thousands of parsed bodies would take much memory."""
        body = json.loads(self.raw) if self.raw else {}
        return body if isinstance(body, dict) else {}

    def shown(self) -> dict[str, Any]:
        """As JSON, without its body."""
        wanted = "at method path name channel nonce status outcome message scope fault"
        return {name: getattr(self, name) for name in wanted.split()}
