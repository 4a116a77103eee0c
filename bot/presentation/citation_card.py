"""The card of a citation: three forms of it, each to be copied as it stands."""

import re
from functools import partial

from bot.domain.listing import Cited
from bot.presentation import limits
from bot.presentation.card import Card
from bot.presentation.citation import Citation, bibtex, fitting, markdown, plain_text
from bot.presentation.language import Language

_UNSEEN = "\u200b"
_FENCE = re.compile("`(?=`)|@(?=everyone|here)")


def citation_card(answer: Cited, language: Language) -> Card:
    """Plain text, Markdown and BibTeX."""
    citation = Citation.of(answer, language)
    forms = (
        ("Plain text", plain_text),
        ("Markdown", markdown),
        ("BibTeX", partial(bibtex, cited=answer)),
    )
    card = Card(answer.issue.briefing.colour)
    card.say("# Citation")
    for name, form in forms:
        card.say(f"## {name}", _fenced(fitting(form, citation, limits.CITATION)))
    return card


def _fenced(text: str) -> str:
    """In a code block; what would end it, or ping, is parted by nothing that is seen."""
    return f"```\n{_FENCE.sub(lambda mark: mark[0] + _UNSEEN, text)}\n```"
