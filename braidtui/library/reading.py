"""Reading a file of any known format into an episode."""

import errno
import os
import stat
import sys
import time
from pathlib import Path
from typing import NamedTuple

from braidtui.episode.problem import EpisodeRefused, shortened
from braidtui.episode.safe_text import clean_line
from braidtui.library.opened import Opened

LARGEST = 64 << 20  # bytes a file
STANDARD_INPUT = Path("-")
_DESCRIPTORS = (Path("/dev/fd"), Path("/proc/self/fd"))

_FLAGS = ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")  # no system has all of them
_READ_ONLY = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in _FLAGS)


class Stamp(NamedTuple):
    """By what a changed file is known: its size in bytes, its time of change in nanoseconds."""

    size: int
    changed: int


class Content(NamedTuple):
    """The bytes of a file, its stamp, and when they were read (nanoseconds of the clock)."""

    data: bytes
    stamp: Stamp
    read_at: int


def stamp_of(path: str | Path) -> Stamp:
    """The stamp of a plain file; raises OSError where there is none that can be read."""
    return stamp_from(Path(path).stat(), path)


def stamp_from(found: os.stat_result, path: str | Path) -> Stamp:
    """The stamp of what `os.stat` tells of a plain file; raises OSError where it is none."""
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a folder, not an episode file", str(path))
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, "is a pipe or a device, not an episode file", str(path))
    if found.st_size > LARGEST:
        raise _too_large(path)
    return Stamp(found.st_size, found.st_mtime_ns)


def content_of(path: str | Path) -> Content:
    """What a file holds now; raises OSError, also for a folder, a pipe, a device or too much."""
    stamp_of(path)  # a device is not even opened: that alone may do something
    read_at = time.time_ns()
    with os.fdopen(os.open(path, _READ_ONLY), "rb") as file:
        stamp = stamp_from(os.fstat(file.fileno()), path)
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large(path)
    return Content(data, stamp, read_at)


def read_file(path: Path) -> Opened:
    """The episode in a file, read anew; a recording stands for the transcript beside it.

    Raises EpisodeRefused with every problem, or OSError.
    """
    if is_stream(path):
        return read_bytes(path, stream_bytes(path))
    if not is_yaml(path.name):  # for an episode file no other format is loaded
        from braidtui.library.importing.opening import spoken_in

        path = spoken_in(path)
    return read_bytes(path, content_of(path).data)


def is_stream(path: Path) -> bool:
    """Whether a path is standard input (`-`), or a pipe that the shell opened: `<(command)`."""
    return path == STANDARD_INPUT or (path.parent in _DESCRIPTORS and path.is_fifo())


def stream_bytes(path: Path) -> bytes:
    """What a stream gives until its end, at most one byte more than a file may have; raises OSError
    for more."""
    if path == STANDARD_INPUT:
        data = sys.stdin.buffer.read(LARGEST + 1)
    else:
        with path.open("rb") as pipe:
            data = pipe.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _too_large(path)
    return data


def read_bytes(path: Path, data: bytes) -> Opened:
    """The episode in the bytes of a file; raises EpisodeRefused with every problem."""
    if not is_yaml(path.name):
        from braidtui.library.importing.opening import opened_transcript

        return opened_transcript(path, data)
    from braidtui.episode.yaml_reader import read_episode

    episode, problems, turn_lines = read_episode(data)
    if episode is None:
        raise EpisodeRefused(path, tuple(sorted(problems, key=lambda it: it.is_warning)))
    where = absolute(path)
    return Opened(where, id_of(path), str(where), episode, problems, turn_lines)


def is_yaml(name: str) -> bool:
    """Whether a file of that name is taken for an episode in YAML."""
    return name.lower().endswith((".yaml", ".yml"))


def id_of(path: Path) -> str:
    """The id of an episode: the stem of its file, as safe text."""
    return clean_line(path.stem)


def absolute(path: Path) -> Path:
    """A path from the root; links in it stay, unless it goes up again (`..`)."""
    return path.resolve() if ".." in path.parts else path.absolute()


def trouble_in_words(error: OSError) -> str:
    """`path: what is wrong with it`, one safe line."""
    words = error.strerror or str(error)
    where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else ""
    return shortened(f"{where}: {words}" if where else words)


def _too_large(path: str | Path) -> OSError:
    return OSError(errno.EFBIG, f"is larger than {LARGEST >> 20} MiB", str(path))
