"""The card of a release that was stopped: its receipt, and why."""

from bot.domain.receipt import Receipt
from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.language import Language
from bot.presentation.line import line
from bot.presentation.receipt_card import receipt_card


def stopped_receipt_card(receipt: Receipt, reason: str, language: Language) -> Card:
    """`reason` is in our own words, or in Discord's."""
    card = receipt_card(receipt, language)
    card.say(f"Why it was stopped: {line(reason, limits.REASON, 'no reason is known')}")
    return card
