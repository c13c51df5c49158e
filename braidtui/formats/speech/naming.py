"""Who says each row: names told, names before a colon, first names that mean full ones."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate

from braidtui.formats.given import ReadOptions
from braidtui.formats.reading.titles import title_line
from braidtui.formats.speech.aliases import full_names
from braidtui.formats.speech.columns import Columns
from braidtui.formats.speech.draft import Draft
from braidtui.formats.speech.joining.exchanges import names_inside, parted_at_names
from braidtui.formats.speech.prefixes import (
    MOST,
    accepted_names,
    bare,
    in_pairs,
    is_labelled,
    prefix_of,
)

_MANY = 10  # uses that make a name of any word
_TWICE = 2
NOBODY_NAME = "Speaker"  # of whoever speaks without being named


def people_known(draft: Draft, options: ReadOptions) -> list[str]:
    """The names that the text and the person tell apart from what is said."""
    names = (title_line(person.name) for person in (*draft.cast, *options.known))
    return list(dict.fromkeys(name for name in names if name))


def named(rows: Columns, draft: Draft, options: ReadOptions, are_joined: bool) -> Columns:
    """The rows, with the name of each who is told, in the spelling that stands for the person; one
    more for each who speaks in a caption of several, where captions are joined."""
    known = people_known(draft, options)
    has_aliases = draft.has_aliases
    if draft.has_prefixes:
        rows, is_by_hand = _with_prefixes(rows, known, are_joined)
        has_aliases = has_aliases or is_by_hand
    return _with_full_names(rows, known) if has_aliases else rows


def carried_on(names: Sequence[str]) -> list[str]:
    """The names, each said of the rows below it until another is; nobody's before the first."""
    return list(accumulate(names, lambda above, name: name or above, initial=NOBODY_NAME))[1:]


def _with_prefixes(rows: Columns, known: Sequence[str], are_joined: bool) -> tuple[Columns, bool]:
    """The rows, with each name before a colon that the evidence makes a speaker's out of the words,
    and whether such names may be short for others. A row that tells its speaker keeps its words."""
    free = _free(rows)
    candidates = [name for _, name, _ in _prefixes(rows, free)]
    inside = list(_names_inside(rows, free))
    met = Counter([*candidates, *inside])
    announced = _announced(rows, free)
    people = [*known, *announced, *(set(rows.names) - {"", NOBODY_NAME})]
    accepted = accepted_names(candidates, people, sum(free), inside) if met else frozenset()
    is_by_hand = not is_labelled(len(candidates), sum(free))
    if len(candidates) < MOST * sum(free):
        doubtful = accepted.difference(people, in_pairs(accepted, accepted))
        accepted -= _common_words(doubtful, met, rows.texts)
    if not accepted:
        return rows, False
    if are_joined:
        rows = parted_at_names(rows, free, accepted, is_by_hand)
    return _without_prefixes(rows, accepted), is_by_hand


def _free(rows: Columns) -> list[bool]:
    """For each row whether it tells no speaker."""
    return [name in ("", NOBODY_NAME) for name in rows.names]


def _prefixes(rows: Columns, free: Sequence[bool]) -> Iterator[tuple[int, str, int]]:
    """Each row that may begin with a name, the name, and the offset of the words behind it."""
    for row, (text, is_free) in enumerate(zip(rows.texts, free, strict=True)):
        if is_free and (":" in text or "：" in text or "[" in text):
            name, at = prefix_of(text)
            if name:
                yield row, name, at


def _names_inside(rows: Columns, free: Sequence[bool]) -> Iterator[str]:
    for text, is_free in zip(rows.texts, free, strict=True):
        if is_free and ":" in text:
            yield from names_inside(text)


def _announced(rows: Columns, free: Sequence[bool]) -> list[str]:
    """The names in capitals that twice begin a row at a change of speaker (`>> ZOE MARR:`)."""
    if not rows.changes:
        return []
    uses = Counter(name for row, name, _ in _prefixes(rows, free) if row in rows.changes)
    return [name for name in uses if uses[name] >= _TWICE and name.isupper()]


def _without_prefixes(rows: Columns, accepted: Collection[str]) -> Columns:
    texts, speakers = rows.texts.copy(), rows.names.copy()
    for row, name, at in _prefixes(rows, _free(rows)):
        if name in accepted:
            texts[row], speakers[row] = texts[row][at:], bare(name)
    return rows._replace(texts=texts, names=speakers)


def _common_words(
    names: Collection[str], uses: Mapping[str, int], texts: Sequence[str]
) -> frozenset[str]:
    """Those of the names that are words which the text says in small letters more often than it
    sets a colon behind them: no handle is, and no name that is used less than ten times."""
    words = {name for name in names if " " not in name and (name.islower() or uses[name] < _MANY)}
    if not words:
        return frozenset()
    said = Counter(word.rstrip(",.?!") for text in texts for word in text.split())
    return frozenset(name for name in words if said[name.lower()] > uses[name])


def _with_full_names(rows: Columns, known: Sequence[str]) -> Columns:
    told = [name for name in dict.fromkeys(rows.names) if name not in ("", NOBODY_NAME)]
    full = {**full_names([*known, *told]), "": "", NOBODY_NAME: NOBODY_NAME}
    return rows._replace(names=[full[name] for name in rows.names])
