"""A tally of what was met in a text: one notice a kind, with the first line and the count."""

from braidtui.episode.problem import Problem
from braidtui.formats.imported import notice


class Tally:
    """Counts what is to be said of a text, by kind, so that a thousand cases are one line."""

    def __init__(self) -> None:
        self._met: dict[str, list[int]] = {}  # by kind: the line of the first case, how many cases

    def count(self, line: int, what: str, times: int = 1) -> None:
        """Another case of `what` ("a cue without a word is left out"), at a line from 1."""
        if times:
            met = self._met.setdefault(what, [line, 0])
            met[1] += times

    @property
    def notices(self) -> tuple[Problem, ...]:
        """A warning for each kind, in the order of their lines."""
        told = (
            notice(line, what if times == 1 else f"{what} ({times:,} times; here first)")
            for what, (line, times) in self._met.items()
        )
        return tuple(sorted(told))

    def __bool__(self) -> bool:
        return bool(self._met)
