"""The sender: what it asks of Discord for each act, what it hears, and what it finds again."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import discord
import pytest

from bot.delivery import sender as sending
from bot.delivery.attempt import NO_ANSWER
from bot.delivery.sender import Looked, Rendered, Sender
from bot.domain.delivery import Act, Copy, CopyKind, Delivery
from bot.domain.issue import State
from bot.domain.outcome import Heard
from bot.domain.release import ReleaseKind
from bot.presentation.card import Card
from tests.delivery.desk import ANNOUNCED, DEAF, FIRST, SECOND, Online, online
from tests.moments import NOW
from tests.wire.fault import Fault
from tests.wire.message import Message
from tests.wire.naps import Naps
from tests.wire.wire import Wire as Discord

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
def there(office: Office) -> Discord:
    return office.there


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
    office: Office, there: Discord
) -> None:
    delivery = office.delivery()
    heard, revision = await office.sender.do(delivery, NONCE)
    (message,) = there.stored(FIRST)
    assert (heard, revision) == (Heard(status=200, message=message.id), SHOWN)
    assert (message.nonce, message.first["enforce_nonce"]) == (NONCE, True)
    assert "Hello." in json.dumps(message.first)


async def test_it_says_the_same_a_second_time_without_a_second_message(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    once, _ = await office.do(delivery)
    again, _ = await office.do(delivery)
    assert again == once
    assert len(there.stored(FIRST)) == 1


@pytest.mark.parametrize(
    ("kind", "pings", "roles"),
    [
        (ReleaseKind.PUBLICATION, False, [PRESS]),
        (ReleaseKind.UPDATE, True, [PRESS]),
        (ReleaseKind.UPDATE, False, None),
        (ReleaseKind.CORRECTION, True, None),
    ],
)
async def test_a_role_is_mentioned_for_what_is_new_and_nobody_else_is(
    office: Office, there: Discord, kind: ReleaseKind, roles: list[int] | None, *, pings: bool
) -> None:
    delivery = await first(desk, ping=PRESS, ping_updates=pings)
    await office.do(delivery.model_copy(update={"kind": kind}))
    (message,) = there.stored(FIRST)
    expected = {"parse": []} | ({"roles": roles} if roles else {})
    assert message.first["allowed_mentions"] == expected
    assert (f"<@&{PRESS}>" in json.dumps(message.first)) == bool(roles)


async def test_without_a_role_nobody_is_mentioned(office: Office, there: Discord) -> None:
    await office.do(await first(desk))
    assert there.stored(FIRST)[0].first["allowed_mentions"] == {"parse": []}


async def test_an_edit_mentions_nobody(office: Office, there: Discord) -> None:
    delivery = await first(desk, ping=PRESS, ping_updates=True)
    await office.do(delivery)
    edit = office.about(delivery, Act.EDIT)
    heard, revision = await office.do(edit)
    (message,) = there.stored(FIRST)
    assert (heard, revision) == (Heard(status=200, message=message.id), 1)
    (body,) = there.edits(message.id)
    assert body["allowed_mentions"] == {"parse": []}
    assert str(PRESS) not in json.dumps(body)


async def test_an_answer_names_the_message_that_it_is_about(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    await office.do(delivery)
    (message,) = there.stored(FIRST)
    heard, _ = await office.do(office.about(delivery, Act.REPLY), "another")
    reply = there.stored(FIRST)[1]
    assert heard == Heard(status=200, message=reply.id)
    assert reply.first["message_reference"] == {
        "message_id": message.id,
        "channel_id": FIRST,
        "fail_if_not_exists": False,
        "type": 0,
    }
    assert reply.first["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_where_the_history_cannot_be_read_an_answer_names_nothing(office: Office, there: Discord) -> None:
    delivery = office.delivery(DEAF)
    await office.do(delivery)
    await office.do(office.about(delivery, Act.REPLY), "another")
    assert "message_reference" not in there.stored(DEAF)[1].first


async def test_a_message_is_passed_on(office: Office, there: Discord) -> None:
    delivery = office.delivery(ANNOUNCED)
    await office.do(delivery)
    heard, revision = await office.do(office.about(delivery, Act.CROSSPOST))
    (message,) = there.stored(ANNOUNCED)
    assert (heard.status, revision, message.crossposted) == (200, 1, True)


async def test_an_act_on_no_message_is_an_error_of_ours(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    for act in (Act.EDIT, Act.CROSSPOST):
        with pytest.raises(ValueError, match="names no message"):
            await office.do(delivery.model_copy(update={"act": act}))


@pytest.mark.parametrize("status", [503, 520])
@pytest.mark.parametrize("after", [False, True])
async def test_a_server_error_is_heard(
    office: Office, there: Discord, naps: Naps, status: int, *, after: bool
) -> None:
    delivery = office.delivery()
    there.plan(Fault("error", status=status, after=after))
    heard = await office.do(delivery)
    assert (heard.status, heard.wait) == (status, None)
    assert naps.taken == []


@pytest.mark.parametrize("status", [500, 502, 504])
async def test_discord_py_tries_some_server_errors_again(
    office: Office, there: Discord, naps: Naps, status: int
) -> None:
    delivery = office.delivery()
    there.plan(Fault("error", status=status, after=True), times=4)
    heard = await office.do(delivery)
    (message,) = there.stored(FIRST)
    assert heard == Heard(status=200, message=message.id)
    there.plan(Fault("error", status=status), times=5)
    heard = await office.do(delivery)
    assert heard.status == status
    assert naps.taken == [1, 3, 5, 7, 1, 3, 5, 7, 9]


@pytest.mark.parametrize("after", [False, True])
async def test_a_broken_connection_is_heard_as_nothing(office: Office, there: Discord, *, after: bool) -> None:
    delivery = office.delivery()
    there.plan(Fault("reset", after=after))
    heard = await office.do(delivery)
    assert heard.status is None
    assert heard.about.startswith("the connection broke (")
    assert len(there.stored(FIRST)) == after


@pytest.mark.usefixtures("patient")
@pytest.mark.parametrize("after", [False, True])
async def test_an_answer_that_does_not_come_is_given_up(office: Office, there: Discord, *, after: bool) -> None:
    delivery = office.delivery()
    there.plan(Fault("slow", after=after, seconds=60))
    heard, revision = await office.do(delivery)
    assert (heard, revision) == (Heard(about=NO_ANSWER), 1)
    assert len(there.stored(FIRST)) == after


@pytest.mark.usefixtures("patient")
async def test_what_was_answered_before_discord_py_asked_again_is_not_the_outcome(
    office: Office, there: Discord, naps: Naps
) -> None:
    delivery = office.delivery()
    there.plan(Fault("error", status=500))
    there.plan(Fault("slow", seconds=60))
    heard = await office.do(delivery)
    assert heard == Heard(about=NO_ANSWER)
    assert naps.taken == [1]


async def test_a_ban_says_how_long_it_lasts(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    there.plan(Fault("banned"))
    heard = await office.do(delivery)
    assert (heard.status, heard.code, heard.wait) == (429, 0, 600)


async def test_a_short_limit_is_sat_out_by_discord_py(office: Office, there: Discord, naps: Naps) -> None:
    delivery = office.delivery()
    there.plan(Fault("shared", seconds=20))
    heard = await office.do(delivery)
    assert (heard.status, naps.taken) == (200, [20])


async def test_a_short_limit_that_does_not_end_is_heard(office: Office, there: Discord, naps: Naps) -> None:
    delivery = office.delivery()
    there.plan(Fault("shared", seconds=2), times=None)
    heard = await office.do(delivery)
    assert (heard.status, heard.wait) == (429, 2)
    assert naps.taken == [2] * 5


async def test_a_long_limit_is_heard_at_once(office: Office, there: Discord, naps: Naps) -> None:
    delivery = office.delivery()
    there.plan(Fault("shared", seconds=1800))
    heard = await office.do(delivery)
    assert (heard.status, heard.wait, naps.taken) == (429, 1800, [])


async def test_a_long_limit_is_never_sat_out(office: Office, there: Discord, naps: Naps) -> None:
    delivery = office.delivery(ANNOUNCED)
    for number in range(11):
        await office.do(delivery, f"{NONCE} {number}")
    for message in there.stored(ANNOUNCED):
        heard = await office.do(office.about(delivery, Act.CROSSPOST, message.id))
    assert heard.status == 429
    assert 3500 < (heard.wait or 0) <= 3600
    assert max(naps.taken) <= 30


@pytest.mark.parametrize(
    ("code", "status"),
    [(10003, 404), (50001, 403), (50013, 403), (50083, 400), (50035, 400), (50006, 400)],
)
async def test_a_refusal_is_heard_with_its_code(office: Office, there: Discord, code: int, status: int) -> None:
    delivery = office.delivery()
    there.refuse(FIRST, code)
    heard = await office.do(delivery)
    assert (heard.status, heard.code, heard.wait) == (status, code, None)
    assert heard.about


async def test_what_discord_says_at_length_is_cut(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    there.refuse(FIRST, 50035)
    heard = await office.do(delivery)
    assert 0 < len(heard.about) <= 200


async def test_an_unknown_token_is_heard(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    there.knows_the_token = False
    heard = await office.do(delivery)
    assert heard.status == 401


async def test_a_message_that_was_deleted_is_heard(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    await office.do(delivery)
    edit = office.about(delivery, Act.EDIT)
    there.shelf.remove(there.stored(FIRST)[0])
    heard = await office.do(edit)
    assert (heard.status, heard.code) == (404, 10008)
    heard = await office.do(delivery)
    assert (heard.status, heard.code) == (404, 10008)


@pytest.mark.parametrize("wait", [None, 10.0, 1800.0])
async def test_an_edit_that_comes_too_late_is_heard(
    office: Office, there: Discord, naps: Naps, wait: float | None
) -> None:
    delivery = office.delivery()
    await office.do(delivery)
    there.refuse(FIRST, 30046, retry_after=wait)
    heard = await office.do(office.about(delivery, Act.EDIT))
    assert (heard.status, heard.code, heard.wait) == (429, 30046, wait)
    assert sum(naps.taken) == (50 if wait == 10 else 0)


async def test_an_error_of_ours_is_no_answer_of_discord(office: Office, there: Discord) -> None:
    delivery = office.delivery()

    async def stumble() -> None:
        raise KeyError("retry")

    with pytest.raises(KeyError):
        await sending._heard(delivery, stumble())


async def test_what_is_cancelled_is_not_heard(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    there.plan(Fault("slow", seconds=60))
    doing = asyncio.create_task(desk.sender.do(delivery, NONCE))
    await asyncio.sleep(0.05)
    doing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await doing


async def looked(office: Office, there: Discord, delivery: Delivery) -> Looked:
    """What a look finds of an attempt that was begun now."""
    began = delivery.sending_at
    there.journal.records.clear()
    return await desk.sender.look(delivery.model_copy(update={"unsure_since": began}))


async def test_a_message_is_found_by_its_stamp(office: Office, there: Discord) -> None:
    delivery, other = office.delivery(), office.delivery(SECOND)
    elsewhere = other.model_copy(update={"channel": FIRST})
    await office.do(elsewhere, "other")
    heard = await office.do(delivery)
    assert await office.look(delivery) == Looked(message=heard.message)


async def test_a_message_is_found_among_those_of_other_people(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    await chat(desk, FIRST, 250)
    heard = await office.do(delivery)
    assert await office.look(delivery) == Looked(message=heard.message)
    assert there.count(name="history") == 3


async def test_a_message_that_is_not_there_is_surely_not_there(office: Office, there: Discord) -> None:
    delivery, other = office.delivery(), office.delivery(SECOND)
    await office.do(other.model_copy(update={"channel": FIRST}), "other")
    await chat(desk, FIRST, 120)
    assert await office.look(delivery) == Looked(message=None, certain=True)


async def test_the_clocks_may_be_a_little_apart(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    heard = await office.do(delivery)
    there.shift(100)
    ahead = delivery.model_copy(update={"sending_at": desk.now()})
    assert await office.look(ahead) == Looked(message=heard.message)


async def test_where_the_history_cannot_be_read_nothing_is_certain(office: Office, there: Discord) -> None:
    delivery = office.delivery(DEAF)
    await office.do(delivery)
    assert await office.look(delivery) == Looked(certain=False)
    assert there.count(name="history") == 0


async def test_where_the_bot_is_not_nothing_is_certain(office: Office, there: Discord) -> None:
    delivery = (await first(desk)).model_copy(update={"channel": NOWHERE})
    assert await office.look(delivery) == Looked(certain=False)


async def test_a_channel_in_which_too_much_was_said_is_too_busy_to_be_certain(office: Office, there: Discord) -> None:
    delivery = office.delivery()
    await chat(desk, FIRST, 2_000)
    assert await office.look(delivery) == Looked(certain=False)


async def test_a_look_that_fails_says_why(office: Office, there: Discord, naps: Naps) -> None:
    delivery, other = office.delivery(), office.delivery(FOREIGN)
    there.refuse(FIRST, 50001)
    found = await office.look(delivery)
    assert (found.message, found.certain) == (None, False)
    assert found.heard
    assert (found.heard.status, found.heard.code) == (403, 50001)
    there.plan(Fault("error", status=503), route="history")
    found = await office.look(other)
    assert found.heard == Heard(status=503, about=found.heard.about if found.heard else "")
    assert naps.taken == []


async def chat(office: Office, there: Discord, channel: int, messages: int) -> None:
    """Other people talk in a channel."""
    raw = json.dumps({"content": "Hello", "components": []}).encode()
    for _ in range(messages):
        message = Message(there._ids(), channel, there.clock(), raw)
        there.shelf.put(message)


async def test_the_renderer_is_asked_for_each_act_but_to_pass_on(office: Office, there: Discord) -> None:
    delivery = office.delivery(ANNOUNCED)
    await office.do(delivery)
    crosspost = office.about(delivery, Act.CROSSPOST)
    nothing: Any = None
    bare = sending.Sender(desk.client, nothing)
    assert (await bare.do(crosspost, NONCE))[0].status == 200
    assert isinstance(desk.client, discord.Client)
