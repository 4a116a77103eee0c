"""What is said of one subscription: what it wants, how it stands, and what to mend."""

from dataclasses import dataclass

from bot.domain.access import Access
from bot.domain.record import CountryCode
from bot.domain.subscription import ChannelKind, Standing, Subscription, Wishes
from bot.presentation import limits
from bot.presentation.language import Language, listed_first
from bot.presentation.line import line
from bot.presentation.masthead import briefing_name, newsroom_name
from bot.presentation.rights import access_sentences
from bot.presentation.room import Room

_LISTED = 5
"""Countries named of one among several subscriptions."""


@dataclass(frozen=True)
class Seen:
    """A subscription, what the bot may do in its channel now, and the channel's name if known."""

    subscription: Subscription
    access: Access
    channel_name: str = ""

    @property
    def sentences(self) -> list[str]:
        """Everything that somebody should mend in the channel."""
        place, wishes = self.subscription.place, self.subscription.wishes
        return access_sentences(self.access, place.channel, wishes.ping)


def alerts_of(subscription: Subscription) -> str:
    """Names it: "Policy Alert · Rising Tide in #alerts"."""
    briefing = subscription.briefing
    name = f"{briefing_name(briefing)} · {newsroom_name(briefing)}"
    return f"{name} in <#{subscription.place.channel}>"


def wanted(wishes: Wishes, language: Language, *, short: bool = False) -> list[str]:
    """Which countries, and who is pinged; fewer names where it is one of several."""
    most = _LISTED if short else limits.COUNTRIES
    return [
        f"**Countries**: {countries(wishes.countries, language, most)}",
        f"**Ping**: {_ping(wishes)}",
    ]


def in_forum(found: Subscription) -> str:
    """How a forum gets it; nothing for another channel."""
    if found.place.kind is not ChannelKind.FORUM:
        return ""
    tag = line(found.briefing.name, limits.NAME)
    return (
        "**Posts**: each issue is a post of its own, and its updates are written below it. A tag "
        f"named “{tag}” is put on it if the forum has one, or the first tag if it needs one."
    )


def countries(codes: tuple[CountryCode, ...], language: Language, most: int) -> str:
    """The first of them by name; none are all."""
    return listed_first([language.country(code) for code in codes], most) if codes else "all"


def standing(seen: Seen, language: Language) -> str:
    """How it stands, since when, and what ends that."""
    found = seen.subscription
    since = f" since {language.moment(found.since)}" if found.since else ""
    match found.standing:
        case Standing.WORKING:
            return f"**Working**: {_last(found, language)}"
        case Standing.BY_HAND:
            return f"**Paused by hand**{since}: press **Resume** to go on."
        case Standing.CLOSED:
            return (
                f"**Paused**{since}: the briefing is private to its own server now. It goes on by "
                "itself once it is public again."
            )
        case Standing.ENDED:
            return f"**Ended**{since}."
        case Standing.NO_RIGHT | Standing.GONE:
            return f"**Paused**{since}: it waits, and starts by itself once this is mended:"


def to_mend(seen: Seen, room: Room | None = None) -> list[str]:
    """The sentences as a list; where room is short, how many more there are."""
    found = [f"- {sentence}" for sentence in seen.sentences]
    shown = list[str]()
    while found and (room is None or room.beside(*shown).takes(found[0])):
        shown.append(found.pop(0))
    if found:
        more = "rights are" if len(found) > 1 else "right is"
        shown.append(f"- {len(found)} more {more} missing: `/alerts list` tells when you pick it.")
    return shown


def _ping(wishes: Wishes) -> str:
    if wishes.ping is None:
        return "nobody"
    updates = " and each update" if wishes.ping_updates else ""
    return f"<@&{wishes.ping}>, for each new issue{updates}"


def _last(found: Subscription, language: Language) -> str:
    if found.last_sent is None:
        return "the next issue comes by itself; nothing has been sent yet."
    return f"the last alert came on {language.moment(found.last_sent)}."
