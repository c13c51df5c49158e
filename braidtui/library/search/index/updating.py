"""Bringing the index in step with a library: what has changed is read, what is missing comes in."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress

from braidtui.episode.problem import EpisodeRefused
from braidtui.library.cache.reading import open_episode
from braidtui.library.cache.store import Content, EpisodeStore
from braidtui.library.catalog import Library
from braidtui.library.entry import Entry
from braidtui.library.search.index.building import Builder
from braidtui.library.search.index.tables import index_file

Progress = Callable[[int, int], None]


class _Stopped(Exception):
    """It is not to go on."""


class Update:
    """One run of it, with connections of its own: nothing else waits for them."""

    def __init__(
        self, library: Library, progress: Progress | None, until: Callable[[], bool]
    ) -> None:
        """`progress` hears (episodes done, of how many); `until` tells when to stop."""
        self._library = library
        self._tell = progress or _unheard
        self._until = until
        self._has_read = False
        self._done = self._missing = 0

    def run(self, *, anew: bool) -> tuple[bool, str]:
        """Does it, `anew` from an empty index.

        Gives whether it cannot be done, and what is wrong with the cache as a safe line, or "".
        """
        path = self._library.store_path
        store, file = EpisodeStore(path), index_file(path)
        builder = Builder(file, store)
        try:
            if anew:
                builder.empty()
            entries = self._library.rescan(self._read)
            missing = builder.missing(entries, self._contents(entries, store))
            self._missing = len(missing)
            builder.build(missing, self._indexed, self._until)
            builder.merge(self._until)
        except _Stopped:
            pass
        finally:
            file.close()
            store.close()
        is_stuck = path is not None and None in (file.path, store.path, self._library.store_path)
        return is_stuck, file.notice or (store.notice if is_stuck else "")

    def _contents(self, entries: Iterable[Entry], store: EpisodeStore) -> Mapping[str, Content]:
        """What is in the store: of these entries all. The library may have read them into one that
        somebody has deleted, or may not have come to write.
        """
        contents = store.contents()
        unknown = [it for it in entries if not it.broken and str(it.path) not in contents]
        if not unknown or store.path is None:
            return contents
        for count, entry in enumerate(unknown, 1):
            with suppress(EpisodeRefused, OSError):  # it has changed since it was listed
                open_episode(entry.path, store)
            self._read(count, len(unknown))
        return store.contents()

    def _read(self, done: int, files: int) -> None:
        """A file that is only read is half done."""
        if self._until():
            raise _Stopped
        self._has_read = True
        self._tell(done // 2, files)

    def _indexed(self) -> None:
        self._done += 1
        half = (self._missing - self._done) // 2 if self._has_read else self._missing - self._done
        self._tell(self._missing - half, self._missing)


def _unheard(_done: int, _all: int) -> None:
    """For progress that nobody asked for."""
