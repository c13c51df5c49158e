"""What a Markdown export costs, against reading the same file: every turn is written.

A second export reads the file that is there and compares; nothing is kept between the rounds.
"""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from braidtui.formats.markdown.form import MarkdownForm
from braidtui.library.export.documents import Document, documents, documents_by_segment
from braidtui.library.export.plan import plan
from braidtui.library.opened import Opened
from braidtui.library.reading import read_file
from tests.benchmarks.episodes import Home
from tests.benchmarks.figures import Figure, ratio_of

_BUDGET = 1.2  # times the reading
_HELD = (1_000, 10_000)


def measure(home: Home, sizes: Sequence[int], rounds: int) -> Iterator[Figure]:
    """CPU time of exporting the whole, of doing so again, and of a file for each segment.

    Each has the episode as it is just after a reading, which is measured too.
    """
    for turns in (size for size in sizes if size <= max(_HELD)):
        times: dict[str, list[float]] = {deed: [] for deed in ("reading", *_DEEDS)}
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as folder:
                times["reading"].append(_milliseconds(partial(read_file, home.episode(turns))))
                for name, deed in _DEEDS.items():
                    opened = read_file(home.episode(turns))
                    times[name].append(_milliseconds(partial(deed, opened, Path(folder))))
        yield from _figures(turns, times)


def _figures(turns: int, times: Mapping[str, Sequence[float]]) -> Iterator[Figure]:
    for name, values in times.items():
        told = f"{name}, {turns:,} turns, cpu"
        if name == "reading":
            yield Figure(told, median(values), "ms")
            continue
        budget = _BUDGET if turns in _HELD and name != _EACH else None
        yield Figure(told, median(values), "ms", budget, ratio_of(values, times["reading"]))


def _whole(opened: Opened, folder: Path) -> None:
    _write(documents(opened, None, MarkdownForm()), folder)


def _each(opened: Opened, folder: Path) -> None:
    _write(documents_by_segment(opened, None, MarkdownForm()), folder)


def _write(made: Iterable[Document], folder: Path) -> None:
    for document in made:
        plan(folder, document).write()


def _milliseconds(deed: Callable[[], object]) -> float:
    begin = time.process_time()
    deed()
    return 1000 * (time.process_time() - begin)


_EACH = "export --all"
_DEEDS = {"export": _whole, "export again": _whole, _EACH: _each}
