"""The folders that hold what is the person's own."""

from pathlib import Path
from typing import Literal


def own_folder(kind: Literal["config", "data", "cache", "state"]) -> Path | None:
    """The person's folder of a kind, made or not; None where there is no home to hold it."""
    import platformdirs

    path_of = getattr(platformdirs, f"user_{kind}_path")
    try:
        folder: Path = path_of("braidtui", appauthor=False)
    except RuntimeError:  # no home; older versions give a path that starts with "~" then
        return None
    return folder if folder.is_absolute() else None


def config_path() -> Path | None:
    """Where the settings stand, written or not; None without a home."""
    folder = own_folder("config")
    return folder / "config.toml" if folder else None
