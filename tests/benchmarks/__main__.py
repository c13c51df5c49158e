"""Every benchmark as one table: `python -m tests.benchmarks [--quick] [NAME...]`, in the checkout.

Exit code 1 when a budget is exceeded. Machines are noisy: what is compared is measured in turns.
"""

import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks import commands, exporting, finding, first_paint, keys, memory, resizing
from tests.benchmarks.episodes import SIZES, Home
from tests.benchmarks.figures import HEADLINE, Figure, line
from tests.benchmarks.terminal import NothingShownError

Measure = Callable[[Home, Sequence[int], int], Iterator[Figure]]

_MEASURED: dict[str, Measure] = {
    "first_paint": first_paint.measure,
    "keys": keys.measure,
    "finding": finding.measure,
    "resizing": resizing.measure,
    "memory": memory.measure,
    "commands": commands.measure,
    "exporting": exporting.measure,
}
_ROUNDS = {
    "first_paint": 9,
    "keys": 9,
    "finding": 5,
    "resizing": 9,
    "memory": 3,
    "commands": 9,
    "exporting": 5,
}
_ON_THEIR_OWN = ("yaml_reading", "importing", "store_opening", "library_search")
"""These print tables of their own, each in a process that nothing else has warmed up."""
_TAKE_OPTIONS = ("library_search",)  # --quick and --keep too


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for; gives the exit code."""
    asked = _parsed(arguments)
    names = asked.names or [*_MEASURED, *_ON_THEIR_OWN]
    sizes, rounds = (SIZES[:2], 3) if asked.quick else (SIZES, 0)
    over = 0
    print(HEADLINE, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in (name for name in names if name in _MEASURED):
            figures = _MEASURED[name](Home(Path(folder)), sizes, rounds or _ROUNDS[name])
            over += _printed(name, figures)
    for name in (name for name in names if name in _ON_THEIR_OWN):
        print(f"\n{name}", flush=True)
        options = _options(asked) if name in _TAKE_OPTIONS else []
        command = [sys.executable, "-m", f"tests.benchmarks.{name}", *options]
        over += subprocess.run(command, check=False).returncode != 0
    print(f"\n{over} over budget" if over else "\nall within budget")
    return 1 if over else 0


def _printed(name: str, figures: Iterator[Figure]) -> int:
    """Print figures as they come; gives how many are over budget, one that failed among them."""
    over = 0
    try:
        for figure in figures:
            print(line(figure), flush=True)
            over += figure.is_over
    except NothingShownError as error:
        print(f"{name}: {error}", flush=True)
        over += 1
    return over


def _options(asked: Namespace) -> list[str]:
    """What a benchmark on its own is to know of what was asked for."""
    return [*["--quick"] * asked.quick, *(["--keep", asked.keep] if asked.keep else [])]


def _parsed(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m tests.benchmarks", description="What reading costs.")
    parser.add_argument("--quick", action="store_true", help="two sizes, three rounds")
    parser.add_argument("--keep", metavar="DIR", help="where generated libraries stay for later")
    choices = [*_MEASURED, *_ON_THEIR_OWN]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(choices)}")
    asked = parser.parse_args(arguments)
    if unknown := set(asked.names) - set(choices):
        parser.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
