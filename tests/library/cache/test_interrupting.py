"""A question that is interrupted does the cache no harm, whatever SQLite says of it."""

import sqlite3
from pathlib import Path

from braidtui.library.cache.sqlite_file import CacheFile


def cache(path: Path) -> CacheFile:
    file = CacheFile(path / "cache.sqlite", ("CREATE TABLE numbers (number)",), 1)
    file.change(lambda cache: cache.execute("INSERT INTO numbers VALUES (7)"))
    return file


def numbers(cache: sqlite3.Connection) -> list[tuple[int]]:
    cache.execute("BEGIN")
    return cache.execute("SELECT number FROM numbers").fetchall()


def test_what_fails_by_an_interrupt_is_taken_for_no_damage(tmp_path: Path) -> None:
    file = cache(tmp_path)

    def fail(cache: sqlite3.Connection) -> str:
        file.interrupt()
        raise sqlite3.OperationalError("vtable constructor failed")

    assert file.ask(fail, "otherwise") == "otherwise"
    assert file.notice == ""
    assert file.ask(numbers, []) == [(7,)]


def test_what_an_interrupt_left_open_is_closed_before_the_next_question(tmp_path: Path) -> None:
    file = cache(tmp_path)
    assert file._connection is not None
    file._connection.execute("BEGIN")
    assert file.ask(numbers, []) == [(7,)]
    assert file.notice == ""
