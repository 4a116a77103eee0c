"""The second editor: where two people publish, who wrote the last change lets nothing out alone."""

from bot.app.desk_rights import CHANGED, required_issue
from bot.app.desk_versions import contents_of, number_of
from bot.app.publishing import Guard
from bot.domain.approval import Request, Wish, is_second
from bot.domain.editor import Editor
from bot.errors import Refused
from bot.store.store import Transaction

SETTLED = "This request is settled or was taken back; open the issue to see how it stands."

_OWN = "You have asked for this yourself; another editor has to approve it."
_LAST = "You wrote the last change, so another editor has to let it out."


async def needs_second(store: Transaction, editor: Editor, wish: Wish) -> bool:
    """Whether this editor has to ask another one: they wrote what would go out last."""
    if not (await store.server_settings.of(editor.server)).two_people:
        return False
    return wish.update is not None or not is_second(
        editor.id, await store.versions.newest(wish.issue)
    )


def require_other(editor: Editor, request: Request) -> None:
    """Raises Refused for who has asked."""
    if request.asker.id == editor.id:
        raise Refused(_OWN)


async def require_second(
    store: Transaction, editor: Editor, wish: Wish, request: Request | None
) -> None:
    """Uses up the request, if there is one.

    Raises Refused unless the editor may let that out, as it is in this very moment.
    """
    issue = await required_issue(store, editor, wish.issue)
    if request is not None:
        require_other(editor, request)
        if not await store.approvals.drop(request.id):
            raise Refused(SETTLED)
    if wish.update is None:
        newest = await store.versions.newest(issue.id)
        contents = await contents_of(store, issue, newest)
        if number_of(newest, issue, contents) != wish.at:
            raise Refused(CHANGED)
    elif request is not None:
        return
    if await needs_second(store, editor, wish):
        raise Refused(_LAST)


def guarding(editor: Editor, wish: Wish, request: Request | None) -> Guard:
    """The same, to be asked in the transaction that lets it out."""

    async def guard(store: Transaction) -> None:
        await require_second(store, editor, wish, request)

    return guard
