"""Who the editors of a newsroom are, and what an administrator has to allow them."""

from bot.presentation.card import Card

_ANYBODY = (
    "Everybody with **Manage Messages** may edit here; the option `editors` names a role instead."
)
_LACKS = (
    "Members with that role do not see `/desk` yet: under **Server Settings > Integrations**, an "
    "administrator opens Sitrep and allows the role to use it."
)


def editors_card(role: int | None, *, lacks: bool) -> Card:
    """`lacks` says that the role itself does not have Manage Messages."""
    card = Card()
    if role is None:
        card.say(_ANYBODY)
        return card
    said = f"Members with <@&{role}> may edit here; the option `anybody` takes that back."
    card.say(said, _LACKS if lacks else "")
    return card
