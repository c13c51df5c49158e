"""Where things live: bundled episodes, and the person's library, cache and notebook."""

import os
from pathlib import Path

from braidtui.config import own_folder


def bundled_episodes() -> Path:
    """The episodes that ship: in the installed package, or beside it in a source checkout."""
    package = Path(__file__).parent.parent
    inside = package / "episodes"
    return inside if inside.is_dir() else package.parent / "episodes"


def user_library() -> Path | None:
    """Where `import` writes; made only then. None without a home."""
    folder = data_folder()
    return folder / "library" if folder else None


def cache_folder() -> Path | None:
    """What may be deleted at any time; may not exist yet. None without a home."""
    return own_folder("cache")


def data_folder() -> Path | None:
    """What must not be lost; may not exist yet. None without a home."""
    return own_folder("data")


def named_by_environment() -> tuple[Path, ...]:
    """The folders of BRAIDTUI_LIBRARY, parted as those of PATH are."""
    names = os.environ.get("BRAIDTUI_LIBRARY", "").split(os.pathsep)
    return tuple(Path(os.path.expanduser(name)) for name in names if name)  # noqa: PTH111
