"""What a query asks of the index: expressions for FTS5, each with the episodes to look into."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from braidtui.find.phrase import Phrase
from braidtui.library.entry import Entry
from braidtui.library.search.fields import FIELDS
from braidtui.library.search.filtering import holds_for_entry
from braidtui.library.search.matching.expressions import Matcher, Matching
from braidtui.library.search.matching.shelf import Scope, Shelf
from braidtui.library.search.query import Atom, Clause, Filter, Query

_MOST_KEPT = 64  # ways to part the episodes


class Task(NamedTuple):
    """One expression, and where it is looked for."""

    matching: Matching
    scope: Scope


def tasks(query: Query, shelf: Shelf, matcher: Matcher, read: Mapping[str, float]) -> list[Task]:
    """Mostly one. A clause that is about turns or about the episode (`rocket OR date:2026`) parts
    the episodes: where it holds for the episode, nothing is left of it to ask of the turns.
    """
    of_turns = [clause for clause in query.clauses if not any(map(_is_of_episode, clause))]
    mixed = [clause for clause in query.clauses if any(map(_is_of_episode, clause))]
    parts = []
    for left, scope in _scopes(mixed, shelf, read):
        if found := matcher.matching([*of_turns, *left]):
            parts.append(Task(found, scope))
    return parts


def _scopes(
    clauses: Sequence[Clause], shelf: Shelf, read: Mapping[str, float]
) -> list[tuple[tuple[Clause, ...], Scope]]:
    """The episodes parted by what is left of some clauses. The shelf remembers it."""
    if not clauses:
        return [((), shelf.all)]
    key = (tuple(clauses), tuple(sorted(read.items())) if _ask_for_read(clauses) else ())
    if (known := shelf.parted.get(key)) is None:
        ranks: dict[tuple[Clause, ...], list[int]] = {}
        for placed in shelf.placed:
            if (left := _left(clauses, placed.entry, read)) is not None:
                ranks.setdefault(left, []).append(placed.rank)
        known = [(left, shelf.scope(those)) for left, those in ranks.items()]
        if len(shelf.parted) >= _MOST_KEPT:
            shelf.parted.clear()
        shelf.parted[key] = known
    return known


def _ask_for_read(clauses: Iterable[Clause]) -> bool:
    atoms = (atom.what for clause in clauses for atom in clause)
    return any(isinstance(what, Filter) and what.field == "is" for what in atoms)


def _left(
    clauses: Iterable[Clause], entry: Entry, read: Mapping[str, float]
) -> tuple[Clause, ...] | None:
    """What is still to hold for turns of an episode; None where nothing can."""
    left = []
    for clause in clauses:
        of_episode = [atom for atom in clause if _is_of_episode(atom)]
        share = read.get(entry.key, 0)
        if any(_holds(atom.what, entry, share) != atom.is_not for atom in of_episode):
            continue
        rest = tuple(atom for atom in clause if not _is_of_episode(atom))
        if not rest:
            return None
        left.append(rest)
    return tuple(left)


def _is_of_episode(atom: Atom) -> bool:
    return isinstance(atom.what, Filter) and FIELDS[atom.what.field].is_of_episode


def _holds(what: Phrase | Filter, entry: Entry, read: float) -> bool:
    return isinstance(what, Filter) and holds_for_entry(what, entry, read)
