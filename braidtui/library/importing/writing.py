"""Writing an imported episode: under a name that is free, and only what can be read again."""

from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.problem import EpisodeRefused, Problem
from braidtui.library.importing.told import is_head
from braidtui.library.reading import content_of
from braidtui.library.replacing.copies import keep_copy
from braidtui.library.replacing.existing import existing
from braidtui.library.writing import make_folder, write_whole


class Names:
    """The names that the episodes of one call get: no two come to the same."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def free(self, folder: Path, name: str, head: Path | None = None) -> Path:
        """`name`, or `name-2` and so on where an episode of this call has it, or where the head of
        the episode, a file beside its transcript, is called that."""
        wanted = Path(name)
        numbered = (f"{wanted.stem}-{number}{wanted.suffix}" for number in count(2))
        offers = (folder / offer for offer in chain((name,), numbered))
        return next(offer for offer in offers if self._takes(offer, head))

    def _takes(self, path: Path, head: Path | None) -> bool:
        key = str(path.absolute()).casefold()
        if key in self._taken or (head and _is_same(path, head) and is_head_file(head)):
            return False
        self._taken.add(key)
        return True


def is_head_file(path: Path) -> bool:
    """Whether a YAML file that is there tells only the head of an episode."""
    try:
        return is_head(content_of(path).data)
    except OSError:
        return False


class Deed(NamedTuple):
    """What writing came to: nothing where the same bytes were there already; `copy` is where the
    file is that was there before."""

    is_same: bool = False
    copy: Path | None = None


def write_episode_file(source: Path, episode: Episode, path: Path, *, replaces: bool) -> Deed:
    """Write an episode file; one that is replaced is kept as a copy.

    Raises EpisodeRefused for what could not be read again, FileExistsError where another file is
    there, OSError where it cannot be written.
    """
    from braidtui.episode.yaml_writer import write_episode

    data = write_episode(episode).encode()
    if _holds(path, data):
        return Deed(is_same=True)
    _refuse_unreadable(source, data)
    make_folder(path.parent)
    found = existing(path) if replaces else None
    copy = keep_copy(path, found) if found else None
    try:
        write_whole(path, data, replace=found is not None)
    except FileExistsError:
        if _holds(path, data):  # written by another import just now
            return Deed(is_same=True)
        raise
    return Deed(copy=copy)


def _refuse_unreadable(source: Path, data: bytes) -> None:
    from braidtui.episode.yaml_reader import read_episode

    problems = [problem for problem in read_episode(data).problems if not problem.is_warning]
    if problems:
        words = f"makes no episode file: {problems[0].message}"
        raise EpisodeRefused(source, (Problem(1, 1, words),))


def _holds(path: Path, data: bytes) -> bool:
    with suppress(OSError):
        return path.lstat().st_size == len(data) and content_of(path).data == data
    return False


def _is_same(path: Path, other: Path) -> bool:
    with suppress(OSError):
        return path.samefile(other)
    return False
