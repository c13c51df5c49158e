"""Writers that are killed at random moments: `python -m tests.robustness.killing FOLDER KILLS`.

Prints one line a kill: what was acknowledged before it. A writer keeps highlights, one after the
other; every fifth one begins with a notebook of version 1 that it has to bring up to date first.
"""

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from pathlib import Path

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.episode.turn_span import TurnSpan
from braidtui.library.opened import Opened
from braidtui.notebook.disk import schema
from braidtui.notebook.keepsakes import Keepsakes
from braidtui.notebook.kept import Kind

TURNS = (Turn("a", "Where is the third screw?", 0), Turn("a", "In the kettle.", 4_000))
EPISODE = Episode("Clocks", (Speaker("a", "Ann"),), (Segment("One", 0, TURNS),), show="Braid")
OPENED = Opened(Path("/lib/008.yaml"), "008", "008", EPISODE, (), ())
LIFE = 8  # how many things the longest-lived writer may keep, as fast as this disk is
LONGEST = 0.15  # seconds that it lives at most


def main(folder: Path, kills: int) -> None:
    """Kill so many writers."""
    chance = random.Random(kills)
    path = folder / "notebook.sqlite"
    longest = min(LONGEST, LIFE * seconds_to_keep(folder / "first" / "notebook.sqlite"))
    for kill in range(kills):
        if kill % 5 == 4:
            path = folder / f"{kill}" / "notebook.sqlite"
            begin_version_1(path)
        reading, writing = os.pipe()
        writer = os.fork()
        if not writer:
            os.close(reading)
            keep_for_ever(path, f"{kill}", writing)
        os.close(writing)
        time.sleep(chance.uniform(0.0, longest))
        os.kill(writer, signal.SIGKILL)
        os.waitpid(writer, 0)
        with os.fdopen(reading) as pipe:
            print(path, *pipe.read().split(), flush=True)
        path = folder / "notebook.sqlite"


def seconds_to_keep(path: Path) -> float:
    """How long it takes to keep one thing."""
    keepsakes = Keepsakes(path)
    begin = time.monotonic()
    for _ in range(10):
        keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5)])
    return (time.monotonic() - begin) / 10


def begin_version_1(path: Path) -> None:
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir()
    with sqlite3.connect(path) as database:
        database.execute(schema.STEPS[0][0])
        database.execute("INSERT INTO places (key, path) VALUES (x'30', x'30')")
        database.execute("PRAGMA user_version = 1")
    database.close()


def keep_for_ever(path: Path, name: str, acknowledged: int) -> None:
    keepsakes = Keepsakes(path)
    for count in range(1_000_000):
        note = f"{name}-{count}"
        keepsakes.keep(OPENED, Kind.NOTE, [TurnSpan(0, 0, 5), TurnSpan(1, 0, 0)], note=note)
        os.write(acknowledged, f"{note}\n".encode())


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
