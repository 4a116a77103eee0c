"""An issue of the archive as a line of text."""

from bot.domain.issue import Issue, State
from bot.terminal.issue import issue_line
from tests.shelving import DAY
from tests.terminal.examples import BRIEFING, ISSUE


def test_an_issue_is_one_line() -> None:
    assert issue_line(ISSUE) == (
        f"Quay Report #12 · {DAY} · published · private, Harbour Desk, briefing 1 · Ferry strike"
    )
    bare = Issue(id=1, briefing=BRIEFING, state=State.DRAFT, number=None, date=None, title=None)
    assert issue_line(bare) == (
        "Quay Report without a number · no date · draft"
        " · private, Harbour Desk, briefing 1 · no title"
    )
    corrected = ISSUE.model_copy(update={"revision": 2})
    assert "published, revision 2" in issue_line(corrected)
