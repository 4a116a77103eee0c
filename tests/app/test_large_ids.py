"""An id too large for the database is answered like one that nobody has."""

from typing import Any

import pytest

from bot.app.app import App
from bot.app.lists import Wish
from bot.domain.cursor import Cursor, Way
from bot.domain.filter import Filter, Listed
from bot.domain.reference import Kind, Reference
from bot.store.store import Store
from tests.app.places import HOME
from tests.app.probes import QUESTIONS, Question, fillings
from tests.contents import section, speaking
from tests.shelving import found_briefing, publish

_UNKNOWN = 999_999
_BEYOND = (2**38, 2**63 - 1, 2**63, 10**30, -(2**63) - 1)
_ASKED = {"filter", "reference", "typed"}


def known(key: int) -> dict[str, list[Any]]:
    """Everything that may be filled in, with one id wherever there is one."""
    search = Filter(listed=Listed.SEARCH, briefing=key, words="ferry")
    narrowed: list[dict[str, Any]] = [
        {"briefing": key},
        {"briefing": 1, "issue": key},
        {"briefing": 1, "entries": (key,)},
        {"briefing": 1, "issue": key, "words": "ferry", "entries": (key, 1)},
        {"briefing": 1},
    ]
    lists = [
        Filter(listed=each, **more) for each in Listed if each != "search" for more in narrowed
    ]
    return {
        "lists.go_on.wanted": lists,
        "items.issue.typed": [None, "#q999999"],
        "searching.go_on.wanted": [search, search.model_copy(update={"briefing": 1})],
        "cursor": [Cursor(way=way, day="2022-02-01", id=key) for way in Way],
        "first": [Reference(kind=kind, id=key) for kind in Kind],
        "reference": [Reference(kind=kind, id=key) for kind in Kind],
        "wish": [Wish(briefing=str(key)), Wish(words="ferry", briefing=str(key))],
        "issue": [key],
        "reading.latest.briefing": [key, str(key)],
        "briefing": [str(key)],
        "typed": [str(key), "ferry", "#q999999"],
        "number": [str(key), f"#{key}"],
        "country": [None],
        "listed": list(Listed)[:2],
        "kind": [Kind.QUOTE],
        "language": ["en-US"],
        "limit": [5],
    }


def told(answer: Any) -> Any:
    """An answer without what was asked."""
    if isinstance(answer, list):
        return answer
    return answer.model_copy(update=dict.fromkeys(_ASKED & set(vars(answer))))


@pytest.mark.parametrize("question", QUESTIONS, ids=".".join)
@pytest.mark.parametrize("beyond", _BEYOND)
async def test_an_id_beyond_all_is_unknown(
    app: App, store: Store, question: Question, beyond: int
) -> None:
    tides = await found_briefing(store, HOME.server or 0, "Tides")
    await publish(store, tides, 1, section("FI"), speaking("North", ("Ada", "The ferry sails.")))
    pairs = zip(fillings(question, known(_UNKNOWN)), fillings(question, known(beyond)), strict=True)
    for unknown, large in pairs:
        expected = await question.ask(app, HOME, **unknown)
        assert told(await question.ask(app, HOME, **large)) == told(expected)
