"""The notebook: the place in each episode, which are read, and the way to all that is kept."""

import os
import time
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from braidtui.library.folders import data_folder
from braidtui.notebook.disk.errors import NotebookError
from braidtui.notebook.disk.notebook_file import NotebookFile

if TYPE_CHECKING:  # the first screen is drawn without it
    from braidtui.notebook.keepsakes import Keepsakes

__all__ = ["Notebook", "NotebookError", "Place"]

# The clock may be set back; the place kept last must still be the latest.
_KEEP = """
    INSERT INTO places (key, path, turn, offset, start, fraction, furthest, seen_at)
    VALUES (:key, :path, :turn, :offset, :start, :fraction, :fraction,
            max(:now, (SELECT coalesce(max(seen_at), 0) + 1 FROM places)))
    ON CONFLICT (key) DO UPDATE SET
        path = excluded.path, turn = excluded.turn, offset = excluded.offset,
        start = excluded.start, fraction = excluded.fraction,
        furthest = max(furthest, excluded.furthest), seen_at = excluded.seen_at
"""
_MARK_READ = """
    INSERT INTO places (key, path, is_read) VALUES (:key, :path, :read)
    ON CONFLICT (key) DO UPDATE SET
        path = excluded.path, is_read = excluded.is_read,
        furthest = CASE WHEN excluded.is_read THEN furthest ELSE 0 END
"""
_PLACE = "SELECT turn, offset, start, fraction FROM places WHERE key = ? AND seen_at IS NOT NULL"
_LAST = "SELECT key, path FROM places WHERE seen_at IS NOT NULL ORDER BY seen_at DESC LIMIT 1"
_PROGRESS = "SELECT key, CASE WHEN is_read THEN 1.0 ELSE furthest END FROM places"


class Place(NamedTuple):
    """A place in an episode: a turn, the code point in its text, its start, and how far 0..1.

    The start (milliseconds) and the fraction find it again in a transcript that was corrected.
    """

    turn: int
    offset: int
    start: int | None
    fraction: float


class Notebook:
    """What the reader keeps, in one SQLite file; every method may raise NotebookError.

    Usable from any thread and by several processes at once: what returned is on the disk.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._file = NotebookFile(path)

    @classmethod
    def default(cls) -> Self:
        """The person's own; without a home every method raises NotebookError."""
        folder = data_folder()
        return cls(folder / "notebook.sqlite" if folder else None)

    @cached_property
    def keepsakes(self) -> "Keepsakes":
        """The marks, highlights, notes and quotes."""
        from braidtui.notebook.keepsakes import Keepsakes

        return Keepsakes(self.path, file=self._file)

    def notices(self) -> tuple[str, ...]:
        """What befell the notebook since this was asked last, one safe line each."""
        return self._file.notices()

    def place(self, key: str) -> Place | None:
        """Where the reader was in an episode; None where never."""
        rows = self._read(_PLACE, os.fsencode(key))
        return Place(*rows[0]) if rows else None

    def keep_place(self, key: str, path: Path, place: Place) -> None:
        """Remembers a place; the last one kept counts, of the fraction also the furthest."""
        values = place._replace(fraction=min(max(place.fraction, 0.0), 1.0))._asdict()
        values |= {"key": os.fsencode(key), "path": os.fsencode(path)}
        values |= {"now": time.time_ns() // 1_000_000}
        self._file.change(lambda notebook: notebook.execute(_KEEP, values))

    def last_read(self) -> tuple[str, Path] | None:
        """Key and path of the episode whose place was kept last."""
        rows = self._read(_LAST)
        return (os.fsdecode(rows[0][0]), Path(os.fsdecode(rows[0][1]))) if rows else None

    def set_read(self, key: str, path: Path, read: bool) -> None:
        """Marks an episode read, or unread: then nothing of it counts as read."""
        values = {"key": os.fsencode(key), "path": os.fsencode(path), "read": read}
        self._file.change(lambda notebook: notebook.execute(_MARK_READ, values))

    def progress(self) -> Mapping[str, float]:
        """For each key how much is read, 0 to 1; 1 where it is marked read."""
        return {os.fsdecode(key): fraction for key, fraction in self._read(_PROGRESS)}

    def _read(self, query: str, *values: bytes) -> list[tuple[Any, ...]]:
        """The rows of a query; none from a notebook that has not been begun."""
        return self._file.ask(lambda notebook: notebook.execute(query, values).fetchall(), [])
