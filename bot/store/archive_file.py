"""A file of an archive: written beside its name, which it gets once it is whole."""

import os
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from pydantic import ValidationError

from bot.errors import Refused, Unavailable
from bot.store.archive_line import Heading


@contextmanager
def new_archive(target: Path, *, replace: bool) -> Generator[Callable[[bytes], object]]:
    """A place to write to, which only its owner may read; an error leaves what was there.

    Raises Refused if the name is taken, and with `replace` if it is not that of an archive,
    Unavailable if the place cannot be used.
    """
    part = target.with_name(target.name + ".part")
    try:
        _require_free(target, replace=replace)
        part.unlink(missing_ok=True)
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            yield file.write
            file.flush()
            os.fsync(file.fileno())
        _require_free(target, replace=replace)
        part.replace(target)
    except OSError as error:
        raise Unavailable(
            f"{target} cannot be written ({error}); check the path, its permissions and the free"
            " space."
        ) from error
    finally:
        # Where the folder is no folder, there is nothing to remove.
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _require_free(target: Path, *, replace: bool) -> None:
    if not os.path.lexists(target):
        return
    if not replace:
        raise Refused(f"{target} exists already; name another file, or give --replace.")
    if not _is_archive(target):
        raise Refused(f"{target} is no archive of Sitrep, so it is not replaced; name another.")


def _is_archive(file: Path) -> bool:
    with file.open("rb") as opened:
        first = opened.readline(1_000)
    try:
        return bool(Heading.model_validate_json(first))
    except ValidationError:
        return False
