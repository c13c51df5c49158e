"""The rows of a damaged notebook, as many as SQLite can still read: in order, else page by page."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from braidtui.notebook.disk import schema
from braidtui.notebook.disk.errors import Broken
from braidtui.notebook.disk.reading import as_text
from braidtui.notebook.disk.records import COLUMNS

Row = tuple[Any, ...]

TABLES = {
    "kept": COLUMNS,
    "changes": "revision, process, before, after, undone, undone_by",
    "places": "key, path, turn, offset, start, fraction, furthest, is_read, seen_at",
}

_PAGE = 4096  # bytes
_WITH_ROWS = {"kept": b"\x0d", "changes": b"\x0d", "places": b"\x0a\x02"}  # SQLite's kinds of page
_SIZE_IN_HEADER = slice(92, 96)  # of no account, unless it tells when the file was changed last
_ROOT = "UPDATE sqlite_master SET rootpage = ? WHERE name = ?"


def rows(damaged: Path, table: str) -> Sequence[Row]:
    """Some more than once, some with what the damage made of them, and some of other tables."""
    with (
        suppress(*Broken),
        closing(sqlite3.connect(f"{damaged.absolute().as_uri()}?mode=ro", uri=True)) as connection,
    ):
        connection.text_factory = as_text
        return connection.execute(f"SELECT {TABLES[table]} FROM {table}").fetchall()
    return list(_page_by_page(damaged.read_bytes(), table))


def _page_by_page(content: bytes, table: str) -> Iterator[Row]:
    """Each page by itself is taken for the whole table: so no other is needed to read it."""
    content += bytes(-len(content) % _PAGE)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(_first_page(table) + content[_PAGE:])
        connection.text_factory = as_text
        for begin in range(_PAGE, len(content), _PAGE):
            if content[begin] in _WITH_ROWS[table]:
                connection.execute("PRAGMA writable_schema = ON")
                connection.execute(_ROOT, (begin // _PAGE + 1, table))
                connection.execute("PRAGMA writable_schema = RESET")
                yield from _rows_below(connection, table)


def _first_page(table: str) -> bytes:
    """That of a notebook with one table, wherever that may begin."""
    statement = next(
        statement
        for statements in schema.STEPS
        for statement in statements
        if statement.startswith(f"CREATE TABLE {table} ")
    )
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute(statement)
        page = bytearray(connection.serialize()[:_PAGE])
    page[_SIZE_IN_HEADER] = b"\xff" * 4
    return bytes(page)


def _rows_below(connection: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Those before the damage, those after it, and those between that are found by their id."""
    columns = TABLES[table]
    for order in ("ASC", "DESC"):
        with suppress(*Broken):
            yield from connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1 {order}")
    if table != "places":
        for id in _ids(connection, table):
            with suppress(*Broken):
                yield from connection.execute(
                    f"SELECT {columns} FROM {table} WHERE rowid = ?", (id,)
                )


def _ids(connection: sqlite3.Connection, table: str) -> list[int]:
    """They are read without the words, which may go on in another page."""
    found: dict[int, None] = {}
    for order in ("ASC", "DESC"):
        with suppress(*Broken):
            for (id,) in connection.execute(f"SELECT rowid FROM {table} ORDER BY 1 {order}"):
                found[id] = None
    return list(found)
