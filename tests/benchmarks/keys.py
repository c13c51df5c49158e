"""CPU time a key, everything that the program does until its screen has settled again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from statistics import mean, median

from tests.benchmarks.episodes import Home
from tests.benchmarks.figures import Figure, spread
from tests.benchmarks.readers import MIDDLE, fill_cache, reader
from tests.benchmarks.terminal import Terminal

_BUDGET = 12.0  # ms of CPU time
_SPREAD = 20.0  # percent from the middle
_ON, _BACK = 4, 4  # of one key in a row; the 50 turns have room for so many
_KEYS = {"line": ("j", "k"), "page": (" ", "b"), "segment": ("]", "["), "turn": ("}", "{")}


def measure(home: Home, sizes: Sequence[int], rounds: int) -> Iterator[Figure]:
    """Means over many presses, some on and as many back, from the middle of the episode.

    Readers of all sizes run at the same time and take turns, so that what else the machine does
    touches all alike. Before each row of presses another text width makes them forget all rows.
    """
    costs: dict[tuple[str, int], list[float]] = defaultdict(list)
    with ExitStack() as stack:
        terminals = {turns: _at_the_middle(home, turns, stack) for turns in sizes}
        for number in range(rounds):
            for name, (on, back) in _KEYS.items():
                for turns, terminal in terminals.items():
                    terminal.press("-+"[number % 2])
                    costs[name, turns].append(_cost(terminal, on, back))
    for name in _KEYS:
        by_size = {turns: median(costs[name, turns]) for turns in sizes}
        yield from _figures(name, by_size)


def _figures(name: str, by_size: Mapping[int, float]) -> Iterator[Figure]:
    for turns, cost in by_size.items():
        yield Figure(f"key, {name}, {turns:,} turns, cpu", cost, "ms", _BUDGET)
    if len(by_size) > 1:
        yield Figure(f"key, {name}, spread over the sizes", spread(by_size.values()), "%", _SPREAD)


def _at_the_middle(home: Home, turns: int, stack: ExitStack) -> Terminal:
    fill_cache(home, turns)
    terminal = stack.enter_context(reader(home, turns, notebook="pressing", place="@50%"))
    terminal.paint(MIDDLE)
    terminal.settle(0.3)
    return terminal


def _cost(terminal: Terminal, on: str, back: str) -> float:
    """Milliseconds of CPU time of one press, the mean of a row of them."""
    return 1000 * mean(terminal.press(key).cpu for key in on * _ON + back * _BACK)
