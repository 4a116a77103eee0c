"""Notes on what was done with a subscription."""

from hypothesis import given

from bot.domain.access import Access
from bot.domain.issue import Issue
from bot.domain.subscription import Wishes
from bot.presentation.subscription_note import on_their_way, out_of_reach, posted_test
from bot.presentation.subscription_text import Seen
from tests.presentation.alerts import ROLE, subscription
from tests.presentation.entries import issues
from tests.presentation.examples import issue
from tests.presentation.shown import assert_sendable, text
from tests.presentation.subscriptions import any_seen, seen


def test_what_is_on_its_way_is_said_with_whom_it_pings() -> None:
    silent = subscription(wishes=Wishes())
    assert text(on_their_way([issue()], silent)) == "Policy Alert #244 is on its way to <#30>."
    assert text(on_their_way([issue()], subscription())) == (
        f"Policy Alert #244 is on its way to <#30>.\nIt pings <@&{ROLE}>."
    )
    assert text(on_their_way([issue(243), issue()], subscription())) == (
        f"Policy Alert #243 and #244 are on their way to <#30>.\nEach pings <@&{ROLE}>."
    )


def test_a_test_is_said_with_how_to_delete_it() -> None:
    assert text(posted_test(30)) == (
        "The test is in <#30>; its last button deletes it. It pings nobody."
    )


def test_what_was_not_sent_is_said_with_what_to_mend() -> None:
    shown = text(out_of_reach(seen(Access(send=False)))).splitlines()
    assert shown[0] == "Nothing was sent to <#30>:"
    assert shown[1].startswith("- Sitrep may not write in <#30>: in the channel's settings")


@given(issues, any_seen)
def test_any_note_can_be_shown(which: Issue, found: Seen) -> None:
    assert_sendable(on_their_way([which, which], found.subscription))
    assert_sendable(out_of_reach(found))
