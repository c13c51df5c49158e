"""What searching a library costs: `python -m tests.benchmarks.library_search [--quick]`.

Generated libraries of 1,000 to 1,000,000 turns are indexed, from their YAML and from the store, and
asked ten kinds of queries. What is measured runs in processes of its own. The budgets are for CPU
time; the time on the wall is told beside it. As machines are noisy, a query is asked once and then
three times more, of which the quickest counts.
"""

import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

from braidtui.library.cache.store import EpisodeStore
from braidtui.library.catalog import Library
from braidtui.library.search.parsing import parse
from braidtui.library.search.results import Results
from braidtui.library.search.searcher import Searcher
from tests.benchmarks.episodes import Home
from tests.benchmarks.figures import HEADLINE, Figure, line
from tests.benchmarks.libraries import SIZES, Generated, library, small_files
from tests.benchmarks.questions import Questions
from tests.benchmarks.spending import Spent, apart, peak, quickest, spent_by, timed

_FROM_YAML, _FROM_STORE = 2.0, 10.0  # MB of text a second, at least
_SLOWEST = 10.0  # ms, the first page of 19 queries of 20
_QUERIES = 48  # of a kind
_AGAIN = 3
_FILES = 10_000
_NO_HIT = "no hit"
_KEYS = "each key stroke"
_COLUMNS = ("first p95", "p50", "p95", "cpu p50", "cpu p95", "hits")


class Asked(NamedTuple):
    """One query: when first asked, when asked again (at best), and the hits on the page."""

    typed: str
    first: Spent
    again: Spent
    hits: int


