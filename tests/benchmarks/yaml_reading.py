"""What reading an episode of 150 KB costs: `python -m tests.benchmarks.yaml_reading`.

The yardstick is PyYAML's own C compose of the same file, which makes nodes and no more; the reading
includes everything: decoding, limits, nodes, values, cleaning, the quotes and the Episode. The two
are timed in turns; the figures are medians of CPU time, the ratio the median of the ratios.
"""

import sys
import time
from collections.abc import Callable
from statistics import median

import yaml

from braidtui.episode.yaml_reader import read_episode
from braidtui.episode.yaml_writer import write_episode
from tests.benchmarks.episodes import generated
from tests.benchmarks.figures import HEADLINE, Figure, line, ratio_of

BUDGET = 1.6
BYTES = 150_000
TURNS = 450
ROUNDS = 60


def main() -> int:
    """Prints the figures; gives the exit code, 1 when the budget is exceeded."""
    file = write_episode(generated(TURNS)).encode()
    if abs(len(file) - BYTES) > BYTES / 20 or read_episode(file).problems:
        raise SystemExit(f"{TURNS} turns are no good file of {BYTES} bytes but of {len(file)}")
    readings, composings = [], []
    for _ in range(ROUNDS):
        composings.append(milliseconds(lambda: yaml.compose(file, Loader=yaml.CSafeLoader)))
        readings.append(milliseconds(lambda: read_episode(file)))
    composed = Figure(f"yaml.compose of {len(file) / 1000:.0f} KB, cpu", median(composings), "ms")
    ratio = ratio_of(readings, composings)
    read = Figure("read_episode of the same, cpu", median(readings), "ms", BUDGET, ratio)
    print(HEADLINE, line(composed), line(read), sep="\n")
    return 1 if read.is_over else 0


def milliseconds(deed: Callable[[], object]) -> float:
    """CPU time of one deed; what it makes is let go within it."""
    begin = time.process_time()
    deed()
    return 1000 * (time.process_time() - begin)


if __name__ == "__main__":
    sys.exit(main())
