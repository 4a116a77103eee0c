"""The edit of what stands above an issue: its number, its date, its title."""

from bot.domain.issue import Contents, Masthead

LONGEST_TITLE = 240


class MastheadEdit(Masthead):
    """All three of them, as they are to be."""

    def apply(self, contents: Contents) -> Contents:
        """The contents below this masthead."""
        title = " ".join((self.title or "").split())[:LONGEST_TITLE] or None
        changed = {"number": self.number, "date": self.date, "title": title}
        return contents.model_copy(update=changed)

    def deed(self, before: Contents) -> str:
        """Which of the three change."""
        after = self.apply(before)
        names = ("number", "date", "title")
        changed = [name for name in names if getattr(before, name) != getattr(after, name)]
        return f"{' and '.join(changed) or 'masthead'} changed".capitalize()
