"""What of the index belongs to a library, kept as long as neither changes."""

import sqlite3
from collections.abc import Sequence

from braidtui.library.cache.store import EpisodeStore
from braidtui.library.entry import Entry
from braidtui.library.search.index.register import registered
from braidtui.library.search.matching.expressions import Matcher
from braidtui.library.search.matching.facts import Facts
from braidtui.library.search.matching.shelf import Shelf
from braidtui.library.search.matching.vocabulary import Vocabulary
from braidtui.library.target_names import TargetNames


class View:
    """The episodes of a library, where each is in the index, and how it is called."""

    def __init__(
        self, index: sqlite3.Connection, store: EpisodeStore, entries: Sequence[Entry]
    ) -> None:
        self._index = index
        self._entries = entries
        self._versions = _versions(index, store)
        self.shelf = Shelf(entries, store.contents(), registered(index))
        self.facts = Facts(index)
        self.vocabulary = Vocabulary(index)
        self.matcher = Matcher(self.facts, self.vocabulary)
        self._names = TargetNames(entries)
        self._known_names: dict[Entry, str] = {}

    def is_current(
        self, index: sqlite3.Connection, store: EpisodeStore, entries: Sequence[Entry]
    ) -> bool:
        """Whether nothing has changed since."""
        is_same = self._index is index and self._entries is entries
        return is_same and self._versions == _versions(index, store)

    def name(self, entry: Entry) -> str:
        """What an episode is called in a target."""
        if (known := self._known_names.get(entry)) is None:
            known = self._known_names[entry] = self._names.name(entry)
        return known


def _versions(index: sqlite3.Connection, store: EpisodeStore) -> tuple[int, int]:
    """Numbers that change when another connection writes."""
    return index.execute("PRAGMA data_version").fetchone()[0], store.version()
