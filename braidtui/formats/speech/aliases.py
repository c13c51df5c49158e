"""Several names of one person: the full name first, then the first name alone; other capitals."""

from collections.abc import Iterable, Mapping, Sequence


def listed(words: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(words.split())


_MOST_WORDS = 8
_COMMON = listed(
    """
    attendee audience caller clip female guest host interviewer jingle listener male man
    member moderator narrator operator panelist participant person presenter question
    speaker spk student the unidentified unknown user voice woman
    """
)


def full_names(names: Iterable[str]) -> Mapping[str, str]:
    """For each name the one it stands for, mostly itself.

    Names that differ in capitals are one, spelled as the first that is neither all capitals nor
    all small. A name with which exactly one other begins, by whole words, is that other; words
    such as "Speaker" or "Guest" begin no name, and a number ends none.
    """
    keys = {name: folded(name) for name in names}
    spelled = _spelled(keys)
    longer = _longer(spelled)
    return {name: spelled[_longest(key, longer)] for name, key in keys.items()}


def folded(name: str) -> str:
    """A name as it is compared: without capitals, blanks made one."""
    return " ".join(name.casefold().split())


def _spelled(keys: Mapping[str, str]) -> dict[str, str]:
    """For each folded name its spelling."""
    spelled: dict[str, str] = {}
    for name, key in keys.items():
        met = spelled.setdefault(key, name)
        if met is not name and (met.isupper() or met.islower()) and not name.isupper():
            spelled[key] = met if name.islower() else name
    return spelled


def _longer(names: Iterable[str]) -> dict[str, str]:
    """For each folded name that begins others the next longer one, "" where there are several."""
    longer: dict[str, str] = {}
    all_names = frozenset(names)
    for name in names:
        words = name.split(" ", _MOST_WORDS)
        starts = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
        start = next((start for start in starts if start in all_names), "")
        if start and not _is_common(words, start.count(" ") + 1):
            longer[start] = "" if start in longer else name
    return longer


def _longest(name: str, longer: Mapping[str, str]) -> str:
    while further := longer.get(name, ""):
        name = further
    return name


def _is_common(words: Sequence[str], count: int) -> bool:
    return words[0] in _COMMON or all(word.isdigit() for word in words[count:])
