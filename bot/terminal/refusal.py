"""A refusal as a line of text."""

from bot.errors import Incomplete, SitrepError, Unavailable


def refusal_line(error: SitrepError) -> str:
    """An error's sentence with what only an operator needs: the option, or the reason behind."""
    hint = _hint(error)
    return f"{str(error).removesuffix('.')} ({hint})." if hint else str(error)


def _hint(error: SitrepError) -> str:
    if isinstance(error, Incomplete):
        return f"--{error.lacks}"
    # SQLAlchemy wraps what the driver said.
    reason = getattr(error.__cause__, "orig", None) or error.__cause__
    first = str(reason or "").strip().partition("\n")[0]
    return first if isinstance(error, Unavailable) and first not in str(error) else ""
