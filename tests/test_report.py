"""The report: which sentence an error becomes."""

import re

import discord
import pytest
from discord import app_commands
from discord.http import Route
from structlog.testing import capture_logs

from bot.errors import Misconfigured, Refused, SitrepError, Unavailable, Unreadable
from bot.report import report, told
from tests.arriving import arriving
from tests.loopback import loopback


@pytest.mark.parametrize("kind", [Refused, Unreadable])
def test_a_refusal_is_told_in_its_own_words(kind: type[SitrepError]) -> None:
    answer = told(kind("The gate is shut."))
    assert (answer.sentence, answer.reference) == ("The gate is shut.", None)


@pytest.mark.parametrize("kind", [SitrepError, Misconfigured, Unavailable])
def test_what_the_operator_has_to_mend_is_told_with_a_reference(kind: type[SitrepError]) -> None:
    answer = told(kind("The gate is stuck; come back at noon."))
    assert answer.reference
    assert answer.sentence == (
        f"The gate is stuck; come back at noon. It is noted as {answer.reference}."
    )


def test_a_command_that_changed_is_said_without_a_reference() -> None:
    answer = told(app_commands.CommandNotFound("old", []))
    assert "type / and pick it again" in answer.sentence
    assert answer.reference is None


def test_everything_else_has_a_reference_of_its_own_and_tells_no_details() -> None:
    answers = [told(KeyError("password")) for _ in range(50)]
    assert len({answer.reference for answer in answers}) == 50
    for answer in answers:
        assert answer.reference
        assert re.fullmatch("[0-9A-F]{6}", answer.reference)
        assert answer.reference in answer.sentence
        assert "password" not in answer.sentence


@pytest.mark.parametrize(
    "error",
    [KeyError("x"), Refused("No."), ExceptionGroup("both", [ValueError("a")])],
)
async def test_an_error_that_nobody_waits_for_is_logged(error: Exception) -> None:
    with capture_logs() as lines:
        await report(error)
    assert [(line["event"], line["exc_info"]) for line in lines] == [("error", error)]


async def test_the_cause_is_what_is_logged_and_told() -> None:
    cause = Unavailable("The database cannot be used now.")
    wrapped = app_commands.CommandInvokeError(_command, cause)
    with capture_logs() as lines:
        await report(wrapped)
    assert lines[0]["exc_info"] is cause


async def test_a_person_hears_that_the_database_failed_and_the_log_hears_why() -> None:
    failed = Unavailable("The database cannot be used now; try again in a minute.")
    with capture_logs() as lines:
        shown, _ = await reported(failed, hanging_up=False)
    (line,) = lines
    assert line["exc_info"] is failed
    assert line["entrance"] == "latest"
    assert f"try again in a minute. It is noted as {line['reference']}." in shown


async def test_discord_hanging_up_on_the_sentence_is_no_second_error() -> None:
    with capture_logs() as lines:
        _, asked = await reported(KeyError("x"), hanging_up=True)
    assert asked == 1
    assert [line["event"] for line in lines] == ["error", "could not answer"]


async def test_a_limit_that_lasts_too_long_is_no_second_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def limited(*_: object, **__: object) -> None:
        raise discord.RateLimited(60)

    monkeypatch.setattr(discord.InteractionResponse, "send_message", limited)
    with capture_logs() as lines:
        await reported(KeyError("x"), hanging_up=False)
    assert [line["event"] for line in lines] == ["error", "could not answer"]


async def reported(error: Exception, *, hanging_up: bool) -> tuple[str, int]:
    """What Discord was given to show, and how often; it may hang up instead of answering."""
    answer = "POST /interactions/1/t/callback"
    client = discord.Client(intents=discord.Intents(guilds=True))
    async with loopback() as server, client:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Route, "BASE", server.url)
            await client.login("any")
            server.hangs_up[answer] = int(hanging_up)
            await report(error, arriving(client, "latest"))
    return server.bodies.get(answer, ""), server.count(answer)


@app_commands.command(name="any", description="Any")
async def _command(interaction: discord.Interaction) -> None: ...
