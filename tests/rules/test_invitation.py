"""The invitation in the README asks for what alerts need, and for no more."""

import re

import discord

from tests.rules.source import ROOT

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    read_message_history=True,
)
NAMES = ("View Channel", "Send Messages", "Send Messages in Threads", "Read Message History")


def test_the_invitation_asks_for_four_permissions_and_says_why() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    asked = re.findall(r"oauth2/authorize\?\S*permissions=([0-9]+)", text)
    assert [int(value) for value in asked] == [NEEDED.value]
    explained = text[text.index("oauth2/authorize") :]
    assert all(f"*{name}*" in explained for name in NAMES)
