"""The reader's first paint, all four panes, of an episode in the cache: against the bare app."""

from collections.abc import Iterator, Sequence
from statistics import median

from tests.benchmarks import bare_app
from tests.benchmarks.episodes import Home
from tests.benchmarks.figures import Figure, ratio_of
from tests.benchmarks.readers import TOP, bare, fill_cache, reader
from tests.benchmarks.terminal import Cost

_BUDGETS = {50: 1.25, 1_000: 1.25, 10_000: 1.3, 100_000: 1.6}


def measure(home: Home, sizes: Sequence[int], rounds: int) -> Iterator[Figure]:
    """Wall and CPU time at each size; each start has one of the bare app just before it."""
    pairs: dict[int, list[tuple[Cost, Cost]]] = {turns: [] for turns in sizes}
    for turns in sizes:
        fill_cache(home, turns)
    for _ in range(rounds):
        for turns in sizes:
            pairs[turns].append((_paint_bare(home), _paint_reader(home, turns)))
    yardsticks = [yardstick for taken in pairs.values() for yardstick, _ in taken]
    for kind in Cost._fields:
        values = [getattr(cost, kind) * 1000 for cost in yardsticks]
        yield Figure(f"bare app, {kind}", median(values), "ms")
    for turns, taken in pairs.items():
        yield from (_figure(turns, taken, kind) for kind in Cost._fields)


def _figure(turns: int, taken: Sequence[tuple[Cost, Cost]], kind: str) -> Figure:
    yardsticks = [getattr(cost, kind) for cost, _ in taken]
    values = [getattr(cost, kind) for _, cost in taken]
    ratio = ratio_of(values, yardsticks)
    name = f"first paint, {turns:,} turns, {kind}"
    return Figure(name, median(values) * 1000, "ms", _BUDGETS[turns], ratio)


def _paint_bare(home: Home) -> Cost:
    with bare(home) as terminal:
        return terminal.paint([bare_app.MARK])


def _paint_reader(home: Home, turns: int) -> Cost:
    with reader(home, turns, notebook="painting") as terminal:
        return terminal.paint(TOP)
