"""What opening and listing unchanged episodes costs: `python tests/benchmarks/store_opening.py`.

CPU milliseconds, the best of some runs, and how often the bytes could be read from disk meanwhile.
The garbage collector is off, as it is while the reader starts.
"""

import gc
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from braidtui.episode.model import Episode, Segment, Speaker, Turn
from braidtui.library.cache.store import EpisodeStore, Kept
from braidtui.library.cache.summary import Summary
from braidtui.library.catalog import Library
from braidtui.library.opened import Opened
from braidtui.library.reading import stamp_of

BUDGETS = {1_000: 1.5, 100_000: 80.0}  # CPU milliseconds
LIST_BUDGET = 300.0
PLAIN = ["the", "rocket", "filing", "and", "company", "twenty", "over", "sells", "floor", "of"]
WORDS = [*PLAIN * 6, "it’s"]  # so two turns of three are not ASCII, as on a real page
YEAR = 365 * 86_400


def episode(turns: int) -> Episode:
    """330 bytes of text a turn, two speakers, segments of 50 turns."""
    chance = random.Random(turns)
    spoken = [
        Turn(chance.choice(("a", "b")), " ".join(chance.choices(WORDS, k=60)), 8000 * number)
        for number in range(turns)
    ]
    segments = (
        Segment(f"Part {begin}", spoken[begin].start, tuple(spoken[begin : begin + 50]))
        for begin in range(0, turns, 50)
    )
    return Episode("Words", (Speaker("a", "Ann"), Speaker("b", "Ben")), tuple(segments))


def put(store: EpisodeStore, path: Path, whole: Episode, size: int) -> None:
    """A file and what the store would know of it, had it been read a year after its last change."""
    path.write_bytes(b"x" * size)
    changed = time.time() - YEAR
    os.utime(path, (changed, changed))
    kept = Kept(0, str(path), stamp_of(path), time.time_ns(), b"", Summary.of(whole))
    lines = tuple(range(1, len(whole.turns) + 1))
    store.keep(kept, Opened(path, path.stem, path.stem, whole, (), lines))


def cpu_milliseconds(deed: Callable[[], object], runs: int) -> float:
    best = float("inf")
    for _ in range(runs):
        begin = time.process_time()
        kept = deed()
        best = min(best, time.process_time() - begin)
        del kept
    return best * 1000


def measure_opening(folder: Path, turns: int) -> float:
    whole = episode(turns)
    size = sum(len(turn.text.encode()) for turn in whole.turns)
    path, database = folder / f"{turns}.yaml", folder / "cache" / f"{turns}.sqlite"
    put(EpisodeStore(database), path, whole, size)
    del whole

    def opened() -> object:
        store = EpisodeStore(database)
        found = Library([folder], store).open(path)
        store.close()
        return found

    opening = cpu_milliseconds(opened, 9)
    reading = cpu_milliseconds(path.read_bytes, 9)
    print(
        f"open {turns:>7,} turns, {size / 1e6:5.1f} MB: {opening:6.2f} ms CPU"
        f" (budget {BUDGETS.get(turns, 0):g}), {opening / reading:5.1f} x reading the bytes"
    )
    return opening


def measure_listing(folder: Path, count: int) -> float:
    database = folder / "cache" / "list.sqlite"
    store, small = EpisodeStore(database), episode(2)
    for number in range(count):
        put(store, folder / f"e{number:05}.yaml", small, 1000)
    store.close()
    listing = cpu_milliseconds(lambda: Library([folder], EpisodeStore(database)).entries(), 5)
    print(f"list {count:>6,} unchanged episodes: {listing:6.1f} ms CPU (budget {LIST_BUDGET:g})")
    return listing


def main() -> int:
    gc.disable()
    with tempfile.TemporaryDirectory() as folder:
        over = [turns for turns in BUDGETS if measure_opening(Path(folder), turns) > BUDGETS[turns]]
    for count in (3, 10_000):
        with tempfile.TemporaryDirectory() as folder:
            over += [count] if measure_listing(Path(folder), count) > LIST_BUDGET else []
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
