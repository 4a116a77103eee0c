"""Whatever is edited, every quote stands in its text word for word, or has a source."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.editing.doubts import Confirm
from bot.domain.editing.edit import Edit, Several
from bot.domain.editing.event_edits import AddEvent, ChangeEvent, DropEvent, Happening
from bot.domain.editing.masthead_edit import MastheadEdit
from bot.domain.editing.quote_edits import (
    AddQuote,
    ChangeQuote,
    DropQuote,
    RenameSpeaker,
    ShowQuotes,
    Spoken,
)
from bot.domain.editing.section_edits import (
    AddSection,
    DivideSection,
    DropSection,
    JoinSection,
    MoveSection,
    NameSection,
)
from bot.domain.editing.spot import Spot
from bot.domain.editing.text_edit import Fate, TextEdit
from bot.domain.issue import Contents
from bot.domain.when import When
from bot.errors import Refused
from tests.domain.editing.drafts import draft, drafts, section, whole

places = st.integers(-1, 4)
spots = st.builds(Spot, entry=places, item=st.none() | places)
words = st.text("ab .“”\n", max_size=12)
sources = st.sampled_from(["", "Harbour Radio"])
spoken = st.builds(Spoken, speaker=st.sampled_from(["", "Ada", "Ben"]))
happenings = st.builds(Happening, when=st.just(When.parse("2022-01")), sentence=words)
fates = st.builds(Fate, quote=places, words=st.none() | words, source=st.none() | sources)
edits = st.one_of(
    st.builds(MastheadEdit, number=st.just(8), date=st.none(), title=words),
    st.builds(TextEdit, at=spots, text=words, fates=st.lists(fates, max_size=3).map(tuple)),
    st.builds(AddSection, section=st.sampled_from([section(), section(None)])),
    st.builds(NameSection, at=spots, heading=words, countries=st.just(("JP",)), source=sources),
    st.builds(MoveSection, at=spots, to=places),
    st.builds(JoinSection, at=spots),
    st.builds(DivideSection, at=spots, line=words),
    st.builds(DropSection, at=spots),
    st.builds(AddQuote, at=spots, words=words, spoken=spoken, source=sources),
    st.builds(ChangeQuote, at=spots, words=words, spoken=spoken, source=sources),
    st.builds(DropQuote, at=spots),
    st.builds(RenameSpeaker, speaker=st.sampled_from(["Ada", "Ada Quill"]), spoken=spoken),
    st.builds(ShowQuotes, spots=st.lists(spots, max_size=4).map(tuple)),
    st.builds(AddEvent, at=spots, happening=happenings),
    st.builds(ChangeEvent, at=spots, happening=happenings),
    st.builds(DropEvent, at=spots),
    st.builds(Confirm, at=spots, event=st.booleans()),
)


def applied(contents: Contents, edit: Edit) -> Contents:
    """The contents after an edit that may be refused; it can always be told what it did."""
    try:
        after = edit.apply(contents)
    except Refused:
        return contents
    assert edit.deed(contents)
    return after


@settings(deadline=None, max_examples=300)
@given(drafts, st.lists(edits, min_size=1, max_size=6))
def test_any_edits_keep_every_quote_verbatim_or_with_a_source(
    contents: Contents, chosen: list[Edit]
) -> None:
    for edit in chosen:
        contents = applied(contents, edit)
        assert whole(contents) == contents


def test_several_are_made_together_or_not_at_all() -> None:
    before = draft()
    first = MastheadEdit(number=8, date=before.date, title="Storm")
    both = Several(edits=(first, DropSection(at=Spot(entry=1))), told="Tidied")
    after = both.apply(before)
    assert (after.number, len(after.entries), both.deed(before)) == (8, 1, "Tidied")
