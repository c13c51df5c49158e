"""The person's editor, called at a line of a file."""

import os
import shlex
from pathlib import Path

_GOTO = {"code", "codium", "cursor"}
_COLON = {"hx", "helix", "subl", "zed", "micro"}


def editor_command(path: Path, line: int) -> list[str]:
    """The command line of $VISUAL or $EDITOR (else vi) for a file at a line, counted from 1."""
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    try:
        command = shlex.split(chosen) or ["vi"]
    except ValueError:
        command = [chosen]
    name = Path(command[0]).name
    if name in _GOTO:
        return [*command, "--wait", "--goto", f"{path}:{line}"]
    if name in _COLON:
        return [*command, f"{path}:{line}"]
    return [*command, f"+{line}", str(path)]
