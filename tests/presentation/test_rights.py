"""Every missing right is one sentence that says where to click."""

import pytest

from bot.domain.access import NOWHERE, Access, Right
from bot.domain.subscription import ChannelKind
from bot.presentation.rights import access_sentences, right_sentence


@pytest.mark.parametrize(
    ("right", "sentence"),
    [
        (
            Right.VIEW,
            "Sitrep cannot see <#30>: in the channel's settings, open **Permissions**, "
            "add Sitrep and allow **View Channel**.",
        ),
        (
            Right.SEND,
            "Sitrep may not write in <#30>: in the channel's settings, open **Permissions**, "
            "add Sitrep and allow **Send Messages**.",
        ),
        (
            Right.SEND_IN_THREADS,
            "Sitrep may not write in <#30>: in the settings of the channel that the thread "
            "belongs to, open **Permissions**, add Sitrep and allow **Send Messages in Threads**.",
        ),
        (
            Right.UNLOCKED,
            "The thread <#30> is locked: in its menu, choose **Unlock Thread**, or subscribe "
            "another channel.",
        ),
        (
            Right.HISTORY,
            "Sitrep may not read earlier messages in <#30>, which it needs to be sure that "
            "nothing is sent twice: in the channel's settings, open **Permissions**, add Sitrep "
            "and allow **Read Message History**.",
        ),
        (
            Right.PING,
            "Sitrep may not mention <@&40>, so alerts in <#30> ping nobody: under **Server "
            "Settings > Roles**, open the role and switch on "
            "**Allow anyone to @mention this role**.",
        ),
    ],
)
def test_a_right_is_said_with_its_place(right: Right, sentence: str) -> None:
    assert right_sentence(right, 30, 40) == sentence


def test_every_right_has_its_sentence() -> None:
    for right in Right:
        for kind in (None, *ChannelKind):
            assert "{" not in right_sentence(right, 30, kind=kind)


def test_a_role_that_nobody_named_is_the_role() -> None:
    assert "may not mention the role, so" in right_sentence(Right.PING, 30)


def test_a_thread_has_the_permissions_of_its_channel() -> None:
    (shown,) = access_sentences(Access(kind=ChannelKind.THREAD, view=False), 30)
    assert "in the settings of the channel that the thread belongs to" in shown


def test_all_that_is_missing_is_said() -> None:
    access = Access(send=False, history=False, can_ping=False)
    rights = (Right.SEND, Right.HISTORY, Right.PING)
    assert access_sentences(access, 30, 40) == [right_sentence(each, 30, 40) for each in rights]
    assert access_sentences(Access(), 30) == []


def test_of_a_channel_that_is_gone_nothing_else_is_said() -> None:
    (shown,) = access_sentences(NOWHERE, 30)
    assert shown.startswith("<#30> is not there any more")


def test_what_a_forum_lacks_is_said_in_its_words() -> None:
    access = Access(kind=ChannelKind.FORUM, send=False, send_in_posts=False, tagged=False)
    posts, answers, tag = access_sentences(access, 30)
    assert "**Create Posts**" in posts
    assert "**Send Messages in Posts**" in answers
    assert "wants a tag on every post" in tag
    assert "{" not in posts + answers + tag
