"""Memory of the reader over that of the bare app, once both have settled."""

from collections.abc import Iterator, Sequence
from statistics import median

from tests.benchmarks import bare_app
from tests.benchmarks.episodes import Home
from tests.benchmarks.figures import Figure
from tests.benchmarks.readers import TOP, bare, fill_cache, reader
from tests.benchmarks.terminal import Terminal

_BUDGETS = {1_000: 15.0, 100_000: 120.0}  # MiB
_QUIET = 1.2  # seconds: longer than the reader's own timers


def measure(home: Home, sizes: Sequence[int], rounds: int) -> Iterator[Figure]:
    """Resident MiB at each size, less those of the bare app."""
    least = median(_settled(bare(home), [bare_app.MARK]) for _ in range(rounds))
    yield Figure("memory, bare app", least, "MiB")
    for turns in sizes:
        fill_cache(home, turns)
        whole = median(_settled(reader(home, turns, notebook="m"), TOP) for _ in range(rounds))
        name = f"memory over the bare app, {turns:,} turns"
        yield Figure(name, whole - least, "MiB", _BUDGETS.get(turns))


def _settled(started: Terminal, texts: Sequence[str]) -> float:
    with started as terminal:
        terminal.paint(texts)
        terminal.settle(_QUIET)
        return terminal.resident()
