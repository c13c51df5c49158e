"""What a person types to find something in an episode, as that which finds it."""

import re

from braidtui.episode.safe_text import clean_line
from braidtui.find.accents import has_accents
from braidtui.find.finder import Finder, InvalidPattern
from braidtui.find.literal import AccentedLiteral, Literal

__all__ = ["LONGEST", "InvalidPattern", "pattern"]

LONGEST = 10_000
"""Code points of what may be typed."""
_AT_THE_END = re.compile(r"(?<!\\)((?:\\\\)*)/$")


def pattern(typed: str) -> Finder:
    """What finds `typed`: the words themselves, or `/a regular expression/`; raises InvalidPattern.

    A capital makes case count, an accent counts on the letter it was typed on. Of a regular
    expression the slash at the end may be missing, as it is while one types.
    """
    wanted = clean_line(typed[:LONGEST])
    if wanted.startswith("/"):
        return _expression(wanted[1:])
    if not Literal(wanted).needle:
        raise InvalidPattern("nothing to find")
    return AccentedLiteral(wanted) if has_accents(wanted) else Literal(wanted)


def _expression(typed: str) -> Finder:
    """RE2 is imported with the first of them."""
    from braidtui.find.expression import Expression

    typed = _AT_THE_END.sub(r"\1", typed)
    if not typed:
        raise InvalidPattern("a regular expression between slashes")
    return Expression(typed)
