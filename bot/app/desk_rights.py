"""Rights at the desk: who may edit what, asked at the moment of use."""

from bot.domain.briefing import Briefing
from bot.domain.editor import Editor
from bot.domain.issue import Issue, State
from bot.errors import Refused
from bot.store.store import Transaction

_NOT_AN_EDITOR = (
    "Only editors may do this: members with Manage Messages, or with the role that `/desk settings`"
    " names; whoever has Manage Server can change that."
)


CHANGED = "Somebody has changed it since; look at it, then send it again."
BLOCKED = "Something has to be mended first; press Checks to see what."
"""What is said of what is not as an editor has seen it, or is not to go out yet."""


def require_manager(editor: Editor) -> None:
    """Raises Refused for who may not manage the server."""
    if not editor.manages_server:
        raise Refused("Only people with Manage Server may do this; ask an administrator.")


async def require_editor(store: Transaction, editor: Editor) -> None:
    """Raises Refused for anybody else."""
    choices = await store.server_settings.of(editor.server)
    if not editor.may_edit(choices.editor_role):
        raise Refused(_NOT_AN_EDITOR)


async def require_insider(store: Transaction, editor: Editor) -> None:
    """Raises Refused for who is no editor, and may not manage the server either."""
    if not editor.manages_server:
        await require_editor(store, editor)


async def required_briefing(store: Transaction, editor: Editor, key: int) -> Briefing:
    """A briefing of the newsroom that the editor is in; raises Refused for any other."""
    found = await store.briefings.get(key)
    if found is None or found.newsroom != editor.server:
        raise Refused("This newsroom has no such briefing; pick one that is offered.")
    return found


async def required_issue(store: Transaction, editor: Editor, key: int) -> Issue:
    """An issue of the editor's newsroom, in any state; raises Refused for any other."""
    await require_editor(store, editor)
    issue = await store.issues.get(key)
    if issue is None or issue.briefing.newsroom != editor.server:
        raise Refused("There is no such issue at this desk; `/desk list` shows what there is.")
    return issue


async def required_draft(store: Transaction, editor: Editor, key: int) -> Issue:
    """One that can be changed, a scheduled one too; raises Refused for any other."""
    issue = await required_issue(store, editor, key)
    if issue.state is State.WITHDRAWN:
        raise Refused(f"{issue.label} was withdrawn and stays as it is; begin a new one.")
    pending = await store.releases.pending(key)
    if pending is not None and not pending.scheduled:
        raise Refused(f"{issue.label} is about to go out; press Stop first, then change it.")
    return issue
