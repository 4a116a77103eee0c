"""Discord's ids: whose id each column holds, said once for everything that has to find them."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from sqlalchemy import Column, Table

from bot.store.schema import metadata


class Whose(StrEnum):
    """Whose id a column holds."""

    PERSON = "person"
    SERVER = "server"
    CHANNEL = "channel"
    ROLE = "role"
    MESSAGE = "message"
    INTERACTION = "interaction"


IDS = {
    "acts.id": Whose.INTERACTION,
    "approvals.asked_by": Whose.PERSON,
    "approvals.channel_id": Whose.CHANNEL,
    "approvals.message_id": Whose.MESSAGE,
    "blocks.blocked_by": Whose.PERSON,
    "blocks.server_id": Whose.SERVER,
    # The id of the application too, for the commands that every server has.
    "command_syncs.application_id": Whose.SERVER,
    "copies.channel_id": Whose.CHANNEL,
    "copies.message_id": Whose.MESSAGE,
    "copies.server_id": Whose.SERVER,
    "deliveries.channel_id": Whose.CHANNEL,
    "desk_places.editor_id": Whose.PERSON,
    "desk_places.server_id": Whose.SERVER,
    "releases.approver_id": Whose.PERSON,
    "releases.author_id": Whose.PERSON,
    "releases.receipt_channel": Whose.CHANNEL,
    "releases.receipt_message": Whose.MESSAGE,
    "server_settings.editor_role": Whose.ROLE,
    "server_settings.log_channel": Whose.CHANNEL,
    "server_settings.notice_channel": Whose.CHANNEL,
    "servers.id": Whose.SERVER,
    "subscriptions.channel_id": Whose.CHANNEL,
    "subscriptions.ping": Whose.ROLE,
    "subscriptions.subscriber": Whose.PERSON,
    "versions.author_id": Whose.PERSON,
}
"""Every column that Discord gives the numbers of, but for references to rows that are here."""

NAMES = {
    "approvals.asked_name": "approvals.asked_by",
    "releases.approver": "releases.approver_id",
    "releases.author": "releases.author_id",
    "revisions.author": None,
    "versions.author": "versions.author_id",
}
"""Every column with a person's name and that of the id beside it; a revision's is its release's."""


def columns(whose: Whose) -> Iterator[tuple[Table, Column[Any]]]:
    """The columns that hold such ids, each with its table."""
    for name, holds in IDS.items():
        if holds is whose:
            table, _, column = name.partition(".")
            yield metadata.tables[table], metadata.tables[table].c[column]


def name_beside(column: Column[Any]) -> Column[Any] | None:
    """The column that holds the name of the person whose id stands in this one."""
    for name, beside in NAMES.items():
        if beside == str(column):
            table, _, own = name.partition(".")
            return metadata.tables[table].c[own]
    return None
