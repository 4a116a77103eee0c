"""Discord's limits, and how a card of ours divides them.

Counted together, every card stays far below 4,000 characters, 40 components and the sum of UTF-8
bytes + 12 per text <= 10,170 above which Discord answers 500 (discord-api-docs issue 8554).
"""

from bot.presentation.room import Room

# https://discord.com/developers/docs/components/reference
BUTTON = 80
BUTTONS = 5
OPTION = 100
OPTIONS = 25

# https://discord.com/developers/docs/resources/channel#start-thread-in-forum-or-media-channel
POST_TITLE = 100

# https://discord.com/developers/docs/interactions/application-commands, option choices
CHOICE = 100
CHOICES = 25

COUNTRIES = 25  # named in one text

PAGE, SHORT_PAGE = Room(2000, 5000), Room(700, 2000)
OVERVIEW, SHORT_OVERVIEW = Room(1200, 3000), Room(400, 1200)  # beside the list of sections
CONTENTS, SHORT_CONTENTS = Room(1000, 2400), Room(400, 1000)

EXCERPT, SHORT_EXCERPT = Room(150, 450), Room(80, 240)
QUOTE, SHORT_QUOTE = Room(1500, 3800), Room(600, 1700)  # on a card of its own
PERSON, SHORT_PERSON = Room(100, 250), Room(50, 150)  # a name, and a role
CITATION = Room(1100, 2800)  # one of the three forms

NAME = Room(80, 200)
TITLE = Room(240, 500)
HEADING = Room(200, 400)
SOURCE = Room(120, 300)
TYPED = Room(100, 250)
NOTICE = Room(3000, 7000)
REASON = Room(300, 800)  # of a correction, or of what went wrong


def page(*, short: bool) -> Room:
    """The room for the text of one page."""
    return SHORT_PAGE if short else PAGE


def overview(*, short: bool) -> Room:
    """The room for the overview on the page that lists the sections."""
    return SHORT_OVERVIEW if short else OVERVIEW


def contents(*, short: bool) -> Room:
    """The room for the list of sections."""
    return SHORT_CONTENTS if short else CONTENTS


def excerpt(*, short: bool) -> Room:
    """The room for the words of one item in a list."""
    return SHORT_EXCERPT if short else EXCERPT


def quote(*, short: bool) -> Room:
    """The room for the words of one item on a card of its own."""
    return SHORT_QUOTE if short else QUOTE
