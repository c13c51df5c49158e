"""What the store knows of a file, as a row that tells whether it is damaged."""

import sqlite3
from os import fsdecode, fsencode
from typing import Any, NamedTuple, Self
from zlib import crc32

from braidtui.library.cache.summary import COLUMNS as SUMMARY_COLUMNS
from braidtui.library.cache.summary import Summary
from braidtui.library.reading import Stamp

COLUMNS = ("path", "size", "changed", "read_at", "digest", *SUMMARY_COLUMNS, "checksum")

_UNSETTLED = 2_000_000_000  # nanoseconds; the coarsest clock of a file system (FAT)

Content = tuple[int, bytes]
"""What a file held when it was read: its id in the store, and the digest of its bytes."""


class Damaged(sqlite3.DatabaseError):
    """What stands in the store is not what was put there."""


class Kept(NamedTuple):
    """What the store knows of a file as it was when it was read (`read_at`, in nanoseconds)."""

    id: int
    path: str
    stamp: Stamp
    read_at: int
    digest: bytes
    summary: Summary

    def is_current(self, stamp: Stamp) -> bool:
        """Whether a file with this stamp is the one that was read.

        A file read right after it had changed may have changed again within one tick of the
        file system's clock: such a stamp tells nothing yet (as git's "racy" entries).
        """
        return stamp == self.stamp and stamp.changed + _UNSETTLED < self.read_at

    def restamped(self, stamp: Stamp, read_at: int) -> Self:
        """The same content, found again."""
        return self._replace(stamp=stamp, read_at=read_at)


def row_of(kept: Kept) -> tuple[Any, ...]:
    """The cells of COLUMNS."""
    row = (fsencode(kept.path), *kept.stamp, kept.read_at, kept.digest, *kept.summary.as_row())
    return (*row, _checksum(row))


def kept_from(row: tuple[Any, ...]) -> Kept:
    """What `row_of` was given, from the id and the cells; raises Damaged where that is noticed."""
    id, *cells, checksum = row
    if _checksum(tuple(cells)) != checksum:
        raise Damaged("a row is damaged")
    path, size, changed, read_at, digest, *summary = cells
    stamp = Stamp(size, changed)
    return Kept(id, fsdecode(path), stamp, read_at, digest, Summary.from_row(tuple(summary)))


def _checksum(row: tuple[Any, ...]) -> int:
    return crc32(repr(row).encode())
