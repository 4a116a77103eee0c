"""A form is sent as it is built and keeps nothing alive."""

import discord

from bot.presentation.form import Form
from bot.presentation.setup_ids import SetupForm


async def test_discord_py_need_not_keep_a_form() -> None:
    form = Form("Title", SetupForm())
    assert form.is_finished()
    assert form.timeout is None


def test_a_form_can_be_built_where_no_loop_runs() -> None:
    form = Form("Title", SetupForm())
    form.ask("First", discord.ui.TextInput(custom_id="first"), "Help.")
    form.ask("Second", discord.ui.TextInput(custom_id="second"))
    sent = form.to_dict()
    assert (sent["title"], sent["custom_id"]) == ("Title", "setupform")
    assert [label["label"] for label in sent["components"]] == ["First", "Second"]
    assert sent["components"][0]["description"] == "Help."
