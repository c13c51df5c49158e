"""The journal of changes in the notebook: every change can be undone, and what was is never lost.

A change is what was kept before and after it, either of which may be None. A revision counts the
changes and what is undone and redone of them.
"""

import sqlite3
from contextlib import suppress
from typing import Any

from braidtui.notebook.disk.errors import UnreadableError
from braidtui.notebook.disk.records import (
    COLUMNS,
    PLACEHOLDERS,
    json_of,
    kept_from,
    kept_of,
    row_of,
)
from braidtui.notebook.kept import Change, Kept

# Those that count for a process are its own; all of them, as long as it has none.
_UNDOABLE = """
    SELECT revision, before, after FROM changes WHERE undone = 0 AND (process = :process
        OR NOT EXISTS (SELECT 1 FROM changes WHERE process = :process))
    ORDER BY revision DESC LIMIT 1
"""
_REDOABLE = """
    WITH own AS (SELECT revision FROM changes WHERE process = :process OR undone_by = :process),
    counted AS (SELECT * FROM changes WHERE NOT EXISTS (SELECT 1 FROM own)
        OR process = :process OR undone_by = :process)
    SELECT revision, before, after FROM counted
    WHERE undone > (SELECT coalesce(max(revision), 0) FROM counted WHERE undone = 0)
    ORDER BY undone DESC LIMIT 1
"""


def revision_of(connection: sqlite3.Connection) -> int:
    """How many changes there were."""
    number: int = connection.execute("SELECT number FROM revision").fetchone()[0]
    return number


def write(
    connection: sqlite3.Connection, process: str, before: Kept | None, after: Kept | None
) -> Kept:
    """Makes a change, of which one may be None; gives what is kept now, else what was."""
    now = _put(connection, before, after)
    values = (_next_revision(connection), process, _text(before), _text(after and now))
    connection.execute(
        "INSERT INTO changes (revision, process, before, after) VALUES (?, ?, ?, ?)", values
    )
    return now


def undo(connection: sqlite3.Connection, process: str) -> Change | None:
    """Takes the last change back that this process made and that still holds."""
    row = connection.execute(_UNDOABLE, {"process": process}).fetchone()
    return _turn_back(connection, row, process) if row else None


def redo(connection: sqlite3.Connection, process: str) -> Change | None:
    """Makes the change again that was undone last, if none was made since."""
    row = connection.execute(_REDOABLE, {"process": process}).fetchone()
    return _make_again(connection, row) if row else None


def find(connection: sqlite3.Connection, id: int) -> Kept | None:
    """The kept thing of an id."""
    row = connection.execute(f"SELECT {COLUMNS} FROM kept WHERE id = ?", (id,)).fetchone()
    return kept_of(row) if row else None


def _turn_back(connection: sqlite3.Connection, row: Any, process: str) -> Change:
    """What others changed meanwhile is written down, so that to redo brings it back."""
    revision, before, after = row
    earlier, later = _kept(before), _kept(after)
    present = None
    if concerned := earlier or later:
        with suppress(UnreadableError):
            present = find(connection, concerned.id)
    now = _put(connection, later, earlier)
    connection.execute(
        "UPDATE changes SET after = ?, undone = ?, undone_by = ? WHERE revision = ?",
        (_text(present) or after, _next_revision(connection), process, revision),
    )
    return Change(_deed(before, after), now)


def _make_again(connection: sqlite3.Connection, row: Any) -> Change:
    revision, before, after = row
    now = _put(connection, _kept(before), _kept(after))
    _next_revision(connection)
    connection.execute(
        "UPDATE changes SET undone = 0, undone_by = '' WHERE revision = ?", (revision,)
    )
    return Change(_deed(before, after), now)


def _put(connection: sqlite3.Connection, before: Kept | None, after: Kept | None) -> Kept:
    """Has `after` stand where `before` stood; gives what is kept now, else what was."""
    if after is None:
        if before is None:
            raise UnreadableError("a change in it is of nothing")
        connection.execute("DELETE FROM kept WHERE id = ?", (before.id,))
        return before
    sql = f"INSERT OR REPLACE INTO kept ({COLUMNS}) VALUES ({PLACEHOLDERS})"
    row = row_of(after)
    return kept_of([connection.execute(sql, row).lastrowid, *row[1:]])


def _next_revision(connection: sqlite3.Connection) -> int:
    connection.execute("UPDATE revision SET number = number + 1")
    return revision_of(connection)


def _deed(before: str | None, after: str | None) -> str:
    if before is None:
        return "kept"
    return "changed" if after is not None else "dropped"


def _text(kept: Kept | None) -> str | None:
    return json_of(kept) if kept else None


def _kept(text: str | None) -> Kept | None:
    return kept_from(text) if text is not None else None
