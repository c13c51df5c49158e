"""The notebook survives kill -9, many writers, and damage anywhere in its file."""

import random
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.disk import backups
from braidtui.notebook.keepsakes import Keepsakes, NotebookError
from braidtui.notebook.kept import Kind
from braidtui.notebook.places import Notebook, Place
from tests.robustness.killing import OPENED

FILE = Path("/lib/008.yaml")
KILLS = 200
HERE = Place(turn=1, offset=3, start=4_000, fraction=0.5)


def test_what_was_acknowledged_before_a_kill_is_kept(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.robustness.killing", str(tmp_path), str(KILLS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rounds = [line.split() for line in done.stdout.splitlines()]
    acknowledged: dict[Path, set[str]] = {}
    for path, *notes in rounds:
        acknowledged.setdefault(Path(path), set()).update(notes)
    assert len(rounds) == KILLS
    assert sum(len(notes) for _, *notes in rounds) >= KILLS // 4
    for path, notes in acknowledged.items():
        keepsakes = Keepsakes(path)
        kept = keepsakes.all()
        assert notes <= {one.note for one in kept}
        assert len(kept) <= len(notes) + KILLS  # one more a kill: done, but not yet told
        assert all(one.text == "Where\n\nIn the kettle." for one in kept)
        keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)])
        assert backups.is_sound(path)
        assert keepsakes.notices() == ()
        left = [found.name for found in path.parent.iterdir() if found.is_file()]
        assert not [name for name in left if not name.endswith(".sqlite")]


WRITER = """
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from braidtui.episode.turn_span import TurnSpan
from braidtui.notebook.keepsakes import Keepsakes
from braidtui.notebook.kept import Kind
from tests.robustness.killing import OPENED
keepsakes = Keepsakes(Path(sys.argv[1]))
for count in range(200):
    keepsakes.keep(OPENED, Kind.HIGHLIGHT, [TurnSpan(0, 0, 5)], note=f"{sys.argv[2]} {count}")
"""


def test_two_processes_keep_200_highlights_each(tmp_path: Path) -> None:
    path = tmp_path / "notebook.sqlite"
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), name]) for name in ("a", "b")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    kept = Keepsakes(path).all()
    assert {one.note for one in kept} == {f"{name} {n}" for name in "ab" for n in range(200)}
    assert Keepsakes(path).revision() == len(kept) == 400


def filled(path: Path) -> bytes:
    """A notebook of some size, its daily backup beside it; gives its bytes."""
    notebook = Notebook(path)
    for n in range(25):
        notebook.keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)], note=f"{n} " * 40)
    notebook.keep_place("008", OPENED.path, HERE)
    return path.read_bytes()


def damaged(chance: random.Random, content: bytes) -> bytes:
    """A bit, a few bytes or a page changed, or an end lost."""
    if chance.random() < 0.3:
        return content[: chance.randrange(len(content))]
    at = chance.choice([chance.randrange(100), chance.randrange(len(content))])
    length = chance.choice([1, 1, 4, 512])
    if length == 1:
        return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]
    return content[:at] + chance.randbytes(length) + content[at + length :]


@pytest.mark.parametrize("has_backup", [True, False])
def test_damage_anywhere_is_no_traceback_and_throws_nothing_away(
    tmp_path: Path, has_backup: bool
) -> None:
    chance = random.Random(4)
    first = tmp_path / "first" / "notebook.sqlite"
    content = filled(first)
    put_aside = kept = 0
    for n in range(100):
        path = tmp_path / f"{n}" / "notebook.sqlite"
        path.parent.mkdir()
        if has_backup:
            for backup in first.parent.glob("notebook-backup-*"):
                path.with_name(backup.name).write_bytes(backup.read_bytes())
        now = damaged(chance, content)
        path.write_bytes(now)
        notebook = Notebook(path)
        keepsakes = notebook.keepsakes
        reading = [notebook.progress, notebook.last_read, keepsakes.revision, keepsakes.all]
        for use in (partial(notebook.place, "008"), partial(keepsakes.of, OPENED), *reading):
            told(use)
        aside = list(path.parent.glob("notebook-damaged-*.sqlite"))
        assert len(aside) == len(notebook.notices()) <= 1
        assert (aside[0] if aside else path).read_bytes() == now
        for use in (
            *(keepsakes.undo, keepsakes.redo, partial(notebook.keep_place, "9", FILE, HERE)),
            partial(keepsakes.keep, OPENED, Kind.NOTE, [TurnSpan(1, 0, 0)]),
            *reading,
        ):
            told(use)
        assert len(notebook.notices()) <= 1
        put_aside += bool(aside)
        kept += len(keepsakes.all()) if aside else 0
    assert put_aside >= 20
    assert bool(kept) is True


def told(use: Callable[[], object]) -> None:
    try:
        use()
    except NotebookError as error:
        assert str(error).isprintable()
