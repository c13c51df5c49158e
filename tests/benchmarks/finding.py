"""CPU time of finding in an episode: a key typed in the line, and a step to the next hit."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from statistics import median

from tests.benchmarks.episodes import Home
from tests.benchmarks.figures import Figure
from tests.benchmarks.readers import MIDDLE, fill_cache, reader
from tests.benchmarks.terminal import Terminal

_BUDGET = 20.0  # ms of CPU time, with everything marked that is in sight
_HELD = 10_000  # turns up to which it holds
_TYPED = {"a word": "then", "common letters": "ka ", "nothing": "qqqq", "expression": "/b[ae]g"}
_STEPS = "nnNnnN"


def measure(home: Home, sizes: Sequence[int], rounds: int) -> Iterator[Figure]:
    """From the middle of an episode. The first key, `/`, begins to fold the text and is told apart.

    Of what is typed every key counts; that of an expression has no budget.
    """
    for turns in sizes:
        costs: dict[str, list[float]] = defaultdict(list)
        with ExitStack() as stack:
            terminal = _at_the_middle(home, turns, stack)
            for _ in range(rounds):
                for name, typed in _TYPED.items():
                    _find(terminal, name, typed, costs)
        yield from _figures(turns, costs)


def _find(terminal: Terminal, name: str, typed: str, costs: dict[str, list[float]]) -> None:
    """Open the line, type, step from hit to hit, and leave all as it was."""
    costs["opening"].append(1000 * terminal.press("/").cpu)
    costs[f"key of {name}"] += [1000 * terminal.press(key).cpu for key in typed]
    terminal.press("\r")
    if name != "nothing":
        costs["step"] += [1000 * terminal.press(key).cpu for key in _STEPS]
    terminal.press("\x1b", 0.2)


def _figures(turns: int, costs: dict[str, list[float]]) -> Iterator[Figure]:
    for name, values in costs.items():
        is_held = turns <= _HELD and name not in ("opening", "key of expression")
        budget = _BUDGET if is_held else None
        yield Figure(f"find, {name}, {turns:,} turns, cpu", median(values), "ms", budget)


def _at_the_middle(home: Home, turns: int, stack: ExitStack) -> Terminal:
    fill_cache(home, turns)
    terminal = stack.enter_context(reader(home, turns, notebook="finding", place="@50%"))
    terminal.paint(MIDDLE)
    terminal.settle(0.3)
    return terminal
