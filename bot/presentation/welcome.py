"""The first message in a server: what Sitrep does, and how to begin."""

from bot.presentation.card import Card


def welcome() -> Card:
    """Goes to the channel that Discord greets new members in."""
    card = Card()
    card.say(
        "# Sitrep is here",
        "Sitrep keeps numbered, dated briefings, and anybody here can ask it: `/latest` shows the "
        "newest section on a country. Channels can get an alert whenever a new issue is published.",
        "People with **Manage Server** begin with `/setup`.",
    )
    return card
