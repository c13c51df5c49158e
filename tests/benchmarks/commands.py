"""What commands without a screen cost, against Python itself; and that none imports Textual."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks.episodes import Home
from tests.benchmarks.figures import Figure, ratio_of
from tests.benchmarks.terminal import NothingShownError

_BUDGET = 6.0
_EPISODE = Path(__file__).parents[2] / "episodes" / "008.yaml"
_NOTHING = [sys.executable, "-c", "pass"]
_LINES = (
    ["--help"],
    ["list"],
    ["show", "8"],
    ["search", "rocket"],
    ["notes"],
    ["stats", "8"],
    ["export", "8", "-o", "-"],
    ["check", str(_EPISODE)],
)


def measure(home: Home, _sizes: Sequence[int], rounds: int) -> Iterator[Figure]:
    """CPU time of each command, a `python -c pass` before each one; output goes into a pipe."""
    environment = home.environment()
    lines = [[sys.executable, "-m", "braidtui", *line] for line in _LINES]
    pairs: dict[int, list[tuple[float, float]]] = {number: [] for number in range(len(lines))}
    for line in lines:
        _cpu(line, environment)
    for _ in range(2 * rounds):
        for number, line in enumerate(lines):
            pairs[number].append((_cpu(_NOTHING, environment), _cpu(line, environment)))
    nothing = [yardstick for taken in pairs.values() for yardstick, _ in taken]
    yield Figure("python -c pass, cpu", median(nothing), "ms")
    for number, line in enumerate(_LINES):
        yardsticks, values = zip(*pairs[number], strict=True)
        name = f"braidtui {' '.join(Path(word).name for word in line)}, cpu"
        yield Figure(name, median(values), "ms", _BUDGET, ratio_of(values, yardsticks))
        yield Figure(f"{name[:-5]}, modules of Textual", _textual(line, environment), "", 0)


def _cpu(line: Sequence[str], environment: Mapping[str, str]) -> float:
    """Milliseconds of CPU time, user and system."""
    with subprocess.Popen(
        line, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise NothingShownError(f"{line} ended with {process.returncode}")
    return 1000 * (used.ru_utime + used.ru_stime)


def _textual(line: Sequence[str], environment: Mapping[str, str]) -> int:
    """How many modules of Textual a command imports."""
    command = [sys.executable, "-X", "importtime", "-m", "braidtui", *line]
    told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    names = (row.rpartition("|")[2].strip() for row in told.stderr.splitlines())
    return sum(name.partition(".")[0] == "textual" for name in names)
