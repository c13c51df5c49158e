"""Handing text to a program on its standard input, which may fail or hang."""

import os
import signal
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from enum import Enum, auto

from braidtui.tui.clipboard.tools import Tool

PATIENCE = 1.5  # seconds; those that work take some milliseconds


class Outcome(Enum):
    """What became of the text."""

    TAKEN = auto()
    REFUSED = auto()
    HUNG = auto()


def feed(
    tool: Tool, text: str, environment: Mapping[str, str], patience: float = PATIENCE
) -> Outcome:
    """Run a tool to its end, or end it after `patience` seconds. Waits: for a thread.

    What it leaves running, as xclip does to serve the clipboard, stays when we go.
    """
    try:
        process = subprocess.Popen(
            tool.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
    except (OSError, ValueError):
        return Outcome.REFUSED
    try:
        process.communicate(text.encode(tool.encoding, "replace"), patience)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return Outcome.HUNG
    finally:
        if process.stdin is not None:
            process.stdin.close()
    return Outcome.REFUSED if process.returncode else Outcome.TAKEN
