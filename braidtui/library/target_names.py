"""What an episode is called where a target is printed, so that it can be typed back."""

from collections.abc import Iterable
from itertools import chain

from braidtui.episode.safe_text import clean_line
from braidtui.library.entry import Entry
from braidtui.library.episode_names import fitting


class TargetNames:
    """The shortest name of each episode of a library that is no other's.

    A number as the list shows it, an id, a key; where none of these will do, the file's path.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._alike: dict[int | str, list[Entry]] = {}
        for entry in entries:
            for name in _names(entry):
                self._alike.setdefault(_folded(name), []).append(entry)

    def name(self, entry: Entry) -> str:
        """What `resolve` takes for this episode; only a path may hold what is not safe text."""
        fit = (name for name in _names(entry) if self._is_fit(name, entry))
        return next(fit, str(entry.path))

    def _is_fit(self, name: str, entry: Entry) -> bool:
        """Whether a name can be typed, and `resolve` finds this episode by it."""
        if not name.strip() or name.startswith("-") or clean_line(name) != name:
            return False
        likely = chain(self._alike.get(_folded(name), ()), self._alike.get(name.casefold(), ()))
        distinct = {it.path: it for it in likely}
        return fitting(tuple(distinct.values()), name) == [entry]


def for_a_shell(target: str) -> str:
    """A target as a shell takes it for one word."""
    if all(sign.isalnum() or sign in "@:./-_" for sign in target) and target.isascii():
        return target
    from shlex import quote

    return quote(target)


def _names(entry: Entry) -> tuple[str, ...]:
    number = () if entry.number is None else (f"{entry.number:03}",)
    return (*number, entry.id, entry.key)


def _folded(name: str) -> int | str:
    """What names have in common that may mean the same episode."""
    return int(name) if name.isascii() and name.isdigit() and len(name) < 10 else name.casefold()
