"""What a shell does to the streams of a program: closes, fills, narrows and interrupts them."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "braidtui"]
TEXT = "漢字, “quoted” — 👩‍🚀 déjà vu"


@pytest.fixture
def episode(tmp_path: Path) -> Path:
    path = tmp_path / "008.yaml"
    path.write_text(
        f'title: "{TEXT}"\nspeakers:\n  ann: {{name: Ann}}\nsegments:\n  - title: One\n    turns:\n'
        + f'      - {{speaker: ann, text: "{TEXT}"}}\n' * 3000,
        encoding="utf-8",
    )
    return path


def run(
    *arguments: object, shell: str = '"$@"', **environment: str
) -> subprocess.CompletedProcess[str]:
    """Runs the program in a shell's line, where it stands as `"$@"`; its output is buffered."""
    return subprocess.run(
        ["bash", "-c", shell, "bash", *PROGRAM, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="surrogateescape",
        env={**os.environ, "PYTHONUNBUFFERED": "", **environment},
        timeout=20,
        check=False,
    )


@pytest.mark.parametrize("line", ["show", "check"])
def test_a_reader_that_leaves_early_is_no_error(episode: Path, line: str) -> None:
    if line == "check":
        episode.write_text("title: T\n" + "bogus: 1\n" * 30_000)
    done = run(line, episode, shell='"$@" | head -1; echo "${PIPESTATUS[0]}"')
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == "141"


@pytest.mark.parametrize("to", ["/dev/full", "&-"])
@pytest.mark.parametrize("line", ["list", "show", "search", "--help"])
def test_output_that_cannot_be_written_is_one_line(episode: Path, line: str, to: str) -> None:
    rest = {"show": [episode], "search": ["quoted", "-n0", "--library", episode.parent]}
    done = run(line, *rest.get(line, []), shell=f'"$@" >{to}')
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("braidtui: ")


def test_nobody_has_to_hear_the_errors(episode: Path) -> None:
    for to in ("/dev/full", "&-"):
        assert run("show", "nowhere.yaml", shell=f'"$@" 2>{to}').returncode == 2
        assert TEXT in run("show", episode, shell=f'"$@" 2>{to}').stdout


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
)
def test_a_narrow_encoding_spells_out_what_it_cannot_say(
    episode: Path, environment: Mapping[str, str]
) -> None:
    shown = run("show", episode, **environment)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "\\u6f22\\u5b57" in shown.stdout
    document = json.loads(run("show", episode, "--format=json", **environment).stdout)
    assert document["title"] == TEXT
    assert TEXT in run("show", episode, "--format=vtt", **environment).stdout


def test_without_an_input_nothing_waits(episode: Path) -> None:
    done = run(episode, shell='"$@" <&-')
    assert (done.returncode, done.stderr) == (0, "")
    assert TEXT in done.stdout


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_terminal_that_cannot_move_gets_plain_text(episode: Path, term: str) -> None:
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [*PROGRAM, str(episode)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": term},
    ) as program:
        os.close(theirs)
        printed = b"".join(_printed(ours))
    assert program.returncode == 0
    assert b"\x1b" not in printed
    assert printed.count(b"Ann") > 3000


def _printed(terminal: int) -> Iterator[bytes]:
    """What a terminal gets until its last program ends."""
    try:
        while chunk := os.read(terminal, 65536):
            yield chunk
    except OSError:  # Linux tells the end so
        return


def test_an_interrupt_ends_it_without_a_word(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    program = subprocess.Popen(
        [*PROGRAM, "import", str(tmp_path / "pipe")],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    with (tmp_path / "pipe").open("wb"):  # opens once the program reads
        program.send_signal(signal.SIGINT)
    # The pipe is closed by now: an interrupt just before the program's read waits for its end.
    out, _ = program.communicate(timeout=20)
    assert (program.returncode, out) == (130, b"")


def test_a_home_that_is_missing_or_sealed_hides_no_episode(episode: Path, tmp_path: Path) -> None:
    (tmp_path / "sealed").write_text("")
    xdg = {f"XDG_{name}_HOME": "" for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    for home in ("", str(tmp_path / "gone"), str(tmp_path / "sealed")):
        done = run("show", episode, HOME=home, **xdg)
        assert done.returncode == 0
        assert TEXT in done.stdout
        assert done.stderr.count("\n") <= 1
        assert run("list", HOME=home, **xdg).returncode == 0
