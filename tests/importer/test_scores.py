"""The figures of the annotated texts do not fall."""

from collections import Counter

from bot.domain.gazetteer import Gazetteer
from tests.importer.scores import fallen, kept, scored


def test_no_figure_has_fallen(gazetteer: Gazetteer) -> None:
    """`make gold` shows them all; `make gold ARGS=--keep` writes down those that are meant."""
    assert fallen(scored(gazetteer), kept()) == []


def test_a_fallen_figure_is_named() -> None:
    figures = Counter({"quotes": 5, "quotes invented": 2, "events": 3})
    before = {"quotes": 6, "quotes invented": 1, "events": 3, "sections": 1}
    assert fallen(figures, before) == ["quotes", "quotes invented", "sections"]
    assert fallen(figures, dict(figures)) == []
