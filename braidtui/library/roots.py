"""The folders of a library: which episode files are in them, and what each is called there."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from braidtui.library.reading import Stamp, is_yaml, stamp_from, trouble_in_words


class FoundFile(NamedTuple):
    """An episode file of a library; `root` is the number of the folder that holds it.

    `stamp` is None where it cannot be read; `trouble` says why.
    """

    path: str
    key: str
    root: int
    stamp: Stamp | None
    trouble: str = ""


class Findings(NamedTuple):
    """The files, and a safe line for each folder that cannot be looked into."""

    files: tuple[FoundFile, ...]
    notices: tuple[str, ...]


def find_files(roots: Sequence[Path]) -> Findings:
    """Every `.yaml` and `.yml` file in the roots and one folder down, but no hidden ones.

    Links are followed. A file that is met twice counts once, where it stands in the later root.
    A root that is missing holds nothing; a file that has just gone is left out.
    """
    files: dict[object, FoundFile] = {}
    notices: list[str] = []
    for number, root in reversed(list(enumerate(roots))):
        for path, key in _episode_files(str(root), notices):
            try:
                found = Path(path).stat()
            except FileNotFoundError:
                continue
            except OSError as error:
                files[path] = FoundFile(path, key, number, None, error.strerror or str(error))
            else:
                files.setdefault((found.st_dev, found.st_ino), _file(path, key, number, found))
    return Findings(tuple(files.values()), tuple(notices))


def key_of(path: Path, roots: Sequence[Path]) -> str:
    """What the notebook files a place under, for an absolute path (see `Opened`)."""
    if not is_yaml(path.name):
        return str(path)
    for root in reversed(roots):
        for file, folder in ((path, root), (path.resolve(), root.resolve())):
            if file.is_relative_to(folder) and len(file.relative_to(folder).parts) <= 2:
                return _key(file.relative_to(folder).as_posix())
    return str(path)


def _file(path: str, key: str, number: int, found: os.stat_result) -> FoundFile:
    try:
        return FoundFile(path, key, number, stamp_from(found, path))
    except OSError as error:
        return FoundFile(path, key, number, None, error.strerror or "")


def _episode_files(root: str, notices: list[str]) -> Iterator[tuple[str, str]]:
    """Path and key of each file, in the order of names, those of folders after the root's own."""
    folders = []
    for entry in _listed(root, notices):
        if _is_folder(entry):
            folders.append(entry)
        elif is_yaml(entry.name):
            yield entry.path, _key(entry.name)
    for folder in folders:
        for entry in _listed(folder.path, notices):
            if is_yaml(entry.name) and not _is_folder(entry):
                yield entry.path, _key(f"{folder.name}/{entry.name}")


def _listed(folder: str, notices: list[str]) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            shown = [entry for entry in entries if not entry.name.startswith(".")]
    except FileNotFoundError:
        return []
    except OSError as error:
        notices.append(trouble_in_words(error))
        return []
    return sorted(shown, key=lambda entry: entry.name)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads round in a circle
        return False


def _key(within: str) -> str:
    return within.rsplit(".", 1)[0]
