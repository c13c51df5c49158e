"""How far a long work is: one line on a terminal, drawn again and again, gone at the end."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TextIO

from braidtui.plain.ink import has_escapes
from braidtui.plain.streams import text_columns

_MOMENT = 0.4  # seconds; what is over by then needs no bar
_STEP = 0.1
_CELLS = 24


class ProgressBar:
    """Hears (done, of all), and shows them where `stream` is a terminal that can move."""

    def __init__(
        self, label: str, stream: TextIO, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._label = label
        self._stream = stream
        self._clock = clock
        self._due = clock() + _MOMENT
        self._is_shown = stream.isatty() and has_escapes()
        self._is_drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: object, _trace: TracebackType | None
    ) -> None:
        self.clear()

    def clear(self) -> None:
        """Makes room for a line that stays; the bar is drawn anew when it is due."""
        if self._is_drawn:
            self._is_drawn = False
            self._write("\r\x1b[K")

    def __call__(self, done: int, total: int) -> None:
        """Draws the bar anew, at most ten times a second."""
        now = self._clock()
        if self._is_shown and now >= self._due:
            self._due = now + _STEP
            self._is_drawn = True
            self._write(f"\r\x1b[K{self._line(done, total)}")

    def _line(self, done: int, total: int) -> str:
        """`indexing [======      ] 1,204 of 5,000`, or as much of it as a line has room for."""
        full = min(_CELLS, _CELLS * done // max(1, total))
        line = f"{self._label} [{'=' * full}{' ' * (_CELLS - full)}] {done:,} of {total:,}"
        return line[: text_columns(self._stream) - 1]

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # a terminal that has gone shows nothing
            self._is_shown = self._is_drawn = False
