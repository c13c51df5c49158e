"""Readers and bare apps, started in terminals of their own."""

import sys
from pathlib import Path

from tests.benchmarks import bare_app
from tests.benchmarks.episodes import Home
from tests.benchmarks.terminal import Terminal

_ALL_FOUR = ("Segments", "Part ", "Quotes", "“", "Sources", "What was found", "q quit")
TOP = (*_ALL_FOUR, "DISPATCH 001", "0% ·", "00:00:08")
MIDDLE = (*_ALL_FOUR, "% ·")
LONGEST_READING = 120.0  # seconds, for the first time an episode is opened


def bare(home: Home) -> Terminal:
    """The bare app, started."""
    return Terminal([sys.executable, str(Path(bare_app.__file__))], home.environment())


def reader(home: Home, turns: int, *, notebook: str, place: str = "") -> Terminal:
    """The reader of an episode of so many turns, started; `place` as a TARGET has it (`@50%`)."""
    target = f"{home.episode(turns)}{place}"
    return Terminal([sys.executable, "-m", "braidtui", target], home.environment(notebook))


def fill_cache(home: Home, turns: int) -> None:
    """Open an episode once, so that the cache knows it, and Python has compiled what it needs."""
    with reader(home, turns, notebook="filling") as terminal:
        terminal.paint(TOP, LONGEST_READING)
        terminal.settle(0.3)
