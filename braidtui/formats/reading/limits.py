"""How much of one kind a text may hold, so that no file takes all memory."""

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from braidtui.formats.imported import refused

MOST_CUES = 500_000  # a day of talk, each word a cue, has 200,000

_T = TypeVar("_T")


def limited(cues: Iterable[_T]) -> list[_T]:
    """The cues as a list; raises FormatRefused for more than 500,000, before more are made."""
    found = list(islice(cues, MOST_CUES + 1))
    require_few(len(found))
    return found


def require_few(count: int) -> None:
    """Raises FormatRefused for a count of more than 500,000 cues."""
    if count > MOST_CUES:
        raise refused(f"more than {MOST_CUES:,} cues")
