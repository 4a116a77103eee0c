"""Function words: small words that begin clauses, join them or stand for somebody."""

from bot.importer.word_set import word_set

PRONOUNS = word_set("he she they it i we")
PERSONAL = word_set("he she")
PREPOSITIONS = word_set(
    """
    in on at to during after before with from about by of for against via through over into onto
    under between among amid toward towards upon without within across behind beside besides
    beyond despite except near off outside inside since until like than per following regarding
    concerning including because
    """
)
JOINERS = word_set(
    """
    and but while as though although because when if that where whether yet so or since whereas
    then before after until
    """
)
RELATIVES = word_set("who whom whose which that where")
# Capitalised only because a sentence begins with them.
OPENERS = word_set(
    """
    the a an in on at but and however if for from both as by with after before during while when
    it he she they we this that these those according addressing asked writing speaking meanwhile
    moreover later still yet so then now his her their its our my your yesterday today tomorrow
    last next although though since because despite some many most no not one two three four five
    also even another other nobody there here what who where why how earlier following under
    citing responding referring calling until early late to of or nor only all each every much
    such instead furthermore additionally finally similarly likewise separately several few more
    everyone nothing none whoever whatever whether once through over about asking pressed quoted
    once again perhaps amid among between within without including per via regarding based yes let
    nobody everybody anyone someone everything something anything first second third writing
    responding using having being given seeing joining welcoming noting stressing i you long ever
    never just hours days weeks months years outgoing incoming former retired acting then top
    photo
    """
)
TIMES = word_set(
    """
    january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov
    dec
    """
)
PARTICLES = word_set(
    """
    de da do dos del der den van von bin ibn al el la le di du ter ben abu
    """
)
