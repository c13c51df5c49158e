"""From another size of the window until the screen has settled."""

from collections.abc import Iterator, Sequence
from statistics import median

from tests.benchmarks.episodes import Home
from tests.benchmarks.figures import Figure
from tests.benchmarks.readers import MIDDLE, fill_cache, reader
from tests.benchmarks.terminal import COLUMNS, ROWS

_BUDGET = 100.0  # ms
_TURNS = 10_000
_NARROW = (90, 30)  # columns and rows where the panes at the right have no room


def measure(home: Home, sizes: Sequence[int], rounds: int) -> Iterator[Figure]:
    """Wall time in both directions, from the middle of the episode."""
    turns = min(_TURNS, max(sizes))
    fill_cache(home, turns)
    narrower, wider = [], []
    with reader(home, turns, notebook="resizing", place="@50%") as terminal:
        terminal.paint(MIDDLE)
        for _ in range(rounds):
            narrower.append(terminal.resize(*_NARROW))
            wider.append(terminal.resize(COLUMNS, ROWS))
    for way, costs in (("narrower", narrower), ("wider", wider)):
        wall = 1000 * median(cost.wall for cost in costs)
        yield Figure(f"resize, {way}, {turns:,} turns, wall", wall, "ms", _BUDGET)
        cpu = 1000 * median(cost.cpu for cost in costs)
        yield Figure(f"resize, {way}, {turns:,} turns, cpu", cpu, "ms")
