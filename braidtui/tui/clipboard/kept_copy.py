"""The file that holds what was copied last, for terminals that take nothing."""

from pathlib import Path

from braidtui.config import own_folder
from braidtui.library.writing import write_whole

_MODE = 0o600


def keep_copy(text: str) -> Path:
    """Write the text down, for its owner's eyes alone; raises OSError."""
    folder = own_folder("state")
    if folder is None:
        raise OSError(0, "there is no home folder")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / "clipboard.txt"
    write_whole(path, text.encode("utf-8", "replace"), replace=True, mode=_MODE)
    return path


def path_in_words(path: Path) -> str:
    """The path, with `~` for the home."""
    try:
        return f"~/{path.relative_to(Path.home())}"
    except (ValueError, RuntimeError):
        return str(path)
