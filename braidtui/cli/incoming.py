"""What `import` is given: files of any known format, and standard input."""

import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.model import Episode
from braidtui.episode.problem import EpisodeRefused, Problem
from braidtui.library.reading import LARGEST, content_of, read_bytes

STANDARD_INPUT = Path("-")
_OWN_FORMAT = "yaml"


class Incoming(NamedTuple):
    """An episode of somebody else's, and what its reader had to say of it."""

    episode: Episode
    notices: Sequence[Problem]


def read_incoming(path: Path, form: str = "") -> Incoming:
    """The episode in a file, or for `-` in standard input; of the named format, else of any.

    Raises EpisodeRefused, or OSError.
    """
    data = _bytes_of(path)
    if form == _OWN_FORMAT:
        return _read_own(path, data)
    if form:
        return _read_as(path, data, form)
    opened = read_bytes(path, data)
    return Incoming(opened.episode, opened.warnings)


def _bytes_of(path: Path) -> bytes:
    """At most one byte more than a file may have."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST + 1)
    if stat.S_ISFIFO(path.stat().st_mode):  # as a shell's <(command) gives
        with path.open("rb") as pipe:
            return pipe.read(LARGEST + 1)
    return content_of(path).data


def _read_own(path: Path, data: bytes) -> Incoming:
    from braidtui.episode.yaml_reader import read_episode

    episode, problems, _ = read_episode(data)
    if episode is None:
        raise EpisodeRefused(path, problems)
    return Incoming(episode, problems)


def _read_as(path: Path, data: bytes, form: str) -> Incoming:
    from braidtui.episode.reading.decoding import decoded
    from braidtui.formats.registry import FormatRefused, read

    if (found := decoded(data)).text is None:
        raise EpisodeRefused(path, found.problems)
    try:
        return Incoming(*read(data.decode("utf-8-sig"), form))
    except FormatRefused as refused:
        raise EpisodeRefused(path, refused.problems) from refused
