"""What is said when the program itself fails: one line, and where the whole trace is."""

import traceback
from pathlib import Path

from braidtui.config import own_folder
from braidtui.episode.safe_text import clean


def keep_trace(error: BaseException | None) -> str:
    """Write the trace of an error to the cache folder; gives a line for the person."""
    name = type(error).__name__ if error else "unknown"
    said = f"braidtui: a fault of the program ({name}: {error})"
    path = _trace_path()
    if error is None or path is None:
        return said
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(clean("".join(traceback.format_exception(error))), encoding="utf-8")
    except OSError:
        return said
    return f"{said}; the details are in {path}"


def _trace_path() -> Path | None:
    folder = own_folder("cache")
    return folder / "crash.txt" if folder else None
