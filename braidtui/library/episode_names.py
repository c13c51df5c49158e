"""The ways to name an episode of the library: its number, its id, words of its title."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from braidtui.library.entry import Entry

_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
_WORD_PARTS = re.compile(r"\w+")


def fitting(entries: Sequence[Entry], name: str) -> list[Entry]:
    """The episodes that `name` fits in the first way in which it fits any.

    A broken file is only meant where the name fits no other.
    """
    for way in _WAYS:
        found = way(entries, name)
        if found:
            return [entry for entry in found if not entry.broken] or found
    return []


def folded(text: str) -> str:
    """A text without case and accents, as names are compared."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _by_number(entries: Sequence[Entry], name: str) -> list[Entry]:
    """`8` and `008`; the number of a broken file is not known, but may be its id.

    Where several shows have the number, the episode that has it for its id, just so, is meant.
    """
    if not _NUMBER.fullmatch(name):
        return []
    number = int(name)
    found = [
        entry
        for entry in entries
        if entry.number == number
        or (entry.broken and _NUMBER.fullmatch(entry.id) and int(entry.id) == number)
    ]
    named = [entry for entry in found if entry.id == name and not entry.broken]
    return named if len(named) == 1 else found


def _by_id(entries: Sequence[Entry], name: str) -> list[Entry]:
    """The id, or the key: the id with its folder."""
    return [entry for entry in entries if name in (entry.id, entry.key)]


def _by_id_in_any_case(entries: Sequence[Entry], name: str) -> list[Entry]:
    wanted = name.casefold()
    return [entry for entry in entries if wanted in (entry.id.casefold(), entry.key.casefold())]


def _by_words(entries: Sequence[Entry], name: str) -> list[Entry]:
    """Every word of the name is a word of the title."""
    wanted = set(_WORD_PARTS.findall(folded(name)))
    return [it for it in entries if wanted and wanted <= set(_WORD_PARTS.findall(folded(it.title)))]


def _by_parts_of_words(entries: Sequence[Entry], name: str) -> list[Entry]:
    """Every word of the name stands somewhere in the title."""
    wanted = folded(name).split()
    return [it for it in entries if wanted and all(word in folded(it.title) for word in wanted)]


_WAYS: tuple[Callable[[Sequence[Entry], str], list[Entry]], ...] = (
    _by_number,
    _by_id,
    _by_id_in_any_case,
    _by_words,
    _by_parts_of_words,
)
