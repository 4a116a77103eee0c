"""Whom pronouns and descriptions may stand for."""

from collections.abc import Sequence

import pytest

from bot.domain.gazetteer import Gazetteer
from bot.importer.actors import Casting
from bot.importer.antecedents import Antecedents, may_be
from bot.importer.countries import Countries
from bot.importer.people import People
from bot.importer.scene import Scene
from tests.importer.staging import reading


def antecedents(text: str, gazetteer: Gazetteer) -> tuple[Antecedents, Sequence[Scene]]:
    casting = Casting(text, Countries(text, gazetteer))
    read = reading(text, gazetteer)
    return Antecedents(casting, People(read.sightings(casting)), read.scenes), read.scenes


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ann Pike met Lou Dent. Then she left.", "she", "Ann Pike"),
        ("Maria Pike met Igor Dent. Then he left.", "he", "Igor Dent"),
        ("Igor Dent left. He sighed. Then he slept.", "he", "Igor Dent"),
        ("The envoys met Igor Dent. Then he left.", "he", "Igor Dent"),
        ("As Maria Pike arrived, she waved.", "she", "Maria Pike"),
        ("It rained. Then he left.", "he", None),
    ],
)
def test_the_likeliest_is_found(
    gazetteer: Gazetteer, text: str, pronoun: str, name: str | None
) -> None:
    found, scenes = antecedents(text, gazetteer)
    last = len(scenes) - 1
    first = next(a.first for a in reversed(scenes[last].actors) if a.kind == "pronoun")
    meant = found.of_pronoun(pronoun, first, last, ("person", "role"))
    assert (meant[0].name if meant else None) == name


def test_somebody_alone_is_told_from_one_of_several(gazetteer: Gazetteer) -> None:
    for text, alone in (("Ann Pike left. She won.", True), ("Ann Pike met Lou. She won.", False)):
        found, scenes = antecedents(text, gazetteer)
        named = scenes[0].actors[0]
        assert found.is_alone(named, 0, 1, 0) is alone


def test_a_name_of_the_other_gender_is_ruled_out() -> None:
    assert may_be("she", "Maria")
    assert may_be("she", "Lou")
    assert not may_be("he", "Maria")
    assert may_be("it", "Maria")
