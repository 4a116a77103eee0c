"""The log: readable on a terminal, JSON otherwise, never with the token."""

import io
import json
import logging
import sys
from collections.abc import Iterator

import pytest
import structlog

from bot.log import set_up_logging
from bot.report import report

TOKEN = "MTAwMQ.not-a-real.token-of-the-tests"  # noqa: S105  # it opens nothing


class Terminal(io.StringIO):
    """A standard error that says it is one."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """What a test sets up is for the whole process; this puts it back."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def written(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, level: str = "INFO") -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    set_up_logging(level, TOKEN)


def speak() -> None:
    """Every way in which a token could come into a log."""
    log = structlog.stdlib.get_logger("sitrep.test")
    sentence = f"connecting with {TOKEN}"
    log.info(sentence, token=TOKEN, nested={"header": f"Bot {TOKEN}"})
    logging.getLogger("discord.test").warning("refused %s", TOKEN)
    try:
        raise ValueError(TOKEN)
    except ValueError:
        log.exception("failed")
        logging.getLogger("discord.test").exception("failed")


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_the_token_stands_nowhere(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO]
) -> None:
    shown = stream()
    written(monkeypatch, shown)
    speak()
    assert TOKEN not in shown.getvalue()
    assert shown.getvalue().count("[token]") >= 6
    assert shown.getvalue().count("ValueError") >= 2


def test_without_a_terminal_every_line_is_an_object(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    written(monkeypatch, shown)
    speak()
    lines = [json.loads(line) for line in shown.getvalue().splitlines()]
    assert [line["level"] for line in lines] == ["info", "warning", "error", "error"]
    assert [line["logger"] for line in lines] == [
        "sitrep.test",
        "discord.test",
        "sitrep.test",
        "discord.test",
    ]
    assert all(line["timestamp"].endswith("Z") for line in lines)
    assert "Traceback (most recent call last)" in lines[2]["exception"]
    assert "Traceback (most recent call last)" in lines[3]["exception"]


def test_on_a_terminal_it_is_for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    written(monkeypatch, shown)
    structlog.stdlib.get_logger("sitrep.test").info("ready", servers=3)
    assert "ready" in shown.getvalue()
    assert not shown.getvalue().startswith("{")


def test_the_level_is_kept_and_the_noise_of_libraries_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = io.StringIO()
    written(monkeypatch, shown, "DEBUG")
    logging.getLogger("discord.http").info("GET /users/@me")
    logging.getLogger("sitrep.test").debug("a detail")
    written(monkeypatch, shown, "WARNING")
    logging.getLogger("sitrep.test").info("no more of it")
    assert [json.loads(line)["event"] for line in shown.getvalue().splitlines()] == ["a detail"]


async def test_an_error_is_logged_with_its_trace_its_reference_and_its_listener(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = io.StringIO()
    written(monkeypatch, shown)
    with structlog.contextvars.bound_contextvars(listener="on_guild_join"):
        try:
            raise ValueError("the plank broke")
        except ValueError as error:
            await report(error)
    (line,) = map(json.loads, shown.getvalue().splitlines())
    assert len(line["reference"]) == 6
    assert line["listener"] == "on_guild_join"
    assert line["exception"].endswith("ValueError: the plank broke")
    assert "in test_an_error_is_logged" in line["exception"]
