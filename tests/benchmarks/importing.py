"""What reading other formats costs: `python -m tests.benchmarks.importing`.

Each file is generated, of some 2 MB, and read as a whole: detected, parsed, turned into turns. The
ratio is the CPU time over the time that the least speed allows, so 1 is the budget. The yardstick
counts the words of the same text with a regular expression.
"""

import re
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median

from braidtui.formats.registry import read
from tests.benchmarks.figures import HEADLINE, Figure, line
from tests.benchmarks.transcripts import FORMS, talk

_CAPTIONS = 20_000
_ROUNDS = 5
_LEAST = {"vtt": 4, "srt": 4, "html": 5}  # MB a second; all others 10
_TOLD_ONLY = ("text", "podcasting 2.0 json, words")
_WORD = re.compile(r"\w+")


def figures() -> Iterator[Figure]:
    """The speed of reading each form of one talk."""
    said = talk(_CAPTIONS)
    for name, written in FORMS.items():
        text = written(said)
        size = len(text.encode()) / 1e6
        seconds = median(_seconds(lambda text=text: read(text)) for _ in range(_ROUNDS))
        counting = median(_seconds(lambda text=text: _WORD.findall(text)) for _ in range(_ROUNDS))
        least = _LEAST.get(name.partition(",")[0], 10)
        told = f"{name}, {size:.1f} MB (words: {size / counting:.0f} MB/s)"
        budget = None if name in _TOLD_ONLY else 1
        yield Figure(told, size / seconds, "MB/s", budget, seconds * least / size)


def _seconds(deed: Callable[[], object]) -> float:
    begin = time.process_time()
    deed()
    return time.process_time() - begin


def main() -> int:
    """Prints the figures; gives the exit code, 1 when one is too slow."""
    print(HEADLINE)
    over = 0
    for figure in figures():
        print(line(figure), flush=True)
        over += figure.is_over
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
