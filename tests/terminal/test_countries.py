"""Countries by their names, in one line."""

from bot.domain.gazetteer import Gazetteer
from bot.terminal.countries import countries


def test_names_stand_in_the_order_of_their_codes(gazetteer: Gazetteer) -> None:
    assert countries(("NO", "EU"), gazetteer) == "Norway, European Union"
    assert countries((), gazetteer) == "nothing yet"
