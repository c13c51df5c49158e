"""Several names of one person: the full name first, then the first name alone; other capitals."""

import re
from collections.abc import Iterable, Mapping, Sequence


def listed(words: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(words.split())


_MOST_WORDS = 8
_NO_NAME = re.compile(r"[&+/,，()\[\]|@\d]")
_PARTICLES = listed(
    "al bin da das de del della den der des di do dos du el ibn la le van vel von y zu zum zur"
)
_NO_SURNAME = listed("and bot et jr jr. junior o.s. or senior sr sr. und v.o. vo with")
ANYBODY = listed(
    """
    attendee audience caller clip female guest host interviewee interviewer jingle listener
    male man member moderator narrator operator panelist participant person presenter
    question respondent speaker spk student unidentified unknown user voice woman
    """
)
_NO_FIRST_NAME = ANYBODY | {"the"}


def full_names(names: Iterable[str]) -> Mapping[str, str]:
    """For each name the one it stands for, mostly itself.

    Names that differ in capitals are one, spelled as the first that is neither all capitals nor
    all small. A name with which exactly one full name begins, by whole words, is that one where it
    comes later (`names` are in the order of their first use): who is called "Zoe" from the start is
    not made another by one line of "Zoe Marr". Words such as "Speaker" or "Guest" begin no name,
    and "Zoe and Ben", "Zoe (V.O.)" and "Zoe Junior" are no full names of Zoe.
    """
    keys = {name: folded(name) for name in names}
    spelled = _spelled(keys)
    longer = _longer(spelled)
    places = {key: place for place, key in enumerate(spelled)}
    return {name: spelled[_longest(key, longer, places)] for name, key in keys.items()}


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


def _longer(spelled: Mapping[str, str]) -> dict[str, str]:
    """For each folded name that begins full names the next longer one, "" where there are
    several."""
    longer: dict[str, str] = {}
    for name, spelling in spelled.items():
        words = name.split(" ", _MOST_WORDS)
        starts = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
        start = next((start for start in starts if start in spelled), "")
        if start and words[0] not in _NO_FIRST_NAME and _is_full(spelling, start.count(" ") + 1):
            longer[start] = "" if start in longer else name
    return longer


def _longest(name: str, longer: Mapping[str, str], places: Mapping[str, int]) -> str:
    """The longest of the names it may be short for that come before it, else itself."""
    longest = further = name
    while further := longer.get(further, ""):
        if places[further] < places[name]:
            longest = further
    return longest


def _is_full(name: str, count: int) -> bool:
    """Whether the words of a name behind so many look like those of a full name."""
    words: Sequence[str] = name.split()[count:]
    return not _NO_NAME.search(name) and all(
        word in _PARTICLES or not (word[0].islower() or word.casefold() in _NO_SURNAME)
        for word in words
    )
