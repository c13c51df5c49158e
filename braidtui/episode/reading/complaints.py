"""What the reading of one file has found wrong so far."""

from braidtui.episode.problem import Problem, shortened
from braidtui.episode.reading.places import Lines, Place

MOST_PROBLEMS = 10_000


class Complaints:
    """Collects problems and warnings, each with its line, its column and its place in words.

    `found` is what was wrong before there were lines.
    """

    def __init__(self, lines: Lines, found: tuple[Problem, ...] = ()) -> None:
        self.lines = lines
        self._found = list(found)

    def problem(self, index: int, place: Place, words: str) -> None:
        """Something that refuses the file; `index` is the code point it stands at."""
        self._add(index, place, words, False)

    def warning(self, index: int, place: Place, words: str) -> None:
        """Something that does not refuse the file."""
        self._add(index, place, words, True)

    @property
    def in_order(self) -> tuple[Problem, ...]:
        """All of them, by line and column."""
        return tuple(sorted(self._found))

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._found)

    @property
    def is_full(self) -> bool:
        """Whether there are so many that no more are told."""
        return len(self._found) > MOST_PROBLEMS

    @property
    def refuses(self) -> bool:
        """Whether one of them is more than a warning."""
        return not all(problem.is_warning for problem in self._found)

    def _add(self, index: int, place: Place, words: str, is_warning: bool) -> None:
        if self.is_full:
            return
        if len(self._found) == MOST_PROBLEMS:
            place, words = Place(), f"more than {MOST_PROBLEMS:,} problems: the rest is not told"
        message = f"{place}: {words}" if place.noun else words
        self._found.append(Problem(*self.lines.place(index), shortened(message), is_warning))
