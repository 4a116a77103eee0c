"""Records to show: an invented briefing and its issue."""

from bot.domain.briefing import Briefing
from bot.domain.issue import Issue, State
from tests.moments import NOW
from tests.shelving import DAY

BRIEFING = Briefing(
    id=1, newsroom=7, newsroom_name="Harbour Desk", name="Quay Report", public=False
)
ISSUE = Issue(
    id=3,
    briefing=BRIEFING,
    state=State.PUBLISHED,
    number=12,
    date=DAY,
    title="Ferry strike",
    revision=1,
    published_at=NOW,
)
