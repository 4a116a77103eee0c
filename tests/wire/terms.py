"""The terms on which the stand-in serves: how far away it is, and how much it allows."""

from dataclasses import dataclass, field


def _says(text: str) -> dict[str, str]:
    return {"help": text}


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Each can be given to `wire()`, to `remote()` and on the command line of `serve`."""

    rtt: float = field(
        default=0.0, metadata=_says("seconds from a request to its answer; half of them each way")
    )
    jitter: float = field(
        default=0.0, metadata=_says("at most so many seconds more until a request arrives")
    )
    limit: int = field(default=50, metadata=_says("requests in any window"))
    window: float = field(default=1.0, metadata=_says("seconds of the global window"))
    remembers: float = field(
        default=180.0, metadata=_says("seconds for which a nonce is remembered")
    )
    seed: int = field(default=1, metadata=_says("of everything left to chance"))
    servers: int = field(default=0, metadata=_says("servers that the bot is in"))
    channels: int = field(default=0, metadata=_says("text channels of each server"))
    shards: int = field(default=1, metadata=_says("shards that the bot is told to start"))
