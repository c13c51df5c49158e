"""What stands already where a document is to go; no link is followed."""

import errno
import os
import stat
from pathlib import Path
from typing import NamedTuple

from braidtui.library.reading import LARGEST

_FLAGS = ("O_NOFOLLOW", "O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY")
_READ_ONLY = os.O_RDONLY | sum(getattr(os, flag, 0) for flag in _FLAGS)


class Existing(NamedTuple):
    """A file as it was found: its bytes and its rights; a link has where it leads to instead."""

    data: bytes
    mode: int
    link: str = ""


class NoFileError(OSError):
    """What stands there is neither a file nor a link: a folder, a pipe, a device."""


def existing(path: Path) -> Existing | None:
    """What stands at a path, None where nothing does; raises OSError."""
    try:
        found = path.lstat()
        if stat.S_ISLNK(found.st_mode):
            return Existing(b"", found.st_mode, os.readlink(path))  # noqa: PTH115
        _refuse_others(path, found.st_mode)
        with os.fdopen(os.open(path, _READ_ONLY), "rb") as file:
            mode = os.fstat(file.fileno()).st_mode
            _refuse_others(path, mode)
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        return None
    if len(data) > LARGEST:
        raise NoFileError(errno.EFBIG, f"is larger than {LARGEST >> 20} MiB", str(path))
    return Existing(data, mode)


def _refuse_others(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise NoFileError(errno.EISDIR, "is a folder", str(path))
    if not stat.S_ISREG(mode):
        raise NoFileError(errno.EINVAL, "is a pipe or a device", str(path))
