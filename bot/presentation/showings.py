"""What a card shows, so that it can be shown again."""

from bot.domain.answer import Answer, Reading
from bot.domain.issue import Issue
from bot.domain.listing import InContext, Opened, Quotes, Results, Timeline
from bot.domain.showing import Showing
from bot.presentation.place import Place, Spot


def showing_of(answer: Answer, place: Place, server: int, locale: str) -> Showing | None:
    """How to ask for the same again; None for an answer that shows nothing of an issue."""
    same = Showing(
        server=server,
        asker=place.asker,
        short=place.short,
        shared_by=place.shared_by,
        locale=locale,
    )
    match answer:
        case Reading():
            spot = place.spot if place.spot != Spot() else Spot(answer.entry)
            what = {"issue": answer.issue.id, "country": answer.country}
            return same.model_copy(update=what | {"entry": spot.entry, "part": spot.part})
        case Opened() | InContext():
            context = isinstance(answer, InContext)
            return same.model_copy(update={"item": answer.item.reference, "context": context})
        case Quotes() | Timeline() | Results():
            return same.model_copy(update={"filter": answer.filter, "cursor": place.cursor})
        case _:
            return None


def issues_in(answer: Answer) -> tuple[Issue, ...]:
    """The issues that an answer shows something of."""
    match answer:
        case Reading():
            return (answer.issue,)
        case Opened() | InContext():
            return (answer.item.issue,)
        case Quotes():
            return tuple(said.issue for said in answer.quotes)
        case Timeline():
            return tuple(happened.issue for happened in answer.events)
        case Results():
            return tuple(hit.item.issue for hit in answer.hits)
        case _:
            return ()


def place_of(showing: Showing, kept: int | None) -> Place:
    """Where it is shown; `kept` is the key of a filter that no id has room for."""
    return Place(
        asker=showing.asker,
        short=showing.short,
        private=False,
        shared_by=showing.shared_by,
        spot=Spot(showing.entry, showing.part),
        cursor=showing.cursor,
        kept=kept,
    )
