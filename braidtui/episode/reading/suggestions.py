"""The "did you mean" at the end of a message."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

_LONGEST_GUESSED = 60
_MOST_CANDIDATES = 50


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """` (did you mean "title"?)`, or nothing where no candidate is near."""
    near = _nearest(word, tuple(candidates))
    return f' (did you mean "{near}"?)' if near else ""


def id_meant(word: str, names: Mapping[str, str]) -> str:
    """As `did_you_mean`, for an id out of `names` by id; a speaker's name is known as well."""
    if len(names) <= _MOST_CANDIDATES:
        by_name = {name: id for id, name in names.items() if name}
        near = _nearest(word, tuple(names)) or by_name.get(_nearest(word, tuple(by_name)), "")
        return f' (did you mean "{near}"?)' if near else ""
    return ""


@lru_cache(maxsize=256)
def _nearest(word: str, candidates: tuple[str, ...]) -> str:
    if len(word) > _LONGEST_GUESSED:
        return ""
    for candidate in candidates:
        if candidate.casefold() == word.casefold():
            return candidate
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, candidates, 1, 0.65)), "")
