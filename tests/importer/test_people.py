"""Full names found again by their parts."""

import pytest

from bot.importer.people import People, Person, folded

PEOPLE = People(
    [
        Person("Ann Pike", 10, "minister", "GB"),
        Person("Otávio Lacerda", 20),
        Person("Otávio Lacerda", 40, "president", "BR"),
        Person("Mei Pike", 100, "mayor"),
        Person("Morrell", 120),
        Person("Morrel", 130),
    ]
)


@pytest.mark.parametrize(
    ("name", "at", "full"),
    [
        ("Ann Pike", 500, "Ann Pike"),
        ("Pike", 50, "Ann Pike"),
        ("Pike", 500, "Mei Pike"),
        ("Lacerda", 5, "Otávio Lacerda"),
        ("LACERDA", 50, "Otávio Lacerda"),
        ("Otavio Lacerda", 50, "Otávio Lacerda"),
        ("Lacerdaa", 50, "Otávio Lacerda"),
        ("Morrel", 500, "Morrell"),
    ],
)
def test_found(name: str, at: int, full: str) -> None:
    person = PEOPLE.find(name, at)
    assert person is not None
    assert person.name == full


@pytest.mark.parametrize("name", ["Vale", "Bob Pike", "", "Pi"])
def test_not_found(name: str) -> None:
    assert PEOPLE.find(name, 500) is None


def test_what_is_known_of_a_person_is_gathered() -> None:
    person = PEOPLE.find("Lacerda", 0)
    assert person is not None
    assert (person.role, person.country, person.at) == ("president", "BR", 20)


def test_by_role() -> None:
    minister, mayor = PEOPLE.with_role("minister", 500), PEOPLE.with_role("mayor", 500)
    assert minister is not None
    assert mayor is not None
    assert (minister.name, mayor.name) == ("Ann Pike", "Mei Pike")
    assert PEOPLE.with_role("envoy", 500) is None


def test_a_role_that_only_one_person_has_may_be_told_later() -> None:
    mayor = PEOPLE.with_role("mayor", 50)
    assert mayor is not None
    assert mayor.name == "Mei Pike"
    assert (
        People([Person("A B", 5, "mayor"), Person("C D", 9, "mayor")]).with_role("mayor", 1) is None
    )


def test_folding() -> None:
    assert folded("Lai Mei-shu") == folded("lai meishu")
