"""Which programs may take what is copied: those that are installed, where they would do good."""

import socket
from pathlib import Path

import pytest

from braidtui.tui.clipboard.tools import usable_tools
from tests.tui.clipboard.conftest import Programs

ALL = ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "termux-clipboard-set", "tmux")


def names(programs: Programs, platform: str = "linux", **environment: str) -> list[str]:
    tools = usable_tools({**programs.environment, **environment}, platform)
    return [Path(tool.command[0]).name for tool in tools]


def test_each_is_used_where_its_display_is(programs: Programs) -> None:
    for name in ALL:
        programs.put(name, "")
    assert names(programs) == []
    assert names(programs, DISPLAY=":0") == ["xclip", "xsel"]
    assert names(programs, DISPLAY=":0", WAYLAND_DISPLAY="w-0") == ["wl-copy", "xclip", "xsel"]
    assert names(programs, "darwin") == ["pbcopy"]
    assert names(programs, WSL_DISTRO_NAME="x") == ["clip.exe"]
    assert names(programs, TERMUX_VERSION="1") == ["termux-clipboard-set"]


def test_none_is_used_that_is_not_installed(programs: Programs) -> None:
    programs.put("xsel", "")
    assert names(programs, DISPLAY=":0", WAYLAND_DISPLAY="w-0") == ["xsel"]


def test_over_ssh_only_displays_that_were_handed_on_are_used(programs: Programs) -> None:
    for name in ALL:
        programs.put(name, "")
    ssh = {"SSH_CONNECTION": "a 1 b 2"}
    assert names(programs, "darwin", **ssh) == []
    assert names(programs, DISPLAY="localhost:10", **ssh) == ["xclip", "xsel"]


def test_tmux_is_used_where_its_socket_is(
    programs: Programs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs.put("tmux", "")
    monkeypatch.chdir(tmp_path)
    assert names(programs, TMUX="no-socket,1,0") == []
    assert names(programs, TMUX="a\0b,1,0") == []
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")  # a whole path may be longer than a socket's name
        assert names(programs, TMUX="socket,1,0") == ["tmux"]
