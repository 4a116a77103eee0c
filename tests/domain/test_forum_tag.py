"""The tag of a post: named like the briefing, or any where one is needed."""

from dataclasses import dataclass

import pytest

from bot.domain.forum_tag import tag_for


@dataclass
class Tag:
    name: str
    moderated: bool = False


NEWS, ALERT, OFFICIAL = Tag("News"), Tag("Policy Alert"), Tag("Official", moderated=True)


@pytest.mark.parametrize(
    ("tags", "required", "moderates", "chosen"),
    [
        ([], False, False, None),
        ([], True, False, None),
        ([NEWS], False, False, None),
        ([NEWS], True, False, NEWS),
        ([NEWS, ALERT], False, False, ALERT),
        ([NEWS, ALERT], True, False, ALERT),
        ([OFFICIAL, NEWS], True, False, NEWS),
        ([OFFICIAL, NEWS], True, True, OFFICIAL),
        ([OFFICIAL], True, False, None),
    ],
)
def test_which_tag_a_post_gets(
    tags: list[Tag], chosen: Tag | None, *, required: bool, moderates: bool
) -> None:
    assert tag_for(tags, "policy alert", required=required, moderates=moderates) is chosen
