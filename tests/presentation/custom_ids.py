"""The kinds of custom ids, told apart as discord.py does it."""

import re

from bot.presentation.custom_id import (
    Ask,
    Browse,
    CheckAgain,
    CiteItem,
    CustomId,
    FromAlert,
    InContextOf,
    Jump,
    ListJump,
    ListPage,
    ListShare,
    ListSwitch,
    Open,
    OpenIssue,
    OpenItem,
    ResendUncertain,
    RetryFailed,
    SendLast,
    Share,
    ShareItem,
    Switch,
    Turn,
)
from bot.presentation.desk_briefing_ids import DeskMake, DeskTurn
from bot.presentation.desk_ids import (
    DeskAgain,
    DeskApproval,
    DeskAsk,
    DeskBring,
    DeskControl,
    DeskCorrect,
    DeskEnter,
    DeskFate,
    DeskForm,
    DeskKept,
    DeskOpen,
    DeskPast,
    DeskPaste,
    DeskSeen,
    DeskSend,
    DeskSetting,
    DeskThen,
    DeskZone,
    LiveControl,
    LiveForm,
)
from bot.presentation.desk_reach_ids import ReachPage, ReachPick, ReachServer
from bot.presentation.setup_ids import SetupAgain, SetupForm, SetupPage, SetupPick, SetupTo
from bot.presentation.subscription_ids import (
    DeleteTest,
    DeleteTestPost,
    Manage,
    Panel,
    Restore,
    SendMissed,
    SubscriptionList,
)

KINDS: tuple[type[CustomId], ...] = (
    *(Turn, Jump, Switch, Ask, Open, OpenIssue, Browse, Share),
    *(ListPage, ListJump, ListSwitch, ListShare),
    *(OpenItem, InContextOf, CiteItem, ShareItem),
    *(FromAlert, RetryFailed, ResendUncertain, CheckAgain, SendLast, SendMissed),
    *(Panel, SubscriptionList, Manage, Restore, DeleteTest, DeleteTestPost),
    *(DeskControl, DeskForm, DeskFate, DeskKept, DeskPaste, DeskOpen, DeskAgain),
    *(DeskSeen, DeskSend, DeskCorrect, DeskBring),
    *(DeskAsk, DeskApproval),
    *(LiveControl, LiveForm, DeskEnter),
    *(DeskSetting, DeskZone),
    *(DeskPast, DeskThen),
    *(DeskMake, DeskTurn, ReachPage, ReachPick, ReachServer),
    *(SetupPage, SetupPick, SetupTo, SetupForm, SetupAgain),
)


def kind_of(text: str) -> CustomId:
    """The one kind whose template matches."""
    found = [
        kind.parse(match) for kind in KINDS if (match := re.compile(kind.TEMPLATE).fullmatch(text))
    ]
    assert len(found) == 1, text
    return found[0]
