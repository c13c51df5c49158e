"""Reading through the store: YAML is parsed only where a file is new or has changed."""

from pathlib import Path
from typing import TYPE_CHECKING

from braidtui.episode.problem import EpisodeRefused, Problem, shortened
from braidtui.library.cache.store import EpisodeStore, Kept
from braidtui.library.cache.summary import Summary
from braidtui.library.opened import Opened
from braidtui.library.reading import Content, absolute, content_of, id_of, read_bytes, stamp_of
from braidtui.library.roots import FoundFile

if TYPE_CHECKING:  # a list of episodes is made without it
    from braidtui.library.cache.packing import Packed


def open_episode(path: Path, store: EpisodeStore) -> Opened:
    """The episode in an episode file; raises EpisodeRefused with every problem, or OSError."""
    where = absolute(path)
    known = store.find(str(where))
    if known and known.is_current(stamp_of(path)) and (whole := store.episode(known)):
        return _opened(where, whole)
    content = content_of(path)
    if known and known.digest == _digest(content) and (whole := store.episode(known)):
        store.restamp(known.restamped(content.stamp, content.read_at))
        return _opened(where, whole)
    return _read(path, content, store)


def summary_of(file: FoundFile, known: Kept | None, store: EpisodeStore) -> Summary | None:
    """The summary of a file in a library, None where it has just gone."""
    try:
        content = content_of(file.path)
        if known and known.digest == _digest(content):
            store.restamp(known.restamped(content.stamp, content.read_at))
            return known.summary
        return Summary.of(_read(Path(file.path), content, store).episode)
    except FileNotFoundError:
        return None
    except EpisodeRefused as refused:
        return Summary.of_broken(id_of(Path(file.path)), refused.problems[0])
    except OSError as error:
        return unreadable(file, error.strerror or str(error))


def unreadable(file: FoundFile, trouble: str) -> Summary:
    """The summary of a file that the system does not give."""
    problem = Problem(1, 1, shortened(f"cannot be read: {trouble}"))
    return Summary.of_broken(id_of(Path(file.path)), problem)


def _read(path: Path, content: Content, store: EpisodeStore) -> Opened:
    digest = _digest(content)

    def keep(summary: Summary, opened: Opened | None) -> None:
        kept = Kept(0, str(absolute(path)), content.stamp, content.read_at, digest, summary)
        store.keep(kept, opened)

    try:
        opened = read_bytes(path, content.data)
    except EpisodeRefused as refused:
        keep(Summary.of_broken(id_of(path), refused.problems[0]), None)
        raise
    keep(Summary.of(opened.episode), opened)
    return opened


def _opened(where: Path, whole: "Packed") -> Opened:
    return Opened(where, id_of(where), str(where), *whole)


def _digest(content: Content) -> bytes:
    from hashlib import blake2b

    return blake2b(content.data, digest_size=16).digest()
