"""Which actor of a sentence is the subject of which verb."""

import pytest

from bot.domain.gazetteer import Gazetteer
from bot.importer.scene import Scene, is_text
from tests.importer.staging import reading


def scene(text: str, gazetteer: Gazetteer) -> Scene:
    return reading(text, gazetteer).scenes[0]


def subject(text: str, verb: str, gazetteer: Gazetteer) -> str | None:
    here = scene(text, gazetteer)
    at = next(i for i, token in enumerate(here.tokens) if token.lower == verb)
    actor = here.subject_of(at)
    return actor.name if actor else None


@pytest.mark.parametrize(
    ("text", "verb", "name"),
    [
        ("Ann Pike said no.", "said", "Ann Pike"),
        ("Ann Pike has repeatedly said no.", "said", "Ann Pike"),
        ("Ann Pike, who met Bo Renn, said no.", "said", "Ann Pike"),
        ("Ann Pike, a mayor, who met Bo Renn, said no.", "said", "Ann Pike"),
        ("Ann Pike met Bo Renn and said no.", "said", "Ann Pike"),
        ("Ann Pike told Bo Renn that Lev Orlov denied it.", "denied", "Lev Orlov"),
        ("Ann Pike told Bo Renn that Lev Orlov denied it.", "told", "Ann Pike"),
        ("In Oslo, Ann Pike said no.", "said", "Ann Pike"),
        ("Asked by Bo Renn, Ann Pike said no.", "said", "Ann Pike"),
        ("Ann Pike left the hall, saying no.", "saying", "Ann Pike"),
        ("Ann Pike left, while Bo Renn said no.", "said", "Bo Renn"),
        ("Bo Renn, cited as saying no, left.", "saying", "Bo Renn"),
        ("The Gazette quoted Bo Renn as saying no.", "saying", "Bo Renn"),
        ("It rained as they said no.", "said", "they"),
        ("Said no.", "said", None),
    ],
)
def test_the_subject(gazetteer: Gazetteer, text: str, verb: str, name: str | None) -> None:
    assert subject(text, verb, gazetteer) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Pike said “no”.", ["said"]),
        ("Ann Pike said that Bo Renn claimed “no”.", ["claimed", "said"]),
        ("The claim of a report was “no”.", []),
        ("Bo Renn should present “no”.", []),
        ("A reported “no”.", []),
        ("Ann Pike refused to call it “no”.", ["call", "refused"]),
    ],
)
def test_the_verbs_of_speech_nearest_first(
    gazetteer: Gazetteer, text: str, expected: list[str]
) -> None:
    here = scene(text, gazetteer)
    assert [here.lower(at) for at in here.cues_before(here.quotes[0])] == expected


def test_objects_and_owners_are_no_subjects(gazetteer: Gazetteer) -> None:
    here = scene("Ann Pike met Bo Renn in Lev Orlov’s house with Di Moss.", gazetteer)
    assert [actor.name for actor in here.subjects] == ["Ann Pike"]


def test_a_text_is_known_by_its_noun(gazetteer: Gazetteer) -> None:
    statement, paper = (
        scene(text, gazetteer).actors[0] for text in ("The statement said.", "The Gazette said.")
    )
    assert is_text(statement)
    assert not is_text(paper)


def test_outside_the_sentence_there_is_nothing(gazetteer: Gazetteer) -> None:
    here = scene("Ann Pike left.", gazetteer)
    assert (here.lower(-1), here.lower(99)) == ("", "")
    assert here.starting(99) is None
