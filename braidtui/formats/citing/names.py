"""Names as bibliographies set them: the family's first, or as they stand where that is unknown."""

import re
import unicodedata
from typing import NamedTuple

_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "mx", "sir", "dame", "hon", "rev"})
_DEGREES = frozenset({"phd", "md", "jd", "msc", "bsc", "esq"})
_SUFFIXES = {"jr": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}
_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "la", "le", "di", "da", "del", "della", "dos", "du"}
    | {"ten", "ter", "zu", "zum", "zur", "af", "av", "al", "el", "bin", "ibn"}
)
_NOT_A_PERSON = frozenset({"The", "A", "An"})
_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")  # in others the family's name may come first already


class PersonName(NamedTuple):
    """The parts of a name; `family` begins with its particles, as in `van den Berg`."""

    given: tuple[str, ...]
    family: str
    suffix: str = ""


def parted(name: str) -> PersonName | None:
    """The parts of a person's name; None for handles, names of one word and what is no person's.

    Titles and degrees are left out, as APA 7 (8.2 and 9.8) and Chicago 17 (14.76) have it.
    """
    words = unicodedata.normalize("NFC", name).split()
    while words and _bare(words[0]) in _TITLES:
        words.pop(0)
    while words and _bare(words[-1]) in _DEGREES:
        words.pop()
    suffix = _SUFFIXES.get(_bare(words[-1]), "") if words else ""
    words = words[:-1] if suffix else words
    words = [*words[:-1], words[-1].rstrip(",")] if words else []
    if len(words) < 2 or not _is_person(words):
        return None
    at = next((at for at, word in enumerate(words[1:], 1) if word in _PARTICLES), len(words) - 1)
    return PersonName(tuple(words[:at]), " ".join(words[at:]), suffix)


def apa_name(name: str) -> str:
    """`Vask, L. M.`"""
    parts = parted(name)
    if parts is None:
        return name
    initials = " ".join(filter(None, map(_initials, parts.given)))
    return ", ".join(part for part in (parts.family, initials, parts.suffix) if part)


def family_first(name: str) -> str:
    """`Vask, Liraen M.`"""
    parts = parted(name)
    if parts is None:
        return name
    return ", ".join(part for part in (parts.family, " ".join(parts.given), parts.suffix) if part)


def short_name(name: str) -> str:
    """What a person is called in running references: the family's name alone."""
    parts = parted(name)
    return name if parts is None else parts.family


def _bare(word: str) -> str:
    return word.replace(".", "").strip(",").lower()


def _is_person(words: list[str]) -> bool:
    if words[0] in _NOT_A_PERSON or not re.search(r"..|[^\W\d_]\.", words[-1]):
        return False
    small = [word for word in words if word[0].islower()]
    ends_in_capital = words[0][0].isupper() and words[-1][0].isupper()
    return ends_in_capital and _PARTICLES.issuperset(small) and all(map(_is_name, words))


def _is_name(word: str) -> bool:
    """Whether a word is of letters, in a script whose names can be turned round."""
    letters = [character for character in word if character.isalpha()]
    others = {
        character
        for character in word
        if not character.isalpha() and not unicodedata.combining(character)
    }
    known = all(unicodedata.name(letter, "").startswith(_SCRIPTS) for letter in letters)
    return bool(letters) and known and others <= set("-‐'’.")


def _initials(given: str) -> str:
    """`J.-L.` of Jean-Luc, `J. R.` of J.R."""
    hyphenated = re.split("[-‐]", given)
    return "-".join(
        " ".join(f"{part[0].upper()}." for part in word.split(".") if part)
        for word in hyphenated
        if word.strip(".")
    )
