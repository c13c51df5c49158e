"""Brings what could be read of a damaged notebook into the copy that takes its place."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from braidtui.notebook.disk import schema
from braidtui.notebook.disk.errors import UnreadableError
from braidtui.notebook.disk.journal import revision_of
from braidtui.notebook.disk.records import COLUMNS, PLACEHOLDERS, kept_of, row_of, things_from
from braidtui.notebook.disk.salvaging.rows import TABLES, Row, rows
from braidtui.notebook.kept import Kept

# What is kept or changed from now on is told from what was lost, though another reader knows that.
_APART = 1000
_LATER = f"""
    UPDATE revision SET number = {_APART} + max(number,
        (SELECT coalesce(max(max(revision, undone)), 0) FROM changes))
"""
_PLACE = f"""
    INSERT INTO places ({TABLES["places"]}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (key) DO UPDATE SET
        path = excluded.path, turn = excluded.turn, offset = excluded.offset,
        start = excluded.start, fraction = excluded.fraction, is_read = excluded.is_read,
        furthest = excluded.furthest, seen_at = excluded.seen_at
    WHERE excluded.seen_at > coalesce(seen_at, 0)
"""


class Salvaged(NamedTuple):
    """How many things the copy holds, and how many of them it did not hold before."""

    things: int
    more: int


class _Event(NamedTuple):
    """What a change, or its undoing, made of a kept thing: None where it was dropped."""

    number: int
    id: int
    kept: Kept | None


def salvage(damaged: Path | None, copy: Path) -> Salvaged:
    """Brings a copy of the backup, or an empty file, up to what the damaged notebook holds.

    What was changed after the backup is taken from the journal of changes, else from its own row;
    of what was not, that of the backup stays, which SQLite found sound.
    """
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("PRAGMA journal_mode=MEMORY")  # a killed process leaves no file of it
        schema.bring_up_to_date(connection)
        before = _ids(connection)
        if damaged:
            _add(connection, damaged)
        connection.execute(_LATER)
        _raise_ids(connection)
        now = _ids(connection)
    return Salvaged(len(now), len(now - before))


def _add(connection: sqlite3.Connection, damaged: Path) -> None:
    known = revision_of(connection)
    changes = [row for row in rows(damaged, "changes") if _is_change(row)]
    for change in changes:
        deed = "REPLACE" if change[4] > known else "IGNORE"
        _insert(connection, f"INSERT OR {deed} INTO changes VALUES (?, ?, ?, ?, ?, ?)", change)
    present = {one.id: one for one in _readable(rows(damaged, "kept"))}
    events = list(_events(changes))
    last = {
        event.id: event
        for event in sorted(events, key=lambda it: it.number)
        if event.number > known
    }
    states = {event.kept for event in events}
    for one in present.values():
        deed = "REPLACE" if one.id in last and one in states else "IGNORE"
        _put(connection, deed, one)
    _follow(connection, last, {one.id for one in present.values() if one in states})
    for row in rows(damaged, "places"):
        if _is_place(row):
            _insert(connection, _PLACE, row)


def _follow(
    connection: sqlite3.Connection, last: Mapping[int, _Event], are_known: Iterable[int]
) -> None:
    """What the journal tells of things whose own row is lost, or is not as it was written."""
    for id in last.keys() - set(are_known):
        if kept := last[id].kept:
            _put(connection, "REPLACE", kept)
        else:
            connection.execute("DELETE FROM kept WHERE id = ?", (id,))


def _events(changes: Iterable[Row]) -> Iterator[_Event]:
    for revision, _, *texts, undone, _ in changes:
        before, after = ({one.id: one for one in things_from(text)} for text in texts)
        made = before if undone else after
        for id in before.keys() | after.keys():
            yield _Event(undone or revision, id, made.get(id))


def _readable(found: Iterable[Row]) -> Iterator[Kept]:
    for row in found:
        with suppress(UnreadableError):
            yield kept_of(row)


def _is_change(row: Row) -> bool:
    revision, process, before, after, undone, undone_by = row
    texts = [text for text in (before, after) if text is not None]
    if not (isinstance(revision, int) and isinstance(undone, int) and texts):
        return False
    if not all(isinstance(text, str) and text.isascii() for text in (process, undone_by, *texts)):
        return False  # all of it is written in ASCII
    try:
        _ = [things_from(text) for text in texts]
    except UnreadableError:
        return False
    return True


def _is_place(row: Row) -> bool:
    key, path, turn, offset, _, *fractions, is_read, _ = row
    are_names = isinstance(key, bytes) and isinstance(path, bytes)
    are_numbers = all(isinstance(number, int) for number in (turn, offset, is_read))
    return are_names and are_numbers and all(isinstance(it, (int, float)) for it in fractions)


def _put(connection: sqlite3.Connection, deed: str, kept: Kept) -> None:
    sql = f"INSERT OR {deed} INTO kept ({COLUMNS}) VALUES ({PLACEHOLDERS})"
    _insert(connection, sql, row_of(kept))


def _insert(connection: sqlite3.Connection, sql: str, row: Row) -> None:
    with suppress(sqlite3.IntegrityError, OverflowError):  # the row itself is damaged
        connection.execute(sql, row)


def _raise_ids(connection: sqlite3.Connection) -> None:
    """No id is given twice, though the thing that had it is lost."""
    query = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'kept'"
    highest = connection.execute(query).fetchone()[0]
    connection.execute("DELETE FROM sqlite_sequence WHERE name = 'kept'")
    connection.execute("INSERT INTO sqlite_sequence VALUES ('kept', ?)", (highest + _APART,))


def _ids(connection: sqlite3.Connection) -> set[int]:
    return {id for (id,) in connection.execute("SELECT id FROM kept")}
