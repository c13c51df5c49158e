"""Where a document goes: what a path that was typed means, and whether a file can be there."""

import os
from pathlib import Path


def destination(typed: str, name: str) -> Path:
    """The path of the file that was meant, which is called `name` in a folder.

    `~` is the home. Raises OSError where the path cannot be looked at.
    """
    path = Path(_at_home(typed))
    return path / name if names_folder(typed) else path


def names_folder(typed: str) -> bool:
    """Whether a folder was meant: one that is there, or one to be made, which ends in a separator.

    Raises OSError where the path cannot be looked at.
    """
    last = os.path.basename(typed)  # noqa: PTH119  (a Path forgets how it ends)
    return last in {"", ".", ".."} or Path(_at_home(typed)).is_dir()


def trouble_at(path: Path) -> str:
    """Why no file can be written at a path, to go on "it lies"; "" where nothing is known of it."""
    folder = next((it for it in path.parents if os.path.lexists(it)), None)
    if folder is None:
        return ""
    name = "the current folder" if folder == Path() else folder
    if not folder.is_dir():
        return f"in {name}, which is no folder"
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"in {name}, where nothing can be written"
    return ""


def _at_home(typed: str) -> str:
    """`~` spelled out, except where nobody knows whose home it is."""
    return os.path.expanduser(typed)  # noqa: PTH111  (a Path raises there)
