"""Function words: small words that begin clauses, join them or stand for somebody."""

from bot.importer.words import word_set, words

PRONOUNS = word_set("he she they it i we")
PERSONAL = word_set("he she")
PREPOSITIONS = words("prepositions")
JOINERS = word_set(
    """
    and but while as though although because when if that where whether yet so or since whereas
    then before after until
    """
)
RELATIVES = word_set("who whom whose which that where")
OPENERS = words("openers")
TIMES = word_set(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov
    dec
    """
)
PARTICLES = words("particles")
