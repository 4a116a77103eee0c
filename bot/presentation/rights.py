"""Missing rights in plain sentences: what the bot cannot do, and where to click."""

from bot.domain.access import Access, Right

_ALLOW = "open **Permissions**, add Sitrep and allow **{}**."
_SENTENCES = {
    Right.VIEW: (
        "Sitrep cannot see {channel}: in the channel's settings, " + _ALLOW.format("View Channel")
    ),
    Right.SEND: (
        "Sitrep may not write in {channel}: in the channel's settings, "
        + _ALLOW.format("Send Messages")
    ),
    Right.SEND_IN_THREADS: (
        "Sitrep may not write in the thread {channel}: in the settings of the channel that it "
        "belongs to, " + _ALLOW.format("Send Messages in Threads")
    ),
    Right.HISTORY: (
        "Sitrep may not read earlier messages in {channel}, which it needs to be sure that "
        "nothing is sent twice: in the channel's settings, " + _ALLOW.format("Read Message History")
    ),
    Right.PING: (
        "Sitrep may not mention {role}, so alerts in {channel} ping nobody: under **Server "
        "Settings > Roles**, open the role and switch on **Allow anyone to @mention this role**."
    ),
}
_GONE = (
    "{channel} is not there any more, or Sitrep is not in its server: "
    "invite Sitrep again, or subscribe another channel."
)
_LOCKED = "The thread {channel} is locked or closed: unlock it, or subscribe another channel."


def right_sentence(right: Right, channel: int, role: int | None = None) -> str:
    """What is missing in a channel, and how to give it; the role is that of the ping."""
    return _SENTENCES[right].format(channel=f"<#{channel}>", role=_role(role))


def access_sentences(access: Access, channel: int, role: int | None = None) -> list[str]:
    """A sentence for everything that somebody should mend; none if all is well."""
    if not access.there:
        return [_GONE.format(channel=f"<#{channel}>")]
    locked = [_LOCKED.format(channel=f"<#{channel}>")] if access.locked else []
    return [*locked, *(right_sentence(right, channel, role) for right in access.missing)]


def _role(role: int | None) -> str:
    return f"<@&{role}>" if role else "the role"
