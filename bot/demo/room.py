"""A room of the demo: a channel that the start page links to, and who can look at it."""

from dataclasses import dataclass

import simcord


@dataclass(frozen=True)
class Room:
    """`key` stands in the address; `viewers` are offered as people to be."""

    key: str
    title: str
    about: str
    channel: simcord.ChannelHandle
    viewers: tuple[simcord.MemberActor | simcord.UserHandle, ...]
