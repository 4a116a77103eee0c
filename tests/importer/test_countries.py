"""Countries of a text, looked up by place."""

from bot.domain.gazetteer import Gazetteer
from bot.importer.countries import Countries

TEXT = "Russia and the White House spoke; Russian envoys flew to Jakarta. Russia left."


def test_codes_of_a_stretch(gazetteer: Gazetteer) -> None:
    countries = Countries(TEXT, gazetteer)
    assert countries.codes(0, len(TEXT)) == ("RU", "US", "ID")
    assert countries.codes(7, 30) == ("US",)
    assert countries.codes(7, 10) == ()
    assert countries.in_span(0, 6) == "RU"
    assert countries.in_span(0, 3) is None


def test_names_that_cover_a_stretch(gazetteer: Gazetteer) -> None:
    countries = Countries(TEXT, gazetteer)
    assert countries.covers(0, 6)
    assert countries.covers(TEXT.index("White"), TEXT.index("White") + len("White House"))
    assert not countries.covers(TEXT.index("Russian"), TEXT.index("Russian") + 7)
    assert not countries.covers(0, 5)
    assert not countries.covers(len(TEXT), len(TEXT))


def test_where_a_name_ends(gazetteer: Gazetteer) -> None:
    countries = Countries(TEXT, gazetteer)
    assert countries.end_at(0) == 6
    assert countries.end_at(1) is None
    assert countries.end_at(len(TEXT)) is None
