"""Persons, bodies and roles in sentences of invented people."""

import pytest

from bot.domain.gazetteer import Gazetteer
from bot.importer.actor import Actor
from tests.importer.staging import reading


def actors(text: str, gazetteer: Gazetteer) -> list[Actor]:
    return [actor for scene in reading(text, gazetteer).scenes for actor in scene.actors]


@pytest.mark.parametrize(
    ("text", "name", "role", "country"),
    [
        ("Ann Pike left.", "Ann Pike", None, None),
        ("Norland’s minister Ann Pike left.", "Ann Pike", "minister", None),
        ("Japanese Prime Minister Sato Mei left.", "Sato Mei", "Japanese Prime Minister", "JP"),
        ("Russia’s Deputy Foreign Minister Igor Belov left.", "Igor Belov",
         "Deputy Foreign Minister", "RU"),
        ("US Secretary of State Dana Whit left.", "Dana Whit", "US Secretary of State", "US"),
        ("New Zealand Minister of Foreign Affairs Hone Parata left.", "Hone Parata",
         "New Zealand Minister of Foreign Affairs", "NZ"),
        ("Foreign Ministry Spokesperson Lin Qiaoyu left.", "Lin Qiaoyu",
         "Foreign Ministry Spokesperson", None),
        ("The president of France, Luc Morel, left.", "Luc Morel", "president of France", "FR"),
        ("Norland’s envoy to the United Nations, Timur Galt, left.", "Timur Galt",
         "envoy to the United Nations", "UN"),
        ("Information and Communication Minister Chris Moyo left.", "Chris Moyo",
         "Information and Communication Minister", None),
        ("Adm. Lou Dent left.", "Lou Dent", None, None),
        ("Defence Ministry spokesperson Col. Fang Yu left.", "Fang Yu",
         "Defence Ministry spokesperson", None),
        ("European Commission President Ursel von der Laan left.", "Ursel von der Laan",
         "European Commission President", "EU"),
        ("President Abdel al-Masri left.", "Abdel al-Masri", "President", None),
        ("Senator June Alder left.", "June Alder", "Senator", None),
        ("Rodel “Bong” Reyes left.", "Rodel “Bong” Reyes", None, None),
        ("Optometrist David Cheng Wu left.", "David Cheng Wu", "Optometrist", None),
        ("Dr. Lena Voss left.", "Lena Voss", None, None),
        ("Department of Port Affairs Undersecretary Ann Pike left.", "Ann Pike",
         "Department of Port Affairs Undersecretary", None),
        ("Professor Ellen Marsh of the University of Hull left.", "Ellen Marsh", "Professor", None),
    ],
)  # fmt: skip
def test_a_person(
    gazetteer: Gazetteer, text: str, name: str, role: str | None, country: str | None
) -> None:
    found = actors(text, gazetteer)[0]
    assert (found.kind, found.name, found.role, found.country) == ("person", name, role, country)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Foreign Ministry of Norland said so.", "Foreign Ministry of Norland"),
        ("The Ministry of Economy, Trade and Industry said so.",
         "Ministry of Economy, Trade and Industry"),
        ("Brazil’s agriculture ministry said so.", "Brazil’s agriculture ministry"),
        ("Norland’s Harbour Affairs Office said so.", "Harbour Affairs Office"),
        ("The Harbor Gazette said so.", "Harbor Gazette"),
        ("The Border Union said so.", "Border Union"),
        ("Moscow said so.", "Moscow"),
        ("The White House said so.", "White House"),
        ("The office of Kenyan President Odera said so.",
         "office of Kenyan President Odera"),
        ("India and Japan said so.", "India and Japan"),
        ("The General Assembly said so.", "General Assembly"),
        ("The Tide said so.", "Tide"),
    ],
)  # fmt: skip
def test_a_body(gazetteer: Gazetteer, text: str, name: str) -> None:
    found = actors(text, gazetteer)[0]
    assert (found.kind, found.name) == ("body", name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A senior official said so.", "A senior official"),
        ("Analysts said so.", "Analysts"),
        ("The four leaders said so.", "The four leaders"),
        ("Upstream ministries said so, and upstream ministries were right.", "Upstream ministries"),
        ("One Weibo user said so.", "One Weibo user"),
        ("A Commerce Ministry spokesman said so.", "A Commerce Ministry spokesman"),
        ("Officials in Beijing said so.", "Officials"),
        ("Russians said so.", "Russians"),
    ],
)
def test_somebody_without_a_name(gazetteer: Gazetteer, text: str, name: str) -> None:
    found = next(a for a in actors(text, gazetteer) if a.kind == "role")
    assert found.name is not None
    assert found.name.lower() == name.lower()


@pytest.mark.parametrize("text", ["On Monday it rained.", "No one came.", "Russian troops left."])
def test_no_name(gazetteer: Gazetteer, text: str) -> None:
    assert [a for a in actors(text, gazetteer) if a.kind == "person"] == []


def test_a_genitive_owns(gazetteer: Gazetteer) -> None:
    (found,) = actors("the minister’s formula", gazetteer)
    assert found.owns
    assert found.kind == "role"


def test_places_are_true(gazetteer: Gazetteer) -> None:
    text = "Norland’s envoy, Timur Galt, met Ann Pike’s deputy."
    for actor in actors(text, gazetteer):
        assert (actor.name or "").split()[-1] in text[actor.start : actor.end]
