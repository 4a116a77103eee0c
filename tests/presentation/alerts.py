"""Records to show: invented alerts, corrections and subscriptions; strategies for any of them."""

from typing import Any

from hypothesis import strategies as st

from bot.domain.alert import Alert, Mended, Sample
from bot.domain.answer import Tally
from bot.domain.delivery import CopyKind
from bot.domain.difference import Difference, Misquote
from bot.domain.entry import Entry
from bot.domain.quote import Quote
from bot.domain.subscription import Place, Subscription, Wishes
from tests.presentation.entries import codes, issues, moments
from tests.presentation.examples import (
    ALLIANCE,
    JOINT,
    LIVE,
    MORNING,
    OVERVIEW,
    POLICY,
    RUSSIA,
    issue,
    numbered,
)
from tests.presentation.items import said
from tests.presentation.lists import sayings, standing
from tests.presentation.texts import long_texts

ROLE = 98_765_432_109_876_543
QUILL = said().quote
ENTRIES = numbered((OVERVIEW, RUSSIA, JOINT, ALLIANCE))
NEW = LIVE.model_copy(update={"id": 9})
TALLIES = (Tally(entry=2, quotes=3, events=1), Tally(entry=3, events=2))


def alert(**changes: Any) -> Alert:
    """The alert on the policy briefing's issue."""
    made = Alert(
        kind=CopyKind.ALERT,
        issue=issue(),
        overview=ENTRIES[0],
        wanted=ENTRIES[1:],
        quotes=(QUILL,),
        tallies=TALLIES,
        stamp=17,
    )
    return made.model_copy(update=changes)


def update(*new: Entry, **changes: Any) -> Alert:
    """The alert on an update of it."""
    issue_now = issue(revision=2)
    fields = {"kind": CopyKind.UPDATE, "wanted": new or (NEW,), "others": ENTRIES[1:]}
    return alert(issue=issue_now, **{**fields, **changes})


def note(mended: Mended, **changes: Any) -> Alert:
    """The note that it was corrected."""
    return alert(kind=CopyKind.NOTE, issue=issue(revision=2), mended=mended, **changes)


def quote(words: str, speaker: str | None = "Ada Quill") -> Quote:
    """Somebody's words, from elsewhere."""
    changes = {"text": words, "speaker": speaker, "start": None, "end": None, "source": "a letter"}
    return QUILL.model_copy(update=changes)


def mended(*quotes: Misquote, reason: str = "A name was wrong.", **changes: Any) -> Mended:
    """A correction of these quotes, and whatever else it changed."""
    made = Difference(quotes=quotes).model_copy(update=changes)
    return Mended(reason=reason, at=MORNING, difference=made)


def subscription(**changes: Any) -> Subscription:
    """A channel that wants the policy briefing."""
    made = Subscription(
        id=5,
        place=Place(server=20, channel=30),
        briefing=POLICY,
        wishes=Wishes(ping=ROLE),
        since=MORNING,
    )
    return made.model_copy(update=changes)


_quotes = sayings().map(lambda found: found.quote)
_few = st.lists(standing, max_size=4).map(tuple)
_misquotes = st.builds(Misquote, before=st.none() | _quotes, after=st.none() | _quotes)
differences = st.builds(
    Difference,
    masthead=st.sampled_from(((), ("title",), ("number", "date", "title"))),
    changed=_few,
    added=_few,
    removed=_few,
    quotes=st.lists(_misquotes, max_size=5).map(tuple),
)
mendings = st.builds(Mended, reason=long_texts, at=moments, difference=st.none() | differences)
tallies = st.builds(
    Tally, entry=st.integers(1, 99), quotes=st.integers(0, 9999), events=st.integers(0, 9999)
)


def _several(times: int) -> st.SearchStrategy[tuple[Entry, ...]]:
    return st.lists(standing, max_size=5).map(lambda found: numbered(found * times))


alerts = st.builds(
    Alert,
    kind=st.sampled_from(CopyKind),
    issue=issues,
    overview=st.none() | standing,
    wanted=st.sampled_from((1, 1, 3, 12)).flatmap(_several),
    others=_few,
    countries=st.lists(codes, max_size=3, unique=True).map(tuple),
    quotes=st.lists(_quotes, max_size=2).map(tuple),
    tallies=st.lists(tallies, max_size=3).map(tuple),
    mended=st.none() | mendings,
    announced=st.booleans(),
    ping=st.none() | st.integers(1, 10**20 - 1),
    stamp=st.integers(0, 10**12 - 1),
    sample=st.none() | st.sampled_from(Sample),
)
withdrawn_alerts = st.builds(
    lambda issue, reason, at: alert(issue=issue, withdrawn=Mended(reason=reason, at=at), ping=ROLE),
    issues,
    long_texts,
    moments,
)
