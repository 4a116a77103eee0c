"""A fault: what goes wrong with a request, and with which requests it does."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["error", "reset", "slow", "banned", "shared"]

STATUSES = (500, 502, 503, 504, 520)


@dataclass(frozen=True, slots=True)
class Fault:
    """Of a kind:

    - "error": a status of 500 and more, one of `STATUSES` by chance if it is left at 0;
    - "reset": the connection is reset (RST) instead of an answer;
    - "slow": the answer takes `seconds` more;
    - "banned": the answer of Cloudflare to whom it has banned;
    - "shared": 429 of a limit that others used up, with `seconds` to wait.

    `after`: only after the request was carried out, so that a message is stored all the same.
    """

    kind: Kind
    after: bool = False
    status: int = 0
    seconds: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which requests meet with one of these faults.

    `route` and `channel`: only such requests; None stands for any. `skip`: so many go well first.
    `times`: to how many it happens then; None stands for all. `share`: how likely it is each
    time. `seconds`: how long it goes on after its first fault.
    """

    faults: tuple[Fault, ...]
    route: str | None = "create"
    channel: int | None = None
    skip: int = 0
    times: int | None = 1
    share: float = 1.0
    seconds: float | None = None
