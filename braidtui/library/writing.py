"""Writing a file whole or not at all, and never over another one unasked."""

import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TEMPORARY = re.compile(r"\.[0-9a-f]{16}\.tmp")
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(
    path: Path,
    data: bytes,
    *,
    replace: bool = False,
    mode: int | None = None,
    just_before: Callable[[], None] = lambda: None,
) -> None:
    """Put a new file at `path`: at every moment there is all of it, or what was there before.

    Raises FileExistsError where anything stands at `path` already, a link too, also in a race with
    another writer; with `replace` that is what the new file takes the place of (of a link itself,
    never of the file it leads to). Raises OSError where it cannot be written; that names `path`
    too. The file has the rights of `mode`, without it those of any new file. `just_before` is
    called when all but the replacing is done, which it stops by raising.
    """
    with _named(path), _written_beside(path, data, mode) as temporary:
        if replace:
            just_before()
            temporary.replace(path)
        else:
            _give_name(temporary, path)
    _sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder where it is missing; raises OSError, also where its name is a file's."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, "is no folder", str(folder)) from None


def remove_abandoned(folder: Path, older_than: float = 3600) -> None:
    """Remove the temporary files of writers that were killed, seconds ago, in a folder; those
    that are younger may be at work."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not _TEMPORARY.fullmatch(entry.name):
                continue
            with suppress(OSError):
                found = entry.stat(follow_symlinks=False)
                if stat.S_ISREG(found.st_mode) and found.st_mtime < time.time() - older_than:
                    Path(entry.path).unlink()


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Troubles are told of the path that was asked for, whatever file they came up at."""
    try:
        yield
    except OSError as error:
        if error.errno is None:
            raise
        raise OSError(error.errno, error.strerror, str(path)) from error


@contextmanager
def _written_beside(path: Path, data: bytes, mode: int | None) -> Iterator[Path]:
    """A temporary file with the data, safe on the disk; afterwards it is gone."""
    temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")
    descriptor = os.open(temporary, _NEW, 0o666 if mode is None else 0o600)
    try:
        with open(descriptor, "wb") as file:  # noqa: PTH123  (a descriptor, no path)
            if mode is not None:
                temporary.chmod(stat.S_IMODE(mode) & 0o777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def _give_name(temporary: Path, path: Path) -> None:
    """Give the file its name, which fails where the name is taken."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, "is there already", str(path)) from None
    except OSError:  # a file system without links: take the name first, then fill it
        os.close(os.open(path, _NEW, 0o666))
        temporary.replace(path)


def _sync_folder(folder: Path) -> None:
    """Keep the name over a power cut; not every system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
