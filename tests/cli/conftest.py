"""The program run in this process, over a library of one folder that the test fills."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from braidtui.cli.program import run

EPISODE = """\
show: Braid
number: 7
date: 2026-05-20
title: Seven Ways to Braid
duration: 00:03:00
speakers:
  ada: {name: Ada Byron, role: host}
  mo: {name: Mo Ibn Sina}
quotes:
  - text: A river in two beds.
segments:
  - title: Warp
    start: 00:00:00
    turns:
      - {speaker: ada, start: 0:00, text: Good evening, sources: [https://example.org/a]}
      - {speaker: mo, start: 0:20, text: "A river in two beds. [sighs]"}
  - title: Weft
    start: 00:01:00
    turns:
      - {speaker: ada, start: 1:00, text: And across, sources: [{site: example.net}]}
      - {speaker: mo, start: 1:30, text: Once more}
  - title: Knot
    start: 00:02:00
    turns:
      - {speaker: mo, start: 2:00, text: The end}
"""

TALK = """\
title: A Talk on Looms
speakers:
  kit: {name: Kit Marlow}
segments:
  - title: Whole
    turns:
      - {speaker: kit, text: The shuttle flies. A river of thread follows it.}
      - {speaker: kit, text: "First paragraph.\\n\\nSecond, about the river."}
"""


class Ran(NamedTuple):
    """What a command line gave."""

    code: int
    out: str
    err: str


Braidtui = Callable[..., Ran]


@pytest.fixture
def braidtui(capfd: pytest.CaptureFixture[str]) -> Braidtui:
    def braidtui(*arguments: object) -> Ran:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        return Ran(code, *capfd.readouterr())

    return braidtui


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is the whole library, with the episode above as `007.yaml`."""
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "007.yaml").write_text(EPISODE)
    monkeypatch.setattr("braidtui.library.catalog.bundled_episodes", lambda: folder)
    return folder


@pytest.fixture
def talk(library: Path) -> Path:
    """Beside episode 007 of the library a talk that tells no times."""
    path = library / "talk.yaml"
    path.write_text(TALK)
    return path
