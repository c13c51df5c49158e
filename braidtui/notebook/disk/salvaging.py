"""What can still be read of a damaged notebook, brought into the backup that takes its place."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from braidtui.notebook.disk import schema
from braidtui.notebook.disk.errors import UnreadableError
from braidtui.notebook.disk.reading import as_text
from braidtui.notebook.disk.records import COLUMNS, kept_from, kept_of

_TABLES = {
    "kept": COLUMNS,
    "changes": "revision, process, before, after, undone, undone_by",
    "places": "key, path, turn, offset, start, fraction, furthest, is_read, seen_at",
}
_LATER = """
    UPDATE revision SET number = 1 + max(number,
        (SELECT coalesce(max(max(revision, undone)), 0) FROM changes))
"""


def salvage(damaged: Path, copy: Path) -> int:
    """Adds the rows that a copy of the backup lacks; gives how many kept things these are.

    Where both have a row that of the backup stays, which SQLite found sound.
    """
    saved = 0
    with (
        suppress(sqlite3.DatabaseError),  # then there is nothing to be read
        closing(sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True)) as origin,
        closing(sqlite3.connect(copy)) as backup,
        backup,
    ):
        backup.execute("PRAGMA journal_mode=MEMORY")  # a killed process leaves no file of it
        origin.text_factory = as_text
        schema.bring_up_to_date(backup)
        if not schema.is_outdated(origin):
            before = _count(backup)
            for table in _TABLES:
                for row in _rows(origin, table):
                    if _is_readable(table, row):
                        _insert(backup, table, row)
            backup.execute(_LATER)
            saved = _count(backup) - before
    return saved


def _rows(origin: sqlite3.Connection, table: str) -> Iterator[tuple[Any, ...]]:
    """Those before the damage and those after it, some of them twice."""
    for order in ("ASC", "DESC"):
        with suppress(sqlite3.DatabaseError):
            yield from origin.execute(f"SELECT {_TABLES[table]} FROM {table} ORDER BY 1 {order}")


def _is_readable(table: str, row: tuple[Any, ...]) -> bool:
    try:
        if table == "kept":
            kept_of(row)
        if table == "changes":
            _ = [kept_from(text) for text in row[2:4] if text is not None]
    except UnreadableError:
        return False
    return True


def _insert(backup: sqlite3.Connection, table: str, row: tuple[Any, ...]) -> None:
    places = ", ".join("?" * len(row))
    with suppress(sqlite3.IntegrityError, OverflowError):  # the row itself is damaged
        backup.execute(f"INSERT OR IGNORE INTO {table} ({_TABLES[table]}) VALUES ({places})", row)


def _count(backup: sqlite3.Connection) -> int:
    count: int = backup.execute("SELECT count(*) FROM kept").fetchone()[0]
    return count
