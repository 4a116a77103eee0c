"""A part of a receipt: the counts of some kinds of acts."""

from bot.domain.delivery import Act, DeliveryState
from bot.domain.receipt import Receipt

POSTS = (Act.SEND,)
"""New messages."""
CHANGES = (Act.EDIT, Act.REPLY)
"""Messages that were out already; a reply stands for an edit that Discord refuses."""
PASSED_ON = (Act.CROSSPOST,)
"""What is extra: messages published to the servers that follow a channel."""


def part(receipt: Receipt, *acts: Act) -> Receipt:
    """The receipt with the counts of these acts only."""
    counts = tuple(each for each in receipt.counts if each.act in acts)
    return receipt.model_copy(update={"counts": counts})


def came_through(receipt: Receipt, *acts: Act) -> tuple[int, int]:
    """How many of these acts came through, and of how many; not of those without need."""
    counts = [each for each in receipt.counts if each.act in acts]
    asked = [each for each in counts if each.state is not DeliveryState.SKIPPED]
    sent = sum(each.number for each in asked if each.state is DeliveryState.SENT)
    return sent, sum(each.number for each in asked)
