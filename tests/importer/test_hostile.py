"""What is small to send and large to read: it is refused in a sentence, or read as what it says."""

import pytest

from bot.errors import Unreadable
from bot.importer.document import LARGEST, read_bytes
from tests.importer.hostile import HOSTILE, Hostile


@pytest.mark.parametrize("document", HOSTILE.values(), ids=HOSTILE)
def test_it_is_refused_or_read(document: Hostile) -> None:
    data = document.make()
    if document.refused:
        with pytest.raises(Unreadable, match=document.refused):
            read_bytes(data, document.file)
    else:
        assert len(data) <= LARGEST
        assert read_bytes(data, document.file).text.strip()
