"""The person's editor, called at a line of a file."""

import os
import shlex
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

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


def run_editor(command: Sequence[str]) -> str:
    """Run an editor to its end; gives "" or why it did not start.

    Ctrl+C and ctrl+\\ typed in it are the editor's alone, as git has it.
    """
    # Functions, unlike SIG_IGN, are no inheritance: the editor begins with the default handlers.
    kept = {n: signal.signal(n, _leave_to_editor) for n in (signal.SIGINT, signal.SIGQUIT)}
    try:
        subprocess.run(command, check=False)
    except OSError as error:
        return f"{command[0]}: {error.strerror}. Set $EDITOR."
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
    return ""


def _leave_to_editor(_number: int, _frame: FrameType | None) -> None:
    """The terminal sends such a signal to both; only the editor is meant."""
