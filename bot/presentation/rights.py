"""Missing rights in plain sentences: what the bot cannot do, and where to click."""

from bot.domain.access import Access, Right
from bot.domain.subscription import ChannelKind

_ALLOW = "in {settings}, open **Permissions**, add Sitrep and allow **%s**."
_SENTENCES = {
    Right.VIEW: f"Sitrep cannot see {{channel}}: {_ALLOW % 'View Channel'}",
    Right.SEND: f"Sitrep may not write in {{channel}}: {_ALLOW % 'Send Messages'}",
    Right.SEND_IN_THREADS: (
        f"Sitrep may not write in {{channel}}: {_ALLOW % 'Send Messages in Threads'}"
    ),
    Right.CREATE_POSTS: f"Sitrep may not open posts in {{channel}}: {_ALLOW % 'Create Posts'}",
    Right.SEND_IN_POSTS: (
        "Sitrep may not write in its own posts in {channel}, where updates go: "
        f"{_ALLOW % 'Send Messages in Posts'}"
    ),
    Right.TAG: (
        "{channel} wants a tag on every post, and Sitrep may use none of its tags: in {settings}, "
        "add one that is not for moderators only, or switch off **Require people to select tags "
        "when posting**."
    ),
    Right.UNLOCKED: (
        "The thread {channel} is locked: in its menu, choose **Unlock Thread**, or subscribe "
        "another channel."
    ),
    Right.HISTORY: (
        "Sitrep may not read earlier messages in {channel}, which it needs to be sure that "
        f"nothing is sent twice: {_ALLOW % 'Read Message History'}"
    ),
    Right.PING: (
        "Sitrep may not mention {role}, so alerts in {channel} ping nobody: under **Server "
        "Settings > Roles**, open the role and switch on **Allow anyone to @mention this role**."
    ),
}
_GONE = (
    "{channel} is not there any more, or Sitrep cannot find it: invite Sitrep to its server or "
    "its private thread, or subscribe another channel."
)
_OWN, _PARENT = "the channel's settings", "the settings of the channel that the thread belongs to"


def right_sentence(
    right: Right, channel: int, role: int | None = None, kind: ChannelKind | None = None
) -> str:
    """What is missing in a channel, and how to give it; the role is that of the ping."""
    in_thread = kind is ChannelKind.THREAD or right is Right.SEND_IN_THREADS
    return _SENTENCES[right].format(
        channel=f"<#{channel}>",
        role=f"<@&{role}>" if role else "the role",
        settings=_PARENT if in_thread else _OWN,
    )


def access_sentences(access: Access, channel: int, role: int | None = None) -> list[str]:
    """A sentence for everything that somebody should mend; none if all is well."""
    if not access.there:
        return [_GONE.format(channel=f"<#{channel}>")]
    return [right_sentence(each, channel, role, access.kind) for each in access.missing]
