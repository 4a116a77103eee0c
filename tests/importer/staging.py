"""A sentence set up as a scene, for tests of what is read out of it."""

from bot.domain.gazetteer import Gazetteer
from bot.importer.actors import Casting
from bot.importer.countries import Countries
from bot.importer.draft import DraftEntry
from bot.importer.reading import Reading, read


def reading(text: str, gazetteer: Gazetteer) -> Reading:
    """The text as one entry, taken apart."""
    casting = Casting(text, Countries(text, gazetteer))
    return read(text, DraftEntry(None, (), 0, len(text)), casting)
