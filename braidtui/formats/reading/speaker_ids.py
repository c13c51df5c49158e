"""Ids for the names of speakers: the last name where it tells them apart, else the whole name."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import count

_LONGEST = 40


def speaker_ids(names: Iterable[str]) -> dict[str, str]:
    """An id of small letters, digits and hyphens for each name; no two are the same."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))
    for name in dict.fromkeys(names):
        whole = _named(_slug(name))
        offers = (f"{whole}-{number}" for number in numbers[whole])
        first = [offer for offer in (_named(_last(name), whole), whole) if offer not in taken]
        ids[name] = first[0] if first else next(offer for offer in offers if offer not in taken)
        taken.add(ids[name])
    return ids


def _last(name: str) -> str:
    return _slug(name.rpartition(" ")[2])


def _named(slug: str, otherwise: str = "speaker") -> str:
    """A slug that can name somebody: a bare number could be taken for a time or a count."""
    if not slug.isdigit():
        return slug or otherwise
    return otherwise if otherwise != "speaker" else f"speaker-{slug}"


def _slug(text: str) -> str:
    """Words joined by hyphens, without accents; in a script that has no ASCII form, as it is."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("'", "").replace("’", ""))
    bare = "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
    slug = bare if bare.isascii() else unicodedata.normalize("NFC", letters)
    return re.sub(r"[\W_]+", "-", slug).strip("-")[:_LONGEST].strip("-")
