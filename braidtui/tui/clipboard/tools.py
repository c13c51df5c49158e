"""The programs that put text into a clipboard, where what they put it into is there."""

import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple


class Tool(NamedTuple):
    """A command that takes text on its standard input; `into` tells where that goes to."""

    command: tuple[str, ...]
    encoding: str = "utf-8"
    into: str = ""

    @property
    def way(self) -> str:
        """`with wl-copy`."""
        return self.into or f"with {Path(self.command[0]).name}"


def usable_tools(environment: Mapping[str, str], platform: str = sys.platform) -> Iterator[Tool]:
    """Those that are installed and have their display, the best first."""
    search_path = environment.get("PATH", os.defpath)
    for tool in _fitting(environment, platform):
        if found := shutil.which(tool.command[0], path=search_path):
            yield tool._replace(command=(found, *tool.command[1:]))


def _fitting(environment: Mapping[str, str], platform: str) -> Iterator[Tool]:
    # Over SSH the clipboard of the machine itself is not the one that the person sits at; the
    # displays of Wayland and X are those that were handed on.
    is_here = not environment.get("SSH_CONNECTION") and not environment.get("SSH_TTY")
    if environment.get("WAYLAND_DISPLAY"):
        yield Tool(("wl-copy", "--type", "text/plain;charset=utf-8"))
    if environment.get("DISPLAY"):
        yield Tool(("xclip", "-selection", "clipboard", "-in"))
        yield Tool(("xsel", "--clipboard", "--input"))
    if platform == "darwin" and is_here:
        yield Tool(("pbcopy",))
    if environment.get("WSL_DISTRO_NAME") and is_here:
        yield Tool(("clip.exe",), "utf-16-le")
    if environment.get("TERMUX_VERSION") and is_here:
        yield Tool(("termux-clipboard-set",))
    if _is_tmux_there(environment):
        # -w has tmux hand it on to the terminal it is in (3.2)
        command = ("tmux", "load-buffer", "-w", "-")
        yield Tool(command, into="into tmux's buffer and on to the terminal")


def _is_tmux_there(environment: Mapping[str, str]) -> bool:
    socket = environment.get("TMUX", "").split(",")[0]
    try:
        return bool(socket) and stat.S_ISSOCK(Path(socket).stat().st_mode)
    except (OSError, ValueError):
        return False
