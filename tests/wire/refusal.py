"""A refusal: the status, code and message with which Discord turns a request down."""

from dataclasses import dataclass

from tests.wire.answer import Answer, in_json
from tests.wire.bucket import thousandths

_WRITES = ("create", "edit", "crosspost", "post")


@dataclass(frozen=True, slots=True)
class Refusal:
    """`on`: the routes it is about when nobody says which; none stands for every route."""

    status: int
    code: int
    message: str
    on: tuple[str, ...] = ()

    def answer(self, retry_after: float | None = None) -> Answer:
        """A refusal with status 429 says how long to wait only if Discord would."""
        body: dict[str, object] = {"message": self.message, "code": self.code}
        if self.code == _INVALID_BODY:
            body["errors"] = {"content": {"_errors": [{"code": "X", "message": "Wrong."}]}}
        if self.status != 429:
            return in_json(body, self.status)
        headers = {"Via": "1.1 google", "X-RateLimit-Scope": "shared"}
        if retry_after is not None:
            body |= {"retry_after": thousandths(retry_after), "global": False}
            headers["Retry-After"] = "1"  # the limits inside of a route are only in the body
        return in_json(body, 429, headers)


_INVALID_BODY = 50035

REFUSALS = {
    refusal.code: refusal
    for refusal in (
        Refusal(404, 10003, "Unknown Channel"),
        Refusal(404, 10008, "Unknown Message"),
        Refusal(404, 10015, "Unknown Webhook"),
        Refusal(404, 10062, "Unknown interaction"),
        Refusal(429, 20028, "The channel has hit the write rate limit.", ("edit",)),
        Refusal(429, 30046, "Maximum number of edits to messages older than 1 hour reached. "
                "Try again later.", ("edit",)),
        Refusal(400, 40033, "This message has already been crossposted.", ("crosspost",)),
        Refusal(400, 40060, "Interaction has already been acknowledged."),
        Refusal(400, 40067, "A tag is required to create a forum post in this channel.",
                ("create", "post")),
        Refusal(403, 50001, "Missing Access"),
        Refusal(400, 50006, "Cannot send an empty message", _WRITES),
        Refusal(403, 50013, "Missing Permissions", _WRITES),
        Refusal(400, 50024, "Cannot execute action on this channel type", ("crosspost",)),
        Refusal(401, 50027, "Invalid Webhook Token"),
        Refusal(400, _INVALID_BODY, "Invalid Form Body", _WRITES),
        Refusal(400, 160005, "Thread is locked", ("create",)),
        Refusal(400, 50083, "Thread is archived", (*_WRITES, "delete")),
    )
}  # fmt: skip
"""https://docs.discord.com/developers/topics/opcodes-and-status-codes#json"""


def refused(code: int, retry_after: float | None = None) -> Answer:
    """The answer with this code."""
    return REFUSALS[code].answer(retry_after)
