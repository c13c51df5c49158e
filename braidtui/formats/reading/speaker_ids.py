"""Ids for the names of speakers: the last name where it tells them apart, else the whole name."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import count
from types import MappingProxyType

_LONGEST = 40
_APART = re.compile(r"[\W_]+")


def speaker_ids(
    names: Iterable[str], own: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """An id of small letters, digits and hyphens for each name; no two are the same.

    `own` has names that bring an id: it is theirs, whatever it looks like, unless it is taken.
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))
    in_order = dict.fromkeys(names)
    for name in dict.fromkeys([*own, *in_order]):
        whole = _named(_slug(name))
        offers = (f"{whole}-{number}" for number in numbers[whole])
        last = _named(_last(name), whole)
        first = [offer for offer in (own.get(name), last, whole) if offer and offer not in taken]
        ids[name] = first[0] if first else next(offer for offer in offers if offer not in taken)
        taken.add(ids[name])
    return {name: ids[name] for name in dict.fromkeys([*in_order, *own])}


def _last(name: str) -> str:
    return _slug(name.rpartition(" ")[2])


def _named(slug: str, otherwise: str = "speaker") -> str:
    """A slug that can name somebody: a bare number could be taken for a time or a count."""
    if not slug.isdigit():
        return slug or otherwise
    return otherwise if otherwise != "speaker" else f"speaker-{slug}"


def _slug(text: str) -> str:
    """Words joined by hyphens, without accents; in a script that has no ASCII form, as it is."""
    letters = text.casefold().replace("'", "").replace("’", "")
    slug = letters if letters.isascii() else _without_accents(letters)
    return _APART.sub("-", slug).strip("-")[:_LONGEST].strip("-")


def _without_accents(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    return bare if bare.isascii() else unicodedata.normalize("NFC", letters)