def main(arguments: Sequence[str]) -> int:
    """Prints the tables; gives the exit code, 1 when a budget is exceeded."""
    asked = _parsed(arguments)
    over = 0
    with tempfile.TemporaryDirectory() as temporary:
        kept = Path(asked.keep or temporary)
        for turns in asked.turns:
            over += _measure(library(kept, turns), Home(Path(temporary) / f"home{turns}"), asked)
        files = small_files(kept, _FILES // 20 if asked.quick else _FILES)
        print(f"\n{HEADLINE}", flush=True)
        for figure in _unchanged(files, Home(Path(temporary) / "home-files")):
            over += _printed(figure)
    return 1 if over else 0


def _measure(made: Generated, home: Home, asked: Namespace) -> int:
    """Prints what one library costs; gives how many budgets are exceeded."""
    print(f"\n{made.turns:,} turns, {made.size:.1f} MB of text\n{HEADLINE}", flush=True)
    over = sum(map(_printed, _indexing(made, home)))
    questions = Questions(made.turns)
    kinds = questions.kinds(12 if asked.quick else _QUERIES)
    answers, memory = apart(_search, made.root, home, kinds, False)
    keys, _ = apart(_search, made.root, home, {_KEYS: questions.key_strokes(200)}, True)
    over += _printed(Figure("memory of searching", memory, "MiB"))
    try:
        over += sum(map(_printed, _others(made.root, home, kinds["rare word"])))
    except subprocess.CalledProcessError as error:
        print(error, flush=True)
        over += 1
    print(f"\n{'milliseconds, first page':<26}", *(f"{name:>9}" for name in _COLUMNS), flush=True)
    return over + sum(_told(kind, rows) for kind, rows in {**answers, **keys}.items())


def _indexing(made: Generated, home: Home) -> Iterator[Figure]:
    """The first time, from YAML; anew, from the store; and again, when nothing has changed."""
    is_large = made.turns > SIZES[0]  # a small one is indexed before its rate can be told
    from_yaml, from_store = (_FROM_YAML, _FROM_STORE) if is_large else (None, None)
    first = apart(_update, made.root, home)
    yield Figure("index from YAML, cpu", made.size / first.cpu, "MB/s", from_yaml, is_least=True)
    yield Figure("index from YAML, wall", made.size / first.wall, "MB/s")
    yield Figure("memory of that", first.memory, "MiB")
    anew = apart(_update_without_index, made.root, home)
    yield Figure("index from store, cpu", made.size / anew.cpu, "MB/s", from_store, is_least=True)
    yield Figure("index from store, wall", made.size / anew.wall, "MB/s")
    yield Figure("memory of that", anew.memory, "MiB")
    size = apart(_size, made.root, home) / 1e6
    yield Figure("index over text", size, "MB", ratio=size / made.size)
    yield Figure("update, nothing changed, cpu", 1000 * apart(_update, made.root, home).cpu, "ms")


def _others(root: Path, home: Home, rare: Sequence[str]) -> Iterator[Figure]:
    """The command with its output in a pipe, and ripgrep over the files where it is installed."""
    command = [sys.executable, "-m", "braidtui", "--library", str(root), "search"]
    environment = home.environment()
    spent_by([*command, rare[0]], environment)
    spent = [spent_by([*command, word], environment) for word in rare[:9]]
    yield Figure("braidtui search, cpu", 1000 * median(it.cpu for it in spent), "ms")
    yield Figure("braidtui search, wall", 1000 * median(it.wall for it in spent), "ms")
    if (ripgrep := shutil.which("rg")) is None:
        print("rg is not installed")
        return
    for name, options in (("rg", ()), ("rg, one thread", ("-j1",))):
        line = [ripgrep, "--ignore-case", "--fixed-strings", *options, "--"]
        spent = [spent_by([*line, word, str(root)], environment) for word in rare[:9]]
        yield Figure(f"{name}, cpu", 1000 * median(it.cpu for it in spent), "ms")
        yield Figure(f"{name}, wall", 1000 * median(it.wall for it in spent), "ms")


def _unchanged(root: Path, home: Home) -> Iterator[Figure]:
    """What it costs to find that none of many files has changed."""
    count = f"{sum(1 for _ in root.iterdir()):,} files"
    first = apart(_update, root, home)
    yield Figure(f"{count}, update from YAML, cpu", first.cpu, "s")
    again = apart(_update, root, home)
    yield Figure(f"{count}, update, nothing changed, cpu", 1000 * again.cpu, "ms")
    yield Figure(f"{count}, update, nothing changed, wall", 1000 * again.wall, "ms")


def _searcher(root: Path, home: Home) -> Searcher:
    """Over one folder, its cache where the command has it too."""
    cache = Path(home.environment()["XDG_CACHE_HOME"]) / "braidtui"
    return Searcher(Library([root], EpisodeStore(cache / "episodes.sqlite")))


def _update(root: Path, home: Home) -> Spent:
    searcher = _searcher(root, home)
    spent, _ = timed(searcher.update)
    searcher.close()
    return spent


def _update_without_index(root: Path, home: Home) -> Spent:
    """From the texts in the store alone: the index is deleted, as anybody may at any time."""
    searcher = _searcher(root, home)
    path = searcher.state().path
    searcher.close()
    assert path
    path.unlink()
    spent, _ = timed(searcher.update)
    searcher.close()
    return spent


def _size(root: Path, home: Home) -> int:
    """Bytes of the index, once all is written to where it stays."""
    searcher = _searcher(root, home)
    bytes = searcher.state().bytes
    searcher.close()
    return bytes


def _search(
    root: Path, home: Home, kinds: Mapping[str, Sequence[str]], as_you_type: bool
) -> tuple[dict[str, list[Asked]], float]:
    """Each query of each kind, all of a kind before one is asked again; and MiB of memory."""
    before = peak()
    searcher = _searcher(root, home)
    answers = {}
    for kind, typed in kinds.items():
        ask = partial(_ask, searcher, as_you_type)
        first, *again = ([timed(partial(ask, text)) for text in typed] for _ in range(1 + _AGAIN))
        answers[kind] = [
            Asked(text, one, quickest(spent for spent, _ in others), len(results.hits))
            for text, (one, results), *others in zip(typed, first, *again, strict=True)
        ]
    searcher.close()
    return answers, peak() - before


def _ask(searcher: Searcher, as_you_type: bool, typed: str) -> Results:
    return searcher.find(parse(typed, as_you_type=as_you_type))


def _told(kind: str, rows: Sequence[Asked]) -> bool:
    """Print what the queries of a kind took; gives whether that is over the budget."""
    wrong = [row.typed for row in rows if bool(row.hits) == (kind == _NO_HIT)]
    if wrong and kind != _KEYS:
        raise SystemExit(f"{kind}: {len(wrong)} found what they should not, as {wrong[0]}")
    _, first = _middle_and_high([row.first.wall for row in rows])
    wall = _middle_and_high([row.again.wall for row in rows])
    cpu = _middle_and_high([row.again.cpu for row in rows])
    is_over = cpu[1] > _SLOWEST
    cells = (f"{value:>9.2f}" for value in (first, *wall, *cpu))
    hits = median(row.hits for row in rows)
    print(f"{kind:<26}", *cells, f"{hits:>9.0f}", " OVER" if is_over else " ok", flush=True)
    return is_over


def _middle_and_high(values: Sequence[float]) -> tuple[float, float]:
    """In milliseconds: the median, and what 19 of 20 do not exceed."""
    return 1000 * median(values), 1000 * quantiles(values, n=20, method="inclusive")[-1]


def _printed(figure: Figure) -> bool:
    print(line(figure), flush=True)
    return figure.is_over


def _parsed(arguments: Sequence[str]) -> Namespace:
    parser = ArgumentParser(prog="python -m tests.benchmarks.library_search", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="1,000 turns, few queries and files")
    parser.add_argument("--keep", metavar="DIR", help="where generated libraries stay for later")
    parser.add_argument("--turns", type=int, nargs="*", metavar="N", help="the sizes")
    asked = parser.parse_args(arguments)
    asked.turns = asked.turns or (SIZES[:1] if asked.quick else SIZES)
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
