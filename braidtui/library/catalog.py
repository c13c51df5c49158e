"""The library: every episode that is at hand, newest first."""

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Self

from braidtui.library.cache.reading import open_episode, summary_of, unreadable
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.cache.summary import Summary
from braidtui.library.entry import Entry, newest_first, unshadowed
from braidtui.library.folders import (
    bundled_episodes,
    cache_folder,
    named_by_environment,
    user_library,
)
from braidtui.library.opened import Opened
from braidtui.library.reading import absolute, id_of, is_yaml, read_file
from braidtui.library.roots import FoundFile, find_files, key_of

__all__ = ["Entry", "Library"]

Progress = Callable[[int, int], None]


class Library:
    """The episodes under some folders; one in a later folder shadows one in an earlier."""

    def __init__(self, roots: Sequence[Path], store: EpisodeStore) -> None:
        self.roots = tuple(absolute(root) for root in roots)
        self._store = store
        self._entries: tuple[Entry, ...] | None = None
        self._notices: tuple[str, ...] = ()

    @classmethod
    def default(cls, folders: Sequence[Path] = ()) -> Self:
        """The bundled episodes, the person's library, BRAIDTUI_LIBRARY, then `folders`.

        `folders` are those of the configuration, then those of the command line.
        """
        own, cache = user_library(), cache_folder()
        roots = [bundled_episodes(), *([own] if own else []), *named_by_environment(), *folders]
        return cls(roots, EpisodeStore(cache / "episodes.sqlite" if cache else None))

    @property
    def notices(self) -> tuple[str, ...]:
        """What went wrong without stopping anything (a folder, the cache): safe lines."""
        return (*self._notices, *([self._store.notice] if self._store.notice else []))

    @property
    def store_path(self) -> Path | None:
        """Where the cache is; None where there is none of use."""
        return self._store.path

    def entries(self) -> tuple[Entry, ...]:
        """Newest first (date, number, id), undated after these, broken files last.

        The folders are looked through at the first call; `rescan` does so again.
        """
        return self.rescan() if self._entries is None else self._entries

    def rescan(self, progress: Progress | None = None) -> tuple[Entry, ...]:
        """`entries` as the folders are now; `progress` hears (files read, files to read)."""
        files, self._notices = find_files(self.roots)
        summaries = self._summaries(files, progress)
        by_root = [
            [_entry(file, summaries[file.path]) for file in files if file.path in summaries]
            for _, files in groupby(files, lambda file: file.root)
        ]
        self._entries = newest_first(unshadowed(by_root))
        return self._entries

    def open(self, path: Path) -> Opened:
        """The episode in a file of any known format, from the cache where it is unchanged.

        Raises EpisodeRefused, or OSError (see `trouble_in_words`).
        """
        opened = open_episode(path, self._store) if is_yaml(path.name) else read_file(path)
        return opened._replace(key=key_of(opened.path, self.roots))

    def after(self, path: Path) -> Entry | None:
        """The next newer episode that can be read; None at the end, or for one not listed."""
        return self._neighbour(path, -1)

    def before(self, path: Path) -> Entry | None:
        """The next older episode that can be read; None at the end, or for one not listed."""
        return self._neighbour(path, 1)

    def close(self) -> None:
        """Lets go of the cache; a later call takes it up again."""
        self._store.close()

    def _summaries(
        self, files: Sequence[FoundFile], progress: Progress | None
    ) -> dict[str, Summary]:
        """By path; a file that has gone since it was found has none."""
        known = self._store.all()
        summaries, unread = {}, []
        for file in files:
            kept = known.get(file.path)
            if file.stamp is None:
                summaries[file.path] = unreadable(file, file.trouble)
            elif kept and kept.is_current(file.stamp):
                summaries[file.path] = kept.summary
            else:
                unread.append(file)
        for count, file in enumerate(unread, 1):
            if summary := summary_of(file, known.get(file.path), self._store):
                summaries[file.path] = summary
            if progress:
                progress(count, len(unread))
        if unread:
            self._store.forget(path for path in known if not Path(path).exists())
        return summaries

    def _neighbour(self, path: Path, step: int) -> Entry | None:
        readable = [entry for entry in self.entries() if not entry.broken]
        paths = [entry.path for entry in readable]
        where = absolute(path)
        if where not in paths:
            return None
        index = paths.index(where) + step
        return readable[index] if 0 <= index < len(readable) else None


def _entry(file: FoundFile, summary: Summary) -> Entry:
    path = Path(file.path)
    return Entry(id_of(path), path, file.key, *summary)
