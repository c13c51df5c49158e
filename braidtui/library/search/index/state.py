"""How much of a library is in the index."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from braidtui.library.cache.sqlite_file import CacheFile
from braidtui.library.cache.store import EpisodeStore
from braidtui.library.entry import Entry
from braidtui.library.search.index.register import Indexed, registered
from braidtui.library.search.index.tables import size_of


@dataclass(frozen=True, slots=True)
class IndexState:
    """What is in the index, of how much. `bytes` is the size of its file; `path` is None where
    there can be none. `broken` are the files that cannot be read.
    """

    episodes: int
    of_episodes: int
    turns: int
    of_turns: int
    bytes: int
    path: Path | None
    broken: tuple[Entry, ...]

    @property
    def is_complete(self) -> bool:
        """Whether all that can be read can be searched by the index."""
        return self.episodes == self.of_episodes


def state_of(file: CacheFile, store: EpisodeStore, entries: Sequence[Entry]) -> IndexState:
    """The state of the index of some episodes, which a store has."""
    nothing: list[Indexed] = []
    indexed = file.ask(lambda index: list(registered(index)), nothing)
    contents, there = store.contents(), {row.content for row in indexed}
    found = [entry for entry in entries if contents.get(str(entry.path)) in there]
    return IndexState(
        episodes=len(found),
        of_episodes=sum(1 for entry in entries if not entry.broken),
        turns=sum(entry.turns for entry in found),
        of_turns=sum(entry.turns for entry in entries),
        bytes=size_of(file),
        path=file.path,
        broken=tuple(entry for entry in entries if entry.broken),
    )
