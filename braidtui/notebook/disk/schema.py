"""The versions of the notebook's file, and the steps that lead from each to the next."""

import sqlite3

from braidtui.notebook.disk.errors import DamagedError

# What each version adds; a step that was released never changes. Keys and paths are bytes, as
# file names are.
STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE places (
            key BLOB PRIMARY KEY,
            path BLOB NOT NULL,
            turn INTEGER NOT NULL DEFAULT 0,
            offset INTEGER NOT NULL DEFAULT 0,
            start INTEGER,
            fraction REAL NOT NULL DEFAULT 0,
            furthest REAL NOT NULL DEFAULT 0,
            is_read INTEGER NOT NULL DEFAULT 0,
            seen_at INTEGER
        ) WITHOUT ROWID""",
    ),
    (
        """CREATE TABLE kept (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL,
            key BLOB NOT NULL,
            path BLOB NOT NULL,
            show TEXT NOT NULL,
            number INTEGER,
            title TEXT NOT NULL,
            date TEXT NOT NULL,
            segment TEXT NOT NULL,
            note TEXT NOT NULL,
            mark TEXT NOT NULL,
            created INTEGER NOT NULL,
            anchors TEXT NOT NULL
        )""",
        "CREATE INDEX kept_by_key ON kept (key)",
        "CREATE INDEX kept_by_title ON kept (title)",
        # What was kept, before and after each change, as JSON; `undone` is the revision at which
        # the change was taken back, 0 while it holds.
        """CREATE TABLE changes (
            revision INTEGER PRIMARY KEY,
            process TEXT NOT NULL,
            before TEXT,
            after TEXT,
            undone INTEGER NOT NULL DEFAULT 0,
            undone_by TEXT NOT NULL DEFAULT ''
        )""",
        "CREATE TABLE revision (number INTEGER NOT NULL)",
        "INSERT INTO revision VALUES (0)",
    ),
)


_HIGHEST = 999


class NewerVersionError(sqlite3.NotSupportedError):
    """The file was written by a newer braidtui."""


def version_of(connection: sqlite3.Connection) -> int:
    """The version of a notebook, 0 of one that is not begun; raises where it is too new or none."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if not 0 <= version <= _HIGHEST:
        raise DamagedError("it is of no version that will ever be")
    if version > len(STEPS):
        raise NewerVersionError("it was written by a newer braidtui and is left as it is")
    return version


def is_outdated(connection: sqlite3.Connection) -> bool:
    """Whether steps are to be taken."""
    return version_of(connection) < len(STEPS)


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Takes the steps that lack, within the transaction that is open."""
    for statements in STEPS[version_of(connection) :]:
        for statement in statements:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version={len(STEPS)}")
