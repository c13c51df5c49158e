"""The person's editor, called at a line of a file."""

import os
import shlex
import signal
import subprocess
from collections.abc import Sequence
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


def run_editor(command: Sequence[str]) -> str:
    """Run an editor to its end; gives "" or why it did not start.

    Ctrl+C and ctrl+\\ typed in it are the editor's alone, as git has it.
    """
    try:
        process = subprocess.Popen(command)
    except OSError as error:
        return f"{command[0]}: {error.strerror}. Set $EDITOR."
    kept = {n: signal.signal(n, signal.SIG_IGN) for n in (signal.SIGINT, signal.SIGQUIT)}
    try:
        process.wait()
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
    return ""
