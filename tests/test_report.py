"""The report: which sentence an error becomes."""

import re

import discord
import pytest
from discord import app_commands
from structlog.testing import capture_logs

from bot.errors import Misconfigured, Refused, SitrepError, Unavailable, Unreadable
from bot.report import report, told


@pytest.mark.parametrize("kind", [SitrepError, Refused, Unreadable, Misconfigured, Unavailable])
def test_our_own_errors_are_told_in_their_own_words(kind: type[SitrepError]) -> None:
    answer = told(kind("The gate is shut."))
    assert (answer.sentence, answer.reference) == ("The gate is shut.", None)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (app_commands.NoPrivateMessage(), "use it in a channel of a server"),
        (app_commands.MissingPermissions(["manage_guild"]), "ask an administrator"),
        (app_commands.CommandNotFound("old", []), "type / and pick it again"),
    ],
)
def test_what_a_person_can_mend_is_said_without_a_reference(error: Exception, words: str) -> None:
    answer = told(error)
    assert words in answer.sentence
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


@app_commands.command(name="any", description="Any")
async def _command(interaction: discord.Interaction) -> None: ...
