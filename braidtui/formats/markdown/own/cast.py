"""Who speaks in a document: names, roles, models and voices, as far as it carries them."""

import re
from collections.abc import Iterable, Mapping, Sequence

from braidtui.episode.model import Speaker
from braidtui.episode.safe_text import clean_line
from braidtui.formats.markdown.own.front import Front
from braidtui.formats.markdown.own.signs import plain
from braidtui.formats.reading.speaker_ids import speaker_ids

_LONGEST = 1000
_SIGN = re.compile(r"\\.|[()]")  # an escaped one is a sign of the name


def read_cast(heads: Iterable[str], front: Front) -> Mapping[str, Speaker]:
    """The speaker of each head of a turn (`Name (role)`, still escaped), in the order of turns.

    Parentheses at its end are a role, unless the front matter lists the whole as a name. Models
    and voices are told only where the front matter has one for every speaker.
    """
    known = frozenset(clean_line(name).strip() for name in front.values.get("speakers", ()))
    told = {head: _parted(head, known) for head in dict.fromkeys(heads)}
    people = list(dict.fromkeys(told.values()))
    ids = _ids(people)
    models, voices = (_one_each(front.values.get(key, ()), people) for key in ("models", "voices"))
    speakers = {
        person: Speaker(id, *person, model, voice)
        for person, id, model, voice in zip(people, ids, models, voices, strict=True)
    }
    return {head: speakers[person] for head, person in told.items()}


def _ids(people: Sequence[tuple[str, str]]) -> list[str]:
    """An id for each: two of one name are told apart by their roles, or by a number."""
    keys: dict[str, None] = {}
    for number, (name, role) in enumerate(people):
        offers = (name, f"{name} {role}", f"{name} {role} {number}")
        keys[next((key for key in offers if key not in keys), f"{number} {name} {role}")] = None
    return list(speaker_ids(keys).values())


def _one_each(values: Sequence[str], people: Sequence[object]) -> list[str]:
    cleaned = [clean_line(value) for value in values]
    return cleaned if len(cleaned) == len(people) else [""] * len(people)


def _parted(head: str, known: frozenset[str]) -> tuple[str, str]:
    """The name and the role of a head."""
    whole = clean_line(plain(head)).strip()
    if whole in known or not head.endswith(")") or len(head) > _LONGEST:
        return whole or "Speaker", ""
    cuts = [at for at in range(1, len(head)) if head.startswith(" (", at)]
    fitting = [at for at in cuts if clean_line(plain(head[:at])).strip() in known]
    at = fitting[0] if fitting else _opening(head)
    if at <= 0:
        return whole, ""
    return clean_line(plain(head[:at])).strip() or "Speaker", clean_line(plain(head[at + 2 : -1]))


def _opening(head: str) -> int:
    """Where the parentheses begin that end a head, with the blank before them; -1 for none."""
    bare = [(sign[0], sign.start()) for sign in _SIGN.finditer(head) if len(sign[0]) == 1]
    depth = 0
    for sign, at in reversed(bare):
        depth += 1 if sign == ")" else -1
        if depth == 0:
            ends = bare[-1] == (")", len(head) - 1)
            return at - 1 if ends and at and head[at - 1] == " " else -1
    return -1
