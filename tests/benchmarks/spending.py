"""What something costs: time, CPU time and memory, in a process that nothing else has warmed up."""

import resource
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple, TypeVar

Answer = TypeVar("Answer")


class Spent(NamedTuple):
    """Seconds, and MiB of memory at most beyond what the process had before."""

    wall: float
    cpu: float
    memory: float = 0.0


def quickest(spent: Iterable[Spent]) -> Spent:
    """The least of each."""
    return Spent(*map(min, zip(*spent, strict=True)))


def apart(deed: Callable[..., Answer], *arguments: object) -> Answer:
    """What a deed gives in a new process, that nothing else has warmed up."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(deed, *arguments).result()


def timed(deed: Callable[[], Answer]) -> tuple[Spent, Answer]:
    """What a deed spends, and what it gives."""
    memory, cpu, wall = peak(), time.process_time(), time.perf_counter()
    answer = deed()
    spent = time.perf_counter() - wall, time.process_time() - cpu
    return Spent(*spent, peak() - memory), answer


def peak() -> float:
    """The most memory that this process has had in RAM, in MiB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def spent_by(command: Sequence[str], environment: Mapping[str, str]) -> Spent:
    """What a program that finds something spends until it has ended."""
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    wall, after = time.perf_counter() - wall, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
