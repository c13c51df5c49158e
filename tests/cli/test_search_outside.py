"""`search` as a process of its own: in pipes, on terminals, beside another of its kind."""

import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import EPISODE, TALK

pytestmark = pytest.mark.usefixtures("talk")


def search(
    *arguments: str, shell: str = '"$@"', **environment: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["bash", "-c", shell, "bash", sys.executable, "-m", "braidtui", "search", *arguments],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_a_reader_that_leaves_early_is_no_error(library: Path) -> None:
    with (library / "long.yaml").open("w") as file:
        file.write(TALK)
        file.writelines(f"      - {{speaker: kit, text: Weft {n}}}\n" for n in range(3000))
    done = search(
        *("--library", str(library), "weft", "-n", "0", "--per-episode", "0"),
        shell='"$@" | head -1; echo "${PIPESTATUS[0]}"',
        PYTHONUNBUFFERED="",
    )
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "141"


def test_without_a_home_it_still_finds(library: Path) -> None:
    empty = {f"XDG_{name}_HOME": "" for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    done = search("--library", str(library), "shuttle", HOME="", **empty)
    assert done.returncode == 0
    assert "talk@t1" in done.stdout
    assert done.stderr.count("\n") <= 1


def test_two_at_once_find_the_same(library: Path) -> None:
    line = [sys.executable, "-m", "braidtui", "--library", str(library), "search", "river"]
    both = [subprocess.Popen(line, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    first, second = (process.communicate(timeout=60)[0] for process in both)
    assert first.count("@") == 3
    assert first == second


def on_terminal(library: Path, *arguments: str, **environment: str) -> str:
    """What `search` prints on a terminal."""
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "braidtui", "search", "--library", str(library), *arguments],
        env={**os.environ, "COLUMNS": "80", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ):
        os.close(theirs)
        printed = b""
        with suppress(OSError):  # Linux tells the end so
            while chunk := os.read(ours, 65536):
                printed += chunk
    os.close(ours)
    return printed.decode()


@pytest.fixture
def paged(library: Path) -> Path:
    """The library, episode 007 with a page and a colour for one of its speakers."""
    text = f"url: https://example.org/7\n{EPISODE}".replace("Sina}", "Sina, color: red}")
    (library / "007.yaml").write_text(text)
    return library


def test_on_a_terminal_there_are_colours_marks_and_links(paged: Path) -> None:
    printed = on_terminal(paged, "beds", TERM="xterm-256color")
    assert "\x1b]8;;https://example.org/7\x1b\\\x1b[1m007@00:00:20\x1b[0m\x1b]8;;\x1b\\" in printed
    assert "\x1b[1;31m◆ Mo Ibn Sina\x1b[0m" in printed
    assert "two \x1b[1;4mbeds\x1b[0m." in printed


def test_without_colour_the_words_found_are_still_marked(paged: Path) -> None:
    printed = on_terminal(paged, "beds", TERM="xterm-256color", NO_COLOR="1")
    assert set(re.findall(r"\x1b\[[0-9;]*m", printed)) == {"\x1b[1;4m", "\x1b[0m"}
    assert "two \x1b[1;4mbeds\x1b[0m." in printed


def test_a_dumb_terminal_gets_plain_text(paged: Path) -> None:
    printed = on_terminal(paged, "beds", TERM="dumb")
    assert "\x1b" not in printed
    assert "A river in two beds." in printed


def test_beside_objects_a_person_is_told_that_there_are_more(paged: Path) -> None:
    printed = on_terminal(paged, "river", "--json", "-n", "1", TERM="xterm")
    first, told = printed.splitlines()
    assert first.startswith('{"target": ')
    assert told == "1 of 3 hits in 1 episode (-n 0 for more)"
