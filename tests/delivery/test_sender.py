"""The sender: what it asks of Discord for each act, what it hears, and what it finds again."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import discord
import pytest

from bot.delivery import sender as sending
from bot.delivery.attempt import NO_ANSWER, NO_TURN
from bot.delivery.sender import Looked, Rendered, Sender
from bot.domain.delivery import Act, Copy, CopyKind, Delivery
from bot.domain.issue import State
from bot.domain.outcome import Heard
from bot.domain.release import ReleaseKind
from bot.presentation.card import Card
from tests.connecting import until
from tests.delivery.desk import ANNOUNCED, DEAF, FIRST, SECOND, Online, online
from tests.moments import NOW
from tests.wire.fault import Fault
from tests.wire.message import Message
from tests.wire.naps import Naps

PRESS = 4_194_306
NONCE = "nonce"
NOWHERE = 99
SHOWN = 3
"""The revision that a message shows."""


class Telegrams:
    """Renders a few words and a button with a stamp."""

    ping: int | None = None

    async def render(self, delivery: Delivery) -> Rendered:
        card = Card()
        card.say("Stop." if delivery.act is Act.EDIT else "Hello.")
        button = discord.ui.Button[Card](label="Read", custom_id=f"stamp:{delivery.id}")
        card.buttons([discord.ui.Button(label="Other", custom_id="other:1"), button])
        return Rendered(card, self.ping, SHOWN)

    def stamp_in(self, custom_id: str) -> int | None:
        found = re.fullmatch(r"stamp:(\d+)", custom_id)
        return int(found[1]) if found else None


class Office:
    """A sender at work."""

    def __init__(self, where: Online) -> None:
        self.there = where.there
        self.renderer = Telegrams()
        self.sender = Sender(where.client, self.renderer)
        self._number = 0

    def delivery(self, channel: int = FIRST) -> Delivery:
        """One that was claimed now."""
        self._number += 1
        return Delivery(
            id=self._number,
            act=Act.SEND,
            release=1,
            kind=ReleaseKind.PUBLICATION,
            issue=1,
            issue_state=State.PUBLISHED,
            revision=2,
            channel=channel,
            sending_at=self.now(),
        )

    def about(self, delivery: Delivery, act: Act, message: int | None = None) -> Delivery:
        """Another act, with the message that the first one made."""
        number = self.there.stored(delivery.channel)[0].id if message is None else message
        copy = Copy(
            id=1,
            issue=delivery.issue,
            channel=delivery.channel,
            message=number,
            kind=CopyKind.ALERT,
            revision=1,
            posted_at=NOW,
        )
        return delivery.model_copy(update={"act": act, "copy_of": copy})

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.there.clock(), UTC)

    async def do(self, delivery: Delivery, nonce: str = NONCE) -> Heard:
        return (await self.sender.do(delivery, nonce))[0]

    async def look(self, delivery: Delivery) -> Looked:
        """What a look finds of an attempt that was begun when this one was."""
        unsure = delivery.model_copy(update={"unsure_since": delivery.sending_at})
        return await self.sender.look(unsure)


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    async with online() as where:
        yield Office(where)


@pytest.fixture
def naps(office: Office, monkeypatch: pytest.MonkeyPatch) -> Naps:
    """The waits of discord.py pass at once."""
    naps = Naps(office.there.shift)
    monkeypatch.setattr("discord.http.asyncio", naps)
    return naps


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that does not come is not waited for long."""
    monkeypatch.setattr("bot.delivery.attempt._FIRST_SECONDS", 0.05)


async def test_a_message_is_sent_with_its_nonce_and_says_which_revision_it_shows(
    office: Office,
) -> None:
    heard, revision = await office.sender.do(office.delivery(), NONCE)
    (message,) = office.there.stored(FIRST)
    assert (heard, revision) == (Heard(status=200, message=message.id, channel=FIRST), SHOWN)
    assert (message.nonce, message.first["enforce_nonce"]) == (NONCE, True)
    assert "Hello." in json.dumps(message.first)


async def test_it_is_heard_of_again_without_a_second_message(office: Office) -> None:
    delivery = office.delivery()
    assert await office.do(delivery) == await office.do(delivery)
    assert len(office.there.stored(FIRST)) == 1


async def test_the_role_of_the_message_is_mentioned_and_nobody_else(office: Office) -> None:
    office.renderer.ping = PRESS
    await office.do(office.delivery())
    (message,) = office.there.stored(FIRST)
    assert message.first["allowed_mentions"] == {"parse": [], "roles": [PRESS]}


