"""A text, given to a reader of a format as the registry gives it."""

from collections.abc import Callable

from braidtui.formats.given import Given, ReadOptions
from braidtui.formats.imported import Imported


def read_by(
    read: Callable[[Given, ReadOptions], Imported], text: str, **options: object
) -> Imported:
    """What a reader makes of a text."""
    return read(Given(text), ReadOptions()._replace(**options))


def claimed_by(claims: Callable[[Given], bool], text: str) -> bool:
    """Whether a reader claims a text."""
    return claims(Given(text))
