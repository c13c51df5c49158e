"""The journal of changes in the notebook: every change can be undone, and what was is never lost.

A change is what was kept before and after it, either of which may be nothing. A revision counts the
changes and what is undone and redone of them.
"""

import sqlite3
from collections.abc import Sequence
from typing import Any

from braidtui.notebook.disk.errors import UnreadableError
from braidtui.notebook.disk.records import (
    COLUMNS,
    PLACEHOLDERS,
    kept_of,
    row_of,
    text_of,
    things_from,
)
from braidtui.notebook.identity import is_of
from braidtui.notebook.kept import Change, Kept

_UNDOABLE = """
    SELECT revision, before, after FROM changes WHERE undone = 0 AND process = ?
    ORDER BY revision DESC LIMIT 1
"""
_REDOABLE = """
    WITH own AS (SELECT * FROM changes WHERE process = ?)
    SELECT revision, before, after FROM own
    WHERE undone > (SELECT coalesce(max(revision), 0) FROM own WHERE undone = 0)
    ORDER BY undone DESC LIMIT 1
"""
_Things = tuple[Kept, ...]


class ChangedSinceError(Exception):
    """What is to be taken back, or made again, is not as it was left."""


def revision_of(connection: sqlite3.Connection) -> int:
    """How many changes there were."""
    number: int = connection.execute("SELECT number FROM revision").fetchone()[0]
    return number


def write(
    connection: sqlite3.Connection, process: str, before: Sequence[Kept], after: Sequence[Kept]
) -> _Things:
    """Makes a change, of which one may be empty; gives what is kept now, else what was."""
    now = _put(connection, before, after)
    values = (_next_revision(connection), process, text_of(before), text_of(now))
    connection.execute(
        "INSERT INTO changes (revision, process, before, after) VALUES (?, ?, ?, ?)", values
    )
    return now or tuple(before)


def undo(connection: sqlite3.Connection, process: str) -> Change | None:
    """Takes the last change back that this process made and that still holds.

    Raises ChangedSinceError where another changed the same things since.
    """
    row = connection.execute(_UNDOABLE, (process,)).fetchone()
    if row is None:
        return None
    revision, before, after = _read(row)
    displaced = _turn(connection, after, before)
    connection.execute(
        "UPDATE changes SET after = ?, undone = ?, undone_by = ? WHERE revision = ?",
        (text_of((*after, *displaced)), _next_revision(connection), process, revision),
    )
    return _change(before, after, before or after)


def redo(connection: sqlite3.Connection, process: str) -> Change | None:
    """Makes the change again that was undone last, if none was made since; raises as `undo`."""
    row = connection.execute(_REDOABLE, (process,)).fetchone()
    if row is None:
        return None
    revision, before, after = _read(row)
    displaced = _turn(connection, before, after)
    _next_revision(connection)
    connection.execute(
        "UPDATE changes SET before = ?, undone = 0, undone_by = '' WHERE revision = ?",
        (text_of((*before, *displaced)), revision),
    )
    return _change(before, after, after or before)


def find(connection: sqlite3.Connection, id: int) -> Kept | None:
    """The kept thing of an id."""
    row = connection.execute(f"SELECT {COLUMNS} FROM kept WHERE id = ?", (id,)).fetchone()
    return kept_of(row) if row else None


def is_told_of(connection: sqlite3.Connection, id: int) -> bool:
    """Whether any change was of a thing: of one that a backup lacks, none is known."""
    words = f'%{{"id": {id},%'  # within a text of it, the quotation marks are escaped
    query = "SELECT 1 FROM changes WHERE before LIKE ? OR after LIKE ? LIMIT 1"
    return connection.execute(query, (words, words)).fetchone() is not None


def _turn(connection: sqlite3.Connection, present: _Things, wanted: _Things) -> _Things:
    """Has some things stand where others stand; gives the marks that gave way to theirs."""
    ids = {one.id for one in (*present, *wanted)}
    if {find(connection, id) for id in ids} - {None} != set(present):
        raise ChangedSinceError
    displaced = tuple(
        mark for one in wanted if one.mark for mark in _same_mark(connection, one, ids)
    )
    _put(connection, (*present, *displaced), wanted)
    return displaced


def _same_mark(connection: sqlite3.Connection, mark: Kept, ids: set[int]) -> list[Kept]:
    """Others of the letter: of the library, or of the episode."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM kept WHERE mark = ?", (mark.mark,))
    return [
        one
        for one in map(kept_of, rows.fetchall())
        if one.id not in ids and (mark.mark.isupper() or is_of(one.episode, mark.episode))
    ]


def _put(connection: sqlite3.Connection, before: Sequence[Kept], after: Sequence[Kept]) -> _Things:
    """Has `after` stand where `before` stood; gives it with its ids."""
    for id in {one.id for one in before} - {one.id for one in after}:
        connection.execute("DELETE FROM kept WHERE id = ?", (id,))
    sql = f"INSERT OR REPLACE INTO kept ({COLUMNS}) VALUES ({PLACEHOLDERS})"
    rows = [row_of(one) for one in after]
    return tuple(kept_of([connection.execute(sql, row).lastrowid, *row[1:]]) for row in rows)


def _next_revision(connection: sqlite3.Connection) -> int:
    connection.execute("UPDATE revision SET number = number + 1")
    return revision_of(connection)


def _read(row: Any) -> tuple[int, _Things, _Things]:
    revision, before, after = row
    things = things_from(before), things_from(after)
    if not any(things):
        raise UnreadableError("a change in it is of nothing")
    return revision, *things


def _change(before: _Things, after: _Things, now: _Things) -> Change:
    if not before:
        return Change("kept", now[0])
    return Change("changed" if after else "dropped", now[0])