async def test_without_a_role_nobody_is_mentioned(office: Office) -> None:
    await office.do(office.delivery())
    assert office.there.stored(FIRST)[0].first["allowed_mentions"] == {"parse": []}


async def test_an_edit_changes_the_message_and_mentions_nobody(office: Office) -> None:
    office.renderer.ping = PRESS
    delivery = office.delivery()
    await office.do(delivery)
    heard, revision = await office.sender.do(office.about(delivery, Act.EDIT), NONCE)
    (message,) = office.there.stored(FIRST)
    assert (heard, revision) == (Heard(status=200, message=message.id, channel=FIRST), SHOWN)
    (body,) = office.there.edits(message.id)
    assert body["allowed_mentions"] == {"parse": []}
    assert "Stop." in json.dumps(body)


async def test_an_answer_names_the_message_that_it_is_about(office: Office) -> None:
    delivery = office.delivery()
    await office.do(delivery)
    heard = await office.do(office.about(delivery, Act.REPLY), "another")
    message, reply = office.there.stored(FIRST)
    assert heard == Heard(status=200, message=reply.id, channel=FIRST)
    reference = reply.first["message_reference"]
    assert (reference["message_id"], reference["channel_id"]) == (message.id, FIRST)
    assert reference["fail_if_not_exists"] is False
    assert reply.first["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_where_the_history_cannot_be_read_an_answer_names_nothing(office: Office) -> None:
    delivery = office.delivery(DEAF)
    await office.do(delivery)
    await office.do(office.about(delivery, Act.REPLY), "another")
    assert "message_reference" not in office.there.stored(DEAF)[1].first


async def test_a_message_is_passed_on_as_it_is(office: Office) -> None:
    delivery = office.delivery(ANNOUNCED)
    await office.do(delivery)
    crosspost = office.about(delivery, Act.CROSSPOST)
    heard, revision = await office.sender.do(crosspost, NONCE)
    (message,) = office.there.stored(ANNOUNCED)
    assert (heard.status, revision, message.crossposted) == (200, delivery.revision, True)


async def test_an_act_on_no_message_is_an_error_of_ours(office: Office) -> None:
    for act in (Act.EDIT, Act.CROSSPOST):
        with pytest.raises(ValueError, match="names no message"):
            await office.do(office.delivery().model_copy(update={"act": act}))


@pytest.mark.parametrize("status", [503, 520])
@pytest.mark.parametrize("after", [False, True])
async def test_a_server_error_is_heard(
    office: Office, naps: Naps, status: int, *, after: bool
) -> None:
    office.there.plan(Fault("error", status=status, after=after))
    heard = await office.do(office.delivery())
    assert (heard.status, heard.wait) == (status, None)
    assert naps.taken == []


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_discord_py_tries_some_server_errors_again(
    office: Office, naps: Naps, status: int
) -> None:
    delivery = office.delivery()
    office.there.plan(Fault("error", status=status, after=True), times=4)
    heard = await office.do(delivery)
    (message,) = office.there.stored(FIRST)
    assert heard == Heard(status=200, message=message.id, channel=FIRST, maybe=True)
    office.there.plan(Fault("error", status=status), times=5)
    assert (await office.do(delivery)).status == status
    assert naps.taken == [1, 3, 5, 7, 1, 3, 5, 7, 9]


@pytest.mark.parametrize("after", [False, True])
async def test_a_broken_connection_is_heard_as_nothing(office: Office, *, after: bool) -> None:
    office.there.plan(Fault("reset", after=after))
    heard = await office.do(office.delivery())
    assert heard.status is None
    assert heard.about.startswith("the connection broke (")
    assert len(office.there.stored(FIRST)) == after


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("after", [False, True])
async def test_an_answer_that_does_not_come_is_given_up(office: Office, *, after: bool) -> None:
    office.there.plan(Fault("slow", after=after, seconds=60))
    heard, revision = await office.sender.do(office.delivery(), NONCE)
    assert (heard, revision) == (Heard(about=NO_ANSWER), SHOWN)
    await until(lambda: len(office.there.stored(FIRST)) == after)


@pytest.mark.usefixtures("patient", "naps")
async def test_what_was_answered_before_discord_py_asked_again_is_not_the_outcome(
    office: Office,
) -> None:
    office.there.plan(Fault("error", status=500))
    office.there.plan(Fault("slow", seconds=60))
    assert await office.do(office.delivery()) == Heard(about=NO_ANSWER, maybe=True)


@pytest.mark.usefixtures("naps")
async def test_what_may_have_come_through_stays_in_doubt_when_the_next_answer_is_a_limit(
    office: Office,
) -> None:
    office.there.plan(Fault("error", status=502, after=True))
    office.there.plan(Fault("shared", seconds=100))
    heard = await office.do(office.delivery())
    assert (heard.status, heard.wait, heard.maybe) == (429, 100, True)
    assert len(office.there.stored(FIRST)) == 1


@pytest.mark.usefixtures("naps")
async def test_a_limit_alone_leaves_no_doubt(office: Office) -> None:
    office.there.plan(Fault("shared", seconds=100))
    assert not (await office.do(office.delivery())).maybe


async def test_a_request_that_is_too_late_does_not_leave(office: Office) -> None:
    heard, _ = await office.sender.do(office.delivery(), NONCE, lambda: True)
    assert heard == Heard(about=NO_TURN, left=False)
    assert office.there.journal.records == []


@pytest.mark.usefixtures("naps")
async def test_what_is_too_late_to_be_asked_again_stays_in_doubt(office: Office) -> None:
    office.there.plan(Fault("error", status=502, after=True))
    begun = office.there.count(name="create")

    def has_begun() -> bool:
        return office.there.count(name="create") > begun

    heard, _ = await office.sender.do(office.delivery(), NONCE, has_begun)
    assert heard == Heard(about=NO_TURN, left=False, maybe=True)
    assert office.there.count(name="create") == 1


async def test_a_ban_says_how_long_it_lasts(office: Office) -> None:
    office.there.plan(Fault("banned"))
    heard = await office.do(office.delivery())
    assert (heard.status, heard.code, heard.wait) == (429, 0, 600)


@pytest.mark.parametrize(
    ("seconds", "times", "status", "taken"),
    [(5, 1, 200, [5]), (2, None, 429, [2] * 5), (20, 1, 429, [20]), (1800, 1, 429, [1800])],
    ids=["a short one is sat out", "one that does not end is heard", "a long one", "a longer one"],
)
async def test_a_limit(
    office: Office, naps: Naps, seconds: float, times: int | None, status: int, taken: list[float]
) -> None:
    office.there.plan(Fault("shared", seconds=seconds), times=times)
    heard = await office.do(office.delivery())
    assert (heard.status, naps.taken) == (status, taken)
    assert heard.wait == (seconds if status == 429 else None)


async def test_a_long_limit_is_heard_at_once_and_keeps_nothing_in_flight(office: Office) -> None:
    delivery = office.delivery(ANNOUNCED)
    message = (await office.do(delivery)).message
    await exhaust(office, f"/channels/{ANNOUNCED}/messages/{message}/crosspost")
    async with asyncio.timeout(5):
        heard = await office.do(office.about(delivery, Act.CROSSPOST, message))
    assert (heard.status, heard.left) == (429, True)
    assert 3500 < (heard.wait or 0) <= 3600


@pytest.mark.usefixtures("patient")
async def test_an_answer_that_does_not_come_keeps_nothing_in_flight_until_a_limit_is_over(
    office: Office,
) -> None:
    delivery = office.delivery(ANNOUNCED)
    message = (await office.do(delivery)).message
    crosspost = office.about(delivery, Act.CROSSPOST, message)
    async with asyncio.timeout(10):
        for _ in range(9):  # of ten that an hour allows
            assert (await office.do(crosspost)).status in (200, 400)
        office.there.plan(Fault("slow", seconds=60), route="crosspost")
        assert await office.do(crosspost) == Heard(about=NO_ANSWER)


@pytest.mark.parametrize(
    ("code", "status"),
    [(10003, 404), (50001, 403), (50013, 403), (50083, 400), (50035, 400), (50006, 400)],
)
async def test_a_refusal_is_heard_with_its_code(office: Office, code: int, status: int) -> None:
    office.there.refuse(FIRST, code)
    heard = await office.do(office.delivery())
    assert (heard.status, heard.code, heard.wait) == (status, code, None)
    assert 0 < len(heard.about) <= 200


async def test_an_unknown_token_is_heard(office: Office) -> None:
    office.there.knows_the_token = False
    assert (await office.do(office.delivery())).status == 401


async def test_a_message_that_was_deleted_is_heard(office: Office) -> None:
    delivery = office.delivery()
    await office.do(delivery)
    edit = office.about(delivery, Act.EDIT)
    office.there.shelf.remove(office.there.stored(FIRST)[0])
    for act in (edit, delivery):
        heard = await office.do(act)
        assert (heard.status, heard.code) == (404, 10008)


@pytest.mark.parametrize("wait", [None, 10.0, 1800.0])
async def test_an_edit_that_comes_too_late_is_heard(
    office: Office, naps: Naps, wait: float | None
) -> None:
    delivery = office.delivery()
    await office.do(delivery)
    office.there.refuse(FIRST, 30046, retry_after=wait)
    heard = await office.do(office.about(delivery, Act.EDIT))
    assert (heard.status, heard.code, heard.wait) == (429, 30046, wait)
    assert naps.taken == ([wait] if wait else [])  # which is cut short, and not repeated


async def test_an_error_of_ours_is_no_answer_of_discord(office: Office) -> None:
    async def stumble() -> None:
        raise KeyError("retry_after")

    with pytest.raises(KeyError):
        await sending._heard(office.delivery(), stumble())


async def test_what_is_cancelled_is_not_heard(office: Office) -> None:
    office.there.plan(Fault("slow", seconds=60))
    doing = asyncio.create_task(office.do(office.delivery()))
    await until(lambda: office.there.journal.records)
    doing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await doing


async def test_a_message_is_found_by_its_stamp_among_those_of_other_people(
    office: Office,
) -> None:
    delivery, other = office.delivery(), office.delivery()
    await office.do(other, "other")
    chat(office, FIRST, 250)
    heard = await office.do(delivery)
    office.there.journal.records.clear()
    assert await office.look(delivery) == Looked(message=heard.message)
    assert office.there.count(name="history") == 3


async def test_a_message_that_is_not_there_is_surely_not_there(office: Office) -> None:
    delivery, other = office.delivery(), office.delivery()
    await office.do(other, "other")
    chat(office, FIRST, 120)
    assert await office.look(delivery) == Looked(message=None, certain=True)


async def test_a_look_does_not_go_back_beyond_the_attempt(office: Office) -> None:
    chat(office, FIRST, 250)
    office.there.shift(600)
    assert await office.look(office.delivery()) == Looked()
    assert office.there.count(name="history") == 1


async def test_the_clocks_may_be_a_little_apart(office: Office) -> None:
    delivery = office.delivery()
    heard = await office.do(delivery)
    office.there.shift(100)
    ahead = delivery.model_copy(update={"sending_at": office.now()})
    assert await office.look(ahead) == Looked(message=heard.message)


async def test_a_first_attempt_of_which_nobody_knows_counts_from_its_own_beginning(
    office: Office,
) -> None:
    delivery = office.delivery()
    heard = await office.do(delivery)
    assert await office.sender.look(delivery) == Looked(message=heard.message)


async def test_where_the_history_cannot_be_read_nothing_is_certain(office: Office) -> None:
    delivery = office.delivery(DEAF)
    await office.do(delivery)
    assert await office.look(delivery) == Looked(certain=False)
    assert office.there.count(name="history") == 0


async def test_where_the_bot_is_not_nothing_is_certain(office: Office) -> None:
    assert await office.look(office.delivery(NOWHERE)) == Looked(certain=False)


async def test_a_channel_that_discord_fails_to_tell_of_is_looked_at_again_later(
    office: Office,
) -> None:
    office.there.plan(Fault("error", status=503), route=None)
    found = await office.look(office.delivery(NOWHERE))
    assert (found.message, found.certain) == (None, False)
    assert found.heard is not None
    assert found.heard.status == 503


async def test_a_channel_in_which_too_much_was_said_is_too_busy_to_be_certain(
    office: Office,
) -> None:
    chat(office, FIRST, 2_000)
    assert await office.look(office.delivery()) == Looked(certain=False)


async def test_a_look_that_fails_says_why(office: Office, naps: Naps) -> None:
    office.there.refuse(FIRST, 50001)
    found = await office.look(office.delivery())
    assert found.heard is not None
    assert (found.message, found.certain) == (None, False)
    assert (found.heard.status, found.heard.code) == (403, 50001)
    office.there.plan(Fault("error", status=503), route="history")
    found = await office.look(office.delivery(SECOND))
    assert found.heard is not None
    assert (found.certain, found.heard.status, naps.taken) == (False, 503, [])


async def exhaust(office: Office, path: str) -> None:
    """Another process of the bot uses up what a route allows."""
    async with aiohttp.ClientSession(office.there.url) as asking:
        status = 200
        while status != 429:
            async with asking.post(path) as response:
                status = response.status
                assert response.status in (200, 400, 429), await response.text()


def chat(office: Office, channel: int, messages: int) -> None:
    """Other people talk in a channel."""
    raw = json.dumps({"content": "Hello", "components": []}).encode()
    for _ in range(messages):
        message = Message(office.there._ids(), channel, office.there.clock(), raw)
        office.there.shelf.put(message)
