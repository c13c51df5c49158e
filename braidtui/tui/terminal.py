"""Giving the terminal back: on signals, when it has stalled, and when it was closed.

Textual restores the terminal on a normal exit only; SIGTERM, SIGHUP and SIGQUIT would leave it raw
and in mouse mode. A stalled terminal blocks the event loop, so a timer in a thread of its own ends
the process then.
"""

import asyncio
import contextlib
import os
import select
import signal
import sys
import termios
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

_SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)
_GRACE_SECONDS = 1.0
# Every mode that Textual 8.2 switches on, off: paste, wrap, mouse, resize reports, keyboard, focus,
# alternate screen, cursor, colours.
_RESTORE = (
    b"\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2048l"
    b"\x1b[<u\x1b[?1004l\x1b[?1049l\x1b[?25h\x1b[0m"
)


class TerminalGuard:
    """Ends the app on a signal; where it does not end in a second, ends the process."""

    def __init__(self, leave: Callable[[int], None], last_words: Callable[[], object]) -> None:
        """`leave` ends the app with an exit code; `last_words` keeps what must not be lost."""
        self._leave = leave
        self._last_words = last_words
        self._loop: asyncio.AbstractEventLoop | None = None
        self._cooked = self._terminal_settings()

    def watch(self) -> None:
        """Take the signals over; call before the app runs."""
        for number in _SIGNALS:
            signal.signal(number, self._on_signal)

    def attach(self, loop: asyncio.AbstractEventLoop) -> None:
        """From now on signals end the app through its event loop."""
        self._loop = loop

    def look(self) -> None:
        """End the process where the terminal is gone, also when SIGHUP was ignored."""
        poll = select.poll()
        poll.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, 0)
        if any(flags & (select.POLLHUP | select.POLLERR) for _, flags in poll.poll(0)):
            self._end_now(signal.SIGHUP)

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        timer = threading.Timer(_GRACE_SECONDS, self._end_now, [number])
        timer.daemon = True
        timer.start()
        if self._loop is None:
            self._end_now(number)
            return
        try:
            self._loop.call_soon_threadsafe(self._leave, 128 + number)
        except RuntimeError:  # the loop has ended already
            self._end_now(number)

    def _end_now(self, number: int) -> None:
        with contextlib.suppress(OSError, termios.error, ValueError):
            output = sys.__stderr__.fileno() if sys.__stderr__ else 2
            termios.tcflush(output, termios.TCOFLUSH)
            os.set_blocking(output, False)
            os.write(output, _RESTORE)
        if self._cooked is not None:
            with contextlib.suppress(OSError, termios.error):
                termios.tcsetattr(0, termios.TCSANOW, self._cooked)
        self._last_words()
        os._exit(128 + number)

    @staticmethod
    def _terminal_settings() -> list[Any] | None:
        try:
            return termios.tcgetattr(0)
        except (OSError, termios.error):
            return None
