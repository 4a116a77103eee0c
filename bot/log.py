"""The log: readable on a terminal, JSON otherwise, never with the token."""

import logging
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.types import Processor

_HIDDEN = "[token]"


def set_up_logging(level: str, secret: str | None = None) -> None:
    """Sends our own and every library's log to standard error; `secret` is never written."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Formatter(shared, secret))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    # Every request at INFO is noise; what goes wrong comes as a warning.
    for noisy in ("discord.http", "discord.gateway", "alembic", "aiosqlite"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, root.level))


class _Formatter(structlog.stdlib.ProcessorFormatter):
    """Renders an event and hides the secret wherever it stands, tracebacks included."""

    def __init__(self, shared: list[Processor], secret: str | None) -> None:
        renderers: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
        if sys.stderr.isatty():
            renderers += [structlog.dev.ConsoleRenderer()]
        else:
            renderers += [structlog.processors.format_exc_info, _json]
        super().__init__(foreign_pre_chain=shared, processors=renderers)
        self._secret = secret

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return line.replace(self._secret, _HIDDEN) if self._secret else line


def _json(logger: Any, name: str, event: MutableMapping[str, Any]) -> str:
    return str(structlog.processors.JSONRenderer(ensure_ascii=False)(logger, name, event))
